# La revisión del contenido.
help-check = Revisa escenarios, pautas, guiones y léxicos, y dice dónde está cada falla
help-check-long = Revisa escenarios, pautas, guiones y léxicos, y dice dónde está cada falla.

    Sin nombres revisa todo lo que hay: los léxicos con sus ejemplos, los escenarios con el oído del programa, las pautas con sus guiones. Una ruta se revisa por su línea `format:`; un léxico, junto con los demás de su idioma; un guion (.rhai), con las pautas que lo usan.
help-check-after =
    Códigos de salida:
    {"  "}0  sin errores (puede haber avisos)
    {"  "}1  algo no se pudo leer
    {"  "}4  hay errores
help-check-names = Nombres, archivos o carpetas; sin nada, todo
help-check-format = Texto para leer, o un documento JSON con los hallazgos
value-names = NOMBRES
check-summary = { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
}, { $errors ->
    [one] 1 error
   *[other] { $errors } errores
}, { $warnings ->
    [one] 1 aviso
   *[other] { $warnings } avisos
}
check-empty-folder = en `{ $path }` no hay archivos de contenido (.yaml, .yml, .rhai)
diag-check-unknown-format = el archivo no dice qué es
diag-check-unknown-format-help = empiece con una línea `format: …`; puede ser: { $known }
diag-scenario-no-common = no hay frases comunes para este idioma (`scenarios/{ $name }.yaml`)
diag-scenario-no-common-help = cambie `language:`, o escriba ese archivo
diag-objection-not-heard = esta frase debería oírse como `{ $act }` y no se oye así (se oye: { $heard })
diag-objection-not-heard-help = dígalo de una manera que se oiga (pruebe con `ensayo explain --speaker debtor "…"`), o cambie `act:`
