export type Point = number[];
export interface Recipe {
    version?: 1;
    surface: ModelSurface | FunctionSurface | ExpressionSurface;
    runs: RunRecipe[];
    steps: number;
    until?: { loss_below: number } | { gradient_below: number };
}
export interface ModelSurface {
    model: string;
    data: string | Point[];
    reduce?: "half-sum" | "sum" | "mean";
    validation?: Point[];
}
export interface FunctionSurface {
    function: string;
    [knob: string]: string | number;
}
export interface ExpressionSurface {
    expression: string;
}
export interface RunRecipe {
    method: string;
    start?: Point;
    learning_rate?: number;
    name?: string;
    convention?: "course" | "pytorch" | "optax" | "keras";
    schedule?: Schedule;
    momentum_schedule?: Schedule;
    changes?: [t: number, learning_rate: number][];
    batch?: { size: number; order?: "cyclic" | "shuffled"; seed?: number };
    noise?: { deviation: number; seed?: number };
    [knob: string]: unknown;
}
export interface Schedule {
    kind: string;
    unit?: "step" | "epoch";
    [knob: string]: string | number | undefined;
}
export interface FigureRecipe extends Recipe {
    view?: object;
    ponders?: object[];
    title?: string;
    alt?: string;
}
export interface Fault {
    path: string;
    kind: "unknown" | "missing" | "wrong";
    given: string;
    allowed: string;
    message: string;
}
export interface Note extends Fault {
    taken: number | null;
}
export interface Opened {
    figure: FigureRecipe;
    at: number | null;
    notes: Note[];
}
export interface Part {
    symbol: string;
    part: "looked_at" | "gradient" | "memory" | "scale" | "model" | "term" | "move" | "arrived";
    value: Point;
}
export interface Entry {
    t: number;
    at: (number | null)[];
    loss: number | null;
    epoch: number;
    batch: number[] | null;
    rate: number | null;
    momentum: number | null;
    looked_at: Point | null;
    gradient: Point | null;
    memory: Record<string, Point> | null;
    scale: Point | null;
    move: Point | null;
    parts: Part[] | null;
}
export interface Outcome {
    kind: "diverged" | "converged" | "cycling" | "stalled" | "running";
    step: number;
    sentence: string;
}
export interface Knob {
    id: string;
    symbol: string;
    about: string;
    min: number;
    max: number;
    scale: "log" | "linear" | "flag" | "words";
    words: string[] | null;
    default: number | boolean | string | null;
}
export interface Form {
    convention: "course" | "pytorch" | "optax" | "keras";
    knobs: Knob[];
    writings: { when: Record<string, boolean | string | number>; formula: string[] }[];
}
export interface MethodInfo {
    id: string;
    title: string;
    source: string;
    forms: Form[];
}
export interface Tables {
    surfaces: { id: string; title: string; formula: string; source: string; knobs: Knob[] }[];
    models: { id: string; sample: string | number[][] }[];
    reductions: string[];
    data: { id: string; title: string; source: string }[];
    schedules: ScheduleInfo[];
    momentum_schedules: ScheduleInfo[];
}
export interface ScheduleInfo {
    id: string;
    title: string;
    formula: string;
    about: string;
    source: string;
    knobs: Knob[];
}
export type Parsed =
| { tex: string; plain: string }
| { mistake: string; column: number; width: number; found: string; allowed: string };
export type Happening = "u-turn" | "uphill" | "plateau" | { loss_below: number } | { gradient_below: number };
export interface Mark {
    kind: "guess" | "truth" | "gap";
    at: Point;
    from?: Point;
}
export interface Now {
    step: number;
    limit: number;
    part?: Part["part"];
    pointed?: number;
    marks?: Mark[];
}
export interface Probe {
    loss: number | null;
    gradient: (number | null)[];
}
export interface Facts {
    surface: {
        title: string;
        formula: string;
        parameters: string[];
        domain: [Point, Point] | null;
        start: Point;
        minima: Point[];
        knobs: { knob: Knob; value: number | boolean | string }[];
        model: boolean;
    };
    window: [Point, Point];
    camera: { yaw: number; pitch: number };
    runs: {
        name: string;
        method: string;
        convention: string;
        conventions: string[];
        formula: string[];
        knobs: { knob: Knob; value: number | boolean | string }[];
        start: Point;
        color: { light: string; dark: string; print: string };
    }[];
}
export interface Racer {
    rate: number | null;
    schedule: Schedule | null;
    momentum_schedule: Schedule | null;
    changes: [t: number, learning_rate: number][];
    batch: { size: number; shuffled: boolean; seed: number | null } | null;
    noise: { deviation: number; seed: number } | null;
    first_step: number | null;
    evaluations: { values: number; gradients: number; curvatures: number; points: number };
    level: number;
}
export interface Race {
    runs: Racer[];
    price: number;
    unit: "points" | "looks";
    tolerance: number;
    rules: {
        rule: "same-start" | "same-draws" | "same-rate" | "same-first-step" | "same-gradients" | "same-price";
        than: number;
        gaps: { run: number; size: number | null }[];
    }[];
}
export interface Swept {
    own: { rate: number; loss: number | null };
    best: { rate: number; loss: number } | null;
    holds: boolean;
    rate: number;
}
export interface RunResult {
    last: number | null;
    reached: number | null;
    u_turns: number;
    uphill: number;
    evaluations: { values: number; gradients: number; curvatures: number; points: number };
    outcome: { kind: Outcome["kind"]; sentence: string } | null;
}
export interface Sheet {
    rows: number[][];
    notes: {
        separator: "tabs" | "semicolons" | "commas" | "spaces";
        header: string | null;
        comma: [given: string, read: number] | null;
    };
}
export interface SheetProblem {
    line: number;
    cell: number | null;
    kind: string;
    given: string;
    allowed: string;
    message: string;
}
export interface MadeData {
    curve: "line" | "sigmoid";
    w: number[];
    b?: number;
    rows?: number;
    zeros?: number;
    low?: number;
    high?: number;
    noise?: number;
    seed?: number;
}
export class Figure {
    free(): void;
    [Symbol.dispose](): void;
    change(figure: FigureRecipe): void;
    data(): Float64Array;
    entry(run: number, t: number): Entry;
    event(run: number, event: Happening): number | undefined;
    facts(): Facts;
    locate(view: string, width: number, height: number, x: number, y: number): Float64Array | undefined;
    look(window: Float64Array | number[] | null | undefined, moving: boolean): Float64Array;
    mark(width: number, height: number, step: number): Float64Array | undefined;
    moving(view: string, canvas: HTMLCanvasElement, scale: number, theme: string, now: Now): void;
    nearest(width: number, height: number, x: number, y: number, step: number, reach: number): Uint32Array | undefined;
    constructor(figure: FigureRecipe, phrases: Record<string, string> | undefined);
    outcome(run: number): Outcome;
    part_at(width: number, height: number, x: number, y: number, now: Now): string | undefined;
    parts(t: number): string[];
    place(view: string, width: number, height: number, w: number, b: number): Float64Array | undefined;
    points(run: number): Float64Array;
    probe(w: number, b: number): Probe;
    race(step: number, limit: number): Race;
    rates(rule: string): (number | null)[];
    reading(width: number, height: number, x: number, y: number, step: number): Reading | undefined;
    results(limit: number, below: number): RunResult[];
    rise(height: string): void;
    show(curves: string[]): void;
    still(view: string, canvas: HTMLCanvasElement, scale: number, theme: string): void;
    turn(yaw: number, pitch: number): void;
    readonly runs: number;
    readonly steps: number;
}
export class Run {
    free(): void;
    [Symbol.dispose](): void;
    constructor(recipe: Recipe, run: number, from?: number | null);
    next(): Entry | null;
}
export class Sweep {
    free(): void;
    [Symbol.dispose](): void;
    advance(looks: number): boolean;
    found(): (Swept | null)[];
    constructor(recipe: Recipe);
    readonly grid: Float64Array;
    readonly looks: number;
}
export function __wbg_reset_state(): void;
export function check(recipe: Recipe): Fault[];
export function decode(text: string): Opened;
export function encode(figure: FigureRecipe, at?: number | null): string;
export function expression(text: string): Parsed;
export function make_data(order: MadeData): number[][];
export function methods(): MethodInfo[];
export function read_data(text: string, columns: number): Sheet | { problems: SheetProblem[] };
export function step(recipe: Recipe, run: number, t: number): Entry;
export function tables(): Tables;
export function trajectory(recipe: Recipe): Float64Array;
export function version(): string;
export function write_data(numbers: Float64Array | number[], columns: number): string;
