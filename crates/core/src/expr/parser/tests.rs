//! What is refused, and with which words; where the limits are.

use alloc::format;
use alloc::string::{String, ToString};

use super::super::{Expression, Mistake};
use crate::{Landscape, Vector};

fn at(text: &str, w: f64, b: f64) -> f64 {
    Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}")).value(Vector([w, b]))
}

#[test]
fn limits_are_where_they_are_said_to_be() {
    let padded = |length: usize| format!("w{}", " ".repeat(length - 1));
    assert!(Expression::parse(&padded(1024)).is_ok());
    let error = Expression::parse(&padded(1025)).unwrap_err();
    assert_eq!(error.to_string(), "column 1: 1025 bytes; allowed are 1024");

    let around = |open: &str, close: &str, levels: usize| format!("{}w{}", open.repeat(levels), close.repeat(levels));
    for (open, close) in [("(", ")"), ("sin(", ")"), ("-", ""), ("+", ""), ("2^", ""), ("max(w, ", ")"), ("-(", ")")] {
        let levels = if open == "-(" { 32 } else { 64 };
        assert!(Expression::parse(&around(open, close, levels)).is_ok(), "{open}");
        let error = Expression::parse(&around(open, close, levels + 1)).unwrap_err();
        let allowed = "allowed are 64 parentheses, calls, signs and exponents around a part";
        assert_eq!(
            (error.mistake, error.found.as_str(), error.allowed.as_str()),
            (Mistake::Limit, "level 65", allowed)
        );
    }

    // 256 names and 255 signs between them are 511 nodes; they nest no deeper than one of them.
    let sum = |first: &str| format!("{first}{}", "+w".repeat(255));
    assert_eq!(at(&sum("w"), 1.0, 0.0), 256.0);
    assert_eq!(at(&sum("-w"), 1.0, 0.0), 254.0);
    let error = Expression::parse(&sum("--w")).unwrap_err();
    assert_eq!((error.column, error.found.as_str()), (514, "513 nodes"));
}

/// ((w + w) + (w + w)) + …: the tree that needs the most room, and its mirror images.
#[test]
fn the_deepest_stack_is_enough() {
    fn full(levels: usize, shape: usize) -> String {
        if levels == 0 {
            return "w".into();
        }
        let (small, large) = (full(levels.saturating_sub(1 + shape), shape), full(levels - 1, shape));
        format!("({small}-{large})")
    }
    for (levels, shape) in [(7, 0), (9, 1), (11, 2)] {
        let text = full(levels, shape);
        let value = at(&text, 1.0, 0.0);
        assert_eq!(Expression::parse(&text).unwrap().curve(Vector([1.0, 0.0])).value, value);
        assert_eq!(
            value.to_bits(),
            at(&Expression::parse(&text).unwrap().to_string(), 1.0, 0.0).to_bits(),
            "{levels} {shape}"
        );
    }
    assert_eq!(at("1-(2-(3-(4-(5-(6-(7-(8-(9-(10-(11-(12-w)))))))))))", 13.0, 0.0), 7.0);
}

#[test]
fn what_is_refused_is_refused_with_these_words() {
    let cases: &[(&str, Mistake, &str)] = &[
        ("", Mistake::Empty, "column 1: nothing; needed is an expression in w and b, such as w^2 + b^2"),
        (" \t", Mistake::Empty, "column 1: nothing; needed is an expression in w and b, such as w^2 + b^2"),
        ("2w", Mistake::Operator, "column 2: 2 and w with nothing between; write 2*w"),
        ("w + 2 b", Mistake::Operator, "column 7: 2 and b with nothing between; write 2*b"),
        ("-2w", Mistake::Operator, "column 3: -2 and w with nothing between; write -2*w"),
        ("2^3w", Mistake::Operator, "column 4: 2^3 and w with nothing between; write 2^3*w"),
        ("w²b", Mistake::Operator, "column 3: w² and b with nothing between; write w²*b"),
        ("w b", Mistake::Operator, "column 3: w and b with nothing between; write w*b"),
        ("1 000", Mistake::Operator, "column 3: 1 and 000 with nothing between; needed is an operator"),
        ("w(b + 1)", Mistake::Operator, "column 2: w and (b + 1) with nothing between; write w*(b + 1)"),
        ("(w)(b)", Mistake::Operator, "column 4: (w) and (b) with nothing between; write (w)*(b)"),
        ("(w - 1)b", Mistake::Operator, "column 8: (w - 1) and b with nothing between; write (w - 1)*b"),
        ("2sin(w)", Mistake::Operator, "column 2: 2 and sin(w) with nothing between; write 2*sin(w)"),
        (
            "2sin(w + b + 1 + 2 + 3 + 4)",
            Mistake::Operator,
            "column 2: 2 and sin(…) with nothing between; write 2*sin(…)",
        ),
        ("2sin", Mistake::Operator, "column 2: 2 and sin with nothing between; write 2*sin"),
        (
            "(w + b + 1 + 2 + 3 + 4)(w + b + 1 + 2 + 3 + 4)",
            Mistake::Operator,
            "column 24: … and (…) with nothing between; write …*(…)",
        ),
        ("2(w", Mistake::Operator, "column 2: 2 and (…) with nothing between; write 2*(…)"),
        ("1e", Mistake::Operator, "column 2: 1 and e with nothing between; write 1*e"),
        ("wb + 1", Mistake::Name, "column 1: \"wb\"; did you mean w*b?"),
        ("sine(w)", Mistake::Name, "column 1: \"sine\"; did you mean sin?"),
        ("arctan(w)", Mistake::Name, "column 1: \"arctan\"; did you mean atan?"),
        ("w + y", Mistake::Mixed, "column 5: y beside w or b; the two parameters are w and b, or x and y, not both"),
        ("x^2 + b", Mistake::Mixed, "column 7: b beside x or y; the two parameters are w and b, or x and y, not both"),
        ("w +", Mistake::Operand, "column 4: the end; needed is a number, a name or ("),
        ("w + * b", Mistake::Operand, "column 5: \"*\"; needed is a number, a name or ("),
        ("()", Mistake::Operand, "column 2: \")\"; needed is a number, a name or ("),
        ("2^", Mistake::Operand, "column 3: the end; needed is a number, a name or ("),
        ("²", Mistake::Operand, "column 1: \"²\"; needed is a number, a name or ("),
        ("min(w,)", Mistake::Operand, "column 7: \")\"; needed is a number, a name or ("),
        ("sin w", Mistake::Call, "column 1: sin without its arguments; write sin(w)"),
        ("sin 2", Mistake::Call, "column 1: sin without its arguments; write sin(2)"),
        ("sin²(w)", Mistake::Call, "column 1: sin without its arguments; write sin(…)^2"),
        ("sin^2(w)", Mistake::Call, "column 1: sin without its arguments; write sin(…)^…"),
        ("w + cos", Mistake::Call, "column 5: cos without its arguments; cos takes its arguments in parentheses"),
        ("sin cos(w)", Mistake::Call, "column 1: sin without its arguments; write sin(cos(w))"),
        ("sin()", Mistake::Arguments, "column 1: sin without arguments; it takes 1: sin(u)"),
        ("sin(w, b)", Mistake::Arguments, "column 1: sin with 2 arguments or more; it takes 1: sin(u)"),
        ("pow(w)", Mistake::Arguments, "column 1: pow with 1 argument; it takes 2: pow(u, v)"),
        ("pow(w, b, 2)", Mistake::Arguments, "column 1: pow with 3 arguments or more; it takes 2: pow(u, v)"),
        ("max(w)", Mistake::Arguments, "column 1: max with 1 argument; it takes 2 or more: max(u, v)"),
        ("(w + (b)", Mistake::Unclosed, "column 1: \"(\" that nothing closes; needed is a ) for it"),
        ("sin(w", Mistake::Unclosed, "column 4: \"(\" that nothing closes; needed is a ) for it"),
        ("w)", Mistake::Unopened, "column 2: \")\"; no ( is open here"),
        ("w, b", Mistake::Comma, "column 2: \",\"; commas stand between the arguments of a function"),
        ("1,5*w", Mistake::Comma, "column 2: \",\"; write 1.5"),
        ("(1,5)", Mistake::Comma, "column 3: \",\"; write 1.5"),
        ("w # b", Mistake::Character, "column 3: \"#\"; allowed are numbers, names, + - * / ^ ( ) and ,"),
        ("w = b", Mistake::Character, "column 3: \"=\"; an expression is one side only"),
        ("[w]", Mistake::Character, "column 1: \"[\"; write ("),
        ("|w|", Mistake::Character, "column 1: \"|\"; write abs( )"),
        ("√w", Mistake::Character, "column 1: \"√\"; write sqrt( )"),
        ("w⁴", Mistake::Character, "column 2: \"⁴\"; write ^ and the number"),
        ("5 ÷ w", Mistake::Character, "column 3: \"÷\"; write /"),
        ("1.*w", Mistake::Number, "column 1: \"1.\"; write 1 or 1.0"),
        ("1.2.3", Mistake::Number, "column 1: \"1.2.3\"; a number has digits and at most one point"),
        (".", Mistake::Number, "column 1: \".\"; a number has digits and at most one point"),
    ];
    for &(text, mistake, words) in cases {
        let error = Expression::parse(text).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.mistake), (words, mistake), "{text}");
        assert_eq!(mistake.name(), format!("{mistake:?}").to_lowercase(), "the page has words under this name");
    }
}

#[test]
fn a_name_that_is_like_no_other_is_answered_with_all_of_them() {
    let names = "w and b (or x and y), pi, e, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, ln, log, log10, \
        log2, sqrt, cbrt, abs, sign, sigmoid, softplus, relu, min, max or pow";
    for (text, column) in [("2foo", 2), ("1 + θ", 5)] {
        let error = Expression::parse(text).unwrap_err();
        assert_eq!(
            (error.mistake, error.column, error.allowed),
            (Mistake::Name, column, format!("allowed are {names}"))
        );
    }
}

#[test]
fn carets_stand_below_what_is_wrong() {
    let cases = [
        ("w + sine(b)", "    ^^^^", "\"w + sine(b)\""),
        ("π·ππ + 1", "  ^^", "\"π·ππ + 1\""),
        ("w +", "   ^", "\"w +\""),
        (
            "0123456789 + 0123456789 + sine(w) + 0123456789",
            "                          ^^^^",
            "\"…6789 + 0123456789 + sine(w) + 0123456789\"",
        ),
        ("w) + 0123456789 + 0123456789", " ^", "\"w) + 0123456789 + 0123…\""),
    ];
    for (text, caret, excerpt) in cases {
        let error = Expression::parse(text).unwrap_err();
        assert_eq!((error.caret().as_str(), error.excerpt(text).as_str()), (caret, excerpt), "{text}");
    }
}
