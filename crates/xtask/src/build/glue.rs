//! The wasm and the JavaScript that loads it.

use super::mute::mute;
use super::{lock, unreadable};
use crate::process::run;
use crate::shop::{Shop, cargo_home};
use crate::stamp::{Inputs, once};
use crate::tools::{self, WASM_BINDGEN};
use std::fs;
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";
const CARGO: &[&str] = &["build", "--quiet", "--locked", "--target", TARGET];

/// A package that becomes a wasm, and what its glue and its wasm are called: `NAME.js` and `NAME_bg.wasm`.
struct Wasm {
    package: &'static str,
    name: &'static str,
}

/// All of Ponder.
const FIGURE: Wasm = Wasm { package: "ponder-wasm", name: "ponder_wasm" };

/// What a page begins with: the same without what most figures can do without.
const LEAN: Wasm = Wasm { package: "ponder-wasm", name: "ponder_lean" };

/// What workers load, when they are called for.
const FILM: Wasm = Wasm { package: "ponder-film", name: "film" };
const PRESS: Wasm = Wasm { package: "ponder-press", name: "press" };
const BULK: Wasm = Wasm { package: "ponder-bulk", name: "bulk" };

/// All that are shipped, by how they are compiled. What runs in bulk is compiled apart: it takes more of core than a
/// figure may, and its loops are worth their size. So is what a page begins with: it takes less of everything. It comes
/// first, as the whole is put in the place where cargo has put it.
const SHIPPED: &[(&[Wasm], &[&str], &[&str])] =
    &[(&[LEAN], &["--no-default-features"], SMALL), (&[FIGURE, FILM, PRESS], &[], SMALL), (&[BULK], &[], &[])];

/// Only what is small is copied to where it is called, a seventh of what rustc thinks: that is a tenth less to download,
/// and costs no time, as what is hot is marked so in the code.
const SMALL: &[&str] = &["-C", "llvm-args=-inline-threshold=40"];

/// The instance can be replaced after a trap, and there is no `import.meta`, so that both kinds of bundle can take it.
const GLUE: &[&str] = &["--target", "web", "--experimental-reset-state-function", "--omit-default-module-path"];

/// What rustc's wasm uses by default, and the effort.
const SHRINK: &[&str] = &[
    "-O3",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is done before that: another way of it makes other files.
const MUTE: &str = include_str!("mute.rs");

/// What is shipped, in `target/ponder/glue`.
pub(super) fn glue(shop: &Shop) -> Result<(), String> {
    for (wasms, features, flags) in SHIPPED {
        let (target, flags) = (target(shop, flags), flagged(flags));
        compile(shop, &target, wasms, &[*features, &["--release", "--config", &flags]].concat())?;
        for wasm in *wasms {
            shrunk(shop, wasm.name, &wasm.module(&target, "release"), &shop.work().join("glue"))?;
        }
    }
    Ok(())
}

/// What the benchmarks need besides, made the same way, in `target/bench/contenders`.
pub(crate) fn contenders(shop: &Shop) -> Result<(), String> {
    tools::wasm_target(shop)?;
    let (target, flags) = (target(shop, &[]), flagged(&[]));
    let cargo = &mut shop.cargo(CARGO);
    cargo.args(["--release", "--config", &flags, "--manifest-path", "tests/bench/wasm/Cargo.toml"]);
    run(cargo.arg("--target-dir").arg(&target))?;
    let module = target.join(TARGET).join("release/contenders.wasm");
    shrunk(shop, "contenders", &module, &shop.root.join("target/bench/contenders"))
}

/// The same with an export that panics, for the tests of recovery; gives its folder.
pub(crate) fn glue_that_panics(shop: &Shop) -> Result<PathBuf, String> {
    compile(shop, &shop.target, &[FIGURE], &["--features", "panic-button"])?;
    let out = shop.work().join("panic");
    bind(shop, FIGURE.name, &FIGURE.module(&shop.target, "debug"), &out, || Ok(()))?;
    Ok(out)
}

/// One call of cargo for all of them: it shares what they have in common and its jobs.
fn compile(shop: &Shop, target: &Path, wasms: &[Wasm], how: &[&str]) -> Result<(), String> {
    tools::wasm_target(shop)?;
    let packages = wasms.iter().flat_map(|wasm| ["--package", wasm.package]);
    run(shop.cargo(CARGO).args(packages).args(how).arg("--target-dir").arg(target))
}

/// What is compiled with other flags lies elsewhere: in one place cargo would take each for out of date after the other.
fn target(shop: &Shop, flags: &[&str]) -> PathBuf {
    if flags.is_empty() { shop.target.join("unlimited") } else { shop.target.clone() }
}

/// The flags, and no name of a folder of this machine in what panics say: two machines build the same bytes.
fn flagged(flags: &[&str]) -> String {
    let remap = format!("--remap-path-prefix={}=cargo", cargo_home().display());
    let flags: Vec<String> = flags.iter().copied().chain([&*remap]).map(|flag| format!("{flag:?}")).collect();
    format!("target.{TARGET}.rustflags=[{}]", flags.join(", "))
}

/// Runs wasm-bindgen, leaves out what panics say, and runs wasm-opt.
fn shrunk(shop: &Shop, name: &str, module: &Path, out: &Path) -> Result<(), String> {
    let [wasm, ..] = bound(name, out);
    bind(shop, name, module, out, || {
        let whole = out.with_file_name(format!("{name}.whole.wasm"));
        let told = |error: std::io::Error| format!("cannot silence {}: {error}", wasm.display());
        let silent =
            mute(&fs::read(&wasm).map_err(told)?).ok_or_else(|| format!("{} is another wasm", wasm.display()))?;
        fs::write(&whole, silent).map_err(told)?;
        run(tools::tool(shop, "binaryen/bin/wasm-opt")?.args(SHRINK).arg(whole).arg("-o").arg(&wasm))
    })
}

/// What wasm-bindgen makes of a module.
fn bound(name: &str, out: &Path) -> [PathBuf; 3] {
    ["_bg.wasm", ".js", ".d.ts"].map(|end| out.join(format!("{name}{end}")))
}

/// Runs wasm-bindgen and what comes after it, if the module is not the one it was last time.
fn bind(
    shop: &Shop,
    name: &str,
    module: &Path,
    out: &Path,
    after: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let bindgen = WASM_BINDGEN.get(shop)?;
    let inputs = Inputs::default().text(&format!("{WASM_BINDGEN:?} {GLUE:?} {TEXTS_ONLY} {SHRINK:?} {MUTE}"));
    let inputs = inputs.path(module).and_then(|inputs| lock(shop, inputs)).map_err(unreadable)?;
    once(&out.with_file_name(format!("{name}.stamp")), &inputs, &bound(name, out), || {
        run(shop.program(bindgen).args(GLUE).args(["--out-name", name, "--out-dir"]).arg(out).arg(module))?;
        texts(&out.join(format!("{name}.js")))?;
        after()
    })
}

/// Where a text should be, the glue takes anything for one, and what is none makes the wasm read beyond its memory.
fn texts(glue: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("cannot see to the texts of {}: {error}", glue.display());
    let script = fs::read_to_string(glue).map_err(told)?;
    fs::write(glue, script.replace(TEXT, &format!("{TEXT}\n    {TEXTS_ONLY}"))).map_err(told)
}

/// How wasm-bindgen's function for texts begins, and what it should begin with.
const TEXT: &str = "function passStringToWasm0(arg, malloc, realloc) {";
const TEXTS_ONLY: &str = "if (typeof arg !== 'string') throw new TypeError('allowed is a text');";

impl Wasm {
    /// Where cargo puts it.
    fn module(&self, target: &Path, profile: &str) -> PathBuf {
        let file = format!("{}.wasm", self.package.replace('-', "_"));
        target.join(TARGET).join(profile).join(file)
    }
}
