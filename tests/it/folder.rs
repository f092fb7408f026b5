//! A temporary folder for running the program on files and reading back its output.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use ketenscan_testing::markdown::FIXTURE;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::programs::KETENSCAN;

/// The exit status and output of a run.
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

/// A temporary folder in which the program runs.
pub struct Folder {
    root: TempDir,
}

impl Folder {
    pub fn new() -> Self {
        Self {
            root: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, Vec<u8>)]) -> Self {
        let folder = Self::new();
        for (name, bytes) in files {
            folder.put(name, bytes);
        }
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes a file, creating the folders it is in.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder made");
        fs::write(path, bytes).expect("a file written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).expect("text")
    }

    /// Every file with its contents.
    pub fn contents(&self) -> BTreeMap<String, Vec<u8>> {
        fn gather(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    gather(root, &path, found);
                } else {
                    let name = path
                        .strip_prefix(root)
                        .expect("inside")
                        .to_string_lossy()
                        .replace('\\', "/");
                    found.insert(name, fs::read(&path).unwrap_or_default());
                }
            }
        }
        let mut found = BTreeMap::new();
        gather(self.root.path(), self.root.path(), &mut found);
        found
    }

    /// The names of all files.
    pub fn names(&self) -> Vec<String> {
        self.contents().into_keys().collect()
    }

    /// Runs the program here; arguments are separated by spaces.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program here with the questionnaire of [`FIXTURE`].
    pub fn run_fixture(&self, arguments: &str) -> Run {
        let mut all = vec!["--vragenlijst", FIXTURE];
        all.extend(arguments.split_whitespace());
        self.run_with(&all)
    }

    /// Runs the program here on the questionnaire of [`FIXTURE`], with `day` as `SOURCE_DATE_EPOCH`.
    pub fn run_on(&self, day: &str, arguments: &str) -> Run {
        let words = ["--vragenlijst", FIXTURE]
            .into_iter()
            .chain(arguments.split_whitespace());
        run(Command::new(KETENSCAN)
            .args(words)
            .current_dir(self.root.path())
            .env("SOURCE_DATE_EPOCH", day))
    }

    /// Runs the program here.
    pub fn run_with(&self, arguments: &[&str]) -> Run {
        self.run_program(Path::new(KETENSCAN), arguments)
    }

    /// Runs any program here.
    pub fn run_program(&self, program: &Path, arguments: &[&str]) -> Run {
        run(Command::new(program).args(arguments).current_dir(self.root.path()))
    }
}

fn run(command: &mut Command) -> Run {
    let output = command
        .env("LC_ALL", "C")
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the tool runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        status: output.status.code().expect("an exit status"),
    }
}

/// Everything a file holds, the parts of a workbook unpacked.
pub fn unpacked(bytes: Vec<u8>) -> Vec<Vec<u8>> {
    let Ok(mut package) = ZipArchive::new(Cursor::new(&bytes)) else {
        return vec![bytes];
    };
    let parts = 0..package.len();
    let part = |index| {
        let mut part = Vec::new();
        let mut entry = package.by_index(index).expect("a part");
        entry.read_to_end(&mut part).expect("a part that unpacks");
        part
    };
    parts.map(part).collect()
}
