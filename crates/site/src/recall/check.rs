//! What makes a question fair: exactly one right answer, and another one next time.

use super::{Body, Choice, Variant};

/// What is wrong with one variant, if anything.
pub fn variant(variant: &Variant) -> Result<(), String> {
    match &variant.body {
        Body::Choose { many, options } => choose(*many, options),
        Body::Type { answer, tolerance, wrong } => number(*answer, *tolerance, wrong.iter().map(|(value, _)| *value)),
        Body::Order(items) => order(items),
    }
}

/// What is wrong with the variants together: which two are the same, or that all have the same answer.
pub fn together(variants: &[Variant]) -> Result<(), String> {
    for (i, one) in variants.iter().enumerate() {
        if let Some(other) = variants[..i].iter().find(|other| other.asks() == one.asks()) {
            return Err(format!("variants {} and {} ask the same", other.name, one.name));
        }
    }
    let first = variants.first().map(Variant::key);
    if variants.iter().all(|variant| Some(variant.key()) == first) {
        return Err(format!("every variant has the same answer, {}", first.unwrap_or_default()));
    }
    Ok(())
}

fn choose(many: bool, options: &[Choice]) -> Result<(), String> {
    if options.len() < 2 {
        return Err("needed are two options at least".into());
    }
    different(options.iter().map(|option| option.text.as_str()))?;
    let right = options.iter().filter(|option| option.right).count();
    match many {
        false if right != 1 => return Err(format!("{right} options are right; exactly one must be")),
        true if right == 0 || right == options.len() => {
            return Err(format!(
                "{right} of {} options are right; of many, one at least is right and one wrong",
                options.len()
            ));
        }
        _ => {}
    }
    let mute =
        options.iter().find(|option| !option.right && option.why.as_ref().is_none_or(|why| why.trim().is_empty()));
    mute.map_or(Ok(()), |option| Err(format!("\"{}\" is wrong here and has no why", option.text)))
}

fn number(answer: f64, tolerance: f64, wrong: impl Iterator<Item = f64>) -> Result<(), String> {
    if !answer.is_finite() {
        return Err(format!("the answer is {answer}; needed is a finite number"));
    }
    if !(tolerance.is_finite() && tolerance > 0.0) {
        return Err(format!("the tolerance is {tolerance}; needed is a number above zero"));
    }
    // A typed number within tolerance of both would be right and wrong. A NaN is near nothing and far from nothing.
    let mut near = wrong.filter(|value| !((value - answer).abs() > 2.0 * tolerance));
    near.next().map_or(Ok(()), |value| {
        Err(format!("the wrong value {value} cannot be told from the answer {answer} with tolerance {tolerance}"))
    })
}

fn order(items: &[(String, f64)]) -> Result<(), String> {
    if items.len() < 2 {
        return Err("needed are two items at least".into());
    }
    different(items.iter().map(|(text, _)| text.as_str()))?;
    for (i, (text, value)) in items.iter().enumerate() {
        if !value.is_finite() {
            return Err(format!("\"{text}\" has the value {value}; needed is a finite number"));
        }
        // What differs by rounding only has no order that a reader could know.
        let near = |other: f64| (value - other).abs() <= 1e-9 * value.abs().max(other.abs());
        if let Some((other, _)) = items[..i].iter().find(|(_, other)| near(*other)) {
            return Err(format!("\"{other}\" and \"{text}\" have the same value {value}; their order is not strict"));
        }
    }
    Ok(())
}

/// Whether all texts say something, and read differently.
fn different<'t>(texts: impl Iterator<Item = &'t str>) -> Result<(), String> {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        let read = reading(text);
        if read.is_empty() {
            return Err("an option says nothing".into());
        }
        if seen.contains(&read) {
            return Err(format!("two options read \"{text}\""));
        }
        seen.push(read);
    }
    Ok(())
}

/// How a text reads to a person: letter case, white space and a final point apart, and a number is its value.
fn reading(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let words = words.trim_end_matches('.').to_owned();
    number_of(&words).map_or(words, |n| (n + 0.0).to_string())
}

/// The number that a text is, if it is one and nothing else.
pub(super) fn number_of(text: &str) -> Option<f64> {
    text.trim().trim_matches('$').replace('−', "-").parse().ok().filter(|n: &f64| n.is_finite())
}
