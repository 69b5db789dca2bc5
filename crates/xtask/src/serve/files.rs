//! One request, one file.

use super::http::Answer;
use std::fs;
use std::path::{Path, PathBuf};

/// The strictest policy that a host of Ponder may have; served here so that a breach shows at home first.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'; trusted-types ponder";

const ALWAYS: [(&str, &str); 3] =
    [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache")];

/// Answers from the folder.
pub(super) fn answer(folder: &Path, method: &str, address: &str) -> Answer {
    let mut answer = match method {
        "GET" | "HEAD" => find(folder, address.split(['?', '#']).next().unwrap_or_default()),
        _ => plain("405 Method Not Allowed"),
    };
    answer.headers.extend(ALWAYS.map(|(name, value)| (name, value.into())));
    answer
}

fn find(folder: &Path, address: &str) -> Answer {
    let Some(path) = inside(folder, address) else { return absent(folder) };
    if path.is_dir() && !address.ends_with('/') {
        return moved(address);
    }
    let file = if path.is_dir() { path.join("index.html") } else { path };
    match fs::read(&file) {
        Ok(body) => Answer { status: "200 OK", headers: vec![("Content-Type", kind(&file).into())], body },
        Err(_) => absent(folder),
    }
}

/// Relative links of a folder's index need the slash.
fn moved(address: &str) -> Answer {
    let name = address.rsplit('/').next().unwrap_or_default();
    let mut answer = plain("301 Moved Permanently");
    answer.headers.push(("Location", format!("{name}/")));
    answer
}

/// The site's own page for what is not there, as hosts show it.
fn absent(folder: &Path) -> Answer {
    let page = fs::read(folder.join("404.html")).ok();
    let mut answer = plain("404 Not Found");
    if let Some(body) = page {
        answer = Answer { headers: vec![("Content-Type", "text/html; charset=utf-8".into())], body, ..answer };
    }
    answer
}

fn plain(status: &'static str) -> Answer {
    let kind = ("Content-Type", String::from("text/plain; charset=utf-8"));
    Answer { status, headers: vec![kind], body: format!("{status}\n").into() }
}

/// The file that a URL names, if it lies inside the folder.
fn inside(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = decode(address)?;
    let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
    let strange = |part: &&str| part.starts_with('.') || part.contains(['\\', ':', '\0']);
    if parts.iter().any(strange) {
        return None;
    }
    let place = fs::canonicalize(parts.iter().fold(folder.to_path_buf(), |path, part| path.join(part))).ok()?;
    // A symbolic link must not lead out either.
    place.starts_with(fs::canonicalize(folder).ok()?).then_some(place)
}

fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|name| name.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, kind};

    #[test]
    fn percent_signs_are_decoded_or_refused() {
        assert_eq!(decode("/a%20b%C3%A9").as_deref(), Some("/a bé"));
        for bad in ["/%", "/%2", "/%zz", "/%ff", "/%é0"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    #[test]
    fn kinds_are_named() {
        assert_eq!(kind("a/b.wasm".as_ref()), "application/wasm");
        assert_eq!(kind("b.js".as_ref()), "text/javascript; charset=utf-8");
        assert_eq!(kind("LICENSE".as_ref()), "application/octet-stream");
    }
}
