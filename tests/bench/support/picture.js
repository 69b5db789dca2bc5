// Canvases on the page, and the one pixel whose reading ends the clock.

/** @param {number} width @param {number} height */
export function sheet(width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas */
export function pencil(canvas) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2-D context');
  return context;
}

/** @param {CanvasRenderingContext2D} context @returns {ArrayLike<number>} the pixel in the middle */
export function glance(context) {
  const { width, height } = context.canvas;
  return context.getImageData(width >> 1, height >> 1, 1, 1).data;
}

const pixel = new Uint8Array(4);

/** @param {WebGLRenderingContext | WebGL2RenderingContext} gl @returns {ArrayLike<number>} the pixel in the middle */
export function peek(gl) {
  gl.readPixels(gl.drawingBufferWidth >> 1, gl.drawingBufferHeight >> 1, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  return pixel;
}

/** The middle of a picture is painted by everybody, and not the same in every frame. @param {Record<string, () => any>} contenders */
export async function painted(contenders) {
  for (const [name, draw] of Object.entries(contenders)) {
    const seen = new Set();
    for (let frame = 0; frame < 20; frame += 1) {
      const [red, green, blue, opacity] = await draw();
      if (opacity !== 255 || red + green + blue > 750) throw new Error(`${name} has drawn nothing: ${[red, green, blue, opacity]}`);
      seen.add(`${[red, green, blue]}`);
    }
    if (seen.size < 2) throw new Error(`${name} does not turn`);
  }
}
