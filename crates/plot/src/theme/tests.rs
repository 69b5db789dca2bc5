//! Contrast, and pens that differ without colour.

use ponder::math::{larger, smaller};

use super::*;

fn luminance(Color(r, g, b): Color) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (larger(a, b) + 0.05) / (smaller(a, b) + 0.05)
}

fn grounds(theme: Theme) -> impl Iterator<Item = Color> {
    (0..TINTS)
        .flat_map(|tint| [Role::Land(tint), Role::Cividis(tint)])
        .chain([Role::Paper])
        .map(move |r| theme.color(r))
}

#[test]
fn text_can_be_read_on_paper_and_labels_on_the_land() {
    for theme in THEMES {
        let paper = theme.color(Role::Paper);
        for role in [Role::Ink, Role::Quiet, Role::AxisName, Role::ContourName, Role::Guess, Role::Truth] {
            let ratio = contrast(theme.color(role), paper);
            assert!(ratio >= 4.5, "{theme:?} {role:?} has {ratio:.2}");
        }
        assert!(grounds(theme).all(|g| contrast(theme.color(Role::ContourName), g) >= 4.5), "{theme:?}");
    }
}

#[test]
fn runs_and_parts_stand_out_from_every_ground() {
    let parts = [Part::Gradient, Part::Memory, Part::Move].map(Role::Part);
    for theme in THEMES {
        for role in (0..PENS).map(Role::Run).chain(parts) {
            for ground in grounds(theme) {
                let ratio = contrast(theme.color(role), ground);
                assert!(ratio >= 3.0, "{theme:?} {role:?} on {} has {ratio:.2}", ground.hex());
            }
        }
    }
}

#[test]
fn no_two_pens_look_the_same_without_colour() {
    let look = |pen| (Role::Run(pen).dashes(), Role::Run(pen).marker());
    for a in 0..8 {
        for b in 0..a {
            assert!(look(a).0 != look(b).0 && look(a).1 != look(b).1, "pens {a} and {b}");
        }
    }
    for pen in 8..PENS {
        assert_ne!(look(pen), look(pen - 8), "pen {pen} repeats its colour");
    }
}

#[test]
fn the_land_rises_from_cool_to_warm() {
    for theme in [Theme::Light, Theme::Dark] {
        for (name, hues) in HUES {
            let (low, high) = (theme.land(hues, 0.0), theme.land(hues, 1.0));
            assert!(low.2 > low.0 && high.0 > high.2, "{theme:?} {name}");
        }
    }
}

#[test]
fn cividis_grows_brighter_all_the_way() {
    for theme in THEMES {
        let light: Vec<f64> = (0..=64).map(|i| luminance(theme.land(Hues::Cividis, f64::from(i) / 64.0))).collect();
        assert!(light.windows(2).all(|pair| pair[0] <= pair[1] + 1e-3), "{theme:?}: {light:?}");
        assert!(light[64] > 1.4 * light[0], "{theme:?}: {} to {}", light[0], light[64]);
    }
}

#[test]
fn the_sheet_names_every_class() {
    let sheet = style_sheet(Theme::Dark);
    for role in [Role::Land(15), Role::Run(7), Role::Paper, Role::Gap, Role::Truth] {
        assert!(sheet.contains(&format!(".f-{}{{", role.word())), "{role:?}");
    }
}
