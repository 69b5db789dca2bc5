//! What core says to readers in English: titles and explanations of its tables, how runs end, what is wrong with what they type.

use ponder::catalogue::Scale;
use ponder::data::{DATA_SETS, Made};
use ponder::outcome::{Ground, Kind, Limit};
use ponder::recipe::surface::models;
use ponder::{Expression, Knob, METHODS, MOMENTUM_SCHEDULES, Outcome, SCHEDULES, SURFACES, check, csv, link};
use ponder_plot::check_figure;
use ponder_tests::tree;

/// Everything that a table of the catalogue says.
pub(crate) fn tables() -> Vec<String> {
    let mut said = Vec::new();
    for method in METHODS {
        said.push(method.title.to_owned());
        method.forms.iter().flat_map(|form| form.knobs).for_each(|entry| knob(entry, &mut said));
    }
    for surface in SURFACES {
        said.push(surface.title.to_owned());
        surface.knobs.iter().for_each(|entry| knob(entry, &mut said));
    }
    for schedule in SCHEDULES.iter().chain(MOMENTUM_SCHEDULES) {
        said.extend([schedule.title.to_owned(), schedule.about.to_owned(), schedule.id.replace('-', " ")]);
        schedule.knobs.iter().for_each(|entry| knob(entry, &mut said));
    }
    said.extend(DATA_SETS.iter().map(|set| set.title.to_owned()));
    let models = models().map(|(id, sample)| {
        let data = serde_json::to_string(&sample).unwrap();
        format!(r#"{{"model":"{id}","data":{data}}}"#)
    });
    let grounds = models.chain([r#"{"expression":"w*b"}"#.to_owned()]);
    said.extend(grounds.map(|ground| {
        let run = r#"{"method":"adam","learning_rate":1}"#;
        let plan = check(&tree(&format!(r#"{{"surface":{ground},"runs":[{run}],"steps":1}}"#))).unwrap();
        plan.surface().facts().title
    }));
    said
}

fn knob(knob: &Knob, said: &mut Vec<String>) {
    said.extend([knob.about.to_owned(), knob.id.replace('_', " ")]);
    if let Scale::Words(words) = knob.scale {
        said.extend(words.iter().map(|word| (*word).to_owned()));
    }
}

/// The sentence of every kind of end.
pub(crate) fn ends() -> Vec<String> {
    let limit = Some(Limit { rate: 0.21, formula: "2/λ", bound: 0.2 });
    let ends = [
        (Kind::Diverged { limit: None, undefined: false }, 0),
        (Kind::Diverged { limit: None, undefined: true }, 7),
        (Kind::Diverged { limit, undefined: false }, 7),
        (Kind::Diverged { limit: None, undefined: false }, 7),
        (Kind::Converged { elsewhere: false }, 7),
        (Kind::Converged { elsewhere: true }, 7),
        (Kind::Cycling, 7),
        (Kind::Stalled(Ground::Flat), 7),
        (Kind::Stalled(Ground::Saddle), 7),
        (Kind::Stalled(Ground::TinySteps), 7),
        (Kind::Running, 1),
        (Kind::Running, 7),
    ];
    let deep = Outcome { kind: Kind::Diverged { limit: None, undefined: false }, step: 7, loss: -1e9 };
    let ends = ends.map(|(kind, step)| Outcome { kind, step, loss: 0.5 });
    ends.into_iter().chain([deep]).map(|end| end.to_string()).collect()
}

/// What is wrong with formulas, in two halves: what was found, and what is allowed.
pub(crate) fn formulas() -> Vec<String> {
    let long = "w".repeat(1025);
    let deep = "(".repeat(70);
    let many = "w+".repeat(300) + "w";
    let texts = [
        long.as_str(),
        &deep,
        &many,
        "w $ b",
        "w; b",
        "1.2.3",
        "1..",
        ".",
        "foo",
        "sine(w)",
        "x + w",
        "w + x",
        "2w",
        "1 000",
        "foo w",
        "w +",
        "w + )",
        "sin",
        "sin w",
        "sin 2",
        "sin^2(w)",
        "sin²(w)",
        "sin()",
        "max(w)",
        "pow(w, b, 1)",
        "pow(w)",
        "sin(w, b)",
        "(w",
        "w)",
        "w, b",
        "0,5",
        "w = b",
        "[w]",
        "w · ‖b‖",
        "π × √w",
        "w : b",
        "w != b",
        "w & b",
        "w ° b",
        "w⁴",
        "w ÷ b",
        "|w|",
        "{w}",
        "w' ",
        "5 % b",
        "w!",
        "w \u{3c3} b",
    ];
    let wrong = texts.iter().filter_map(|text| Expression::parse(text).err());
    wrong.filter(|wrong| wrong.mistake.name() != "empty").flat_map(|wrong| [wrong.found, wrong.allowed]).collect()
}

/// What is wrong with tables of data, in two halves.
pub(crate) fn sheets() -> Vec<String> {
    let line = "1".repeat(1002);
    let cell = format!("1,{}", "1".repeat(101));
    let rows = "1,2\n".repeat(10_001);
    let texts = [
        "",
        "\nx,y\n",
        "PK\u{3}\0\0",
        &line,
        &rows,
        "1,2\nhello",
        "1,2\n3,4,5",
        "0,5,1,2",
        "1,2\n3;4",
        "1\t2\n3,4",
        "1;2\n3 4\n5;6",
        "1,high",
        "1,",
        "1,2\n3,\"4",
        &cell,
        "1,NaN",
        "1,1e999",
        "1,\"1,234\"",
        "1,\"1,5\"",
        "1;2.5\n1;2,5",
    ];
    texts
        .iter()
        .filter_map(|text| csv::read(text, 2).err())
        .flatten()
        .flat_map(|wrong| [wrong.given, wrong.allowed])
        .collect()
}

/// What is told of links that are not right, in its halves.
pub(crate) fn links() -> Vec<String> {
    let run = "run=adam;learning_rate=0.05";
    let texts = [
        format!("v=1&surface=saddle&{run}&steps=0&at=99&foo=1"),
        format!("v=1&surface=saddle&{run}&steps=9&steps=9"),
        format!("v=1&surface=saddle&{run};beta1=-1;BETA=1&steps=9"),
        format!("v=2&surface=saddle&{run}&steps=9"),
        format!("surface=saddle&{run}&steps=9"),
    ];
    let mut said = Vec::new();
    for text in texts {
        match link::decode(&text, &|figure| check_figure(figure).map(drop)) {
            Ok(opened) => said.extend(opened.notes.iter().map(ToString::to_string)),
            Err(faults) => said.extend(faults.0.iter().map(ToString::to_string)),
        }
    }
    let halves = |line: &String| {
        let (_, what) = line.split_once(": ").expect("a place, then what is wrong there");
        what.split("; ").map(str::to_owned).collect::<Vec<_>>()
    };
    said.iter().flat_map(halves).collect()
}

/// What is wrong with what the playground's fields put into a recipe, in two halves.
pub(crate) fn faults() -> Vec<String> {
    let neuron = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
    let run = |more: &str| format!(r#"{{"method":"momentum","learning_rate":0.1{more}}}"#);
    let with =
        |surface: &str, run: &str, steps: &str| format!(r#"{{"surface":{surface},"runs":[{run}],"steps":{steps}}}"#);
    let keys = [
        r#","momentum":-1"#,
        r#","momentum":1.5"#,
        r#","start":[1,1e300]"#,
        r#","start":[1]"#,
        r#","batch":{"size":0}"#,
        r#","batch":{"size":2.5,"seed":1}"#,
        r#","batch":{"size":1,"order":"shuffled","seed":-1}"#,
        r#","noise":{"deviation":-1,"seed":1}"#,
        r#","noise":{"deviation":1,"seed":0.5}"#,
        r#","schedule":{"kind":"cosine","over":0}"#,
        r#","schedule":{"kind":"cosine","over":-1}"#,
        r#","changes":[[1,0.1],[1,0.2]]"#,
        r#","changes":[[1,-1]]"#,
        r#","weight_decay":1"#,
        r#","schedule":{"kind":"cosine"}"#,
    ];
    let mut recipes: Vec<String> = keys.iter().map(|more| with(neuron, &run(more), "9")).collect();
    recipes.extend(["0", "2000000", "2.5"].map(|steps| with(neuron, &run(""), steps)));
    recipes.push(with(neuron, r#"{"method":"momentum","learning_rate":-1}"#, "9"));
    recipes.push(with(neuron, r#"{"method":"adam","learning_rate":1,"beta1":1,"epsilon":-1}"#, "9"));
    recipes.push(with(r#"{"function":"ravine","condition":-1}"#, &run(""), "9"));
    recipes.push(with(r#"{"function":"ravine","rotation":900}"#, &run(""), "9"));
    recipes.push(with(neuron, &vec![run(""); 5].join(","), "1000000"));
    recipes.push(with(neuron, &vec![run(""); 17].join(","), "9"));
    let until = with(neuron, &run(""), r#"9,"until":{"loss_below":-1}"#);
    let window = with(neuron, &run(""), r#"9,"view":{"window":[[1,1],[0,1]]}"#);
    recipes.extend([until, window]);
    let made = [
        r#"{"curve":"line","w":[2],"rows":0}"#,
        r#"{"curve":"line","w":[2],"rows":9,"zeros":1.5}"#,
        r#"{"curve":"line","w":[2e9],"rows":9}"#,
        r#"{"curve":"line","w":[2],"rows":9,"low":2,"high":1}"#,
        r#"{"curve":"line","w":[2],"rows":9,"seed":-1}"#,
        r#"{"curve":"line","w":[2],"rows":9,"noise":-1}"#,
        r#"{"curve":"line","w":[2],"b":"x","rows":9}"#,
        r#"{"curve":"line","w":["x"],"rows":9}"#,
    ];
    let made = made.iter().filter_map(|order| Made::read(&tree(order)).err());
    let wrong = recipes.iter().filter_map(|recipe| check_figure(&tree(recipe)).err());
    wrong.chain(made).flat_map(|faults| faults.0).flat_map(|fault| [fault.given, fault.allowed]).collect()
}
