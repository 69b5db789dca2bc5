// What the package ponder-figure gives to those who write TypeScript.

export type ViewName = 'surface' | 'contour' | 'fit' | 'curves' | 'rule' | 'table';

export interface Recipe {
  surface: { model: string; [key: string]: unknown } | { function: string; [knob: string]: unknown } | { expression: string };
  runs: { method: string; start?: readonly number[]; learning_rate?: number; name?: string; [knob: string]: unknown }[];
  steps: number;
  until?: { loss_below: number } | { gradient_below: number };
  version?: 1;
}

export interface Question {
  id?: string;
  at: number | 'end' | { event: 'u-turn' | 'uphill' | 'plateau' | { loss_below: number } | { gradient_below: number } };
  kind: 'choose' | 'click' | 'draw' | 'type' | 'order';
  ask: string;
  options?: ({ text: string; right?: boolean; why?: string } | string)[];
  answer?: unknown;
  why?: string;
}

/** A recipe and how it is shown and asked about. */
export interface Figure extends Recipe {
  view?: { views?: ViewName[]; theme?: 'light' | 'dark' | 'auto'; knobs?: string[]; [key: string]: unknown };
  ponders?: Question[];
  title?: string;
  alt?: string;
}

/** Point t of a run and the update that leaves it; the update's keys are null in the last. */
export interface Entry {
  t: number;
  at: number[];
  loss: number | null;
  epoch: number;
  batch: number[] | null;
  rate: number | null;
  momentum: number | null;
  looked_at: number[] | null;
  gradient: number[] | null;
  memory: Record<string, number[]> | null;
  scale: number[] | null;
  move: number[] | null;
  parts: { symbol: string; part: string; value: number[] }[] | null;
}

export interface Fault {
  path: string;
  kind: string;
  given: string;
  allowed: string;
  message: string;
}

/** Resolves when the wasm is loaded; before that the functions below throw. */
export const ready: Promise<void>;
/** Runs × (steps + 1) × (P + 1) numbers: the P parameters, then the loss. */
export function trajectory(recipe: Recipe): Float64Array;
export function step(recipe: Recipe, run: number, t: number): Entry;
export function check(recipe: unknown): Fault[];
export class Run {
  constructor(recipe: Recipe, run: number);
  next(): Entry | null;
  free(): void;
}
export function version(): string;
/** The link to a figure, opened at a step. */
export function encode(figure: Figure, at?: number | null): string;
/** The figure that a link or a whole address says; neither `at` nor `notes` is seen by JSON or spreading. */
export function decode(link: string): Figure & { readonly at: number | null; readonly notes: { path: string; message: string }[] };
/** Opens in a figure what the page's address says, now and whenever it changes. */
export function follow(figure: PonderFigureElement): Promise<void>;
/** Draws one view of a recipe once, without its runs. */
export function sketch(recipe: Recipe, canvas: HTMLCanvasElement, how?: { view?: ViewName; scale?: number; theme?: 'light' | 'dark' | 'print' }): void;
/** Brings another language, before the figures start. */
export function words(lang: string, words: Record<string, string>, more?: {
  workbench?: Record<string, string>;
  exhibits?: Record<string, string>;
  /** What the numbers' side says, from English. */
  phrases?: Record<string, string>;
  dir?: 'ltr' | 'rtl';
}): void;

/** What the bundles beside the module take of it; no part of what is promised. */
export const kit: object;

export interface PonderEvents {
  ready: CustomEvent<{ steps: number; runs: number }>;
  step: CustomEvent<{ step: number }>;
  play: CustomEvent<Record<string, never>>;
  pause: CustomEvent<{ step: number }>;
  ponder: CustomEvent<{ id: string; step: number; kind: Question['kind'] }>;
  answer: CustomEvent<{ id: string; answer: unknown; correct: boolean; gap: number | null }>;
}

export interface PonderFigureElement extends HTMLElement {
  /** Resolves with the element once its first frame is drawn, rejects for a bad recipe; new after each new recipe. */
  readonly ready: Promise<PonderFigureElement>;
  get recipe(): Figure | null;
  set recipe(figure: Figure | string | undefined);
  step: number;
  readonly steps: number;
  readonly playing: boolean;
  seek(step: number): void;
  play(): void;
  pause(): void;
  skip(): void;
  points(run: number): Float64Array;
  addEventListener<K extends keyof PonderEvents>(type: K, listener: (event: PonderEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'ponder-figure': PonderFigureElement;
  }
}
