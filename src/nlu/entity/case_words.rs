//! The words of the names that a case gives: those of its debtor and of whoever stands in its history.

use std::cell::RefCell;
use std::rc::Rc;

use crate::messages::Language;
use crate::nlu::entity::person::{GIVEN, INSTITUTIONS};
use crate::nlu::entity::phrases::WordMap;
use crate::nlu::entity::token::Text;

/// Words of names, folded, with how a case file spells them.
pub(super) type CaseWords = WordMap<String, String>;

/// The names of the case that was asked about last: a call has one, and many turns.
struct LastCase {
    names: Vec<String>,
    language: Language,
    words: Rc<CaseWords>,
}

thread_local! {
    static LAST_CASE: RefCell<Option<LastCase>> = const { RefCell::new(None) };
}

/// The words of the names that a case file gives.
pub(super) fn case_words(names: &[String], language: Language) -> Rc<CaseWords> {
    LAST_CASE.with_borrow_mut(|last| match last {
        Some(last) if last.names == names && last.language == language => Rc::clone(&last.words),
        _ => {
            let words = Rc::new(read_case(names, language));
            *last = Some(LastCase { names: names.to_vec(), language, words: Rc::clone(&words) });
            words
        }
    })
}

fn read_case(names: &[String], language: Language) -> CaseWords {
    let mut words = WordMap::default();
    for name in names {
        let text = Text::read(name, language);
        let known = (0..text.len()).any(|at| GIVEN.contains_key(text.word(at)));
        // A firm can owe as well, and its name is nobody's.
        let firm = (0..text.len()).any(|at| INSTITUTIONS.contains(text.word(at)));
        for at in (0..text.len()).filter(|at| known && !firm && text.is_word(*at) && text.is_capitalised(*at))
        {
            words.insert(text.word(at).to_owned(), text.written(at).to_owned());
        }
    }
    words
}
