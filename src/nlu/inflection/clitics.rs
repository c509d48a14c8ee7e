//! Pronouns that hang on a Spanish verb: `pagarlo`, `dígame`, `dándoselo`, `comuniquémonos`. Takes them off and
//! says what may be left; whether that is a word, the caller knows. It is meant for tokens that are in no
//! vocabulary: by its shape alone, `detalle` could be `detal` with `le`.

use std::borrow::Cow;

/// What kind of verb form is left when the pronouns are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    Infinitive,
    Gerund,
    Imperative,
}

/// A verb form and the pronouns that were taken off it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stripped<'a> {
    /// The verb form alone: `comuniquemonos` leaves `comuniquemos`, with its s again.
    pub base: Cow<'a, str>,
    pub kind: Base,
    /// The pronouns as they stand: `lo`, `selo`.
    pub clitics: &'a str,
}

const LAST: &[&str] = &["me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les"];

/// What may stand before the last pronoun.
const BEFORE: &[&str] = &["se", "me", "te", "nos", "os"];

/// Imperatives too short, or too consonantal, for the rule of shape; prefixed verbs end in them (manten, repon).
const SHORT_IMPERATIVES: &[&str] = &["da", "de", "di", "ve", "se", "haz", "pon", "sal", "ten", "ven", "oi"];

/// The prefixed ones of which `te` can hang; any other -ten or -ven with `te` is an adjective: existente.
const WITH_TE: &[&str] =
    &["ten", "ven", "pon", "absten", "aten", "conten", "deten", "entreten", "manten", "sosten"];

/// The verb forms of which `word` (folded) may be made, the likeliest first; none if no pronoun hangs on it.
/// An infinitive or a gerund is unmistakable, so then no imperative is offered.
pub fn strip_clitics(word: &str) -> Vec<Stripped<'_>> {
    let mut found: Vec<Stripped<'_>> = Vec::new();
    for last in LAST {
        let Some(rest) = word.strip_suffix(last) else { continue };
        consider(word, rest, &mut found);
        for before in BEFORE {
            if let Some(rest) = rest.strip_suffix(before).filter(|_| can_follow(before, last)) {
                consider(word, rest, &mut found);
            }
        }
    }
    if found.iter().any(|stripped| stripped.kind != Base::Imperative) {
        found.retain(|stripped| stripped.kind != Base::Imperative);
    }
    // More pronouns first: `digaselo` is diga with two far sooner than `digase` with one.
    found.sort_by_key(|stripped| std::cmp::Reverse(stripped.clitics.len()));
    found
}

/// selo, melos, teme …; never lolo, nor the same one twice.
fn can_follow(before: &str, last: &str) -> bool {
    match last {
        "lo" | "la" | "los" | "las" => true,
        "me" | "te" | "nos" | "le" | "les" => before != last && matches!(before, "se" | "me" | "te"),
        _ => false,
    }
}

fn consider<'a>(word: &'a str, rest: &'a str, found: &mut Vec<Stripped<'a>>) {
    let clitics = &word[rest.len()..];
    let mut add = |base: Cow<'a, str>, kind| found.push(Stripped { base, kind, clitics });
    if ["ar", "er", "ir"].iter().any(|end| rest.ends_with(end)) && rest.len() > 2 || rest == "ir" {
        add(Cow::Borrowed(rest), Base::Infinitive);
    } else if ["ando", "iendo", "yendo"].iter().any(|end| rest.ends_with(end)) && rest.len() > 4 {
        add(Cow::Borrowed(rest), Base::Gerund);
    } else if clitics == "os" {
        // sentaos is sentad and os
        if rest.len() > 2 && rest.ends_with(['a', 'e', 'i']) {
            add(Cow::Owned(format!("{rest}d")), Base::Imperative);
        }
    } else if rest.ends_with("mo")
        && (clitics.starts_with("nos") || clitics.starts_with("se"))
        && rest.len() >= 4
    {
        // vámonos, digámoselo: the s of -mos is lost
        add(Cow::Owned(format!("{rest}s")), Base::Imperative);
    } else if looks_imperative(rest, clitics) {
        add(Cow::Borrowed(rest), Base::Imperative);
    }
}

fn looks_imperative(rest: &str, clitics: &str) -> bool {
    if rest.len() < 3 {
        return SHORT_IMPERATIVES.contains(&rest);
    }
    let ends_in = |ends: &[&str]| ends.iter().any(|end| rest.ends_with(end));
    if clitics.starts_with("te") && rest.ends_with('n') {
        return WITH_TE.contains(&rest);
    }
    // usted, tú, vos; ustedes; vosotros; nosotros; and the short ones with their prefixed kin
    rest.ends_with(['a', 'e', 'i']) || ends_in(&["an", "en", "ad", "ed", "id", "mos", "haz", "pon", "sal"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(word: &str) -> Vec<String> {
        strip_clitics(word).into_iter().map(|stripped| stripped.base.into_owned()).collect()
    }

    #[test]
    fn pronouns_come_off_infinitives_and_gerunds_without_doubt() {
        for (word, base) in [
            ("pagarlo", "pagar"),
            ("pagarselo", "pagar"),
            ("mandarmelo", "mandar"),
            ("irme", "ir"),
            ("oirlos", "oir"),
            ("explicarnoslo", "explicar"),
            ("dandoselo", "dando"),
            ("diciendole", "diciendo"),
            ("yendose", "yendo"),
        ] {
            assert_eq!(bases(word), [base], "{word}");
        }
    }

    #[test]
    fn pronouns_come_off_imperatives() {
        for (word, base) in [
            ("digame", "diga"),
            ("dime", "di"),
            ("dele", "de"),
            ("dame", "da"),
            ("cuenteme", "cuente"),
            ("cuentenos", "cuente"),
            ("cuentennos", "cuenten"),
            ("comuniqueme", "comunique"),
            ("digaselo", "diga"),
            ("paguemelo", "pague"),
            ("pagala", "paga"),
            ("decime", "deci"),
            ("ponelo", "pone"),
            ("ponte", "pon"),
            ("detente", "deten"),
            ("haznos", "haz"),
            ("decidme", "decid"),
            ("sentaos", "sentad"),
            ("hagamoslo", "hagamos"),
            ("pongamonos", "pongamos"),
            ("vamonos", "vamos"),
            ("digamoselo", "digamos"),
            ("enseñele", "enseñe"),
        ] {
            assert!(bases(word).contains(&base.to_owned()), "{word}: {:?}", bases(word));
        }
    }

    #[test]
    fn of_two_readings_the_one_with_more_pronouns_comes_first() {
        assert_eq!(bases("digaselo"), ["diga", "digase"]);
    }

    #[test]
    fn the_pronouns_are_told_apart_from_the_verb() {
        let stripped = strip_clitics("pagarselos");
        assert_eq!(stripped[0].clitics, "selos");
        assert_eq!(stripped[0].kind, Base::Infinitive);
    }

    #[test]
    fn words_without_pronouns_have_no_base() {
        for word in [
            "pago",
            "",
            "lo",
            "melo",
            "señor",
            "mes",
            "solo",
            "bastante",
            "existente",
            "presente",
            "¿lo",
            "datos",
        ] {
            assert!(bases(word).is_empty(), "{word}: {:?}", bases(word));
        }
    }
}
