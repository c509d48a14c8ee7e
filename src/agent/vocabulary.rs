//! What the `when:` of a move can name: what an agent can know, and nothing else.

use crate::sandbox::{Conditions, Value};

/// The values, each with one of its kind.
pub(super) const VARIABLES: [(&str, Value); 17] = [
    // Which turn of hers this is, from 1.
    ("turn", Value::Int(0)),
    // `MX`, `CO` …: some countries forbid what others allow.
    ("country", Value::Text(String::new())),
    // Something was agreed, as far as the debtor's words tell.
    ("agreed", Value::Bool(false)),
    // What: `none`, `payment`, `programme`, `verification`, `callback`.
    ("deal", Value::Text(String::new())),
    // After an agreement the debtor named another day.
    ("wrong_date", Value::Bool(false)),
    // In the last turn, and at any time in the call.
    ("named_amount", Value::Bool(false)),
    ("named_date", Value::Bool(false)),
    ("knows_amount", Value::Bool(false)),
    ("knows_date", Value::Bool(false)),
    // The debtor spoke of one of the overdue items as owed.
    ("knows_part", Value::Bool(false)),
    // The debtor's amount is all that is overdue, or more; or at least what the policy takes.
    ("covers", Value::Bool(false)),
    ("enough", Value::Bool(false)),
    // The debtor's last words were a question.
    ("asked", Value::Bool(false)),
    // Somebody else has come to the phone.
    ("new_voice", Value::Bool(false)),
    // The case file has data to recognise the debtor by.
    ("verifies", Value::Bool(false)),
    // The debtor gave one of them as the case file has it.
    ("verified", Value::Bool(false)),
    // How many turns the debtor has refused in.
    ("refusals", Value::Int(0)),
];

/// The helpers, each about one name: an act of the debtor's last turn, of any turn; a move made in this call, just
/// now; a word of the debtor's last turn, without accents.
pub(super) const HELPERS: [&str; 5] = ["heard", "told", "did", "just", "word"];

/// The reader and weigher of agents' conditions.
pub fn conditions() -> Conditions {
    Conditions::new(&VARIABLES, &HELPERS)
}
