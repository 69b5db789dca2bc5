//! From SVG to pixels, through resvg and with two fonts of its own, so that a picture is the same wherever it is made.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::Transform;
use resvg::usvg::{Options, Tree, fontdb::Database};

pub use resvg::tiny_skia::Pixmap;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../fonts/DejaVuSans.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../fonts/DejaVuSerif.ttf").to_vec());
    fonts.set_sans_serif_family("DejaVu Sans");
    fonts.set_serif_family("DejaVu Serif");
    Arc::new(fonts)
});

/// Paints an SVG document over a picture, stretched to its size.
///
/// # Errors
/// What is wrong with the document.
pub fn paint(svg: &str, picture: &mut Pixmap) -> Result<(), String> {
    let options = Options { fontdb: FONTS.clone(), font_family: "DejaVu Sans".into(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| format!("the picture's SVG: {error}"))?;
    let [wide, high] = [picture.width() as f32 / tree.size().width(), picture.height() as f32 / tree.size().height()];
    resvg::render(&tree, Transform::from_scale(wide, high), &mut picture.as_mut());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Pixmap, paint};

    #[test]
    fn letters_and_lines_fill_the_picture() {
        let svg = |text: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" font-family=\"sans-serif\">\
                 <path d=\"M30 0h10v20h-10z\" fill=\"#102030\"/><text y=\"15\" font-size=\"15\">{text}</text></svg>"
            )
        };
        let drawn = |text| {
            let mut picture = Pixmap::new(80, 40).unwrap();
            paint(&svg(text), &mut picture).unwrap();
            picture
        };
        let (with, without) = (drawn("∇β"), drawn(""));
        assert_eq!(with.pixel(79, 39).unwrap().red(), 0x10);
        assert!(with.data() != without.data(), "without a font letters vanish in silence");
        assert!(paint("<svg", &mut Pixmap::new(1, 1).unwrap()).is_err());
    }
}
