//! The misprints of the two articles.

use super::Group::{Formula, Missing, Words};
use super::Kind::{Behaviour, Number, Typesetting};
use super::{Erratum, erratum, numbers};

pub(super) const ERRATA: &[Erratum] = &[
    erratum(
        "E21",
        ["S0", "in six sentences"],
        (Missing, Typesetting),
        r"letters dropped where $\nabla w$, $w$, $x$, $v$ or $b$ should stand",
        "the letters",
        "You can guess each from its sentence.",
    ),
    erratum(
        "E22",
        ["S0", "under Adam’s equations"],
        (Words, Typesetting),
        r"similar equations for $v_t$; the history is called $(t)$",
        r"for $b_t$; the history is $m_t$",
        "The equations of $v_t$ are printed; those of $b$ are the ones left out.",
    ),
    erratum(
        "E23",
        ["S0", "a caption at the end"],
        (Words, Typesetting),
        "a saddle point labelled as minima",
        "a saddle is no minimum; the caption seems to belong to another article",
        "A place with slope zero, from which one can still go down.",
    ),
    erratum(
        "E24",
        ["S2", "the ideal step"],
        (Words, Number),
        r"$\frac{g^\top g}{g^\top H g}$ as Newton’s method, in the direction of the gradient",
        r"the best length of a step along $-g$; Newton’s direction is $-H^{-1} g$",
        "In the ravine at (1, −4) the two directions are {{number E24 angle}} degrees apart. The best step leaves a \
         loss of {{number E24 along}}, Newton’s {{number E24 newton}}.",
    )
    .measured(numbers::directions),
    erratum(
        "E25",
        ["S2", "negative curvature"],
        (Words, Typesetting),
        "half a sentence stands twice",
        "once",
        "A reader of the article has noted it.",
    ),
    erratum(
        "E26",
        ["S2", "momentum, in three of the texts"],
        (Missing, Number),
        r"$\gamma, \eta$ here, $\eta, \alpha$ there, $\mu, \eta$ in the third; $v$ with both signs",
        "say which letters, and whether $v$ holds the rate",
        "With a fixed rate all forms walk the same path: after 100 steps they are {{number E26 fixed}} apart. When the \
         rate changes, the form that keeps $v$ without it is {{number E26 changing}} away.",
    )
    .measured(numbers::forms),
    erratum(
        "E27",
        ["S2", "momentum written out"],
        (Formula, Behaviour),
        r"$\nu_3 = -\tfrac{9}{10} (\tfrac{9}{10} G_1 - G_2) - G_3$",
        r"$\nu_3 = -\tfrac{9}{10} (\tfrac{9}{10} G_1 + G_2) - G_3$",
        "Only the bracket is wrong; the line’s result is right. Whoever programs the bracket parts after step \
         {{number E27 parts}}.",
    ),
    erratum(
        "E28",
        ["S2", "momentum’s memory"],
        (Words, Number),
        "an exponential average",
        "a sum: its weights do not add up to one",
        "With a momentum of 0.9 they add up to {{number E28 sum}}.",
    )
    .measured(numbers::weights),
    erratum(
        "E29",
        ["S2", "RMSProp in words"],
        (Words, Typesetting),
        r"the old average times $\nu$, the new square times $(1 - \nu)$",
        r"$\rho$ and $(1 - \rho)$",
        r"$\nu$ is the average itself.",
    ),
    erratum(
        "E30",
        ["S2", "the weights of the past"],
        (Words, Number),
        r"the latest weighs $p$, the one before $p^2$, then $p^3$",
        r"$(1 - \rho)$, $(1 - \rho) \rho$, $(1 - \rho) \rho^2$",
        "At $\\rho = 9/10$: {{number E30 first}}, {{number E30 second}} and {{number E30 third}}. The printed weights \
         would add up to {{number E30 printed}}.",
    )
    .measured(numbers::weights),
    erratum(
        "E31",
        ["S2", "RMSProp in the ravine"],
        (Words, Behaviour),
        r"the average is large for $w_2$",
        r"for $w_1$, whose gradients are the larger ones; the next sentence has it right",
        "After one step in our ravine it is {{number E31 w1}} for $w_1$ and {{number E31 w2}} for $w_2$.",
    ),
    erratum(
        "E32",
        ["S2", "Adam’s name, also in the notes"],
        (Words, Typesetting),
        "Adaptive Moment Optimization; Adaptive Momentum",
        "Adaptive Moment Estimation",
        "It estimates two moments: a mean and a mean square.",
    ),
    erratum(
        "E33",
        ["S2", "Adam’s equations"],
        (Formula, Behaviour),
        r"both averages with a minus, the step times $g_t$ once more, no bias correction",
        r"plus signs, no extra $g_t$, both averages divided by $1 - \beta^t$",
        "As printed: the root of a negative number at step 1. With the signs mended and the extra gradient kept, a loss \
         of {{number E33 start}} becomes {{number E33 first}} in one step, and the walk is beyond all bounds at step \
         {{number E33 lost}}. With bias correction as well, at step {{number E33 corrected}}.",
    ),
    erratum(
        "E34",
        ["S2", "under Adam’s equations"],
        (Words, Typesetting),
        "“as was the case with momentum”, twice",
        "the second time: with RMSProp",
        "The mean is momentum’s, the root is RMSProp’s.",
    ),
    erratum(
        "E35",
        ["S2", "the closing section"],
        (Words, Typesetting),
        "three methods called adaptive, momentum among them",
        "momentum has one rate for every parameter",
        "Adaptive are those with a rate for each.",
    ),
    erratum(
        "E36",
        ["S2", "a reader’s comment"],
        (Words, Typesetting),
        "“epsilon is equation 2”",
        "in equation 2",
        "The article has it right by now.",
    ),
    erratum(
        "E60",
        ["S2", "momentum and RMSProp"],
        (Words, Typesetting),
        "simulated annealing",
        "annealing the rate: there is no temperature and no chance",
        "Simulated annealing sometimes accepts a worse place. Nothing here does.",
    ),
    erratum(
        "E61",
        ["S2", "the Hessian"],
        (Formula, Typesetting),
        r"$\frac{\partial^2 f}{\partial w_1^2}$ alone, for all combinations",
        r"$\frac{\partial^2 f}{\partial w_1 \partial w_2}$ as well",
        "The mixed ones turn the bowl.",
    ),
    erratum(
        "E63",
        ["S2", "RMSProp’s step"],
        (Words, Typesetting),
        "divide by the average; move in the direction of the gradient",
        "by the root of the average plus ε; against the gradient",
        "The formulas beside it have both.",
    ),
    erratum(
        "E64",
        ["S2", "the Hessian in words"],
        (Words, Typesetting),
        "a matrix of all these gradients",
        "of all second derivatives",
        "A gradient is a row of first ones.",
    ),
    erratum(
        "E65",
        ["S2", "momentum’s formula"],
        (Formula, Typesetting),
        r"$\nabla_w \sum_1^m L_m$",
        r"$\sum_{i=1}^{m} \frac{\partial L_i}{\partial \omega_j}$",
        "The limit is used as the index, and the parameter has no number.",
    ),
];
