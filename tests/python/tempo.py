"""Reference numbers for schedules, shuffles and noise, in plain Python: `python3 tests/python/tempo.py > tests/golden/tempo.json`.

Nothing here is taken from the product. PCG64 is O'Neill's XSL-RR 128/64, written from her paper (section 6.3.3 and the
constants of her C library); the schedules are written in another form than the product's wherever there is one: as
loops that follow the rate from update to update, as exact fractions, or by another identity of the cosine.
"""

import json
from fractions import Fraction
from math import exp, floor, inf, log2, pi, sin

MASK = (1 << 128) - 1
MULTIPLIER = 47026247687942121848144207491837523525


class Pcg64:
    """PCG XSL-RR 128/64 (LCG), seeded as `pcg64_srandom(state, stream)` is."""

    def __init__(self, state, stream):
        self.increment = (2 * stream + 1) & MASK
        self.state = 0
        self.advance()
        self.state = (self.state + state) & MASK
        self.advance()

    def advance(self):
        self.state = (self.state * MULTIPLIER + self.increment) & MASK

    def bits(self):
        """The next 64 bits: the two halves of the new state, xored, rotated right by its top six bits."""
        self.advance()
        word = (self.state >> 64) ^ (self.state & (1 << 64) - 1)
        turn = self.state >> 122
        return (word >> turn | word << (64 - turn)) & (1 << 64) - 1


def order(seed, epoch, points):
    source = Pcg64(seed, epoch)
    rows = list(range(points))
    for i in reversed(range(1, points)):
        j = source.bits() * (i + 1) // 2**64
        rows[i], rows[j] = rows[j], rows[i]
    return rows


def noise(seed, count):
    source = Pcg64(seed, 2**64)

    def one():
        # Python 3.12's `sum` compensates; a loop adds as every other language does.
        total = 0.0
        for _ in range(12):
            total += (source.bits() // 2048) / 2**53
        return total - 6.0

    return [one() for _ in range(count)]


def step(t, factor, every):
    """Follows the rate from update to update."""
    factor, rate = Fraction(factor).limit_denominator(1000), Fraction(1)
    for u in range(1, t + 1):
        if u % every == 0:
            rate *= factor
    return float(rate)


def exponential(t, k):
    return (exp(-k)) ** t


def inverse_time(t, k):
    k = Fraction(k).limit_denominator(1000)
    return float(1 / (1 + k * t))


def linear(t, start, to, over):
    start, to = (Fraction(x).limit_denominator(1000) for x in (start, to))
    return float(to if t >= over else (start * (over - t) + to * t) / over)


def cosine(t, over):
    # 1 + cos 2x = 2 - 2 sin² x
    return 0.0 if t >= over else 1 - sin(pi * t / over / 2) ** 2


def warm_up(t, over):
    return float(Fraction(t + 1, over)) if t + 1 < over else 1.0


def one_cycle(t, over, peak=0.3, low=0.04, end=0.0001):
    top = Fraction(peak).limit_denominator(1000) * over
    if t < top:
        return low + (1 - low) * sin(pi * float(t / top) / 2) ** 2
    if t >= over:
        return end
    return 1 - (1 - end) * sin(pi * float((t - top) / (over - top)) / 2) ** 2


def cyclical(t, low, half):
    """Walks up and down."""
    low = Fraction(low).limit_denominator(1000)
    rate, way = low, (1 - low) / half
    for _ in range(t):
        rate += way
        if rate in (1, low):
            way = -way
    return float(rate)


def sutskever(t, max=0.99):
    # As the paper prints it.
    return min(1 - 2 ** (-1 - log2(floor(t / 250) + 1)), max)


def halve_when_worse(losses):
    return [0.5 ** sum(b > a for a, b in zip(losses[:n], losses[1:n])) for n in range(1, len(losses) + 1)]


def reduce_on_plateau(losses, factor=0.1, patience=10, threshold=1e-4):
    """Follows each plateau from the epoch that set its best."""
    factors, best, at, scale = [], inf, 0, 1.0
    for epoch, loss in enumerate(losses):
        if loss < (1 - threshold) * best:
            best, at = loss, epoch
        elif epoch - at > patience:
            scale, at = scale * factor, epoch
        factors.append(scale)
    return factors


FUNCTIONS = {
    "step": step, "exponential": exponential, "inverse-time": inverse_time, "linear": linear, "cosine": cosine,
    "warm-up": warm_up, "one-cycle": one_cycle, "cyclical": cyclical, "sutskever": sutskever,
    "halve-when-worse": halve_when_worse, "reduce-on-plateau": reduce_on_plateau,
}
TIMES = [0, 1, 2, 3, 5, 7, 10, 19, 20, 29, 30, 31, 50, 99, 100, 101, 150, 249, 250, 500, 750, 1000, 2500]
TIMED = [
    ("step", {"factor": 0.5, "every": 5}), ("step", {"factor": 0.1, "every": 30}), ("step", {"factor": 1.1, "every": 50}),
    ("exponential", {"k": 0.01}), ("exponential", {"k": -0.003}), ("inverse-time", {"k": 0.01}),
    ("inverse-time", {"k": 0.5}), ("linear", {"from": 1, "to": 0, "over": 100}),
    ("linear", {"from": 0.333, "to": 1, "over": 7}), ("cosine", {"over": 100}), ("cosine", {"over": 31}),
    ("warm-up", {"over": 20}), ("warm-up", {"over": 1}), ("one-cycle", {"over": 100}), ("one-cycle", {"over": 33}),
    ("one-cycle", {"over": 250, "peak": 0.45, "low": 0.1, "end": 0.01}), ("cyclical", {"low": 0.1, "half": 20}),
    ("cyclical", {"low": 0.01, "half": 7}),
]
MOMENTA = [
    ("linear", {"from": 0.5, "to": 0.9, "over": 100}), ("sutskever", {}), ("sutskever", {"max": 0.9}),
    ("sutskever", {"max": 0.999}),
]
# Falls, waits, rises, waits again: every branch of the two schedules that read losses.
LOSSES = [9, 7, 7, 6.9999, 6.9, 6.89, 6.95, 6.899, 6.2, 6.3, 6.25, 6.26, 6.1999, 6.2, 5, 5, 5, 5, 5, 5.1, 4.9] + [4.9] * 24
WATCHED = [
    ("halve-when-worse", {}), ("reduce-on-plateau", {}),
    ("reduce-on-plateau", {"factor": 0.5, "patience": 0}), ("reduce-on-plateau", {"factor": 0.5, "patience": 2}),
    ("reduce-on-plateau", {"factor": 0.3, "patience": 1, "threshold": 0.05}),
]


def timed(kind, knobs):
    named = {"start" if key == "from" else key: value for key, value in knobs.items()}
    return {"schedule": {"kind": kind, **knobs}, "numbers": [FUNCTIONS[kind](t, **named) for t in TIMES]}


def watched(kind, knobs):
    return {"schedule": {"kind": kind, **knobs}, "numbers": FUNCTIONS[kind](LOSSES, **knobs)}


def lines(rows):
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]"


SHUFFLES = [(0, 0, 8), (0, 1, 8), (1, 0, 8), (7, 3, 8), (42, 0, 2), (42, 1, 2), (42, 1000000, 5), (2**53 - 1, 12, 33)]
WHOLE = {
    "times": json.dumps(TIMES),
    "schedules": lines(timed(*case) for case in TIMED),
    "momentum_schedules": lines(timed(*case) for case in MOMENTA),
    "losses": json.dumps(LOSSES),
    "watched": lines(watched(*case) for case in WATCHED),
    "orders": lines({"seed": s, "epoch": e, "order": order(s, e, n)} for s, e, n in SHUFFLES),
    "noise": lines({"seed": seed, "z": noise(seed, 10)} for seed in [0, 1, 42, 2**53 - 1]),
}

if __name__ == "__main__":
    print("{\n" + ",\n".join(f'"{key}": {value}' for key, value in WHOLE.items()) + "\n}")
