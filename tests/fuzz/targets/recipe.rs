//! Texts as a recipe file.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(why) = ponder_fuzz::recipe(text) {
        panic!("{why}: {text:?}");
    }
});
