//! The keys of `scenario/1`.

use super::shape::{Object, Shape, Vocabulary, may, must};

use Shape::{Amount, Boolean, Day, Either, Integer, List, Map, MapOf, Name, Pair, Text};
use Vocabulary::{
    Acts, Conducts, Countries, GateSituations, Genders, Identities, Locales, Moods, Objections, Outcomes,
    Periods, Segments, Situations, Steps, Types,
};

const POINTS: Shape = Integer(0, 100);
const MOVE: Shape = Integer(-100, 100);
const COUNT: Shape = Integer(0, 1000);
const ACTS: Shape = List(&Name(Acts));
const TEXTS: Shape = List(&Text);
const LINES: Shape = List(&Either(&[Text, Shape::Object(&LINE)]));
const GAUGE_OR_START: Shape = Either(&[POINTS, Shape::Object(&GAUGE)]);
const SHIFTS: Shape = MapOf(Acts, &Shape::Object(&SHIFT));
const YIELDS: Shape = MapOf(Acts, &Integer(-100, 100));

pub(super) static SCENARIO: Object = Object {
    name: "scenario",
    keys: &[
        must("format", Shape::Exactly("scenario/1")),
        must("id", Text),
        must("title", Text),
        must("language", Name(Locales)),
        may("segment", Name(Segments)),
        must("level", Integer(1, 5)),
        must("summary", Text),
        must("objective", Text),
        may("law", List(&Either(&[Text, Shape::Object(&NORM)]))),
        must("date", Day),
        must("case_file", Shape::Object(&CASE_FILE)),
        must("persona", Shape::Object(&PERSONA)),
        must("truth", Shape::Object(&TRUTH)),
        may("facts", Map(&Shape::Object(&FACT))),
        may("topics", Map(&TEXTS)),
        may("objections", List(&Shape::Object(&OBJECTION))),
        may("answers", List(&Shape::Object(&ANSWER))),
        may("questions", List(&Shape::Object(&QUESTION))),
        may("signals", LINES),
        may("answered_by", Shape::Object(&ANSWERED_BY)),
        may("rules", List(&Shape::Object(&RULE))),
        may("lines", MapOf(Situations, &LINES)),
        must("outcomes", Shape::Object(&OUTCOMES)),
        may("shuffle", Shape::Object(&SHUFFLE)),
        may("hints", MapOf(Steps, &Text)),
        may("tests", List(&Shape::Object(&TEST))),
    ],
};

static NORM: Object =
    Object { name: "norm", keys: &[must("says", Text), may("against", List(&Name(Conducts)))] };

static LINE: Object = Object {
    name: "line",
    keys: &[
        must("say", Text),
        may("mood", Name(Moods)),
        may("country", Either(&[Name(Countries), List(&Name(Countries))])),
    ],
};

static CASE_FILE: Object = Object {
    name: "case-file",
    keys: &[
        must("creditor", Text),
        must("product", Text),
        must("account", Text),
        must("debtor", Text),
        may("treatment", Text),
        must("currency", Text),
        must("balance", Amount),
        must("past_due", List(&Shape::Object(&PAST_DUE))),
        may("verify", List(&Shape::Object(&VERIFICATION))),
        may("history", List(&Shape::Object(&HISTORY))),
        must("policy", Shape::Object(&POLICY)),
    ],
};

static PAST_DUE: Object =
    Object { name: "past-due", keys: &[must("concept", Text), must("amount", Amount), must("due", Day)] };

static VERIFICATION: Object =
    Object { name: "verification", keys: &[must("label", Text), must("value", Text)] };

static HISTORY: Object = Object { name: "history", keys: &[must("date", Day), must("note", Text)] };

static POLICY: Object = Object {
    name: "policy",
    keys: &[
        may("max_installments", COUNT),
        may("min_payment", Amount),
        may("max_discount", Amount),
        may("discount_until", Day),
        may("max_extension_days", COUNT),
        may("partial_payment", Boolean),
        may("restructure", Boolean),
        may("hardship", Shape::Object(&HARDSHIP)),
        may("methods", TEXTS),
    ],
};

static HARDSHIP: Object =
    Object { name: "hardship", keys: &[must("name", Text), must("description", Text), may("months", COUNT)] };

static PERSONA: Object = Object {
    name: "persona",
    keys: &[
        must("name", Text),
        may("gender", Name(Genders)),
        may("type", Name(Types)),
        must("about", Text),
        may("trust", GAUGE_OR_START),
        may("patience", GAUGE_OR_START),
        may("opens_at", Either(&[POINTS, Shape::Object(&MARK)])),
        may("agrees_at", POINTS),
        may("drift", Shape::Object(&SHIFT)),
        may("temper", SHIFTS),
        may("hangs_up_on", ACTS),
        may("warns", Boolean),
        may("gives_in_after", COUNT),
    ],
};

static GAUGE: Object =
    Object { name: "gauge", keys: &[must("start", POINTS), may("min", POINTS), may("max", POINTS)] };

static MARK: Object = Object { name: "mark", keys: &[must("enter", POINTS), may("leave", POINTS)] };

static SHIFT: Object = Object { name: "shift", keys: &[may("trust", MOVE), may("patience", MOVE)] };

static TRUTH: Object = Object {
    name: "truth",
    keys: &[
        must("cause", Name(Acts)),
        must("account", Text),
        must("means", Shape::Object(&MEANS)),
        must("willing", Boolean),
        may("undisputed", Amount),
    ],
};

static MEANS: Object = Object {
    name: "means",
    keys: &[must("now", Amount), must("monthly", Amount), may("every", Name(Periods)), must("from", Day)],
};

static FACT: Object = Object { name: "fact", keys: &[must("what", Text), may("public", Text)] };

static OBJECTION: Object = Object {
    name: "objection",
    keys: &[
        may("use", Name(Objections)),
        may("id", Text),
        may("title", Text),
        may("segment", Name(Segments)),
        may("act", Name(Acts)),
        may("opens", LINES),
        may("insists", LINES),
        may("hardened", LINES),
        may("gives_way", LINES),
        may("yields_to", YIELDS),
        may("needs", COUNT),
        may("hardens_on", ACTS),
        may("discloses", Text),
        may("gives_way_discloses", Text),
        may("claims", Text),
        may("needs_trust", POINTS),
        may("raised_on", ACTS),
        may("stops_collection", Boolean),
        may("hint", Text),
    ],
};

static ANSWER: Object = Object {
    name: "answer",
    keys: &[
        must("id", Text),
        must("to", ACTS),
        may("when", Text),
        must("says", LINES),
        may("discloses", Text),
    ],
};

static QUESTION: Object = Object {
    name: "question",
    keys: &[
        must("id", Text),
        may("when", Text),
        must("says", LINES),
        must("answered_by", ACTS),
        may("ignored", LINES),
    ],
};

static ANSWERED_BY: Object = Object {
    name: "answered-by",
    keys: &[
        must("identity", Name(Identities)),
        must("name", Text),
        may("gender", Name(Genders)),
        must("relation", Text),
        may("passes_on", Shape::Object(&PASSES_ON)),
        may("lines", MapOf(GateSituations, &LINES)),
        may("answers", List(&Shape::Object(&ANSWER))),
    ],
};

static PASSES_ON: Object =
    Object { name: "passes-on", keys: &[must("yields_to", YIELDS), must("needs", COUNT)] };

static RULE: Object = Object {
    name: "rule",
    keys: &[
        must("id", Text),
        must("when", Text),
        may("says", LINES),
        may("trust", MOVE),
        may("patience", MOVE),
        may("discloses", Text),
        may("resolves", Text),
        may("ends", Name(Outcomes)),
    ],
};

static OUTCOMES: Object = Object {
    name: "outcomes",
    keys: &[must("good", List(&Name(Outcomes))), may("acceptable", List(&Name(Outcomes)))],
};

static SHUFFLE: Object = Object {
    name: "shuffle",
    keys: &[
        may("trust", Pair(&POINTS)),
        may("patience", Pair(&POINTS)),
        may("now", Pair(&Amount)),
        may("monthly", Pair(&Amount)),
        may("from", Pair(&Day)),
        may("leave_out", TEXTS),
    ],
};

static TEST: Object = Object {
    name: "test",
    keys: &[
        must("name", Text),
        may("seeds", List(&Integer(0, i64::MAX))),
        must("agent", TEXTS),
        must("expect", Shape::Object(&EXPECT)),
    ],
};

static EXPECT: Object = Object {
    name: "expect",
    keys: &[
        may("outcome", List(&Name(Outcomes))),
        may("discloses", TEXTS),
        may("keeps", TEXTS),
        may("resolves", TEXTS),
        may("trust", Shape::Object(&BAND)),
        may("patience", Shape::Object(&BAND)),
        may("mood", Name(Moods)),
        may("score", Shape::Object(&BAND)),
        may("not_understood", COUNT),
    ],
};

static BAND: Object = Object { name: "band", keys: &[may("from", POINTS), may("to", POINTS)] };
