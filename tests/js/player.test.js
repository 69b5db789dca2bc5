// The player by a fake clock: it is told what time it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player } from '../../www/player.js';

/** @param {Player} player @param {number} seconds */
function run(player, seconds, from = 0) {
  for (let t = 0; t <= seconds * 60; t += 1) player.tick(from + (t * 1000) / 60);
}

/** @param {Player} player @param {string[]} types */
function record(player, ...types) {
  /** @type {string[]} */
  const log = [];
  for (const type of types) player.addEventListener(type, () => log.push(`${type} ${player.step}`));
  return log;
}

test('a step is clamped and rounded, and must be a number', () => {
  const player = new Player(10);
  for (const [given, there] of [[3.4, 3], [3.5, 4], [-7, 0], [99, 10], [Infinity, 10], [-Infinity, 0]]) {
    player.seek(given);
    assert.equal(player.step, there);
  }
  assert.throws(() => player.seek(NaN), TypeError);
});

test('it plays to the end, glides between steps, and stops there', () => {
  const player = new Player(16);
  const log = record(player, 'step', 'play', 'pause');
  assert.equal(player.play(), true);
  player.tick(0);
  player.tick(100);
  assert.ok(player.position > 0 && player.position < 1, 'between two points');
  run(player, 12, 100);
  assert.equal(player.position, 16);
  assert.equal(player.playing, false);
  assert.deepEqual(log.slice(0, 2), ['play 0', 'step 1']);
  assert.deepEqual(log.slice(-2), ['step 16', 'pause 16']);
  assert.equal(log.length, 18);
});

test('a whole run takes eight seconds, a short one half a second a step', () => {
  const long = new Player(800);
  assert.equal(long.rate, 100);
  assert.equal(new Player(4).rate, 2);
  long.speed = 2;
  assert.equal(long.rate, 200);
});

test('playing from the end begins again', () => {
  const player = new Player(5);
  player.seek(5);
  player.play();
  assert.equal(player.step, 0);
});

test('pausing settles on a whole step, and inside a listener it holds', () => {
  const player = new Player(100);
  player.addEventListener('step', () => player.step === 3 && player.pause());
  player.play();
  run(player, 5);
  assert.equal(player.playing, false);
  assert.equal(player.position, 3);
});

test('nothing goes beyond the limit until it moves', () => {
  const player = new Player(20);
  player.limit = 7;
  player.seek(20);
  assert.equal(player.step, 7);
  assert.equal(player.play(), false, 'a question waits');
  player.seek(0);
  player.play();
  run(player, 20);
  assert.equal(player.position, 7);
  player.limit = 20;
  assert.equal(player.play(), true);
  run(player, 20, 60_000);
  assert.equal(player.position, 20);
});

test('a limit at the end does not send play back to the start', () => {
  const player = new Player(5);
  player.limit = 5;
  player.seek(5);
  player.play();
  assert.equal(player.step, 0, 'without a question, it begins again');
  const asked = new Player(5);
  asked.limit = 3;
  asked.seek(5);
  assert.equal(asked.play(), false);
  assert.equal(asked.step, 3);
});

test('until: stops once on the way, then goes on to the end', () => {
  const player = new Player(40);
  player.until = 10;
  player.play();
  run(player, 20);
  assert.equal(player.position, 10);
  player.play();
  run(player, 20, 60_000);
  assert.equal(player.position, 40);
  player.play();
  run(player, 20, 120_000);
  assert.equal(player.position, 10, 'and stops there again on the next round');
});

test('while it plays it knows when it will stop: at a goal, a question, the end', () => {
  const player = new Player(16);
  assert.equal(player.left, Infinity);
  player.until = 6;
  player.play();
  assert.equal(player.left, 3);
  run(player, 1);
  assert.ok(Math.abs(player.left - 2) < 1e-9);
  player.limit = 4;
  assert.ok(Math.abs(player.left - 1) < 1e-9);
  player.pause();
  assert.equal(player.left, Infinity);
});

test('with reduced motion it jumps from step to step', () => {
  const player = new Player(100);
  player.glide = false;
  /** @type {number[]} */
  const seen = [];
  player.addEventListener('frame', () => seen.push(player.position));
  player.play();
  run(player, 20);
  assert.ok(seen.every(Number.isInteger));
  assert.ok(seen.length < 40, `${seen.length} pictures`);
  assert.equal(player.position, 100);
});

test('a long pause between two frames is no leap', () => {
  const player = new Player(800);
  player.play();
  player.tick(0);
  player.tick(60_000);
  assert.ok(player.position <= 25);
});
