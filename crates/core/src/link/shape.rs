//! The grammar of links as tables: how the value of every key is written.

/// What stands between the keys, or the rows, of a value at the top, inside one, and inside that.
pub(super) const SEPARATORS: [char; 2] = [';', ':'];

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// `0.5`, `true` or `cosine`: a number or a switch where it reads as one, else a word.
    Scalar,
    /// Any text, also one that reads as a number.
    Text,
    /// `contour,rule`: a list of scalars.
    List,
    /// `20` or `0.1,1,10`: one scalar, or a list, which ends with a comma if it has one item.
    Either,
    /// `0.5,0.2;2.5,0.9`: lists of scalars; or one word.
    Rows,
    /// `12`, `end`, `u-turn` or `loss_below=0.1`: when a question waits.
    Moment,
    /// `cosine:over=200`: a head without its key, and settings.
    Object(&'static Object),
}

/// An object whose keys stand in one value.
#[derive(Debug)]
pub(super) struct Object {
    /// The key whose value comes first, without the key.
    pub(super) head: Option<(&'static str, Shape)>,
    /// How its other keys are written; those that are not listed are scalars.
    pub(super) keys: &'static [(&'static str, Shape)],
    /// A key that may stand more than once in a link, the key of the list that these make, and the shape of its items.
    pub(super) many: Option<(&'static str, &'static str, Shape)>,
}

impl Object {
    pub(super) fn shape(&self, key: &str) -> Shape {
        let all = self.head.iter().chain(self.keys);
        all.into_iter().find(|(known, _)| *known == key).map_or(Shape::Scalar, |(_, shape)| *shape)
    }
}

/// An object of scalars.
const fn plain(head: Option<(&'static str, Shape)>) -> Object {
    Object { head, keys: &[], many: None }
}

pub(super) static FUNCTION: Object = plain(Some(("function", Shape::Scalar)));
static SCHEDULE: Object = plain(Some(("kind", Shape::Scalar)));
static BATCH: Object = plain(Some(("size", Shape::Scalar)));
static NOISE: Object = plain(Some(("deviation", Shape::Scalar)));
static BOUND: Object = plain(None);
static CAMERA: Object = plain(None);

pub(super) static RUN: Object = Object {
    head: Some(("method", Shape::Scalar)),
    keys: &[
        ("start", Shape::List),
        ("name", Shape::Text),
        ("schedule", Shape::Object(&SCHEDULE)),
        ("momentum_schedule", Shape::Object(&SCHEDULE)),
        ("changes", Shape::Rows),
        ("batch", Shape::Object(&BATCH)),
        ("noise", Shape::Object(&NOISE)),
    ],
    many: None,
};

static OPTION: Object = Object { head: Some(("text", Shape::Text)), keys: &[("why", Shape::Text)], many: None };
static ANSWER: Object = Object { head: None, keys: &[("value", Shape::Either)], many: None };

pub(super) static QUESTION: Object = Object {
    head: Some(("kind", Shape::Scalar)),
    keys: &[
        ("id", Shape::Text),
        ("at", Shape::Moment),
        ("ask", Shape::Text),
        ("why", Shape::Text),
        ("answer", Shape::Object(&ANSWER)),
    ],
    many: Some(("option", "options", Shape::Object(&OPTION))),
};

/// The keys of a surface that is no function, as they stand in a link.
pub(super) const GROUND: [(&str, Shape); 5] = [
    ("model", Shape::Scalar),
    ("expression", Shape::Text),
    ("data", Shape::Rows),
    ("reduce", Shape::Scalar),
    ("validation", Shape::Rows),
];

/// The keys of a figure that stand in a link as they are, after the surface and the runs.
pub(super) const FIGURE: [(&str, Shape); 5] = [
    ("steps", Shape::Scalar),
    ("until", Shape::Object(&BOUND)),
    ("version", Shape::Scalar),
    ("title", Shape::Text),
    ("alt", Shape::Text),
];

/// The keys of its `view`.
pub(super) const VIEW: [(&str, Shape); 10] = [
    ("views", Shape::List),
    ("window", Shape::Rows),
    ("levels", Shape::Either),
    ("height", Shape::Scalar),
    ("palette", Shape::Scalar),
    ("camera", Shape::Object(&CAMERA)),
    ("layers", Shape::List),
    ("curves", Shape::List),
    ("knobs", Shape::List),
    ("theme", Shape::Scalar),
];
