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

/** A model's loss over data points. */
export interface ModelSurface {
    model: string;
    data: string | Point[];
    reduce?: "half-sum" | "sum" | "mean";
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
    convention?: string;
    [knob: string]: string | number | Point | undefined;
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

/** A named vector of an update. */
export interface Part {
    symbol: string;
    part: "looked_at" | "gradient" | "memory" | "scale" | "term" | "move" | "arrived";
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

/** A number that a recipe may set. */
export interface Knob {
    id: string;
    symbol: string;
    about: string;
    min: number;
    max: number;
    scale: "log" | "linear";
    default: number | null;
}

/** An optimizer: its formula in TeX (one line an assignment), its source, its knobs. */
export interface MethodInfo {
    id: string;
    title: string;
    formula: string[];
    source: string;
    knobs: Knob[];
}

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
    marks?: Mark[];
}

/** What a page wants to know of a figure before anything is drawn. Angles in radians. */
export interface Facts {
    surface: {
        title: string;
        formula: string;
        parameters: string[];
        domain: [Point, Point];
        start: Point;
        minima: Point[];
        knobs: { knob: Knob; value: number }[];
        model: boolean;
    };
    window: [Point, Point];
    camera: { yaw: number; pitch: number };
    runs: { name: string; method: string; start: Point; color: { light: string; dark: string; print: string } }[];
}
