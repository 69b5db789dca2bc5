//! The loss on the straight way between the ends of two runs, and beyond both.

use ponder::Vector;
use ponder::recipe::fields::Fields;
use serde_json::json;

use super::chart::{Axis, Chart, short, words};
use super::{Drawn, Kind, Scope};

/// The way in hundredths: a quarter beyond each end.
const FROM: i32 = -25;
const TO: i32 = 125;

pub(super) const ENTRY: Kind = Kind::new("between", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let record = scope.record(fields)?;
    let runs = record.plan().runs();
    if runs.len() < 2 {
        fields.broken("needed is a figure of two runs");
        return None;
    }
    let last = record.plan().steps();
    let [from, to] = [0, 1].map(|run| record.point(run, last));
    let at = |share: f64| from + share * (to - from);
    let rows: Vec<[f64; 2]> =
        (FROM..=TO).map(|i| f64::from(i) / 100.0).map(|s| [s, record.land().value(at(s))]).collect();
    let high = rows.iter().map(|[_, loss]| *loss).fold(0.0, f64::max);
    let chart = Chart {
        size: [460.0, 270.0],
        plot: [46.0, 446.0, 28.0, 216.0],
        feet: 20.0,
        x: Axis { name: "share of the way", range: [-0.25, 1.25], parts: 6, unit: "" },
        y: Axis::up("loss", high),
    };
    let mut inside = format!(
        "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{}\"/>\n",
        chart.path(rows.iter().copied())
    );
    for (share, run) in [(0.0, &runs[0]), (1.0, &runs[1])] {
        let (x, y) = (chart.x(share), chart.y(record.land().value(at(share))));
        inside += &format!(
            "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>{}\n",
            words(x, chart.y(high / 2.0), "middle", "accent", run.method().title)
        );
    }
    let say =
        |Vector([w, b]): Vector| format!("({},\u{a0}{})", short(w, 3), short(if b.abs() < 1e-6 { 0.0 } else { b }, 3));
    let said = format!("From {} to {}, where the two runs end after {last} steps.", say(from), say(to));
    let data = json!({ "rows": rows, "from": FROM, "chart": chart.scale() });
    Some(Drawn { data, html: chart.svg("between", &scope.alt, &inside), record: said, title: None })
}
