//! Chromium and its driver: the browser that the tests run in.

use super::{debian, say};
use crate::process::find;
use std::env;
use std::path::PathBuf;

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];
const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

/// The same engine without a window's furniture, as a program and as a package of Debian.
const SHELL: &[&str] = &["chromium-headless-shell"];

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
    debian::install("Chromium and ChromeDriver", PACKAGES)?;
    look().ok_or_else(advice)
}

/// What starts hundreds of pages: Chromium's headless shell, where it can be had and nobody has named another browser, as a
/// page costs it a third less; else the browser itself.
pub(crate) fn shell() -> Result<PathBuf, String> {
    let whole = browser()?.chromium;
    if env::var_os("CHROME").is_some() {
        return Ok(whole);
    }
    if find(SHELL).is_none() {
        debian::install("Chromium's headless shell", SHELL).map_or_else(|why| say(&why), drop);
    }
    Ok(find(SHELL).unwrap_or(whole))
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

fn advice() -> String {
    let elsewhere = if cfg!(target_os = "macos") {
        "brew install --cask chromium chromedriver"
    } else {
        "install Chromium (or Chrome) and the ChromeDriver of the same release with your system's packages"
    };
    let command = debian::command(PACKAGES).unwrap_or_else(|| elsewhere.into());
    format!(
        "Chromium and ChromeDriver are needed for the browser tests, on the search path or named by $CHROME and \
         $CHROMEDRIVER:\n  {command}"
    )
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn advice_names_both_ways() {
        assert!(advice().contains("$CHROMEDRIVER") && advice().lines().count() == 2);
    }
}
