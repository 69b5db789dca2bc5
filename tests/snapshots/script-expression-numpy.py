"""Your own function: every point of every run as CSV.

Written by Ponder 0.1.0. Needs numpy and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import numpy as np

np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error

STEPS = 30


def solve(A, b):
    try:
        return np.linalg.solve(A, b)
    except np.linalg.LinAlgError:  # A is singular
        return np.full_like(b, np.nan)


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


def plain(u):
    return plain(u.value) if isinstance(u, Dual) else u


Dual.__lt__ = lambda self, other: plain(self) < plain(other)
Dual.__gt__ = lambda self, other: plain(self) > plain(other)


def chain(function, slope):
    """The function, which also takes dual numbers, by its derivative and the chain rule."""

    def chained(u):
        if isinstance(u, Dual):
            return Dual(chained(u.value), slope(u.value) * u.slope)
        return function(u)

    return chained


def logistic(z):
    e = np.exp(-np.abs(z))  # overflows in neither tail
    return np.where(z < 0, e, 1) / (1 + e)


abs = chain(np.abs, lambda u: sign(u))
exp = chain(np.exp, lambda u: exp(u))
ln = chain(np.log, lambda u: 1 / u)
relu = chain(lambda u: np.maximum(u, 0), lambda u: sign(relu(u)))
sigmoid = chain(logistic, lambda u: sigmoid(u) * (1 - sigmoid(u)))
sign = chain(np.sign, lambda u: 0 * u)
softplus = chain(lambda u: np.logaddexp(u, 0), lambda u: sigmoid(u))
sqrt = chain(np.sqrt, lambda u: 0.5 / sqrt(u))
tanh = chain(np.tanh, lambda u: 1 - tanh(u) ** 2)


def power(u, v):
    return chain(lambda u: np.exp(v * np.log(u)), lambda u: v * power(u, v - 1))(u)


def f(p):
    w, b = p
    return tanh(w) * power(abs(b - w), 1.5) + softplus(max(w, b)) + exp(-w * ln(2.0)) + relu(b) / 3.0 - (w - (b - math.pi)) ** 3 + sqrt(1.0 + w ** 2)


def grad(p):
    return np.array([slope(f, p, i) for i in range(len(p))])


def hess(p):
    parameters = range(len(p))
    return np.array([[slope(lambda q: slope(f, q, i), p, j) for j in parameters] for i in parameters])


def run0():
    """Newton's method, as the course has it."""
    # Nocedal and Wright 2006, Numerical Optimization, section 3.3
    lr = 1.0  # which part of Newton's step is made
    p = np.array([0.5, -1.0])
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        p = p - lr*solve(hess(p), g)
    yield p


def run1():
    """Adam, as the course has it."""
    # Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5
    lr = 0.01  # how far one step goes per unit of slope
    beta1 = 0.9  # how much of the average gradient is kept
    beta2 = 0.999  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    p = np.array([-2.0, 2.0])
    m = v = np.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        m = beta1*m + (1-beta1)*g
        v = beta2*v + (1-beta2)*g*g
        p = p - lr/sqrt(v/(1-beta2**t)+epsilon)*(m/(1-beta1**t))
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
