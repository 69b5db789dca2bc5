//! The misprints of the slides on adaptive rates and of the notes on gradient descent.

use super::Group::{Formula, Missing, Program, Words};
use super::Kind::{Behaviour, Number, Typesetting};
use super::{Erratum, erratum, numbers};

pub(super) const ERRATA: &[Erratum] = &[
    erratum(
        "E37",
        ["S3", "diagonal Newton"],
        (Formula, Typesetting),
        r"$w_i = w_i - \dots$",
        r"$w_i' = w_i - \dots$",
        "The new point has no name of its own.",
    ),
    erratum(
        "E38",
        ["S3", "AdaDelta"],
        (Missing, Number),
        r"$s^{(0)}$ and $v^{(0)}$ are not given",
        "both are zero",
        "With zero, ε alone makes the first step: {{number E38 first}} from (1, 0) on the saddle.",
    )
    .measured(numbers::first_adadelta),
    erratum(
        "E39",
        ["S3", "AdaDelta’s units"],
        (Words, Number),
        "the step has the unit of the parameter",
        "only where ε counts for nothing; the two ε would need units of their own",
        "Measure $w$ in quarters: a true step would be {{number E39 true}} times as large in those numbers, AdaDelta’s \
         first is {{number E39 ours}} times.",
    )
    .measured(numbers::units),
    erratum(
        "E40",
        ["S3", "Adam as RMSProp and momentum"],
        (Words, Number),
        "standard momentum",
        r"the average form, $m = \rho \, m + (1 - \rho) \, g$",
        "At $\\rho = 9/10$ standard momentum is {{number E28 sum}} times as long on a steady slope.",
    ),
    erratum(
        "E41",
        ["S3", "Adam’s equations"],
        (Formula, Behaviour),
        r"$v^{(t)} = \rho_2 \, m^{(t-1)} + \dots$",
        r"$v^{(t)} = \rho_2 \, v^{(t-1)} + \dots$",
        "A mean can be negative, and then there is no root. They part after step {{number E41 parts}}.",
    ),
    erratum(
        "E42",
        ["S4", "the program of momentum"],
        (Words, Typesetting),
        "with μ = 0 this is just SGD",
        "just gradient descent: no sample is drawn",
        "Stochastic means that a step sees part of the data.",
    ),
    erratum(
        "E43",
        ["S4", "all five programs"],
        (Program, Behaviour),
        "the path is an array tiled from the starting values",
        "an array of floating-point numbers",
        "Start at whole numbers and NumPy cuts every place off to one. They part after step {{number E43 parts}}.",
    ),
    erratum(
        "E44",
        ["S4", "momentum as an average"],
        (Words, Behaviour),
        r"$v_t = (1 - \beta) \, v_{t-1} + \beta \nabla f$, and β usually 0.9",
        r"0.9 is the share of the old $v$; in this formula that is $1 - \beta$",
        "As printed a tenth of the memory stays. With noisy slopes the walk goes {{number E44 printed}} to and fro \
         across the ravine where it was to go {{number E44 meant}}.",
    ),
    erratum(
        "E45",
        ["S4", "the double minimum"],
        (Missing, Number),
        "the surface is not given",
        "one of ours: $x^4/4 - x^2/2 + 3x/20 + y^2$",
        "On it momentum ends at $x =$ {{number E45 momentum}} and descent at {{number E45 descent}}.",
    )
    .measured(numbers::double_well),
    erratum(
        "E46",
        ["S4", "AdaGrad in words"],
        (Words, Typesetting),
        "the rate follows the consistency, or the variance, of the gradients",
        "their squares, added up",
        "Large gradients that never change also shrink it.",
    ),
    erratum(
        "E47",
        ["S4", "AdaGrad’s memory"],
        (Formula, Behaviour),
        r"$G_t = \sum g_i \, g_i^\top$, a matrix, which the next line takes for a vector",
        "its diagonal",
        "The full matrix exists, as another method. In a turned ravine they part after step {{number E47 parts}}.",
    ),
    erratum(
        "E48",
        ["S4", "text and programs"],
        (Program, Behaviour),
        r"$\sqrt{v + \varepsilon}$ in the text, $\sqrt{v} + \varepsilon$ in the program; AdaDelta’s program has it inside",
        "either, but the same in both",
        "On a gradient of two millionths RMSProp’s first step is {{number E48 inside}} with ε inside and \
         {{number E48 outside}} with it outside, {{number E48 times}} times as long.",
    ),
    erratum(
        "E49",
        ["S4", "AdaGrad and the variance"],
        (Words, Number),
        "the sum is called a variance, with the formula of one about its mean",
        "a sum of squares, about zero",
        "Ten gradients of 2: their variance is {{number E49 variance}}, their sum of squares {{number E49 sum}}.",
    )
    .measured(numbers::variance),
    erratum(
        "E50",
        ["S4", "AdaGrad’s decay"],
        (Words, Behaviour),
        "a lower variance leads to smaller steps",
        "a smaller sum leads to a larger rate, as two sentences before",
        "Followed to the letter it multiplies where AdaGrad divides. They part after step {{number E50 parts}}.",
    ),
    erratum(
        "E51",
        ["S4", "RMSProp in words"],
        (Words, Typesetting),
        "a weighted sum of squared cost values",
        "of squared gradients",
        "The formula beside it is right. RMSProp never asks how high it stands.",
    ),
    erratum(
        "E52",
        ["S4", "AdaDelta’s memory"],
        (Words, Typesetting),
        "a window of fixed size",
        "an exponential average: everything counts, the old less and less",
        "There is nothing to cut off.",
    ),
    erratum(
        "E53",
        ["S4", "units"],
        (Formula, Typesetting),
        r"$\partial f / \partial x$ beside units of $\theta$",
        r"$\partial f / \partial \theta$",
        "One letter for one thing.",
    ),
    erratum(
        "E54",
        ["S4", "Newton’s method"],
        (Formula, Behaviour),
        r"$x - \frac{f}{f'}$",
        r"$x - \frac{f'}{f''}$",
        "The first looks for a root of $f$. Where $f$ has none, it never comes to rest.",
    ),
    erratum(
        "E55",
        ["S4", "the program of AdaDelta"],
        (Program, Behaviour),
        "a rate is passed in and not used, and so is one memory",
        "without them",
        "It explains why AdaDelta looks robust to its rate there: it takes {{number E55 ignored}} steps off the ridge at \
         every rate. Had the rate counted, at a tenth it would be on the ridge after 120 steps.",
    ),
    erratum(
        "E56",
        ["S4", "Adam’s averages"],
        (Words, Typesetting),
        "like a weighted variance; $m$ and $v$ without their time; their dispersion adjusts the gradient",
        r"a weighted mean and a weighted mean square, $m_t$ and $v_t$",
        "$m$ is a mean. There is no dispersion in it.",
    ),
    erratum(
        "E57",
        ["S4", "bias correction"],
        (Words, Number),
        "it reduces what the initial values contribute; $t$ is the epoch",
        "it makes up for the zeros at the start; $t$ counts updates",
        "After ten updates of a first epoch $m$ is {{number E57 right}} of the mean. Divide by $1 - \\beta^1$ and you \
         get {{number E57 epoch}} times the mean.",
    )
    .measured(numbers::epochs),
    erratum(
        "E58",
        ["S4", "the comparison of rates"],
        (Missing, Number),
        "three rates, of which one is named; no start, μ, β or ρ",
        "ours: 0.001, 0.01 and 0.1, from (1, 0.001), 0.9 for each",
        "Who wins depends on the measure: see the claim about small rates.",
    ),
    erratum(
        "E59",
        ["S4", "all programs"],
        (Program, Typesetting),
        "indentation lost, two spellings of one name, a range from 1 to n",
        "as Python wants it; the range makes n − 1 updates",
        "The path has n points, its start among them.",
    ),
    erratum(
        "E66",
        ["S4", "β in two places"],
        (Words, Typesetting),
        "β weights the new value in one formula and the old one in another, called analogous",
        "one meaning, and say which",
        "See momentum as an average, above.",
    ),
];
