use proptest::prelude::*;

use super::*;
use crate::fence;
use crate::problem::Source;

/// One fence read, with a recipe `slope` on the page.
fn fenced(json: &str) -> Result<Recall, String> {
    let page = "```recipe slope\n{\"surface\": {\"function\": \"saddle\"}, \"steps\": 3, \"runs\": [{\"method\": \
                \"gradient-descent\", \"start\": [1, 1], \"learning_rate\": 0.1}]}\n```\n";
    let source = Source { name: "02-x.md".into(), text: format!("{page}\n```recall q\n{json}\n```\n") };
    let fences = fence::all(&source, 0).map_err(|problem| problem.to_string())?;
    let read = crate::figure::read(&source, &fences).map_err(|problems| problems.to_string())?;
    Ok(read.recalls.into_iter().next().unwrap())
}

const TYPE: &str = r#"{
  "cases": [{ "w": 1, "slope": 0.4 }, { "w": -2, "slope": -0.5 }], "vary": { "eta": { "from": 0.1, "to": 0.3, "step": 0.1 } },
  "let": { "next": "w - eta * slope" },
  "kind": "type", "ask": "From {w} at rate {eta}, slope {slope}?",
  "answer": { "value": "next", "tolerance": 0.005 },
  "wrong": [{ "value": "w + eta * slope", "why": "Uphill." }],
  "why": "${w} - {eta} \\cdot {slope}$ is {next to .2}."
}"#;

#[test]
fn every_combination_is_worked_out() {
    let found = fenced(TYPE).unwrap();
    let names: Vec<_> = found.variants.iter().map(|variant| variant.name.as_str()).collect();
    assert_eq!(
        names[..3],
        ["w = 1, slope = 0.4, eta = 0.1", "w = 1, slope = 0.4, eta = 0.2", "w = 1, slope = 0.4, eta = 0.3"]
    );
    let last = &found.variants[5];
    assert_eq!(last.ask, "From −2 at rate 0.3, slope −0.5?");
    assert_eq!(last.why, "$-2 - 0.3 \\cdot -0.5$ is −1.85.");
    let Body::Type { answer, wrong, .. } = &last.body else { panic!("a number is typed") };
    assert!((answer + 1.85).abs() < 1e-12 && (wrong[0].0 + 2.15).abs() < 1e-12);
}

const RUN: &str = r#"{
  "vary": { "eta": [0.05, 0.2, 0.4], "rule": ["gradient-descent", "momentum"] },
  "recipe": { "surface": { "function": "booth" }, "steps": 5,
    "runs": [{ "method": "{rule}", "start": [0, 0], "learning_rate": "{eta}" }] },
  "let": { "before": "{{loss run @ 0}}", "after": "{{loss run @ 5}}", "page": "{{loss slope @ 1}}" },
  "kind": "choose", "ask": "Five steps of {rule} at {eta}, from {before}: lower?",
  "options": [
    { "text": "Lower.", "right": "after < before", "why": "It ends at {after}." },
    { "text": "Higher.", "right": "after > before", "why": "It ends at {after}." }
  ],
  "why": "From {{loss run @ 0}} to {after}."
}"#;

#[test]
fn each_variant_has_a_run_of_its_own() {
    let found = fenced(RUN).unwrap();
    let keys: Vec<_> = found.variants.iter().map(Variant::key).collect();
    assert_eq!(found.variants.len(), 6);
    assert!(keys.contains(&"Lower.".into()) && keys.contains(&"Higher.".into()), "{keys:?}");
    let whys: std::collections::BTreeSet<_> = found.variants.iter().map(|variant| variant.why.clone()).collect();
    assert_eq!(whys.len(), 6, "six runs end at six places");
    for variant in &found.variants {
        let Body::Choose { options, .. } = &variant.body else { panic!("a choice") };
        assert!(options.iter().all(|option| option.right == option.why.is_none()), "feedback is for what is wrong");
    }
}

#[test]
fn an_order_is_by_value_and_options_turn_round() {
    let order = fenced(
        r#"{ "vary": { "a": [1, 5] }, "kind": "order", "ask": "Order, a = {a}.", "why": "So.",
        "options": [{ "text": "three", "value": 3 }, { "text": "a", "value": "a" }] }"#,
    );
    let keys: Vec<_> = order.unwrap().variants.iter().map(Variant::key).collect();
    assert_eq!(keys, ["a, three", "three, a"]);
}

/// What is wrong with a fence in which one piece of text is another.
fn said(json: &str, old: &str, new: &str) -> String {
    assert!(json.contains(old), "{old}");
    fenced(&json.replacen(old, new, 1)).unwrap_err()
}

#[test]
fn a_defect_names_lesson_question_and_variant() {
    let message = said(RUN, "after < before", "after < before or eta = 0.2");
    assert!(
        message.starts_with("02-x.md:6: recall q, variant eta = 0.2, rule = gradient-descent: 2 options are right"),
        "{message}"
    );
    let all = |pairs: &[(&str, &str, &str, &str)]| {
        for (json, old, new, part) in pairs {
            let message = said(json, old, new);
            assert!(message.contains(part), "{message}");
        }
    };
    all(&[
        (TYPE, "w + eta", "w - eta", "cannot be told from the answer"),
        (TYPE, "\"tolerance\": 0.005", "\"tolerance\": 0", "above zero"),
        (TYPE, "w - eta * slope", "w / (eta - eta)", "needed is a finite number"),
        (TYPE, "From {w}", "From {v}", "{v} stands for nothing here"),
        (TYPE, "\\\\cdot", "\\\\cdott", "TeX"),
        (TYPE, "\"next\": ", "\"eta\": ", "eta stands twice"),
        (RUN, "\"momentum\"]", "\"momentun\"]", "variant eta = 0.05, rule = momentun: recipe: runs[0].method"),
        (RUN, "loss run @ 5", "loss run @ 6", "let after: {{loss run @ 6}}"),
        (RUN, "[0.05, 0.2, 0.4]", "[0.05, 0.06]", "every variant has the same answer, Lower."),
        (RUN, "at {eta}, from {before}", "", "ask the same"),
        (RUN, "Higher.", "lower", "two options read"),
        (RUN, ", \"why\": \"It ends at {after}.\"", "", "is wrong here and has no why"),
        (RUN, "\"kind\"", "\"sort\": 1, \"kind\"", "sort: unknown; a closing question knows"),
        (
            RUN,
            "{ \"eta\": [0.05, 0.2, 0.4]",
            "{ \"eta\": {\"from\": 0, \"to\": 9, \"step\": 0.5}",
            "38 variants; vary and cases together make 2 to 24",
        ),
    ]);
}

/// A fair choice: so many different options, one of them right.
fn choices() -> impl Strategy<Value = Vec<Choice>> {
    (2..6_usize, any::<prop::sample::Index>(), "[a-z]{1,8}").prop_map(|(count, right, stem)| {
        let right = right.index(count);
        let option = |i| Choice {
            text: format!("{stem} {i}"),
            right: i == right,
            why: (i != right).then(|| format!("not {i}")),
        };
        (0..count).map(option).collect()
    })
}

fn variant(name: &str, body: Body) -> Variant {
    Variant { name: name.into(), ask: format!("{name}?"), why: "So.".into(), body }
}

fn choose(options: Vec<Choice>) -> Variant {
    variant("a", Body::Choose { many: false, options })
}

proptest! {
    #[test]
    fn one_right_option_passes_and_no_other_number_does(options in choices(), flips in prop::collection::vec(any::<bool>(), 6)) {
        prop_assert_eq!(check::variant(&choose(options.clone())), Ok(()));
        let mut flipped = options;
        for (option, flip) in flipped.iter_mut().zip(flips) {
            option.right ^= flip;
            option.why = Some("why".into());
        }
        let right = flipped.iter().filter(|option| option.right).count();
        prop_assert_eq!(check::variant(&choose(flipped.clone())).is_ok(), right == 1);
        let many = variant("a", Body::Choose { many: true, options: flipped.clone() });
        prop_assert_eq!(check::variant(&many).is_ok(), right > 0 && right < flipped.len());
    }

    #[test]
    fn two_options_that_read_the_same_are_refused(options in choices(), at in any::<prop::sample::Index>(), how in 0..4_usize) {
        let mut options = options;
        let text = options[at.index(options.len())].text.clone();
        let twin = [text.clone(), text.to_uppercase(), format!(" {}", text.replace(' ', "  ")), format!("{text}.")][how].clone();
        options.push(Choice { text: twin, right: false, why: Some("why".into()) });
        prop_assert!(check::variant(&choose(options)).is_err());
    }

    #[test]
    fn the_same_number_written_otherwise_is_the_same_option(n in -500_i32..500, digits in 2..6_usize) {
        let value = f64::from(n) / 10.0;
        let option = |text: String, right| Choice { text, right, why: Some("why".into()) };
        let twins = vec![option(format!("{value:.1}"), true), option(format!("{value:.digits$}").replace('-', "−"), false)];
        prop_assert!(check::variant(&choose(twins)).is_err());
    }

    #[test]
    fn a_wrong_option_needs_its_feedback(options in choices(), empty in any::<bool>()) {
        let mut options = options;
        let wrong = options.iter_mut().find(|option| !option.right).unwrap();
        wrong.why = empty.then(|| " ".into());
        prop_assert!(check::variant(&choose(options)).is_err());
    }

    #[test]
    fn no_number_is_both_right_and_wrong(answer in -10.0..10.0_f64, tolerance in 0.001..1.0_f64, gaps in prop::collection::vec(-4.0..4.0_f64, 0..4)) {
        let wrong: Vec<_> = gaps.iter().map(|gap| (answer + gap * tolerance, "why".to_owned())).collect();
        let both = |value: f64| {
            // The middle between two numbers is the last that both could take for themselves.
            let middle = (value + answer) / 2.0;
            (middle - answer).abs() <= tolerance * (1.0 - 1e-9) && (middle - value).abs() <= tolerance * (1.0 - 1e-9)
        };
        let fair = check::variant(&variant("a", Body::Type { answer, tolerance, wrong: wrong.clone() })).is_ok();
        prop_assert!(!(fair && wrong.iter().any(|(value, _)| both(*value))));
        prop_assert!(fair || gaps.iter().any(|gap| gap.abs() <= 2.0 + 1e-6));
    }

    #[test]
    fn what_is_no_number_is_no_answer(bad in prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY]), place in 0..3_usize) {
        let mut numbers = [1.0, 0.1, 2.0];
        numbers[place] = bad;
        // An infinite wrong value is near nothing.
        prop_assume!(place != 2 || bad.is_nan());
        let body = Body::Type { answer: numbers[0], tolerance: numbers[1], wrong: vec![(numbers[2], "why".into())] };
        prop_assert!(check::variant(&variant("a", body)).is_err());
        prop_assert!(check::variant(&variant("a", Body::Order(vec![("a".into(), 1.0), ("b".into(), bad)]))).is_err());
    }

    #[test]
    fn an_order_is_strict_or_refused(values in prop::collection::vec(-5..5_i32, 2..6)) {
        let items = values.iter().enumerate().map(|(i, &n)| (format!("item {i}"), 0.1 * f64::from(n))).collect();
        let strict = values.iter().collect::<std::collections::BTreeSet<_>>().len() == values.len();
        prop_assert_eq!(check::variant(&variant("a", Body::Order(items))).is_ok(), strict);
    }

    #[test]
    fn variants_differ_in_what_they_ask_and_in_their_key(answers in prop::collection::vec(0..3_i32, 2..6), asks in prop::collection::vec(0..6_usize, 6)) {
        let made = answers.iter().zip(&asks).map(|(&n, ask)| {
            variant(&ask.to_string(), Body::Type { answer: f64::from(n), tolerance: 0.1, wrong: Vec::new() })
        });
        let made: Vec<_> = made.collect();
        let distinct = asks[..made.len()].iter().collect::<std::collections::BTreeSet<_>>().len() == made.len();
        let varied = answers.iter().any(|n| *n != answers[0]);
        prop_assert_eq!(check::together(&made).is_ok(), distinct && varied);
    }

    #[test]
    fn whatever_varies_every_variant_of_a_fence_has_one_right_answer(bound in -3..12_i32, values in prop::collection::btree_set(-20..20_i32, 2..6)) {
        let list: Vec<_> = values.iter().map(ToString::to_string).collect();
        let json = format!(
            "{{\"vary\": {{\"n\": [{}]}}, \"kind\": \"choose\", \"ask\": \"Is {{n}} above?\", \"why\": \"So.\", \"options\": [\
             {{\"text\": \"Yes.\", \"right\": \"n > {bound}\", \"why\": \"No.\"}}, {{\"text\": \"No.\", \"right\": \"n <= {bound}\", \"why\": \"Yes.\"}}]}}",
            list.join(", ")
        ).replace("> -", "> 0 - ").replace("<= -", "<= 0 - ");
        let mixed = values.iter().any(|&n| n > bound) && values.iter().any(|&n| n <= bound);
        let read = fenced(&json);
        prop_assert_eq!(read.is_ok(), mixed, "{:?}", read);
        for variant in read.map(|recall| recall.variants).unwrap_or_default() {
            prop_assert_eq!(check::variant(&variant), Ok(()));
        }
    }
}
