"""Your own function: every point of every run as CSV.

Written by Ponder 0.1.0. Needs torch and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import torch

torch.set_default_dtype(torch.float64)

STEPS = 30


def lift(function):
    """PyTorch's function, which also takes plain numbers."""
    return lambda u: function(torch.as_tensor(u))


abs = lift(torch.abs)
exp = lift(torch.exp)
ln = lift(torch.log)
relu = lift(torch.relu)
softplus = lift(lambda u: torch.logaddexp(u, torch.zeros_like(u)))
sqrt = lift(torch.sqrt)
tanh = lift(torch.tanh)


def solve(A, b):
    try:
        return torch.linalg.solve(A, b)
    except torch.linalg.LinAlgError:  # A is singular
        return torch.full_like(b, torch.nan)


def power(u, v):
    u = torch.as_tensor(u)
    return torch.where(u < 0, torch.nan, u**v)


def f(p):
    w, b = p
    return tanh(w) * power(abs(b - w), 1.5) + softplus(max(w, b)) + exp(-w * ln(2.0)) + relu(b) / 3.0 - (w - (b - math.pi)) ** 3 + sqrt(1.0 + w ** 2)


def grad(p):
    p = p.detach().requires_grad_()
    return torch.autograd.grad(f(p), p)[0]


def hess(p):
    return torch.autograd.functional.hessian(lambda q: f(q), p)


def run0():
    """Newton's method, as the course has it."""
    # Nocedal and Wright 2006, Numerical Optimization, section 3.3
    lr = 1.0  # which part of Newton's step is made
    p = torch.tensor([0.5, -1.0])
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
    p = torch.tensor([-2.0, 2.0])
    m = v = torch.zeros(2)
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
