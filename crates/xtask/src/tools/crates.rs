//! What comes through cargo and rustup: the wasm target, wasm-bindgen, wasm-pack, geckodriver, mdBook, cargo-deny,
//! cargo-mutants.

use super::{alone, say};
use crate::process::{ask, run};
use crate::shop::Shop;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that `cargo install` builds.
#[derive(Debug)]
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// Build with the lock file that the package ships.
    locked: bool,
    /// How long the build takes on two cores.
    takes: &'static str,
}

/// Must be the release of the `wasm-bindgen` dependency. Its shipped lock file does not build.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    locked: false,
    takes: "about 4 minutes",
};

/// Runs the tests in the browser.
pub(crate) const WASM_PACK: Tool =
    Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", locked: true, takes: "about 3 minutes" };

/// Speaks WebDriver to Firefox.
pub(super) const GECKODRIVER: Tool =
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", locked: true, takes: "about 3 minutes" };

/// A host of figures.
pub(crate) const MDBOOK: Tool =
    Tool { package: "mdbook", program: "mdbook", version: "0.5.4", locked: true, takes: "about 5 minutes" };

/// Looks at the licences and sources of what we depend on.
pub(crate) const CARGO_DENY: Tool =
    Tool { package: "cargo-deny", program: "cargo-deny", version: "0.20.2", locked: true, takes: "about 5 minutes" };

/// Makes mistakes, for the tests to find.
pub(crate) const CARGO_MUTANTS: Tool = Tool {
    package: "cargo-mutants",
    program: "cargo-mutants",
    version: "27.1.0",
    locked: true,
    takes: "about 5 minutes",
};

impl Tool {
    /// The program, installed first if need be.
    pub(crate) fn get(&self, shop: &Shop) -> Result<PathBuf, String> {
        let home = shop.cache.join(format!("{}-{}", self.package, self.version));
        let program = home.join("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if !self.answers(&program) {
            let _alone = alone();
            // It may have come while we waited.
            if !self.answers(&program) {
                self.install(&shop.cache, &home)?;
            }
        }
        if self.answers(&program) { Ok(program) } else { Err(format!("{} does not run", program.display())) }
    }

    fn answers(&self, program: &Path) -> bool {
        // A subcommand of cargo may know its version under its own name only.
        let own = self.program.strip_prefix("cargo-");
        ask(Command::new(program).args(own).arg("--version")).is_some_and(|text| text.contains(self.version))
    }

    /// Installs beside the final place and renames, so that a broken install never counts.
    fn install(&self, cache: &Path, home: &Path) -> Result<(), String> {
        say(&format!("installing {} {} with cargo, {}, once", self.package, self.version, self.takes));
        let fresh = cache.join(format!("new-{}-{}", self.package, std::process::id()));
        let build = cache.join("build").join(self.package);
        let told = |error: std::io::Error| format!("cannot prepare {}: {error}", cache.display());
        fs::create_dir_all(&fresh).map_err(told)?;
        let built = run(&mut self.cargo(cache, &fresh, &build));
        let placed = built.and_then(|()| place(&fresh, home).map_err(told));
        let _ = fs::remove_dir_all(&fresh);
        if placed.is_ok() {
            let _ = fs::remove_dir_all(&build);
        }
        placed
    }

    /// `cargo install`, deaf to the settings that belong to the caller's own builds.
    fn cargo(&self, cache: &Path, fresh: &Path, build: &Path) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(cache).arg("install").arg(format!("{}@{}", self.package, self.version));
        command.arg("--root").arg(fresh).args(self.locked.then_some("--locked"));
        for (name, _) in env::vars_os().filter(|(name, _)| steers_a_build(&name.to_string_lossy())) {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", build);
        command
    }
}

fn steers_a_build(variable: &str) -> bool {
    let families = ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_", "RUSTC"];
    let names = ["RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_INCREMENTAL"];
    names.contains(&variable) || families.iter().any(|family| variable.starts_with(family))
}

fn place(fresh: &Path, home: &Path) -> std::io::Result<()> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    fs::rename(fresh, home)
}

/// The standard library for wasm, added through rustup when it is missing.
pub(crate) fn wasm_target(shop: &Shop) -> Result<(), String> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let rustc = || ask(shop.program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if rustc().is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("adding Rust's wasm target with rustup, a few seconds, once");
    run(shop.program("rustup").args(["target", "add", TARGET]))
        .map_err(|why| format!("{why}\nRust's wasm target is needed: rustup target add {TARGET}"))
}

#[cfg(test)]
mod tests {
    use super::{Tool, place, steers_a_build};
    use std::fs;

    #[test]
    fn a_tool_build_is_deaf_to_the_callers_settings() {
        for name in
            ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTC_WRAPPER", "CARGO_PROFILE_RELEASE_LTO"]
        {
            assert!(steers_a_build(name), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "PATH", "HTTPS_PROXY"] {
            assert!(!steers_a_build(name), "{name}");
        }
    }

    #[test]
    fn only_a_program_that_says_its_version_counts() {
        let tool = Tool { package: "p", program: "rustc", version: "no such version", locked: true, takes: "" };
        assert!(!tool.answers("rustc".as_ref()));
        assert!(!tool.answers("/no/such/program".as_ref()));
        assert!(Tool { version: "rustc 1.", ..tool }.answers("rustc".as_ref()));
    }

    #[test]
    fn a_finished_install_replaces_a_broken_one() {
        let folder = std::env::temp_dir().join(format!("xtask-place-{}", std::process::id()));
        let (fresh, home) = (folder.join("fresh"), folder.join("home"));
        fs::create_dir_all(&fresh).unwrap();
        fs::create_dir_all(&home).unwrap();
        fs::write(home.join("broken"), "").unwrap();
        fs::write(fresh.join("whole"), "").unwrap();
        place(&fresh, &home).unwrap();
        assert!(home.join("whole").exists() && !home.join("broken").exists() && !fresh.exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
