//! Pseudo-code: one numbered line a line, two spaces an indent, formulas between dollars, a remark behind ` ; `.

use std::fmt::Write as _;

use crate::fence::Fence;
use crate::html::escape;
use crate::maths::Maths;
use crate::problem::{Problem, Source};

/// The HTML of an ```` ```algorithm ```` fence.
pub fn render(source: &Source, fence: &Fence<'_>, maths: &Maths) -> Result<String, Problem> {
    let id = if fence.name.is_empty() { String::new() } else { format!(" id=\"{}\"", fence.name) };
    let mut out = format!("<ol class=\"algorithm\"{id}>\n");
    for (number, line) in (source.line(fence.offset)..).zip(fence.text.lines()) {
        let (code, remark) = line.split_once(" ; ").unwrap_or((line, ""));
        let indent = (code.len() - code.trim_start().len()) / 2;
        let code = mixed(code.trim(), maths).map_err(|message| source.problem_on(number, message))?;
        let remark = mixed(remark.trim(), maths).map_err(|message| source.problem_on(number, message))?;
        let remark = if remark.is_empty() { remark } else { format!(" <span class=\"remark\">{remark}</span>") };
        let _ = writeln!(out, "<li class=\"indent-{indent}\"><span class=\"line\">{code}</span>{remark}</li>");
    }
    Ok(out + "</ol>\n")
}

/// Words with formulas between dollars and **strong** words.
fn mixed(text: &str, maths: &Maths) -> Result<String, String> {
    let mut out = String::new();
    for (i, part) in text.split('$').enumerate() {
        if i % 2 == 1 {
            out += &maths.render(part, false)?;
            continue;
        }
        for (j, words) in part.split("**").enumerate() {
            let _ = if j % 2 == 1 { write!(out, "<b>{}</b>", escape(words)) } else { write!(out, "{}", escape(words)) };
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fence::Kind;

    #[test]
    fn lines_keep_their_indent_and_their_formulas() {
        let text = "$t \\gets 0$\n**while** $t < 3$ ; a & b\n  $t \\gets t + 1$\n";
        let source = Source { name: "x.md".into(), text: text.into() };
        let fence = Fence { kind: Kind::Algorithm, name: String::new(), nth: 1, offset: 0, text };
        let html = render(&source, &fence, &Maths::default()).unwrap();
        assert_eq!(html.matches("<li class=\"indent-0\">").count(), 2);
        assert!(
            html.contains("<b>while</b> <math>") && html.contains("<span class=\"remark\">a &amp; b</span>"),
            "{html}"
        );
        assert!(html.contains("<li class=\"indent-1\"><span class=\"line\"><math>"));
    }
}
