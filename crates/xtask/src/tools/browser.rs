//! Chromium and its driver: the browser that the tests run in.

use super::say;
use crate::process::{ask, find, run};
use std::env;
use std::path::PathBuf;
use std::process::Command;

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];
const APT: &[&str] = &["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];

/// Both programs, of one release.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// The browser that `$CHROME` and `$CHROMEDRIVER` name or that is on the search path; on Debian as root it is
/// installed when it is missing.
pub(crate) fn browser() -> Result<Browser, String> {
    if let Some(found) = look() {
        return Ok(found);
    }
    if !debian_as_root() {
        return Err(advice());
    }
    say("installing Chromium and ChromeDriver with apt-get, about a minute, once");
    run(Command::new("apt-get").arg("update"))?;
    run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(APT))?;
    look().ok_or_else(advice)
}

fn look() -> Option<Browser> {
    let given = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let installed = || PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    let chromium = given("CHROME").or_else(|| find(CHROMIUM)).or_else(installed)?;
    let driver = given("CHROMEDRIVER").or_else(|| find(DRIVER))?;
    Some(Browser { chromium, driver })
}

/// Where installers put Chrome without telling the search path.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

fn debian_as_root() -> bool {
    is_debian(&system()) && find(&["apt-get"]).is_some() && ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn system() -> String {
    std::fs::read_to_string("/etc/os-release").unwrap_or_default()
}

/// Debian itself: Ubuntu's package of that name only asks for a snap.
fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line == "ID=debian")
}

fn advice() -> String {
    let command = if is_debian(&system()) {
        format!("sudo apt-get update && sudo apt-get {}", APT.join(" "))
    } else if cfg!(target_os = "macos") {
        String::from("brew install --cask chromium chromedriver")
    } else {
        String::from(
            "install Chromium (or Chrome) and the ChromeDriver of the same release with your system's packages",
        )
    };
    format!(
        "Chromium and ChromeDriver are needed for the browser tests, on the search path or named by $CHROME and \
         $CHROMEDRIVER:\n  {command}"
    )
}

#[cfg(test)]
mod tests {
    use super::{advice, is_debian};

    #[test]
    fn ubuntu_is_not_debian() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }

    #[test]
    fn advice_names_both_ways() {
        assert!(advice().contains("$CHROMEDRIVER") && advice().lines().count() == 2);
    }
}
