// Functions to start from, each with something to see.

/** @type {{ text: string, word: import('./words.js').Key }[]} */
export const EXAMPLES = [
  { text: '(w^2 - 1)^2 + (b^2 - 1)^2 + 0.3*w', word: 'example-wells' },
  { text: '0.1*(w^2 + b^2) - cos(2*w) - cos(2*b)', word: 'example-egg-box' },
  { text: '100*(b - w^2)^2 + (1 - w)^2', word: 'example-banana' },
  { text: 'abs(w) + 5*abs(b)', word: 'example-kinks' },
  { text: 'w^2 - b^2 + 0.1*b^4', word: 'example-saddle' },
  { text: '-exp(-4*(w - 1)^2 - 4*b^2) - 0.9*exp(-0.4*((w + 1)^2 + b^2))', word: 'example-sharp-flat' },
  { text: 'ln(1 + w^2 + 10*b^2)', word: 'example-flat-far' },
  { text: 'w^3 - 3*w*b^2 + 0.1*(w^2 + b^2)^2', word: 'example-three-ways' },
  { text: 'sqrt(w^2 + b^2) + 0.2*sin(8*w)', word: 'example-washboard' },
];
