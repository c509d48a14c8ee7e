//! What one turn costs: hearing it, answering it, and judging the whole call. The first row of each group is a
//! plain piece of work over the same text; read the others as multiples of it.

use ensayo::content;
use ensayo::library::Library;
use ensayo::messages::{Language, Messages};
use ensayo::nlu::text::words;
use ensayo::nlu::{Ear, HeardCall, Line, Memory};
use ensayo::rubric::Judge;
use ensayo::simulator::{Scenario, Session};

fn main() {
    divan::main();
}

const SCENARIO: &str = "rosa-sin-empleo";
const CALL: [&str; 9] = [
    "Buenos días, le saluda Ana Ruiz de Almacenes Alameda. ¿Hablo con la señora Rosa Elena Márquez?",
    "Por seguridad, ¿me confirma su fecha de nacimiento?",
    "Gracias. Le llamo por su tarjeta: tiene dos mensualidades vencidas por 1,850 pesos, desde el 10 de enero.",
    "Entiendo, lamento que esté pasando por un momento difícil. ¿Me puede contar qué cambió?",
    "Siento mucho lo de su trabajo, debe de ser muy duro. ¿Cuánto cree que podría pagar y desde cuándo?",
    "Le propongo dos opciones: tres pagos de 600 pesos desde el 30 de marzo, o el programa Respira. ¿Cuál prefiere?",
    "Puede pagar en OXXO con la referencia que le mando.",
    "Entonces repaso lo acordado: tres pagos de 600 pesos, el primero el 30 de marzo, en OXXO. ¿Es correcto?",
    "Gracias, señora Rosa. Que tenga buen día, hasta luego.",
];

fn library() -> Library {
    Library::new(std::env::temp_dir(), None)
}

fn scenario() -> Scenario {
    content::scenario(SCENARIO, &library()).expect("the built-in scenario is sound")
}

fn ear() -> Ear {
    content::ear_for(&scenario().own_words(), &library()).expect("the built-in lexicons are sound")
}

fn played(scenario: &Scenario, ear: &Ear, messages: &Messages) -> HeardCall {
    let mut session = Session::new(scenario, messages, 7);
    session.open();
    for line in CALL {
        session.line(line, ear);
    }
    session.hang_up();
    session.into_heard_call(ear)
}

#[divan::bench_group(sample_count = 50)]
mod hear {
    use super::{CALL, Line, Memory, ear, scenario, words};

    /// The unit: the same turn cut into words.
    #[divan::bench]
    fn a_turn_only_cut_into_words(bencher: divan::Bencher<'_, '_>) {
        bencher.bench_local(|| words(divan::black_box(CALL[5])));
    }

    #[divan::bench]
    fn a_turn(bencher: divan::Bencher<'_, '_>) {
        let (ear, scenario) = (ear(), scenario());
        let line = Line { speaker: ensayo::call::Speaker::Agent, text: CALL[5] };
        bencher.bench_local(|| ear.hear(divan::black_box(line), &[], &scenario.setting()));
    }

    /// The same by an ear that remembers it.
    #[divan::bench]
    fn a_turn_heard_again(bencher: divan::Bencher<'_, '_>) {
        let (ear, setting, mut memory) = (ear(), scenario().setting(), Memory::default());
        let line = Line { speaker: ensayo::call::Speaker::Agent, text: CALL[5] };
        bencher.bench_local(|| ear.hear_again(divan::black_box(line), &[], &setting, &mut memory));
    }

    /// Ten times as long: ten times as dear, not a hundred.
    #[divan::bench]
    fn a_turn_ten_times_as_long(bencher: divan::Bencher<'_, '_>) {
        let (ear, scenario) = (ear(), scenario());
        let text = [CALL[5]; 10].join(" ");
        let line = Line { speaker: ensayo::call::Speaker::Agent, text: &text };
        bencher.bench_local(|| ear.hear(divan::black_box(line), &[], &scenario.setting()));
    }
}

#[divan::bench_group(sample_count = 20)]
mod call {
    use super::{Judge, Language, Messages, content, ear, library, played, scenario};

    /// The unit: nine turns heard, nine answers given and heard.
    #[divan::bench]
    fn nine_turns_answered(bencher: divan::Bencher<'_, '_>) {
        let (ear, scenario, messages) = (ear(), scenario(), Messages::new(Language::Es));
        bencher.bench_local(|| played(&scenario, &ear, &messages));
    }

    #[divan::bench]
    fn judged(bencher: divan::Bencher<'_, '_>) {
        let (ear, scenario, messages) = (ear(), scenario(), Messages::new(Language::Es));
        let heard = played(&scenario, &ear, &messages);
        let inventory = content::inventory(&library()).expect("the built-in inventory is sound");
        let (card, _) = content::scorecard("esencial", &library(), &inventory).expect("it is sound");
        let judge = Judge::new(&card);
        bencher.bench_local(|| judge.evaluate(divan::black_box(&heard)));
    }
}

#[divan::bench_group(sample_count = 10)]
mod start {
    use super::{Language, Messages, Session, content, library, scenario};

    /// The unit: what stands between the command and the first prompt; the ear is made meanwhile.
    #[divan::bench]
    fn to_the_first_prompt(bencher: divan::Bencher<'_, '_>) {
        bencher.bench_local(|| {
            let scenario = scenario();
            let messages = Messages::new(Language::Es);
            Session::new(&scenario, &messages, 7).open()
        });
    }

    #[divan::bench]
    fn the_ear_beside_it(bencher: divan::Bencher<'_, '_>) {
        bencher.bench_local(|| content::ear(Language::Es, &library()));
    }
}
