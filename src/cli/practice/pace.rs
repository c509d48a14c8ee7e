//! The debtor's words at the pace of speech; a key pressed before they end is an interruption.

use std::time::Duration;

use clap::ValueEnum;

/// How fast the debtor's words come on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Pace {
    /// All at once.
    Off,
    Fast,
    /// As people speak on the phone.
    Normal,
}

impl Pace {
    /// The time for one word. Spanish conversation runs at some 190 words a minute; reading waits for nobody, so that
    /// even the normal pace is a little quicker.
    pub(super) fn a_word(self) -> Option<Duration> {
        match self {
            Self::Off => None,
            Self::Fast => Some(Duration::from_millis(110)),
            Self::Normal => Some(Duration::from_millis(260)),
        }
    }
}

/// What was typed before the debtor had finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Begun {
    pub(super) typed: String,
    /// Whether the line was sent, too.
    pub(super) sent: bool,
}

/// What came of waiting for a word's time.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// Nothing was pressed.
    Quiet,
    /// Enter or the space bar: the rest at once.
    Hurried,
    /// The agent begins to speak.
    Interrupted(Begun),
}

/// Listens for keys while the debtor speaks; the terminal is as before when this is dropped.
#[cfg(unix)]
pub(super) use unix::Keys;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::os::fd::AsFd as _;
    use std::time::Duration;

    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::sys::termios::{self, LocalFlags, SetArg, Termios};
    use nix::unistd::read;

    use super::{Begun, Waited};

    #[derive(Debug)]
    pub(in super::super) struct Keys {
        before: Termios,
    }

    impl Keys {
        /// `None` where the terminal cannot be told to give keys as they are pressed.
        pub(in super::super) fn listen() -> Option<Self> {
            let before = termios::tcgetattr(io::stdin()).ok()?;
            let mut raw = before.clone();
            // Interrupt keys go on working.
            raw.local_flags.remove(LocalFlags::ICANON | LocalFlags::ECHO);
            termios::tcsetattr(io::stdin(), SetArg::TCSANOW, &raw).ok()?;
            Some(Self { before })
        }

        /// Waits for a word's time, or for a key.
        #[allow(clippy::unused_self, reason = "keys come one by one only while this is held")]
        pub(in super::super) fn wait(&self, time: Duration) -> Waited {
            let stdin = io::stdin();
            let mut polled = [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)];
            let time = PollTimeout::try_from(time).unwrap_or(PollTimeout::ZERO);
            if !matches!(poll(&mut polled, time), Ok(1..)) {
                return Waited::Quiet;
            }
            let mut bytes = [0_u8; 64];
            let pressed = read(stdin.as_fd(), &mut bytes).unwrap_or(0);
            let typed = String::from_utf8_lossy(&bytes[..pressed]).into_owned();
            if typed.chars().all(|c| c.is_whitespace() || c.is_control()) {
                return Waited::Hurried;
            }
            let sent = typed.contains(['\r', '\n']);
            Waited::Interrupted(Begun { typed: typed.chars().filter(|c| !c.is_control()).collect(), sent })
        }
    }

    impl Drop for Keys {
        fn drop(&mut self) {
            let _ = termios::tcsetattr(io::stdin(), SetArg::TCSANOW, &self.before);
        }
    }
}

/// Elsewhere words come at pace, and cannot be cut short.
#[cfg(not(unix))]
#[derive(Debug)]
pub(super) struct Keys;

#[cfg(not(unix))]
impl Keys {
    pub(super) fn listen() -> Option<Self> {
        Some(Self)
    }

    pub(super) fn wait(&self, time: Duration) -> Waited {
        std::thread::sleep(time);
        Waited::Quiet
    }
}
