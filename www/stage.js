// A live figure without its looks: recipe, run, time, questions. Parts read it and listen to its events:
//   frame     what moves has moved: the step, a mark, the part that is looked at or talked about
//   part      the reader goes through a step in parts, and is at another one
//   land      the recipe, the camera or the scale of heights is another one
//   curves    other curves are shown
//   question  a question came up, was answered or skipped
//   change    the recipe is another one
//   pace      steps are gone through in parts, or are whole again
//   say       something happened that is to be heard
//   aim       the reader points at another place for an answer
//   pointed   the reader points at another step, in whatever view
//   look      the map shows another window
//   broken    the numbers failed twice at what this figure asked for
import { rows } from './data.js';
import { hold } from './engine.js';
import { Lens } from './lens.js';
import { marks } from './marks.js';
import { Pace } from './pace.js';
import { changes } from './recipe.js';
import { Player } from './player.js';
import { Pointed } from './pointed.js';
import { Questions } from './questions.js';
import { Broken } from './recovery.js';
import { framed, ground } from './shape.js';
import { judge, told } from './truth.js';
import { phrases, translated } from './words.js';

/** @typedef {import('./questions.js').Question} Question */

export class Stage extends EventTarget {
  figure;
  player = new Player(0);
  pace = new Pace(this);
  /** The step that the reader points at, beside the one that is shown. */
  pointed = new Pointed(this.player, () => {
    this.#tell('pointed');
    this.#tell('frame');
  });
  /** The window of the map. */
  lens = new Lens((work) => this.use(work), () => this.#tell('look'));
  /** @type {Facts} */
  facts;
  /** Where the reader points for a click or a draw question. @type {Point | null} */
  aim = null;
  /** The part of a step that is talked about. @type {string | undefined} */
  part = undefined;
  /** Where the camera stands; the wasm forgets it with its instance. @type {{ yaw: number, pitch: number } | null} */
  camera = null;
  /** How the reader wants heights to be drawn; the wasm forgets it with its instance. @type {HeightName | null} */
  height = null;
  /** The curves that the reader wants to see; the wasm forgets them with its instance. @type {CurveName[] | null} */
  curves = null;
  /** What the reader has changed of the figure as it came. @type {ReturnType<typeof changes>} */
  changes = [];
  /** The figure as it came: the questions are about it. */
  #first;
  #came;
  #handle;
  /** @type {Questions} */
  #questions;
  /** @type {Float64Array[]} */
  #points = [];
  /** The question that was judged last. @type {Question | undefined} */
  #judged = undefined;

  /**
   * @param {FigureRecipe} figure plain data; a bad one throws
   * @param {Stage} [from] whose reader goes on with this one
   */
  constructor(figure, from) {
    super();
    this.figure = figure;
    this.#first = figure;
    if (from) this.#see(from);
    this.#handle = this.double();
    // A figure with a question that nobody could ask is refused here, before the questions are read.
    this.use(() => {});
    const same = from && JSON.stringify(from.figure.ponders) === JSON.stringify(figure.ponders);
    this.#questions = same ? from.#questions : new Questions(figure.ponders ?? []);
    this.facts = this.#read();
    this.#came = this.facts;
    if (from) this.#goOn(from);
    for (const type of ['frame', 'play', 'pause', 'step', 'part']) {
      this.player.addEventListener(type, () => this.#tell(type));
    }
    // After the step and the pause have been told: whoever hears of a question may answer it and play on.
    this.player.addEventListener('step', () => this.player.playing || this.arrive());
    this.player.addEventListener('pause', () => this.arrive());
  }

  /** Shows what the reader of another stage wants to see, as far as it is the same land. @param {Stage} from */
  #see({ figure, curves, camera, height, lens }) {
    this.curves = curves;
    if (ground(figure) !== ground(this.figure)) return;
    this.camera = camera && { ...camera };
    this.height = height;
    if (framed(figure) === framed(this.figure)) this.lens.window = lens.window;
  }

  /** Goes on where the reader of another stage is. @param {Stage} from */
  #goOn({ player, pace }) {
    this.player.speed = player.speed;
    this.player.seek(player.step);
    if (pace.on) this.pace.turn();
  }

  /** Calls the figure's exports. @template R @param {(figure: GlueFigure) => R} work @returns {R} */
  use(work) {
    try {
      return this.#handle.use(work);
    } catch (error) {
      if (error instanceof Broken) this.dispatchEvent(new CustomEvent('broken', { detail: error }));
      throw error;
    }
  }

  /** Another one in the wasm, seen alike: for what is saved of it. Whoever asks for it frees it. @param {FigureRecipe} [figure] */
  double(figure) {
    return hold((glue) => {
      const made = new glue.Figure(this.#first, phrases());
      const present = figure ?? this.figure;
      if (present !== this.#first) made.change(present);
      if (this.height) made.rise(this.height);
      if (this.camera) made.turn(this.camera.yaw, this.camera.pitch);
      if (this.curves) made.show(this.curves);
      this.lens.restore(made);
      return made;
    });
  }

  /** Gives the wasm's memory back until the next use. */
  rest() {
    this.player.pause();
    this.#handle.rest();
    this.#points = [];
  }

  get steps() {
    return this.player.length;
  }

  /** The figure as it came. */
  get first() {
    return this.#first;
  }

  /** The window that the map shows. @returns {[Point, Point]} */
  get window() {
    return this.lens.window ?? this.facts.window;
  }

  /** The points to be fitted; none without data of one input. */
  get data() {
    return this.facts.data;
  }

  /** The questions in the order of the run. */
  get questions() {
    return this.#questions.list;
  }

  /** The open question that waits at this very step. */
  get waiting() {
    return this.#questions.waiting(this.player.step);
  }

  /** Whether a question is open: until then the recipe is not the reader's to change. */
  get asking() {
    return this.#questions.next !== undefined;
  }

  /** Whether the reader has made it another figure than the one that the questions are about. */
  get changed() {
    return this.changes.length > 0;
  }

  /** The question whose verdict the reader has not left yet, while the next one waits at the same step. */
  get reading() {
    return this.#judged && this.waiting?.step === this.#judged.step ? this.#judged : undefined;
  }

  /** The question to show: one that is being read, the one that waits, else the last one answered or skipped. */
  get question() {
    return this.reading ?? this.#questions.current(this.player.step);
  }

  /** Whether the whole outcome may be told. */
  get over() {
    return this.#questions.next === undefined && this.player.position === this.steps;
  }

  /** @returns {Now} */
  get now() {
    const { position, end: limit } = this.player;
    // What has arrived is the end of one update; a term that is pointed at then belongs to that one.
    const { present } = this.pace;
    const part = present === 'arrived' ? present : (this.part ?? present);
    const pointed = this.pointed.spot?.step;
    return { step: position, limit, marks: marks(this), ...(part && { part }), ...(pointed !== undefined && { pointed }) };
  }

  /** One run, (steps + 1) rows of parameters and loss. @param {number} run */
  points(run) {
    this.#points[run] ??= this.use((figure) => figure.points(run));
    return this.#points[run];
  }

  /** Row t of a run. @param {number} run @param {number} t @returns {{ at: number[], loss: number }} */
  row(run, t) {
    const width = this.facts.surface.parameters.length + 1;
    const row = [...this.points(run).subarray(t * width, (t + 1) * width)];
    return { at: row.slice(0, -1), loss: row[width - 1] };
  }

  /** Another recipe in the same figure: a slider moved, a start was dragged. @param {FigureRecipe} figure */
  change(figure) {
    const before = this.figure;
    try {
      this.use((live) => live.change(figure));
      this.figure = figure;
      this.facts = this.#read();
    } catch (error) {
      this.figure = before;
      throw error;
    }
    this.aim = null;
    this.pointed.clear();
    // Where a reader zoomed to says nothing of other ground, nor beside a window that was asked for.
    if (this.lens.window && framed(before) !== framed(figure)) this.lens.look(null);
    // A question that waits is about the whole run: it starts again. Else the path follows under the reader's hand.
    if (this.#questions.next) this.player.seek(0);
    else this.player.stay();
    this.changes = changes([this.#first, this.#came], [figure, this.facts]);
    this.#tell('land');
    this.#tell('change');
    this.arrive();
  }

  /** @param {number} yaw @param {number} pitch radians to turn by */
  turn(yaw, pitch) {
    const from = this.camera ?? this.facts.camera;
    this.camera = { yaw: from.yaw + yaw, pitch: from.pitch + pitch };
    const { camera } = this;
    this.use((figure) => figure.turn(camera.yaw, camera.pitch));
    this.camera = this.use((figure) => figure.facts()).camera;
    this.#tell('land');
  }

  /** @param {HeightName} height how to draw heights from now on */
  rise(height) {
    this.height = height;
    this.use((figure) => figure.rise(height));
    this.facts = { ...this.facts, height };
    this.#tell('land');
  }

  /** Tells those who hear the figure. @param {string} text */
  say(text) {
    this.dispatchEvent(new CustomEvent('say', { detail: text }));
  }

  /** Shows these curves over the steps. @param {CurveName[]} curves */
  show(curves) {
    this.curves = curves;
    this.use((figure) => figure.show(curves));
    this.facts = { ...this.facts, ...translated(this.use((figure) => figure.facts())) };
    this.#tell('curves');
  }

  /** @param {Point} at */
  point(at) {
    this.aim = at;
    this.#tell('aim');
    this.#tell('frame');
  }

  /** @param {string | undefined} part */
  talk(part) {
    if (part === this.part) return;
    this.part = part;
    this.#tell('frame');
  }

  /** Takes the reader's answer to the question that waits. @param {unknown} answer */
  commit(answer) {
    const question = this.waiting;
    if (!question) return;
    question.verdict = judge(question, answer, this.#ground());
    question.state = 'answered';
    this.#judged = question;
    this.#settle();
    this.dispatchEvent(new CustomEvent('answer', { detail: question }));
    this.arrive();
  }

  /** Passes over the first open question. @param {{ read?: boolean }} [how] read: its truth stands until the reader leaves it */
  skip({ read = false } = {}) {
    const { next } = this.#questions;
    if (!next) return;
    next.verdict = told(next, this.#ground());
    next.state = 'skipped';
    this.#judged = read ? next : undefined;
    this.#settle();
    this.arrive();
  }

  /** Leaves a verdict for the question that waits at the same step. */
  next() {
    this.#judged = undefined;
    this.#tell('frame');
    this.arrive();
  }

  #settle() {
    this.aim = null;
    this.pointed.clear();
    this.player.limit = this.#questions.limit(this.steps);
    this.player.stay();
    this.#tell('question');
    this.#tell('frame');
  }

  /** @type {Question | undefined} */
  #asked = undefined;

  /** Tells, once, that a question came up. */
  arrive() {
    const waiting = this.reading ? undefined : this.waiting;
    if (waiting === this.#asked) return;
    this.#asked = waiting;
    this.#tell('question');
    if (waiting) this.dispatchEvent(new CustomEvent('ponder', { detail: waiting }));
  }

  #read() {
    const [told, steps] = this.use((figure) => [translated(figure.facts()), figure.steps]);
    const facts = { ...told, data: told.fit ? rows(this.figure.surface.data, () => this.use((live) => live.data())) : [] };
    this.facts = facts;
    this.#points = [];
    this.pace.forget();
    this.player.length = steps;
    this.#questions.settle(steps, (event) => this.use((figure) => figure.event(0, event)));
    this.player.limit = this.#questions.limit(steps);
    this.player.until = this.#goal(facts.runs.length);
    return facts;
  }

  // Playing stops where the last run has met the recipe's `until`.
  /** @param {number} runs */
  #goal(runs) {
    const { until } = this.figure;
    if (!until) return null;
    const met = Array.from({ length: runs }, (_, run) => this.use((figure) => figure.event(run, until)));
    return met.every((step) => step !== undefined) ? Math.max(...met) : null;
  }

  #ground() {
    return {
      at: (/** @type {number} */ t) => /** @type {Point} */ (this.row(0, t).at),
      loss: (/** @type {number} */ t) => this.row(0, t).loss,
      steps: this.steps,
      window: this.facts.window,
    };
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new Event(type));
  }
}
