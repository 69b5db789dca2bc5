"""The loss of one sigmoid neuron: every point of every run as CSV.

Written by Ponder 0.1.0. Needs numpy and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import numpy as np
from numpy import sqrt

np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error

STEPS = 30
x, y = np.array([
    [-3.0, 0.05], [0.5, 0.52], [-0.5, 0.59], [-1.0, 0.21], [-2.5, 0.25], [3.0, 0.95],
    [2.5, 0.68], [2.0, 0.8], [0.5, 0.25],
]).T
POINTS = 8
TRAINING, VALIDATION = slice(POINTS), slice(POINTS, None)  # rows


def pcg64(seed, stream):
    """Random integers of 64 bits, for ever: PCG XSL-RR 128/64 (O'Neill 2014)."""
    multiplier, increment = 0x2360ED051FC65DA44385DF649FCCF645, 2 * stream + 1
    state = (seed + increment) * multiplier + increment
    while True:
        state = (state * multiplier + increment) % 2**128
        word, turn = (state >> 64 ^ state) % 2**64, state >> 122
        yield (word >> turn | word << 64 - turn) % 2**64


def cyclic(size):
    """The rows of one update after another: every epoch in data order, with a smaller batch at its end."""
    while True:
        for first in range(0, POINTS, size):
            yield slice(first, min(first + size, POINTS))


def shuffled(size, seed):
    """The rows of one update after another: every epoch in an order of its own (Fisher and Yates)."""
    for epoch in range(STEPS):
        bits, order = pcg64(seed, epoch), list(range(POINTS))
        for i in reversed(range(1, POINTS)):
            j = next(bits) * (i + 1) >> 64
            order[i], order[j] = order[j], order[i]
        for first in range(0, POINTS, size):
            yield order[first : first + size]


def normals(seed, count):
    """Nearly normal numbers, so many at a time: each the sum of twelve uniform ones, less 6."""
    bits = pcg64(seed, 2**64)
    while True:
        yield np.array([sum((next(bits) >> 11) * 2**-53 for _ in range(12)) - 6 for _ in range(count)])


def sigmoid(z):
    e = np.exp(-np.abs(z))  # overflows in neither tail
    return np.where(z < 0, e, 1) / (1 + e)


def answer(p, rows):
    w, b = p
    return sigmoid(w * x[rows] + b)


def f(p, rows=TRAINING):
    return np.mean((answer(p, rows) - y[rows]) ** 2)


def grad(p, rows=TRAINING):
    out = answer(p, rows)
    error = out - y[rows]
    d = 2 / len(out) * error * out * (1 - out)
    return np.array([np.sum(d * x[rows]), np.sum(d)])


def run0():
    """Adam, as PyTorch has it."""
    # Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5
    learning_rate = 0.4  # how far one step goes per unit of slope
    beta1 = 0.9  # how much of the average gradient is kept
    beta2 = 0.999  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish

    def schedule(u, over=9.0):
        """Cosine annealing: falls slowly, then fast, then slowly to nothing."""
        return (1 + math.cos(math.pi * min(u, over) / over)) / 2

    batches = shuffled(3, 7)
    p = np.array([-2.0, -2.0])
    m = v = np.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        lr = learning_rate * schedule((t - 1) // 3)
        rows = next(batches)
        g = grad(p, rows)
        m = m + (1-beta1)*(g-m)
        v = beta2*v + (1-beta2)*g*g
        p = p - lr/(1-beta1**t)*m/(sqrt(v)/sqrt(1-beta2**t)+epsilon)
    yield p


# moved and named
def run1():
    """Nesterov's accelerated gradient, as the course has it."""
    # Nesterov 1983, Soviet Math. Doklady 27; Sutskever et al. 2013; CS7015 lecture 5
    lr = 0.2  # how far one step goes per unit of slope
    changes = {3: 1.0, 9: 0.5}  # from these updates on, counted from 0

    def momentum_schedule(u, from_=0.5, to=0.9, over=9.0):
        """Straight line: goes evenly from one momentum to another, and stays there."""
        return from_ + (to - from_) * min(u, over) / over

    batches = cyclic(2)
    p = np.array([-2.0, -2.0])
    v = np.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        lr = changes.get(t - 1, lr)
        mu = momentum_schedule(t - 1)
        rows = next(batches)
        v = mu*v + lr*grad(p - mu*v, rows)
        p = p - v
    yield p


def run2():
    """Momentum, as the course has it."""
    # Polyak 1964, doi:10.1016/0041-5553(64)90137-5; CS7015 lecture 5
    learning_rate = 0.1  # how far one step goes per unit of slope
    mu = 0.9  # how much of the last step is kept
    # Less on a plateau: lowers the rate when the loss has stopped falling
    factor = 0.1  # what is left of the rate
    patience = 10.0  # how many epochs in a row may be no better
    threshold = 0.0001  # by which share a loss must beat the best to count as better
    scale = 1.0
    best, bad = math.inf, 0
    noise = normals(5, 2)
    deviation = 0.1
    p = np.array([-2.0, -2.0])
    v = np.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        if t > 1:
            loss = float(f(p, VALIDATION))
            best, bad = (loss, 0) if loss < best * (1 - threshold) else (best, bad + 1)
            if bad > patience:
                scale, bad = scale * factor, 0
        lr = learning_rate * scale
        g = grad(p) + deviation * next(noise)
        v = mu*v + lr*g
        p = p - v
    yield p


def run3():
    """Adam, as Keras has it."""
    # Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    beta1 = np.float64(1.0)  # how much of the average gradient is kept
    beta2 = 0.999  # how much of the average squared gradient is kept
    epsilon = 1e-7  # keeps the division finite where gradients vanish
    changes = {2: 0.3}  # from these updates on, counted from 0
    batches = cyclic(4)
    noise = normals(6, 2)
    deviation = 0.1
    p = np.array([-2.0, -2.0])
    m = v = np.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        lr = changes.get(t - 1, lr)
        rows = next(batches)
        g = grad(p, rows) + deviation * next(noise)
        m = m + (g-m)*(1-beta1)
        v = v + (g*g-v)*(1-beta2)
        p = p - m*(lr*sqrt(1-beta2**t)/(1-beta1**t))/(sqrt(v)+epsilon)
    yield p


def run4():
    """Backtracking line search, as the course has it."""
    # Armijo 1966, Pacific Journal of Mathematics 16, doi:10.2140/pjm.1966.16.1
    lr = 1.0  # the first rate to try
    batches = cyclic(3)
    p = np.array([-2.0, -2.0])
    for t in range(1, STEPS + 1):
        yield p
        rows = next(batches)
        g = grad(p, rows)
        pays = lambda a: f(p - a*g, rows) <= f(p, rows) - 1e-4*a*sum(g*g)
        p = p - next((lr/2**k for k in range(61) if pays(lr/2**k)), 0)*g
    yield p


def report(run, points):
    """Prints a run as CSV. From its first point on that is not finite, everything is NaN."""
    finite = True
    for step in range(STEPS + 1):
        if finite:
            p = next(points)
            row = [*p.tolist(), float(f(p))]
            finite = all(map(math.isfinite, row))
        print(run, step, *(row if finite else ["NaN"] * len(row)), sep=",")


print("run,step,w,b,loss")
for i, run in enumerate([run0, run1, run2, run3, run4]):
    report(i, run())
