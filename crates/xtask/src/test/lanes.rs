//! Two steps at a time: each is this program again, its lines named by their step, so that one that waits for a linker or
//! for a browser leaves no core idle.

use super::count::{Tally, red};
use super::steps::{BUILD, LONGEST, Step};
use super::{Line, time};
use crate::shop::Shop;
use std::env;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

/// Tells this program that it is one of the two, and has the built site already.
pub(super) const ALONE: &str = "PONDER_STEP_ALONE";

/// Tells it which half of its tests it is to run, as Node's `--test-shard` takes it.
pub(super) const HALF: &str = "PONDER_STEP_HALF";

/// The half that has time.
const LATER: &str = "2/2";

/// What one lane does at a time: a step, or one half of the longest, so that it is not the last and alone.
#[derive(Clone, Copy)]
struct Job<'s> {
    step: &'s Step,
    half: Option<&'static str>,
}

/// What has not begun, and what has ended.
struct Board<'s> {
    waiting: Vec<Job<'s>>,
    lines: Vec<Line>,
    built: bool,
    /// One of the steps that pack is running.
    packing: bool,
}

impl<'s> Board<'s> {
    /// The next that may begin: one that looks at the site waits until it stands, and two do not pack at once.
    fn next(&mut self) -> Option<Job<'s>> {
        let may = |job: &Job<'_>| (self.built || !job.step.on_site) && !(self.packing && packs(job.step));
        let place = self.waiting.iter().position(may)?;
        let job = self.waiting.remove(place);
        self.packing |= packs(job.step);
        Some(job)
    }
}

/// Whether a step writes what is handed out.
fn packs(step: &Step) -> bool {
    ["dist", "hosts"].contains(&step.name)
}

/// Runs the steps, the one that others wait for first; their lines in the order in which they were given.
pub(super) fn run(shop: &Shop, steps: &[&Step]) -> Vec<Line> {
    let mut waiting: Vec<_> = steps.iter().flat_map(|step| jobs(step)).collect();
    waiting.sort_by_key(|job| job.step.turn(job.half == Some(LATER)));
    let built = !steps.iter().any(|step| step.name == BUILD);
    let (board, news) = (Mutex::new(Board { waiting, lines: Vec::new(), built, packing: false }), Condvar::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| work(shop, &board, &news));
        }
    });
    let mut lines = board.into_inner().unwrap_or_else(PoisonError::into_inner).lines;
    lines.sort_by_key(|line| steps.iter().position(|step| step.name == line.name));
    whole(lines)
}

/// A step as one job, or the longest as two.
fn jobs(step: &Step) -> Vec<Job<'_>> {
    let halves: &[_] = if step.name == LONGEST { &[Some("1/2"), Some(LATER)] } else { &[None] };
    halves.iter().map(|half| Job { step, half: *half }).collect()
}

/// One line a step.
fn whole(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().fold(Vec::new(), |mut all: Vec<Line>, line| {
        match all.last_mut().filter(|last| last.name == line.name) {
            Some(last) => last.add(line),
            None => all.push(line),
        }
        all
    })
}

/// Takes steps until there are none.
fn work(shop: &Shop, board: &Mutex<Board<'_>>, news: &Condvar) {
    let mut held = lock(board);
    while !held.waiting.is_empty() {
        let Some(Job { step, half }) = held.next() else {
            held = news.wait(held).unwrap_or_else(PoisonError::into_inner);
            continue;
        };
        let broken = step.on_site && held.lines.iter().any(|line| line.name == BUILD && line.tally.failed > 0);
        drop(held);
        let line = if broken { no_site(step) } else { child(shop, step, half) };
        held = lock(board);
        held.built |= step.name == BUILD;
        held.packing &= !packs(step);
        held.lines.push(line);
        news.notify_all();
    }
}

fn lock<'b, 's>(board: &'b Mutex<Board<'s>>) -> MutexGuard<'b, Board<'s>> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_site(step: &Step) -> Line {
    println!("{:6}| the build failed", step.name);
    Line { name: step.name, tally: Tally::one(false), took: Default::default(), left_out: Vec::new(), red: Vec::new() }
}

/// One step in a process of its own, or the half of one.
fn child(shop: &Shop, step: &Step, half: Option<&str>) -> Line {
    let start = Instant::now();
    let mut command = shop.program(env::current_exe().unwrap_or_else(|_| "xtask".into()));
    command.args(["test", step.name]).args(shop.all_engines.then_some("--all-engines")).env(ALONE, "1");
    command.envs(half.map(|half| (HALF, half)));
    let said = spoken(step.name, &mut command);
    let tally = said.iter().rev().find_map(|line| Tally::whole(line)).unwrap_or_else(|| Tally::one(false));
    let left_out = said.iter().filter_map(|line| line.strip_prefix("not run: ")).map(String::from).collect();
    let took = start.elapsed();
    println!("== {}: {tally}, {}", step.name, time(took));
    Line { name: step.name, tally, took, left_out, red: red(&said) }
}

/// Passes its lines on, with its name before them; those of its standard output come back.
fn spoken(name: &str, command: &mut Command) -> Vec<String> {
    let mut child = match command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            println!("{name:6}| {error}");
            return Vec::new();
        }
    };
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let said = thread::scope(|scope| {
        scope.spawn(|| err.map(|err| passed_on(name, err)));
        out.map(|out| passed_on(name, out)).unwrap_or_default()
    });
    let _ = child.wait();
    said
}

fn passed_on(name: &str, output: impl Read) -> Vec<String> {
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    let told = |line: Vec<u8>| {
        let line = String::from_utf8_lossy(&line).into_owned();
        println!("{name:6}| {line}");
        line
    };
    lines.map(told).collect()
}
