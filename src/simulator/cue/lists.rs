//! The small words of both languages, folded, by what they say of the figure beside them.

pub(super) const LAST: [&str; 11] = [
    "ultimo", "ultima", "ultimito", "ultimita", "last", "final", "tercero", "tercera", "third", "cuarto",
    "fourth",
];
pub(super) const FIRST: [&str; 6] = ["antes", "anticipo", "adelanto", "enganche", "upfront", "beforehand"];
pub(super) const NOW: [&str; 4] = ["now", "ahora", "ahorita", "ya"];
pub(super) const THEN: [&str; 4] = ["then", "despues", "luego", "after"];
pub(super) const UNTIL: [&str; 10] = [
    "completar",
    "cubrir",
    "llegar",
    "terminar",
    "juntar",
    "liquidar",
    "saldar",
    "cancelar",
    "acabar",
    "reach",
];
pub(super) const WHOLE: [&str; 7] = ["total", "suman", "sumando", "totals", "equals", "adds", "sums"];
pub(super) const RESULT: [&str; 15] = [
    "son", "da", "dan", "suman", "makes", "equals", "serian", "quedan", "queda", "salen", "sale", "hacen",
    "is", "comes", "sea",
];
/// How many of these tell what figures come to and nothing else.
pub(super) const RESULTS: usize = 6;
pub(super) const MISSING: [&str; 8] =
    ["faltan", "falta", "faltarian", "restan", "restarian", "pasando", "sobran", "remaining"];
pub(super) const ASKED: [&str; 4] = ["que", "cuales", "what", "which"];
pub(super) const ADDRESS: [&str; 8] = ["don", "doña", "señor", "señora", "sir", "sr", "sra", "mr"];
pub(super) const OF: [&str; 7] = ["de", "d", "of", "por", "x", "veces", "at"];
pub(super) const JOINS: [&str; 14] =
    ["y", "e", "el", "los", "en", "and", "on", "in", "the", "then", "luego", "despues", "otro", "another"];
pub(super) const OR: [&str; 3] = ["o", "u", "or"];
pub(super) const TIMES: [&str; 14] = [
    "veces",
    "times",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabados",
    "domingos",
    "semanas",
    "quincenas",
    "meses",
    "weeks",
    "months",
];
pub(super) const UNITS: [&str; 24] = [
    "dias",
    "dia",
    "horas",
    "hora",
    "minutos",
    "minuto",
    "pagos",
    "pago",
    "cuotas",
    "cuota",
    "mensualidades",
    "años",
    "año",
    "veces",
    "vez",
    "digitos",
    "ultimos",
    "days",
    "day",
    "hours",
    "minutes",
    "payments",
    "years",
    "digits",
];
pub(super) const OWED: [&str; 14] = [
    "debe", "debes", "debo", "deben", "adeuda", "tiene", "tenes", "tienes", "lleva", "llevas", "owe", "owes",
    "have", "missed",
];
pub(super) const LATE: [&str; 12] = [
    "vencidas",
    "vencidos",
    "vencida",
    "atrasadas",
    "atrasados",
    "atrasada",
    "pendientes",
    "impagas",
    "behind",
    "overdue",
    "past",
    "late",
];
pub(super) const INCOME: [&str; 14] = [
    "gana", "ganaba", "ganas", "sueldo", "salario", "ingreso", "ingresos", "saca", "sacaba", "earn", "earns",
    "paycheck", "salary", "income",
];

pub(super) const CHARGE: [&str; 17] = [
    "recargo",
    "recargos",
    "interes",
    "intereses",
    "mora",
    "multa",
    "comision",
    "reconexion",
    "reconectarlo",
    "reconectarla",
    "gastos",
    "fee",
    "fees",
    "charge",
    "charges",
    "interest",
    "penalty",
];
pub(super) const COSTS: [&str; 9] =
    ["cuesta", "cuestan", "costaria", "cobran", "cobrarian", "costs", "cost", "charge", "charges"];
pub(super) const ABOUT: [&str; 8] = ["unos", "como", "otros", "los", "about", "another", "you", "le"];
pub(super) const PAID: [&str; 8] =
    ["pago", "cuota", "abono", "parte", "entrega", "payment", "instalment", "installment"];
pub(super) const REFERENCE: [&str; 17] = [
    "ref",
    "referencia",
    "reference",
    "folio",
    "reclamo",
    "caso",
    "case",
    "ticket",
    "radicado",
    "expediente",
    "confirmation",
    "confirmacion",
    "operacion",
    "anote",
    "apunte",
    "extension",
    "codigo",
];
pub(super) const CALL: [&str; 14] = [
    "llamo", "llamamos", "llame", "llamarlo", "llamarla", "llaman", "marco", "marcamos", "escribo",
    "hablamos", "call", "calling", "ring", "text",
];

pub(super) const LET_OFF: [&str; 5] = ["quita", "descuento", "descuentos", "rebaja", "discount"];

pub(super) const CORRECTS: [&str; 17] = [
    "actually",
    "equivoque",
    "equivocamos",
    "confundi",
    "corrijo",
    "corregimos",
    "dije",
    "dijimos",
    "perdon",
    "mejor",
    "meant",
    "said",
    "instead",
    "rather",
    "mistake",
    "correction",
    "mixed",
];

pub(super) const ALL: [&str; 6] = ["all", "todas", "todos", "ambas", "ambos", "both"];
pub(super) const THESE: [&str; 11] =
    ["the", "las", "los", "those", "these", "esas", "esos", "estas", "estos", "your", "sus"];
pub(super) const SAME: [&str; 6] = ["mismo", "misma", "igual", "tanto", "same", "again"];
pub(super) const INSTALMENTS: [&str; 9] = [
    "cuotas",
    "pagos",
    "partes",
    "mensualidades",
    "abonos",
    "plazos",
    "payments",
    "installments",
    "instalments",
];
pub(super) const REST: [&str; 6] = ["resto", "restante", "saldo", "rest", "remainder", "balance"];
pub(super) const OTHERS: [&str; 6] = ["otros", "otras", "others", "siguientes", "restantes", "demas"];
pub(super) const ORDINALS: [&str; 6] = ["segundo", "segunda", "second", "tercero", "tercera", "third"];
pub(super) const THOSE: [&str; 13] =
    ["2", "3", "4", "5", "6", "7", "two", "three", "four", "five", "six", "payments", "ones"];
pub(super) const LEADS_TO: [&str; 26] = [
    "el", "la", "los", "las", "the", "es", "era", "son", "is", "was", "its", "it", "dije", "said", "i",
    "primero", "primera", "primer", "first", "one", "para", "on", "digo", "mejor", "pago", "payment",
];

/// What leads to its being too far off.
pub(super) const TOO_IS: [&str; 9] =
    ["is", "would", "thats", "es", "esta", "seria", "queda", "quedaria", "ya"];
/// Too far off.
pub(super) const TOO_FAR: [&str; 9] =
    ["further", "farther", "far", "late", "past", "beyond", "lejos", "lejisimos", "demasiado"];
/// Words that ask for a day.
pub(super) const WHICH_DAY: [&str; 9] = ["when", "what", "wat", "which", "cuando", "que", "q", "cual", "dia"];
