//! `cargo xtask serve`: the built site on this machine's own address.

mod files;
mod http;

use crate::args;
use crate::build::build;
use crate::shop::Shop;
use http::converse;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

const FIRST_PORT: u16 = 8000;

/// Builds what is missing, serves it until it is interrupted.
pub(crate) fn serve(shop: &Shop, asked: args::Serve) -> Result<(), String> {
    build(shop)?;
    let listener = listen(asked.port)?;
    let (address, server) = start(listener, shop.site())?;
    println!("Ponder is at {address}");
    if asked.open {
        open(&address);
    }
    server.join().map_err(|_| String::from("the server broke down"))
}

/// Serves a folder on a free port for as long as this process lives; gives the address.
pub(crate) fn background(folder: PathBuf) -> Result<String, String> {
    Ok(start(listen(Some(0))?, folder)?.0)
}

/// The port asked for; without one, the first free port from 8000 on.
fn listen(port: Option<u16>) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let taken =
        |result: &io::Result<TcpListener>| matches!(result, Err(error) if error.kind() == io::ErrorKind::AddrInUse);
    let listener = match port {
        Some(port) => bind(port),
        None => (FIRST_PORT..FIRST_PORT + 100).map(bind).find(|result| !taken(result)).unwrap_or_else(|| bind(0)),
    };
    listener.map_err(|error| match port {
        Some(port) => format!("cannot serve on port {port}: {error}; choose another with --port N"),
        None => format!("cannot serve: {error}"),
    })
}

fn start(listener: TcpListener, folder: PathBuf) -> Result<(String, JoinHandle<()>), String> {
    let address = listener.local_addr().map_err(|error| format!("cannot serve: {error}"))?;
    let folder: Arc<Path> = folder.into();
    let accept = move || {
        for stream in listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A reader who has gone away is no concern of ours.
            thread::spawn(move || converse(stream, |method, address| files::answer(&folder, method, address)).ok());
        }
    };
    Ok((format!("http://{address}/"), thread::spawn(accept)))
}

/// Shows the address in the reader's browser; a machine without one is no error, the address is printed.
fn open(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        thread::spawn(move || child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::{background, listen};
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn a_port_asked_for_and_taken_is_an_error_and_one_not_asked_for_is_not() {
        let first = listen(None).unwrap();
        let port = first.local_addr().unwrap().port();
        assert!(listen(Some(port)).unwrap_err().contains(&port.to_string()));
        assert_ne!(listen(None).unwrap().local_addr().unwrap().port(), port);
    }

    #[test]
    fn a_folder_is_served_and_nothing_beside_it() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("site/lessons")).unwrap();
        fs::write(folder.join("secret"), "secret").unwrap();
        fs::write(folder.join("site/index.html"), "<p>home</p>").unwrap();
        fs::write(folder.join("site/a.wasm"), "bytes").unwrap();
        let address = background(folder.join("site")).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let idle: Vec<_> = (0..9).map(|_| TcpStream::connect(host).unwrap()).collect();
        let ask = |method: &str, path: &str| {
            let mut stream = TcpStream::connect(host).unwrap();
            write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            text
        };
        let home = ask("GET", "/?v=1");
        assert!(home.starts_with("HTTP/1.1 200") && home.ends_with("<p>home</p>"), "{home}");
        assert!(home.contains("Content-Security-Policy: default-src 'none'"));
        assert!(ask("GET", "/a.wasm").contains("Content-Type: application/wasm"));
        assert!(
            ask("GET", "/lessons").starts_with("HTTP/1.1 301") && ask("GET", "/lessons").contains("Location: lessons/")
        );
        assert!(ask("POST", "/").starts_with("HTTP/1.1 405"));
        assert!(!ask("HEAD", "/").contains("home"));
        for path in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/lessons/../../secret", "/none"] {
            assert!(ask("GET", path).starts_with("HTTP/1.1 404"), "{path}");
        }
        drop(idle);
        fs::remove_dir_all(folder).unwrap();
    }
}
