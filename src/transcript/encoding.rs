//! A file's bytes as text: UTF-8 and UTF-16 by their marks, anything else as the Windows text it most likely is.
//! What is too large, empty or not text at all is refused before anybody tries to understand it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::messages::{Arg, Messages};

/// The largest file that is read; an hour of speech is a hundredth of it.
pub const MAX_BYTES: u64 = 20 << 20;

/// Why a file gave no text.
#[derive(Debug)]
pub enum Unreadable {
    /// The system refused.
    Io { path: PathBuf, error: io::Error },
    /// Larger than the limit, in megabytes.
    TooLarge { path: PathBuf, megabytes: u64 },
    /// A picture, a recording, a word processor's file …
    Binary { path: PathBuf },
    /// Nothing in it but blanks.
    Empty { path: PathBuf },
}

impl Unreadable {
    /// The sentence for people, with what to do about it.
    pub fn explain(&self, messages: &Messages) -> String {
        let (id, path, more) = match self {
            Self::Io { path, error } => ("unreadable-io", path, Some(("reason", reason(error, messages)))),
            Self::TooLarge { path, megabytes } => {
                ("unreadable-too-large", path, Some(("megabytes", Arg::from(*megabytes))))
            }
            Self::Binary { path } => ("unreadable-binary", path, None),
            Self::Empty { path } => ("unreadable-empty", path, None),
        };
        let mut args = vec![("path", Arg::from(path.display().to_string()))];
        args.extend(more);
        messages.say_with(id, &args)
    }
}

fn reason(error: &io::Error, messages: &Messages) -> Arg {
    match error.kind() {
        io::ErrorKind::NotFound => messages.say("io-not-found").into(),
        io::ErrorKind::PermissionDenied => messages.say("io-permission-denied").into(),
        io::ErrorKind::IsADirectory => messages.say("io-is-a-directory").into(),
        _ => error.to_string().into(),
    }
}

/// Reads a text file of at most `limit` bytes; no more than that is ever taken from the disk.
pub fn read_text(path: &Path, limit: u64) -> Result<String, Unreadable> {
    let failed = |error| Unreadable::Io { path: path.to_owned(), error };
    let mut file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if about.len() > limit {
        return Err(Unreadable::TooLarge { path: path.to_owned(), megabytes: limit >> 20 });
    }
    read_stream(path, &mut file, limit)
}

/// Reads at most `limit` bytes of text from anywhere; `path` is the name that people know it by.
pub fn read_stream(path: &Path, input: &mut dyn io::Read, limit: u64) -> Result<String, Unreadable> {
    let mut bytes = Vec::new();
    // A pipe has no length beforehand.
    input
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Unreadable::Io { path: path.to_owned(), error })?;
    if bytes.len() as u64 > limit {
        return Err(Unreadable::TooLarge { path: path.to_owned(), megabytes: limit >> 20 });
    }
    let text = decode(&bytes).ok_or_else(|| Unreadable::Binary { path: path.to_owned() })?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty { path: path.to_owned() });
    }
    Ok(text)
}

/// The text of `bytes`, without its byte order mark; `None` if they are no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?.into_owned()
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    (!looks_binary(&text)).then_some(text)
}

/// A stray control character is dirt; one in a hundred, or a single NUL, is no text.
fn looks_binary(text: &str) -> bool {
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')).count();
    text.contains('\0') || odd > 3 && odd * 100 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;

    use super::*;

    const LINE: &str = "Agente: ¿Qué día podría, señora Muñoz?";

    #[test]
    fn utf_8_is_read_with_and_without_its_mark() {
        assert_eq!(decode(LINE.as_bytes()).as_deref(), Some(LINE));
        let marked = [b"\xef\xbb\xbf", LINE.as_bytes()].concat();
        assert_eq!(decode(&marked).as_deref(), Some(LINE));
    }

    #[test]
    fn utf_16_is_read_in_both_orders() {
        let units: Vec<u16> = LINE.encode_utf16().collect();
        let little = units.iter().fold(b"\xff\xfe".to_vec(), |mut bytes, unit| {
            bytes.extend(unit.to_le_bytes());
            bytes
        });
        let big = units.iter().fold(b"\xfe\xff".to_vec(), |mut bytes, unit| {
            bytes.extend(unit.to_be_bytes());
            bytes
        });
        assert_eq!(decode(&little).as_deref(), Some(LINE));
        assert_eq!(decode(&big).as_deref(), Some(LINE));
    }

    #[test]
    fn windows_text_keeps_its_accents_and_quotes() {
        assert_eq!(decode(b"Se\xf1or: \x93ma\xf1ana\x94").as_deref(), Some("Señor: “mañana”"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_and_a_stray_control_is_not() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
        assert_eq!(decode(b"\x01\x02\x03\x04\x05\x06 ab"), None);
        assert!(decode(b"Agente: hola\x0c\nCliente: \x1bhola").is_some());
    }

    #[test]
    fn a_file_over_the_limit_is_refused_by_its_size_alone() {
        let file = tempfile::NamedTempFile::new().unwrap();
        // Sparse: nothing of it stands on the disk, so that reading it would be the only cost.
        file.as_file().set_len(50 << 20).unwrap();
        let error = read_text(file.path(), MAX_BYTES).unwrap_err();
        assert!(matches!(error, Unreadable::TooLarge { megabytes: 20, .. }), "{error:?}");
    }

    #[test]
    fn a_blank_file_is_empty() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b" \r\n\t\n").unwrap();
        assert!(matches!(read_text(file.path(), MAX_BYTES), Err(Unreadable::Empty { .. })));
    }

    proptest! {
        #[test]
        fn any_bytes_are_text_or_refused(bytes: Vec<u8>) {
            let text = decode(&bytes);
            prop_assert!(text.is_none_or(|text| !text.contains('\0')));
        }
    }
}
