//! The browsers besides Chromium that some tests also run in, where they can be had: Firefox and WebKitGTK.

use super::crates::GECKODRIVER;
use super::debian;
use crate::process::find;
use crate::shop::Shop;
use std::env;
use std::path::PathBuf;

const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
const FIREFOX_APP: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// Firefox and its driver, which cargo builds where there is none.
#[derive(Debug)]
pub(crate) struct Firefox {
    pub(crate) firefox: PathBuf,
    pub(crate) driver: PathBuf,
}

/// WebKitGTK's driver, which brings its browser along, and a screen for it that nobody sees.
#[derive(Debug)]
pub(crate) struct WebKit {
    pub(crate) driver: PathBuf,
    pub(crate) screen: PathBuf,
}

/// Firefox from `$FIREFOX` or the search path, or from Debian's packages; else why not.
pub(crate) fn firefox(shop: &Shop) -> Result<Firefox, String> {
    let given = || env::var_os("FIREFOX").map(PathBuf::from).filter(|path| path.is_file());
    let app = || Some(PathBuf::from(FIREFOX_APP)).filter(|path| path.is_file());
    let firefox = had("Firefox", &["firefox-esr"], || given().or_else(|| find(FIREFOX)).or_else(app))?;
    let driver = find(&["geckodriver"]).map_or_else(|| GECKODRIVER.get(shop), Ok)?;
    Ok(Firefox { firefox, driver })
}

/// WebKitGTK from the search path or from Debian's packages; else why not.
pub(crate) fn webkit() -> Result<WebKit, String> {
    had("WebKitGTK", &["webkit2gtk-driver", "xvfb"], || {
        Some(WebKit { driver: find(&["WebKitWebDriver"])?, screen: find(&["Xvfb"])? })
    })
}

/// Looks, and once more after installing.
pub(super) fn had<T>(what: &str, packages: &[&str], look: impl Fn() -> Option<T>) -> Result<T, String> {
    let installed = || debian::install(what, packages).map(|_| look());
    let advice = || match debian::command(packages) {
        Some(command) => format!("not installed: {command}"),
        None => format!("not installed; Debian has it as {}", packages.join(" and ")),
    };
    look().map_or_else(installed, |found| Ok(Some(found)))?.ok_or_else(advice)
}

#[cfg(test)]
mod tests {
    use super::had;

    #[test]
    fn what_is_there_is_not_installed() {
        assert_eq!(had("No such browser", &["no-such-package"], || Some(1)), Ok(1));
    }
}
