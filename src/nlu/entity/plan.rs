//! Instalment plans, made of what was read before: *tres pagos de 500*, *a 6 meses*, *500 al mes*, *la mitad hoy y
//! el resto el 30*, a down payment and the rest in parts. Arrears, income and rent are none.

use rust_decimal::Decimal;

use crate::nlu::entity::found::Found;
use crate::nlu::entity::phrases::{WordSet, word_set};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;

use crate::nlu::entity::{Certainty, DownPayment, Period, PlanValue, Value, cues, plan_split};

/// Nouns of instalments, and the period that some carry.
const PARTS: &[(&str, Option<Period>)] = &[
    ("pagos", None),
    ("pago", None),
    ("pagitos", None),
    ("cuotas", None),
    ("cuotitas", None),
    ("letras", None),
    ("armadas", None),
    ("abonos", None),
    ("abonitos", None),
    ("parcialidades", None),
    ("partes", None),
    ("veces", None),
    ("tandas", None),
    ("plazos", None),
    ("exhibiciones", None),
    ("depositos", None),
    ("mensualidades", Some(Period::Month)),
    ("quincenas", Some(Period::Fortnight)),
    ("payments", None),
    ("installments", None),
    ("instalments", None),
];

/// Words before a count that make it one of arrears or of the past.
static OWED: WordSet = WordSet::new(|| {
    word_set(
        "debo debe deben debemos tengo tiene lleva llevo llevamos faltan falta quedan adeuda adeudo pague pagado van restan \
         me vencieron vencidas pendientes con owe missed behind las los sus mis estas esas",
    )
});
static LATE: WordSet = WordSet::new(|| {
    word_set(
        "vencidas vencidos atrasadas atrasados pendientes atrasada vencida impagas impagos anteriores behind late overdue missed",
    )
});
/// What income and other people's money go by.
static NOT_A_PLAN: WordSet = WordSet::new(|| {
    word_set(
        "gano ganaba gana ganamos sueldo salario ingreso ingresos renta alquiler arriendo pension mandado remesa remesas cobro \
         cobraba colegiatura colegio luz agua comida gasto gastos medicina medicinas depositan mama hijos earn make salary rent \
         income child support get receive disability mortgage percibo recibo honorarios familia",
    )
});

#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) value: PlanValue,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) certainty: Certainty,
}

pub(super) fn read(context: &Context<'_>, all: &[Found]) -> Vec<Found> {
    let mut plans: Vec<Plan> = Vec::new();
    let mut place = 0;
    while place < all.len() {
        let plan = counted(context, all, place)
            .or_else(|| parted(context, all, place))
            .or_else(|| spread(context, all, place))
            .or_else(|| plan_split::split(context, all, place))
            .or_else(|| plan_split::by_day(context, all, place))
            .or_else(|| rated(context, all, place));
        let Some(plan) = plan else {
            place += 1;
            continue;
        };
        while place < all.len() && all[place].start < plan.end {
            place += 1;
        }
        plans.push(plan);
    }
    for plan in &mut plans {
        with_down_payment(context, all, plan);
    }
    plans
        .into_iter()
        .map(|plan| Found {
            certainty: plan.certainty,
            ..Found::exact(Value::Plan(plan.value), plan.start, plan.end)
        })
        .collect()
}

fn amount(found: &Found) -> Option<Decimal> {
    match &found.value {
        Value::Money(money) => Some(money.amount),
        _ => None,
    }
}

pub(super) fn at(all: &[Found], start: usize) -> Option<&Found> {
    all.get(all.partition_point(|found| found.start < start)).filter(|found| found.start == start)
}

/// *Tres pagos (mensuales) (de 500) (cada uno)*.
pub(super) fn counted(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    let text = context.text;
    let found = &all[place];
    let (count, noun) = match &found.value {
        Value::Number(count) => (*count, found.end),
        // *Dos quincenas* was read as a length.
        Value::Duration { count, period: Period::Fortnight } => (*count, found.end - 1),
        _ => return None,
    };
    let count: u32 = count.fract().is_zero().then(|| count.try_into().ok())??;
    let (said, noun) = kind_of_parts(text, noun);
    let (name, period) = PARTS.iter().find(|(name, _)| text.word(noun) == *name)?;
    let mut value = PlanValue { count: Some(count), period: period.or(said), ..PlanValue::default() };
    let mut end = noun + 1;
    let money = describe(context, all, &mut value, &mut end);
    if !(2..=360).contains(&count)
        || LATE.contains(text.word(end))
        || LATE.contains(text.word(noun + 1))
        || text.phrase(end, "de atraso").is_some()
    {
        return None;
    }
    let back = text.back(found.start, 1);
    let led = matches!(back, "en" | "a" | "de" | "in");
    let standing = matches!(back, "debo" | "debe" | "deben" | "debemos" | "adeudo" | "adeuda" | "owe");
    let owed = standing && money.is_some()
        || OWED.contains(back)
        || OWED.contains(text.back(found.start, 2)) && !led;
    if owed && (money.is_none() || standing)
        || context.tenses.is_past(found.start, end) && !led
        || matches!(*name, "partes" | "veces" | "tandas") && !led
    {
        return None;
    }
    Some(Plan { value, start: found.start, end, certainty: Certainty::Exact })
}

/// Adjectives before the noun: *three equal payments, six monthly installments, dos últimos pagos*.
fn kind_of_parts(text: &Text<'_>, at: usize) -> (Option<Period>, usize) {
    const KINDS: &[&str] =
        &["equal", "easy", "small", "more", "smaller", "comodas", "comodos", "pequenos", "pequenas"];
    let mut noun = at;
    let mut period = None;
    for _ in 0..3 {
        if let Some((said, after)) = cues::rate(text, noun) {
            (period, noun) = (period.or(Some(said)), after);
        } else if text.is_in(noun, KINDS) {
            noun += 1;
        } else {
            break;
        }
    }
    (period, noun)
}

/// Whether a noun of instalments stands at `at`, after its adjectives.
pub(super) fn is_of_parts(text: &Text<'_>, at: usize) -> bool {
    let (_, noun) = kind_of_parts(text, at);
    PARTS.iter().any(|(name, _)| text.word(noun) == *name)
}

/// The adjectives, amount and frequency after the noun of the instalments.
fn describe(context: &Context<'_>, all: &[Found], value: &mut PlanValue, end: &mut usize) -> Option<Decimal> {
    let text = context.text;
    let mut money = None;
    for _ in 0..6 {
        if let Some((period, after)) = cues::rate(text, *end) {
            value.period = value.period.or(Some(period));
            *end = after;
        } else if let Some(after) = text.phrases(
            *end,
            &[
                "iguales",
                "fijas",
                "fijos",
                "sin intereses",
                "con mensualidades",
                "en mensualidades",
                "con pagos",
                "cada una",
                "cada uno",
                "c / u",
                "each",
                "equal",
            ],
        ) {
            *end = after;
        } else if let Some(found) = joined_amount(text, all, *end).filter(|_| money.is_none()) {
            money = amount(found);
            *end = found.end;
        } else {
            break;
        }
    }
    value.amount = money;
    money
}

fn joined_amount<'f>(text: &Text<'_>, all: &'f [Found], end: usize) -> Option<&'f Found> {
    let start = if text.is_in(end, &["de", "of", "por", "a", "como"]) { end + 1 } else { end };
    let start = if text.is_in(start, &["como", "unos", "unas", "about"]) { start + 1 } else { start };
    at(all, start).filter(|found| amount(found).is_some() && (start > end || text.is_in(end, &["de", "of"])))
}

/// *Partirlo en cuatro, dividimos el saldo en tres, split it in two*: no noun, but a verb that parts.
fn parted(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    let text = context.text;
    let found = &all[place];
    let Value::Number(count) = &found.value else { return None };
    let count: u32 = count.fract().is_zero().then(|| (*count).try_into().ok())??;
    let led = text.is_in(found.start.checked_sub(1)?, &["en", "in", "into"]);
    let whole = text.is_punctuation(found.end)
        || !text.is_word(found.end)
        || text.is_in(found.end, AFTER_COUNT)
        || all.iter().any(|next| next.start == found.end);
    let past = context.tenses.is_past(found.start, found.end);
    if past || !led || !whole || !(2..=60).contains(&count) || !is_parting(text, found.start - 1) {
        return None;
    }
    let mut value = PlanValue { count: Some(count), ..PlanValue::default() };
    let mut end = found.end;
    describe(context, all, &mut value, &mut end);
    Some(Plan { value, start: found.start, end, certainty: Certainty::Exact })
}

/// What follows a count that stands for its parts.
const AFTER_COUNT: &[&str] = &[
    "y",
    "o",
    "pero",
    "para",
    "si",
    "de",
    "sin",
    "cada",
    "iguales",
    "por",
    "porque",
    "que",
    "le",
    "se",
    "mejor",
    "nomas",
    "entonces",
    "con",
    "a",
    "no",
    "empezando",
    "and",
    "or",
    "but",
    "if",
    "so",
    "equal",
    "starting",
    "please",
    "then",
    "senora",
    "senor",
    "don",
];

/// Whether a verb of parting stands a few words before `at`, in its clause; *a partir de* is none.
fn is_parting(text: &Text<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    const STEMS: &[&str] = &[
        "parti", "partamos", "parta", "parto", "divid", "fraccion", "repart", "separ", "split", "break",
        "spread", "difer", "difier",
    ];
    const OTHERS: &[&str] = &["partido", "partidos", "participo", "participar", "particular"];
    let clause = (1..=REACH).take_while(|back| !matches!(text.back(at, *back), "" | "." | "?" | ";" | ","));
    clause.into_iter().any(|back| {
        let word = text.back(at, back);
        let since = word == "partir" && text.back(at, back + 1) == "a";
        let verb = STEMS.iter().any(|stem| word.starts_with(stem)) || word == "parte" && back == 1;
        verb && !since && !OTHERS.contains(&word)
    })
}

/// *A 6 meses, a doce quincenas*.
pub(super) fn spread(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    let text = context.text;
    let found = &all[place];
    let Value::Duration { count, period } = &found.value else { return None };
    let led = matches!(text.back(found.start, 1), "a" | "over")
        || text
            .phrases_before(found.start, &["plazo de", "diferido en", "diferir en", "pagar en", "plan de"])
            .is_some();
    let led = led || text.phrase(found.end, "sin intereses").is_some();
    let count: u32 = count.fract().is_zero().then(|| (*count).try_into().ok())??;
    if !led || matches!(period, Period::Day | Period::Year) || !(2..=360).contains(&count) {
        return None;
    }
    if text.phrases(found.end, &["de atraso", "de mora", "atras"]).is_some() {
        return None;
    }
    let mut value = PlanValue { count: Some(count), period: Some(*period), ..PlanValue::default() };
    let mut end = found.end;
    describe(context, all, &mut value, &mut end);
    Some(Plan { value, start: found.start, end, certainty: Certainty::Exact })
}

/// *500 al mes (durante seis meses)*.
fn rated(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    const REACH: usize = 6;
    let text = context.text;
    let found = &all[place];
    let money = amount(found)?;
    let recurring = at(all, found.end).and_then(|next| Some((next.date()?.every?, next.end)));
    let (period, start, mut end) = match cues::rate(text, found.end).or(recurring) {
        Some((period, end)) => (period, found.start, end),
        None => cues::rate_before(context, found.start).map(|(period, start)| (period, start, found.end))?,
    };
    // *Le ingreso 80 al mes* pays, *mi ingreso* is what comes in.
    let pays = |back: usize| {
        text.back(start, back) == "ingreso" && matches!(text.back(start, back + 1), "le" | "les" | "os")
    };
    let income = (1..=REACH)
        .filter(|back| !pays(*back))
        .map(|back| text.back(start, back))
        .take_while(|word| !matches!(*word, "" | "." | "," | "pero" | "but"));
    let after = (end..end + 3)
        .map(|at| text.word(at))
        .take_while(|word| !matches!(*word, "" | "." | "," | "pero" | "y"));
    let between = (start..found.start).map(|at| text.word(at));
    if matches!(period, Period::Day | Period::Year)
        || between.into_iter().any(|word| NOT_A_PLAN.contains(word))
        || income.into_iter().chain(after).any(|word| NOT_A_PLAN.contains(word))
    {
        return None;
    }
    if context.tenses.is_past(found.start, end) {
        return None;
    }
    let mut value = PlanValue { amount: Some(money), period: Some(period), ..PlanValue::default() };
    if text.is_in(end, &["durante", "por", "for", "en"])
        && let Some(next) = at(all, end + 1)
        && let Value::Duration { count, period: unit } = &next.value
        && *unit == period
    {
        value.count = (*count).try_into().ok();
        end = next.end;
    }
    Some(Plan { value, start, end, certainty: found.certainty })
}

/// *Un enganche de 500 y …, 500 de inicial y …*: the first part of a plan named later.
fn with_down_payment(context: &Context<'_>, all: &[Found], plan: &mut Plan) {
    const NEAR: usize = 10;
    let text = context.text;
    if plan.value.down_payment.is_some() {
        return;
    }
    let sooner = all.partition_point(|found| found.start < plan.start);
    let near = all[..sooner].iter().rev().take(NEAR);
    let mut near = near.take_while(|found| plan.start.saturating_sub(found.end) <= NEAR);
    let before = near.find(|found| found.end <= plan.start && part_of(found).is_some());
    let Some(first) = before else { return };
    let named = text
        .phrases_before(
            first.start,
            &[
                "enganche de",
                "inicial de",
                "anticipo de",
                "pie de",
                "entrada de",
                "enganche",
                "inicial",
                "down payment of",
            ],
        )
        .is_some();
    let after = cues::is_first_part(text, first.end);
    let rest = (first.end..plan.start).any(|at| {
        text.phrases(at, &["el resto", "lo demas", "lo que falta", "the rest", "el saldo"]).is_some()
    });
    if named || after || rest {
        plan.value.down_payment = part_of(first);
        plan.start = first.start;
    }
}

pub(super) fn part_of(found: &Found) -> Option<DownPayment> {
    match &found.value {
        Value::Money(money) => Some(DownPayment::Amount(money.amount)),
        Value::Percent(share) => Some(DownPayment::Percent(*share)),
        _ => None,
    }
}
