//! What a debtor answers: to the kind of question that was put, to what hurts, to what was asked for and said in one breath.

use serde_json::Value as Json;

use crate::program::ensayo;

const MARTA: &str = include_str!("../fixtures/content/marta.yaml");

/// An answer: the words, and the situations they were said in.
#[derive(Debug)]
struct Answer {
    words: String,
    situations: Vec<String>,
}

impl Answer {
    fn is(&self, situation: &str) -> bool {
        self.situations.iter().any(|it| it == situation)
    }
}

/// A call to somebody, with nobody else's lines: what is answered to each.
fn call(scenario: &str, lines: &[&str]) -> Vec<Answer> {
    let said: Vec<String> = lines.iter().map(|line| format!("      - {}", Json::from(*line))).collect();
    let said = said.join("\n");
    let tests = format!("\ntests:\n  - name: one\n    agent:\n{said}\n    expect: {{not_understood: 30}}\n");
    let program = ensayo().file("one.yaml", format!("{scenario}{tests}"));
    let output = program.args(["test", "one.yaml", "--format", "json"]).output();
    let document: Json = serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    let events = document["scenarios"][0]["tests"][0]["calls"][0]["events"].as_array().unwrap().clone();
    let mut answers: Vec<Answer> = Vec::new();
    for event in events {
        match event["event"].as_str() {
            Some("agent_said") => answers.push(Answer { words: String::new(), situations: Vec::new() }),
            Some("debtor_said") => {
                let Some(answer) = answers.last_mut() else { continue };
                answer.words.push_str(event["text"].as_str().unwrap());
                let lines = event["lines"].as_array().unwrap();
                let situation = |line: &Json| line["situation"].as_str().unwrap().to_owned();
                answer.situations.extend(lines.iter().map(situation));
            }
            _ => {}
        }
    }
    answers
}

/// Marta at home, with somebody else at the phone.
fn with_mother() -> String {
    let mother = "answered_by:\n  identity: third_party\n  name: Doña Inés\n  gender: female\n  relation: su mamá\n\noutcomes:";
    MARTA.replace("outcomes:", mother)
}

/// Marta with nothing in the way and the money at hand.
fn willing() -> String {
    let (before, rest) = MARTA.split_once("facts:").unwrap();
    let (_, outcomes) = rest.split_once("outcomes:").unwrap();
    let before = before.replace("trust: 40", "trust: 70").replace("now: \"0\"", "now: \"450\"");
    format!("{before}outcomes:{}", outcomes.replace("dispute_registered", "promise_kept"))
}

const ABOUT: &str = "Le llamo por el recibo de febrero, son 450 pesos.";
const OPENING: &str = "Buenas tardes, le habla Ana Ruiz, de Redes Lomas. ¿Hablo con Marta Solís?";

#[test]
fn both_data_that_were_asked_for_are_given_and_one_where_one_was() {
    let two = MARTA
        .replace("  policy:", "    - label: código postal de su casa\n      value: \"06450\"\n  policy:");
    let both = call(&two, &[OPENING, "¿Me confirma su fecha de nacimiento y su código postal, por favor?"]);
    assert!(both[1].words.contains("3 de mayo de 1991") && both[1].words.contains("06450"), "{both:?}");
    let one = call(&two, &[OPENING, "¿Me confirma su código postal, por favor?"]);
    assert!(!one[1].words.contains("3 de mayo de 1991") && one[1].words.contains("06450"), "{one:?}");
}

#[test]
fn whoever_names_the_company_is_not_asked_who_calls_and_whoever_does_not_is() {
    let named = call(MARTA, &["¿Hablo con la señora Marta Solís? De Redes Lomas."]);
    assert!(named[0].is("confirms_identity") && !named[0].is("asks_who"), "{named:?}");
    let unnamed = call(MARTA, &["¿Hablo con la señora Marta Solís?"]);
    assert!(unnamed[0].is("asks_who"), "{unnamed:?}");
}

#[test]
fn a_question_gets_an_answer_of_its_kind() {
    let about = "Le llamo por el recibo de febrero, son 450 pesos.";
    for (question, situation) in [
        ("¿A qué correo se lo mando?", "answers_contact"),
        ("¿Tiene con qué apuntar?", "takes_note"),
        ("¿Alguna otra duda?", "nothing_else"),
        ("¿Quién contestó aquella vez?", "answers_who"),
    ] {
        let answers = call(MARTA, &[OPENING, about, question]);
        assert!(answers[2].is(situation), "{question}: {:?}", answers[2]);
    }
    let told = call(MARTA, &[OPENING, about, "Le mando el detalle a su correo."]);
    assert!(!told[2].is("answers_contact"), "nothing was asked: {told:?}");
}

#[test]
fn what_hurts_is_answered_first_and_wins_nothing() {
    let about = "Le llamo por el recibo de febrero, son 450 pesos.";
    let rude = "Usted tiene la culpa de esto, por no ordenarse con su dinero.";
    let before = call(MARTA, &[OPENING, rude]);
    assert!(before[1].is("takes_offence"), "{before:?}");
    let after = call(MARTA, &[OPENING, about, rude]);
    assert!(after[2].is("already_paid/hardened"), "{after:?}");
}

#[test]
fn waiting_for_a_letter_is_not_holding_the_line() {
    let about = "Le llamo por el recibo de febrero, son 450 pesos.";
    let letter = call(MARTA, &[OPENING, about, "Espere a la carta, de verdad."]);
    assert!(!letter[2].is("waits"), "{letter:?}");
    let line = call(MARTA, &[OPENING, about, "Permítame un momento, por favor."]);
    assert!(line[2].is("waits"), "{line:?}");
}

#[test]
fn somebody_else_answers_what_is_asked_and_gives_nothing_of_hers() {
    let asks = [
        "¿Se encuentra la señora Marta Solís?",
        "Soy Ana Ruiz.",
        "¿A qué hora la encuentro?",
        "¿Me da su número de celular?",
    ];
    let answers = call(&with_mother(), &asks);
    assert!(answers[2].is("gate/tells_when"), "{answers:?}");
    assert!(answers[3].is("gate/gives_nothing"), "{answers:?}");
}

#[test]
fn somebody_else_minds_how_she_is_spoken_to() {
    let asks = ["¿Marta Solís?", "Soy Ana Ruiz.", "No le creo nada de lo que me dice."];
    let answers = call(&with_mother(), &asks);
    assert!(answers[2].is("gate/takes_offence"), "{answers:?}");
}

#[test]
fn a_topic_of_any_call_is_answered_and_in_her_own_words_where_she_has_any() {
    let about = "Le llamo por el recibo de febrero, son 450 pesos.";
    let anybody = call(MARTA, &[OPENING, about, "¿Y tiene mascotas en la casa?"]);
    assert!(anybody[2].is("matters/pets"), "{anybody:?}");
    let own =
        "\nanswers:\n  - id: cat\n    to: [topic.pets]\n    says: [Un gato viejo que duerme conmigo.]\n";
    let own = call(&format!("{MARTA}{own}"), &[OPENING, about, "¿Y tiene mascotas en la casa?"]);
    assert!(own[2].words.contains("gato viejo"), "{own:?}");
    let told = call(MARTA, &[OPENING, about, "Mi gato me tiró el café, ya le mando el detalle."]);
    assert!(!told[2].is("matters/pets"), "nothing was asked: {told:?}");
}

#[test]
fn whoever_did_not_catch_it_is_told_again() {
    let about = "Le llamo por el recibo de febrero, son 450 pesos.";
    let again = call(MARTA, &[OPENING, about, "¿Cómo dijo?"]);
    assert!(again[2].is("says_again") && again[2].words.contains(&again[1].words), "{again:?}");
}

#[test]
fn asked_for_a_day_she_names_one_and_asks_for_none() {
    let asked = call(&willing(), &[OPENING, ABOUT, "¿Y qué día lo pagaría?"]);
    assert!(asked[2].words.contains("450") && !asked[2].is("asks_date"), "{asked:?}");
    let asked = call(&willing(), &[OPENING, ABOUT, "y q dia lo pagaria?"]);
    assert!(asked[2].words.contains("450") && !asked[2].is("asks_date"), "{asked:?}");
}

#[test]
fn what_she_was_told_she_owes_is_not_asked_for_again() {
    let told = call(&willing(), &[OPENING, ABOUT, "¿Lo arreglamos para el viernes 20 de marzo?"]);
    assert!(!told.iter().any(|answer| answer.is("asks_amount")), "{told:?}");
}

#[test]
fn what_is_put_forward_is_taken_before_the_next_thing_is_asked() {
    let told = call(&willing(), &[OPENING, ABOUT, "¿Puede pagar 450 pesos el viernes 20 de marzo?"]);
    assert!(told[2].is("takes_terms") && told[2].is("asks_method"), "{told:?}");
    assert!(told[2].words.contains("450 pesos el viernes 20 de marzo"), "{told:?}");
}

#[test]
fn of_two_means_put_to_her_she_takes_one() {
    let agreed = [OPENING, ABOUT, "¿Puede pagar 450 pesos el viernes 20 de marzo por transferencia?"];
    for choice in ["¿Transferencia o tarjeta?", "¿Por spei o por la web?", "tarjeta entonces?"] {
        let answers = call(&willing(), &[&agreed[..], &[choice]].concat());
        assert!(answers[3].is("chooses_method"), "{choice}: {answers:?}");
    }
}

#[test]
fn what_was_asked_beside_what_was_agreed_is_answered_too() {
    let agreed = "¿Puede pagar 450 pesos el viernes 20 de marzo por transferencia?";
    let answers =
        call(&willing(), &[OPENING, ABOUT, agreed, "Entonces 450 el viernes 20. ¿Y tiene mascotas?"]);
    assert!(answers[3].is("confirms_recap") && answers[3].is("matters/pets"), "{answers:?}");
}

#[test]
fn what_was_agreed_is_held_against_what_is_told_of_it() {
    let split = "¿Puede pagar 200 pesos el viernes 20 de marzo y 250 pesos el viernes 27, por transferencia?";
    let said = |lines: &[&str]| {
        let answers = call(&willing(), &[&[OPENING, ABOUT, split][..], lines].concat());
        answers.into_iter().next_back().map(|answer| answer.words).unwrap_or_default()
    };
    let part = said(&["Los 200 los transfiere el viernes 20, ¿no?"]);
    assert!(part.contains("200 pesos") && part.contains("250 pesos"), "{part}");
    let which = said(&["¿El segundo es el 27 de marzo o el 3 de abril, y el primero el 20 o el 24?"]);
    assert!(!which.contains("24"), "{which}");
    let at_once = said(&["Mejor todo el viernes 20, los 450 pesos, ¿sí?"]);
    assert!(at_once.contains("450 pesos el viernes 20") && !at_once.contains("250"), "{at_once}");
    let other = said(&["Repaso, 200 pesos el viernes 20 y 250 el martes 24, ¿correcto?"]);
    assert!(other.contains("27"), "{other}");
    let single = "¿Puede pagar 450 pesos el viernes 20 de marzo por transferencia?";
    let moved = call(
        &willing(),
        &[OPENING, ABOUT, single, "No no, el lunes 23, que el viernes cerramos.", "¿El 20 o el 23?"],
    );
    assert!(moved[3].words.contains("lunes 23") && moved[4].words.contains("lunes 23"), "{moved:?}");
}

#[test]
fn whoever_talks_of_paying_hears_that_something_comes_first() {
    let about = call(MARTA, &[OPENING, ABOUT, "¿Puede pagar 450 pesos el viernes?"]);
    assert!(about[2].is("before_that") && about[2].is("already_paid/insists"), "{about:?}");
    let asked = call(MARTA, &[OPENING, ABOUT, "¿Y cómo fue que lo pagó?"]);
    assert!(!asked[2].is("before_that"), "{asked:?}");
}

#[test]
fn another_call_at_an_hour_is_no_day_to_pay_on() {
    let offers = "Si quiere la llamo mañana y lo vemos.";
    let answers = call(&willing(), &[OPENING, ABOUT, offers, "Mañana a las nueve, ¿le sirve?"]);
    assert!(!answers[3].words.contains("450"), "{answers:?}");
}

#[test]
fn a_short_form_that_a_wording_spells_is_still_the_long_one() {
    let own = "\ntopics:\n  course: [\"(cuando|q dia) ...2 curso\"]\nanswers:\n  - id: course\n    to: [topic.course]\n    says: [Los martes.]\n";
    let scenario = format!("{}{own}", willing());
    let own = call(&scenario, &[OPENING, ABOUT, "q dia es el curso?"]);
    assert!(own[2].words.contains("Los martes"), "{own:?}");
    let asked = call(&scenario, &[OPENING, ABOUT, "y q dia lo pagaria?"]);
    assert!(asked[2].words.contains("450") && !asked[2].is("asks_date"), "{asked:?}");
}

#[test]
fn each_of_two_questions_is_heard_by_itself_and_answered_in_the_order_in_which_they_were_put() {
    let own = "
topics:
  dog: [\"perro\"]
  walk: [\"pasea\"]
  street: [\"calle\"]
answers:
  - {id: walk, to: [topic.walk], when: '!heard(\"topic.dog\")', says: [Lo pasea mi hijo.]}
  - {id: street, to: [topic.street], says: [En la calle del Molino.]}
  - {id: dog, to: [topic.dog], when: '!heard(\"topic.street\")', says: [Se llama Trapo.]}
";
    let scenario = format!("{}{own}", willing());
    let two = call(&scenario, &[OPENING, ABOUT, "¿Cómo se llama su perro? ¿Y en qué calle vive usted?"]);
    assert!(two[2].words.starts_with("Se llama Trapo. En la calle"), "{two:?}");
    let unmarked = call(&scenario, &[OPENING, ABOUT, "en q calle vive usted? y quien lo pasea al perro?"]);
    assert!(unmarked[2].words.starts_with("En la calle"), "{unmarked:?}");
    // In one question the one excludes the other.
    let one = call(&scenario, &[OPENING, ABOUT, "¿Quién pasea al perro por la calle?"]);
    assert_eq!(one[2].situations, ["answer/street"], "{one:?}");
}

#[test]
fn one_datum_or_the_other_is_one_and_a_birthday_is_a_date_of_birth() {
    let two = MARTA
        .replace("  policy:", "    - label: código postal de su casa\n      value: \"06450\"\n  policy:");
    let one = call(&two, &[OPENING, "¿Me confirma su fecha de nacimiento o su código postal?"]);
    assert!(one[1].words.contains("1991") != one[1].words.contains("06450"), "{one:?}");
}

#[test]
fn how_she_is_is_answered_beside_the_datum() {
    let both = call(MARTA, &[OPENING, "¿Cómo está? ¿Me confirma su fecha de nacimiento, por favor?"]);
    assert!(both[1].is("answers_how_are_you") && both[1].words.contains("1991"), "{both:?}");
}

#[test]
fn nobody_hangs_up_on_the_first_rude_word_of_a_call() {
    let thin =
        MARTA.replace("patience: 60", "patience: 5").replace("hangs_up_on: [insult]", "hangs_up_on: []");
    let rude = "Usted tiene la culpa de esto, por no ordenarse con su dinero.";
    let once = call(&thin, &[OPENING, rude, "Perdón. Le llamo por el recibo."]);
    assert_eq!(once.len(), 3, "{once:?}");
    assert!(!once[1].is("hangs_up_tired"), "{once:?}");
}

#[test]
fn of_several_questions_each_is_answered_and_what_she_cannot_say_is_said_to_be_left() {
    let own =
        "\nanswers:\n  - id: cat\n    to: [topic.pets]\n    says: [Un gato viejo que duerme conmigo.]\n";
    let own = format!("{MARTA}{own}");
    let asked = |words: &str| call(&own, &[OPENING, ABOUT, words]).remove(2);
    let two = asked("¿Tiene mascotas en la casa, y de qué color es la reja?");
    assert!(two.words.contains("gato viejo") && two.is("leaves_open"), "{two:?}");
    let one = asked("¿Tiene mascotas en la casa?");
    assert!(!one.is("leaves_open"), "{one:?}");
    // What only puts a payment forward is weighed, and no question left open.
    let offer = asked("¿Tiene mascotas en la casa? ¿Cuándo puede pagar los 450 pesos?");
    assert!(!offer.is("leaves_open"), "{offer:?}");
    let english = "can u give me ur date of birth and zip code?";
    let dana = include_str!("../../scenarios/dana-laid-off.yaml");
    let opening = "Hello, this is Ann Ruiz with Coastline Recovery, am I speaking with Dana Whitfield?";
    let dana = dana.split("\ntests:").next().unwrap();
    let both = call(dana, &[opening, english]).remove(1);
    assert!(both.words.contains("1979") && both.words.contains("45420"), "{both:?}");
}

#[test]
fn a_word_of_another_datum_said_before_asks_for_nothing() {
    let two = MARTA.replace(
        "  policy:",
        "    - label: domicilio donde tiene el servicio\n      value: Olmos 12\n  policy:",
    );
    let asked = "Le llamo por su servicio de internet. ¿Me da su fecha de nacimiento?";
    let one = call(&two, &[OPENING, asked]).remove(1);
    assert!(one.words.contains("1991") && !one.words.contains("Olmos"), "{one:?}");
}

#[test]
fn somebody_else_answers_each_of_two_questions() {
    let asks = [
        "¿Se encuentra la señora Marta Solís?",
        "Soy Ana Ruiz.",
        "¿A qué hora la encuentro? ¿Me da su celular?",
    ];
    let answers = call(&with_mother(), &asks);
    assert!(answers[2].is("gate/tells_when") && answers[2].is("gate/gives_nothing"), "{answers:?}");
}

#[test]
fn an_offer_is_not_passed_over_for_the_truth_that_comes_out() {
    let next = "  - id: nothing_left\n    act: hardship.income_drop\n    opens: [Es que además me quitaron las guardias.]\n    \
                insists: [Sin guardias no me alcanza.]\n    hardened: [Pues así no.]\n    yields_to: {empathize: 1}\n    \
                needs: 1\n    gives_way: [Bueno.]\n    hint: Escuche.\n\nrules:";
    let two =
        MARTA.replace("rules:", next).replace("empathize: 1\n    needs: 2", "empathize: 2\n    needs: 2");
    let offer = "Lamento mucho lo que le pasó, debe ser muy pesado. ¿Le sirve pagarlo en dos pagos de 225 pesos, el 1 de abril y el 1 de mayo?";
    let told = call(&two, &[OPENING, ABOUT, offer]).remove(2);
    assert!(told.is("notes_offer") && told.is("nothing_left/opens"), "{told:?}");
    let heard = call(&two, &[OPENING, ABOUT, "Lamento mucho lo que le pasó, debe ser muy pesado."]).remove(2);
    assert!(heard.is("nothing_left/opens") && !heard.is("notes_offer"), "{heard:?}");
}

#[test]
fn terms_that_were_just_said_are_not_said_again_for_the_means() {
    let put = "¿Puede pagar 450 pesos el viernes 20 de marzo?";
    let answers = call(&willing(), &[OPENING, ABOUT, put, "¿Por transferencia o en tienda?"]);
    assert!(answers[2].is("takes_terms") && answers[2].words.contains("450"), "{answers:?}");
    assert!(answers[3].is("chooses_method") && !answers[3].words.contains("450"), "{answers:?}");
    let recap =
        call(&willing(), &[OPENING, ABOUT, put, "Por transferencia.", "Son 450 el 20 de marzo, ¿sí?"]);
    assert!(recap[4].is("confirms_recap"), "{recap:?}");
}

#[test]
fn an_apology_for_what_hurt_is_taken_up() {
    let rude = "No le creo nada, siempre el mismo cuento con usted.";
    let answers = call(&willing(), &[OPENING, ABOUT, rude, "Discúlpeme, me pasé. ¿Qué pasó con el recibo?"]);
    assert!(answers[3].is("accepts_apology"), "{answers:?}");
    let calm = call(&willing(), &[OPENING, ABOUT, "Disculpe la molestia, ¿qué pasó con el recibo?"]);
    assert!(!calm[2].is("accepts_apology"), "nothing hurt: {calm:?}");
}
