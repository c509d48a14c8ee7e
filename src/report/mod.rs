//! What was found, written down: one file a form.

pub mod annotation;
