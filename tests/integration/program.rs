//! Runs the program in a folder of its own, with an empty environment, and compares everything it says.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use tempfile::TempDir;

/// A run to be made. Nothing happens until it is asked for its `status` or its `output`.
#[must_use = "ask for the `status` or the `output`, or nothing is run"]
pub(crate) struct Program {
    folder: TempDir,
    args: Vec<OsString>,
    env: Vec<(String, OsString)>,
    stdin: Vec<u8>,
    stdout: String,
    stderr: String,
}

/// What a run said, and how it ended.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The program, in an empty folder.
pub(crate) fn ensayo() -> Program {
    Program {
        folder: tempfile::tempdir().unwrap(),
        args: Vec::new(),
        env: Vec::new(),
        stdin: Vec::new(),
        stdout: String::new(),
        stderr: String::new(),
    }
}

impl Program {
    pub(crate) fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.env.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        text.as_ref().clone_into(&mut self.stdin);
        self
    }

    /// Writes a file into the run's folder.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// All of what standard output must hold.
    pub(crate) fn stdout(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdout);
        self
    }

    /// All of what standard error must hold.
    pub(crate) fn stderr(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stderr);
        self
    }

    /// Runs, and compares exit code, output and errors in full.
    #[track_caller]
    pub(crate) fn status(self, status: i32) {
        let (stdout, stderr) = (self.stdout.clone(), self.stderr.clone());
        let output = self.output();
        assert_eq!(output.stdout, stdout, "standard output");
        assert_eq!(output.stderr, stderr, "standard error");
        assert_eq!(output.status, status, "exit code");
    }

    /// Runs, and returns what was said.
    pub(crate) fn output(self) -> Output {
        let mut child = self.spawn();
        let mut feed = child.stdin.take().unwrap();
        let stdin = self.stdin.clone();
        let feeder = thread::spawn(move || feed.write_all(&stdin));
        let output = child.wait_with_output().unwrap();
        // A program that does not read its input closes it in our face.
        let _ = feeder.join().unwrap();
        let text = |bytes| self.without_folder(&String::from_utf8(bytes).unwrap());
        Output {
            status: output.status.code().unwrap(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Starts the program with all its streams in our hands.
    pub(crate) fn spawn(&self) -> Child {
        let home = self.path("home");
        let mut command = Command::new(env!("CARGO_BIN_EXE_ensayo"));
        command
            .args(&self.args)
            .current_dir(self.folder.path())
            .env_clear()
            .env("COLUMNS", "100")
            .env("HOME", &home)
            .env("APPDATA", &home)
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        command.spawn().unwrap()
    }

    /// The folder has another name in every run.
    fn without_folder(&self, text: &str) -> String {
        let folder = |path: &Path| path.display().to_string();
        text.replace(&folder(self.folder.path()), "[folder]")
    }
}
