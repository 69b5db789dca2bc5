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
export interface Figure extends Recipe {
  view?: { views?: ViewName[]; theme?: 'light' | 'dark' | 'auto'; knobs?: string[]; [key: string]: unknown };
  ponders?: Question[];
  title?: string;
  alt?: string;
}
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
export const ready: Promise<void>;
export function trajectory(recipe: Recipe): Float64Array;
export function step(recipe: Recipe, run: number, t: number): Entry;
export function check(recipe: unknown): Fault[];
export class Run {
  constructor(recipe: Recipe, run: number);
  next(): Entry | null;
  free(): void;
}
export function version(): string;
export function encode(figure: Figure, at?: number | null): string;
export function decode(link: string): Figure & { readonly at: number | null; readonly notes: { path: string; message: string }[] };
export function follow(figure: PonderFigureElement): Promise<void>;
export function sketch(recipe: Recipe, canvas: HTMLCanvasElement, how?: { view?: ViewName; scale?: number; theme?: 'light' | 'dark' | 'print' }): void;
export function words(lang: string, words: Record<string, string>, more?: {
  workbench?: Record<string, string>;
  exhibits?: Record<string, string>;
  phrases?: Record<string, string>;
  dir?: 'ltr' | 'rtl';
}): void;
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
