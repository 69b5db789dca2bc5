"""Rosenbrock's valley: every point of every run as CSV.

Written by Ponder 0.1.0. Needs torch and nothing else; prints what `ponder trajectory` prints, up to rounding.
"""

import math

import torch
from torch import clip, sign, where

torch.set_default_dtype(torch.float64)

STEPS = 30
steepness = 100.0  # how steep the valley's walls are


def lift(function):
    """PyTorch's function, which also takes plain numbers."""
    return lambda u: function(torch.as_tensor(u))


sqrt = lift(torch.sqrt)


def f(p):
    w, b = p
    return (1 - w)**2 + steepness * (b - w**2)**2


def grad(p):
    p = p.detach().requires_grad_()
    return torch.autograd.grad(f(p), p)[0]


def run0():
    """Momentum, as PyTorch has it."""
    # Polyak 1964, doi:10.1016/0041-5553(64)90137-5; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    mu = 0.0  # how much of the last step is kept
    p = torch.tensor([-1.2, 1.0])
    buf = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        buf = g if t == 1 else mu*buf + g
        p = p - lr*buf
    yield p


def run1():
    """Momentum, as PyTorch has it."""
    # Polyak 1964, doi:10.1016/0041-5553(64)90137-5; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    mu = 0.5  # how much of the last step is kept
    dampening = 0.0  # how much of a fresh gradient is left out
    p = torch.tensor([-1.2, 1.0], requires_grad=True)
    optimizer = torch.optim.SGD([p], lr=lr, momentum=mu, dampening=dampening)
    for t in range(1, STEPS + 1):
        yield p.detach()
        optimizer.zero_grad()
        f(p).backward()
        optimizer.step()
    yield p.detach()


def run2():
    """Adam, as PyTorch has it."""
    # Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    beta1 = 0.9  # how much of the average gradient is kept
    beta2 = 0.999  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    p = torch.tensor([-1.2, 1.0], requires_grad=True)
    optimizer = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=epsilon)
    for t in range(1, STEPS + 1):
        yield p.detach()
        optimizer.zero_grad()
        f(p).backward()
        optimizer.step()
    yield p.detach()


def run3():
    """Adam, as PyTorch has it."""
    # Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    beta1 = 0.9  # how much of the average gradient is kept
    beta2 = torch.tensor(1.0)  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    p = torch.tensor([-1.2, 1.0])
    m = v = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        m = m + (1-beta1)*(g-m)
        v = beta2*v + (1-beta2)*g*g
        p = p - lr/(1-beta1**t)*m/(sqrt(v)/sqrt(1-beta2**t)+epsilon)
    yield p


def run4():
    """Rprop, as PyTorch has it."""
    # Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623
    lr = 0.1  # how far one step goes per unit of slope
    eta_minus = 0.5  # by what a step size shrinks when its slope flips
    eta_plus = 1.2  # by what a step size grows while its slope keeps its sign
    step_min = 1e-6  # the smallest step size
    step_max = 50.0  # the largest step size
    p = torch.tensor([-1.2, 1.0], requires_grad=True)
    optimizer = torch.optim.Rprop([p], lr=lr, etas=(eta_minus, eta_plus), step_sizes=(step_min, step_max))
    for t in range(1, STEPS + 1):
        yield p.detach()
        optimizer.zero_grad()
        f(p).backward()
        optimizer.step()
    yield p.detach()


def run5():
    """Rprop, as PyTorch has it."""
    # Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623
    lr = 0.1  # how far one step goes per unit of slope
    eta_minus = 0.0  # by what a step size shrinks when its slope flips
    eta_plus = 1.2  # by what a step size grows while its slope keeps its sign
    step_min = 1e-6  # the smallest step size
    step_max = 50.0  # the largest step size
    p = torch.tensor([-1.2, 1.0])
    h = q = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        h = lr if t == 1 else h
        z = sign(g*q)
        h = clip(h*where(z > 0, eta_plus, where(z < 0, eta_minus, 1)), step_min, step_max)
        q = where(z < 0, 0, g)
        p = p - sign(q)*h
    yield p


def run6():
    """Rprop, as PyTorch has it."""
    # Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623
    lr = 0.1  # how far one step goes per unit of slope
    eta_minus = 1.0  # by what a step size shrinks when its slope flips
    eta_plus = 1.2  # by what a step size grows while its slope keeps its sign
    step_min = 1e-6  # the smallest step size
    step_max = 50.0  # the largest step size
    p = torch.tensor([-1.2, 1.0])
    h = q = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        h = lr if t == 1 else h
        z = sign(g*q)
        h = clip(h*where(z > 0, eta_plus, where(z < 0, eta_minus, 1)), step_min, step_max)
        q = where(z < 0, 0, g)
        p = p - sign(q)*h
    yield p


def run7():
    """Rprop, as PyTorch has it."""
    # Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623
    lr = 0.1  # how far one step goes per unit of slope
    eta_minus = 0.5  # by what a step size shrinks when its slope flips
    eta_plus = 1.0  # by what a step size grows while its slope keeps its sign
    step_min = 1e-6  # the smallest step size
    step_max = 50.0  # the largest step size
    p = torch.tensor([-1.2, 1.0])
    h = q = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        h = lr if t == 1 else h
        z = sign(g*q)
        h = clip(h*where(z > 0, eta_plus, where(z < 0, eta_minus, 1)), step_min, step_max)
        q = where(z < 0, 0, g)
        p = p - sign(q)*h
    yield p


def run8():
    """RMSProp, as PyTorch has it."""
    # Hinton 2012, Neural Networks for Machine Learning, lecture 6e; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    decay = 1.0  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    centered = False  # whether the variance takes the place of the mean square
    p = torch.tensor([-1.2, 1.0], requires_grad=True)
    optimizer = torch.optim.RMSprop([p], lr=lr, alpha=decay, eps=epsilon, centered=centered)
    for t in range(1, STEPS + 1):
        yield p.detach()
        optimizer.zero_grad()
        f(p).backward()
        optimizer.step()
    yield p.detach()


def run9():
    """RMSProp, as PyTorch has it."""
    # Hinton 2012, Neural Networks for Machine Learning, lecture 6e; CS7015 lecture 5
    lr = 0.1  # how far one step goes per unit of slope
    decay = 1.5  # how much of the average squared gradient is kept
    epsilon = 1e-8  # keeps the division finite where gradients vanish
    p = torch.tensor([-1.2, 1.0])
    v = torch.zeros(2)
    for t in range(1, STEPS + 1):
        yield p
        g = grad(p)
        v = decay*v + (1-decay)*g*g
        p = p - lr*g/(sqrt(v)+epsilon)
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
for i, run in enumerate([run0, run1, run2, run3, run4, run5, run6, run7, run8, run9]):
    report(i, run())
