//! Who is the agent where the labels are only names: the one who introduces herself, asks for the party and
//! states the debt, as against the one who asks who is calling and what she can pay.

use std::cmp::Reverse;

use crate::call::Speaker;

use super::words::{WORDS, fold};

/// One speaker and everything that she says.
#[derive(Debug, Clone)]
pub(super) struct Voice<'a> {
    pub(super) key: &'a str,
    /// The role, where the label or the file's head tells it.
    pub(super) role: Option<Speaker>,
    /// The role comes from a lone letter.
    pub(super) initial: bool,
    pub(super) turns: Vec<&'a str>,
}

/// The role of each voice, in their order.
pub(super) fn decide(voices: &[Voice<'_>]) -> Vec<Speaker> {
    let mut roles: Vec<Option<Speaker>> = voices.iter().map(|voice| voice.role).collect();
    read_initials(voices, &mut roles);
    let mut open: Vec<usize> = (0..voices.len()).filter(|at| roles[*at].is_none()).collect();
    if !roles.contains(&Some(Speaker::Agent))
        && let Some(agent) = open.iter().copied().max_by_key(|at| (leaning(&voices[*at]), Reverse(*at)))
    {
        roles[agent] = Some(Speaker::Agent);
        open.retain(|at| *at != agent);
    }
    if !roles.contains(&Some(Speaker::Debtor))
        && let Some(debtor) = open.iter().copied().max_by_key(|at| (voices[*at].turns.len(), Reverse(*at)))
    {
        roles[debtor] = Some(Speaker::Debtor);
    }
    roles.into_iter().map(|role| role.unwrap_or(Speaker::ThirdParty)).collect()
}

/// `C` and `D` together are collector and debtor; `A` and `B` are just two people.
fn read_initials(voices: &[Voice<'_>], roles: &mut [Option<Speaker>]) {
    let place = |letter: &str| voices.iter().position(|voice| voice.key == letter);
    let agents = roles.iter().filter(|role| **role == Some(Speaker::Agent)).count();
    if let (Some(c), Some(d)) = (place("c"), place("d"))
        && agents == 0
        && voices[c].initial
        && voices[d].initial
    {
        roles[c] = Some(Speaker::Agent);
    }
    if let (Some(a), Some(_)) = (place("a"), place("b"))
        && voices[a].initial
        && !roles.contains(&Some(Speaker::Debtor))
    {
        roles[a] = None;
    }
}

/// Tell-tale phrases of the agent less those of the debtor; each phrase counts once.
fn leaning(voice: &Voice<'_>) -> i64 {
    let said = fold(&voice.turns.join(" | "));
    let count = |cues: &[String]| cues.iter().filter(|cue| holds_words(&said, cue)).count();
    let signed = |n| i64::try_from(n).unwrap_or(i64::MAX);
    signed(count(&WORDS.cues.agent)) - signed(count(&WORDS.cues.debtor))
}

/// Whether `text` holds `phrase` as whole words.
fn holds_words(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice<'a>(key: &'a str, role: Option<Speaker>, words: &'a str) -> Voice<'a> {
        Voice { key, role, initial: key.len() == 1 && role.is_some(), turns: vec![words] }
    }

    #[test]
    fn the_one_who_calls_about_the_debt_is_the_agent_even_if_she_speaks_second() {
        let voices = [
            voice("rosa", None, "¿Bueno? ¿Quién habla?"),
            voice("ana", None, "Le habla Ana Ruiz, de parte de Financiera Sol, por su saldo vencido"),
        ];
        assert_eq!(decide(&voices), [Speaker::Debtor, Speaker::Agent]);
    }

    #[test]
    fn with_nothing_to_go_by_the_first_speaker_is_the_agent() {
        let voices = [voice("ana", None, "Buenas"), voice("rosa", None, "Buenas")];
        assert_eq!(decide(&voices), [Speaker::Agent, Speaker::Debtor]);
    }

    #[test]
    fn beside_a_known_agent_the_one_who_talks_most_is_the_debtor() {
        let voices = [
            voice("agente", Some(Speaker::Agent), "Buenas"),
            voice("pedro", None, "Se la paso"),
            Voice { turns: vec!["Sí", "No"], ..voice("rosa", None, "") },
        ];
        assert_eq!(decide(&voices), [Speaker::Agent, Speaker::ThirdParty, Speaker::Debtor]);
    }

    #[test]
    fn c_and_d_are_collector_and_debtor_and_a_and_b_are_two_people() {
        let voices = [voice("d", Some(Speaker::Debtor), "Hola"), voice("c", Some(Speaker::Debtor), "Hola")];
        assert_eq!(decide(&voices), [Speaker::Debtor, Speaker::Agent]);
        let voices = [
            voice("a", Some(Speaker::Agent), "Who is this?"),
            voice("b", None, "I am calling from Sunrise about your account"),
        ];
        assert_eq!(decide(&voices), [Speaker::Debtor, Speaker::Agent]);
    }

    #[test]
    fn a_phrase_inside_a_longer_word_gives_nobody_away() {
        assert!(holds_words("sí, soy yo.", "soy yo"));
        assert!(!holds_words("estoy soyando", "soy"));
    }
}
