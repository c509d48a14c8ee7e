//! Questions with their answers and objections with their replies, in calls staged by hand.

use super::*;
use crate::nlu::staged::Staged;

/// Each question: the turn it stands in, what became of it, and the turn that answers.
fn questions(call: &Staged) -> Vec<(usize, Fate, Option<usize>)> {
    let found = find(&call.0).questions;
    found.iter().map(|q| (q.turn().0, q.fate, q.answer.as_ref().map(|answer| answer.turn.0))).collect()
}

/// What became of each objection, with the acts that take it up.
fn objections(call: &Staged) -> Vec<(String, Fate, Vec<String>)> {
    let ids = |objection: &Objection| objection.taken_up().map(|at| at.act.id().to_owned()).collect();
    let found = find(&call.0).objections;
    found.iter().map(|o| (o.raised.act.id().to_owned(), o.fate(), ids(o))).collect()
}

fn asked() -> Staged {
    Staged::new().agent("¿Cuánto puede pagar este mes?", &["question.closed", "question.capacity"])
}

#[test]
fn a_question_is_answered_by_the_other_partys_next_words() {
    let call = asked().debtor("Puedo dar una parte.", &["offer_partial"]);
    assert_eq!(questions(&call), [(0, Fate::Answered, Some(1))]);
    let found = &find(&call.0).questions[0];
    assert_eq!(found.by, Speaker::Agent);
    assert_eq!(
        found.asks.iter().map(|ask| ask.act.id()).collect::<Vec<_>>(),
        ["question.closed", "question.capacity"]
    );
    let answer = found.answer.as_ref().unwrap();
    assert_eq!(answer.acts.iter().map(|at| at.act.id()).collect::<Vec<_>>(), ["offer_partial"]);
    assert_eq!(answer.span, 0..call.0.call.turns[1].text.len());
}

#[test]
fn words_in_which_nothing_is_heard_and_things_named_answer_too() {
    assert_eq!(questions(&asked().debtor("Poco.", &[]))[0].1, Fate::Answered);
    let figure = asked().debtor("Ajá, 300", &["backchannel=Ajá"]).money("300", 300);
    assert_eq!(questions(&figure)[0].1, Fate::Answered);
    let told = asked().debtor("Ajá, pues lo que junte vendiendo", &["backchannel=Ajá"]);
    assert_eq!(questions(&told)[0].1, Fate::Answered);
}

#[test]
fn a_sign_of_listening_leaves_the_question_pending_for_a_later_turn() {
    let heard = asked().debtor("Ajá", &["backchannel"]);
    assert_eq!(questions(&heard), [(0, Fate::Ignored, None)]);
    let later = heard.agent("Sin prisa.", &[]).debtor("Unos 300.", &["offer_partial"]);
    assert_eq!(questions(&later), [(0, Fate::Answered, Some(3))]);
}

#[test]
fn a_turn_that_only_asks_back_does_not_answer() {
    let back = asked().debtor("¿Y usted quién es?", &["ask_identity=quién es"]);
    assert_eq!(questions(&back)[0], (0, Fate::Ignored, None));
    let unpunctuated = asked().debtor("y usted quien es de que banco", &["ask_identity=quien es"]);
    assert_eq!(questions(&unpunctuated)[0], (0, Fate::Ignored, None));
    let day = asked().debtor("¿El viernes?", &[]).day("viernes", 27);
    assert_eq!(questions(&day)[0], (0, Fate::Ignored, None));
    let both = asked().debtor("Trabajo en un taller. ¿Por qué pregunta?", &["question=¿Por qué pregunta?"]);
    assert_eq!(questions(&both)[0], (0, Fate::Answered, Some(1)));
}

#[test]
fn an_answer_after_the_window_comes_too_late() {
    let call = asked()
        .debtor("Ajá", &["backchannel"])
        .agent("Dígame.", &["invite_to_speak"])
        .agent("Aquí sigo.", &[])
        .debtor("Unos 300.", &["offer_partial"]);
    assert_eq!(questions(&call), [(0, Fate::Ignored, None)]);
}

#[test]
fn a_question_at_the_end_of_the_call_is_not_ignored() {
    assert_eq!(questions(&asked()), [(0, Fate::Pending, None)]);
    let noise = asked().turn(Speaker::System, "Llamada terminada por la línea.", &[]);
    assert_eq!(questions(&noise), [(0, Fate::Pending, None)]);
}

#[test]
fn a_bare_yes_answers_what_asks_for_one_and_nothing_else() {
    let clear = Staged::new().agent("¿Quedó claro?", &["check_understanding"]);
    let at_once = clear.clone().debtor("Sí.", &["backchannel"]);
    assert_eq!(questions(&at_once), [(0, Fate::Answered, Some(1))]);
    assert_eq!(questions(&asked().debtor("Sí.", &["backchannel"])), [(0, Fate::Ignored, None)]);
}

#[test]
fn pressure_and_courtesy_do_not_answer_the_debtor() {
    let why = || Staged::new().debtor("¿De dónde salen los intereses?", &["question"]);
    let pressed = why().agent("Tiene que pagar hoy.", &["pressure"]);
    assert_eq!(questions(&pressed), [(0, Fate::Ignored, None)]);
    let explained = why().agent("Entiendo. Son de los dos meses.", &["acknowledge=Entiendo", "explain"]);
    assert_eq!(questions(&explained), [(0, Fate::Answered, Some(1))]);
}

#[test]
fn an_objection_is_taken_up_by_having_listened_or_by_the_answer_of_its_kind() {
    let lost = || Staged::new().debtor("Me quedé sin trabajo.", &["hardship.job_loss"]);
    let felt = lost().agent("Lamento lo que está pasando.", &["empathize"]);
    assert_eq!(objections(&felt), [("hardship.job_loss".into(), Fate::Answered, vec!["empathize".into()])]);
    let option = lost()
        .agent("Ajá.", &["backchannel"])
        .debtor("Sí.", &["backchannel"])
        .agent("Se puede repartir en pagos.", &["offer.installments"]);
    assert_eq!(objections(&option)[0].1, Fate::Answered);
    let replies = &find(&option.0).objections[0].replies;
    assert_eq!(replies.iter().map(|reply| reply.takes_up.len()).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn what_answers_one_objection_passes_over_another() {
    let paid = Staged::new().debtor("Eso ya lo pagué.", &["dispute.paid"]);
    let offered = paid.clone().agent("Se puede repartir en pagos.", &["offer.installments"]);
    assert_eq!(objections(&offered), [("dispute.paid".into(), Fate::Ignored, vec![])]);
    let checked = paid.agent("Lo reviso con su recibo.", &["offer_verification"]);
    assert_eq!(objections(&checked)[0].1, Fate::Answered);
}

#[test]
fn two_objections_of_one_turn_are_two_and_the_same_one_twice_is_one() {
    let call = Staged::new()
        .debtor("No pago, ya pagué, no pago.", &["refuse=No pago", "dispute.paid=ya pagué", "refuse=no pago"])
        .agent("¿Qué tendría que cambiar?", &["question.open"]);
    let ids: Vec<_> = objections(&call).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["refuse", "dispute.paid"]);
}

#[test]
fn the_third_turn_of_the_agent_comes_too_late_and_a_call_that_ends_is_no_neglect() {
    let busy = Staged::new().debtor("Estoy manejando.", &["excuse.busy"]);
    assert_eq!(objections(&busy)[0].1, Fate::Pending);
    let late = busy
        .agent("Son 900 pesos.", &["state_debt"])
        .agent("¿Los paga hoy?", &["request.full_payment"])
        .agent("Le llamo más tarde, entonces.", &["offer.callback"]);
    assert_eq!(objections(&late)[0].1, Fate::Ignored);
}

#[test]
fn the_agent_raises_no_objections() {
    let call = Staged::new().agent("No puedo.", &["refuse"]).agent("Entiendo.", &["acknowledge"]);
    assert_eq!(objections(&call), []);
}
