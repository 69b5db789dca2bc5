//! One round: three surfaces, one of them with the map. Those of a lesson are read, the others made from a seed.

use ponder::Tree;

use super::shape::{FAMILIES, Shape};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) expression: String,
    pub(super) why: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Round {
    pub(super) options: Vec<Choice>,
    pub(super) right: usize,
}

/// Whole numbers from a seed (SplitMix64): the same rounds in every build.
struct Draw(u64);

impl Draw {
    fn below(&mut self, many: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % many
    }

    /// All of them in another order.
    fn shuffled<T: Copy>(&mut self, mut items: Vec<T>) -> Vec<T> {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i as u64 + 1) as usize);
        }
        items
    }
}

impl Round {
    /// `{"options": [{"expression", "why", "right"}]}`: three, one of them right.
    pub(super) fn read(tree: &Tree) -> Option<Self> {
        let list = tree.get("options")?.list()?;
        let text = |tree: &Tree, key| Some(tree.get(key)?.text()?.to_owned());
        let one = |tree| Some(Choice { expression: text(tree, "expression")?, why: text(tree, "why")? });
        let options: Vec<_> = list.iter().map(one).collect::<Option<_>>()?;
        let mut right = (0..list.len()).filter(|&i| matches!(list[i].get("right"), Some(Tree::Bool(true))));
        match (right.next(), right.next(), options.len()) {
            (Some(right), None, 3) => Some(Self { options, right }),
            _ => None,
        }
    }

    /// One of the families, three of its shapes, one of these the right one.
    pub(super) fn made(seed: u64) -> Self {
        let mut draw = Draw(seed);
        // The families take turns, so that one round is not like the one before.
        let family = FAMILIES[(seed % FAMILIES.len() as u64) as usize];
        let mut shapes = draw.shuffled(family.to_vec());
        shapes.truncate(3);
        let right = draw.below(3) as usize;
        let (steep, middle) = (3 + draw.below(4), [draw.below(5), draw.below(5)].map(|i| (i as f64 - 2.0) / 4.0));
        let options = shapes.iter().enumerate().map(|(i, shape)| Choice {
            expression: shape.expression(steep, middle),
            why: why(*shape, shapes[right], i == right),
        });
        Self { options: options.collect(), right }
    }
}

fn why(shape: Shape, right: Shape, is_right: bool) -> String {
    if is_right {
        return format!("The map has {}.", right.map());
    }
    format!("Its map would have {}. Here are {}.", shape.map(), right.map())
}

#[cfg(test)]
mod tests {
    use ponder::{Landscape, Vector};
    use ponder_plot::heights::Heights;

    use super::super::{WINDOW, run};
    use super::*;

    const SEEDS: u64 = 3000;

    fn heights(expression: &str) -> Heights {
        let tree = Tree::map([
            ("surface", Tree::map([("expression", expression.into())])),
            ("runs", Tree::List(vec![run(&[0.5, 0.5])])),
            ("steps", 1_usize.into()),
        ]);
        let plan = ponder::check(&tree).expect("a surface");
        Heights::sample(WINDOW, 13, 13, |w, b| plan.surface().value(Vector([w, b])))
    }

    /// How far two lands differ, as a part of the smaller of their ranges.
    fn apart(a: &Heights, b: &Heights) -> f64 {
        let range = |h: &Heights| h.highest().expect("land") - h.lowest().expect("land");
        let off = a.values.iter().zip(&b.values).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        off / range(a).min(range(b))
    }

    /// S1-34: whatever the seed, one option has the map and no other comes near it.
    #[test]
    fn s1_34_every_made_round_has_exactly_one_right_answer() {
        let mut places = [0; 3];
        for seed in 1..=SEEDS {
            let round = Round::made(seed);
            let lands: Vec<_> = round.options.iter().map(|option| heights(&option.expression)).collect();
            for (i, land) in lands.iter().enumerate() {
                assert_eq!(
                    apart(land, &lands[round.right]) < 0.2,
                    i == round.right,
                    "seed {seed}, option {i}: {round:?}"
                );
                let same = round.options.iter().filter(|option| option.why == round.options[i].why).count();
                assert_eq!(same, 1, "seed {seed}: each option has a reason of its own");
            }
            places[round.right] += 1;
        }
        assert!(places.iter().all(|&n| n > SEEDS / 5), "the right one stands anywhere: {places:?}");
    }

    #[test]
    fn a_seed_makes_the_same_round_again() {
        assert_eq!(Round::made(7), Round::made(7));
        assert_ne!(Round::made(7), Round::made(13));
    }

    #[test]
    fn a_round_with_two_right_answers_is_refused() {
        let round = |rights: [&str; 3]| {
            let options = rights.map(|right| format!(r#"{{"expression":"w","why":"x"{right}}}"#)).join(",");
            Round::read(&serde_json::from_str(&format!(r#"{{"options":[{options}]}}"#)).expect("JSON"))
        };
        let right = r#","right":true"#;
        assert_eq!(round([right, "", ""]).map(|round| round.right), Some(0));
        assert_eq!([[right, right, ""], [""; 3]].map(round), [None, None]);
    }
}
