//! `ponder-site OUT_DIR`: builds the static course into a folder. Run it in the repository's root.

use std::env;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [out] = arguments.as_slice() else {
        eprintln!("usage: ponder-site OUT_DIR");
        return ExitCode::from(2);
    };
    match ponder_site::build(Path::new("."), Path::new(out)) {
        Ok(written) => {
            println!("{} files in {out}", written.len());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            eprintln!("{problems}");
            ExitCode::FAILURE
        }
    }
}
