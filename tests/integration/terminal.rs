//! `ensayo practice` as a person sees it: in a terminal, with a line editor.

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect as _};

const PATIENCE: Duration = Duration::from_secs(60);

fn rehearsing() -> OsSession {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/content");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ensayo"));
    command.args(["practice", "marta.yaml", "--seed", "1", "--pace", "off"]).current_dir(folder).env_clear();
    command.env("TERM", "xterm").env("COLUMNS", "100").env("HOME", "/nonexistent");
    let mut session = OsSession::spawn(command).unwrap();
    session.set_expect_timeout(Some(PATIENCE));
    session
}

#[test]
fn a_call_is_played_hung_up_and_gone_over() {
    let mut session = rehearsing();
    session.expect("Usted:").unwrap();
    session.send("/ayuda\r").unwrap();
    session.expect("Escriba lo que le diría").unwrap();
    session.send("Buenas tardes, ¿hablo con Marta Solís?\r").unwrap();
    session.expect("Marta:").unwrap();
    session.send("/colgar\r").unwrap();
    session.expect("Fin de la llamada").unwrap();
    session.expect("Lo que no le decía").unwrap();
    session.expect("--seed 1").unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn the_tab_key_completes_a_command() {
    let mut session = rehearsing();
    session.expect("Usted:").unwrap();
    session.send("/pi\t").unwrap();
    session.expect("/pista").unwrap();
    session.send("\r").unwrap();
    session.expect("Pista: ").unwrap();
    session.send("/colgar\r").unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn ctrl_d_hangs_up() {
    let mut session = rehearsing();
    session.expect("Usted:").unwrap();
    session.send("\u{4}").unwrap();
    session.expect("Fin de la llamada").unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn a_command_after_the_scenario_was_saved_is_obeyed_and_not_said_to_the_debtor() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marta.yaml");
    let text = include_str!("../fixtures/content/marta.yaml");
    std::fs::write(&path, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ensayo"));
    command.args(["practice", "marta.yaml", "--seed", "1", "--pace", "off", "--watch"]);
    command.current_dir(folder.path()).env_clear().env("TERM", "xterm").env("COLUMNS", "100");
    let mut session = OsSession::spawn(command).unwrap();
    session.set_expect_timeout(Some(PATIENCE));
    session.expect("Usted:").unwrap();
    session.send("Buenas tardes, ¿hablo con Marta Solís?\r").unwrap();
    session.expect("Marta:").unwrap();
    session.expect("Usted:").unwrap();
    std::fs::write(&path, text.replace("trust: 40", "trust: 41")).unwrap();
    session.send("/estado\r").unwrap();
    session.expect("se había dicho una línea").unwrap();
    session.expect("░ 4").unwrap();
    session.expect("Usted:").unwrap();
    std::fs::write(&path, text.replace("trust: 40", "trust: 42")).unwrap();
    session.send("/colgar\r").unwrap();
    session.expect("se había dicho una línea").unwrap();
    session.expect("Fin de la llamada").unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn whoever_scores_many_calls_into_a_file_sees_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for number in 10..35 {
        let call = "Agente: Buenas tardes, le llamo de la tienda.\nCliente: Sí, dígame.\n";
        std::fs::write(folder.path().join(format!("{number}.txt")), call).unwrap();
    }
    let mut command = Command::new("sh");
    command.args(["-c", concat!(env!("CARGO_BIN_EXE_ensayo"), " score . > report.text")]);
    command.current_dir(folder.path()).env_clear().env("TERM", "xterm");
    let mut session = OsSession::spawn(command).unwrap();
    session.set_expect_timeout(Some(PATIENCE));
    session.expect("1 de 25").unwrap();
    session.expect("25 de 25").unwrap();
    session.expect(Eof).unwrap();
    let report = std::fs::read_to_string(folder.path().join("report.text")).unwrap();
    assert!(report.contains("25 llamadas") && !report.contains("de 25\r"), "{report}");
}
