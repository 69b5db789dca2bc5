// The shapes that cross a border: figures as lessons write them, and what the wasm's exports take and give.

declare module '*.css' {
  const text: string;
  export default text;
}

/** The wasm, packed by the bundler. */
declare module '#packed' {
  const bytes: BlobPart;
  export default bytes;
}

/** What the loader of the single file gives to its program, by name. */
declare const PONDER_FILES: Record<string, ArrayBuffer>;

type Point = [number, number];
type ViewName = 'surface' | 'contour' | 'fit' | 'curves' | 'rule' | 'table';
/** A kind of curve over the steps. */
type CurveName = 'loss' | 'rates' | 'schedule' | 'sum' | 'memory';
/** How heights are drawn. */
type HeightName = 'linear' | 'log';
type ThemeName = 'light' | 'dark' | 'print';

/** Where a question waits. */
type Moment = number | 'end' | { event: Happening };
type Happening = 'u-turn' | 'uphill' | 'plateau' | { loss_below: number } | { gradient_below: number };

interface Option {
  text: string;
  right?: boolean;
  why?: string;
}

interface Ponder {
  id?: string;
  at: Moment;
  kind: string;
  ask: string;
  options?: (Option | string)[];
  answer?: unknown;
  why?: string;
  /** Of a closing question with options: whether several may be right. */
  many?: boolean;
  /** Of a closing question for a number: likely wrong ones. */
  wrong?: { value: number; why: string }[];
}

interface RunRecipe {
  method: string;
  start?: number[];
  [knob: string]: unknown;
}

interface FigureView {
  views?: ViewName[];
  curves?: CurveName[];
  knobs?: string[];
  theme?: 'light' | 'dark' | 'auto';
  height?: HeightName;
  palette?: 'topographic' | 'cividis';
  [key: string]: unknown;
}

/** A recipe, or a figure: a recipe with `view`, `ponders`, `title` and `alt`. */
interface FigureRecipe {
  surface: Record<string, unknown>;
  runs: RunRecipe[];
  steps: number;
  until?: Happening;
  view?: FigureView;
  ponders?: Ponder[];
  title?: string;
  alt?: string;
}

interface Term {
  symbol: string;
  part: string;
  value: number[];
}

/** Point t of a run and the update that leaves it. */
interface Entry {
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
  parts: Term[] | null;
}

interface Outcome {
  kind: string;
  step: number;
  sentence: string;
}

interface KnobInfo {
  id: string;
  symbol: string;
  about: string;
  min: number;
  max: number;
  scale: 'log' | 'linear' | 'flag' | 'words';
  words: string[] | null;
  default: number | boolean | string | null;
}

interface KnobFacts {
  knob: KnobInfo;
  value: number | boolean | string;
}

interface RunFacts {
  name: string;
  method: string;
  convention: string;
  /** All that have this method. */
  conventions: string[];
  formula: string[];
  knobs: KnobFacts[];
  start: number[];
  color: { light: string; dark: string };
}

/** What the wasm tells of a figure. */
interface FigureFacts {
  surface: { title: string; formula: string; parameters: string[]; domain: [Point, Point]; start: Point; minima: Point[]; knobs: KnobFacts[]; model: boolean };
  curves: { known: CurveName[]; shown: CurveName[]; panels: number };
  window: [Point, Point];
  /** The window of the data; null without data of one input. */
  fit: [Point, Point] | null;
  camera: { yaw: number; pitch: number };
  height: HeightName;
  runs: RunFacts[];
}

/** The same with the points to be fitted, if any. */
interface Facts extends FigureFacts {
  data: readonly Point[];
}

/** A reader's answer, the truth, and the line between them, as the views draw it. `from`: an arrow or line starts there. */
interface PonderMark {
  kind: 'guess' | 'truth' | 'gap';
  at: Point;
  from?: Point;
}

/** What stands at a step of the curves, name by name. */
interface Reading {
  step: number;
  values: [string, number | null][];
}

/** The time of a picture. */
interface Now {
  step: number;
  limit: number;
  part?: string;
  pointed?: number;
  marks?: PonderMark[];
}

/** What one run of a race was given, and what it has paid by now. */
interface Racer {
  rate: number | null;
  schedule: { kind: string } | null;
  momentum_schedule: { kind: string } | null;
  changes: [number, number][];
  batch: { size: number; shuffled: boolean; seed: number | null } | null;
  noise: { deviation: number; seed: number } | null;
  first_step: number | null;
  evaluations: { values: number; gradients: number; curvatures: number; points: number };
  level: number;
}

type RaceRule = 'same-start' | 'same-draws' | 'same-rate' | 'same-first-step' | 'same-gradients' | 'same-price';

interface Verdict {
  rule: RaceRule;
  than: number;
  gaps: { run: number; size: number | null }[];
}

/** How fair a race is: a rule holds where it has no gaps. */
interface Race {
  runs: Racer[];
  price: number;
  unit: 'points' | 'looks';
  tolerance: number;
  rules: Verdict[];
}

/** What a sweep found for one run. */
interface Swept {
  own: { rate: number; loss: number | null };
  best: { rate: number; loss: number } | null;
  holds: boolean;
  rate: number;
}

interface GlueSweep {
  readonly grid: Float64Array;
  readonly looks: number;
  advance(looks: number): boolean;
  found(): (Swept | null)[];
  free(): void;
}

/** What became of a run, as far as may be told. */
interface RunResult {
  last: number | null;
  reached: number | null;
  u_turns: number;
  uphill: number;
  evaluations: Racer['evaluations'];
  outcome: { kind: string; sentence: string } | null;
}

/** One thing in a text that cannot be read; `cell` is null where the whole line is meant. */
interface SheetProblem {
  line: number;
  cell: number | null;
  kind: string;
  given: string;
  allowed: string;
}

/** Rows out of a text, and how it was understood. */
interface SheetRows {
  rows: number[][];
  notes: { separator: string; header: string | null; comma: [string, number] | null };
}

type Sheet = SheetRows | { problems: SheetProblem[] };

/** Something in a link that was not right: what was taken instead, or null where it was left out. */
interface LinkNote {
  path: string;
  kind: string;
  given: string;
  allowed: string;
  taken: number | null;
  message: string;
}

/** A figure out of a link, with what JSON does not see of it. */
type Opened = FigureRecipe & { readonly at: number | null; readonly notes: LinkNote[] };

/** How data are made. */
interface MadeOrder {
  curve: 'line' | 'sigmoid';
  w: number[];
  b: number;
  rows: number;
  zeros: number;
  low: number;
  high: number;
  noise: number;
  seed: number;
}

interface GlueFigure {
  readonly steps: number;
  readonly runs: number;
  change(figure: unknown): void;
  turn(yaw: number, pitch: number): void;
  rise(height: HeightName): void;
  show(curves: string[]): void;
  reading(width: number, height: number, x: number, y: number, step: number): Reading | undefined;
  mark(width: number, height: number, step: number): Float64Array | undefined;
  still(view: string, canvas: HTMLCanvasElement, scale: number, theme: string): void;
  moving(view: string, canvas: HTMLCanvasElement, scale: number, theme: string, now: Now): void;
  locate(view: string, width: number, height: number, x: number, y: number): Float64Array | undefined;
  place(view: string, width: number, height: number, w: number, b: number): Float64Array | undefined;
  facts(): FigureFacts;
  data(): Float64Array;
  points(run: number): Float64Array;
  entry(run: number, t: number): Entry;
  parts(t: number): string[];
  event(run: number, event: unknown): number | undefined;
  probe(w: number, b: number): { loss: number | null; gradient: (number | null)[] };
  look(window: number[] | undefined, moving: boolean): Float64Array;
  nearest(width: number, height: number, x: number, y: number, step: number, reach: number): Uint32Array | undefined;
  part_at(width: number, height: number, x: number, y: number, now: Now): string | undefined;
  race(step: number, limit: number): Race;
  results(limit: number, below: number): RunResult[];
  rates(rule: string): (number | null)[];
  outcome(run: number): Outcome;
  free(): void;
}

interface GlueRun {
  next(): Entry | null | undefined;
  free(): void;
}

interface MethodInfo {
  id: string;
  title: string;
  forms: { convention: string; knobs: KnobInfo[]; writings: { when: Record<string, unknown>; formula: string[] }[] }[];
}

interface ScheduleInfo {
  id: string;
  title: string;
  formula: string;
  about: string;
  knobs: KnobInfo[];
}

/** What a recipe can name besides methods. */
interface Tables {
  surfaces: { id: string; title: string; formula: string; source: string; knobs: KnobInfo[] }[];
  models: { id: string; sample: string | number[][] }[];
  reductions: string[];
  data: { id: string; title: string; source: string }[];
  schedules: ScheduleInfo[];
  momentum_schedules: ScheduleInfo[];
}

/** A text as a function, or the first mistake in it. */
type Parsed = { tex: string; plain: string } | Misread;

interface Misread {
  mistake: string;
  column: number;
  width: number;
  found: string;
  allowed: string;
}

/** What wasm-bindgen makes of crates/wasm, as far as the page uses it. */
interface Glue {
  default(input?: { module_or_path: unknown }): Promise<unknown>;
  __wbg_reset_state(): void;
  trajectory(recipe: unknown): Float64Array;
  step(recipe: unknown, run: number, t: number): Entry;
  check(recipe: unknown): { path: string }[];
  encode(figure: unknown, at?: number): string;
  decode(link: string): { figure: FigureRecipe; at: number | null; notes: LinkNote[] };
  methods(): MethodInfo[];
  tables(): Tables;
  expression(text: string): Parsed;
  read_data(text: string, columns: number): Sheet;
  write_data(numbers: Float64Array, columns: number): string;
  make_data(order: MadeOrder): number[][];
  version(): string;
  Run: new (recipe: unknown, run: number, from?: number) => GlueRun;
  Figure: new (figure: unknown, phrases?: Readonly<Record<string, string>>) => GlueFigure;
  Sweep: new (recipe: unknown) => GlueSweep;
}

/** What is asked of many runs: which run of the recipe, and what they differ in. */
interface BulkAsk {
  kind: 'basins' | 'rates' | 'phase';
  run?: number;
  window?: [Point, Point];
  size?: number | [columns: number, rows: number];
  within?: number;
  below?: number;
  rates?: { from?: number; to?: number; count?: number };
  momenta?: { from?: number; to?: number; count?: number };
}

/** What the cells of a job differ in, and what is looked out for. */
interface BulkFacts {
  run: number;
  size: [columns: number, rows: number];
  axes: [string, string];
  across: number[];
  /** From the topmost row; null where there is no second number. */
  down: (number | null)[];
  window: [Point, Point] | null;
  targets: { at: Point; loss: number }[];
  within: number;
  below: number | null;
  /** Every how-manieth point of a path is kept. */
  stride: number;
  parameters: number;
  /** The largest rate at which each row can settle. */
  bounds: ({ formula: string; rate: number; curvature: number; at: Point } | null)[];
  /** The colours of the minima, then of elsewhere, cycling, diverged. */
  colours: Record<ThemeName, string[]>;
}

/** What is known of some cells, from cell `from` on: as many as `fates` has. */
interface BulkTile {
  from: number;
  /** A minimum by its number, or 253 elsewhere, 254 cycling, 255 diverged. */
  fates: Uint8Array;
  /** When; 4294967295 for never. */
  steps: Uint32Array;
  unders: Uint32Array;
  losses: Float64Array;
  ends: Float64Array;
  /** Four bytes a cell. */
  tints: Record<ThemeName, Uint8ClampedArray>;
  /** Rows of parameters and loss, where they are kept. */
  paths: Float64Array[];
}
