//! One connection: one request, one answer, closed.
//!
//! A thread each and no reuse, because a browser opens connections that it may never use, and a pool of workers that
//! wait for those leaves the others unanswered.

use httparse::{EMPTY_HEADER, Request, Status};
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(60);
const LONGEST_HEAD: usize = 64 * 1024;
const MOST_HEADERS: usize = 128;

/// What the server says.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) status: &'static str,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// Reads a request, and writes what `answer` says to its method and address.
pub(super) fn converse(mut stream: TcpStream, answer: impl FnOnce(&str, &str) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut answer_to = None;
    hear(&mut stream, |method, address| answer_to = Some((method == "HEAD", answer(method, address))))?;
    let Some((head_only, Answer { status, headers, body })) = answer_to else { return Ok(()) };
    let mut head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    headers.iter().for_each(|(name, value)| head.extend([*name, ": ", value.as_str(), "\r\n"]));
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    if !head_only {
        stream.write_all(&body)?;
    }
    // What was not read, such as the body of a refused request, would cut off the answer if it were still there.
    stream.shutdown(Shutdown::Write)?;
    io::copy(&mut stream.take(LONGEST_HEAD as u64), &mut io::sink()).map(drop)
}

/// Reads up to the end of a request's head. One that never comes, or is none, is not answered.
fn hear(stream: &mut TcpStream, heard: impl FnOnce(&str, &str)) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let length = stream.read(&mut piece)?;
        bytes.extend(&piece[..length]);
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut request = Request::new(&mut headers);
        match request.parse(&bytes) {
            Ok(Status::Complete(_)) => {
                heard(request.method.unwrap_or_default(), request.path.unwrap_or_default());
                return Ok(());
            }
            Ok(Status::Partial) if length > 0 && bytes.len() < LONGEST_HEAD => {}
            _ => return Ok(()),
        }
    }
}
