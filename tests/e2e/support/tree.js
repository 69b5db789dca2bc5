// What Chromium hands to a screen reader, as text: one line a thing, in the order in which it is read.
/** @typedef {{ nodeId: string, ignored: boolean, role?: Value, name?: Value, description?: Value, value?: Value, properties?: { name: string, value: Value }[], childIds?: string[], backendDOMNodeId?: number }} Node */
/** @typedef {{ value?: any }} Value */

/** Things that are nothing by themselves: what is in them stands in their place. */
const PLAIN = new Set(['none', 'generic', 'LineBreak', 'LabelText', 'Legend', 'form', 'paragraph', 'LayoutTableCell', 'strong', 'emphasis', 'rowgroup', 'ListMarker', 'deletion', 'insertion', 'mark', 'subscript', 'superscript']);
/** States that are told, and when: else they go without saying. @type {Record<string, (value: any) => string>} */
const STATES = {
  checked: (value) => (value === 'true' ? 'checked' : 'not checked'),
  pressed: (value) => (value === 'true' ? 'pressed' : 'not pressed'),
  expanded: (value) => (value ? 'expanded' : 'collapsed'),
  selected: (value) => (value ? 'selected' : 'not selected'),
  disabled: (value) => (value ? 'disabled' : ''),
  readonly: (value) => (value ? 'read-only' : ''),
  invalid: (value) => (value === 'true' ? 'invalid' : ''),
  live: (value) => value,
  valuetext: (value) => `“${value}”`,
  sort: (value) => `sorted ${value}`,
  current: (value) => `current ${value}`,
  roledescription: (value) => value,
  modal: (value) => (value ? 'modal' : ''),
  level: (value) => `level ${value}`,
  keyshortcuts: (value) => `key ${value}`,
};
/** What is closed, or has no inside for anybody who listens. */
const SHUT = new Set(['combobox', 'button', 'textbox', 'spinbutton', 'slider']);
/** Roles of which only those can be selected. */
const CHOSEN = new Set(['tab', 'option', 'row', 'gridcell']);

/** The tree below an element. @param {import('playwright-core').Locator} place */
export async function tree(place) {
  const session = await place.page().context().newCDPSession(place.page());
  await place.evaluate((element) => { /** @type {any} */ (globalThis).wanted = element; });
  const { result: { objectId } } = await session.send('Runtime.evaluate', { expression: 'wanted' });
  const { node: { backendNodeId } } = await session.send('DOM.describeNode', { objectId });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.send('DOM.enable');
  const { nodes: all } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  const given = new Map(all.map(({ backendNodeId, attributes = [] }) => [backendNodeId, attributes]));
  for (const node of nodes) told(node, given.get(node.backendDOMNodeId) ?? []);
  const known = new Map(nodes.map((node) => [node.nodeId, /** @type {Node} */ (node)]));
  const top = nodes.find((node) => node.backendDOMNodeId === backendNodeId);
  return `${lines(/** @type {Node} */ (top), known, '').join('\n')}\n`;
}

/** What the protocol leaves out of what is told: a slider's value in words, how a column is sorted, which item is the present one. @param {any} node @param {string[]} attributes */
function told(node, attributes) {
  for (const name of ['valuetext', 'sort', 'current']) {
    const place = attributes.indexOf(`aria-${name}`);
    if (place < 0) continue;
    node.properties = (node.properties ?? []).filter((/** @type {any} */ property) => property.name !== name);
    node.properties.push({ name, value: { value: attributes[place + 1] } });
  }
}

/** @param {Node} node @param {Map<string, Node>} known @param {string} indent @returns {string[]} */
function lines(node, known, indent) {
  const role = node.role?.value;
  if (role === 'InlineTextBox') return [];
  const children = (node.childIds ?? []).flatMap((id) => known.get(id) ?? []);
  const within = (/** @type {string} */ indent) => children.flatMap((child) => lines(child, known, indent));
  if (node.ignored || PLAIN.has(role)) return within(indent);
  if (role === 'StaticText') return [`${indent}${flat(node.name?.value)}`].filter((line) => line.trim());
  if (role === 'MathMLMath') return [`${indent}math ${flat(words(node, known))}`];
  const name = flat(node.name?.value ?? '');
  if (role === 'caption') return [];
  // What is said as the name or the value is not said again.
  const inside = SHUT.has(role) ? [] : within(`${indent}  `);
  const text = inside.map((line) => line.trim()).join(' ');
  const rest = [name, flat(String(node.value?.value ?? ''))].includes(text) ? [] : inside;
  // A place where something may be said is nothing until then.
  if (role === 'status' && rest.length === 0 && !name) return [];
  return [`${indent}${head(node, name)}`, ...rest];
}

/** @param {Node} node @param {string} name */
function head({ role, description, value, properties = [] }, name) {
  const told = properties.flatMap(({ name: key, value: { value: held } }) => {
    if (key === 'selected' && !CHOSEN.has(role?.value)) return [];
    return STATES[key]?.(held) || [];
  });
  const said = told.some((word) => word.startsWith('“'));
  const held = value?.value !== undefined && value.value !== '' && !said ? [`“${flat(String(value.value))}”`] : [];
  const more = description?.value ? [`(${flat(description.value)})`] : [];
  return [role?.value, name && JSON.stringify(name), ...held, ...told, ...more].filter(Boolean).join(' ');
}

/** @param {Node} node @param {Map<string, Node>} known @returns {string} */
function words(node, known) {
  if (node.role?.value === 'StaticText') return node.name?.value ?? '';
  return (node.childIds ?? []).map((id) => known.get(id)).map((child) => (child ? words(child, known) : '')).join(' ');
}

/** @param {string} text */
const flat = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
