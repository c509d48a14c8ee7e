//! Who a label means: the usual words for each role in both languages, or a name whose role must be found out.

use crate::call::Speaker;

use super::words::{WORDS, fold, has};

/// How far a label can be trusted to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// A known word for a role: enough by itself.
    Known,
    /// A name or a form of address: believed when it comes back.
    Name,
}

/// A label and what it says of the speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// What tells this speaker from the others: the label, folded.
    pub(super) key: String,
    /// The role, where the label names one.
    pub(super) role: Option<Speaker>,
    pub(super) trust: Trust,
    /// A lone capital letter for a role; another letter beside it can change what it means.
    pub(super) initial: bool,
}

/// The longest label that is believed, in characters.
const LONGEST: usize = 40;
/// The most words in a name.
const MOST_WORDS: usize = 5;
/// Small words inside a name.
const PARTICLES: [&str; 8] = ["de", "del", "la", "las", "los", "y", "van", "da"];

/// Reads a label, with what stood in brackets after it.
pub(super) fn read(label: &str, aside: Option<&str>) -> Option<Label> {
    let label = without_verb(label.trim().trim_matches(['*', '_', '.', '#']).trim());
    if label.is_empty() || label.chars().count() > LONGEST {
        return None;
    }
    let key = fold(label);
    let made = |role, trust| Some(Label { key: key.clone(), role, trust, initial: false });
    let bare = without_number(without_gender(&key));
    if let Some(role) = role_of(bare).or_else(|| aside.and_then(|aside| role_of(&fold(aside.trim())))) {
        return made(Some(role), Trust::Known);
    }
    if let Some(role) = key.split(['/', '-', '_']).find_map(|part| role_of(part.trim())) {
        return made(Some(role), Trust::Known);
    }
    if let Some(role) = initial(label) {
        return Some(Label { key, role: Some(role), trust: Trust::Known, initial: true });
    }
    let words: Vec<&str> = label.split_whitespace().collect();
    let (first, last) = (fold(words.first()?), fold(words.last()?));
    let heads_figures =
        |word| has(&WORDS.not_speakers, word) || WORDS.months.iter().any(|names| has(names, word));
    if words.len() > MOST_WORDS || heads_figures(first.trim_end_matches(['.', ','])) {
        return None;
    }
    let first_role =
        role_of(without_gender(&first)).filter(|_| words[1..].iter().all(|word| is_name_word(word)));
    if let Some(role) = first_role.or_else(|| role_of(&last).filter(|_| is_name_word(words[0]))) {
        return made(Some(role), Trust::Known);
    }
    if has(&WORDS.courtesy, first.trim_end_matches('.').trim_end_matches("(a)").trim_end_matches("/a")) {
        return made(Some(Speaker::Debtor), Trust::Name);
    }
    let voice = first.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    if has(&WORDS.voices, voice) || words.iter().all(|word| is_name_word(word)) {
        return made(None, Trust::Name);
    }
    // Nicknames in chats are often written small.
    (words.len() == 1 && label.chars().all(char::is_alphabetic)).then(|| made(None, Trust::Name)).flatten()
}

/// Whether the label begins with a capital letter, as names and sentences do.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    !words.is_empty() && words.len() <= MOST_WORDS && words.iter().all(|word| is_name_word(word))
}

fn is_name_word(word: &str) -> bool {
    PARTICLES.contains(&word)
        || word.chars().all(|c| c.is_ascii_digit() || c == '#')
        || word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-' | '_'))
}

fn role_of(folded: &str) -> Option<Speaker> {
    WORDS.labels.iter().find(|(_, labels)| has(labels, folded)).map(|(role, _)| *role)
}

fn initial(label: &str) -> Option<Speaker> {
    WORDS.initials.iter().find(|(_, letters)| has(letters, label)).map(|(role, _)| *role)
}

/// `Agente dice` is the agent.
fn without_verb(label: &str) -> &str {
    match label.rsplit_once(' ') {
        Some((name, verb)) if has(&WORDS.verbs, &fold(verb)) => name.trim_end(),
        _ => label,
    }
}

/// `asesor/a`, `asesor(a)`, `deudor/deudora` are one word.
fn without_gender(folded: &str) -> &str {
    ["/a", "/o", "(a)", "(o)", "/ra", "(ra)"]
        .iter()
        .find_map(|ending| folded.strip_suffix(ending))
        .unwrap_or(folded)
        .trim_end()
}

/// `agente 1`, `agente #2`, `agent_01`.
fn without_number(folded: &str) -> &str {
    folded.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#' | '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(label: &str) -> Option<Speaker> {
        read(label, None).and_then(|label| label.role)
    }

    #[test]
    fn the_usual_words_name_their_role_in_any_case_and_with_or_without_accents() {
        for label in ["Agente", "ASESORA", "Ejecutivo/a", "Gestor(a)", "agent", "Rep", "Collections Agent"] {
            assert_eq!(role(label), Some(Speaker::Agent), "{label}");
        }
        for label in
            ["Cliente", "DEUDORA", "Titular", "usuario", "Customer", "Señor", "Sra. Rosa", "Señor(a)"]
        {
            assert_eq!(role(label), Some(Speaker::Debtor), "{label}");
        }
        assert_eq!(role("Tercera persona"), Some(Speaker::ThirdParty));
        assert_eq!(role("Grabación"), Some(Speaker::System));
    }

    #[test]
    fn numbers_and_names_beside_the_word_do_not_hide_it() {
        for label in [
            "Agente 1",
            "Agente #2",
            "AGENT_01",
            "Agente Ana Ruiz",
            "Ana/Agente",
            "Agente-Ana",
            "Agente Ana dice",
        ] {
            assert_eq!(role(label), Some(Speaker::Agent), "{label}");
        }
        assert_eq!(read("Ana", Some("agente")).unwrap().role, Some(Speaker::Agent));
    }

    #[test]
    fn capital_initials_are_roles_and_small_ones_are_not() {
        assert!(read("A", None).unwrap().initial);
        assert_eq!(role("CL"), Some(Speaker::Debtor));
        assert_eq!(role("a"), None);
    }

    #[test]
    fn a_name_is_a_label_without_a_role() {
        for label in ["Ana Ruiz", "María de la Cruz", "Speaker 1", "hablante_2", "rosa"] {
            let read = read(label, None).unwrap();
            assert_eq!((read.role, read.trust), (None, Trust::Name), "{label}");
        }
    }

    #[test]
    fn what_heads_a_line_of_figures_is_no_speaker() {
        for label in
            ["Total", "https", "Saldo vencido", "Fecha", "Marzo", "Viernes 13", "lo que le digo es", "Tel."]
        {
            assert_eq!(read(label, None), None, "{label}");
        }
    }
}
