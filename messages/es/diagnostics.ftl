# Hallazgos en archivos de autor: título y remedio.
diag-error = error
diag-warning = aviso
diag-help = ayuda
diag-first-here = aquí estaba ya

diag-unknown-field = el campo `{ $field }` no existe aquí
diag-unknown-field-help = { $suggestion ->
    [none] campos posibles: { $known }
   *[other] ¿quiso decir `{ $suggestion }`? Campos posibles: { $known }
}
diag-unknown-value = el valor `{ $value }` no existe aquí
diag-unknown-value-help = { $suggestion ->
    [none] valores posibles: { $known }
   *[other] ¿quiso decir `{ $suggestion }`? Valores posibles: { $known }
}
diag-missing-field = falta el campo `{ $field }`
diag-missing-field-help = agregue una línea `{ $field }: …` en este bloque
diag-yaml-too-large = el archivo pasa de { $megabytes } MB
diag-yaml-too-large-help = divídalo en archivos más pequeños
diag-yaml-empty = el archivo está vacío
diag-yaml-empty-help = copie uno de los que trae el programa (`ensayo show`) y cámbielo
diag-yaml-syntax = esta línea, o lo que sigue, no tiene la forma de un archivo YAML
diag-yaml-syntax-help = revise que cada `[` y cada `{"{"}` se cierre, que las líneas de un mismo bloque empiecen a la misma altura, y ponga entre comillas los textos con `: ` o que empiecen con un signo
diag-yaml-tab = la línea empieza con un tabulador (se muestra como →), y aquí solo se puede empezar con espacios
diag-yaml-tab-help = bórrelo y ponga espacios: dos por cada nivel
diag-yaml-open-quote = esta comilla se abre y no se cierra
diag-yaml-open-quote-help = agregue la comilla que falta al final del texto; si el texto lleva comillas adentro, ciérrelo con las mismas con que empieza
diag-yaml-text-after-quote = queda texto fuera de las comillas
diag-yaml-text-after-quote-help = cierre las comillas al final de la frase; dentro de ella use « » u otra clase de comillas
diag-yaml-colon-in-text = estos dos puntos parten la frase: lo de antes se lee como el nombre de un campo
diag-yaml-colon-in-text-help = ponga la frase entera entre comillas: { $quoted }
diag-yaml-dash-without-space = falta un espacio después del guion
diag-yaml-dash-without-space-help = escriba { $line }
diag-yaml-indentation = esta línea no queda a la altura de las de su bloque: empieza con { $spaces ->
    [one] un espacio
   *[other] { $spaces } espacios
}
diag-yaml-indentation-help = cuente los espacios del comienzo: el bloque de arriba lleva { $wanted }
diag-yaml-key-too-deep = sobran espacios al comienzo: `{ $key }` queda metido dentro de `{ $above }`
diag-yaml-key-too-deep-help = { $spaces ->
    [one] quite un espacio
   *[other] quite { $spaces } espacios
}, para que `{ $key }` quede debajo de `{ $above }`
diag-yaml-sign-first = un texto no puede empezar con `{ $sign }`
diag-yaml-sign-first-help = póngalo entre comillas: { $quoted }
diag-bad-value = este valor no sirve aquí
diag-bad-value-help = compárelo con el de un archivo que trae el programa: `ensayo list` los nombra, `ensayo show` los muestra
diag-wrong-type = { $found ->
    [text] aquí no va el texto «{ $value }»
    [number] aquí no va el número { $value }
    [boolean] aquí no va `{ $value }`
    [list] aquí no va una lista
    [block] aquí no va un bloque de campos
    [nothing] aquí falta el valor
   *[other] este valor no es de los que van aquí
}
diag-wrong-type-help = { $wanted ->
    [boolean] escriba `true` para sí o `false` para no, sin comillas
    [number] escriba un número entero con cifras, sin comillas: `3`
    [text] escriba un texto, y entre comillas si tiene signos
    [list] escriba una lista: un renglón para cada cosa, con `- ` delante
    [pair] escriba dos valores entre corchetes, el menor primero: `[20, 45]`
    [block] escriba debajo sus campos, uno por renglón (`campo: valor`) y con dos espacios más al comienzo
    [gauge] escriba un número de 0 a 100, con cifras
    [line] escriba una frase; si depende del ánimo o del país, `say:` con la frase y debajo `mood:` o `country:`
   *[other] compárelo con el de un archivo que trae el programa: `ensayo list` los nombra, `ensayo show` los muestra
}
diag-bad-date = `{ $value }` no es una fecha de las que se escriben aquí
diag-bad-date-help = { $suggestion ->
    [none] escriba año, mes y día con cifras y guiones: 2026-11-30
   *[other] escriba { $suggestion }: año, mes y día con cifras y guiones
}
diag-yaml-duplicate-key = la clave `{ $key }` está dos veces
diag-yaml-duplicate-key-help = junte los dos bloques en uno: YAML guardaría solo el último
diag-yaml-anchor = las anclas (`&`), los alias (`*`), las etiquetas (`!`) y `<<` no se usan en estos archivos
diag-yaml-anchor-help = si el texto empieza con uno de esos signos, póngalo entre comillas; si no, repita el valor
diag-yaml-prose-in-brackets = una frase dentro de `[ ]` o `{"{"} {"}"}` se parte en la primera coma, sin aviso
diag-yaml-prose-in-brackets-help = escriba una frase por línea, con `- ` delante
diag-yaml-hash-cuts-text = `#` después de un espacio empieza un comentario: el resto de la línea se pierde
diag-yaml-hash-cuts-text-help = ponga la frase entre comillas, o quite el espacio
diag-yaml-no-break-space = hay un espacio duro (U+00A0), que se ve igual y no es un espacio
diag-yaml-no-break-space-help = bórrelo y escriba un espacio común

diag-unknown-format = este archivo no dice `format: { $expected }`
diag-unknown-format-help = la primera línea debe ser `format: { $expected }`
diag-duplicate-id = `{ $id }` está definido dos veces
diag-duplicate-id-help = cambie uno de los dos nombres
diag-unknown-act = no hay ningún acto `{ $act }`
diag-unknown-act-help = { $suggestion ->
    [none] `ensayo list acts` los muestra todos, con lo que significa cada uno
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-act-of-other-party = el acto `{ $act }` es de la otra parte: aquí no se oye nunca
diag-act-of-other-party-help = elija un acto de quien habla aquí: `ensayo list acts` dice quién realiza cada acto
diag-unknown-set = no hay ninguna lista `${ $name }`
diag-unknown-set-help = { $suggestion ->
    [none] defínala en `sets:`
   *[other] ¿quiso decir `${ $suggestion }`?
}
diag-lexicon-language = el archivo está en la carpeta de otro idioma
diag-lexicon-language-help = cambie `language:` o mueva el archivo
diag-pattern-empty = el patrón, o una parte de él, está vacío
diag-pattern-empty-help = escriba al menos una palabra entre los signos
diag-pattern-unclosed-group = este paréntesis no se cierra
diag-pattern-unclosed-group-help = agregue `)`
diag-pattern-unopened-group = este paréntesis no se abrió
diag-pattern-unopened-group-help = agregue `(` antes, o quite `)`
diag-pattern-unclosed-slot = a `<` le falta su `>`
diag-pattern-unclosed-slot-help = escriba, por ejemplo, `<money>`
diag-pattern-unknown-slot = no existe `<{ $name }>`
diag-pattern-unknown-slot-help = { $suggestion ->
    [none] existen: { $known }
   *[other] ¿quiso decir `<{ $suggestion }>`? Existen: { $known }
}
diag-pattern-nothing-optional = `?` no tiene palabra antes
diag-pattern-nothing-optional-help = `?` va pegado a la palabra o al grupo que puede faltar: `muy?`
diag-pattern-gap-too-long = la distancia es demasiado larga
diag-pattern-gap-too-long-help = `...12` es el máximo
diag-pattern-stray-character = este signo no es parte del lenguaje de patrones
diag-pattern-stray-character-help = quítelo: los patrones son palabras, `( | )`, `?`, `...`, `_`, `$lista`, `<money>`
diag-pattern-hears-anything = este patrón oiría cualquier cosa
diag-pattern-hears-anything-help = agregue al menos una palabra que tenga que estar
diag-pattern-too-deep = hay demasiados paréntesis unos dentro de otros
diag-pattern-too-deep-help = reparta el patrón en varios
diag-example-not-heard = este ejemplo de `{ $act }` no se oye como tal (se oye: { $heard })
diag-example-not-heard-help = agregue un patrón que lo oiga, o corrija el ejemplo
diag-counter-example-heard = este contraejemplo se oye como `{ $act }` («{ $words }», { $because })
diag-counter-example-heard-help = haga más estricto el patrón, o agregue una excepción en `except:`

diag-scenario-language = `{ $value }` no es un idioma con país
diag-scenario-language-help = escriba, por ejemplo, `es-MX` o `en-US`; países: MX, CO, CL, PE, AR, ES, EC, US
diag-out-of-range = el valor está fuera de rango
diag-out-of-range-help = va de { $range }
diag-unknown-currency = `{ $value }` no es un código de moneda
diag-unknown-currency-help = tres mayúsculas: MXN, COP, CLP, PEN, ARS, EUR, USD
diag-bad-amount = `{ $value }` no es un monto
diag-bad-amount-help = { $suggestion ->
    [none] solo números, con punto para los decimales y nada para los miles: "1850.00"
   *[other] ¿quiso decir "{ $suggestion }"? Solo números, con punto para los decimales y nada para los miles
}
diag-amount-with-thousands = `{ $value }` tiene tres decimales: ese punto parece separar los miles
diag-amount-with-thousands-help = ¿quiso decir "{ $suggestion }"? { $groups ->
    [dot] En su país el punto separa los miles; en este archivo separa los decimales, y los miles van sin nada
   *[comma] En este archivo el punto separa los decimales, y los miles van sin nada
}
diag-no-lines = aquí falta al menos una línea
diag-no-lines-help = agregue una por renglón, con `- ` delante
diag-repeated-line = esta frase ya está en la lista
diag-repeated-line-help = escriba otra manera de decirlo, o quítela
diag-unknown-blank = no hay nada que poner en { "{" }{ $name }{ "}" }
diag-unknown-blank-help = { $suggestion ->
    [none] aquí se puede usar: { $known }
   *[other] ¿quiso decir { "{" }{ $suggestion }{ "}" }? Aquí se puede usar: { $known }
}
diag-unknown-situation = no existe la situación `{ $name }`
diag-unknown-situation-help = { $suggestion ->
    [none] `ensayo show scenarios/common/es/lines` las muestra con sus frases
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-missing-situation = falta la situación `{ $name }`
diag-missing-situation-help = agregue al menos una frase para ella
diag-past-due-over-balance = lo vencido suma más que el saldo
diag-past-due-over-balance-help = corrija `balance` o los montos de `past_due`
diag-objection-never-yields = nada puede hacer ceder la objeción `{ $id }`
diag-objection-never-yields-help = dé puntos positivos en `yields_to` y un `needs` de 1 o más
diag-last-objection-is-mute = la última objeción, `{ $id }`, no tiene qué decir cuando cede
diag-last-objection-is-mute-help = agregue `gives_way:` con una o más frases
diag-unknown-fact = no hay ningún hecho `{ $name }`
diag-unknown-fact-help = { $suggestion ->
    [none] defínalo en `facts:`
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-fact-never-disclosed = nada hace salir el hecho `{ $name }`
diag-fact-never-disclosed-help = nómbrelo en `discloses:` de una objeción, una respuesta o una regla
diag-unknown-outcome = no existe el desenlace `{ $name }`
diag-unknown-outcome-help = { $suggestion ->
    [none] los que hay: { $known } (`ensayo list outcomes` dice qué es cada uno)
   *[other] ¿quiso decir `{ $suggestion }`? Los que hay: { $known } (`ensayo list outcomes` dice qué es cada uno)
}
diag-unknown-name-in-condition = la condición nombra `{ $name }`, que no existe
diag-unknown-name-in-condition-help = { $suggestion ->
    [none] revise los actos, los hechos y las objeciones de este escenario
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-unknown-objection = no hay ninguna objeción `{ $name }`
diag-unknown-objection-help = { $suggestion ->
    [none] escriba el `id` de una de `objections:`
   *[other] ¿quiso decir `{ $suggestion }`?
}

diag-missing-key = falta `{ $name }:`
diag-missing-key-help = escríbalo aquí, o nombre con `type:` o `use:` algo de la biblioteca común que lo traiga
diag-unknown-debtor-type = no existe el tipo de deudor `{ $name }`
diag-unknown-debtor-type-help = { $suggestion ->
    [none] los que hay: { $known }
   *[other] ¿quiso decir `{ $suggestion }`? Los que hay: { $known }
}
diag-unknown-identity = nadie contesta como `{ $name }`
diag-unknown-identity-help = { $suggestion ->
    [none] puede ser third_party, wrong_number, deceased o gatekeeper
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-unknown-library-objection = la biblioteca común no tiene la objeción `{ $name }`
diag-unknown-library-objection-help = { $suggestion ->
    [none] `ensayo list objections` las nombra todas
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-claim-without-public = el hecho `{ $name }` no tiene versión pública que contar
diag-claim-without-public-help = agregue `public:` al hecho: lo que dice en su lugar hasta que sale la verdad
diag-question-never-answered = nada responde la pregunta `{ $id }`
diag-question-never-answered-help = nombre en `answered_by:` los actos de quien llama que la responden
diag-last-objection-left-out = la última objeción, `{ $id }`, no puede faltar
diag-last-objection-left-out-help = quítela de `leave_out:`
diag-range-upside-down = el primer límite es mayor que el segundo
diag-range-upside-down-help = escriba primero el menor
