// Another figure in the single file. Whatever stands in a figure stays data: nothing of it can end the element it stands in.

const [OPEN, END] = ['<script type="application/json">', '</script>'];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Whether a text is the single file, and not what a server says where there is none. @param {string} html */
export const single = (html) => html.includes(OPEN) && html.includes(' id="ponder-packed">');

/** @param {string} html the single file @param {FigureRecipe} figure @returns {string} */
export function filled(html, figure) {
  const from = html.indexOf(OPEN) + OPEN.length;
  const json = JSON.stringify(figure).replaceAll('<', '\\u003c');
  const { title } = figure;
  const head = html.slice(0, from)
    .replace(/(?<=<title>)[^<]*/, () => escaped(title ? `${title} · Ponder` : 'Ponder'))
    .replace(/(?<=<h1>)[^<]*/, () => escaped(title || 'Ponder'));
  return head + json + html.slice(html.indexOf(END, from));
}
