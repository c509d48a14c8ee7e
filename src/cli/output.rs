//! Standard output, locked once and buffered. A reader who leaves early (`ensayo list | head`) is an error like
//! any other here; the program's end knows that it is no failure.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal as _, LineWriter, StdoutLock, Write};

/// Where a subcommand writes what it was asked for.
pub(super) enum Output {
    /// A person watches: line by line.
    Lines(LineWriter<StdoutLock<'static>>),
    /// A file or a program reads: in blocks.
    Blocks(BufWriter<StdoutLock<'static>>),
}

impl Output {
    pub(super) fn stdout() -> Self {
        let stdout = io::stdout().lock();
        if stdout.is_terminal() {
            Self::Lines(LineWriter::new(stdout))
        } else {
            Self::Blocks(BufWriter::new(stdout))
        }
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lines(_) => "Lines",
            Self::Blocks(_) => "Blocks",
        })
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Lines(writer) => writer.write(bytes),
            Self::Blocks(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Lines(writer) => writer.flush(),
            Self::Blocks(writer) => writer.flush(),
        }
    }
}
