"""The loss of one linear neuron: every point of every run as CSV.

Written by Ponder 0.1.0. Needs numpy and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import numpy as np

np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error

STEPS = 30
x, y = np.array([[-1.0, 0.2], [0.5, 0.9], [2.0, 0.4]]).T


def answer(p):
    w, b = p
    return w * x + b


def f(p):
    return 0.5 * np.sum((answer(p) - y) ** 2)


def grad(p):
    out = answer(p)
    error = out - y
    d = error
    return np.array([np.sum(d * x), np.sum(d)])


def run0():
    """Gradient descent, as the course has it."""
    # Cauchy 1847, Compte rendu 25; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    p = np.array([-2.0, -2.0])
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        p = p - lr*g
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
for i, run in enumerate([run0]):
    report(i, run())
