//! One request, one file.

use std::fs;
use std::path::{Path, PathBuf};
use tiny_http::{Header, Method, Request, Response};

/// The strictest policy that a host of Ponder may have; served here so that a breach shows at home first.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'; trusted-types ponder";

type Answer = Response<std::io::Cursor<Vec<u8>>>;

/// Answers from the folder. A reader who has gone away is no concern of ours.
pub(super) fn answer(folder: &Path, request: Request) {
    let readable = matches!(request.method(), Method::Get | Method::Head);
    let response = if readable { find(folder, request.url()) } else { plain(405, "only GET and HEAD") };
    let _ = request.respond(response);
}

fn find(folder: &Path, url: &str) -> Answer {
    let Some(path) = inside(folder, url) else { return plain(404, "no such page") };
    if path.is_dir() && !url.split(['?', '#']).next().unwrap_or_default().ends_with('/') {
        // Relative links of a folder's index need the slash.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        return plain(301, "").with_header(header("Location", &format!("{name}/")));
    }
    let file = if path.is_dir() { path.join("index.html") } else { path };
    match fs::read(&file) {
        Ok(bytes) => dress(Response::from_data(bytes), kind(&file)),
        Err(_) => plain(404, "no such page"),
    }
}

/// The file that a URL names, if it lies inside the folder.
fn inside(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?)?;
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

fn plain(status: u16, text: &str) -> Answer {
    dress(Response::from_data(text).with_status_code(status), "text/plain; charset=utf-8")
}

fn dress(response: Answer, kind: &str) -> Answer {
    response
        .with_header(header("Content-Type", kind))
        .with_header(header("Content-Security-Policy", POLICY))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Cache-Control", "no-cache"))
}

fn header(name: &str, value: &str) -> Header {
    // Percent-escaped or ours: a name from the disk may hold what a header may not.
    let value: String = value.chars().filter(|c| c.is_ascii() && !c.is_ascii_control()).collect();
    Header::from_bytes(name, value).expect("an ASCII header")
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
