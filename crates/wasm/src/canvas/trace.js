// The loops of canvas.rs over many points: called from wasm point by point, a canvas takes longer to be called than to
// draw. The numbers are whole, so that none of them has to be boxed.

/**
 * Adds polylines of so many points each to the path.
 * @param {CanvasRenderingContext2D} context @param {Int32Array} points x and y in turn @param {number} each
 */
export function lines(context, points, each) {
  for (let i = 0; i < points.length;) {
    context.moveTo(points[i], points[i + 1]);
    const end = i + 2 * each;
    for (i += 2; i < end; i += 2) context.lineTo(points[i], points[i + 1]);
  }
}

/**
 * Adds circles to the path.
 * @param {CanvasRenderingContext2D} context @param {Int32Array} middles x and y in turn @param {number} radius
 */
export function circles(context, middles, radius) {
  for (let i = 0; i < middles.length; i += 2) {
    const [x, y] = [middles[i], middles[i + 1]];
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}
