//! Texts as a formula.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(why) = ponder_fuzz::expression(text) {
        panic!("{why}: {text:?}");
    }
});
