// The arithmetic of a formula, so that the numbers that are shown in it can be checked to add up. It knows no rule: what
// a symbol stands for is asked.

/** @typedef {import('./tex.js').Tex} Tex */
/** @typedef {(tree: Tex) => number | undefined} Look the number of a part, if it has one of its own */
/** @typedef {{ items: Tex[], at: number, look: Look }} Cursor */

/** @type {Record<string, (...given: number[]) => number>} */
const FUNCTIONS = {
  max: Math.max, min: Math.min, sign: Math.sign,
  clip: (x, low, high) => Math.min(Math.max(x, low), high),
};

/** @type {Record<string, (a: number, b: number) => boolean>} */
const RELATIONS = {
  '>': (a, b) => a > b, '<': (a, b) => a < b, '≥': (a, b) => a >= b, '≤': (a, b) => a <= b, '=': (a, b) => a === b, '≠': (a, b) => a !== b,
};

/**
 * The value of a formula; NaN where it has none.
 * @param {Tex} tree @param {Look} look @returns {number}
 */
export function evaluate(tree, look) {
  const found = look(tree);
  if (found !== undefined) return found;
  switch (tree.kind) {
    case 'number': return Number(tree.text);
    case 'row': return sum({ items: bare(tree.items), at: 0, look });
    case 'script': return tree.sup ? evaluate(tree.base, look) ** evaluate(tree.sup, look) : NaN;
    case 'cases': {
      const row = tree.rows.find(([, when]) => holds(when, look));
      return row ? evaluate(row[0], look) : NaN;
    }
    case 'call': {
      const [a, b] = tree.inside.map((part) => evaluate(part, look));
      return tree.name === 'sqrt' ? Math.sqrt(a) : tree.name === 'frac' ? a / b : NaN;
    }
    default: return NaN;
  }
}

/** Without the parentheses around it, and without space. @param {Tex[]} items */
function bare(items) {
  const seen = items.filter(({ kind }) => kind !== 'space');
  return is(seen[0], '(') ? seen.slice(1, -1) : seen;
}

/** @param {Tex | undefined} tree @param {...string} texts */
const is = (tree, ...texts) => tree?.kind === 'operator' && texts.includes(tree.text);

/** Whether it is the case. @param {Tex} when @param {Look} look */
function holds(when, look) {
  const items = when.kind === 'row' ? bare(when.items) : [when];
  if (items.some(({ kind }) => kind === 'text')) return true;
  const at = items.findIndex((item) => item.kind === 'operator' && item.text in RELATIONS);
  const relation = /** @type {import('./tex.js').Leaf} */ (items[at]);
  const [left, right] = [items.slice(0, at), items.slice(at + 1)].map((side) => evaluate({ kind: 'row', items: side }, look));
  return RELATIONS[relation.text](left, right);
}

/** @param {Cursor} cursor */
function sum(cursor) {
  let total = 0;
  for (let first = true; first || is(cursor.items[cursor.at], '+', '−'); first = false) {
    const minus = is(cursor.items[cursor.at], '−');
    if (is(cursor.items[cursor.at], '+', '−')) cursor.at += 1;
    total += (minus ? -1 : 1) * product(cursor);
  }
  return total;
}

/** Factors with a dot or with nothing between them. @param {Cursor} cursor */
function product(cursor) {
  let total = factor(cursor);
  while (cursor.at < cursor.items.length && !is(cursor.items[cursor.at], '+', '−', '|', ',')) {
    if (is(cursor.items[cursor.at], '·', '×', '⊙')) cursor.at += 1;
    total *= factor(cursor);
  }
  return total;
}

/** @param {Cursor} cursor */
function factor(cursor) {
  const item = cursor.items[cursor.at];
  cursor.at += 1;
  if (!item) return NaN;
  if (is(item, '|')) {
    const inside = sum(cursor);
    cursor.at += 1;
    return Math.abs(inside);
  }
  if (item.kind !== 'operator') return evaluate(item, cursor.look);
  const [work, list] = [FUNCTIONS[item.text], cursor.items[cursor.at]];
  cursor.at += 1;
  return list?.kind === 'row' && item.text in FUNCTIONS ? work(...given({ items: bare(list.items), at: 0, look: cursor.look })) : NaN;
}

/** What stands between commas. @param {Cursor} cursor */
function given(cursor) {
  const list = [sum(cursor)];
  while (is(cursor.items[cursor.at], ',')) {
    cursor.at += 1;
    list.push(sum(cursor));
  }
  return list;
}
