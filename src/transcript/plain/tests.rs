use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Call {
    parse(&Source::new("call.txt", text), &Hints::default()).unwrap()
}

fn refused(text: &str) -> Diagnostic {
    parse(&Source::new("call.txt", text), &Hints::default()).unwrap_err()
}

fn said(call: &Call) -> Vec<(&str, &str)> {
    call.turns.iter().map(|turn| (turn.speaker.id(), turn.text.as_str())).collect()
}

#[test]
fn each_label_opens_a_turn_and_unlabelled_lines_go_on_with_it() {
    let call = read(
        "Agente: Buenas tardes.\r\n¿Hablo con la señora Rosa?\r\n\r\nSoy Ana.\r\nCliente: Sí, diga.\r\nCliente: ¿Qué pasó?\r\n",
    );
    assert_eq!(
        said(&call),
        [
            ("agent", "Buenas tardes.\r\n¿Hablo con la señora Rosa?\r\n\r\nSoy Ana."),
            ("debtor", "Sí, diga."),
            ("debtor", "¿Qué pasó?"),
        ]
    );
}

#[test]
fn addresses_and_sums_inside_a_turn_stay_inside() {
    let call = read(
        "Agente: Le mando el detalle:\nTotal: 500\nTotal: 700\nhttps://pagos.example/a\nMire: es fácil.\nCliente: Gracias.\n",
    );
    assert_eq!(call.turns.len(), 2);
    assert!(call.turns[0].text.ends_with("Mire: es fácil."));
}

#[test]
fn people_labelled_by_name_are_told_apart_by_what_they_say() {
    let call = read(
        "Rosa: ¿Bueno?\nAna Ruiz: Le habla Ana Ruiz de Financiera Sol. ¿Se encuentra la señora Rosa?\nRosa: Soy yo.\nAna Ruiz: Le llamo por su saldo vencido.\n",
    );
    assert_eq!(call.turns[0].speaker, Speaker::Debtor);
    assert_eq!(call.turns[1].speaker, Speaker::Agent);
}

#[test]
fn two_names_that_speak_once_each_are_a_call_too() {
    assert_eq!(said(&read("Ana: Buenas, le llamo de Sol.\nRosa: Diga.\n"))[1], ("debtor", "Diga."));
}

#[test]
fn the_names_in_the_head_give_the_roles() {
    let call = read(
        "Fecha: 2026-03-11\nAsesor: Luis Peña\nTitular: Marta\n\nMarta: Buenas.\nLuis: Buenas.\nMarta: Diga.\nLuis: Sí.\n",
    );
    assert_eq!(call.turns[0].speaker, Speaker::Debtor);
    assert_eq!(call.turns[1].speaker, Speaker::Agent);
}

#[test]
fn a_third_voice_is_a_third_party() {
    let call = read(
        "Agente: ¿Está Rosa?\nPedro: Se la paso.\nPedro: Un momento.\nCliente: ¿Sí?\nAgente: Buenas.\nTercero: ¿Quién es?\n",
    );
    let speakers: Vec<&str> = call.turns.iter().map(|turn| turn.speaker.id()).collect();
    assert_eq!(speakers, ["agent", "third_party", "third_party", "debtor", "agent", "third_party"]);
}

#[test]
fn a_role_that_is_told_overrules_the_label() {
    let hints = Hints { roles: [("Ana".to_owned(), Speaker::Debtor)].into(), ..Hints::default() };
    let source = Source::new("call.txt", "Ana: Le llamo de Sol.\nRosa: Diga.\nAna: Sí.\nRosa: Ya.\n");
    let call = parse(&source, &hints).unwrap();
    assert_eq!(call.turns[0].speaker, Speaker::Debtor);
    assert_eq!(call.turns[1].speaker, Speaker::Agent);
}

#[test]
fn the_head_gives_date_country_and_language_and_is_no_turn() {
    let call = read(
        "Transcripción\nFecha: 11/03/2026\nIdioma: es-CO\nExpediente: 77\nAgente: Hola.\nCliente: Ok.\n",
    );
    assert_eq!(call.date, Some(date(2026, 3, 11)));
    assert_eq!((call.country, call.language), (Some(Country::Co), Language::Es));
    assert_eq!(call.turns.len(), 2);
}

#[test]
fn what_the_file_says_goes_before_what_is_supposed() {
    let hints = Hints { date: Some(date(2020, 1, 1)), language: Some(Language::Es), ..Hints::default() };
    let call =
        parse(&Source::new("x", "Date: 2026-03-11\nLanguage: en\nA: Hola.\nC: Hola.\n"), &hints).unwrap();
    assert_eq!((call.date, call.language), (Some(date(2026, 3, 11)), Language::En));
    let call = parse(&Source::new("x", "A: Hello, how are you?\nC: Fine.\n"), &hints).unwrap();
    assert_eq!((call.date, call.language), (Some(date(2020, 1, 1)), Language::Es));
}

#[test]
fn the_language_is_heard_where_nobody_tells_it() {
    assert_eq!(read("Agent: Good morning, is this Rose?\nCaller: Yes, it is.\n").language, Language::En);
    assert_eq!(
        read("Agente: Buenos días, ¿hablo con Rosa?\nCliente: Sí, ella habla.\n").language,
        Language::Es
    );
}

#[test]
fn times_count_from_the_start_of_the_call() {
    let call = read("[00:00:02 - 00:00:05] Agente: Hola.\n[00:00:06] Cliente: Hola.\nAgente: Bien.\n");
    assert_eq!(call.turns[0].timing, Some(Timing { start: 2_000, end: Some(5_000) }));
    assert_eq!(call.turns[1].timing, Some(Timing { start: 6_000, end: None }));
    assert_eq!(call.turns[2].timing, None);
}

#[test]
fn chat_times_count_from_the_first_of_them_and_tell_the_day() {
    let call = read(
        "[11/3/26 23:59:30] Ana: Le llamo de Sol.\n[12/3/26 00:00:10] Rosa: Diga.\n[12/3/26 00:00:40] Ana: Sí.\n",
    );
    let starts: Vec<u64> = call.turns.iter().filter_map(|turn| turn.timing).map(|time| time.start).collect();
    assert_eq!(starts, [0, 40_000, 70_000]);
    assert_eq!(call.date, Some(date(2026, 3, 11)));
}

#[test]
fn a_time_on_a_line_of_its_own_belongs_to_the_turn_below_it() {
    let call = read("0:01\nAgente: Hola.\n\n0:04\nCliente: Hola.\nA las\n10:30\nestá bien.\n");
    assert_eq!(call.turns[0].text, "Hola.");
    assert_eq!(call.turns[1].timing.map(|time| time.start), Some(4_000));
    assert_eq!(call.turns[1].text, "Hola.\nA las\n10:30\nestá bien.");
}

#[test]
fn the_number_above_a_subtitles_time_is_not_said() {
    let call = read(
        "1\n00:00:01,000 --> 00:00:02,000\nAgente: Son\n15\n\n2\n00:00:03,000 --> 00:00:04,000\nCliente: Ya.\n",
    );
    assert_eq!(said(&call), [("agent", "Son\n15"), ("debtor", "Ya.")]);
}

#[test]
fn a_label_on_a_line_of_its_own_opens_the_turn_below_it() {
    let call = read("AGENTE\nBuenas tardes.\n\nCLIENTE\nBuenas.\n");
    assert_eq!(said(&call), [("agent", "Buenas tardes."), ("debtor", "Buenas.")]);
}

#[test]
fn a_single_speaker_is_refused_by_name() {
    let fault = refused("Agente: Buenas.\nAgente: ¿Hola?\n");
    assert_eq!(fault.code, "transcript-one-speaker");
    assert_eq!(fault.args.get("label"), Some(&"Agente".into()));
    assert_eq!(fault.position().map(|place| (place.line, place.column)), Some((1, 1)));
}

#[test]
fn a_text_without_labels_is_refused_at_its_first_line() {
    let fault = refused("\n  Buenas tardes, le llamo de Sol.\nSí, diga.\n");
    assert_eq!(fault.code, "transcript-no-speakers");
    assert_eq!(fault.position().map(|place| (place.line, place.column)), Some((2, 3)));
}

#[test]
fn text_that_lost_its_line_ends_is_cut_at_its_labels() {
    let call = read("Agente: ¿Hablo con Rosa? Cliente: Sí. ¿Quién habla? Agente: Ana, de Sol.");
    assert_eq!(
        said(&call),
        [("agent", "¿Hablo con Rosa?"), ("debtor", "Sí. ¿Quién habla?"), ("agent", "Ana, de Sol.")]
    );
    let call = read("Agente: Así lo dice. Cliente: así, con dos puntos.\nCliente: Ah.\n");
    assert_eq!(call.turns.len(), 2, "a label inside a line is not looked for where lines have their own");
}

#[test]
fn a_table_is_read_row_by_row() {
    let call = read("| Quién | Qué |\n|---|---|\n| Agente | Buenas. |\n| Cliente | Diga. |\n");
    assert_eq!(said(&call), [("agent", "Buenas."), ("debtor", "Diga.")]);
}

#[test]
fn labels_with_nothing_said_are_no_turns() {
    assert_eq!(read("Agente:\nCliente: Hola.\nAgente: Hola.\n").turns.len(), 2);
}

fn speaker() -> impl Strategy<Value = Speaker> {
    prop_oneof![Just(Speaker::Agent), Just(Speaker::Debtor), Just(Speaker::ThirdParty), Just(Speaker::System)]
}

fn turn() -> impl Strategy<Value = Turn> {
    let words = "[a-zñá]{1,8}( [a-zñá]{1,8}[,.?]?){0,6}(\n[a-zñá]{2,9} [a-z]{1,5}){0,2}";
    let timing = proptest::option::of((0_u64..9_000_000, proptest::option::of(0_u64..60_000)));
    (speaker(), words, timing).prop_map(|(speaker, text, timing)| Turn {
        timing: timing.map(|(start, length)| Timing { start, end: length.map(|length| start + length) }),
        ..Turn::new(speaker, text)
    })
}

/// A call as files have it: more than one speaker, and the first time near the start.
fn call() -> impl Strategy<Value = Call> {
    let language = prop_oneof![Just(Language::Es), Just(Language::En)];
    let country = proptest::option::of(proptest::sample::select(&Country::ALL[..]));
    (language, country, proptest::option::of(0_i8..28), proptest::collection::vec(turn(), 1..8)).prop_map(
        |(language, country, day, turns)| {
            let mut call = Call::new("call.txt", language);
            call.country = country;
            call.date = day.map(|day| date(2026, 3, day + 1));
            call.turns = vec![Turn::new(Speaker::Agent, "bien"), Turn::new(Speaker::Debtor, "bueno")];
            call.turns[0].timing = Some(Timing { start: 0, end: None });
            call.turns.extend(turns);
            call
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(call in call()) {
        let text = write(&call);
        let again = parse(&Source::new("call.txt", text.as_str()), &Hints::default());
        prop_assert_eq!(again, Ok(call), "{}", text);
    }

    #[test]
    fn any_text_is_a_call_or_a_finding(text in "(?s).{0,300}") {
        let _ = parse(&Source::new("x", text), &Hints::default());
    }

    #[test]
    fn every_turn_is_a_slice_of_the_text(
        lines in proptest::collection::vec("(Agente|Cliente|Ana|C|Total|\\[0:01\\] Rosa|12:30|> -)(:|>| - |\t|)[ a-z¿ñ:*\\[\\]]{0,20}(\r|\n|\r\n)", 0..12),
    ) {
        let text = lines.concat();
        if let Ok(call) = parse(&Source::new("x", text.as_str()), &Hints::default()) {
            let mut from = 0;
            for turn in &call.turns {
                prop_assert!(!turn.text.is_empty());
                let at = text[from..].find(&turn.text);
                prop_assert!(at.is_some(), "{:?} in {:?}", turn.text, text);
                from += at.unwrap_or_default() + turn.text.len();
            }
        }
    }
}
