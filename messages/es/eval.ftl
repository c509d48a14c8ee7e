# Cuán bien oye el oído, medido con turnos etiquetados.
help-eval = Mide cuán bien oye el oído, con turnos etiquetados
help-eval-long = Mide cuán bien oye el oído, con turnos etiquetados.

    Lee líneas como las de `annotate` (JSON), con los actos que hay en cada turno: {"{"}"id":"1","speaker":"agent","lang":"es-MX","text":"…","context":[],"acts":["greet"],"maybe":[],"style":"clean"{"}"}. Lo que está en "maybe" no cuenta ni a favor ni en contra. Da precisión (de lo oído, cuánto está), cobertura (de lo que está, cuánto se oyó) y F1 de cada acto; la macro-F1 es la media de los actos etiquetados, la micro-F1 los cuenta todos juntos. Una línea que no se puede leer se avisa y las demás siguen.
help-eval-after =
    Códigos de salida:
    {"  "}0  todo se midió
    {"  "}1  algo no se pudo leer, aunque lo demás sí
help-eval-files = Archivos con una línea JSON por turno; `-`, la entrada estándar
help-eval-by = Una fila por acto, familia, estilo, país o hablante; o por lo que hizo oírlo (source)
help-eval-confusions = Muestra, para cada acto que faltó, qué se oyó en su lugar
help-eval-errors = Muestra los turnos en que este acto faltó o se oyó de más, y por qué
help-eval-format = Texto para leer, o un documento JSON
value-view = VISTA
value-act = ACTO

eval-by-act = acto
eval-by-family = familia
eval-by-style = estilo
eval-by-country = país
eval-by-speaker = hablante
eval-by-source = origen
eval-column-n = n
eval-column-precision = precisión
eval-column-recall = cobertura
eval-column-f1 = F1
eval-column-heard = oídos
eval-column-right = bien oídos

eval-macro = Macro-F1: { $value } ({ $acts ->
    [one] 1 acto
   *[other] { $acts } actos
})
eval-micro = Micro-F1: { $value } (precisión { $precision }, cobertura { $recall })
eval-idle = Turnos sin actos en que se oyó algo: { $heard } de { $turns } ({ $value })
eval-turns = Medido con { $turns ->
    [one] 1 turno
   *[other] { $turns } turnos
} y { $labels ->
    [one] 1 etiqueta
   *[other] { $labels } etiquetas
}.
eval-confusions = Qué se oyó en lugar de lo que faltó
eval-confusion = { $act }, { $missed ->
    [one] faltó 1 vez
   *[other] faltó { $missed } veces
}
eval-errors = Errores: { $act }
eval-no-errors = Ninguno.
eval-nothing = nada
eval-missed = faltó
eval-false_alarm = se oyó de más
eval-no-such-act = { $suggestion ->
    [none] no hay ningún acto `{ $act }`
   *[other] no hay ningún acto `{ $act }`; ¿quiso decir `{ $suggestion }`?
}
eval-more-faults = { $file }: { $count ->
    [one] y 1 falla más
   *[other] y { $count } fallas más
}
diag-eval-bad-line = la línea no se puede leer: { $reason }
diag-eval-bad-line-help = cada línea es un objeto JSON con "speaker", "text" y "acts"
diag-eval-language = no se conoce el idioma `{ $tag }`
diag-eval-language-help = puede ser es o en, con país si se quiere (es-MX)
diag-eval-unknown-act = no hay ningún acto `{ $act }`: no se cuenta
diag-eval-unknown-act-help = { $suggestion ->
    [none] los que hay están en `ensayo show lexicons/acts`
   *[other] ¿quiso decir `{ $suggestion }`?
}
