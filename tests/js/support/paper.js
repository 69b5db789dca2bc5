// Canvases for the wasm where there is no browser: they keep the last image that was put on them, and draw nothing.

/** @typedef {{ width: number, height: number, data: Uint8ClampedArray }} Pixels */

class Context {
  /** @type {Pixels | null} */
  image = null;
  /** @param {Pixels} image */
  putImageData(image) {
    this.image = image;
  }
  /** @param {string} text */
  measureText(text) {
    return { width: 6 * text.length };
  }
}

const CALLS = [
  'setTransform', 'resetTransform', 'clearRect', 'beginPath', 'moveTo', 'lineTo', 'closePath', 'fill', 'stroke', 'arc', 'rect',
  'fillRect', 'strokeRect', 'fillText', 'strokeText', 'save', 'restore', 'translate', 'rotate', 'drawImage',
];
for (const call of CALLS) Object.defineProperty(Context.prototype, call, { value() {} });

class ImageDataOfOurs {
  /** @param {Uint8ClampedArray} data @param {number} width @param {number} height */
  constructor(data, width, height) {
    // A view into the wasm's memory, which changes.
    Object.assign(this, { data: data.slice(), width, height });
  }
}

class Canvas {
  #context = new Context();
  /** @param {number} width @param {number} height device pixels */
  constructor(width, height) {
    Object.assign(this, { width, height, ownerDocument: { createElement: () => new Canvas(1, 1) } });
  }
  getContext() {
    return this.#context;
  }
}

/** Makes the wasm believe that it is in a browser. */
export function pretend() {
  Object.assign(globalThis, { CanvasRenderingContext2D: Context, HTMLCanvasElement: Canvas, ImageData: ImageDataOfOurs });
}

/** @param {number} width @param {number} height @returns {any} */
export const canvas = (width, height) => new Canvas(width, height);
