//! Texts as a link.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(why) = ponder_fuzz::link(text) {
        panic!("{why}: {text:?}");
    }
});
