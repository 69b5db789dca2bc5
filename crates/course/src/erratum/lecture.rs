//! The misprints of the lecture's slides.

use super::Group::{Formula, Missing, Program};
use super::Kind::{Behaviour, Number, Typesetting};
use super::{Erratum, erratum, numbers};

pub(super) const ERRATA: &[Erratum] = &[
    erratum(
        "E1",
        ["S1", "the objective and its worked value"],
        (Formula, Number),
        r"$\sum_i (f(x_i) - y_i)^2$ at first, then $\tfrac12 \sum_i (f(x_i) - y_i)^2$",
        r"one of the two; the slopes on the slides go with $\tfrac12$",
        "The same guess has the loss {{number E1 with}} with the half and {{number E1 without}} without, and every \
         slope doubles.",
    )
    .measured(numbers::half),
    erratum(
        "E2",
        ["S1", "the table of guesses"],
        (Missing, Number),
        r"losses 0.0214 and 0.0028 for the third and fourth guess, 0.0730 for the first",
        r"{{number E2 third}}, {{number E2 fourth}} and {{number E2 first}} from the printed $w$ and $b$",
        "Only the digits change. The guesses keep their order.",
    )
    .measured(numbers::guesses),
    erratum(
        "E3",
        ["S1", "the partial derivatives"],
        (Formula, Typesetting),
        r"an integral sign with $w = w_t,\, b = b_t$, and a second $\nabla b_t$ that belongs to nothing",
        r"an evaluation bar: $\left. \frac{\partial \mathcal{L}}{\partial w} \right|_{w = w_t,\, b = b_t}$",
        "None. The slope is taken where you stand.",
    ),
    erratum(
        "E4",
        ["S1", "algorithm 1"],
        (Program, Behaviour),
        "the loop tests $t$ and never counts it up",
        r"$t \leftarrow t + 1$ at the end of the loop",
        "As printed it never stops. The two part at step {{number E4 parts}}, where the right one rests.",
    ),
    erratum(
        "E5",
        ["S1", "the chain rule"],
        (Formula, Typesetting),
        r"$\lvert f(y) \rvert =$ before the slope of the sigmoid",
        r"$\frac{\partial}{\partial w} \frac{1}{1 + e^{-(wx + b)}} =$",
        "None. The lines below it are right.",
    ),
    erratum(
        "E6",
        ["S1", "the two sums"],
        (Formula, Typesetting),
        r"one sum runs to $2$, the other to $n$",
        "both run over the same points, here two",
        "None, with two points.",
    ),
    erratum(
        "E7",
        ["S1", "both listings of descent"],
        (Program, Behaviour),
        "the error is never set to zero nor added up, a slope function has no return, $dw$ and $db$ have broken \
         starts, the last line has slipped out of the function",
        r"$\text{err} = 0$ and $\text{err} \mathrel{+}= \tfrac12 (f - y)^2$; return the slope; $dw, db = 0, 0$",
        "The program stops at its first step: nothing comes back where a slope was expected.",
    ),
    erratum(
        "E8",
        ["S1", "the update, repeated"],
        (Formula, Typesetting),
        r"$w = w \, \eta \nabla w$",
        r"$w = w - \eta \nabla w$",
        "The minus sign is the direction. Nobody will multiply here.",
    ),
    erratum(
        "E9",
        ["S1", "momentum written out"],
        (Formula, Behaviour),
        r"$\dots + \gamma^{t-1} \eta \nabla w_1 + \gamma^{t-2} \eta \nabla w_1 + \dots$",
        r"$\dots + \gamma^{t-1} \eta \nabla w_1 + \gamma^{t-2} \eta \nabla w_2 + \dots$",
        "The first gradient counts twice and the second not at all. They part after step {{number E9 parts}}.",
    ),
    erratum(
        "E10",
        ["S1", "the valley example"],
        (Missing, Number),
        "the input data are changed, but not given",
        "two points of ours that bring back the two losses on the slide",
        "On ours descent is at {{number E10 descent}} after 100 steps and momentum at {{number E10 momentum}}. The \
         slide says 0.36 and 0.00001.",
    )
    .measured(numbers::valley),
    erratum(
        "E11",
        ["S1", "the look-ahead"],
        (Formula, Typesetting),
        r"$w_{\text{look}} = w_t \, \gamma \cdot v$",
        r"$w_{\text{look}} = w_t - \gamma \, v_{t-1}$",
        "The minus sign is lost, and the time of $v$.",
    ),
    erratum(
        "E12",
        ["S1", "mini-batch descent"],
        (Program, Behaviour),
        "the update stands outside the loop over the points; a batch that does not come out even loses its rest",
        "the update inside the loop, and a rule for the rest: ours makes a smaller last batch",
        "As printed there is one update an epoch, whatever the batch. With the loop mended, of \
         {{number E12 seen}} points in two epochs of five, {{number E12 lost}} is heard by no update, and the first batch of \
         the second epoch has size {{number E12 short}}.",
    ),
    erratum(
        "E13",
        ["S1", "momentum and its stochastic copy"],
        (Program, Behaviour),
        "one memory for $w$ and $b$, filled from $w$ twice; the stochastic copy never stores that of $w$",
        "a memory for each",
        "$b$ moves with the memory of $w$. They part after step {{number E13 parts}}.",
    ),
    erratum(
        "E14",
        ["S1", "exponential decay"],
        (Formula, Behaviour),
        r"$\eta = \eta_0^{-kt}$",
        r"$\eta = \eta_0 \, e^{-kt}$",
        "For a first rate below one the printed rate grows. With $\\eta_0 = 1/10$, $k = 1/100$ it is \
         {{number E14 printed-100}} at $t = 100$; meant was {{number E14 meant-100}}.",
    ),
    erratum(
        "E15",
        ["S1", "the slopes of four inputs"],
        (Formula, Typesetting),
        r"$(f(x) \; y) \, f(x) \, (1 \; f(x)) \, x^1$",
        r"$(f(x) - y) \, f(x) \, (1 - f(x)) \, x^1$",
        "Two minus signs are lost.",
    ),
    erratum(
        "E16",
        ["S1", "the program of AdaGrad"],
        (Program, Typesetting),
        "a broken def, a dot for an underscore, le-8 for 1e-8, the update outside the loop",
        "def, v_w, 1e-8, the update in the loop",
        "It does not run as it stands.",
    ),
    erratum(
        "E17",
        ["S1", "the program of RMSProp"],
        (Program, Behaviour),
        "one memory has another name, a multiplication sign is missing, the update is outside the loop",
        "v_b, the sign, and the update in the loop",
        "Once it runs, it stands still through every epoch and moves once, at the end.",
    ),
    erratum(
        "E18",
        ["S1", "the program of Adam"],
        (Program, Typesetting),
        "starting values, ε and β lost, sgrt for sqrt, two multiplication signs missing, a batch size that is not used",
        r"zeros, $10^{-8}$, $\tfrac{9}{10}$ and $\tfrac{999}{1000}$",
        "It does not run as it stands.",
    ),
    erratum(
        "E19",
        ["S1", "Adam’s usual settings"],
        (Formula, Typesetting),
        r"$\varepsilon = 1e\,8$",
        r"$\varepsilon = 10^{-8}$",
        "The sign of an exponent: a hundred millionth, not a hundred million.",
    ),
    erratum(
        "E20",
        ["S1", "why bias correction"],
        (Formula, Typesetting),
        r"$(1 \; \beta) \sum$",
        r"$(1 - \beta) \sum$",
        "A minus sign is lost in one line. The result is right.",
    ),
    erratum(
        "E62",
        ["S1", "steps in one epoch"],
        (Missing, Typesetting),
        "the table has lost the names of its rows",
        r"all data: $1$; stochastic: $N$; mini-batch: $N/B$",
        "Where $B$ does not divide $N$, a smaller last batch makes it the next whole number.",
    ),
];
