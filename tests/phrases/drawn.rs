//! What stands on pictures: all of it is drawn in a made-up language, and whatever is still English then is found.

use std::collections::BTreeSet;

use ponder::Tree;
use ponder_plot::{Figure, Mark, Now, Part, Scene, Size, Theme, Tongue, VIEWS};
use ponder_tests::tree;

use super::book::Book;

const SIZE: Size = Size { width: 900.0, height: 700.0 };

/// Figures that between them show every word, by their surface, runs and view.
const FIGURES: [(&str, &str, &str); 9] = [
    (
        r#"{"function":"ravine"}"#,
        r#"{"method":"momentum","learning_rate":0.0001}"#,
        r#"{"layers":["start","minima","scale","gradient-arrow","memory-arrow","move-arrow"]}"#,
    ),
    (
        r#"{"function":"rosenbrock"}"#,
        r#"{"method":"nesterov","learning_rate":0.0001},{"method":"adam","learning_rate":9}"#,
        r#"{"window":[[-2,2],[-1,3]],"height":"log"}"#,
    ),
    (r#"{"function":"six-hump-camel"}"#, r#"{"method":"nesterov","learning_rate":0.0001}"#, r#"{"height":"log"}"#),
    (r#"{"function":"saddle"}"#, r#"{"method":"newton","start":[1,1]}"#, r#"{"height":"log"}"#),
    (r#"{"function":"ravine"}"#, r#"{"method":"newton","start":[1,1]}"#, "{}"),
    (r#"{"expression":"-w^2-b^2"}"#, r#"{"method":"newton","start":[1,1]}"#, "{}"),
    (
        r#"{"model":"sigmoid-neuron","data":"two-points"}"#,
        r#"{"method":"adam","learning_rate":0.1,"schedule":{"kind":"cosine","over":40},"batch":{"size":2}}"#,
        r#"{"layers":["pull"],"curves":["loss","rates","schedule","sum","memory"]}"#,
    ),
    (
        r#"{"model":"sigmoid-neuron","data":"two-points"}"#,
        r#"{"method":"adam","learning_rate":0.1},{"method":"adam","learning_rate":0.1,"bias_correction":false},
           {"method":"adam","learning_rate":0.1,"convention":"pytorch"},{"method":"adam","learning_rate":0.1,"batch":{"size":1}},
           {"method":"adam","learning_rate":0.1,"schedule":{"kind":"step","factor":0.5,"every":9}},{"method":"adam","learning_rate":0.1,"epsilon_placement":"inside"},
           {"method":"adam","learning_rate":0.1,"start":[1,2]},{"method":"optimal-step","learning_rate":0.1},{"method":"line-search"},
           {"method":"adam","learning_rate":0.1,"beta1":0.5}"#,
        "{}",
    ),
    (
        r#"{"model":"linear-neuron","data":[[1,1],[2,2],[3,1]]}"#,
        r#"{"method":"gradient-descent","learning_rate":0.00001,"batch":{"size":3}}"#,
        r#"{"layers":["pull","gradient-arrow"]}"#,
    ),
];

const PARTS: [Option<Part>; 7] = [
    None,
    Some(Part::Gradient),
    Some(Part::Memory),
    Some(Part::LookedAt),
    Some(Part::Scale),
    Some(Part::Model),
    Some(Part::Move),
];

/// The words on pictures that the book has no phrase for; those that it has are used.
pub(crate) fn strange(book: &mut Book) -> Vec<String> {
    let table = book.phrases.iter().map(|phrase| (phrase.clone(), Tree::Text(format!("⟦{phrase}⟧")))).collect();
    let tongue = Tongue::of(Tree::Map(table));
    let texts: BTreeSet<String> = FIGURES.iter().flat_map(|figure| drawn(*figure, &tongue)).collect();
    let mut strange = Vec::new();
    for text in texts {
        let mut rest = text.as_str();
        let mut plain = String::new();
        while let Some((before, after)) = rest.split_once('⟦') {
            let (phrase, after) = after.split_once('⟧').expect("brackets come in pairs");
            book.used.insert(phrase.to_owned());
            plain.push_str(before);
            rest = after;
        }
        plain.push_str(rest);
        strange.extend(super::has_words(&plain).then_some(text));
    }
    strange
}

fn drawn((surface, runs, view): (&str, &str, &str), tongue: &Tongue) -> Vec<String> {
    let json = format!(r#"{{"surface":{surface},"runs":[{runs}],"steps":40,"view":{view}}}"#);
    let mut figure = Figure::speaking(&tree(&json), tongue.clone()).unwrap_or_else(|faults| panic!("{faults}"));
    let mut texts = Vec::new();
    for (_, view) in VIEWS {
        texts.extend(words(&figure.still(view, SIZE, Theme::Light, 1.0)));
        for step in [0.0, 3.0, 40.0] {
            for part in PARTS {
                let now = Now { step, limit: 40, part, ..Now::default() };
                texts.extend(words(&figure.moving(view, SIZE, Theme::Light, &now)));
            }
        }
        let read = figure.reading(SIZE, [450.0, 100.0], 40.0);
        texts.extend(read.into_iter().flat_map(|(_, values)| values).map(|(name, _)| name.to_owned()));
    }
    texts
}

fn words(scene: &Scene) -> Vec<String> {
    let axes = scene.axes.iter().chain(scene.below.iter().map(|(_, axes)| axes));
    let axes = axes.flat_map(|axes| [axes.x.label.clone(), axes.y.label.clone()]);
    let marks = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    axes.chain(marks).collect()
}
