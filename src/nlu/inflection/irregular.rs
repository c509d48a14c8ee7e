//! The Spanish verbs that no rule foretells: the forms from which the rest of each verb follows, and the families
//! that share them (`tener`: mantener, obtener …). A field that is left out means that the rule holds.

use crate::nlu::inflection::stems::Change;

/// The principal parts of an irregular verb. Parts of a prefixed verb are the prefix and these.
#[derive(Debug, Clone, Copy)]
pub(super) struct Irregular {
    infinitive: &'static str,
    prefixes: Prefixes,
    pub(super) change: Change,
    /// The first person; also the stem of the subjunctive, unless that is given.
    pub(super) yo: &'static str,
    /// The whole present indicative, where it follows no pattern.
    pub(super) present: &'static [&'static str],
    /// The stem before `a as amos ais an`.
    pub(super) imperfect: &'static str,
    pub(super) preterite: Preterite,
    pub(super) subjunctive: &'static str,
    /// The stem before `é ás á` and `ía ías ía`.
    pub(super) future: &'static str,
    /// Imperatives that are no form of the present.
    pub(super) imperative: &'static [&'static str],
    pub(super) gerund: &'static str,
}

/// Which prefixed verbs follow this one.
#[derive(Debug, Clone, Copy)]
enum Prefixes {
    Any,
    These(&'static [&'static str]),
}

/// How a verb makes its preterite and the two past subjunctives that follow from it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Preterite {
    /// By the endings of its class.
    Regular,
    /// Stressed on the stem: tuve, tuvo.
    Strong(&'static str),
    /// An -ar verb with the endings of -er: di, dio.
    LikeEr,
    /// Shared by `ser` and `ir`.
    Fui,
}

const REGULAR: Irregular = Irregular {
    infinitive: "",
    prefixes: Prefixes::These(&[]),
    change: Change::None,
    yo: "",
    present: &[],
    imperfect: "",
    preterite: Preterite::Regular,
    subjunctive: "",
    future: "",
    imperative: &[],
    gerund: "",
};

const HACER: Irregular = Irregular {
    infinitive: "hacer",
    prefixes: Prefixes::Any,
    yo: "hago",
    preterite: Preterite::Strong("hic"),
    future: "har",
    imperative: &["haz"],
    ..REGULAR
};

const DECIR: Irregular = Irregular {
    infinitive: "decir",
    change: Change::EToI,
    yo: "digo",
    preterite: Preterite::Strong("dij"),
    future: "dir",
    imperative: &["di"],
    ..REGULAR
};

/// A verb alone comes before the family that would swallow it.
const VERBS: &[Irregular] = &[
    Irregular {
        infinitive: "ser",
        present: &["soy", "eres", "sos", "es", "somos", "sois", "son"],
        imperfect: "er",
        preterite: Preterite::Fui,
        subjunctive: "se",
        ..REGULAR
    },
    Irregular {
        infinitive: "ir",
        present: &["voy", "vas", "va", "vamos", "vais", "van"],
        imperfect: "ib",
        preterite: Preterite::Fui,
        subjunctive: "vay",
        imperative: &["ve"],
        gerund: "yendo",
        ..REGULAR
    },
    Irregular {
        infinitive: "estar",
        present: &["estoy", "estas", "esta", "estamos", "estais", "estan"],
        preterite: Preterite::Strong("estuv"),
        ..REGULAR
    },
    Irregular {
        infinitive: "haber",
        present: &["he", "has", "ha", "hay", "hemos", "habeis", "han"],
        preterite: Preterite::Strong("hub"),
        subjunctive: "hay",
        future: "habr",
        ..REGULAR
    },
    Irregular {
        infinitive: "dar",
        present: &["doy", "das", "da", "damos", "dais", "dan"],
        preterite: Preterite::LikeEr,
        ..REGULAR
    },
    Irregular {
        infinitive: "ver",
        prefixes: Prefixes::These(&["pre", "entre", "re"]),
        present: &["veo", "ves", "ve", "vemos", "veis", "ven"],
        imperfect: "vei",
        subjunctive: "ve",
        ..REGULAR
    },
    Irregular {
        infinitive: "saber",
        yo: "se",
        preterite: Preterite::Strong("sup"),
        subjunctive: "sep",
        future: "sabr",
        ..REGULAR
    },
    Irregular {
        infinitive: "caber",
        yo: "quepo",
        preterite: Preterite::Strong("cup"),
        future: "cabr",
        ..REGULAR
    },
    Irregular {
        infinitive: "poder",
        change: Change::OToUe,
        preterite: Preterite::Strong("pud"),
        future: "podr",
        gerund: "pudiendo",
        ..REGULAR
    },
    Irregular {
        infinitive: "querer",
        change: Change::EToIe,
        preterite: Preterite::Strong("quis"),
        future: "querr",
        ..REGULAR
    },
    Irregular {
        infinitive: "tener",
        prefixes: Prefixes::Any,
        change: Change::EToIe,
        yo: "tengo",
        preterite: Preterite::Strong("tuv"),
        future: "tendr",
        imperative: &["ten"],
        ..REGULAR
    },
    Irregular {
        infinitive: "poner",
        prefixes: Prefixes::Any,
        yo: "pongo",
        preterite: Preterite::Strong("pus"),
        future: "pondr",
        imperative: &["pon"],
        ..REGULAR
    },
    Irregular {
        infinitive: "venir",
        prefixes: Prefixes::Any,
        change: Change::EToIe,
        yo: "vengo",
        preterite: Preterite::Strong("vin"),
        future: "vendr",
        imperative: &["ven"],
        ..REGULAR
    },
    HACER,
    // satisfacer: satisfago, satisfice
    Irregular {
        infinitive: "facer",
        yo: "fago",
        preterite: Preterite::Strong("fic"),
        future: "far",
        imperative: &["faz"],
        ..HACER
    },
    DECIR,
    Irregular { prefixes: Prefixes::These(&["ben", "mal"]), future: "decir", imperative: &[], ..DECIR },
    Irregular { prefixes: Prefixes::Any, imperative: &[], ..DECIR },
    Irregular {
        infinitive: "traer",
        prefixes: Prefixes::Any,
        yo: "traigo",
        preterite: Preterite::Strong("traj"),
        ..REGULAR
    },
    Irregular { infinitive: "caer", prefixes: Prefixes::Any, yo: "caigo", ..REGULAR },
    Irregular {
        infinitive: "salir",
        prefixes: Prefixes::Any,
        yo: "salgo",
        future: "saldr",
        imperative: &["sal"],
        ..REGULAR
    },
    Irregular { infinitive: "valer", prefixes: Prefixes::Any, yo: "valgo", future: "valdr", ..REGULAR },
    Irregular {
        infinitive: "oir",
        prefixes: Prefixes::These(&["des", "entre"]),
        yo: "oigo",
        present: &["oigo", "oyes", "oye", "oimos", "ois", "oyen"],
        ..REGULAR
    },
    Irregular {
        infinitive: "andar",
        prefixes: Prefixes::These(&["des"]),
        preterite: Preterite::Strong("anduv"),
        ..REGULAR
    },
    Irregular {
        infinitive: "ducir",
        prefixes: Prefixes::Any,
        yo: "duzco",
        preterite: Preterite::Strong("duj"),
        ..REGULAR
    },
    Irregular { infinitive: "asir", prefixes: Prefixes::These(&["des"]), yo: "asgo", ..REGULAR },
    Irregular {
        infinitive: "erguir",
        change: Change::EToI,
        present: &[
            "yergo", "irgo", "yergues", "irgues", "yergue", "irgue", "erguimos", "erguis", "yerguen",
            "irguen",
        ],
        ..REGULAR
    },
];

/// The irregular verb that this infinitive (folded) follows, and the prefix it adds.
pub(super) fn find(infinitive: &str) -> Option<(&str, &'static Irregular)> {
    VERBS.iter().find_map(|verb| {
        let prefix = infinitive.strip_suffix(verb.infinitive)?;
        let follows = match verb.prefixes {
            Prefixes::Any => true,
            Prefixes::These(prefixes) => prefix.is_empty() || prefixes.contains(&prefix),
        };
        follows.then_some((prefix, verb))
    })
}

/// Ends of infinitives and of their irregular participles, longest first.
const PARTICIPLES: &[(&str, &[&str])] = &[
    ("bendecir", &["bendecid", "bendit"]),
    ("maldecir", &["maldecid", "maldit"]),
    ("satisfacer", &["satisfech"]),
    ("imprimir", &["impres", "imprimid"]),
    ("proveer", &["provist", "proveid"]),
    ("solver", &["suelt"]),
    ("volver", &["vuelt"]),
    ("scribir", &["scrit"]),
    ("elegir", &["elegid", "elect"]),
    ("pudrir", &["podrid"]),
    ("cubrir", &["cubiert"]),
    ("abrir", &["abiert"]),
    ("romper", &["rot"]),
    ("hacer", &["hech"]),
    ("decir", &["dich"]),
    ("poner", &["puest"]),
    ("morir", &["muert"]),
    ("freir", &["frit", "freid"]),
];

/// The prefix and the irregular participles of this infinitive (folded), without their gender: `escrit`.
pub(super) fn participles(infinitive: &str) -> Option<(&str, &'static [&'static str])> {
    if let Some((prefix, verb)) = find(infinitive)
        && verb.infinitive == "ver"
    {
        return Some((prefix, &["vist"]));
    }
    PARTICIPLES.iter().find_map(|(end, stems)| Some((infinitive.strip_suffix(end)?, *stems)))
}
