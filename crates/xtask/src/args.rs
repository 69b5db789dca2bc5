//! What may stand after a command's name.

/// What `serve` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    /// `None`: 8000, or the next free one.
    pub(crate) port: Option<u16>,
    pub(crate) open: bool,
}

/// The flags of `serve`.
pub(crate) fn serve(words: &[String]) -> Result<Serve, String> {
    let mut asked = Serve { port: None, open: true };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.strip_prefix("--port") {
            Some("") => asked.port = Some(port(words.next().map_or("", String::as_str))?),
            Some(rest) if rest.starts_with('=') => asked.port = Some(port(&rest[1..])?),
            _ if word == "--no-open" => asked.open = false,
            _ => return Err(format!("serve does not know `{word}`; it knows --port N and --no-open")),
        }
    }
    Ok(asked)
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("--port needs a number from 0 to 65535, not `{text}`"))
}

/// Where `dist` is told that the site will be.
pub(crate) fn base(words: &[String]) -> Result<&str, String> {
    let base = match words {
        [] => "/",
        [flag, base] if flag == "--base" => base,
        [word] if word.starts_with("--base=") => &word["--base=".len()..],
        _ => return Err("dist knows --base /PATH/ and nothing else".into()),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~%".contains(c);
    let right = base.starts_with('/') && base.ends_with('/') && !base.starts_with("//") && base.chars().all(plain);
    if right { Ok(base) } else { Err(format!("--base needs a path such as / or /course/, not `{base}`")) }
}

/// What `test` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Test {
    /// The steps, in their own order.
    pub(crate) names: Vec<&'static str>,
    /// An engine that cannot be had is a failure.
    pub(crate) all_engines: bool,
}

/// The steps named, or all of them, and the flag of `test`.
pub(crate) fn test(words: &[String], known: &[&'static str]) -> Result<Test, String> {
    let (flags, words): (Vec<_>, Vec<_>) = words.iter().cloned().partition(|word| word == "--all-engines");
    Ok(Test { names: names(&words, known)?, all_engines: !flags.is_empty() })
}

/// No arguments at all.
pub(crate) fn none(words: &[String]) -> Result<(), String> {
    words.first().map_or(Ok(()), |word| Err(format!("this command takes no arguments, `{word}` was given")))
}

/// Nothing but flags that are known.
pub(crate) fn flags<'w>(words: &'w [String], known: &[&str]) -> Result<&'w [String], String> {
    let unknown = words.iter().find(|word| !known.contains(&word.as_str()));
    unknown.map_or(Ok(words), |word| Err(format!("there is no flag `{word}`; there are {}", known.join(" "))))
}

/// Some of the known names, in the order of the known ones; all of them where none is given.
fn names(words: &[String], known: &[&'static str]) -> Result<Vec<&'static str>, String> {
    if let Some(word) = words.iter().find(|word| !known.contains(&word.as_str())) {
        return Err(format!("there is no step `{word}`; there are {}", known.join(" ")));
    }
    Ok(known.iter().copied().filter(|name| words.is_empty() || words.iter().any(|word| word == name)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Serve, Test, base, flags, names, none, serve, test};

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn serve_takes_a_port_in_both_spellings() {
        assert_eq!(serve(&[]), Ok(Serve { port: None, open: true }));
        assert_eq!(serve(&words("--port 0 --no-open")), Ok(Serve { port: Some(0), open: false }));
        assert_eq!(serve(&words("--port=9000")), Ok(Serve { port: Some(9000), open: true }));
    }

    #[test]
    fn serve_refuses_what_it_does_not_know() {
        for line in ["--port", "--port x", "--port 70000", "--ports 1", "here"] {
            assert!(serve(&words(line)).is_err(), "{line}");
        }
    }

    #[test]
    fn dist_takes_a_path_from_slash_to_slash() {
        for (line, path) in [("", "/"), ("--base /a/b-2/", "/a/b-2/"), ("--base=/~ada/", "/~ada/")] {
            assert_eq!(base(&words(line)), Ok(path), "{line}");
        }
        for line in
            ["--base", "--base course", "--base /a", "--base=//x/", "--base /a\"b/", "--bass /a/", "/a/", "--base / /"]
        {
            assert!(base(&words(line)).is_err(), "{line}");
        }
    }

    #[test]
    fn names_keep_the_known_order() {
        let known = ["fmt", "native", "e2e"];
        assert_eq!(names(&[], &known), Ok(known.to_vec()));
        assert_eq!(names(&words("e2e fmt"), &known), Ok(vec!["fmt", "e2e"]));
        assert_eq!(names(&words("nativ"), &known), Err("there is no step `nativ`; there are fmt native e2e".into()));
    }

    #[test]
    fn test_takes_its_flag_anywhere() {
        let asked = |names, all_engines| Ok(Test { names, all_engines });
        assert_eq!(test(&words("--all-engines fmt"), &["fmt", "bits"]), asked(vec!["fmt"], true));
        assert_eq!(test(&[], &["fmt", "bits"]), asked(vec!["fmt", "bits"], false));
        assert!(test(&words("--all"), &["fmt"]).is_err());
    }

    #[test]
    fn flags_are_known() {
        let known = ["--json", "--guard"];
        assert_eq!(flags(&words("--guard --json"), &known).map(<[String]>::len), Ok(2));
        assert_eq!(flags(&words("--jso"), &known), Err("there is no flag `--jso`; there are --json --guard".into()));
    }

    #[test]
    fn none_is_none() {
        assert!(none(&[]).is_ok());
        assert!(none(&words("now")).is_err());
    }
}
