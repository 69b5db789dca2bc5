//! Where things stand: the repository, the target folder, the tools' cache.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workshop: every path that the commands share, and how thorough they are to be.
#[derive(Debug)]
pub(crate) struct Shop {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the caller put it.
    pub(crate) target: PathBuf,
    /// Tools installed once for all clones, one folder per tool and version.
    pub(crate) cache: PathBuf,
    /// Whether an engine that cannot be had is a failure.
    pub(crate) all_engines: bool,
}

impl Shop {
    pub(crate) fn open() -> Self {
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = own.ancestors().nth(2).unwrap_or(&own).to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |given| root.join(given));
        Self { target, cache: cache().join("ponder-tools"), root, all_engines: false }
    }

    /// Intermediate files. Always under the repository, because package.json's `imports` name it.
    pub(crate) fn work(&self) -> PathBuf {
        self.root.join("target/ponder")
    }

    /// The finished static site.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("dist/site")
    }

    /// A program run in the repository.
    pub(crate) fn program(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// `cargo …`, with the toolchain that runs us.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from));
        command.args(arguments);
        command
    }
}

/// Where cargo keeps the sources of what we depend on.
pub(crate) fn cargo_home() -> PathBuf {
    let given = env::var_os("CARGO_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    given.or_else(|| Some(user()?.join(".cargo"))).unwrap_or_else(|| ".cargo".into())
}

/// The user's cache folder: `$XDG_CACHE_HOME`, else `~/.cache`.
fn cache() -> PathBuf {
    let given = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    given.or_else(|| Some(user()?.join(".cache"))).unwrap_or_else(env::temp_dir)
}

/// The user's own folder.
fn user() -> Option<PathBuf> {
    env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from)
}
