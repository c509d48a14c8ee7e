//! What somebody chose from a list: by number, by name, or by the title that the list shows, as people write it.

use crate::nlu::text::fold;

/// Words between two things of a list.
const AND: [&str; 6] = ["y", "e", "and", "luego", "then", "&"];

/// The one that is meant.
pub(super) fn one<'a>(text: &str, all: &[(&'a str, &str)]) -> Option<&'a str> {
    let wanted = plain(text);
    if let Ok(number) = wanted.parse::<usize>() {
        return all.get(number.checked_sub(1)?).map(|(id, _)| *id);
    }
    if wanted.is_empty() {
        return None;
    }
    let by = |fits: &dyn Fn(&str) -> bool| {
        let mut found = all.iter().filter(|(id, title)| fits(&plain(id)) || fits(&plain(title)));
        // Of several that would do, none is meant for certain.
        found.next().filter(|_| found.next().is_none()).map(|(id, _)| *id)
    };
    by(&|name| name == wanted)
        .or_else(|| by(&|name| name.starts_with(&wanted)))
        .or_else(|| by(&|name| wanted.split(' ').all(|word| name.split(' ').any(|other| other == word))))
}

/// Several, with commas, blanks or an "and" between them; what was meant by none comes back as it was written.
pub(super) fn several<'a>(text: &str, all: &[(&'a str, &str)]) -> Result<Vec<&'a str>, String> {
    let mut chosen = Vec::new();
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        match one(part, all) {
            Some(id) => chosen.push(id),
            None => chosen.extend(in_pieces(part, all).ok_or_else(|| part.to_owned())?),
        }
    }
    Ok(chosen)
}

/// Things that no comma parts: `19 y 6`, `no tengo dinero y llámeme después`.
fn in_pieces<'a>(text: &str, all: &[(&'a str, &str)]) -> Option<Vec<&'a str>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let parted: Option<Vec<_>> = words
        .split(|word| AND.contains(&plain(word).as_str()))
        .filter(|part| !part.is_empty())
        .map(|part| one(&part.join(" "), all))
        .collect();
    parted.or_else(|| {
        let single = words.iter().filter(|word| !AND.contains(&plain(word).as_str()));
        single.map(|word| one(word, all)).collect()
    })
}

/// Small letters without accents or signs, words one blank apart.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, &str); 5] = [
        ("busy", "Estoy en otra cosa"),
        ("call_later", "Llámeme después"),
        ("no_money", "No tengo dinero"),
        ("no_job", "No tengo trabajo"),
        ("unwilling", "No pienso pagar"),
    ];

    #[test]
    fn a_choice_is_a_number_a_name_or_the_title() {
        for text in ["3", "no_money", "No tengo dinero", "no tengo DINERO", "dinero"] {
            assert_eq!(one(text, &ALL), Some("no_money"), "{text}");
        }
        assert_eq!(one("llameme", &ALL), Some("call_later"));
    }

    #[test]
    fn what_may_be_two_things_or_none_is_not_guessed_at() {
        for text in ["no tengo", "0", "6", "", "plata"] {
            assert_eq!(one(text, &ALL), None, "{text}");
        }
    }

    #[test]
    fn several_are_parted_by_commas_blanks_or_words() {
        for text in ["3,1", "3 1", "3 y 1", "no_money busy", "no tengo dinero y estoy en otra cosa"] {
            assert_eq!(several(text, &ALL).unwrap(), ["no_money", "busy"], "{text}");
        }
        assert_eq!(several("3, plata", &ALL), Err("plata".to_owned()));
        assert_eq!(several(" , ", &ALL).unwrap(), [""; 0]);
    }
}
