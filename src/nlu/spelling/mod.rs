//! Mends one slip of the fingers: `cutoa` is cuota, `trasferencia` transferencia. Only towards words that are
//! known, only when one of them is clearly nearest, and cheaply for the letters that sound alike in Spanish
//! (b/v, s/c/z, g/j, ll/y and the mute h), which people mix up without mistyping.
//!
//! Words lie in buckets by first sound and length. Within a bucket a 64-bit tally of letters rules out nearly every
//! word, so that the distance itself is worked out for a handful.

use std::ops::Range;

use spelled::{LETTERS, LONGEST, SLIP, Spelled, distance};

mod spelled;

/// Words of fewer letters are left alone: at that length the neighbours are other words.
const SHORTEST: usize = 5;
/// From this length on, two slips are mended.
const LONG: usize = 9;

/// Known words, and the nearest of them to an unknown one.
#[derive(Debug, Clone, Default)]
pub struct Speller {
    /// By bucket, then by tally.
    words: Vec<Box<str>>,
    /// The tally of each word.
    tallies: Vec<u64>,
    /// Where each bucket begins in `words`, and where the last one ends.
    starts: Vec<u32>,
}

impl Speller {
    /// Words are folded (lower case, no accents, ñ kept); what is not written in those letters is passed over.
    pub fn new<W: AsRef<str>>(vocabulary: impl IntoIterator<Item = W>) -> Self {
        let mut entries: Vec<(usize, u64, Box<str>)> = vocabulary
            .into_iter()
            .filter_map(|word| {
                let spelled = Spelled::of(word.as_ref())?;
                let bucket = bucket(spelled.first_sound()?, spelled.sounded());
                Some((bucket, spelled.tally(), Box::from(word.as_ref())))
            })
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let mut starts = vec![0_u32; bucket(SOUNDS, 0) + 1];
        for (bucket, _, _) in &entries {
            starts[bucket + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let (tallies, words) = entries.into_iter().map(|(_, tally, word)| (tally, word)).unzip();
        Self { words, tallies, starts }
    }

    /// The one known word nearest to `word` (folded), if it has five letters or more and is one slip away, or two
    /// when it has nine or more, beginning with the same sound. `None` for a known word, and when two words are
    /// equally near.
    pub fn correct(&self, word: &str) -> Option<&str> {
        let spelled = Spelled::of(word).filter(|spelled| spelled.letters().len() >= SHORTEST)?;
        // Most words have one slip, and the nearer search is far the cheaper.
        match self.nearest(&spelled, 1) {
            Nearest::None if spelled.letters().len() >= LONG => self.nearest(&spelled, 2).one(),
            nearest => nearest.one(),
        }
    }

    fn nearest(&self, spelled: &Spelled, slips: u8) -> Nearest<'_> {
        let Some(sound) = spelled.first_sound() else { return Nearest::None };
        let tally = spelled.tally();
        let mut limit = SLIP * slips;
        let mut nearest = Nearest::None;

        let sounded = spelled.sounded();
        let lengths = sounded.saturating_sub(slips.into())..=(sounded + usize::from(slips)).min(LONGEST);
        for length in lengths {
            for at in self.bucket(bucket(sound, length)) {
                if (self.tallies[at] ^ tally).count_ones() > limit.into() {
                    continue;
                }
                let Some(known) = Spelled::of(&self.words[at]) else { continue };
                let cost = distance(spelled.letters(), known.letters(), limit);
                if cost == 0 {
                    return Nearest::Known;
                }
                if cost > limit || !spelled.begins_as(&known) {
                    continue;
                }
                // The limit falls to each cost found, so another word as near is met at the limit.
                nearest = match nearest {
                    Nearest::One(_) | Nearest::Several if cost == limit => Nearest::Several,
                    _ => Nearest::One(&self.words[at]),
                };
                limit = cost;
            }
        }
        nearest
    }

    fn bucket(&self, bucket: usize) -> Range<usize> {
        match (self.starts.get(bucket), self.starts.get(bucket + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }
}

/// What a search found.
#[derive(Debug, Clone, Copy)]
enum Nearest<'a> {
    None,
    One(&'a str),
    Several,
    /// The word itself.
    Known,
}

impl<'a> Nearest<'a> {
    fn one(self) -> Option<&'a str> {
        match self {
            Self::One(word) => Some(word),
            Self::None | Self::Several | Self::Known => None,
        }
    }
}

/// First sounds are letters, of which some are never used.
const SOUNDS: usize = LETTERS as usize;

fn bucket(sound: usize, length: usize) -> usize {
    sound * (LONGEST + 1) + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speller() -> Speller {
        Speller::new([
            "cuota",
            "cuotas",
            "deuda",
            "pagar",
            "pagare",
            "transferencia",
            "refinanciar",
            "comprobante",
            "vencimiento",
            "hacer",
            "ahora",
            "llamar",
            "yendo",
            "ayudar",
            "decision",
            "haber",
            "viernes",
            "gestion",
            "señora",
            "casa",
            "cansa",
            "quincena",
            "descuento",
            "desempleo",
            "hablar",
            "volver",
            "llover",
            "interes",
            "trabajo",
            "cuota",
        ])
    }

    #[test]
    fn one_slip_is_mended() {
        let speller = speller();
        for (typed, meant) in [
            ("couta", "cuota"),
            ("cutoas", "cuotas"),
            ("deudaa", "deuda"),
            ("deuds", "deuda"),
            ("viernrs", "viernes"),
            ("quinzena", "quincena"),
            ("señpra", "señora"),
            ("interez", "interes"),
            ("trabjao", "trabajo"),
        ] {
            assert_eq!(speller.correct(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn letters_that_sound_alike_are_half_a_slip() {
        let speller = speller();
        for (typed, meant) in [
            ("haser", "hacer"),
            ("ahoora", "ahora"),
            ("yamar", "llamar"),
            ("llendo", "yendo"),
            ("alludar", "ayudar"),
            ("desicion", "decision"),
            ("jestion", "gestion"),
            ("bolver", "volver"),
            ("ablar", "hablar"),
            ("hablarh", "hablar"),
        ] {
            assert_eq!(speller.correct(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn long_words_may_have_two_slips_and_short_ones_not() {
        let speller = speller();
        assert_eq!(speller.correct("trasferensia"), Some("transferencia"));
        assert_eq!(speller.correct("comprovnate"), Some("comprobante"));
        assert_eq!(speller.correct("vensimineto"), Some("vencimiento"));
        assert_eq!(speller.correct("trasfernsoa"), None);
        assert_eq!(speller.correct("viermws"), None);
    }

    #[test]
    fn a_sound_alike_is_preferred_to_a_slip() {
        let speller = Speller::new(["haber", "hacer"]);
        assert_eq!(speller.correct("haver"), Some("haber"));
        assert_eq!(speller.correct("haner"), None);
    }

    #[test]
    fn a_tie_a_known_word_and_a_short_word_are_left_alone() {
        let speller = Speller::new(["pagos", "pagas", "cuota", "cuotas", "mora"]);
        assert_eq!(speller.correct("pagis"), None);
        assert_eq!(speller.correct("cuota"), None);
        assert_eq!(speller.correct("morz"), None);
    }

    #[test]
    fn the_first_sound_must_be_the_same() {
        let speller = Speller::new(["lugar", "pagar"]);
        assert_eq!(speller.correct("yugar"), None);
        assert_eq!(speller.correct("oagar"), None);
        assert_eq!(speller.correct("luhgar"), Some("lugar"));
    }

    #[test]
    fn what_is_not_written_in_letters_is_passed_over() {
        let speller = Speller::new(["cuota", "día", "24/7", "", "h", &"a".repeat(40)]);
        for odd in ["", "cu0ta", "ÑÑÑÑÑ", "hhhhhh", "日本語日本語"] {
            assert_eq!(speller.correct(odd), None, "{odd}");
        }
        assert_eq!(speller.correct(&"a".repeat(41)), None);
        assert_eq!(Speller::default().correct("cuota"), None);
    }

    proptest::proptest! {
        #[test]
        fn every_slip_in_a_lone_word_is_mended(at in 1_usize..12, letter in "[a-zñ]", kind in 0..4) {
            let word = "refinanciado";
            let mut letters: Vec<char> = word.chars().collect();
            let letter = letter.chars().next().unwrap();
            match kind {
                0 => { letters.remove(at); }
                1 => letters.insert(at, letter),
                2 => letters[at] = letter,
                _ => letters.swap(at, (at + 1).min(11)),
            }
            let typed: String = letters.into_iter().collect();
            let speller = Speller::new([word, "cuota"]);
            proptest::prop_assert_eq!(speller.correct(&typed), (typed != word).then_some(word));
        }

        #[test]
        fn no_word_breaks_it(word in "\\PC{0,20}", known in "[a-zñ]{0,12}") {
            let speller = Speller::new([known.as_str(), word.as_str()]);
            speller.correct(&word);
            proptest::prop_assert_eq!(speller.correct(&known), None);
        }
    }
}
