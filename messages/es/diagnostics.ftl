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
diag-wrong-type = este valor no es del tipo que se espera ({ $found })
diag-wrong-type-help = aquí va { $expected }
diag-yaml-too-large = el archivo pasa de { $megabytes } MB
diag-yaml-too-large-help = divídalo en archivos más pequeños
diag-yaml-empty = el archivo está vacío
diag-yaml-empty-help = copie uno de los que trae el programa (`ensayo show`) y cámbielo
diag-yaml-syntax = no es YAML bien formado: { $reason }
diag-yaml-syntax-help = revise la sangría (espacios, nunca tabulador) y ponga entre comillas los textos con `: ` o que empiecen con un signo
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
