//! What every surface can be asked.

use super::{SURFACES, Surface};
use alloc::format;
use alloc::vec::Vec;

#[test]
fn a_model_of_one_input_has_a_curve_through_its_points_and_nothing_else_has() {
    let surface = |keys: &str| {
        let run = r#"{"method":"gradient-descent","learning_rate":1}"#;
        let recipe = format!(r#"{{"surface":{{{keys}}},"runs":[{run}],"steps":1}}"#);
        crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap().surface().clone()
    };
    for model in ["sigmoid-neuron", "linear-neuron"] {
        let surface = surface(&format!(r#""model":"{model}","data":[[0,0.25],[1,0.5]]"#));
        assert_eq!(surface.fit().expect("a curve").data, [[0.0, 0.25], [1.0, 0.5]]);
    }
    let without = [
        surface(r#""model":"four-input-neuron","data":[[0,1,0,1,0.2]]"#),
        surface(r#""expression":"w + b""#),
        Surface::analytic(SURFACES[0], Vec::new()),
    ];
    assert!(without.iter().all(|surface| surface.fit().is_none()));
}
