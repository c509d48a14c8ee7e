//! The keys of `agent/1`, `scorecard/1` and `lexicon/1`.

use super::shape::{Object, Shape, Vocabulary, may, must};

use Shape::{Anything, Boolean, Integer, List, Map, Name, Text};
use Vocabulary::{Acts, Languages, Modes, Scopes, Scripts};

const TEXTS: Shape = List(&Text);
const BOTH: Shape = Shape::Object(&LOCALIZED);
const COUNT: Shape = Integer(0, 1000);

pub(super) static AGENT: Object = Object {
    name: "agent",
    keys: &[
        must("format", Shape::Exactly("agent/1")),
        must("id", Text),
        must("language", Name(Languages)),
        must("title", Text),
        must("about", Text),
        must("name", Text),
        must("moves", List(&Shape::Object(&MOVE))),
    ],
};

static MOVE: Object = Object {
    name: "move",
    keys: &[
        must("id", Text),
        may("when", Text),
        may("times", COUNT),
        may("hangs_up", Boolean),
        must("says", TEXTS),
    ],
};

pub(super) static SCORECARD: Object = Object {
    name: "scorecard",
    keys: &[
        must("format", Shape::Exactly("scorecard/1")),
        must("id", Text),
        must("version", Text),
        must("title", BOTH),
        must("pass_mark", Integer(0, 100)),
        must("rollup", Name(Modes)),
        may("bands", List(&Shape::Object(&SCORE_BAND))),
        must("sections", List(&Shape::Object(&SECTION))),
    ],
};

static SCORE_BAND: Object = Object {
    name: "score-band",
    keys: &[must("id", Text), must("from", Integer(0, 100)), must("title", BOTH)],
};

static SECTION: Object = Object {
    name: "section",
    keys: &[
        must("id", Text),
        must("title", BOTH),
        may("weight", COUNT),
        must("criteria", List(&Shape::Object(&CRITERION))),
    ],
};

static CRITERION: Object = Object {
    name: "criterion",
    keys: &[
        must("id", Text),
        must("title", BOTH),
        must("weight", COUNT),
        may("points", COUNT),
        must("script", Name(Scripts)),
        may("params", Map(&Anything)),
        may("parts", Map(&Shape::Object(&PART))),
        may("reasons", Map(&BOTH)),
        may("feedback", Map(&BOTH)),
        may("try", Map(&BOTH)),
        may("critical", Boolean),
        may("auto_fail", Name(Scopes)),
        may("caps", Shape::Object(&CAPS)),
    ],
};

static CAPS: Object =
    Object { name: "caps", keys: &[may("missed", Integer(0, 100)), may("partial", Integer(0, 100))] };

static PART: Object =
    Object { name: "part", keys: &[must("es", Text), must("en", Text), must("weight", COUNT)] };

static LOCALIZED: Object = Object { name: "localized", keys: &[must("es", Text), must("en", Text)] };

pub(super) static LEXICON: Object = Object {
    name: "lexicon",
    keys: &[
        must("format", Shape::Exactly("lexicon/1")),
        must("language", Name(Languages)),
        may("title", Text),
        may("sets", Map(&TEXTS)),
        may("acts", List(&Shape::Object(&LEXICON_ACT))),
        may("shorthand", Map(&Text)),
        may("function_words", TEXTS),
        may("known_words", TEXTS),
    ],
};

static LEXICON_ACT: Object = Object {
    name: "lexicon-act",
    keys: &[
        must("act", Name(Acts)),
        may("patterns", Map(&TEXTS)),
        may("after", Map(&Shape::Object(&AFTER))),
        may("except", TEXTS),
        may("gives_way_to", List(&Name(Acts))),
        may("not_after", List(&Name(Acts))),
        may("not_like", List(&Name(Acts))),
        may("marked_by", TEXTS),
        may("echo", Shape::Object(&ECHO)),
        may("examples", TEXTS),
        may("counter_examples", TEXTS),
    ],
};

static AFTER: Object = Object { name: "after", keys: &[must("of", List(&Name(Acts))), must("hears", TEXTS)] };

static ECHO: Object =
    Object { name: "echo", keys: &[must("with_wording", COUNT), must("without_wording", COUNT)] };
