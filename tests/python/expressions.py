"""The oracle of precedence: expressions read by Python's own parser, with `^` written `**`.

A line of input is [[text, ...], w, b] in JSON; a line of output is the value of each text, as a text, since JSON has
no NaN. Python raises where IEEE arithmetic has a value, so that these rules stand for it:

- x/0 is infinite with the sign of both, 0/0 is NaN; whatever overflows is infinite, with the sign of its argument
  where the function is odd;
- ln 0 = -inf; outside of its domain a function is NaN, and so is a sine, cosine or tangent of an infinite argument;
- u**n with a whole constant n, |n| <= 64, is a power of either sign's base, and 1/u**-n for n < 0; any other u**v is
  exp(v ln u).
"""

import ast
import json
import math
import sys

INF, NAN = math.inf, math.nan


def quiet(function, overflow=lambda u: INF):
    """The function, with a value where it would raise."""

    def value(u):
        try:
            return function(u)
        except OverflowError:
            return overflow(u)
        except ValueError:
            return NAN

    return value


def ln(base):
    return lambda u: -INF if u == 0 else quiet(base)(u)


def over(u, v):
    if v != 0:
        return u / v
    return NAN if u == 0 or u != u else math.copysign(INF, u) * math.copysign(1.0, v)


def whole_power(u, n):
    if n < 0:
        return over(1.0, whole_power(u, -n))
    try:
        return u**n
    except OverflowError:
        return -INF if u < 0 and n % 2 else INF


def cbrt(u):
    """Good to a few units in the last place: a Newton step makes up for 1/3, which is no double."""
    if u == 0 or not math.isfinite(u):
        return u
    root = math.copysign(abs(u) ** (1 / 3), u)
    return root - (root - u / root / root) / 3


exp = quiet(math.exp)


def sigmoid(u):
    return 1 / (1 + exp(-u)) if u >= 0 or u != u else exp(u) / (1 + exp(u))


def softplus(u):
    return u if u != u else max(u, 0.0) + math.log1p(exp(-abs(u)))


def power(u, v):
    return exp(v * FUNCTIONS["ln"](u))


FUNCTIONS = {
    "sin": quiet(math.sin),
    "cos": quiet(math.cos),
    "tan": quiet(math.tan),
    "asin": quiet(math.asin),
    "acos": quiet(math.acos),
    "atan": math.atan,
    "sinh": quiet(math.sinh, lambda u: math.copysign(INF, u)),
    "cosh": quiet(math.cosh),
    "tanh": math.tanh,
    "exp": exp,
    "ln": ln(math.log),
    "log": ln(math.log),
    "log10": ln(math.log10),
    "log2": ln(math.log2),
    "sqrt": quiet(math.sqrt),
    "cbrt": cbrt,
    "abs": abs,
    "sign": lambda u: float((u > 0) - (u < 0)) if u == u else NAN,
    "sigmoid": sigmoid,
    "softplus": softplus,
    "relu": lambda u: 0.0 if u <= 0 else u,
    "min": min,
    "max": max,
    "number": float,
    "power": power,
}
OPERATIONS = {
    ast.Add: lambda u, v: u + v,
    ast.Sub: lambda u, v: u - v,
    ast.Mult: lambda u, v: u * v,
    ast.Div: over,
}
VARIABLES = ("w", "b", "x", "y")
SPELLINGS = str.maketrans({"^": "**", "²": "**2", "³": "**3", "−": "-", "·": "*", "×": "*"})


def raised(base, exponent, names):
    if not any(part.id in VARIABLES for part in ast.walk(exponent) if type(part) is ast.Name):
        n = value(exponent, names)
        if abs(n) <= 64 and n == int(n):
            return whole_power(base, int(n))
    return power(base, value(exponent, names))


def value(node, names):
    kind = type(node)
    if kind is ast.Name:
        return names[node.id]
    if kind is ast.Constant:
        return float(node.value)
    if kind is ast.UnaryOp:
        u = value(node.operand, names)
        return -u if type(node.op) is ast.USub else u
    if kind is ast.BinOp:
        u = value(node.left, names)
        if type(node.op) is ast.Pow:
            return raised(u, node.right, names)
        return OPERATIONS[type(node.op)](u, value(node.right, names))
    if node.func.id == "pow":
        return raised(value(node.args[0], names), node.args[1], names)
    return FUNCTIONS[node.func.id](*[value(argument, names) for argument in node.args])


def read(text):
    return ast.parse(text.translate(SPELLINGS), mode="eval").body


for line in sys.stdin:
    texts, w, b = json.loads(line)
    names = dict(zip(VARIABLES, (w, b, w, b))) | {"pi": math.pi, "π": math.pi, "e": math.e}
    sys.stdout.write(json.dumps([repr(value(read(text), names)) for text in texts]) + "\n")
