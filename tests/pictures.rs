//! Every layer and view in a stored picture: what is drawn changes only when somebody has looked at it.
//!
//! `tests/pictures/NAME.json` says what is drawn, `NAME.VIEW.THEME.svg` beside it is the picture as somebody saw it
//! last. A picture that differs is written to `target/pictures/`; look at both, and if the new one is right, store it:
//! `PONDER_PICTURES=store cargo test --test pictures`. Images inside are kept as a hash, as their bytes say nothing.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use ponder::Tree;
use ponder_plot::{Figure, LAYERS, Now, PonderMark, Size, Theme, VIEWS, View, svg_on_paper};
use ponder_tests::tree;
use sha2::{Digest, Sha256};

const SIZE: Size = Size { width: 480.0, height: 360.0 };

/// One file of the folder: a figure, the step at which it stands, its views and themes, and a reader's answer.
struct Picture {
    name: String,
    figure: Tree,
    at: usize,
    views: Vec<View>,
    themes: Vec<String>,
    marks: Vec<PonderMark>,
}

impl Picture {
    fn read(path: &Path) -> Self {
        let told = tree(&fs::read_to_string(path).expect("a text"));
        let words = |key: &str| match told.get(key) {
            Some(Tree::List(words)) => words.iter().map(|word| word.text().expect("a word").to_owned()).collect(),
            _ => Vec::new(),
        };
        let themes: Vec<String> = words("themes");
        Self {
            name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            figure: told.get("figure").expect("a figure").clone(),
            at: told.get("at").and_then(Tree::number).expect("a step") as usize,
            views: words("views").iter().map(|view| View::named(view).expect("a view")).collect(),
            themes: if themes.is_empty() { vec!["light".into()] } else { themes },
            marks: answer(&told),
        }
    }

    /// As the figure tells it, or with other layers.
    fn drawn(&self, view: View, theme: &str, layers: Option<&[&str]>) -> String {
        let mut told = self.figure.clone();
        if let Some(layers) = layers {
            set_layers(&mut told, layers);
        }
        let mut figure = Figure::new(&told).unwrap_or_else(|faults| panic!("{}: {faults}", self.name));
        let now = Now { step: self.at as f64, marks: self.marks.clone(), ..Now::start(figure.steps()) };
        without_images(&svg_on_paper(&mut figure, view, &now, SIZE, Theme::named(theme).expect("a theme")))
    }

    /// The layers that the figure lists.
    fn layers(&self) -> Vec<&str> {
        match self.figure.get("view").and_then(|view| view.get("layers")) {
            Some(Tree::List(names)) => names.iter().filter_map(Tree::text).collect(),
            _ => Vec::new(),
        }
    }
}

/// `"answer": {"guess": [w, b], "truth": [w, b]}` as the marks it leaves.
fn answer(told: &Tree) -> Vec<PonderMark> {
    let Some(answer) = told.get("answer") else { return Vec::new() };
    let point = |key: &str| match answer.get(key) {
        Some(Tree::List(pair)) => [0, 1].map(|k| pair.get(k).and_then(Tree::number).expect("a number")),
        _ => panic!("an answer has a {key}"),
    };
    let [from, to] = [point("guess"), point("truth")];
    vec![PonderMark::Gap { from, to, text: "the gap".into() }, PonderMark::Guess(from), PonderMark::Truth(to)]
}

fn set_layers(figure: &mut Tree, layers: &[&str]) {
    let Tree::Map(keys) = figure else { panic!("a figure is an object") };
    let Some((_, Tree::Map(view))) = keys.iter_mut().find(|(key, _)| key == "view") else { panic!("it has a view") };
    let names = layers.iter().map(|&name| Tree::Text(name.into())).collect();
    view.iter_mut().find(|(key, _)| key == "layers").expect("it lists layers").1 = Tree::List(names);
}

/// The picture with each image's bytes replaced by what they hash to.
fn without_images(svg: &str) -> String {
    const OPENS: &str = "data:image/png;base64,";
    let mut parts = svg.split(OPENS);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find('"').expect("an attribute ends");
        let hash: String = Sha256::digest(&part[..end]).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        text += &format!("{OPENS}sha256-{hash}{}", &part[end..]);
    }
    text.trim_end().replace("><", ">\n<") + "\n"
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

fn pictures() -> Vec<Picture> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    paths.iter().map(|path| Picture::read(path)).collect()
}

#[test]
fn pictures_are_as_they_were_last_seen() {
    let store = env::var("PONDER_PICTURES").is_ok_and(|word| word == "store");
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&beside).expect("a folder");
    let mut different = Vec::new();
    let mut known = BTreeSet::new();
    for picture in pictures() {
        for &view in &picture.views {
            for theme in &picture.themes {
                let file = format!("{}.{}.{theme}.svg", picture.name, view.name());
                let drawn = picture.drawn(view, theme, None);
                if store {
                    fs::write(folder().join(&file), &drawn).expect("it can be written");
                } else if fs::read_to_string(folder().join(&file)).ok().as_deref() != Some(&drawn) {
                    fs::write(beside.join(&file), &drawn).expect("it can be written");
                    different.push(file.clone());
                }
                known.insert(file);
            }
        }
    }
    assert!(different.is_empty(), "look at target/pictures/ and tests/pictures/ of {different:#?}");
    let stored = fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let orphans: Vec<String> = stored.filter(|name| name.ends_with(".svg") && !known.contains(name)).collect();
    assert!(orphans.is_empty(), "nothing draws {orphans:?}");
}

#[test]
fn every_view_has_a_picture() {
    let seen: BTreeSet<&str> =
        pictures().iter().flat_map(|picture| picture.views.iter().map(|view| view.name())).collect();
    assert_eq!(seen, VIEWS.iter().map(|(name, _)| *name).collect());
}

#[test]
fn every_layer_makes_a_difference_to_a_picture() {
    let pictures = pictures();
    let idle: Vec<&str> = LAYERS
        .iter()
        .filter(|layer| !layer.always)
        .map(|layer| layer.id)
        .filter(|id| !pictures.iter().any(|picture| shows(picture, id)))
        .collect();
    assert!(idle.is_empty(), "no picture lists, and so shows, {idle:?}");
}

/// Whether the picture is another one without this layer.
fn shows(picture: &Picture, id: &str) -> bool {
    let layers = picture.layers();
    let rest: Vec<&str> = layers.iter().copied().filter(|&layer| layer != id).collect();
    rest.len() < layers.len()
        && picture
            .views
            .iter()
            .any(|&view| picture.drawn(view, "light", Some(&rest)) != picture.drawn(view, "light", None))
}
