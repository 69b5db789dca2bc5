/** One number a parameter: [w, b]. */
export type Point = number[];

/** What a run is: a surface, one or more optimizers, a number of steps. */
export interface Recipe {
    version?: 1;
    surface: ModelSurface | FunctionSurface | ExpressionSurface;
    runs: RunRecipe[];
    steps: number;
    until?: { loss_below: number } | { gradient_below: number };
}

/** A model's loss over data points; a run is never trained on those of `validation`. */
export interface ModelSurface {
    model: string;
    data: string | Point[];
    reduce?: "half-sum" | "sum" | "mean";
    validation?: Point[];
}

/** An analytic surface with its knobs. */
export interface FunctionSurface {
    function: string;
    [knob: string]: string | number;
}

/** A reader's own function of w and b (or x and y). */
export interface ExpressionSurface {
    expression: string;
}

/** One optimizer with its start and its knobs. */
export interface RunRecipe {
    method: string;
    start?: Point;
    learning_rate?: number;
    name?: string;
    convention?: "course" | "pytorch" | "optax" | "keras";
    schedule?: Schedule;
    momentum_schedule?: Schedule;
    /** From update t on this rate. */
    changes?: [t: number, learning_rate: number][];
    batch?: { size: number; order?: "cyclic" | "shuffled"; seed?: number };
    noise?: { deviation: number; seed?: number };
    [knob: string]: unknown;
}

/** What multiplies the learning rate, or stands in for the momentum, with its knobs. */
export interface Schedule {
    kind: string;
    unit?: "step" | "epoch";
    [knob: string]: string | number | undefined;
}

/** A recipe with its picture and its questions. */
export interface FigureRecipe extends Recipe {
    view?: object;
    ponders?: object[];
    title?: string;
    alt?: string;
}

/** One thing that is wrong with a recipe. */
export interface Fault {
    path: string;
    kind: "unknown" | "missing" | "wrong";
    given: string;
    allowed: string;
    message: string;
}

/** Something in a link that was not right: `taken` instead of what was given, or left out. */
export interface Note extends Fault {
    taken: number | null;
}

/** What a link says. */
export interface Opened {
    figure: FigureRecipe;
    at: number | null;
    notes: Note[];
}

/** A named vector of an update. */
export interface Part {
    symbol: string;
    part: "looked_at" | "gradient" | "memory" | "scale" | "model" | "term" | "move" | "arrived";
    value: Point;
}

/** Point t of a run and the update that leaves it; the update's keys are null at the end of the run. */
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

/** How a run ended. */
export interface Outcome {
    kind: "diverged" | "converged" | "cycling" | "stalled" | "running";
    step: number;
    sentence: string;
}

/** What a recipe may set: a number, a switch, one of a few words. */
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

/** A rule as one convention has it: its knobs, and its formula in TeX (one line an assignment) for every setting of its switches, the last for all others. */
export interface Form {
    convention: "course" | "pytorch" | "optax" | "keras";
    knobs: Knob[];
    writings: { when: Record<string, boolean | string | number>; formula: string[] }[];
}

/** An optimizer with the conventions that have it, the default first. */
export interface MethodInfo {
    id: string;
    title: string;
    source: string;
    forms: Form[];
}

/** What a recipe can name besides methods. */
export interface Tables {
    surfaces: { id: string; title: string; formula: string; source: string; knobs: Knob[] }[];
    models: { id: string; sample: string | number[][] }[];
    reductions: string[];
    data: { id: string; title: string; source: string }[];
    schedules: ScheduleInfo[];
    momentum_schedules: ScheduleInfo[];
}

/** A schedule with its knobs. */
export interface ScheduleInfo {
    id: string;
    title: string;
    formula: string;
    about: string;
    source: string;
    knobs: Knob[];
}

/** A text as a function, or the first mistake in it; columns are characters from 1. */
export type Parsed =
    | { tex: string; plain: string }
    | { mistake: string; column: number; width: number; found: string; allowed: string };

/** What may happen on the way. */
export type Happening = "u-turn" | "uphill" | "plateau" | { loss_below: number } | { gradient_below: number };

/** A reader's answer, the truth, and the line between them; with `from` an arrow starts there. */
export interface Mark {
    kind: "guess" | "truth" | "gap";
    at: Point;
    from?: Point;
}

/** A moment of a figure: no point after step `limit` is shown. */
export interface Now {
    step: number;
    limit: number;
    part?: Part["part"];
    /** The step that the reader points at in some view. */
    pointed?: number;
    marks?: Mark[];
}

/** The numbers of the land at a point. */
export interface Probe {
    loss: number | null;
    gradient: (number | null)[];
}

/** What a page wants to know of a figure before anything is drawn. Angles in radians. More than two parameters have no domain, and a window without meaning. */
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
        /** All that have this method. */
        conventions: string[];
        formula: string[];
        knobs: { knob: Knob; value: number | boolean | string }[];
        start: Point;
        color: { light: string; dark: string; print: string };
    }[];
}

/** What one run of a race was given, and what it has paid by now. */
export interface Racer {
    /** The base rate; null for a rule without one. */
    rate: number | null;
    schedule: Schedule | null;
    momentum_schedule: Schedule | null;
    changes: [t: number, learning_rate: number][];
    batch: { size: number; shuffled: boolean; seed: number | null } | null;
    noise: { deviation: number; seed: number } | null;
    /** Its length; null where it is not finite or not to be known yet. */
    first_step: number | null;
    evaluations: { values: number; gradients: number; curvatures: number; points: number };
    /** The last step by which it had paid no more than the thriftiest run has by now. */
    level: number;
}

/** How fair a race is: a rule holds where it has no gaps. Sizes: the distance of a start, else a ratio to run `than`. */
export interface Race {
    runs: Racer[];
    /** What the thriftiest run has paid by now, in data points visited or in looks of every kind. */
    price: number;
    unit: "points" | "looks";
    /** First steps within this share of each other count as equal. */
    tolerance: number;
    rules: {
        rule: "same-start" | "same-draws" | "same-rate" | "same-first-step" | "same-gradients" | "same-price";
        than: number;
        gaps: { run: number; size: number | null }[];
    }[];
}

/** What a sweep found for one run: rates, and the losses of the last step. */
export interface Swept {
    own: { rate: number; loss: number | null };
    best: { rate: number; loss: number } | null;
    holds: boolean;
    /** The better rate of the two. */
    rate: number;
}

/** What became of a run, as far as may be told. */
export interface RunResult {
    /** The loss of the last step; null where it is not to be known yet, or no number. */
    last: number | null;
    /** The first step with a loss below the tolerance. */
    reached: number | null;
    u_turns: number;
    uphill: number;
    evaluations: { values: number; gradients: number; curvatures: number; points: number };
    outcome: { kind: Outcome["kind"]; sentence: string } | null;
}

/** Rows of numbers read out of a text, and how it was understood. */
export interface Sheet {
    rows: number[][];
    notes: {
        separator: "tabs" | "semicolons" | "commas" | "spaces";
        header: string | null;
        /** The first number with a decimal comma, as written and as read. */
        comma: [given: string, read: number] | null;
    };
}

/** One thing in a text that cannot be read; `cell` is null where the whole line is meant. */
export interface SheetProblem {
    line: number;
    cell: number | null;
    kind: string;
    given: string;
    allowed: string;
    message: string;
}

/** How data are made: a curve with known weights, noise, and inputs that are mostly 0. */
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
