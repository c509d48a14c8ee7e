use super::*;
use crate::call::Speaker;
use crate::messages::Language;
use crate::nlu::entity::Setting;
use crate::nlu::heard::Heard;
use crate::nlu::{Ear, Inventory, Layers, Lexicon, Line};
use crate::source::Source;

const ACTS: &str = "format: acts/1
acts:
  - {id: hold, by: agent, title: {es: Espera, en: Hold}}
  - {id: greet, by: both, title: {es: Saludo, en: Greeting}}
  - {id: insult, by: both, evidence: strong, title: {es: Ofensa, en: Insult}}
  - {id: refuse, by: debtor, title: {es: Se niega, en: Refuses}}
";
const WORDINGS: &str = "format: lexicon/1
language: es
acts:
  - act: greet
    patterns: {hello: [hola, buenas]}
    examples: [Hola]
  - act: hold
    patterns: {wait: [un momento]}
    examples: [Un momento]
    counter_examples: [Espero su pago]
";
const TURNS: &str = "format: turns/1
language: es
turns:
  - {by: agent, text: \"aguánteme tantito en la línea\", acts: [hold]}
  - {by: agent, text: \"le cuento lo que aparece en el sistema\", acts: []}
  - {by: agent, text: \"hoy llueve bastante por acá\", acts: []}
  - {by: debtor, text: \"ni loco les doy un centavo\", acts: [refuse]}
";

fn ear(turns: Option<&str>) -> Ear {
    let inventory = Inventory::read(Source::new("acts.yaml", ACTS)).unwrap();
    let sources = [Some(("words.yaml", WORDINGS)), turns.map(|turns| ("turns.yaml", turns))];
    let sources = sources.into_iter().flatten().map(|(name, text)| Source::new(name, text)).collect();
    Ear::new(Lexicon::read(Language::Es, sources, &inventory).unwrap(), inventory)
}

fn hear(ear: &Ear, speaker: Speaker, text: &str) -> Heard {
    let today = jiff::civil::date(2026, 3, 11);
    let setting =
        Setting { language: Language::Es, country: None, currency: None, today, holidays: Vec::new() };
    ear.hear(Line { speaker, text }, &[], &setting)
}

const ALIKE: &str = "¿Me aguanta tantito en la línea?";

#[test]
fn a_wording_that_no_pattern_hears_is_heard_after_one_labelled_turn_like_it() {
    assert!(!hear(&ear(None), Speaker::Agent, ALIKE).has("hold"));
    let heard = hear(&ear(Some(TURNS)), Speaker::Agent, ALIKE);
    assert!(heard.has("hold"), "{heard:?}");
    assert!(!hear(&ear(Some(TURNS)).with_layers(Layers::Patterns), Speaker::Agent, ALIKE).has("hold"));
}

#[test]
fn the_reason_names_words_of_the_turn_and_the_span_covers_them() {
    let heard = hear(&ear(Some(TURNS)), Speaker::Agent, ALIKE);
    let hit = heard.first("hold").unwrap();
    let Reason::Examples { words } = &hit.reason else { panic!("{:?}", hit.reason) };
    let covered: Vec<String> =
        crate::nlu::text::words(&ALIKE[hit.span.clone()]).into_iter().map(|word| word.folded).collect();
    assert!(!words.is_empty() && words.len() <= MOST_WORDS, "{words:?}");
    assert_eq!((words.first(), words.last()), (covered.first(), covered.last()));
    assert!(words.iter().all(|word| covered.contains(word)), "{words:?} in {covered:?}");
    assert_eq!(hit.reason.to_string(), format!("examples: {}", words.join(", ")));
}

#[test]
fn what_says_nothing_is_heard_as_nothing() {
    let ear = ear(Some(TURNS));
    for nothing in ["", "?!", "zxqv wrtp", "el gato duerme sobre el tejado", "12"] {
        for speaker in [Speaker::Agent, Speaker::Debtor, Speaker::System] {
            assert_eq!(hear(&ear, speaker, nothing).acts, [], "{nothing}");
        }
    }
}

#[test]
fn only_what_the_speaker_can_perform_is_learnt_and_heard() {
    let ear = ear(Some(TURNS));
    assert!(hear(&ear, Speaker::Debtor, "ni loco les doy nada").has("refuse"));
    assert!(hear(&ear, Speaker::ThirdParty, "ni loco les doy nada").has("refuse"));
    assert!(!hear(&ear, Speaker::Agent, "ni loco les doy nada").has("refuse"));
}

#[test]
fn learning_twice_gives_the_same_ear() {
    let (one, two) = (ear(Some(TURNS)), ear(Some(TURNS)));
    one.learn();
    for text in [ALIKE, "hola, le cuento", "aguante la línea", "un momento, tantito"] {
        assert_eq!(hear(&one, Speaker::Agent, text), hear(&two, Speaker::Agent, text));
    }
}

#[test]
fn an_act_held_against_the_speaker_needs_more_than_another() {
    let turns = |act: &str| TURNS.replace("[hold]", &format!("[{act}]"));
    let plain = ear(Some(&turns("hold")));
    let strong = ear(Some(&turns("insult")));
    let text = "aguante por favor hasta que revise la línea de tiempo";
    assert!(hear(&plain, Speaker::Agent, text).has("hold"));
    assert!(!hear(&strong, Speaker::Agent, text).has("insult"));
    assert!(hear(&strong, Speaker::Agent, ALIKE).has("insult"));
}

#[test]
fn a_pattern_is_overruled_only_by_many_labelled_turns() {
    let said = "buenas intenciones tenemos todos";
    let line = |at: usize| format!("  - {{by: agent, text: \"buenas intenciones tiene {at}\", acts: []}}\n");
    let against: String = (0..ENOUGH_TURNS).map(line).collect();
    let greeting = |at: usize| format!("  - {{by: agent, text: \"hola señora {at}\", acts: [greet]}}\n");
    let few = format!("{TURNS}{against}{}", greeting(0));
    assert!(hear(&ear(Some(&few)), Speaker::Agent, said).has("greet"));
    let many: String = (0..ENOUGH_TURNS).map(greeting).collect();
    let enough = format!("{TURNS}{}{many}", against.repeat(4));
    assert!(!hear(&ear(Some(&enough)), Speaker::Agent, said).has("greet"));
    assert!(hear(&ear(Some(&enough)), Speaker::Agent, "hola señora Rosa").has("greet"));
}
