//! Debian's packages: installed where we may, else named with the command.

use super::{alone, say};
use crate::process::{ask, find, run};
use std::process::Command;

/// Installs packages, where this is Debian and we are root; `Ok(false)` where it is not so.
pub(super) fn install(what: &str, packages: &[&str]) -> Result<bool, String> {
    if !debian_as_root() {
        return Ok(false);
    }
    let _alone = alone();
    say(&format!("installing {what} with apt-get, about a minute, once"));
    run(Command::new("apt-get").arg("update"))?;
    run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(ARGUMENTS).args(packages))?;
    Ok(true)
}

/// The command that installs packages, where this is Debian.
pub(super) fn command(packages: &[&str]) -> Option<String> {
    let command = || format!("sudo apt-get update && sudo apt-get {} {}", ARGUMENTS.join(" "), packages.join(" "));
    is_debian(&system()).then(command)
}

const ARGUMENTS: &[&str] = &["install", "-y", "--no-install-recommends"];

fn debian_as_root() -> bool {
    is_debian(&system()) && find(&["apt-get"]).is_some() && ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn system() -> String {
    std::fs::read_to_string("/etc/os-release").unwrap_or_default()
}

/// Debian itself: Ubuntu's packages of these names only ask for a snap.
fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line == "ID=debian")
}

#[cfg(test)]
mod tests {
    use super::is_debian;

    #[test]
    fn ubuntu_is_not_debian() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }
}
