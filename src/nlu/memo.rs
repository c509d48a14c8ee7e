//! Whoever can hear a line: an ear, or one that remembers what it heard before in the same setting. Simulated
//! calls say the same lines over and over.

use std::cell::RefCell;
use std::fmt;

use rustc_hash::FxHashMap;

use super::ear::{Ear, Earlier, Line};
use super::entity::Setting;
use super::heard::Heard;

/// Something that hears lines in one language.
pub trait Hears: fmt::Debug {
    /// Hears one line in the light of the lines before it, oldest first.
    fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard;
}

impl Hears for Ear {
    fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        Self::hear(self, line, before, setting)
    }
}

/// So many lines are remembered; then it forgets them all, which costs time and changes nothing that is heard.
const MOST: usize = 1 << 15;

/// An ear that remembers. A line counts as the same only after the same lines; all in one setting.
pub struct Remembering<'a> {
    ear: &'a Ear,
    known: RefCell<FxHashMap<String, Heard>>,
}

impl<'a> Remembering<'a> {
    pub fn new(ear: &'a Ear) -> Self {
        Self { ear, known: RefCell::default() }
    }
}

impl fmt::Debug for Remembering<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remembering").field("lines", &self.known.borrow().len()).finish_non_exhaustive()
    }
}

impl Hears for Remembering<'_> {
    fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        let mut key = String::new();
        for said in before.iter().map(|earlier| earlier.line).chain([line]) {
            key.push_str(said.speaker.id());
            key.push('\u{0}');
            key.push_str(said.text);
            key.push('\u{0}');
        }
        if let Some(heard) = self.known.borrow().get(&key) {
            return heard.clone();
        }
        let heard = self.ear.hear(line, before, setting);
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, heard.clone());
        heard
    }
}
