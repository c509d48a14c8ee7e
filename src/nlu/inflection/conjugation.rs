//! Spanish conjugation: every simple form of a verb, tú, vos, usted and vosotros alike, from its infinitive.
//! Written on folded words, so it need not know where the accents go; it must know the stems (`stems.rs`),
//! the spelling that keeps a sound before another vowel, and the irregular verbs (`irregular.rs`).

use crate::nlu::inflection::irregular::{self, Irregular, Preterite};
use crate::nlu::inflection::stems::{self, Change};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Ar,
    Er,
    Ir,
}

/// The forms of one verb as they are made.
struct Paradigm<'a> {
    class: Class,
    /// What an irregular verb puts before its principal parts.
    prefix: &'a str,
    words: Vec<String>,
}

/// Every form of a folded infinitive (`pagar`, `reir`), in no order, with repeats.
pub(super) fn conjugate(infinitive: &str) -> Vec<String> {
    let (stem, ending) = infinitive.split_at(infinitive.len() - 2);
    let class = match ending {
        "ar" => Class::Ar,
        "er" => Class::Er,
        _ => Class::Ir,
    };
    let (prefix, irregular) = match irregular::find(infinitive) {
        Some((prefix, irregular)) => (prefix, Some(irregular)),
        None => ("", None),
    };
    let change = irregular.map_or_else(|| stems::change_of(infinitive), |irregular| irregular.change);
    let stressed = match class {
        Class::Ir if inserts_y(stem) => format!("{stem}y"),
        _ => change.stressed(stem),
    };
    let raised = if class == Class::Ir { change.raised(stem) } else { stem.to_owned() };

    let mut verb = Paradigm { class, prefix, words: vec![infinitive.to_owned()] };
    verb.present(stem, &stressed, irregular);
    verb.imperfect(stem, irregular);
    verb.preterite(stem, &raised, irregular);
    verb.future(infinitive, irregular);
    verb.subjunctive(stem, &stressed, &raised, change, irregular);
    verb.imperative(stem, irregular);
    verb.gerund(&raised, irregular);
    verb.participles(infinitive, stem);
    verb.words
}

impl Paradigm<'_> {
    fn push(&mut self, stem: &str, ending: &str) {
        self.words.push(join(stem, ending, self.class));
    }

    fn push_all(&mut self, stem: &str, endings: &[&str]) {
        for ending in endings {
            self.push(stem, ending);
        }
    }

    fn push_whole(&mut self, words: &[&str]) {
        for word in words {
            self.words.push(format!("{}{word}", self.prefix));
        }
    }

    fn present(&mut self, stem: &str, stressed: &str, irregular: Option<&Irregular>) {
        if let Some(irregular) = irregular.filter(|irregular| !irregular.present.is_empty()) {
            self.push_whole(irregular.present);
            return;
        }
        match irregular {
            Some(irregular) if !irregular.yo.is_empty() => self.push_whole(&[irregular.yo]),
            _ if inserts_z(stem, self.class) => self.push(&with_zc(stem), "o"),
            _ => self.push(stressed, "o"),
        }
        // After the second person singular, the same person with vos: tienes, tenés.
        let (strong, weak): (&[&str], &[&str]) = match self.class {
            Class::Ar => (&["as", "a", "an"], &["as", "amos", "ais"]),
            Class::Er => (&["es", "e", "en"], &["es", "emos", "eis"]),
            Class::Ir => (&["es", "e", "en"], &["is", "imos"]),
        };
        self.push_all(stressed, strong);
        self.push_all(stem, weak);
    }

    fn imperfect(&mut self, stem: &str, irregular: Option<&Irregular>) {
        const ENDINGS: [&str; 5] = ["a", "as", "amos", "ais", "an"];
        let stem = match (irregular, self.class) {
            (Some(irregular), _) if !irregular.imperfect.is_empty() => {
                format!("{}{}", self.prefix, irregular.imperfect)
            }
            (_, Class::Ar) => format!("{stem}ab"),
            (_, Class::Er | Class::Ir) => format!("{stem}i"),
        };
        self.push_all(&stem, &ENDINGS);
    }

    /// The preterite, and the past subjunctives, which follow its third person plural.
    fn preterite(&mut self, stem: &str, raised: &str, irregular: Option<&Irregular>) {
        const STRONG: [&str; 5] = ["e", "iste", "o", "imos", "isteis"];
        const LIKE_ER: [&str; 4] = ["i", "iste", "imos", "isteis"];
        const PAST_SUBJUNCTIVE: [&str; 10] =
            ["ra", "ras", "ramos", "rais", "ran", "se", "ses", "semos", "seis", "sen"];
        let they = match irregular.map_or(Preterite::Regular, |irregular| irregular.preterite) {
            Preterite::Fui => {
                self.push_whole(&["fui", "fuiste", "fue", "fuimos", "fuisteis"]);
                format!("{}fue", self.prefix)
            }
            Preterite::Strong(strong) => {
                let strong = format!("{}{strong}", self.prefix);
                // hizo keeps its sound as an -er verb does; anduvo has none to keep.
                for ending in STRONG {
                    self.words.push(join(&strong, ending, Class::Er));
                }
                // dijeron, not dijieron; but tuvieron.
                format!("{strong}{}", if strong.ends_with('j') { "e" } else { "ie" })
            }
            Preterite::Regular if self.class == Class::Ar => {
                self.push_all(stem, &["e", "aste", "o", "amos", "asteis"]);
                format!("{stem}a")
            }
            Preterite::Regular | Preterite::LikeEr => {
                for ending in LIKE_ER {
                    self.words.push(join(stem, ending, Class::Er));
                }
                self.words.push(join(raised, "io", Class::Er));
                join(raised, "ie", Class::Er)
            }
        };
        self.push(&they, "ron");
        self.push_all(&they, &PAST_SUBJUNCTIVE);
    }

    fn future(&mut self, infinitive: &str, irregular: Option<&Irregular>) {
        const ENDINGS: [&str; 11] =
            ["e", "as", "a", "emos", "eis", "an", "ia", "ias", "iamos", "iais", "ian"];
        let short = irregular.map(|irregular| irregular.future).filter(|future| !future.is_empty());
        if let Some(short) = short {
            self.push_all(&format!("{}{short}", self.prefix), &ENDINGS);
        }
        // contradiré and contradeciré are both said.
        if short.is_none() || (infinitive.ends_with("decir") && !self.prefix.is_empty()) {
            self.push_all(infinitive, &ENDINGS);
        }
    }

    fn subjunctive(
        &mut self,
        stem: &str,
        stressed: &str,
        raised: &str,
        change: Change,
        irregular: Option<&Irregular>,
    ) {
        let given = irregular.and_then(|irregular| match (irregular.subjunctive, irregular.yo) {
            ("", "") => None,
            ("", yo) => Some(format!("{}{}", self.prefix, yo.strip_suffix('o').unwrap_or(yo))),
            (subjunctive, _) => Some(format!("{}{subjunctive}", self.prefix)),
        });
        if let Some(given) = given {
            // Not respelled: the g of tengo is hard already.
            let endings = if self.class == Class::Ar {
                ["e", "es", "emos", "eis", "en"]
            } else {
                ["a", "as", "amos", "ais", "an"]
            };
            self.words.extend(endings.map(|ending| format!("{given}{ending}")));
            return;
        }
        let (strong, weak) = if inserts_z(stem, self.class) {
            (with_zc(stem), with_zc(stem))
        } else if self.class == Class::Ir && change == Change::None {
            (stressed.to_owned(), stressed.to_owned())
        } else {
            (stressed.to_owned(), raised.to_owned())
        };
        match self.class {
            Class::Ar => {
                self.push_all(&strong, &["e", "es", "en"]);
                self.push_all(&weak, &["es", "emos", "eis"]);
            }
            Class::Er | Class::Ir => {
                self.push_all(&strong, &["a", "as", "an"]);
                self.push_all(&weak, &["as", "amos", "ais"]);
            }
        }
    }

    /// The imperatives that are no form of the present or the subjunctive: vos and vosotros, and a few of tú.
    fn imperative(&mut self, stem: &str, irregular: Option<&Irregular>) {
        let (vos, vosotros) = match self.class {
            Class::Ar => ("a", "ad"),
            Class::Er => ("e", "ed"),
            Class::Ir => ("i", "id"),
        };
        self.push(stem, vosotros);
        // The imperative of ir with vos is taken from andar.
        if !stem.is_empty() {
            self.push(stem, vos);
        }
        if let Some(irregular) = irregular {
            self.push_whole(irregular.imperative);
        }
    }

    fn gerund(&mut self, raised: &str, irregular: Option<&Irregular>) {
        match (irregular, self.class) {
            (Some(irregular), _) if !irregular.gerund.is_empty() => self.push_whole(&[irregular.gerund]),
            (_, Class::Ar) => self.push(raised, "ando"),
            (_, Class::Er | Class::Ir) => self.push(raised, "iendo"),
        }
    }

    fn participles(&mut self, infinitive: &str, stem: &str) {
        const ENDINGS: [&str; 4] = ["o", "a", "os", "as"];
        if let Some((prefix, participles)) = irregular::participles(infinitive) {
            for participle in participles {
                for ending in ENDINGS {
                    self.words.push(format!("{prefix}{participle}{ending}"));
                }
            }
            return;
        }
        let participle = format!("{stem}{}", if self.class == Class::Ar { "ad" } else { "id" });
        for ending in ENDINGS {
            self.words.push(format!("{participle}{ending}"));
        }
    }
}

/// Stem and ending, spelled so that the stem sounds as it does in the infinitive.
fn join(stem: &str, ending: &str, class: Class) -> String {
    let front = ending.starts_with(['e', 'i']);
    let respelled = match class {
        // pagar: pague; buscar: busque; empezar: empiece
        Class::Ar if front => [("g", "gu"), ("c", "qu"), ("z", "c")].as_slice(),
        // seguir: sigo; delinquir: delinco; recoger: recojo; vencer: venzo
        Class::Er | Class::Ir if !front => {
            [("zc", "zc"), ("gu", "g"), ("qu", "c"), ("g", "j"), ("c", "z")].as_slice()
        }
        _ => [].as_slice(),
    };
    let mut joined = match respelled.iter().find(|(end, _)| stem.ends_with(end)) {
        Some((end, spelled)) => format!("{}{spelled}", &stem[..stem.len() - end.len()]),
        None => stem.to_owned(),
    };
    // The glide of ió, ie melts into ñ, ll and i (riñó, bulló, rio), and is written y after a vowel (leyó).
    let glides = class != Class::Ar && (ending.starts_with("io") || ending.starts_with("ie"));
    if glides && (joined.ends_with(['ñ', 'i']) || joined.ends_with("ll")) {
        joined.push_str(&ending[1..]);
    } else if glides && ends_in_sounded_vowel(&joined) {
        joined.push('y');
        joined.push_str(&ending[1..]);
    } else {
        joined.push_str(ending);
    }
    joined
}

fn ends_in_sounded_vowel(stem: &str) -> bool {
    let silent_u = (stem.ends_with("gu") && stem != "argu") || stem.ends_with("qu");
    stem.ends_with(['a', 'e', 'o', 'u']) && !silent_u
}

/// construir: construyo. The u of seguir is silent and takes no y; that of argüir is not silent.
fn inserts_y(stem: &str) -> bool {
    stem.ends_with('u') && ends_in_sounded_vowel(stem)
}

/// conocer: conozco; but vencer: venzo, and mecer: mezo.
fn inserts_z(stem: &str, class: Class) -> bool {
    const PLAIN: [&str; 5] = ["mec", "remec", "coc", "recoc", "escoc"];
    let after_vowel =
        stem.strip_suffix('c').is_some_and(|before| before.ends_with(['a', 'e', 'i', 'o', 'u']));
    class != Class::Ar && after_vowel && !PLAIN.contains(&stem)
}

fn with_zc(stem: &str) -> String {
    format!("{}zc", stem.strip_suffix('c').unwrap_or(stem))
}
