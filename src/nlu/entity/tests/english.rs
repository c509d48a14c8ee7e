//! English, as callers in the United States speak it.

use crate::messages::Language;
use crate::nlu::entity::find;
use crate::nlu::entity::tests::{line, setting};

fn hear(text: &str) -> Vec<String> {
    find(text, &setting(Language::En, "US")).iter().map(|entity| line(text, entity)).collect()
}

#[test]
fn amounts_in_english() {
    assert_eq!(
        hear("I can do two hundred and fifty dollars"),
        ["money 250 USD «two hundred and fifty dollars»"]
    );
    assert_eq!(hear("I owe $1,350.75"), ["money 1350.75 USD «$1,350.75»"]);
    assert_eq!(hear("a hundred bucks"), ["money 100 USD «a hundred bucks»"]);
    assert_eq!(hear("I can pay 150"), ["money 150 USD «150»"]);
    assert_eq!(hear("about 300 dollars"), ["money ~300 USD «300 dollars»"]);
    assert_eq!(hear("twelve hundred dollars"), ["money 1200 USD «twelve hundred dollars»"]);
    assert_eq!(hear("I have three kids"), ["number 3 «three»"]);
}

#[test]
fn dates_in_english() {
    assert_eq!(hear("this Friday"), ["date 03-13 «this Friday»"]);
    assert_eq!(hear("next Friday"), ["date ?03-20 or 03-13 «next Friday»"]);
    assert_eq!(hear("Friday week"), ["date 03-20 «Friday week»"]);
    assert_eq!(hear("I paid on Friday"), ["date 03-06 «Friday»"]);
    // What is said lies no further back than what it is said of.
    assert_eq!(hear("like I said, April 3"), ["date 04-03 «April 3»"]);
    assert_eq!(hear("tomorrow"), ["date 03-12 «tomorrow»"]);
    assert_eq!(hear("the day after tomorrow"), ["date 03-13 «the day after tomorrow»"]);
    assert_eq!(hear("on the 20th"), ["date 03-20 «the 20th»"]);
    assert_eq!(hear("April 3rd"), ["date 04-03 «April 3rd»"]);
    assert_eq!(hear("in two weeks"), ["date 03-25 «in two weeks»"]);
    assert_eq!(hear("within ten days"), ["date by ..03-21 or 03-21 «within ten days»"]);
    assert_eq!(hear("by the end of the month"), ["date ~by 03-31 «the end of the month»"]);
    assert_eq!(hear("before Monday"), ["date before ..03-15 or before ..03-16 «before Monday»"]);
    assert_eq!(hear("every Friday"), ["date 03-13 each week «every Friday»"]);
    assert_eq!(hear("I may march"), Vec::<String>::new());
    let three = ["date 05-03 «the 3rd of may»", "date 06-01..06-30 «june»", "date 07-01..07-31 «july»"];
    assert_eq!(hear("on the 3rd of may, june and july"), three);
    assert_eq!(hear("two months behind"), ["duration 2 month «two months»"]);
}

#[test]
fn plans_and_methods_in_english() {
    assert_eq!(
        hear("three payments of $100"),
        ["plan 3 parts of 100 «three payments of $100»", "money 100 USD «$100»"]
    );
    assert_eq!(hear("I'd pay by bank transfer"), ["method Transfer «bank transfer»"]);
    assert_eq!(hear("tomorrow at 3 pm"), ["date 03-12 «tomorrow»", "time 15:00 «3 pm»"]);
}

#[test]
fn getting_paid_lies_ahead() {
    assert_eq!(hear("I get paid on April 6th"), ["date 04-06 «April 6th»"]);
    assert_eq!(hear("I paid on March 6th"), ["date 03-06 «March 6th»"]);
}

#[test]
fn installments_take_their_adjectives_before_them() {
    assert_eq!(hear("five equal payments"), ["plan 5 parts «five equal payments»"]);
    assert_eq!(hear("eight monthly installments"), ["plan 8 parts a month «eight monthly installments»"]);
}

#[test]
fn one_fifty_may_be_dollars_or_cents() {
    assert_eq!(hear("I can pay two fifty"), ["money ?250 USD or 2.50 USD «two fifty»"]);
    assert_eq!(hear("two fifty somethings"), ["number 2 «two»", "number 50 «fifty»"]);
}

#[test]
fn cents_by_themselves_stand_after_their_sign() {
    assert_eq!(hear("put me down for $.75"), ["money 0.75 USD «$.75»"]);
    assert_eq!(hear("put me down for .75 dollars"), ["money 0.75 USD «.75 dollars»"]);
}

#[test]
fn a_pen_to_write_with_is_no_money() {
    assert_eq!(hear("let me get a pen"), Vec::<String>::new());
    assert_eq!(hear("I have 90 PEN"), ["money 90 PEN «90 PEN»"]);
}

#[test]
fn a_weekday_and_a_bare_number_are_a_day_where_they_agree() {
    assert_eq!(
        hear("so 640, friday 27, by card"),
        ["number 640 «640»", "date 03-27 «friday 27»", "method Card «card»"]
    );
    assert_eq!(hear("wednesday 25?"), ["date 03-25 «wednesday 25»"]);
    assert_eq!(hear("pay friday 20 dollars"), ["date 03-13 «friday»", "money 20 USD «20 dollars»"]);
    assert_eq!(hear("friday 5 pm")[0], "date 03-13 «friday»");
    // The 30th is a Monday.
    assert_eq!(hear("pay friday 30")[0], "date 03-13 «friday»");
}

#[test]
fn days_share_the_month_that_one_of_them_names() {
    assert_eq!(hear("june 12 or 25?"), ["date 06-12 «june 12»", "date 06-25 «25»"]);
    assert_eq!(hear("April 2, 9 and 16"), ["date 04-02 «April 2»", "date 04-09 «9»", "date 04-16 «16»"]);
    assert_eq!(hear("the 12th and 26th of June"), ["date 06-12 «the 12th»", "date 06-26 «26th of June»"]);
    assert_eq!(hear("on the 16th and 30th"), ["date 03-16 «the 16th»", "date 03-30 «30th»"]);
    assert_eq!(hear("June 12 and 50 dollars")[0], "date 06-12 «June 12»");
}

#[test]
fn so_much_a_month_from_a_day_names_the_day() {
    assert_eq!(hear("70 a month from Friday")[2], "date 03-13 «Friday»");
    assert_eq!(hear("a month from Friday"), ["date 04-13 «a month from Friday»"]);
}
