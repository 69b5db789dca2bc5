// What a notebook's front end does with a widget: its module as a blob, a model, a place.
const state = await (await fetch('state.json')).json();
const code = await (await fetch('widget.js')).text();
const { default: widget } = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));

const model = {
  get: (/** @type {string} */ name) => state[name],
  set: (/** @type {string} */ name, /** @type {unknown} */ value) => { state[name] = value; },
  save_changes: () => { document.documentElement.dataset.state = JSON.stringify(state); },
  on: () => {},
  off: () => {},
};
widget.render({ model, el: document.getElementById('output') });
