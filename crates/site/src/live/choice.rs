//! The question of an exhibit: what it shows waits until the reader has committed to one of a few options.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Plan, Tree, check};
use serde_json::{Value, json};

use crate::html::escape;
use crate::question::{self, Question};

/// Reads `ask`, `options` and `why`, held to what a lesson's own questions are held to.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Option<Question> {
    let keys: [&'static str; 3] = ["ask", "options", "why"];
    let found: Vec<_> =
        keys.into_iter().filter_map(|key| Some((key, fields.required(key, "a question")?.clone()))).collect();
    let mut pairs: Vec<_> = found.into_iter().map(|(key, tree)| (key.to_owned(), tree)).collect();
    pairs.extend(
        [("id", "asked".into()), ("at", 0.0.into()), ("kind", "choose".into())]
            .map(|(k, v): (&str, Tree)| (k.to_owned(), v)),
    );
    match question::read(&Tree::Map(pairs), 0) {
        Ok(mut questions) => questions.pop(),
        Err(faults) => {
            fields.faults().extend(faults.0);
            None
        }
    }
}

/// The recipe of the fence, which names the methods: what is run is the lesson's business.
pub(super) fn recipe(fields: &mut Fields<'_, '_>) -> Option<Value> {
    let tree = fields.required("recipe", "a recipe")?;
    if let Err(faults) = check(tree) {
        fields.faults().extend(faults.0);
        return None;
    }
    serde_json::to_value(tree).ok()
}

/// The trajectory of a recipe that was made from one of the fence.
pub(super) fn plan(recipe: Value) -> Plan {
    let tree: Tree = serde_json::from_value(recipe).expect("a tree");
    check(&tree).expect("a checked recipe with other numbers")
}

/// The same recipe over so many steps, its first run's slopes measured with so much noise.
pub(super) fn noisy(recipe: &Value, steps: usize, noise: f64) -> Value {
    let mut recipe = recipe.clone();
    recipe["steps"] = steps.into();
    recipe["runs"][0]["noise"]["deviation"] = noise.into();
    recipe
}

/// The question with its options; the key is inert until one is chosen.
pub(super) fn html(question: &Question) -> String {
    let mut items = String::new();
    for choice in &question.choices {
        let _ = writeln!(items, "<li>{}</li>", escape(&choice.text));
    }
    let whys: Vec<_> = question.choices.iter().map(|choice| choice.why.as_deref()).collect();
    let right = question.choices.iter().position(|choice| choice.right);
    let key = json!({ "right": right, "whys": whys, "why": question.why });
    format!(
        "<div class=\"asking\">\n<p class=\"ask\">{}</p>\n<ul class=\"choices\">\n{items}</ul>\n\
         <template class=\"key\">{}</template>\n</div>\n",
        escape(&question.ask),
        escape(&key.to_string())
    )
}

/// What a reader without JavaScript is told.
pub(super) const ELSEWHERE: &str = "<noscript><p>The answer stands under Answers.</p></noscript>\n";

/// What waits behind the question: `result`, which is told as soon as the reader has committed.
pub(super) fn asking(question: &Question, result: &str) -> String {
    format!("{}<template class=\"result\">\n{result}</template>\n{ELSEWHERE}", html(question))
}

/// For the list of answers: question, key and reason, and then the result, made from the recipe and the words for a
/// reader who cannot see it.
pub(super) fn answer(tree: &Tree, result: impl FnOnce(&Value, &str) -> String) -> Option<String> {
    let mut faults = Vec::new();
    let mut fields = Fields::of(tree, "", &mut faults)?;
    let (question, recipe) = (read(&mut fields)?, recipe(&mut fields)?);
    let said = |key| tree.get(key).and_then(Tree::text).unwrap_or_default();
    Some(solved(said("title"), &question) + &result(&recipe, &escape(said("alt"))))
}

/// Question, key and reason.
pub(super) fn solved(title: &str, question: &Question) -> String {
    let mut items = String::new();
    for choice in &question.choices {
        let text = escape(&choice.text);
        let text = if choice.right { format!("<strong>{text}</strong>") } else { text };
        let why = choice.why.as_deref().map(escape).unwrap_or_default();
        let _ = writeln!(items, "<li>{text} {why}</li>");
    }
    let why = question.why.as_deref().unwrap_or_default();
    format!("<p><b>{}.</b> {}</p>\n<ul>\n{items}</ul>\n<p>{}</p>\n", escape(title), escape(&question.ask), escape(why))
}
