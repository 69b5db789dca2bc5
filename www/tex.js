// A little TeX, as the formulas of rules and symbols of knobs use it, as a tree and as MathML made by DOM calls.
// (Lessons' formulas are set when the page is built; this is for formulas whose numbers change.)
import { math } from './dom.js';

/** @typedef {{ kind: 'name' | 'operator' | 'number' | 'text' | 'space', text: string }} Leaf */
/** @typedef {{ kind: 'row', items: Tex[] }} Row */
/** @typedef {{ kind: 'script', base: Tex, sub?: Tex, sup?: Tex }} Script */
/** @typedef {{ kind: 'call', name: 'hat' | 'tilde' | 'bar' | 'sqrt' | 'root' | 'frac', inside: Tex[] }} Call */
/** @typedef {{ kind: 'slope', of: Tex }} Slope ∇ and what it is the gradient at */
/** @typedef {{ kind: 'cases', rows: Tex[][] }} Cases one value or another, and when */
/** @typedef {Leaf | Row | Script | Call | Slope | Cases} Tex */

/** @type {Record<string, Leaf>} */
const COMMANDS = {
  ...leaves('name', { eta: 'η', gamma: 'γ', beta: 'β', theta: 'θ', epsilon: 'ε', varepsilon: 'ε', mu: 'μ', rho: 'ρ', infty: '∞', lambda: 'λ', kappa: 'κ', varphi: 'φ', tau: 'τ', psi: 'ψ', xi: 'ξ', alpha: 'α', delta: 'δ', Delta: 'Δ', sigma: 'σ', pi: 'π' }),
  ...leaves('operator', { leftarrow: '←', cdot: '·', odot: '⊙', times: '×', max: 'max', min: 'min', top: '⊤', lVert: '‖', rVert: '‖', ge: '≥', le: '≤', ne: '≠', mid: '|' }),
  ...leaves('space', { ',': 'thin', ';': 'thick', quad: 'wide' }),
};

/** @type {Record<string, string>} */
const ACCENTS = { hat: '^', tilde: '~', bar: '¯' };

/** @param {string} source @returns {Row} */
export function parse(source) {
  const tokens = source.replace(/\\(left|right|bigl|bigr|Bigl|Bigr)(?=[()|])/g, '').match(/\\[a-zA-Z]+|\\.|[\d.]+|[^\s]/g) ?? [];
  return row(tokens, undefined);
}

/** Up to a closing brace, or the end. @param {string[]} tokens @param {string | undefined} close @returns {Row} */
function row(tokens, close) {
  /** @type {Tex[]} */
  const items = [];
  while (tokens.length && tokens[0] !== close) items.push(scripted(tokens));
  tokens.shift();
  return { kind: 'row', items };
}

/** Up to the closing parenthesis, both in it, so that a power hangs on the whole. @param {string[]} tokens @returns {Row} */
function fenced(tokens) {
  const mark = (/** @type {string} */ text) => /** @type {Leaf} */ ({ kind: 'operator', text });
  return { kind: 'row', items: [mark('('), ...row(tokens, ')').items, mark(')')] };
}

/** An atom with what hangs on it. @param {string[]} tokens @returns {Tex} */
function scripted(tokens) {
  const base = atom(tokens);
  /** @type {Script} */
  const script = { kind: 'script', base };
  while (tokens[0] === '_' || tokens[0] === '^') {
    const side = tokens.shift() === '_' ? 'sub' : 'sup';
    script[side] = atom(tokens);
  }
  return script.sub || script.sup ? script : base;
}

/** @param {string[]} tokens @returns {Tex} */
function atom(tokens) {
  const token = tokens.shift() ?? '';
  if (token === '{') return row(tokens, '}');
  if (token === '(') return fenced(tokens);
  if (token === '\\nabla') return { kind: 'slope', of: scripted(tokens) };
  if (token === '\\text') return { kind: 'text', text: words(tokens) };
  if (token === '\\operatorname') return { kind: 'operator', text: words(tokens) };
  if (token === '\\begin') return cases(tokens);
  if (token.startsWith('\\')) return command(token.slice(1), tokens);
  if (/[\d.]/.test(token)) return { kind: 'number', text: token };
  return /\p{L}/u.test(token) ? { kind: 'name', text: token } : { kind: 'operator', text: token === '-' ? '−' : token };
}

/** @param {string} name @param {string[]} tokens what follows @returns {Tex} */
function command(name, tokens) {
  if (name === 'frac' || name === 'tfrac') return { kind: 'call', name: 'frac', inside: [atom(tokens), atom(tokens)] };
  if (name === 'sqrt' && tokens[0] === '[') {
    tokens.shift();
    const index = atom(tokens);
    tokens.shift();
    return { kind: 'call', name: 'root', inside: [atom(tokens), index] };
  }
  if (name === 'sqrt' || name in ACCENTS) return { kind: 'call', name: /** @type {Call['name']} */ (name), inside: [atom(tokens)] };
  return COMMANDS[name] ?? { kind: 'name', text: name };
}

/** `{cases} a & when \\\\ b & when \\end{cases}`. @param {string[]} tokens @returns {Cases} */
function cases(tokens) {
  words(tokens);
  const inside = tokens.splice(0, tokens.indexOf('\\end'));
  tokens.shift();
  words(tokens);
  const lines = split(inside, '\\\\').filter((line) => line.length > 0);
  return { kind: 'cases', rows: lines.map((line) => split(line, '&').map((cell) => row(cell, undefined))) };
}

/** @param {string[]} tokens @param {string} at */
function split(tokens, at) {
  /** @type {string[][]} */
  const parts = [[]];
  for (const token of tokens) {
    if (token === at) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}

/** The letters of `\text{…}`. @param {string[]} tokens */
function words(tokens) {
  const end = tokens.indexOf('}');
  return tokens.splice(0, end + 1).slice(1, -1).join('');
}

/** A tree as text without spaces: what two spellings of one symbol share. @param {Tex} tree @returns {string} */
export function spell(tree) {
  switch (tree.kind) {
    case 'space': return '';
    case 'row': return tree.items.map(spell).join('');
    case 'script': return spell(tree.base) + (tree.sub ? `_${spell(tree.sub)}` : '') + (tree.sup ? `^${spell(tree.sup)}` : '');
    case 'call': return `${tree.name}(${tree.inside.map(spell).join(',')})`;
    case 'slope': return `∇${spell(tree.of)}`;
    case 'cases': return tree.rows.map((cells) => cells.map(spell).join('&')).join(';');
    default: return tree.text;
  }
}

/**
 * @param {Tex} tree
 * @param {(tree: Tex) => Element | null} [instead] what to set in place of a part
 * @returns {Element}
 */
export function typeset(tree, instead) {
  const inner = (/** @type {Tex} */ part) => typeset(part, instead);
  const other = instead?.(tree);
  if (other) return other;
  switch (tree.kind) {
    case 'name': return math('mi', {}, tree.text);
    case 'number': return math('mn', {}, tree.text);
    case 'text': return math('mtext', {}, tree.text);
    case 'space': return math('mspace', { width: { thin: '0.17em', thick: '0.28em' }[tree.text] ?? '1em' });
    case 'operator': return math('mo', {}, tree.text);
    case 'row': return math('mrow', {}, ...tree.items.map(inner));
    case 'slope': return math('mrow', {}, math('mi', { mathvariant: 'normal' }, '∇'), inner(tree.of));
    case 'call': return call(tree, inner);
    case 'script': return script(tree, inner);
    case 'cases': return alternatives(tree, inner);
  }
}

/** @param {Call} call @param {(tree: Tex) => Element} inner */
function call({ name, inside }, inner) {
  if (name in ACCENTS) return math('mover', { accent: 'true' }, inner(inside[0]), math('mo', {}, ACCENTS[name]));
  return math({ sqrt: 'msqrt', root: 'mroot', frac: 'mfrac' }[/** @type {'sqrt' | 'root' | 'frac'} */ (name)], {}, ...inside.map(inner));
}

/** @param {Cases} cases @param {(tree: Tex) => Element} inner */
function alternatives({ rows }, inner) {
  const lines = rows.map((cells) => math('mtr', {}, ...cells.map((cell) => math('mtd', { class: 'left' }, inner(cell)))));
  return math('mrow', {}, math('mo', { stretchy: 'true' }, '{'), math('mtable', {}, ...lines));
}

/** @param {Script} script @param {(tree: Tex) => Element} inner */
function script({ base, sub, sup }, inner) {
  const tag = sub && sup ? 'msubsup' : sub ? 'msub' : 'msup';
  return math(tag, {}, inner(base), sub ? inner(sub) : null, sup ? inner(sup) : null);
}

/** A whole formula from its source. @param {string} source */
export function tex(source) {
  return math('math', {}, typeset(parse(source)));
}

/** @param {Leaf['kind']} kind @param {Record<string, string>} texts @returns {Record<string, Leaf>} */
function leaves(kind, texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { kind, text }]));
}
