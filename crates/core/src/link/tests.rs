//! The grammar case by case; any figure and any text are tried in `tests/robust`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{MAX_LENGTH, Opened, decode, encode};
use crate::{Fault, Faults, Tree, check};

const RUN: &str = "run=adam;learning_rate=0.05;start=1,1.5";

fn tree(json: &str) -> Tree {
    serde_json::from_str(json).unwrap()
}

fn open(link: &str) -> Result<Opened, String> {
    decode(link, &|figure| check(figure).map(drop)).map_err(|faults| faults.to_string())
}

/// The figure behind a link without faults, as JSON.
fn json(link: &str) -> String {
    let opened = open(link).unwrap();
    assert_eq!(opened.notes, [], "{link}");
    serde_json::to_string(&opened.figure).unwrap()
}

/// What is said of a link that opens nevertheless.
fn said(link: &str) -> Vec<String> {
    open(link).unwrap().notes.iter().map(ToString::to_string).collect()
}

/// Whether a figure and its link become each other.
fn pair(link: &str, figure: &str) {
    let figure = tree(figure);
    assert_eq!(encode(&figure, None).unwrap(), link);
    // View and questions are checked elsewhere: nothing is mended here.
    let back = decode(link, &|_| Ok(())).unwrap();
    assert_eq!((back.figure, back.notes.as_slice()), (figure, &[][..]), "{link}");
}

#[test]
fn the_example_of_the_reference() {
    let link = "v=1&surface=rosenbrock&run=adam;learning_rate=0.05;start=1,1.5&run=gradient-descent;learning_rate=1e-7\
                &steps=200&views=contour,rule&at=37";
    let opened = open(link).unwrap();
    assert_eq!((opened.at, opened.notes.as_slice()), (Some(37), &[][..]));
    let figure = r#"{"surface":{"function":"rosenbrock"},"runs":[{"method":"adam","learning_rate":0.05,"start":[1,1.5]},
        {"method":"gradient-descent","learning_rate":1e-7}],"steps":200,"view":{"views":["contour","rule"]}}"#;
    assert_eq!(opened.figure, tree(figure));
    assert_eq!(encode(&opened.figure, opened.at).unwrap(), link);
}

#[test]
fn two_models_are_one_and_a_note() {
    let rest = "run=adam;learning_rate=0.1&steps=5";
    let link = format!("v=1&surface=sigmoid-neuron&data=two-points&model=linear-neuron&{rest}");
    assert_eq!(said(&link), ["surface.model: stands twice; allowed is every key once; left out"]);
    let figure = open(&link).unwrap().figure;
    let right = format!("v=1&surface=sigmoid-neuron&data=two-points&{rest}");
    assert_eq!((figure.clone(), encode(&figure, None)), (open(&right).unwrap().figure, Ok(right)));
}

#[test]
fn every_surface() {
    let rest = r#""runs":[{"method":"adam"}],"steps":5"#;
    for (link, surface) in [
        ("surface=ravine;condition=10;rotation=-30", r#"{"function":"ravine","condition":10,"rotation":-30}"#),
        ("surface=sigmoid-neuron&data=two-points", r#"{"model":"sigmoid-neuron","data":"two-points"}"#),
        (
            "surface=linear-neuron&data=0.5,0.2;2.5,0.9&reduce=mean&validation=1,-0",
            r#"{"model":"linear-neuron","data":[[0.5,0.2],[2.5,0.9]],"reduce":"mean","validation":[[1,-0.0]]}"#,
        ),
        ("surface=four-input-neuron&data=1,2,3,4,0.5", r#"{"model":"four-input-neuron","data":[[1,2,3,4,0.5]]}"#),
        ("expression=w%5E2%20%2B%20b*b", r#"{"expression":"w^2 + b*b"}"#),
        ("expression=1", r#"{"expression":"1"}"#),
    ] {
        pair(&alloc::format!("v=1&{link}&run=adam&steps=5"), &alloc::format!(r#"{{"surface":{surface},{rest}}}"#));
    }
}

#[test]
fn everything_around_a_run() {
    let figure = r#"{"surface":{"function":"saddle"},"runs":[{"method":"adam","learning_rate":0.1,"name":"5",
        "convention":"course","bias_correction":false,"epsilon_placement":"inside","start":[1,-2e-9],
        "schedule":{"kind":"cosine","over":200,"unit":"epoch"},"momentum_schedule":{"kind":"sutskever"},
        "changes":[[0,0.5],[50,0.25]],"batch":{"size":4,"order":"shuffled","seed":7},"noise":{"deviation":0.1,"seed":3}}],
        "steps":5,"until":{"loss_below":0.01},"version":1,"title":"a & b; 100 %","alt":""}"#;
    let link = "v=1&surface=saddle&run=adam;learning_rate=0.1;name=5;convention=course;bias_correction=false;\
                epsilon_placement=inside;start=1,-2e-9;schedule=cosine:over=200:unit=epoch;momentum_schedule=sutskever;\
                changes=0,0.5:50,0.25;batch=4:order=shuffled:seed=7;noise=0.1:seed=3&steps=5&until=loss_below=0.01&\
                version=1&title=a%20%26%20b%3B%20100%20%25&alt=";
    pair(link, figure);
}

#[test]
fn every_view_and_question() {
    let figure = r#"{"surface":{"function":"saddle"},"runs":[{"method":"adam"}],"steps":5,
        "view":{"views":["contour"],"window":[[-2,2],[-1,3]],"levels":[1],"height":"log","palette":"cividis",
        "camera":{"yaw":-30,"pitch":20.5},"layers":[],"curves":["loss","rates"],"knobs":["learning_rate"],"theme":"dark"},
        "ponders":[
        {"id":"a","at":0,"kind":"choose","ask":"Where: w or b?","options":[{"text":"7","right":true,"why":"so"},{"text":""}]},
        {"at":"end","kind":"order","ask":"?","options":["a:b","2"],"why":"x=y"},
        {"at":{"event":"u-turn"},"kind":"click","ask":"?","answer":[1,2]},
        {"at":{"event":{"loss_below":0.5}},"kind":"type","ask":"?","answer":0.5},
        {"at":3,"kind":"draw","ask":"?","answer":{"value":[1,2],"tolerance":0.1}},
        {"at":3,"kind":"type","ask":"?","answer":{"value":1}}]}"#;
    let link = "v=1&surface=saddle&run=adam&steps=5&views=contour&window=-2,2;-1,3&levels=1,&height=log&palette=cividis&\
                camera=yaw=-30;pitch=20.5&layers=&curves=loss,rates&knobs=learning_rate&theme=dark&\
                ponder=choose;id=a;at=0;ask=Where%3A%20w%20or%20b%3F;option=7:right=true:why=so;option=&\
                ponder=order;at=end;ask=%3F;option=a%3Ab;option=2;why=x%3Dy&\
                ponder=click;at=u-turn;ask=%3F;answer=1,2&\
                ponder=type;at=loss_below=0.5;ask=%3F;answer=0.5&\
                ponder=draw;at=3;ask=%3F;answer=value=1,2:tolerance=0.1&\
                ponder=type;at=3;ask=%3F;answer=value=1";
    let figure = tree(figure);
    assert_eq!(encode(&figure, None).unwrap(), link);
    let back = decode(link, &|_| Ok(())).unwrap();
    assert_eq!(encode(&back.figure, None).unwrap(), link);
    assert_eq!(back.figure.get("view"), figure.get("view"));
}

#[test]
fn whatever_it_is_pasted_from() {
    let link = alloc::format!("v=1&surface=saddle&{RUN}&steps=5&title=Where?");
    let figure = json(&link);
    for text in ["?", "#", "https://example.org/play.html?v=1&steps=9#", "play.html?", " \n#?"] {
        let text = alloc::format!("{text}{link}\n").replace("#?v", "#v");
        assert_eq!(json(&text), figure, "{text}");
    }
    assert_eq!(json(&alloc::format!("https://example.org/?{link}#section")), figure);
    assert_eq!(json(&link.replace("surface=saddle", "function=saddle")), figure);
    let model = alloc::format!("v=1&surface=linear-neuron&data=1,2&{RUN}&steps=5");
    assert_eq!(json(&model), json(&model.replace("surface=", "model=")));
}

#[test]
fn numbers_are_clamped_and_unknown_keys_left_out() {
    let link =
        alloc::format!("v=1&surface=ravine;conditio=2&{RUN};beta1=-1;noise=-2;schedule=cosine:over=0&steps=1e9&zoom=2");
    let notes = said(&link);
    assert_eq!(notes.len(), 6, "{notes:?}");
    for note in [
        "zoom: unknown; a link knows surface, run, ponder, steps",
        "steps: 1000000000; allowed is a whole number from 1 to 1000000; taken is 1000000",
        "surface.conditio: unknown; ravine knows",
        "runs[0].beta1: -1; allowed is a finite number from 0 up; taken is 0",
        "runs[0].schedule.over: 0; allowed is a finite number above 0; taken is 1",
        "runs[0].noise.deviation: -2; allowed is a finite number from 0 up; taken is 0",
    ] {
        assert!(notes.iter().any(|said| said.starts_with(note)), "{note} in {notes:?}");
    }
}

#[test]
fn what_a_figure_can_do_without_is_left_out() {
    let link =
        alloc::format!("v=1&surface=saddle&{RUN};convention=torch;schedule=cosin;start=1&until=5&steps=9&steps=8&at=x");
    let notes = said(&link);
    let paths: Vec<_> = notes.iter().map(|note| note.split(':').next().unwrap()).collect();
    assert!(notes.iter().all(|note| note.ends_with("; left out")), "{notes:?}");
    for path in ["runs[0].convention", "runs[0].schedule.kind", "runs[0].start", "until", "steps", "at"] {
        assert!(paths.contains(&path), "{path} in {notes:?}");
    }
    assert_eq!(open(&link).unwrap().figure.get("steps"), Some(&Tree::Number(9.0)));
}

#[test]
fn what_goes_takes_nothing_else_along() {
    let link = alloc::format!("v=1&surface=saddle&{RUN};changes=0,1:x,2:y,3:9,4&steps=9");
    let opened = open(&link).unwrap();
    assert_eq!(opened.figure.get("runs").and_then(Tree::list).unwrap()[0].get("changes"), Some(&tree("[[0,1],[9,4]]")));
    let notes: Vec<_> = opened.notes.iter().map(|note| note.fault.path.as_str()).collect();
    assert_eq!(notes, ["runs[0].changes[1][0]", "runs[0].changes[2][0]"], "each once, in order");
    // Two things missing in one question, and the next one stays.
    let ask = |figure: &Tree| {
        check(figure)?;
        let first = figure.get("ponders").and_then(Tree::list).unwrap_or_default().first().cloned();
        match first.filter(|question| question.get("ask").is_none()) {
            Some(_) => {
                Err(Faults(["at", "ask"].map(|key| Fault::missing(alloc::format!("ponders[0].{key}"), "")).into()))
            }
            None => Ok(()),
        }
    };
    let opened =
        decode(&alloc::format!("v=1&surface=saddle&{RUN}&steps=9&ponder=type&ponder=type;ask=Which"), &ask).unwrap();
    assert_eq!(opened.figure.get("ponders"), Some(&tree(r#"[{"kind":"type","ask":"Which"}]"#)));
    assert_eq!(opened.notes.len(), 1);
}

#[test]
fn what_it_cannot_do_without_is_a_fault() {
    for (link, fault) in [
        ("", "v: missing; a link begins with v=1"),
        ("v=2&surface=saddle", "v: 2; allowed is 1"),
        ("v=1", "surface: missing; needed is"),
        ("v=1&surface=valle&run=adam&steps=5", "surface.function: \"valle\"; allowed is saddle"),
        ("v=1&surface=neuron&data=1,2&run=adam&steps=5", "surface.model: \"neuron\"; allowed is sigmoid-neuron"),
        (
            "v=1&surface=linear-neuron&data=1,x&run=momentum;learning_rate=1&steps=5",
            "surface.data[0][1]: \"x\"; allowed",
        ),
        ("v=1&surface=saddle&run=adm&steps=5", "runs[0].method: \"adm\"; allowed is gradient-descent"),
        ("v=1&surface=saddle&run=momentum;learning_rate=fast&steps=5", "runs[0].learning_rate: \"fast\"; allowed"),
        ("v=1&surface=saddle&run=newton&steps=many", "steps: \"many\"; allowed is a whole number"),
        ("v=1&expression=2w&run=newton&steps=5", "surface.expression: \"2w\"; column 2: "),
    ] {
        let message = open(link).unwrap_err();
        assert!(message.starts_with(fault), "{link}: {message}");
    }
}

#[test]
fn size_is_bounded() {
    assert!(open(&"v".repeat(MAX_LENGTH + 1)).unwrap_err().contains("allowed are 4194304 bytes"));
    assert!(open(&"&a=1".repeat(300)).unwrap_err().contains("allowed are 256"));
    let wide = alloc::format!("v=1&surface=saddle&{RUN}{}&steps=5", ";a=1".repeat(300));
    assert!(said(&wide).iter().any(|note| note.contains("too many keys")));
    // A decimal as long as a link would be read for minutes.
    let long = alloc::format!("v=1&surface=saddle&{RUN};epsilon={}&steps=5", "7".repeat(MAX_LENGTH / 2));
    assert!(said(&long)[0].starts_with("runs[0].epsilon: \"7777"));
    let title = Tree::map([("title", Tree::Text("é".repeat(MAX_LENGTH / 4)))]);
    assert!(encode(&title, None).is_err());
}

#[test]
fn nothing_is_lost_unsaid() {
    for (figure, fault) in [
        (r#"{"surface":{"function":"saddle"},"runs":[],"steps":1,"tilte":"x"}"#, "tilte: unknown; a link knows"),
        (r#"{"surface":{"expression":"w","condition":1}}"#, "surface.condition: unknown"),
        (r#"{"view":{"veiws":[]}}"#, "view.veiws: unknown"),
        (r#"{"title":{"en":"x"}}"#, "title: an object with 1 key; a link has no words for it"),
        (r#"{"runs":[{"method":"adam","start":[[1]]}]}"#, "runs[0].start: a list of 1; a link has no words for it"),
    ] {
        let message = encode(&tree(figure), None).unwrap_err().to_string();
        assert!(message.starts_with(fault), "{message}");
    }
}

#[test]
fn a_view_or_questions_of_which_nothing_is_left_are_gone() {
    let link = alloc::format!("v=1&surface=saddle&{RUN}&steps=5");
    for (rest, place) in [("views=contour", "view.views"), ("ponder=type;ask=Which", "ponders[0]")] {
        let told = core::cell::Cell::new(false);
        let once = |_: &Tree| if told.replace(true) { Ok(()) } else { Err(Fault::wrong(place, "", "").into()) };
        let opened = decode(&alloc::format!("{link}&{rest}"), &once).unwrap();
        assert_eq!((opened.figure, opened.notes.len()), (open(&link).unwrap().figure, 1), "{rest}");
    }
}
