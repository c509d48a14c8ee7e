//! How an announced consequence reads, for people: the reading and its reasons, each with its words.

use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::Consequence;
use crate::nlu::consequence::{Standing, Why, title};

/// One line: the reading, then what speaks for it. `text` is the turn's.
pub fn line(text: &str, consequence: &Consequence, messages: &Messages) -> String {
    let reasons: Vec<String> = consequence
        .grounds
        .iter()
        .filter_map(|ground| {
            let words = printable(text.get(ground.span.clone()).unwrap_or_default());
            reason(&ground.why, words, messages)
        })
        .collect();
    let reading = messages.say(&format!("consequence-{}", consequence.reading.id()));
    format!("{reading}: {}", reasons.join("; "))
}

/// What a reason says; none for what the ear heard, which stands beside it.
fn reason(why: &Why, words: String, messages: &Messages) -> Option<String> {
    let mut args = vec![("words", Arg::from(words))];
    let id = match why {
        Why::Worded(_) => return None,
        Why::Condition => "consequence-condition".to_owned(),
        Why::NoCondition => "consequence-no-condition".to_owned(),
        Why::Possibility => "consequence-possibility".to_owned(),
        Why::Certainty => "consequence-certainty".to_owned(),
        Why::Imminence => "consequence-imminence".to_owned(),
        Why::Named { kind, standing } => {
            args.push(("title", title(kind, messages.language()).unwrap_or(kind).into()));
            match standing {
                Standing::Possible => "consequence-kind-possible".to_owned(),
                Standing::TooSoon => "consequence-kind-too-soon".to_owned(),
                Standing::NotOfThisCase(need) => format!("consequence-kind-without-{}", need.id()),
                Standing::Barred(country) => {
                    args.push(("country", country.code().into()));
                    "consequence-kind-barred".to_owned()
                }
                Standing::OnlyByCourt => "consequence-kind-only-by-court".to_owned(),
                Standing::Never => "consequence-kind-never".to_owned(),
            }
        }
    };
    Some(messages.say_with(&id, &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Country;
    use crate::messages::Language;
    use crate::nlu::consequence::{Ground, Need};
    use crate::nlu::staged::Staged;
    use crate::nlu::{Reading, consequence};

    #[test]
    fn a_reading_is_told_with_the_words_that_speak_for_it() {
        let text = "Si no paga, podría terminar en la cárcel.";
        let call = Staged::new().agent(text, &["consequence.lawful"]);
        let found = consequence::find(&call.0).remove(0);
        assert_eq!(
            line(text, &found, &Messages::new(Language::Es)),
            "consecuencia que amenaza: con condición («Si no paga»); como posibilidad («podría»); cárcel o policía por una deuda («cárcel»): nunca es cierto"
        );
    }

    #[test]
    fn every_reading_and_reason_has_its_sentence_in_both_languages() {
        let named = |standing| Why::Named { kind: "jail".into(), standing };
        let grounds = [
            Why::Condition,
            Why::NoCondition,
            Why::Possibility,
            Why::Certainty,
            Why::Imminence,
            named(Standing::Possible),
            named(Standing::TooSoon),
            named(Standing::NotOfThisCase(Need::PastDue)),
            named(Standing::NotOfThisCase(Need::Discount)),
            named(Standing::Barred(Country::Cl)),
            named(Standing::OnlyByCourt),
            named(Standing::Never),
        ];
        for language in Language::ALL {
            for reading in [Reading::Informs, Reading::Ambiguous, Reading::Threatens] {
                let grounds = grounds.clone().map(|why| Ground { why, span: 0..1 }).to_vec();
                let found = Consequence { turn: crate::call::TurnIndex(0), span: 0..1, reading, grounds };
                let said = line("a", &found, &Messages::new(language));
                assert!(!said.contains("consequence-"), "{said}");
            }
        }
    }
}
