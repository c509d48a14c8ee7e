//! Ways to pay, country by country, as a table. Named as a way to pay: not when refused, nor as the product owed,
//! a place of work or a theft.

use std::sync::LazyLock;

use crate::call::Country::{self, Ar, Cl, Co, Ec, Es, Mx, Pe, Us};
use crate::nlu::entity::Method::{
    self, Branch, Card, Cash, ConvenienceStore, Deposit, DirectDebit, PaymentLink, Payroll, Transfer, Wallet,
};
use crate::nlu::entity::Value;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::phrases::{Phrases, WordSet, word_set};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;

/// Whether the word alone is a way to pay, or only after *con, por, en, un …*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    Lead,
}

use Need::{Lead, Nothing};

type Row = (&'static str, &'static [Method], Need, &'static [Country]);

const METHODS: &[Row] = &[
    ("en efectivo", &[Cash], Nothing, &[]),
    ("efectivo", &[Cash], Lead, &[]),
    ("en cash", &[Cash], Nothing, &[]),
    ("cash app", &[Wallet], Nothing, &[]),
    ("cash", &[Cash], Lead, &[]),
    ("transferencia bancaria", &[Transfer], Nothing, &[]),
    ("transferencia electronica", &[Transfer], Nothing, &[]),
    ("transferencia", &[Transfer], Nothing, &[]),
    ("transferencias", &[Transfer], Nothing, &[]),
    ("transferencita", &[Transfer], Nothing, &[]),
    ("transfiero", &[Transfer], Nothing, &[]),
    ("transferir", &[Transfer], Nothing, &[]),
    ("transferirle", &[Transfer], Nothing, &[]),
    ("transferirlo", &[Transfer], Nothing, &[]),
    ("transfiera", &[Transfer], Nothing, &[]),
    ("transferi", &[Transfer], Nothing, &[]),
    ("bank transfer", &[Transfer], Nothing, &[]),
    ("wire transfer", &[Transfer], Nothing, &[]),
    ("transfer", &[Transfer], Nothing, &[]),
    ("wire", &[Transfer], Lead, &[]),
    ("spei", &[Transfer], Nothing, &[]),
    ("clabe", &[Transfer], Nothing, &[]),
    ("cbu", &[Transfer], Nothing, &[]),
    ("cvu", &[Transfer], Nothing, &[]),
    ("cci", &[Transfer], Nothing, &[]),
    ("iban", &[Transfer], Nothing, &[]),
    ("pse", &[Transfer], Nothing, &[Co]),
    ("khipu", &[Transfer], Nothing, &[]),
    ("ach", &[Transfer], Nothing, &[]),
    ("webpay", &[PaymentLink], Nothing, &[]),
    ("caja del supermercado", &[ConvenienceStore], Nothing, &[]),
    ("codi", &[Transfer], Nothing, &[Mx]),
    ("dimo", &[Transfer], Lead, &[Mx]),
    ("bre - b", &[Transfer], Nothing, &[]),
    ("bre b", &[Transfer], Nothing, &[]),
    ("zelle", &[Transfer], Nothing, &[]),
    ("tarjeta de credito", &[Card], Lead, &[]),
    ("tarjeta de debito", &[Card], Lead, &[]),
    ("tarjeta", &[Card], Lead, &[]),
    ("credit card", &[Card], Lead, &[]),
    ("debit card", &[Card], Lead, &[]),
    ("card", &[Card], Lead, &[]),
    ("pat", &[DirectDebit, Card], Nothing, &[Cl]),
    ("pac", &[DirectDebit], Nothing, &[Cl]),
    ("domiciliacion", &[DirectDebit], Nothing, &[]),
    ("domiciliado", &[DirectDebit], Nothing, &[]),
    ("domiciliar", &[DirectDebit], Nothing, &[]),
    ("domiciliarlo", &[DirectDebit], Nothing, &[]),
    ("debito automatico", &[DirectDebit], Nothing, &[]),
    ("cargo automatico", &[DirectDebit], Nothing, &[]),
    ("cargo a cuenta", &[DirectDebit], Nothing, &[]),
    ("cargo recurrente", &[DirectDebit], Nothing, &[]),
    ("debito directo", &[DirectDebit], Nothing, &[]),
    ("direct debit", &[DirectDebit], Nothing, &[]),
    ("automatic payments", &[DirectDebit], Nothing, &[]),
    ("autopay", &[DirectDebit], Nothing, &[]),
    ("descuento de nomina", &[Payroll], Nothing, &[]),
    ("descuento por nomina", &[Payroll], Nothing, &[]),
    ("descuento por planilla", &[Payroll], Nothing, &[]),
    ("via nomina", &[Payroll], Nothing, &[]),
    ("por nomina", &[Payroll], Nothing, &[]),
    ("de mi nomina", &[Payroll], Nothing, &[]),
    ("nomina", &[Payroll], Lead, &[]),
    ("planilla", &[Payroll], Lead, &[]),
    ("libranza", &[Payroll], Lead, &[]),
    ("payroll", &[Payroll], Lead, &[]),
    ("ventanilla", &[Branch], Nothing, &[]),
    ("sucursal", &[Branch], Nothing, &[]),
    ("sucursales", &[Branch], Nothing, &[]),
    ("branch", &[Branch], Nothing, &[]),
    ("deposito bancario", &[Deposit], Nothing, &[]),
    ("deposito", &[Deposit], Lead, &[]),
    ("depositos", &[Deposit], Lead, &[]),
    ("consignacion", &[Deposit], Nothing, &[]),
    ("consignaciones", &[Deposit], Nothing, &[]),
    ("ficha de deposito", &[Deposit], Nothing, &[]),
    ("ficha", &[Deposit], Lead, &[Mx]),
    ("ingreso en cuenta", &[Deposit], Nothing, &[Es]),
    ("ingreso en la cuenta", &[Deposit], Nothing, &[Es]),
    ("ingreso", &[Deposit], Lead, &[Es]),
    ("liga de pago", &[PaymentLink], Nothing, &[]),
    ("liga", &[PaymentLink], Lead, &[Mx]),
    ("link de pago", &[PaymentLink], Nothing, &[]),
    ("link", &[PaymentLink], Lead, &[]),
    ("enlace de pago", &[PaymentLink], Nothing, &[]),
    ("enlace", &[PaymentLink], Lead, &[]),
    ("boton de pago", &[PaymentLink], Nothing, &[]),
    ("por la web", &[PaymentLink], Nothing, &[]),
    ("en la web", &[PaymentLink], Nothing, &[]),
    ("o la web", &[PaymentLink], Nothing, &[]),
    ("o web", &[PaymentLink], Nothing, &[]),
    ("por la app", &[PaymentLink], Nothing, &[]),
    ("en la app", &[PaymentLink], Nothing, &[]),
    ("desde la app", &[PaymentLink], Nothing, &[]),
    ("payment link", &[PaymentLink], Nothing, &[]),
    ("oxxo", &[ConvenienceStore], Nothing, &[]),
    ("oxo", &[ConvenienceStore], Lead, &[Mx]),
    ("seven eleven", &[ConvenienceStore], Nothing, &[]),
    ("seven", &[ConvenienceStore], Lead, &[Mx]),
    ("efecty", &[ConvenienceStore], Nothing, &[]),
    ("baloto", &[ConvenienceStore], Lead, &[Co]),
    ("corresponsal bancario", &[ConvenienceStore], Nothing, &[]),
    ("corresponsal", &[ConvenienceStore], Nothing, &[]),
    ("servipag", &[ConvenienceStore], Nothing, &[]),
    ("caja vecina", &[ConvenienceStore], Nothing, &[]),
    ("agente", &[ConvenienceStore], Lead, &[Pe]),
    ("pagoefectivo", &[ConvenienceStore], Nothing, &[]),
    ("pago efectivo", &[ConvenienceStore], Lead, &[Pe, Ec]),
    ("pago facil", &[ConvenienceStore], Nothing, &[Ar]),
    ("rapipago", &[ConvenienceStore], Nothing, &[]),
    ("mi vecino", &[ConvenienceStore], Lead, &[Ec]),
    ("western union", &[ConvenienceStore], Nothing, &[]),
    ("nequi", &[Wallet], Nothing, &[]),
    ("daviplata", &[Wallet], Nothing, &[]),
    ("yape", &[Wallet], Nothing, &[]),
    ("yapeo", &[Wallet], Nothing, &[Pe]),
    ("yapear", &[Wallet], Nothing, &[Pe]),
    ("yapearle", &[Wallet], Nothing, &[Pe]),
    ("plin", &[Wallet], Nothing, &[Pe]),
    ("mercado pago", &[Wallet], Nothing, &[]),
    ("mercadopago", &[Wallet], Nothing, &[]),
    ("modo", &[Wallet], Lead, &[Ar]),
    ("cuenta dni", &[Wallet], Nothing, &[]),
    ("mach", &[Wallet], Lead, &[Cl]),
    ("deuna", &[Wallet], Nothing, &[Ec]),
    ("de una", &[Wallet], Lead, &[Ec]),
    ("bizum", &[Wallet], Nothing, &[]),
    ("paypal", &[Wallet], Nothing, &[]),
    ("venmo", &[Wallet], Nothing, &[Us]),
];

static TABLE: LazyLock<Phrases<Row>> = LazyLock::new(|| Phrases::new(METHODS, |row| row.0));

/// Words just before a method that make it one.
static LEADS: WordSet = WordSet::new(|| {
    word_set(
        "con por en via mediante al a un una hago hacer hacerle haciendo mandarle mande manda mandan envie envian \
         mandeme enviame enviarle acepta aceptan reciben recibe tienen tiene o usar uso using by with via through accept take \
         mi su la el alguna alguno cualquier tu my your the",
    )
});
/// Weak leads (articles and possessives) that need one more word before them.
const ARTICLES: &[&str] =
    &["mi", "su", "la", "el", "un", "una", "tu", "my", "your", "the", "alguna", "alguno", "cualquier"];
const STRONG: &[&str] = &[
    "con", "por", "en", "via", "mediante", "al", "a", "hago", "hacer", "hacerle", "haciendo", "mandarle",
    "mande", "manda", "mandan", "envie", "envian", "mandeme", "aceptan", "acepta", "reciben", "recibe", "o",
    "usar", "uso", "using", "by", "with", "through", "accept", "take", "haria", "hice", "haga", "de",
    "pagar", "y",
];
/// What may follow a method that is named by itself.
const AFTER_A_CHOICE: &[&str] = &[".", ",", ";", "?", "o", "or", "then", "works", "okay", "entonces"];
/// Words that make the method something else: refused, owed, stolen, a place of work.
static NOT_A_WAY: WordSet = WordSet::new(|| {
    word_set(
        "sin robaron roban robo clonaron bloquearon vencio trabajo trabaja trabajaba labora debo debe debia adeuda deuda saldo \
         atraso atrasado adeudo solicito solicitar contrato corte limite perdi perdieron stolen work works owe owes without asalto \
         asaltaron estafaron fraude",
    )
});

/// The words that its phrases begin with.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    METHODS.iter().filter_map(|row| row.0.split(' ').next())
}

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Vec<Found>> {
    let text = context.text;
    let here = |row: &Row| row.3.is_empty() || context.country.is_none() || context.is_country(row.3);
    let ((phrase, methods, need, _), end) = TABLE.all_at(text, at).find(|(row, _)| here(row))?;
    let led = *need == Nothing || is_led(text, at) || stands_alone(text, at, end);
    // *Lo iban a embargar*
    let verb = *phrase == "iban" && text.is_in(end, &["a", "al"]);
    if verb
        || !led
        || is_something_else(text, at)
        || text.phrases(end, &["vencida", "robada", "perdida"]).is_some()
    {
        return None;
    }
    let start = if phrase.starts_with("en ")
        || phrase.starts_with("de mi ")
        || phrase.starts_with("via ")
        || phrase.starts_with("por ")
        || phrase.starts_with("o ")
        || phrase.starts_with("desde ")
    {
        let words = if phrase.starts_with("de mi ") { 2 } else { 1 };
        at + words
    } else {
        at
    };
    Some(methods.iter().map(|method| Found::exact(Value::Method(*method), start, end)).collect())
}

fn is_led(text: &Text<'_>, at: usize) -> bool {
    let back = text.back(at, 1);
    if !LEADS.contains(back) {
        return false;
    }
    !ARTICLES.contains(&back) || STRONG.contains(&text.back(at, 2))
}

/// "¿Tarjeta o transferencia?", "debit card, then?": named by itself, where a means was asked for or is chosen.
fn stands_alone(text: &Text<'_>, at: usize, end: usize) -> bool {
    let begins = matches!(text.back(at, 1), "" | "." | "," | ";" | "?" | "¿" | "!" | "or");
    begins && (text.is_in(end, AFTER_A_CHOICE) || text.word(end).is_empty())
}

fn is_something_else(text: &Text<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    for back in 1..=REACH {
        let word = text.back(at, back);
        if word.is_empty() || matches!(word, "." | "," | ";" | "?" | "y" | "pero" | "sino" | "but" | "mejor")
        {
            return false;
        }
        let refused = matches!(word, "no" | "ni" | "nunca" | "not" | "don't" | "tampoco");
        if refused || NOT_A_WAY.contains(word) {
            return true;
        }
    }
    false
}
