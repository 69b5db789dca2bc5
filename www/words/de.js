// German.
export { default as exhibits } from './exhibits.de.json' with { type: 'json' };
export { default as figure } from './de.json' with { type: 'json' };
export { default as phrases } from './phrases.de.json' with { type: 'json' };
export { default as workbench } from './workbench.de.json' with { type: 'json' };
