use super::*;
use crate::messages::Language;
use crate::nlu::text::words;

/// Where patterns match in a text, by pattern, first word and one past the last.
fn found(patterns: &[&str], text: &str, slots: &[Covered]) -> Vec<(usize, usize, usize)> {
    let patterns: Vec<Pattern> = patterns.iter().map(|text| Pattern::parse(text).unwrap()).collect();
    let mut builder = VocabularyBuilder::new(Language::Es);
    let automata = Automata::new(&patterns, &BTreeMap::new(), &mut builder);
    let vocabulary = builder.build(&[]);
    let words = words(text);
    let readings: Vec<Reading<'_>> = words.iter().map(|word| vocabulary.read(&word.folded)).collect();
    let first = automata.run(&words, &readings, slots);
    assert_eq!(automata.run(&words, &readings, slots), first, "the second time in the same room");
    first.into_iter().map(|(number, stretch)| (number, stretch.first, stretch.end)).collect()
}

fn one(pattern: &str, text: &str) -> Vec<(usize, usize)> {
    found(&[pattern], text, &[]).into_iter().map(|(_, first, end)| (first, end)).collect()
}

#[test]
fn the_longest_match_counts_and_of_overlapping_ones_the_first() {
    assert_eq!(one("hoy mismo?", "hoy mismo pago hoy"), [(0, 2), (3, 4)]);
    assert_eq!(one("le ... pago", "le digo le hago el pago"), [(2, 6)]);
    assert_eq!(one("le ...6 pago", "le digo le hago el pago"), [(0, 6)]);
    assert_eq!(one("(puede|puede usted|y si) pagar", "y si puede usted pagar"), [(2, 5)]);
    assert_eq!(one("_ pago", "pago"), []);
}

#[test]
fn words_may_stand_side_by_side_over_what_is_left_out() {
    assert_eq!(one("(le|les) ya? (pago|doy)", "les doy; le ya pago"), [(0, 2), (2, 5)]);
    assert_eq!(one("le (ya|por fin)? pago", "le por fin pago"), [(0, 4)]);
    assert_eq!(one("(el pago|la (cuota|letra)) (de|del) hoy", "la letra de hoy"), [(0, 4)]);
    assert_eq!(one("pago <clause> ahora? hoy", "pago, hoy"), [(0, 2)]);
    assert_eq!(one("(pago|doy ...) hoy", "doy todo hoy"), [(0, 3)]);
    assert_eq!(one("le (pago|doy)", "le digo pago"), []);
}

#[test]
fn no_match_steps_over_the_end_of_a_sentence() {
    assert_eq!(one("le pago", "sí, le pago"), [(1, 3)]);
    assert_eq!(one("le pago", "le. Pago"), []);
    assert_eq!(one("le ... pago", "le. Pago"), []);
    assert_eq!(one("pago <clause>", "pago. Luego"), [(0, 1)]);
    assert_eq!(one("<start> pago <end>", "pago. pago"), []);
    assert_eq!(one("<clause> hoy", "pago hoy. Hoy"), [(2, 3)]);
}

#[test]
fn an_entity_is_taken_whole_even_over_a_break() {
    let kind = EntityKind::named("money").unwrap();
    let slots = [Covered { kind, first: 1, end: 4 }];
    assert_eq!(
        found(&["pago <money>", "<money> hoy", "<money>"], "pago mil. dos cientos hoy", &slots),
        [(0, 0, 4), (1, 1, 5), (2, 1, 4)]
    );
    assert_eq!(found(&["pago <money>"], "pago mil", &[]), []);
}

#[test]
fn a_match_is_found_wherever_it_stands_in_a_long_turn() {
    for before in (0..700).step_by(13) {
        let text = format!("{}puede usted pagar{}", "uno dos ".repeat(before / 2), " cinco".repeat(300));
        let first = before / 2 * 2;
        assert_eq!(one("puede ... pagar", &text), [(first, first + 3)], "{before}");
    }
    let sentences = format!("{}puede pagar. {}", "uno dos. ".repeat(200), "puede pagar. ".repeat(90));
    assert_eq!(one("puede pagar", &sentences).len(), 91);
}
