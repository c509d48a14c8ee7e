//! Number and gender of Spanish nouns, adjectives and determiners. The ending decides the plural; whether a word
//! in -o has a feminine, its suffix or a list (atrasado has one, pago has none: `paga` belongs to pagar).

/// Words that end as an infinitive does and are none.
const NOT_INFINITIVES: &str = "\
    alfiler alquiler altar anteayer antier ayer azucar bar bienestar cadaver cancer caracter celular \
    chofer collar dolar ejemplar elixir escolar familiar hangar hogar impar lider lugar lunar malestar \
    mar martir militar mujer paladar par particular peculiar pilar popular porvenir preliminar pulgar \
    radar regular secular similar singular solar souvenir sur taller telar titular vulgar";

/// Infinitives that are nouns or adjectives as well.
const NOUNS_TOO: &str = "\
    auxiliar circular deber haber pesar placer poder saber ser";

/// Suffixes of words in -o that have a feminine.
const GENDERED_SUFFIXES: &[&str] = &[
    "ado", "ido", "oso", "ivo", "ico", "ario", "orio", "ano", "ino", "eno", "eño", "ero", "ito", "illo",
    "imo", "cho", "esto", "erto", "elto", "isto", "uro", "undo", "ludo", "nudo", "rudo",
];

/// Words in -o that have a feminine though their suffix does not say so.
const GENDERED: &str = "\
    abogado abuelo ajeno alto ambiguo amigo ancho antiguo bajo barato blanco caro ciego cierto claro \
    completo concreto contento continuo correcto corto cuanto cuarto cuñado delgado devoto directo \
    discreto distinto electo enfermo entero escrito esposo estricto exacto exento extenso extraño falso \
    feo fijo flaco flojo fresco frito gordo grato gratuito grueso harto hecho hermano hijo honesto \
    impreso incierto incompleto incorrecto incredulo individuo injusto inmenso inquieto intenso justo \
    largo lento listo lleno loco maduro maestro malo medio mio mismo molesto moroso muchacho mucho muerto \
    mutuo necesario necio negro nieto novio nuestro nuevo nulo obvio otro perfecto perpetuo poco preso \
    previo primo pronto propio quieto quinto raro recto resuelto ridiculo rojo roto sano santo seco \
    secreto segundo serio sexto sincero sobrio socio solo sordo sucio suegro suelto suyo tanto tardio \
    terco tio todo tonto tuyo vacio viejo vivo vuestro";

/// Words in -o whose feminine is no word, or is a form of some verb that means another thing.
const MASCULINE_ONLY: &str = "\
    animo apuro archivo camino cero costo credito cuidado debito deposito despacho destino dinero enero \
    estado exito febrero formulario horario impuesto inventario mercado motivo mundo numero objetivo pero \
    presupuesto puesto recado requisito resto salario termino transito";

/// Words in a consonant or -e that have a feminine of their own.
const GENDERED_OTHERWISE: &[(&str, &str)] = &[
    ("cliente", "clienta"),
    ("dependiente", "dependienta"),
    ("español", "española"),
    ("gerente", "gerenta"),
    ("jefe", "jefa"),
    ("juez", "jueza"),
    ("ladron", "ladrona"),
    ("patron", "patrona"),
    ("presidente", "presidenta"),
];

/// Words whose forms follow no rule.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("alguno", &["algun", "alguna", "algunos", "algunas"]),
    ("aquel", &["aquella", "aquello", "aquellos", "aquellas"]),
    ("bueno", &["buen", "buena", "buenos", "buenas"]),
    ("cualquiera", &["cualquier", "cualesquiera", "cualesquier"]),
    ("el", &["la", "lo", "los", "las"]),
    ("ese", &["esa", "eso", "esos", "esas"]),
    ("este", &["esta", "esto", "estos", "estas"]),
    ("grande", &["gran", "grandes"]),
    ("malo", &["mal", "mala", "malos", "malas"]),
    ("ninguno", &["ningun", "ninguna", "ningunos", "ningunas"]),
    ("primero", &["primer", "primera", "primeros", "primeras"]),
    ("rey", &["reina", "reyes", "reinas"]),
    ("santo", &["san", "santa", "santos", "santas"]),
    ("tercero", &["tercer", "tercera", "terceros", "terceras"]),
    ("uno", &["un", "una", "unos", "unas"]),
];

/// Words in -or without a feminine: the comparatives, and things rather than people.
const OR_WITHOUT_FEMININE: &str = "\
    ascensor comedor contestador factor monitor mostrador motor ordenador rotor sector sensor televisor \
    vector";

/// Words in -s that are stressed on it, for those who leave the accent out.
const STRESSED_S: &str = "\
    cipres compas cortes dios estres frances ingles interes japones pais portugues reves";

/// Words in -és without a feminine.
const ES_WITHOUT_FEMININE: &str = "\
    cipres cortes estres interes reves";

pub(super) fn only_looks_like_infinitive(folded: &str) -> bool {
    listed(NOT_INFINITIVES, folded)
}

pub(super) fn is_noun_too(folded: &str) -> bool {
    listed(NOUNS_TOO, folded)
}

fn listed(words: &str, folded: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == folded)
}

/// Singular and plural, masculine and feminine, of a word as written (with its accents) and folded.
pub(super) fn inflect(written: &str, folded: &str) -> Vec<String> {
    if let Some((_, forms)) = IRREGULAR.iter().find(|(word, _)| *word == folded) {
        return forms.iter().map(|form| (*form).to_owned()).collect();
    }
    let mut forms = plurals(written, folded);
    if let Some(feminine) = feminine(folded) {
        forms.push(format!("{feminine}s"));
        forms.push(feminine);
    }
    forms
}

fn plurals(written: &str, folded: &str) -> Vec<String> {
    let Some(last) = folded.chars().next_back() else { return Vec::new() };
    match last {
        'a' | 'e' | 'o' => vec![format!("{folded}s")],
        'z' => vec![format!("{}ces", &folded[..folded.len() - 1])],
        's' | 'x' if stressed_on_last_syllable(written, folded) => vec![format!("{folded}es")],
        's' | 'x' => Vec::new(),
        'l' | 'n' | 'r' | 'd' | 'j' | 'y' => vec![format!("{folded}es")],
        // Loans and words in -í, -ú take either: chats, clubes; menús, rubíes.
        _ => vec![format!("{folded}s"), format!("{folded}es")],
    }
}

/// país, interés, mes; not lunes, crisis.
fn stressed_on_last_syllable(written: &str, folded: &str) -> bool {
    let vowels = folded.matches(['a', 'e', 'i', 'o', 'u']).count();
    let accented = written.chars().rev().nth(1).is_some_and(|before| "áéíóú".contains(before));
    vowels == 1 || accented || listed(STRESSED_S, folded)
}

fn feminine(folded: &str) -> Option<String> {
    if let Some((_, feminine)) = GENDERED_OTHERWISE.iter().find(|(word, _)| *word == folded) {
        return Some((*feminine).to_owned());
    }
    if let Some(stem) = folded.strip_suffix('o') {
        let gendered = listed(GENDERED, folded)
            || (GENDERED_SUFFIXES.iter().any(|suffix| folded.ends_with(suffix))
                && !listed(MASCULINE_ONLY, folded));
        return gendered.then(|| format!("{stem}a"));
    }
    let agent = ["dor", "tor", "sor", "ñor"].iter().any(|suffix| folded.ends_with(suffix))
        && !listed(OR_WITHOUT_FEMININE, folded);
    let of_a_country =
        folded.ends_with("es") && listed(STRESSED_S, folded) && !listed(ES_WITHOUT_FEMININE, folded);
    let gendered = agent || of_a_country;
    gendered.then(|| format!("{folded}a"))
}
