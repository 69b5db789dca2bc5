//! Text into HTML.

/// `text` with the five signs replaced that mean something in HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// JSON that may stand in a `<script>`: no sign in it can end the element.
#[must_use]
pub fn script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// HTML that is inert on screen: on paper the template opens, and without JavaScript the `<noscript>` is shown.
#[must_use]
pub fn late(html: &str) -> String {
    format!("<template class=\"paper\">\n{html}</template>\n{}", unscripted(html))
}

/// HTML for readers without JavaScript. One `<noscript>` inside another would close it.
#[must_use]
pub fn unscripted(html: &str) -> String {
    format!("<noscript>\n{}</noscript>\n", html.replace("<noscript>", "").replace("</noscript>", ""))
}

/// A heading as an anchor: `Which way?` → `which-way`.
#[must_use]
pub fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// The same with words in each table header that is nothing but a formula, as tools that read no MathML find none in it.
pub fn headers(html: &str) -> String {
    let mut parts = html.split("<th");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let cell =
            part.split_once("</th>").and_then(|(cell, rest)| Some((cell.split_once('>')?, formula(cell)?, rest)));
        match cell {
            Some(((attributes, maths), name, rest)) => {
                let maths = maths.replacen("<math", "<math aria-hidden=\"true\"", 1);
                out += &format!("<th{attributes}><span class=\"unseen\">{name}</span>{maths}</th>{rest}");
            }
            // The corner of a table heads nothing.
            None if empty(part) => out += &format!("<td{}", part.replacen("</th>", "</td>", 1)),
            None => out += &format!("<th{part}"),
        }
    }
    out
}

fn empty(part: &str) -> bool {
    let cell = part.split_once("</th>").and_then(|(cell, _)| cell.split_once('>'));
    cell.is_some_and(|(attributes, inside)| !attributes.starts_with("ead") && inside.trim().is_empty())
}

/// What the formula says in a cell that holds nothing else; entities stay as they are.
fn formula(cell: &str) -> Option<String> {
    let (attributes, inside) = cell.split_once('>')?;
    let alone = inside.starts_with("<math") && inside.ends_with("</math>") && inside.matches("<math").count() == 1;
    let header = attributes.is_empty() || attributes.starts_with(' ');
    let texts = inside.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text.trim()));
    (alone && header).then(|| texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_closes_what_it_should_not() {
        assert_eq!(escape(r#"<a href="x">'&'"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;");
        assert_eq!(script("\"</script>\""), "\"\\u003c/script>\"");
        assert_eq!(unscripted("a<noscript>b</noscript>"), "<noscript>\nab</noscript>\n");
        assert_eq!(slug("Which way is down?"), "which-way-is-down");
    }

    #[test]
    fn a_header_of_a_formula_alone_has_a_name() {
        let row = "<thead><tr><th class=\"right\"><math><mi>k</mi><mo>=</mo><mn>2</mn></math></th><th>Loss <math></math></th></tr></thead>";
        let named = headers(row);
        assert!(
            named.contains("<th class=\"right\"><span class=\"unseen\">k = 2</span><math aria-hidden=\"true\"><mi>k"),
            "{named}"
        );
        assert!(named.contains("<th>Loss") && named.starts_with("<thead><tr>"), "{named}");
    }
}
