//! Since when it is due: the day or the stretch of time that was named, the month by its bare name ("March and April"),
//! the year ("since 2021").

use jiff::civil::Date;

use super::policy;
use super::scene::{Mark, Scene, Turns, Witnesses};
use crate::call::Call;
use crate::nlu::text::{Word, words};
use crate::sandbox::Engine;

/// The months by their names and by what people write for them.
const MONTHS: [&[&str]; 12] = [
    &["enero", "ene", "january", "jan"],
    &["febrero", "feb", "february"],
    &["marzo", "march"],
    &["abril", "abr", "april", "apr"],
    &["mayo", "may"],
    &["junio", "jun", "june"],
    &["julio", "jul", "july"],
    &["agosto", "ago", "august", "aug"],
    &["septiembre", "setiembre", "sept", "sep", "set", "september"],
    &["octubre", "oct", "october"],
    &["noviembre", "nov", "november"],
    &["diciembre", "dic", "december", "dec"],
];
/// English words that are a month only behind a word that makes them one.
const DOUBTFUL: &[&str] = &["may", "march", "set"];
const LEADS: &[&str] = &["since", "in", "from", "of", "for", "and", "de", "desde", "y"];
/// What a turn has in which a bare month is one of the debt.
const OF_DEBT: &[&str] = &["state_debt", "state_purpose"];

/// How words begin that say that something is owed, or late.
const DUE: &[&str] = &[
    "venc",
    "atras",
    "deb",
    "pend",
    "adeud",
    "mora",
    "impag",
    "cuota",
    "mensualidad",
    "factura",
    "owe",
    "due",
    "overdue",
    "late",
    "behind",
    "unpaid",
    "missed",
    "outstanding",
];

/// Where these turns tell since when it is due, as the case file has it.
fn since(turns: &Turns) -> Witnesses {
    let kinds = ["date", "duration"].map(str::to_owned);
    let scene = &turns.scene;
    let tells = |turn: usize| {
        let figures = ["money", "number"].map(str::to_owned);
        let of_turn = turns.filtered(|own| own == turn);
        OF_DEBT.iter().any(|act| scene.heard(turn).has(act))
            || !policy::of_debt(&of_turn.entities(&figures)).list.is_empty()
    };
    // "Hace cinco semanas que perdió el empleo" is as long, and of another matter.
    let of_it = |turn: usize| tells(turn) || falls_due(scene.text(turn)) || is_asked_for(scene, turn);
    let named = policy::of_debt(&turns.entities(&kinds)).filtered(|mark| of_it(mark.turn));
    let bare = turns.list.iter().copied().filter(|turn| tells(*turn)).filter_map(|turn| {
        let all = words(scene.text(turn));
        let at = (0..all.len()).find(|at| is_since(scene.call(), &all, *at))?;
        Some(Mark { turn, span: all[at].span.clone(), act: None, value: None, excess: None })
    });
    named.plus(&Witnesses { scene: std::rc::Rc::clone(scene), list: bare.collect() })
}

/// Whether a turn says in so many words that something is owed, or late.
fn falls_due(text: &str) -> bool {
    words(text).iter().any(|word| DUE.iter().any(|stem| word.folded.starts_with(stem)))
}

/// Whether the other party has just asked something, and this answers it without asking back.
fn is_asked_for(scene: &Scene, turn: usize) -> bool {
    let asked = turn.checked_sub(1).is_some_and(|before| scene.heard(before).has("question"));
    asked && !scene.text(turn).contains('?')
}

/// Whether a word names a month, or a year, in which something fell due; a day of that month is another matter.
fn is_since(call: &Call, all: &[Word], at: usize) -> bool {
    let word = all[at].folded.as_str();
    let before = |back: usize| at.checked_sub(back).map(|at| all[at].folded.as_str());
    let led = before(1).is_some_and(|word| LEADS.contains(&word));
    let due: Vec<Date> =
        call.case_file.iter().flat_map(|case| case.past_due.iter().map(|item| item.due)).collect();
    let numbered =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let month = MONTHS.iter().position(|names| names.contains(&word));
    if let Some(month) = month {
        let a_day = numbered(before(1))
            || before(1) == Some("de") && numbered(before(2))
            || numbered(all.get(at + 1).map(|word| word.folded.as_str()));
        return !a_day
            && (led || !DOUBTFUL.contains(&word))
            && due.iter().any(|day| usize::try_from(day.month()).is_ok_and(|own| own == month + 1));
    }
    let article = before(1).is_some_and(|word| ["el", "del"].contains(&word));
    let other_year = |day: &Date| call.date.is_none_or(|today| today.year() != day.year());
    (led || article) && due.iter().any(|day| other_year(day) && day.year().to_string() == word)
}

/// Teaches an engine the word for it.
pub(super) fn register(engine: &mut Engine) {
    engine.register_get("since", |turns: &mut Turns| since(turns));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::call::{CaseFile, Currency, Money, PastDue, Policy};
    use crate::messages::Language;

    /// A call of June 2026 about what fell due in March 2021, and in August 2025.
    fn told(text: &str) -> bool {
        let item =
            |due: Date| PastDue { concept: "cuota".into(), amount: Money::new(900, Currency::MXN), due };
        let case = CaseFile {
            creditor: "Almacenes".into(),
            product: "tarjeta".into(),
            account: "1".into(),
            debtor: "Luz".into(),
            treatment: String::new(),
            currency: Currency::MXN,
            balance: Money::new(1800, Currency::MXN),
            past_due: vec![item(date(2021, 3, 5)), item(date(2025, 8, 31))],
            verify: Vec::new(),
            history: Vec::new(),
            policy: Policy::default(),
        };
        let call =
            Call { date: Some(date(2026, 6, 11)), case_file: Some(case), ..Call::new("1", Language::Es) };
        let all = words(text);
        (0..all.len()).any(|at| is_since(&call, &all, at))
    }

    #[test]
    fn a_month_by_its_bare_name_and_a_year_tell_since_when() {
        for right in [
            "debe marzo y abril",
            "las cuotas de enero y marzo",
            "la cuota de agosto",
            "desde el 2021",
            "since 2021",
            "for march",
        ] {
            assert!(told(right), "{right}");
        }
        for wrong in [
            "debe abril y mayo",
            "el 6 de marzo me lo prometió",
            "paga el 31 agosto",
            "march 5 you said",
            "we march on",
            "llame al 2021",
            "desde el 2020",
        ] {
            assert!(!told(wrong), "{wrong}");
        }
    }
}
