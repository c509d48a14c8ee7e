use super::{fold, forms};
use crate::messages::Language::{self, En, Es};

/// Each case: a lemma, forms it has, forms it has not.
fn check(language: Language, cases: &[(&str, &str, &str)]) {
    let mut faults = Vec::new();
    for (lemma, heard, not_heard) in cases {
        let forms = forms(lemma, language);
        let has = |form: &&str| forms.iter().any(|known| known == form);
        faults.extend(
            heard.split_whitespace().filter(|form| !has(form)).map(|form| format!("{lemma} lacks {form}")),
        );
        faults.extend(not_heard.split_whitespace().filter(has).map(|form| format!("{lemma} has {form}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_regular_verb_has_every_person_of_every_tense() {
    check(
        Es,
        &[
            (
                "cobrar",
                "cobrar cobro cobras cobra cobramos cobrais cobran cobraba cobrabas cobrabamos cobrabais cobraban cobre \
             cobraste cobro cobramos cobrasteis cobraron cobrare cobraras cobrara cobraremos cobrareis cobraran \
             cobraria cobrarias cobrariamos cobrariais cobrarian cobres cobremos cobreis cobren cobraramos cobrarais \
             cobrase cobrases cobrasemos cobraseis cobrasen cobrad cobrando cobrado cobrada cobrados cobradas",
                "cuebro cobr cobri",
            ),
            (
                "deber",
                "debo debes debe debemos debeis deben debia debias debiamos debiais debian debi debiste debio debimos \
             debisteis debieron debere deberas deberia deberian deba debas debamos debais deban debiera debieras \
             debieramos debierais debieran debiese debiesen debed debiendo debido debida debidos debidas deberes",
                "diebo debaba",
            ),
            (
                "vivir",
                "vivo vives vive vivimos vivis viven vivia vivi viviste vivio vivieron vivire viviria viva vivas vivamos \
             vivais vivan viviera viviese vivid viviendo vivido vividas",
                "vivemos viveis",
            ),
        ],
    );
}

#[test]
fn stems_change_under_stress_and_nowhere_else() {
    check(
        Es,
        &[
            (
                "entender",
                "entiendo entiendes entiende entienden entienda entendi entendio entendiera entendemos entendes \
                      entende entendamos entendiendo entendido",
                "entendo entiendemos entinda intendio",
            ),
            ("perder", "pierdo pierda perdi perdamos perdido perdiendo", "perdo pirdio"),
            ("pensar", "pienso piense pensamos pensas pensemos", "piensamos"),
            (
                "sentir",
                "siento sintio sintiendo sintamos sentimos sentis sintiera sienta sintieron",
                "sento sentio sentiendo",
            ),
            ("sentar", "siento sienta siente sentamos sentemos sentado", "sintio sintamos"),
            ("pedir", "pido pidio pidiendo pidamos pedimos pedi pedis pidiera pide", "pedo pedio piedo"),
            ("seguir", "sigo sigue siga sigamos siguio siguiendo seguimos seguis", "seguo siguo sigua segio"),
            ("contar", "cuento cuente contamos conte contemos contas conta", "cuentamos cuentemos"),
            ("encontrar", "encuentro encuentre encontre", "encuentramos encontren"),
            ("recordar", "recuerdo recuerde recordemos recordado", "recuerdamos"),
            ("mostrar", "muestro muestre mostro", "muestramos mostren"),
            ("volver", "vuelvo vuelva vuelto vueltas volvi volvamos volves", "volvido volvo"),
            ("devolver", "devuelvo devuelto", "devolvido"),
            ("resolver", "resuelvo resuelto resuelta resolvi resolves", "resolvido resolvo"),
            ("mover", "muevo movio movido", "movo muvio"),
            ("morir", "muero murio muriendo muerto muertas muramos", "morio morido moro"),
            ("dormir", "duermo durmio durmiendo durmamos dormimos", "dormo dormio"),
            ("preferir", "prefiero prefirio prefiramos", "prefero"),
            ("sugerir", "sugiero sugirio sugiriendo", "sugero"),
            ("repetir", "repito repitio repita repetimos", "repeto repieto"),
            ("servir", "sirvo sirva sirvio sirviendo", "servo servio"),
            ("cerrar", "cierro cierre cerremos", "cierramos"),
            ("apretar", "aprieto apriete apretemos", "apreten"),
            ("alentar", "aliento aliente", "alientamos"),
            ("adquirir", "adquiero adquirio adquiera adquiramos", "adquiro adquirieo"),
            ("jugar", "juego juegue juguemos jugue jugamos", "juege juegamos"),
            ("discernir", "discierno discernio", "discirnio"),
            ("errar", "yerro yerra erramos", "ierro"),
            ("oler", "huelo huela olemos", "uelo olo"),
            ("negociar", "negocio negocie negociamos", "niegocio"),
            ("presentar", "presento presente", "presiento"),
            ("reir", "rio ries rie reimos rien rei reiste rieron riendo ria reido", "reio riio riiendo"),
            ("sonreír", "sonrio sonriendo sonreimos", "sonreo"),
            ("reñir", "riño riñeron riñendo reñimos", "riñieron"),
        ],
    );
}

#[test]
fn spelling_keeps_the_sound() {
    check(
        Es,
        &[
            ("pagar", "pague pagues paguemos paguen pague pago paga pagas pagues paga pagad", "page pagemos"),
            ("buscar", "busque busquemos busco", "busce"),
            ("empezar", "empiece empecemos empece empiezo empezo", "empieze empeze empezemos"),
            ("comenzar", "comience comence comenzo", "comienze"),
            ("negar", "niegue neguemos negue", "niege"),
            ("rogar", "ruego ruegue roguemos", "ruege"),
            ("avergonzar", "averguenzo averguence avergoncemos", "avergonze"),
            ("averiguar", "averiguo averigue averiguemos", "averigüe averige"),
            ("conocer", "conozco conozca conozcamos conoci conoces", "conozo conoco conosco"),
            ("ofrecer", "ofrezco ofrezca ofrecio", "ofrezo"),
            ("vencer", "venzo venza vencio vencido", "venzco venco"),
            ("convencer", "convenzo convenza", "convenzco"),
            ("cocer", "cuezo cueza cocemos", "cozco coco"),
            ("recoger", "recojo recoja recogio recogemos", "recogo recoga"),
            ("exigir", "exijo exija exigio", "exigo"),
            ("elegir", "elijo elija eligio elegido electo", "elego"),
            ("corregir", "corrijo corrija corrigio", "corrigo"),
            ("distinguir", "distingo distinga distinguio", "distinguyo distinguo"),
            (
                "construir",
                "construyo construye construyo construyamos construyeron construyendo construimos construi",
                "construo construio",
            ),
            ("incluir", "incluyo incluya incluyendo incluido incluis", "incluio"),
            ("argüir", "arguyo arguyendo arguimos", "arguio argo"),
            ("creer", "creo creyo creyendo creido crees creyeron", "creio"),
            ("leer", "leo leyo leyeron leyendo leido", "leio"),
            ("enviar", "envio envia envie enviamos", "enviyo"),
            ("gruñir", "gruño gruñeron", "gruñieron"),
        ],
    );
}

#[test]
fn irregular_verbs_have_their_own_forms() {
    check(
        Es,
        &[
            (
                "ser",
                "soy eres sos es somos sois son era eras eramos erais eran fui fuiste fue fuimos fueron sere seria sea \
                 seas seamos sean fuera fuese se sed siendo sido",
                "seo ses sio",
            ),
            (
                "estar",
                "estoy estas esta estamos estan estuve estuvo estuvieron este esten estemos estaba estado",
                "esto estuvi",
            ),
            (
                "ir",
                "voy vas va vamos vais van iba ibas ibamos fui fue vaya vayamos ve iria ire yendo ido id",
                "io i iendo",
            ),
            (
                "haber",
                "he has ha hay hemos han habia hube hubo hubiera haya hayan habra habria habido",
                "habo haberia",
            ),
            (
                "tener",
                "tengo tienes tiene tenemos tenes tienen tuve tuvo tuvieron tenga tendre tendria ten tene tenido teniendo",
                "teno tenere tenja tieno",
            ),
            (
                "poder",
                "puedo podes puede podemos pude pudo pudieron pueda podamos podre podria pudiendo podido poderes",
                "podo podere podiendo",
            ),
            (
                "querer",
                "quiero queres quise quiso quisieron quisiera querre querria quiera queramos",
                "querere quero",
            ),
            (
                "decir",
                "digo dices decis dice dije dijo dijeron dijera diga dire diria di deci dicho dicha diciendo decimos",
                "deco decire dijieron decido",
            ),
            (
                "hacer",
                "hago haces hice hizo hicieron haga hare haria haz hace hecho hechas haciendo",
                "hazco hico hacere hacido",
            ),
            ("poner", "pongo puse puso ponga pondre pon pone puesto puestas", "ponere ponido"),
            (
                "venir",
                "vengo vienes venis vine vino vinieron venga vendre ven veni viniendo venido",
                "veno venire",
            ),
            ("saber", "se sabes supe supo sepa sepan sabre sabria sabido", "sabo sabere"),
            ("dar", "doy das da dan di dio dieron diera de des demos den dare dado dando", "do daron"),
            (
                "ver",
                "veo ves ve vemos ven vi vio vieron veia veian vea vean vere visto vistas viendo",
                "vido veido",
            ),
            ("traer", "traigo traje trajo trajeron trajera traiga trayendo traido", "trajieron trao"),
            ("salir", "salgo sales sali salio salga saldre saldria sal salido", "salo salire"),
            ("oír", "oigo oyes oye oimos ois oyen oyo oyeron oiga oyendo oido oi oia", "oio oo"),
            ("caer", "caigo caes cayo cayeron caiga caido cayendo", "cao caio"),
            ("caber", "quepo cupo quepa cabria cabe", "cabo"),
            ("andar", "ando anduve anduvo anduvieron ande andaba", "andaron andio"),
            ("valer", "valgo vale valio valga valdria", "valo"),
            ("conducir", "conduzco conduje condujo condujeron conduzca", "conducio condujieron"),
            ("producir", "produzco produjo", "producio"),
            ("reducir", "reduzco redujo reduzcamos reducimos reducido", "reducio"),
        ],
    );
}

#[test]
fn prefixed_verbs_follow_their_family() {
    check(
        Es,
        &[
            ("mantener", "mantengo mantuvo mantendre manten mantiene mantenes", "mantenio"),
            ("obtener", "obtengo obtuve obtiene obtendria", "obtenere"),
            ("detener", "detengo detuvo detiene", "detenio"),
            ("convenir", "convengo convino conviene convendria convenido", "convenire"),
            ("prevenir", "prevengo previno previene previniendo", "prevenio"),
            ("suponer", "supongo supuso supuesto supondria", "suponio"),
            ("proponer", "propongo propuso propuesto proponga", "proponido"),
            ("disponer", "dispongo dispuesta dispuso", "disponido"),
            ("deshacer", "deshago deshizo deshecho deshaga", "deshacio"),
            ("rehacer", "rehago rehizo rehecho", "rehacio"),
            ("satisfacer", "satisfago satisfizo satisfecho satisfechas satisfaga satisfara", "satisfacido"),
            ("contradecir", "contradigo contradijo contradicho contradecire", "contradecio"),
            ("bendecir", "bendigo bendijo bendecido bendecire", "bendicho bendire"),
            ("prever", "preveo preve previsto preveia previo", "previe"),
            ("proveer", "proveo proveyo provisto", "provio"),
            ("volver", "vuelvo", "volveo volvisto"),
            ("mandar", "mando mandaron mande", "manduvo"),
            ("extraer", "extraigo extrajo", "extrayo"),
        ],
    );
}

#[test]
fn participles_that_break_the_rule() {
    check(
        Es,
        &[
            ("escribir", "escrito escritas escribo", "escribido"),
            ("describir", "descrito", "describido"),
            ("abrir", "abierto abiertos", "abrido"),
            ("cubrir", "cubierto", "cubrido"),
            ("descubrir", "descubierto", "descubrido"),
            ("romper", "roto rota", "rompido"),
            ("imprimir", "impreso imprimido imprimo", "imprimto"),
            ("freír", "frito freido frio", "frieido"),
            ("elegir", "elegido", "eligido"),
        ],
    );
}

#[test]
fn a_reflexive_is_its_verb() {
    check(
        Es,
        &[
            ("quejarse", "quejarse quejar quejo quejado", "quejarses"),
            ("irse", "irse ir voy fue", "irses"),
            ("atrasarse", "atraso atrasado atrase", "atrasarso"),
        ],
    );
}

#[test]
fn nouns_and_adjectives_take_number_and_gender() {
    check(
        Es,
        &[
            ("atrasado", "atrasado atrasada atrasados atrasadas", "atrasar"),
            ("señor", "señor señora señores señoras", "senor"),
            ("difícil", "dificil dificiles", "difícil dificila"),
            ("pago", "pago pagos", "paga pagas"),
            ("cuota", "cuota cuotas", "cuoto"),
            ("vez", "vez veces", "vezes"),
            ("juez", "juez jueces jueza juezas", "juezes"),
            ("situación", "situacion situaciones", "situaciona"),
            ("mes", "mes meses", "mesa"),
            ("lunes", "lunes", "luneses"),
            ("interés", "interes intereses", "interesa"),
            ("interes", "interes intereses", "interesa"),
            ("país", "pais paises", "paisa"),
            ("ley", "ley leyes", "leya"),
            ("crédito", "credito creditos", "credita"),
            ("depósito", "deposito depositos", "deposita"),
            ("bueno", "buen buena buenos buenas", "bueni"),
            ("primero", "primer primera primeros", "primeron"),
            ("alguno", "algun alguna", "alguni"),
            ("asesor", "asesor asesora asesores asesoras", "asesoro"),
            ("mejor", "mejor mejores", "mejora mejoras"),
            ("valor", "valor valores", "valora"),
            ("moroso", "morosa morosos", "morose"),
            ("este", "este esta esto estos estas", "estes"),
            ("cliente", "cliente clientes clienta", "cliento"),
            ("fácil", "faciles", "facila"),
            ("seguro", "segura seguros", "segure"),
            ("motivo", "motivos", "motiva"),
        ],
    );
}

#[test]
fn a_noun_may_end_as_an_infinitive_does() {
    check(
        Es,
        &[
            ("lugar", "lugar lugares", "lugo lugue"),
            ("mujer", "mujer mujeres", "mujo mujemos"),
            ("dólar", "dolar dolares", "dolo"),
            ("líder", "lider lideres", "lido"),
            ("celular", "celulares", "celulo"),
            ("mar", "mar mares", "mo"),
            ("titular", "titular titulares", "titulamos"),
            ("poder", "poderes puedo", "podo"),
        ],
    );
}

#[test]
fn english_words_take_their_endings() {
    check(
        En,
        &[
            ("pay", "pay pays paid paying", "payed paies"),
            ("be", "be am is are was were been being", "bes beed"),
            ("have", "has had having", "haved haves"),
            ("do", "does did done doing", "doed"),
            ("go", "goes went gone going", "goed gos"),
            ("understand", "understands understood understanding", "understanded"),
            ("lose", "loses lost losing", "losed"),
            ("send", "sent sending sends", "sended"),
            ("get", "got gotten getting", "geting getted"),
            ("plan", "plans planned planning", "planed"),
            ("need", "needed needing", "needded"),
            ("owe", "owes owed owing", "oweing"),
            ("agree", "agrees agreed agreeing", "agreing"),
            ("transfer", "transferred transferring", "transfered"),
            ("offer", "offered offering", "offerred"),
            ("cancel", "cancelled canceled cancelling canceling", "cancelinged"),
            ("try", "tries tried trying", "trys tryed"),
            ("lie", "lies lying lied", "lieing"),
            ("quit", "quitting quits", "quiting"),
            ("payment", "payment payments", "paymentes"),
            ("person", "people", "persones"),
            ("child", "children", "childs"),
            ("company", "companies", "companys"),
            ("address", "addresses addressed", "addresss"),
            ("can", "can could", "canned"),
            ("set", "sets setting set", "setted seting"),
            ("withdraw", "withdrew withdrawn withdrawing", "withdrawed"),
        ],
    );
}

#[test]
fn forms_are_folded_sorted_and_told_once() {
    for (lemma, language) in [("difícil", Es), ("pagar", Es), ("señor", Es), ("read", En)] {
        let forms = forms(lemma, language);
        assert!(forms.windows(2).all(|pair| pair[0] < pair[1]), "{forms:?}");
        assert!(forms.contains(&fold(lemma)));
        assert!(forms.iter().all(|form| *form == fold(form)));
    }
}

#[test]
fn odd_input_has_only_itself_as_a_form() {
    for odd in ["24/7", "a b", "x-y", "¿"] {
        assert_eq!(forms(odd, Es), [odd]);
        assert_eq!(forms(odd, En), [odd]);
    }
    assert!(forms("", Es).is_empty());
    assert!(forms("  ", En).is_empty());
}

#[test]
fn folding_keeps_the_tilde_of_ñ_however_it_is_written() {
    assert_eq!(fold("Señor"), "señor");
    assert_eq!(fold("sen\u{303}or"), "señor");
    assert_eq!(fold("AVERIGÜÉ"), "averigue");
}

proptest::proptest! {
    #[test]
    fn no_lemma_breaks_it(lemma in "\\PC{0,12}", stem in "[a-zñüáéíóú]{0,6}", end in "(ar|er|ir|ír|arse|irse|or|es|z|o|e|y)") {
        for language in [Es, En] {
            forms(&lemma, language);
            let word = format!("{stem}{end}");
            proptest::prop_assert!(forms(&word, language).contains(&fold(&word)));
        }
        crate::nlu::inflection::strip_clitics(&lemma);
    }
}
