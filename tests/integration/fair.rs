//! Rehearsals from the first word to the report: the kind and right call scores clearly above the rushed one, and that
//! one no lower than the rude one, also where the right thing is not to collect; and the report says what must not be.

use serde_json::Value as Json;

use crate::program::ensayo;

/// Points between the kind call and the rushed one.
const CLEAR: f64 = 20.0;

/// A scenario, and three ways to call.
struct Calls {
    scenario: &'static str,
    kind: &'static [&'static str],
    rushed: &'static [&'static str],
    rude: &'static [&'static str],
}

const ROSA: Calls = Calls {
    scenario: "rosa-sin-empleo",
    kind: &[
        "Buenas tardes, habla Marta Luna, de Almacenes Alameda. ¿Me comunica con la señora Rosa Márquez?",
        "Gracias. Antes de seguir, ¿me confirma su fecha de nacimiento y su código postal?",
        "Le llamo por su tarjeta: tiene dos mensualidades vencidas desde enero, 1,850 pesos en total. ¿Qué fue lo que pasó?",
        "Lamento mucho oír eso. Cuénteme, ¿cómo está la situación en su casa?",
        "Entiendo. Si le comprendí bien, se quedó sin su empleo y por eso se juntaron los pagos, ¿es así?",
        "Hay dos maneras de verlo: pagos más pequeños cada mes, o el programa Respira, con tres meses sin recargos. ¿Cuál le acomoda?",
        "¿Y cuánto podría dar al mes sin descuidar lo demás, y desde qué día?",
        "De acuerdo. Entonces quedamos en 600 pesos el 30 de marzo. ¿Lo paga por OXXO?",
        "Repaso: 600 pesos el 30 de marzo en OXXO, y hoy le mando la confirmación por mensaje. ¿Es correcto?",
        "Muchas gracias, doña Rosa. Que tenga buena tarde, hasta luego.",
    ],
    rushed: &[
        "¿Rosa Márquez? De Almacenes Alameda.",
        "Debe 1,850 pesos de la tarjeta. ¿Los paga hoy?",
        "¿Cuándo, entonces?",
        "Necesito una fecha ya. ¿El viernes?",
        "Bueno, ¿cuánto puede?",
        "Anoto 600 para el 30. Adiós.",
    ],
    rude: &[
        "¿Rosa Márquez? Por fin contesta.",
        "Debe 1,850 pesos y no tiene vergüenza.",
        "Eso es puro cuento. Gasta lo que no tiene y luego llora.",
        "O paga hoy o mandamos una patrulla a su casa y la meten a la cárcel.",
        "Es usted una ratera, señora.",
    ],
};

const MARCUS: Calls = Calls {
    scenario: "marcus-has-a-lawyer",
    kind: &[
        "Good afternoon, my name is Ellen Shaw, calling from Harbor Recovery. May I speak with Mr. Marcus Tolliver?",
        "Thank you. Before I go on, could you give me your date of birth?",
        "This is an attempt to collect a debt, and any information obtained will be used for that purpose. It is about the truck loan with Northgate Auto Finance, 6,873.40 dollars, due since January 30.",
        "I understand, and I respect that. Can you tell me what happened with the loan?",
        "Thank you for telling me. May I have your lawyer's name and her phone number?",
        "I will note that, and we will contact your lawyer from now on. You will get no more calls from us, and I am sorry for the trouble.",
        "Thank you for your time, Mr. Tolliver. Take care, goodbye.",
    ],
    rushed: &[
        "Marcus Tolliver? Collections.",
        "You owe 6,873.40 on the truck. Can you pay it today by card?",
        "How about half of it?",
        "I can do twelve payments of 575. Yes or no?",
        "I need an answer, Mr. Tolliver. What do you say?",
        "I'll call again. Bye.",
    ],
    rude: &[
        "Marcus? You know who this is, you deadbeat.",
        "You owe 6,873.40 and I want it today.",
        "Nobody believes a word you say. Pay or the sheriff will arrest you.",
        "I don't care about your lawyer. Pay me 500 now or I'll tell your boss you're a thief.",
        "You're a liar and everybody will know it.",
    ],
};

const SUEGRA: Calls = Calls {
    scenario: "suegra-de-brenda",
    kind: &[
        "Buenos días, habla Sofía Rivas. ¿Me comunica por favor con Brenda Quiroz?",
        "Ah, muchas gracias. ¿A qué hora la puedo encontrar?",
        "Perfecto, le vuelvo a llamar a esa hora. Es un asunto personal, no se preocupe.",
        "Disculpe la molestia y gracias por su ayuda. Que tenga buen día, hasta luego.",
    ],
    rushed: &[
        "¿Brenda Quiroz? Es urgente.",
        "¿Y cuándo llega?",
        "Dígale que tiene un pago atrasado con la financiera.",
        "Gracias, adiós.",
    ],
    rude: &[
        "Páseme a Brenda Quiroz, y rápido.",
        "No se haga, sé que está ahí. Brenda debe 1,280 pesos y usted lo sabe.",
        "Pues páguelos usted, o le mando una patrulla.",
        "Son una familia de rateros.",
    ],
};

fn rehearsed(scenario: &str, lines: &[&str], format: &str, language: &str) -> String {
    let typed = lines.join("\n") + "\n";
    let options = ["practice", scenario, "--seed", "3", "--format", format, "--lang", language];
    let output = ensayo().args(options).stdin(&typed).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{scenario}");
    output.stdout
}

fn played(scenario: &str, lines: &[&str]) -> Json {
    serde_json::from_str(&rehearsed(scenario, lines, "json", "es")).unwrap()
}

fn score(played: &Json) -> f64 {
    played["evaluation"]["score"].as_f64().unwrap_or_else(|| panic!("no score: {}", played["scenario"]))
}

/// The kinds of what must not be, each once.
fn conduct(played: &Json) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for breach in played["evaluation"]["conduct"].as_array().unwrap() {
        let kind = breach["kind"].as_str().unwrap().to_owned();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

#[test]
fn kind_beats_rushed_and_rushed_is_not_below_rude() {
    for calls in [ROSA, MARCUS, SUEGRA] {
        let [kind, rushed, rude] =
            [calls.kind, calls.rushed, calls.rude].map(|lines| score(&played(calls.scenario, lines)));
        let told = format!("{}: kind {kind}, rushed {rushed}, rude {rude}", calls.scenario);
        assert!(kind >= rushed + CLEAR && rushed >= rude, "{told}");
        assert!(kind >= 85.0 && rude <= 30.0, "{told}");
    }
}

#[test]
fn a_kind_call_has_nothing_to_be_told_off_for() {
    for calls in [ROSA, MARCUS, SUEGRA] {
        let played = played(calls.scenario, calls.kind);
        assert!(conduct(&played).is_empty(), "{}: {:?}", calls.scenario, conduct(&played));
        assert!(played["debrief"]["best"].is_object(), "{}", calls.scenario);
    }
}

#[test]
fn what_must_not_be_is_named_and_never_the_best_moment() {
    for (calls, grave) in [(ROSA, "insult"), (MARCUS, "insult"), (SUEGRA, "third_party")] {
        let played = played(calls.scenario, calls.rude);
        assert!(conduct(&played).iter().any(|kind| kind == grave), "{}", calls.scenario);
        assert!(played["debrief"]["best"].is_null(), "{}: {}", calls.scenario, played["debrief"]["best"]);
        assert!(played["debrief"]["redo"]["try"].is_string(), "{}", calls.scenario);
    }
}

#[test]
fn the_report_quotes_the_turn_and_the_rule_of_the_scenario() {
    let told = rehearsed(SUEGRA.scenario, SUEGRA.rushed, "text", "es");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Habló de la deuda con quien no la debe",
        "turno 6, agente:",
        "Va contra esto: En México no se cobra ni se habla de la deuda con terceros",
        "se cuenta sobre 30",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let told = rehearsed(MARCUS.scenario, MARCUS.rushed, "text", "en");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Did not give the notice that the law demands"), "{told}");
    assert!(told.contains("The first conversation says that it is an attempt to collect a debt"), "{told}");
}

#[test]
fn a_call_with_somebody_else_is_scored_by_discretion_alone() {
    let played = played(SUEGRA.scenario, SUEGRA.kind);
    let counted = |id: &str| {
        let criteria = played["evaluation"]["criteria"].as_array().unwrap();
        criteria.iter().find(|item| item["id"] == id).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(counted("right_course"), "met");
    for id in ["clarity", "active_listening", "option_offering", "closing_summary"] {
        assert_eq!(counted(id), "no_opportunity", "{id}");
    }
}

#[test]
fn a_notice_of_what_was_heard_tells_of_this_turn_alone() {
    let lines = [
        "Buenas tardes, habla Marta Luna, de Almacenes Alameda. ¿Hablo con Rosa Márquez?",
        "Lamento mucho lo que está pasando.",
        "/porque",
        "zzz zzz zzz zzz",
        "/porque",
    ];
    let told = rehearsed(ROSA.scenario, &lines, "text", "es");
    let played = told.split("Fin de la llamada").next().unwrap();
    let (before, after) = played.rsplit_once("zzz zzz zzz zzz").unwrap();
    assert!(before.contains("empatiza (confianza"), "{before}");
    assert!(!after.contains("empatiza"), "{after}");
    assert!(told.contains("Su último turno"), "{told}");
}
