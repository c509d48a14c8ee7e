# La evaluación de transcripciones, y la tabla de varias.
help-score = Califica transcripciones de llamadas con una pauta
help-score-long = Califica transcripciones de llamadas con una pauta.

    Lee archivos y carpetas (de estas, los .txt, .md y .log, también los de adentro, por orden de nombre); `-` es la entrada estándar. Un archivo que no se puede leer se avisa y los demás siguen. Con --format json sale siempre una línea por llamada (NDJSON), y nada más.
help-score-after =
    Códigos de salida:
    {"  "}0  todas aprobaron
    {"  "}1  algo no se pudo leer o evaluar, aunque lo demás sí
    {"  "}3  alguna quedó por debajo del mínimo
help-score-paths = Transcripciones y carpetas; `-`, la entrada estándar
help-score-rubric = Pauta con la que se califica: su nombre o el archivo
help-score-format = Texto para leer, o una línea JSON por llamada
help-score-language = Idioma de las que no lo dicen: es, es-MX, en-US…; si no, el que se reconozca
help-score-country = País de las que no lo dicen, por el que se leen montos y fechas: MX, CO, CL, PE, AR, ES, EC, US
help-score-date = Día de las que no lo dicen (AAAA-MM-DD); sin él, los días que se nombran solo se comparan entre sí
help-score-jobs = Cuántas llamadas se califican a la vez; 0, tantas como núcleos haya. El resultado es el mismo, byte por byte, con cualquier número
value-paths = RUTAS
value-country = PAÍS
typed-country = puede ser MX, CO, CL, PE, AR, ES, EC o US

score-empty-folder = en `{ $path }` no hay transcripciones (.txt, .md, .log)
score-progress = { $done } de { $of }

overview-heading = Llamadas
overview-passed = aprobada
overview-below = por debajo del mínimo
overview-open = sin veredicto
overview-unread = no se pudo evaluar
overview-total = { $count ->
    [one] 1 llamada
   *[other] { $count } llamadas
}
overview-count-passed = { $count ->
    [one] 1 aprobada
   *[other] { $count } aprobadas
}
overview-count-below = { $count } por debajo del mínimo
overview-count-open = { $count } sin veredicto
overview-count-unread = { $count ->
    [one] 1 que no se pudo evaluar
   *[other] { $count } que no se pudieron evaluar
}
