"""The loss of one sigmoid neuron with four inputs: every point of every run as CSV.

Written by Ponder 0.1.0. Needs numpy and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import numpy as np
from numpy import sqrt

np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error

STEPS = 30
data = np.array([[0.0, 1.0, 0.0, 1.0, 0.2], [1.0, 1.0, 0.0, 0.0, 0.9]])
x, y = data[:, :-1], data[:, -1]


def solve(A, b):
    try:
        return np.linalg.solve(A, b)
    except np.linalg.LinAlgError:  # A is singular
        return np.full_like(b, np.nan)


def sigmoid(z):
    e = np.exp(-np.abs(z))  # overflows in neither tail
    return np.where(z < 0, e, 1) / (1 + e)


def answer(p):
    w, b = p[:-1], p[-1]
    return sigmoid(x @ w + b)


def f(p):
    return np.sum((answer(p) - y) ** 2)


def grad(p):
    out = answer(p)
    error = out - y
    d = 2 * error * out * (1 - out)
    return np.append(d @ x, np.sum(d))


def hess(p):
    out = answer(p)
    error = out - y
    d = 2 * ((out * (1 - out)) ** 2 + error * out * (1 - out) * (1 - 2 * out))
    inputs = np.column_stack([x, np.ones(len(out))])  # b is the weight of a 1
    return (inputs.T * d) @ inputs


def run0():
    """Newton's method, as the course has it."""
    # Nocedal and Wright 2006, Numerical Optimization, section 3.3
    lr = 1.0  # which part of Newton's step is made
    p = np.array([0.0, 0.0, 0.0, 0.0, 0.0])
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        p = p - lr*solve(hess(p), g)
    yield p


def run1():
    """AdaGrad, as the course has it."""
    # Duchi, Hazan and Singer 2011, JMLR 12, 2121-2159; CS7015 lecture 5
    lr = 0.5  # how far one step goes per unit of slope
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    initial_accumulator = 0.0  # where the sum of squares starts
    p = np.array([0.0, 0.0, 0.0, 0.0, 0.0])
    v = np.zeros(5)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        v = initial_accumulator if t == 1 else v
        v = v + g*g
        p = p - lr/sqrt(v+epsilon)*g
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


print("run,step,w1,w2,w3,w4,b,loss")
for i, run in enumerate([run0, run1]):
    report(i, run())
