//! The page works under a strict Content-Security-Policy and Trusted Types: no HTML from strings, nothing inline.

use super::code::Keep;
use super::{Finding, Source, names};

/// Names that make HTML or code from a string.
const SINKS: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "parseFromString",
    "setHTMLUnsafe",
    "srcdoc",
    "eval",
    "cssText",
];

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    // The single file is for a disk, where no policy is: all of it stands inside by its nature.
    let page = sources.iter().filter(|source| source.under("www/") && !source.under("www/single/"));
    page.flat_map(|source| {
        if source.is(&["js", "mjs"]) {
            source.lines(&source.code(Keep::Strings), script)
        } else if source.is(&["html", "md", "svg"]) {
            source.lines(&source.text, markup)
        } else {
            Vec::new()
        }
    })
    .collect()
}

fn script(line: &str) -> Option<String> {
    if let Some(sink) = SINKS.iter().find(|sink| names(line, sink)) {
        return Some(format!("`{sink}` makes markup or code from a string: build elements instead"));
    }
    if line.contains("document.write") || line.contains("new Function") {
        return Some("code or markup from a string: build elements instead".into());
    }
    let quoted = |name: &str| ['\'', '"', '`'].iter().any(|q| line.contains(&format!("setAttribute({q}{name}")));
    (quoted("style") || quoted("on")).then(|| "an inline style or handler: use a class or addEventListener".into())
}

fn markup(line: &str) -> Option<String> {
    if line.contains("javascript:") || line.contains("<style") {
        return Some("inline style or code: put it in a file of its own".into());
    }
    let tags = line.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    let inline = |tag: &str| attributes(tag).any(|name| name == "style" || name.len() > 2 && name.starts_with("on"));
    let bare = |tag: &str| {
        tag.split([' ', '\n']).next() == Some("script") && !tag.contains("src=") && !tag.contains("application/json")
    };
    tags.into_iter().find(|tag| inline(tag) || bare(tag)).map(|tag| {
        let name = tag.split_whitespace().next().unwrap_or_default();
        format!("an inline style, handler or script on <{name}>: put it in a file of its own")
    })
}

/// The names before the `=` signs of a tag, its quoted values skipped.
fn attributes(tag: &str) -> impl Iterator<Item = String> {
    let unquoted = tag.split(['"', '\'']).step_by(2).collect::<Vec<_>>().join(" ");
    let names = unquoted.split_whitespace().filter_map(|word| Some(word.strip_suffix('=')?.to_lowercase()));
    names.collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn scripts_that_make_markup_are_found() {
        let well = "// no innerHTML\nconst evaluate = style.color; node.textContent = 'on';\nsheet.replaceSync(css);\n";
        assert_eq!(found(rule, &[("www/a.js", well)]), [""; 0]);
        for bad in [
            "a.innerHTML = b;",
            "a.outerHTML",
            "a.insertAdjacentHTML('x', y)",
            "document.write(a)",
            "eval(a)",
            "new Function(a)",
            "a.setAttribute('style', b)",
            "a.setAttribute(\"onclick\", b)",
        ] {
            assert_eq!(found(rule, &[("www/a.js", bad)]).len(), 1, "{bad}");
        }
        assert_eq!(found(rule, &[("tests/e2e/a.test.js", "eval(a)")]), [""; 0]);
    }

    #[test]
    fn inline_styles_handlers_and_scripts_are_found() {
        let well = "<p title=\"style= onclick=\">on = style</p>\n<script src=\"a.js\"></script>\n\
            <script type=\"application/json\">{}</script>\n";
        assert_eq!(found(rule, &[("www/a.html", well)]), [""; 0]);
        for bad in [
            "<p style=\"color: red\">",
            "<a onclick='b()'>",
            "<style>",
            "<script>a</script>",
            "<a href=\"javascript:b\">",
        ] {
            assert_eq!(found(rule, &[("www/a.md", bad)]).len(), 1, "{bad}");
        }
    }
}
