//! How much the processors have worked: of a machine that does nothing else, the least that its tests can take.

use std::fs;
use std::time::Instant;

/// When the work began, and how long all processors together had worked by then, in hundredths of a second; Linux says it.
pub(super) struct Busy {
    start: Instant,
    before: Option<u64>,
}

impl Busy {
    pub(super) fn begin() -> Self {
        Self { start: Instant::now(), before: worked() }
    }

    /// One line for the report, where there is something to say.
    pub(super) fn line(&self) -> Option<String> {
        let work = worked()?.saturating_sub(self.before?) / 100;
        Some(format!("{work} s of processor time in {:.0} s", self.start.elapsed().as_secs_f64()))
    }
}

fn worked() -> Option<u64> {
    sum(&fs::read_to_string("/proc/stat").ok()?)
}

/// User, nice, system, and then interrupts and what comes after them; not idle and not waiting for a disk.
fn sum(stat: &str) -> Option<u64> {
    let line = stat.lines().next()?.strip_prefix("cpu ")?;
    let times: Vec<u64> = line.split_whitespace().map_while(|word| word.parse().ok()).collect();
    Some(times.get(..3)?.iter().sum::<u64>() + times.get(5..7)?.iter().sum::<u64>())
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn what_is_idle_does_not_count() {
        assert_eq!(sum("cpu  100 20 30 9999 7777 4 1 0 0 0\ncpu0 1 1 1 1\n"), Some(155));
        assert_eq!(sum("intr 1 2 3"), None);
    }
}
