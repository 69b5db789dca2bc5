//! A setting of a run in words, as a caption says it: `learning rate 1`, `ε under the root`.

use ponder::{Knob, Tree};

use crate::number::{Digits, Place, write};

/// What a caption calls a number whose key in a recipe is no word.
const NAMES: [(&str, &str); 10] = [
    ("beta1", "β₁"),
    ("beta2", "β₂"),
    ("epsilon", "ε"),
    ("epsilon_root", "ε under the root"),
    ("eta_minus", "factor where a slope turns"),
    ("eta_plus", "factor where it keeps its sign"),
    ("initial_accumulator", "v₀"),
    ("lambda", "λ"),
    ("step_max", "longest step"),
    ("step_min", "shortest step"),
];

/// What a caption says of a switch, or of a choice between words.
const CHOICES: [(&str, &str, &str); 10] = [
    ("epsilon_placement", "inside", "ε under the root"),
    ("epsilon_placement", "outside", "ε beside the root"),
    ("bias_correction", "on", "averages corrected"),
    ("bias_correction", "off", "averages as they come"),
    ("centered", "on", "divided by the root of the variance"),
    ("centered", "off", "divided by the root of the mean square"),
    ("square_root", "on", "divided by the root of the sum"),
    ("square_root", "off", "divided by the sum"),
    ("hessian", "printed", "curvatures with their sign"),
    ("hessian", "absolute", "sizes of the curvatures"),
];

/// One setting; a line never breaks before its number.
#[must_use]
pub fn said(knob: &Knob, value: f64) -> String {
    let word = match knob.written(value) {
        Tree::Bool(on) => if on { "on" } else { "off" }.to_owned(),
        Tree::Text(word) => word,
        _ => {
            let name = NAMES.iter().find(|(id, _)| *id == knob.id).map(|(_, name)| (*name).to_owned());
            let name = name.unwrap_or_else(|| knob.id.replace('_', " "));
            return format!("{name}\u{a0}{}", write(value, Digits::All, Place::Prose));
        }
    };
    let found = CHOICES.iter().find(|(id, choice, _)| *id == knob.id && *choice == word);
    found.map_or_else(|| format!("{}\u{a0}{word}", knob.id.replace('_', " ")), |(.., words)| (*words).to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ponder::METHODS;
    use ponder::catalogue::Scale;

    use super::*;

    /// Every setting of every rule, with each value that it chooses from.
    fn all() -> impl Iterator<Item = (&'static Knob, String)> {
        let knobs = METHODS.iter().flat_map(|method| method.forms).flat_map(|form| form.knobs);
        knobs.flat_map(|knob| {
            let values = match knob.scale {
                Scale::Flag => vec![0.0, 1.0],
                Scale::Words(words) => (0..words.len()).map(|i| i as f64).collect(),
                _ => vec![0.5],
            };
            values.into_iter().map(move |value| (knob, said(knob, value)))
        })
    }

    #[test]
    fn no_caption_shows_a_key_of_a_recipe() {
        for (knob, said) in all() {
            let key =
                matches!(knob.scale, Scale::Flag | Scale::Words(_)) && said.starts_with(&knob.id.replace('_', " "));
            assert!(!key && !said.contains('_') && !said.starts_with("beta") && !said.starts_with("epsilon"), "{said}");
        }
    }

    #[test]
    fn every_word_is_of_a_setting_that_there_is() {
        let said: BTreeSet<_> =
            all().map(|(_, said)| said.split('\u{a0}').next().unwrap_or_default().to_owned()).collect();
        let words = NAMES.iter().map(|(_, name)| *name).chain(CHOICES.iter().map(|(.., words)| *words));
        for word in words {
            assert!(said.contains(word), "{word}");
        }
    }
}
