//! Running other programs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Runs a program to its end, its output passed through.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| cannot(command, &error))?;
    verdict(command, status)
}

/// Runs a program to its end; its standard output is passed through and each line also given to `see`. One that has
/// printed nothing for as long as our patience lasts is stopped.
pub(crate) fn watch(command: &mut Command, patience: Duration, mut see: impl FnMut(&str)) -> Result<(), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot(command, &error))?;
    let lines = listen(child.stdout.take());
    loop {
        match lines.recv_timeout(patience) {
            Ok(line) => {
                println!("{line}");
                see(&line);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let _ = child.kill().and_then(|()| child.wait());
                return Err(format!("`{}` was stopped after {} s of silence", line(command), patience.as_secs()));
            }
        }
    }
    let status = child.wait().map_err(|error| cannot(command, &error))?;
    verdict(command, status)
}

/// The lines of an output, as they come. The thread may outlive a stopped program whose own children keep it open.
fn listen(output: Option<ChildStdout>) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let lines = output.into_iter().flat_map(|output| BufReader::new(output).split(b'\n'));
        let told = |line: Vec<u8>| sender.send(String::from_utf8_lossy(&line).into_owned());
        lines.map_while(Result::ok).map(told).all(|sent| sent.is_ok())
    });
    receiver
}

/// What a program prints, or `None` if it cannot run or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The first of these programs that the search path has.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = if cfg!(windows) { format!("{name}.exe") } else { String::from(*name) };
        folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
    })
}

/// The search path with folders put before it.
pub(crate) fn path_with(folders: &[&Path]) -> std::ffi::OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&old));
    std::env::join_paths(all).unwrap_or(old)
}

fn verdict(command: &Command, status: ExitStatus) -> Result<(), String> {
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

fn cannot(command: &Command, error: &std::io::Error) -> String {
    format!("cannot run `{}`: {error}", line(command))
}

/// A command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{ask, line, run, watch};
    use std::process::Command;
    use std::time::Duration;

    fn rustc(flag: &str) -> Command {
        let mut command = Command::new("rustc");
        command.arg(flag);
        command
    }

    #[test]
    fn output_is_seen_line_by_line() {
        let mut seen = Vec::new();
        watch(&mut rustc("--version"), Duration::MAX, |line| seen.push(line.to_string())).unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!(ask(&mut rustc("--version")).as_deref(), Some(seen[0].as_str()));
    }

    #[cfg(unix)]
    #[test]
    fn a_silent_program_is_stopped() {
        let why = watch(Command::new("sleep").arg("60"), Duration::from_millis(20), |_| {}).unwrap_err();
        assert!(why.starts_with("`sleep 60` was stopped"), "{why}");
    }

    #[test]
    fn a_failure_names_the_command() {
        assert!(run(&mut Command::new("/no/such/program")).unwrap_err().contains("program"));
        assert_eq!(line(rustc("--version").arg("-v")), "rustc --version -v");
    }
}
