//! Who is named, and what only looks like a name.

use super::{line, only, setting};
use crate::messages::Language;
use crate::nlu::entity::find;

fn person(text: &str) -> Vec<String> {
    only("person", "MX", text)
}

fn english(text: &str) -> Vec<String> {
    let found = find(text, &setting(Language::En, "US")).into_iter().map(|entity| line(text, &entity));
    found.filter_map(|line| line.strip_prefix("person ").map(str::to_owned)).collect()
}

/// In a call about Rosa Elena Márquez Prado.
fn of_case(text: &str) -> Vec<String> {
    let mut setting = setting(Language::Es, "MX");
    setting.names = vec!["Rosa Elena Márquez Prado".to_owned()];
    let found = find(text, &setting).into_iter().map(|entity| line(text, &entity));
    found.filter_map(|line| line.strip_prefix("person ").map(str::to_owned)).collect()
}

#[test]
fn who_introduces_themselves_is_named() {
    assert_eq!(person("Buenas tardes, soy Ana Ruiz"), ["Ana Ruiz «Ana Ruiz»"]);
    assert_eq!(person("Le habla Carla Domínguez, de Crédito Sur"), ["Carla Domínguez «Carla Domínguez»"]);
    assert_eq!(person("mi nombre es Yuridia Tonalá"), ["Yuridia Tonalá «Yuridia Tonalá»"]);
    assert_eq!(person("me llamo Xóchitl"), ["Xóchitl «Xóchitl»"]);
    assert_eq!(person("Le saluda Julio Abril"), ["Julio Abril «Julio Abril»"]);
    assert_eq!(person("Aquí Laura, de Cobros del Valle"), ["Laura «Laura»"]);
}

#[test]
fn typed_small_the_name_is_named_too() {
    assert_eq!(person("soy carla de banco andino"), ["Carla «carla»"]);
    assert_eq!(person("hola le habla raul ortiz de la financiera"), ["Raul Ortiz «raul ortiz»"]);
    assert_eq!(person("mi nombre es nahomi y le llamo por su cuenta"), ["~Nahomi «nahomi»"]);
    assert_eq!(person("gracias don raul"), ["Raul «raul»"]);
    assert_eq!(person("hablo con la señora marquez"), ["Marquez «marquez»"]);
    assert_eq!(person("soy rosa de crédito sur"), ["~Rosa «rosa»"]);
}

#[test]
fn the_company_is_never_in_the_name() {
    assert_eq!(person("Soy Carla de Banco Andino"), ["Carla «Carla»"]);
    assert_eq!(person("Le habla Marta Financiera Norte"), ["Marta «Marta»"]);
    assert_eq!(person("Le llamo de Financiera Norte"), [""; 0]);
    assert_eq!(person("le habla banco andino"), [""; 0]);
    assert_eq!(person("Le saluda Grupo Cobranzas del Sur"), [""; 0]);
    assert_eq!(person("vivo en la calle Antonio Caso"), [""; 0]);
    assert_eq!(person("soy de San Juan"), [""; 0]);
}

#[test]
fn titles_and_kin_announce_a_name() {
    assert_eq!(person("con la señora Márquez, por favor"), ["Márquez «Márquez»"]);
    assert_eq!(person("¿El Sr. Quispe?"), ["Quispe «Quispe»"]);
    assert_eq!(person("eso lo ve mi esposo Raúl"), ["Raúl «Raúl»"]);
    assert_eq!(person("mi mamá luz no está"), [""; 0]);
    assert_eq!(person("pregúntele a mi hermana luz"), ["Luz «luz»"]);
    assert_eq!(person("la doctora de la Cruz"), [""; 0]);
    assert_eq!(person("María de la Cruz Peña"), ["María de la Cruz Peña «María de la Cruz Peña»"]);
}

#[test]
fn what_is_also_a_word_is_a_name_only_in_its_place() {
    assert_eq!(person("Gracias, Rosa."), ["Rosa «Rosa»"]);
    assert_eq!(person("Rosa Campos vive aquí"), ["Rosa Campos «Rosa Campos»"]);
    for text in [
        "la luz y el gas",
        "soy franco con usted",
        "Soy consciente de eso",
        "pago en julio",
        "el domingo le deposito",
        "señora buenas tardes",
        "Señora, entiendo",
        "me llamo mañana",
        "mi esposo no está",
        "por mi santa madre",
        "le habla de parte del banco",
        "le saluda atentamente",
        "con gusto le ayudo",
        "gracias a Dios",
        "Paz y amor",
        "la mora de dos meses",
        "soy el titular",
    ] {
        assert_eq!(person(text), [""; 0], "{text}");
    }
}

#[test]
fn names_of_the_case_are_known_by_any_part_of_them_and_spelt_as_there() {
    assert_eq!(of_case("¿hablo con rosa elena marquez?"), ["Rosa Elena Márquez «rosa elena marquez»"]);
    assert_eq!(of_case("aquí no vive ninguna marquez"), ["Márquez «marquez»"]);
    assert_eq!(of_case("mire Rosa, la entiendo"), ["Rosa «Rosa»"]);
    assert_eq!(of_case("la camisa rosa del prado"), [""; 0]);
}

#[test]
fn a_firm_that_owes_names_nobody() {
    let mut setting = setting(Language::Es, "MX");
    setting.names = vec!["Ferretería Alma Nova".to_owned()];
    assert_eq!(find("llamo a nova", &setting), []);
}

#[test]
fn in_english_it_is_the_same() {
    assert_eq!(english("Hi, this is Tamara from Lakeside Credit"), ["Tamara «Tamara»"]);
    assert_eq!(english("am i speaking with dana whitfield"), ["Dana Whitfield «dana whitfield»"]);
    assert_eq!(english("my name's Will Turner"), ["Will Turner «Will Turner»"]);
    assert_eq!(english("my husband mark handles that"), [""; 0]);
    assert_eq!(english("my husband Mark handles that"), ["Mark «Mark»"]);
    assert_eq!(english("this is mark from lakeside"), ["~Mark «mark»"]);
    assert_eq!(english("Is this Ms. Okafor?"), ["Okafor «Okafor»"]);
    for text in [
        "This is Lakeside Credit",
        "this is terrible",
        "I'm sorry to hear that",
        "I will pay in May",
        "the bill is high",
        "mark my words",
        "I'm Broke",
        "talk to Chase Bank",
        "My name is on it",
    ] {
        assert_eq!(english(text), [""; 0], "{text}");
    }
}
