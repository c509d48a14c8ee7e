use super::*;
use crate::call::Speaker;
use crate::messages::Language;
use crate::nlu::entity::Setting;
use crate::nlu::{Earlier, Layers, Lexicon, Line};
use crate::source::Source;

const ACTS: &str = "format: acts/1
acts:
  - {id: hold, by: agent, title: {es: Espera, en: Hold}}
  - {id: greet, by: both, title: {es: Saludo, en: Greeting}}
  - {id: insult, by: both, evidence: held_against, title: {es: Ofensa, en: Insult}}
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
    not_after: [refuse]
    examples: [Un momento]
    counter_examples: [Espero su pago]
  - act: insult
    patterns: {names: [tramposo]}
    except: [no le dije ...2]
";
/// What is said, and the acts.
const TURNS: [(Party, &str, &str); 15] = [
    (Party::Agent, "aguánteme tantito en la línea", "hold"),
    (Party::Agent, "me aguanta tantito y reviso", "hold"),
    (Party::Agent, "aguánteme en la línea y le digo", "hold"),
    (Party::Agent, "un momento en la línea tantito", "hold"),
    (Party::Agent, "usted es sinvergüenza y aprovechado", "insult"),
    (Party::Agent, "un sinvergüenza aprovechado es usted", "insult"),
    (Party::Agent, "qué sinvergüenza aprovechado", "insult"),
    (Party::Agent, "le cuento lo que aparece en el sistema", ""),
    (Party::Agent, "hoy llueve bastante por acá", ""),
    (Party::Agent, "lo que aparece es un pago de marzo", ""),
    (Party::Agent, "buenas intenciones tenemos todos", ""),
    (Party::Agent, "hola señora, buenas tardes", "greet"),
    (Party::Debtor, "ni loco les doy un centavo", "refuse"),
    (Party::Debtor, "un centavo no les doy ni loco", "refuse"),
    (Party::Debtor, "ahorita ando en la calle", ""),
];
const ALIKE: &str = "¿Me aguanta tantito en la línea?";

fn turns(times: usize) -> Vec<LabelledTurn> {
    let turn = |(by, text, act): &(Party, &str, &str)| LabelledTurn {
        by: *by,
        text: (*text).to_owned(),
        acts: Some(*act).filter(|act| !act.is_empty()).map(Act::from).into_iter().collect(),
        maybe: std::collections::BTreeSet::new(),
        after: None,
        unseen: true,
    };
    (0..times).flat_map(|_| TURNS.iter().map(turn)).collect()
}

fn inventory(acts: &str) -> Inventory {
    Inventory::read(Source::new("acts.yaml", acts)).unwrap()
}

fn untaught() -> Ear {
    ear_of(ACTS)
}

fn ear_of(acts: &str) -> Ear {
    let inventory = inventory(acts);
    let lexicon = Lexicon::read(Language::Es, vec![Source::new("words.yaml", WORDINGS)], &inventory).unwrap();
    Ear::new(lexicon, inventory)
}

fn taught(turns: &[LabelledTurn]) -> Ear {
    taught_of(ACTS, turns)
}

fn taught_of(acts: &str, turns: &[LabelledTurn]) -> Ear {
    let ear = ear_of(acts);
    let learnt = Learnt::read(&teach(&ear, turns), &inventory(acts)).unwrap();
    ear.with_learnt(learnt)
}

fn hear(ear: &Ear, speaker: Speaker, text: &str) -> Heard {
    hear_after(ear, &[], speaker, text)
}

fn hear_after(ear: &Ear, before: &[Earlier<'_>], speaker: Speaker, text: &str) -> Heard {
    let today = jiff::civil::date(2026, 3, 11);
    let setting = Setting {
        language: Language::Es,
        country: None,
        currency: None,
        today,
        holidays: Vec::new(),
        names: Vec::new(),
    };
    ear.hear(Line { speaker, text }, before, &setting)
}

#[test]
fn a_wording_that_no_pattern_hears_is_heard_after_labelled_turns_like_it() {
    assert!(!hear(&untaught(), Speaker::Agent, ALIKE).has("hold"));
    let ear = taught(&turns(20));
    let heard = hear(&ear, Speaker::Agent, ALIKE);
    assert!(heard.has("hold"), "{heard:?}");
    assert!(!hear(&ear.with_layers(Layers::Patterns), Speaker::Agent, ALIKE).has("hold"));
}

#[test]
fn what_is_said_to_be_no_bad_manners_is_not_heard_by_its_likeness_either() {
    let ear = taught(&turns(20));
    let heard = |text: &str| hear(&ear, Speaker::Agent, text).has("insult");
    assert!(heard("Usted es un sinvergüenza aprovechado."));
    assert!(!heard("Yo no le dije sinvergüenza aprovechado."));
    assert!(heard("Yo no le dije nada. Usted es un sinvergüenza aprovechado."), "the other sentence stands");
}

#[test]
fn of_what_breaks_the_law_only_the_very_words_that_are_excepted_are_not_heard() {
    let ear = taught_of(&ACTS.replace("held_against", "unlawful"), &turns(20));
    let heard = |text: &str| hear(&ear, Speaker::Agent, text).has("insult");
    assert!(heard("Usted es un sinvergüenza aprovechado."));
    assert!(!heard("Yo no le dije sinvergüenza aprovechado."));
    assert!(
        !heard("Yo no le dije sinvergüenza aprovechado a usted."),
        "most of what speaks for it is excepted"
    );
    assert!(heard("Yo no le dije nada, usted es un sinvergüenza y aprovechado."), "the rest of it stands");
}

#[test]
fn the_reason_names_words_of_the_turn_and_the_span_covers_them() {
    let heard = hear(&taught(&turns(20)), Speaker::Agent, ALIKE);
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
    let ear = taught(&turns(20));
    for nothing in ["", "?!", "zxqv wrtp", "hoy llueve en marzo", "12"] {
        for speaker in [Speaker::Agent, Speaker::Debtor, Speaker::System] {
            assert_eq!(hear(&ear, speaker, nothing).acts, [], "{nothing}");
        }
    }
}

#[test]
fn only_what_the_speaker_can_perform_is_learnt_and_heard() {
    let ear = taught(&turns(20));
    assert!(hear(&ear, Speaker::Debtor, "ni loco les doy nada").has("refuse"));
    assert!(hear(&ear, Speaker::ThirdParty, "ni loco les doy nada").has("refuse"));
    assert!(!hear(&ear, Speaker::Agent, "ni loco les doy nada").has("refuse"));
}

#[test]
fn learning_twice_gives_the_same_bytes() {
    let (ear, turns) = (untaught(), turns(3));
    assert_eq!(teach(&ear, &turns), teach(&ear, &turns));
}

#[test]
fn a_pattern_is_overruled_where_the_words_speak_against_it_and_the_users_own_never_is() {
    let said = "buenas intenciones tiene";
    assert!(hear(&untaught(), Speaker::Agent, said).has("greet"));
    let ear = taught(&turns(20));
    assert!(!hear(&ear, Speaker::Agent, said).has("greet"));
    assert!(hear(&ear, Speaker::Agent, "hola señora Rosa").has("greet"));

    let inventory = inventory(ACTS);
    let learnt = Learnt::read(&teach(&untaught(), &turns(20)), &inventory).unwrap();
    let mut lexicon =
        Lexicon::read(Language::Es, vec![Source::new("words.yaml", WORDINGS)], &inventory).unwrap();
    lexicon.mark_own(|source| source.name() == "words.yaml");
    let own = Ear::new(lexicon, inventory).with_learnt(learnt);
    assert!(hear(&own, Speaker::Agent, said).has("greet"));
}

#[test]
fn bad_manners_among_words_that_were_never_met_so_stand_as_their_pattern_heard_them() {
    let ear = taught(&turns(20));
    let heard = |text: &str| hear(&ear, Speaker::Agent, text).has("insult");
    assert!(heard("Hola tramposo aguánteme señora línea tantito"));
    assert!(!heard("Hola señora tramposo en la línea tantito"), "what was met speaks against it");
    assert!(!heard("Hoy tramposo marzo llueve sistema"), "it does nothing");
}

#[test]
fn what_a_long_turn_opens_with_is_heard_whatever_follows_without_a_stop() {
    let ear = taught(&turns(20));
    let follows =
        "me aguanta tantito y reviso aguánteme en la línea y le digo un momento en la línea tantito";
    assert!(hear(&ear, Speaker::Agent, &format!("hola señora buenas tardes {follows}")).has("greet"));
    assert!(!hear(&ear, Speaker::Agent, &format!("{follows} buenas intenciones {follows}")).has("greet"));
}

#[test]
fn words_far_apart_in_one_long_breath_add_nothing_together() {
    let ear = taught(&turns(20));
    let filler = "zxqv wrtp ".repeat(25);
    assert!(hear(&ear, Speaker::Agent, "aguánteme tantito en la línea").has("hold"));
    let said = format!("línea {filler} tantito {filler} aguánteme");
    assert!(!hear(&ear, Speaker::Agent, &said).has("hold"));
}

#[test]
fn what_the_other_party_ended_with_may_rule_an_act_out_for_both_layers() {
    let ear = taught(&turns(20));
    let after = |text: &str, said: &str| {
        let line = Line { speaker: Speaker::Debtor, text };
        let heard = hear(&ear, Speaker::Debtor, text);
        hear_after(&ear, &[Earlier { line, heard: &heard }], Speaker::Agent, said).has("hold")
    };
    for said in ["un momento", ALIKE] {
        assert!(after("Hola", said), "{said}");
        assert!(!after("Ni loco les doy un centavo", said), "{said}");
        assert!(after("Ni loco les doy un centavo. Hola", said), "it is not what they ended with: {said}");
    }
}
