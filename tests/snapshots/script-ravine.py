"""Ravine: every point of every run as CSV.

Written by Ponder 0.1.0. Needs numpy and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import numpy as np

np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error

STEPS = 30
condition = 20.0  # how many times steeper across than along
rotation = 30.0  # how far the ravine is turned, in degrees


class Dual:
    """A number and its derivative, which every operation carries along (forward differentiation)."""

    __array_ufunc__ = None  # numpy's own numbers leave the arithmetic to us

    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        other = dual(other)
        ratio = self.value / other.value
        return Dual(ratio, (self.slope - ratio * other.slope) / other.value)

    def __pow__(self, n):
        return Dual(self.value**n, n * self.value ** (n - 1) * self.slope if n else 0.0)

    def __sub__(self, other):
        return self + -dual(other)

    def __rsub__(self, other):
        return dual(other) - self

    def __rtruediv__(self, other):
        return dual(other) / self

    __radd__, __rmul__ = __add__, __mul__


def dual(u):
    return u if isinstance(u, Dual) else Dual(u)


def slope(f, p, i):
    """The derivative of f at p in its parameter i."""
    return dual(f([Dual(q, float(i == j)) for j, q in enumerate(p)])).slope


def f(p):
    w, b = p
    c, s = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    return 0.5 * (condition * (w * c + b * s)**2 + (b * c - w * s)**2)


def grad(p):
    return np.array([slope(f, p, i) for i in range(len(p))])


def hess(p):
    parameters = range(len(p))
    return np.array([[slope(lambda q: slope(f, q, i), p, j) for j in parameters] for i in parameters])


def run0():
    """Gradient descent with the optimal step, as the course has it."""
    # Cauchy 1847, Compte rendu 25
    lr = 0.1  # the rate where the loss curves down along its slope
    p = np.array([1.0, -4.0])
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        k = g @ hess(p) @ g
        p = p - (g @ g/k if k > 0 else lr)*g
    yield p


def run1():
    """Diagonal Newton, as the course has it."""
    # Becker and LeCun 1988, Improving the Convergence of Back-Propagation Learning with Second Order Methods
    lr = 0.1  # which part of Newton's step is made
    epsilon = 1e-8  # keeps the division finite where the loss is not curved
    p = np.array([1.0, -4.0])
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        p = p - lr*g/(hess(p).diagonal()+epsilon)
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
for i, run in enumerate([run0, run1]):
    report(i, run())
