//! Pictures inside a document.

use color_quant::NeuQuant;

use crate::scene::Image;

/// A picture of 256 colours: a sixth of the bytes, and the land is so smooth and pale that nobody can tell.
pub(super) fn png(image: &Image) -> Result<Vec<u8>, png::EncodingError> {
    const EVERY: i32 = 7;
    // What a page downloads is small, and a quarter of the colours are a third fewer bytes.
    let colors = if image.width * image.height < 250_000 { 64 } else { 256 };
    let palette = NeuQuant::new(EVERY, colors, image.rgba());
    let colors = palette.color_map_rgba();
    let index = |pixel: &[u8]| palette.index_of(pixel) as u8;
    let pixels: Vec<u8> = image.rgba().chunks_exact(4).map(index).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, image.width as u32, image.height as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colors.chunks_exact(4).flat_map(|c| [c[0], c[1], c[2]]).collect::<Vec<u8>>());
    encoder.set_trns(colors.chunks_exact(4).map(|c| c[3]).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}
