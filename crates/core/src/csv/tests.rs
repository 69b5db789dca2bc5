//! Every separator and line end, every bad text with its own words, and the way there and back.

use super::*;

use alloc::format;
use alloc::string::ToString;

fn rows(text: &str) -> Vec<Vec<f64>> {
    read(text, 2).unwrap_or_else(|problems| panic!("{text:?}: {}", problems[0])).rows
}

#[test]
fn every_separator_every_line_end() {
    let expected = [[0.5, 0.2], [2.5, -0.9]];
    for text in [
        "0.5,0.2\n2.5,-0.9",
        "0.5, 0.2\n2.5, -0.9\n",
        "0.5;0.2\r\n2.5;-0.9\r\n",
        "0,5;0,2\r\n2,5;-0,9",
        "0.5\t0.2\n2.5\t-0.9\n",
        "0,5\t0,2\n2,5\t-0,9\n",
        "0.5 0.2\n2.5   -0.9\n",
        "  0.5 \t0.2  \n  2.5 \t-0.9\n",
        "0,5 0,2\n2,5 \u{2212}0,9\n",
        "0.5,0.2\r2.5,-0.9\r",
        "\u{feff}x,y\n0.5,0.2\n2.5,-0.9\n",
        "\"x\";\"y\"\n\"0.5\";\"0.2\"\n\"2.5\";\"-0.9\"\n",
        "the measurements of Monday\n0.5,0.2\n2.5,-0.9\n",
        "\n\n0.5,0.2\n,\n \n2.5,-0.9\n\n",
        "0.5,0.2,\n2.5,-0.9,,,\n",
        "+5e-1,2E-1\n25e-1,-.9\n",
        "0.5, 0.2\n2.5,\t-0.9\n",
    ] {
        assert_eq!(rows(text), expected, "{text:?}");
    }
}

#[test]
fn four_inputs_have_five_columns() {
    let sheet = read("x1,x2,x3,x4,y\n1,2,3,4,5\n", 5).unwrap();
    assert_eq!((sheet.rows, sheet.separator), (alloc::vec![alloc::vec![1.0, 2.0, 3.0, 4.0, 5.0]], Separator::Comma));
    assert_eq!(write(&[[1.0, 2.0, 3.0, 4.0, 5.0]]), "x1,x2,x3,x4,y\n1,2,3,4,5\n");
}

#[test]
fn what_was_understood_is_told() {
    let sheet = read("width;height\n1,234;2\n", 2).unwrap();
    assert_eq!(sheet.comma, Some(("1,234".to_string(), 1.234)));
    let json = serde_json::to_string(&sheet.tree()).unwrap();
    let notes = r#""notes":{"separator":"semicolons","header":"width;height","comma":["1,234",1.234]}"#;
    assert_eq!(json, format!(r#"{{"rows":[[1.234,2]],{notes}}}"#));
}

/// A text, and all that is said of it.
#[rustfmt::skip]
const BAD: &[(&str, &str)] = &[
    ("", "line 1: nothing; needed are rows of 2 numbers: x, y"),
    ("\u{feff}", "line 1: nothing; needed are rows of 2 numbers: x, y"),
    (" \r\n\t\n,;\n", "line 1: nothing; needed are rows of 2 numbers: x, y"),
    ("\nx,y\n", "line 2: only a header, \"x,y\"; needed are rows of 2 numbers below it: x, y"),
    ("PK\u{3}\0\0", "line 1: a character that no text has; allowed is plain text: save the sheet as CSV, in UTF-8"),
    ("1,2\nhello", "line 2: 1 cell; allowed are 2: x, y"),
    ("1\n2", "line 1: 1 cell; allowed are 2: x, y\nline 2: 1 cell; allowed are 2: x, y"),
    ("1,2\n3", "line 2: 1 cell; allowed are 2: x, y"),
    ("1,2\n3,4,5", "line 2: 3 cells; allowed are 2: x, y"),
    ("1,2,3", "line 1: 3 cells; allowed are 2: x, y"),
    ("0,5,1,2", "line 1: 4 cells; allowed are 2: x, y; decimal commas need semicolons or tabs between cells"),
    ("1,2\n3;4", "line 2: semicolons here, commas elsewhere; allowed is one separator throughout"),
    ("1\t2\n3,4", "line 2: commas here, tabs elsewhere; allowed is one separator throughout"),
    ("1;2\n3,4\n5,6", "line 1: semicolons here, commas elsewhere; allowed is one separator throughout"),
    ("1;2\n3 4\n5;6", "line 2: spaces here, semicolons elsewhere; allowed is one separator throughout"),
    ("1,high", "line 1, cell 2: \"high\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("x,1\n2,3", "line 1, cell 1: \"x\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("x,y\nu,v\n1,2", "line 2, cell 1: \"u\"; allowed is a number such as 0.5, -2 or 1e-3\n\
                       line 2, cell 2: \"v\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,2\nx,y", "line 2, cell 1: \"x\"; allowed is a number such as 0.5, -2 or 1e-3\n\
                  line 2, cell 2: \"y\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,", "line 1, cell 2: nothing; allowed is a number such as 0.5, -2 or 1e-3"),
    (",1", "line 1, cell 1: nothing; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,2\n3,\"\"", "line 2, cell 2: nothing; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,NaN", "line 1, cell 2: \"NaN\"; allowed is a finite number"),
    ("nan,nan\n1,2", "line 1, cell 1: \"nan\"; allowed is a finite number\nline 1, cell 2: \"nan\"; allowed is a finite number"),
    ("1;-inf", "line 1, cell 2: \"-inf\"; allowed is a finite number"),
    ("1,1e999", "line 1, cell 2: \"1e999\"; allowed is a finite number"),
    ("1,#N/A", "line 1, cell 2: \"#N/A\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,50%", "line 1, cell 2: \"50%\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,0x10", "line 1, cell 2: \"0x10\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("1,2026-01-01", "line 1, cell 2: \"2026-01-01\"; allowed is a number such as 0.5, -2 or 1e-3"),
    ("\"1,234\",2", "line 1, cell 1: \"1,234\"; allowed is a number with nothing between its thousands, such as 1234.5"),
    ("1.234,5;2", "line 1, cell 1: \"1.234,5\"; allowed is a number with nothing between its thousands, such as 1234.5"),
    ("1\t2 000", "line 1, cell 2: \"2 000\"; allowed is a number with nothing between its thousands, such as 1234.5"),
    ("1,\"2,5\"", "line 1, cell 2: \"2,5\"; allowed is a decimal point; a decimal comma needs semicolons or tabs between cells"),
    ("1,5;2\n1;2.5", "line 2, cell 2: \"2.5\"; allowed is one decimal sign throughout"),
    ("1,2\n3,\"4", "line 2, cell 2: a quote that is not closed, or text after it; allowed are quotes around a whole cell"),
    ("\"1\"2,3", "line 1, cell 1: a quote that is not closed, or text after it; allowed are quotes around a whole cell"),
    ("\"1,2\"\n\"3,4\"", "line 1: 1 cell; allowed are 2: x, y\nline 2: 1 cell; allowed are 2: x, y"),
    ("{\"data\": [[1, 2]]}", "line 1, cell 1: \"{\"data\": [[1\"; allowed is a number such as 0.5, -2 or 1e-3\n\
                             line 1, cell 2: \"2]]}\"; allowed is a number such as 0.5, -2 or 1e-3"),
];

#[test]
fn every_bad_text_has_its_own_words() {
    for (text, expected) in BAD {
        let problems = read(text, 2).expect_err(text);
        let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), *expected, "{text:?}");
    }
}

#[test]
fn too_much_is_refused_and_nothing_is_read_for_nothing() {
    let first = |text: &str| read(text, 2).unwrap_err();
    let long = format!("1,2\n{},3\n", "4".repeat(MAX_LINE));
    assert_eq!(first(&long)[0].to_string(), "line 2: 1002 characters; allowed are 1000 in a line");
    let wide = format!("1,{}", "2".repeat(101));
    let said = "line 1, cell 2: 101 characters, more than 100; allowed is a number of up to 100 characters";
    assert_eq!(first(&wide)[0].to_string(), said);

    assert_eq!(read(&"1,2\n".repeat(MAX_ROWS), 2).unwrap().rows.len(), MAX_ROWS);
    let rows = first(&"1,2\n".repeat(MAX_ROWS + 1));
    assert_eq!(rows[0].to_string(), "line 10001: more than 10000 rows; allowed are 1 to 10000");
    assert_eq!(first(&"a,b\n".repeat(1_000_000)).len(), MAX_PROBLEMS);
    assert_eq!(first(&"7".repeat(10_000_000))[0].kind, Kind::Line);
}

#[test]
fn what_is_written_is_read_back_bit_by_bit() {
    let hard = [0.1 + 0.2, -0.0, 5e-324, f64::MAX, 1.0 / 3.0, -2.5e-11, 1e21, 123_456_789.123_456_79];
    let rows: Vec<[f64; 2]> = hard.iter().zip(hard.iter().rev()).map(|(x, y)| [*x, *y]).collect();
    let back = read(&write(&rows), 2).unwrap().rows;
    let bits = |rows: &[&[f64]]| rows.iter().flat_map(|row| row.iter().map(|x| x.to_bits())).collect::<Vec<_>>();
    let [mine, theirs] = [rows.iter().map(|r| &r[..]).collect::<Vec<_>>(), back.iter().map(|r| &r[..]).collect()];
    assert_eq!(bits(&mine), bits(&theirs));
    for set in crate::data::DATA_SETS {
        assert_eq!(read(&write(set.rows), 2).unwrap().rows, set.rows, "{}", set.id);
    }
}
