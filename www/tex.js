// A little TeX, as the formulas of rules and symbols of knobs use it, as a tree and as MathML made by DOM calls.
// (Lessons' formulas are set when the page is built; this is for formulas whose numbers change.)
import { math } from './dom.js';

/** @typedef {{ kind: 'name' | 'operator' | 'number' | 'text' | 'space', text: string }} Leaf */
/** @typedef {{ kind: 'row', items: Tex[] }} Row */
/** @typedef {{ kind: 'script', base: Tex, sub?: Tex, sup?: Tex }} Script */
/** @typedef {{ kind: 'call', name: 'hat' | 'tilde' | 'bar' | 'sqrt' | 'frac', inside: Tex[] }} Call */
/** @typedef {{ kind: 'slope', of: Tex }} Slope ∇ and what it is the gradient at */
/** @typedef {Leaf | Row | Script | Call | Slope} Tex */

/** @type {Record<string, Leaf>} */
const COMMANDS = {
  ...leaves('name', { eta: 'η', gamma: 'γ', beta: 'β', theta: 'θ', epsilon: 'ε', varepsilon: 'ε', mu: 'μ', rho: 'ρ', lambda: 'λ', kappa: 'κ', varphi: 'φ', Delta: 'Δ' }),
  ...leaves('operator', { leftarrow: '←', cdot: '·', odot: '⊙', times: '×', max: 'max', min: 'min' }),
  ...leaves('space', { ',': 'thin', ';': 'thick', quad: 'wide' }),
};

/** @type {Record<string, string>} */
const ACCENTS = { hat: '^', tilde: '~', bar: '¯' };

/** @param {string} source @returns {Row} */
export function parse(source) {
  const tokens = source.match(/\\[a-zA-Z]+|\\.|[\d.]+|[^\s]/g) ?? [];
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
  if (token === '\\nabla') return { kind: 'slope', of: scripted(tokens) };
  if (token === '\\text') return { kind: 'text', text: words(tokens) };
  if (token.startsWith('\\')) return command(token.slice(1), tokens);
  if (/[\d.]/.test(token)) return { kind: 'number', text: token };
  return /\p{L}/u.test(token) ? { kind: 'name', text: token } : { kind: 'operator', text: token === '-' ? '−' : token };
}

/** @param {string} name @param {string[]} tokens what follows @returns {Tex} */
function command(name, tokens) {
  if (name === 'frac') return { kind: 'call', name, inside: [atom(tokens), atom(tokens)] };
  if (name === 'sqrt' || name in ACCENTS) return { kind: 'call', name: /** @type {Call['name']} */ (name), inside: [atom(tokens)] };
  return COMMANDS[name] ?? { kind: 'name', text: name };
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
    default: return tree.text;
  }
}

/** @param {Tex} tree @returns {Element} */
export function typeset(tree) {
  switch (tree.kind) {
    case 'name': return math('mi', {}, tree.text);
    case 'number': return math('mn', {}, tree.text);
    case 'text': return math('mtext', {}, tree.text);
    case 'space': return math('mspace', { width: { thin: '0.17em', thick: '0.28em' }[tree.text] ?? '1em' });
    case 'operator': return math('mo', {}, tree.text);
    case 'row': return math('mrow', {}, ...tree.items.map(typeset));
    case 'slope': return math('mrow', {}, math('mi', { mathvariant: 'normal' }, '∇'), typeset(tree.of));
    case 'call': return call(tree);
    case 'script': return script(tree);
  }
}

/** @param {Call} call */
function call({ name, inside }) {
  if (name in ACCENTS) return math('mover', { accent: 'true' }, typeset(inside[0]), math('mo', {}, ACCENTS[name]));
  return math(name === 'sqrt' ? 'msqrt' : 'mfrac', {}, ...inside.map(typeset));
}

/** @param {Script} script */
function script({ base, sub, sup }) {
  const tag = sub && sup ? 'msubsup' : sub ? 'msub' : 'msup';
  return math(tag, {}, typeset(base), sub ? typeset(sub) : null, sup ? typeset(sup) : null);
}

/** A whole formula from its source. @param {string} source */
export function tex(source) {
  return math('math', {}, typeset(parse(source)));
}

/** @param {Leaf['kind']} kind @param {Record<string, string>} texts @returns {Record<string, Leaf>} */
function leaves(kind, texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { kind, text }]));
}
