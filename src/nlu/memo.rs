//! Whoever can hear a line: an ear, or one that remembers what it heard before. Simulated calls say the same lines
//! over and over.

use std::cell::RefCell;
use std::fmt;

use super::ear::{Ear, Earlier, Line};
use super::entity::Setting;
use super::heard::Heard;
use super::memory::Memory;

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

/// Lines that an ear of simulated calls has room for.
const ROOM: usize = 1 << 15;

/// An ear with a memory of its own.
#[derive(Debug)]
pub struct Remembering<'a> {
    ear: &'a Ear,
    memory: RefCell<Memory>,
}

impl<'a> Remembering<'a> {
    pub fn new(ear: &'a Ear) -> Self {
        Self { ear, memory: RefCell::new(Memory::new(ROOM)) }
    }
}

impl Hears for Remembering<'_> {
    fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        self.ear.hear_again(line, before, setting, &mut self.memory.borrow_mut())
    }
}
