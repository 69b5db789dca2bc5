// What the screen is like: light or dark, how dense, moving or still, or paper. Fires "change".

const DENSEST = 3;

export class Screen extends EventTarget {
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #signal;
  #wish;
  #printing = false;

  /** @param {AbortSignal} signal @param {() => string | null | undefined} wish the theme that page or figure ask for */
  constructor(signal, wish) {
    super();
    this.#signal = signal;
    this.#wish = wish;
    const told = () => this.tell();
    this.#dark.addEventListener('change', told, { signal });
    this.#calm.addEventListener('change', told, { signal });
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    this.#watchDensity();
  }

  /** @returns {ThemeName} */
  get theme() {
    if (this.#printing) return 'print';
    const wish = this.#wish();
    if (wish === 'light' || wish === 'dark') return wish;
    return this.#dark.matches ? 'dark' : 'light';
  }

  /** Device pixels per CSS pixel. */
  get scale() {
    return Math.min(devicePixelRatio, DENSEST);
  }

  /** Whether the reader asked for less motion. */
  get calm() {
    return this.#calm.matches;
  }

  tell() {
    this.dispatchEvent(new Event('change'));
  }

  /** @param {boolean} printing */
  #print(printing) {
    this.#printing = printing;
    this.tell();
    this.dispatchEvent(new Event('now'));
  }

  // A media query knows one density; when that is left, the next one is watched.
  #watchDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      this.tell();
      this.#watchDensity();
    }, { signal: this.#signal, once: true });
  }
}
