# Hallazgos en tablas de evaluación y en sus medidas.
diag-scorecard-format = el formato `{ $found }` no es el que lee este programa
diag-scorecard-format-help = escriba `format: { $expected }`
diag-scorecard-id = `{ $id }` no sirve como identificador
diag-scorecard-id-help = use minúsculas sin acentos, cifras, `_` y `-`
diag-scorecard-duplicate-id = el identificador `{ $id }` está dos veces
diag-scorecard-duplicate-id-help = cada sección y cada criterio lleva el suyo
diag-scorecard-over-hundred = este valor pasa de 100
diag-scorecard-over-hundred-help = va de 0 a 100
diag-scorecard-empty = aquí no hay nada que evaluar
diag-scorecard-empty-help = agregue por lo menos una sección con un criterio
diag-scorecard-band-twice = dos franjas empiezan en { $from }
diag-scorecard-band-twice-help = cada franja va desde su `from` hasta la siguiente
diag-scorecard-band-gap = ninguna franja empieza en 0: los puntajes más bajos quedan sin nombre
diag-scorecard-band-gap-help = agregue una franja con `from: 0`
diag-scorecard-no-weight = los pesos suman 0
diag-scorecard-no-weight-help = dé a cada criterio (o sección) su parte de 100
diag-scorecard-weights = los pesos suman { $total }, no 100
diag-scorecard-weights-help = el resultado es correcto, pero los pesos no se leen como porcentajes
diag-scorecard-part-weight = la parte `{ $part }` no pesa nada
diag-scorecard-part-weight-help = dele un peso mayor que 0, o quítela
diag-scorecard-param = el parámetro `{ $name }` no es de un tipo que las medidas usen
diag-scorecard-param-help = use enteros, textos, `true` o `false`, o listas de ellos; para decimales, otra unidad (700 milisegundos, no 0.7 segundos)
diag-scorecard-try-alone = hay frase para `{ $key }` y no hay consejo
diag-scorecard-try-alone-help = { $suggestion ->
    [none] agregue la misma clave en `feedback:`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-scorecard-placeholder = `{ $name }` no es un dato con que se pueda completar la frase
diag-scorecard-placeholder-help = { $suggestion ->
    [none] datos posibles: { $known }
   *[other] ¿quiso decir `{ $suggestion }`? Datos posibles: { $known }
}
diag-scorecard-unknown-script = no se encuentra la medida `{ $script }`
diag-scorecard-unknown-script-help = va en la carpeta `scripts/`, con la extensión `.rhai`
diag-scorecard-no-text = falta el texto
diag-scorecard-no-text-help = escríbalo en los dos idiomas
diag-scorecard-unused = la medida `{ $script }` nunca usa `{ $key }`
diag-scorecard-unused-help = quítela, o revise cómo está escrita en la medida

diag-script-no-entry = la medida no define `fn measure(transcript, p)`
diag-script-no-entry-help = empiece con `fn measure(transcript, p) {"{"}` y termine con un veredicto
diag-script-no-witness = el veredicto no trae ninguna cita de la llamada{ $name ->
    [none] {""}
   *[other] {" "}(parte `{ $name }`)
}
diag-script-no-witness-help = cada punto ganado o perdido cita lo que se dijo; lo que falta dice dónde se buscó
diag-script-not-a-verdict = la medida no devuelve un veredicto ({ $found })
diag-script-not-a-verdict-help = termine con `sheet.verdict()`, `met(…)`, `missed(…)` o `no_opportunity(…)`
diag-script-unknown-act = no hay ningún acto `{ $name }`
diag-script-unknown-act-help = { $suggestion ->
    [none] vea la lista con `ensayo list acts`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-kind = no hay nada de la clase `{ $name }`
diag-script-unknown-kind-help = { $suggestion ->
    [none] clases: money, date, plan, method, percent, duration, time …
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-fact = un acuerdo no tiene el dato `{ $name }`
diag-script-unknown-fact-help = los datos son `amount`, `date` y `method`
diag-script-unknown-part = el criterio `{ $criterion }` no tiene la parte `{ $name }`
diag-script-unknown-part-help = { $suggestion ->
    [none] agréguela en `parts:`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-feedback = el criterio `{ $criterion }` no tiene el consejo `{ $name }`
diag-script-unknown-feedback-help = { $suggestion ->
    [none] agréguelo en `feedback:`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-reason = el criterio `{ $criterion }` no tiene el motivo `{ $name }`
diag-script-unknown-reason-help = { $suggestion ->
    [none] agréguelo en `reasons:`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-bad-part = { $earned } de { $of } no es una parte de un total
diag-script-bad-part-help = lo ganado va de cero al total, y el total es mayor que cero
diag-script-not-a-witness = aquí va una cita de la llamada y llegó un valor de tipo { $found }
diag-script-not-a-witness-help = lo más común: `.first` o `.last` de una lista vacía es `()`; pregunte antes por `.empty`
diag-script-not-names = aquí va un nombre o una lista de nombres y llegó un valor de tipo { $found }
diag-script-not-names-help = escriba `"empathize"` o `["empathize", "acknowledge"]`
diag-script-no-place = un valor de tipo { $found } no está en ningún turno
diag-script-no-place-help = lo más común: `.first` o `.last` de una lista vacía es `()`; pregunte antes por `.empty`
diag-script-no-agreement = en esta llamada no se acordó nada
diag-script-no-agreement-help = pregunte antes por `transcript.commitment.reached`
