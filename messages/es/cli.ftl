# La línea de comandos: ayuda, errores de uso y salidas cortas.
welcome = Ensayo { $version }: practique llamadas de cobranza y califique las reales, sin conexión.

    {"  "}ensayo practice               entre a una llamada ahora mismo
    {"  "}ensayo list scenarios         elija con quién hablar
    {"  "}ensayo score llamadas/        califique transcripciones
    {"  "}ensayo explain "le entiendo"  vea qué se oye en una frase, y por qué
    {"  "}ensayo --help                 todo lo demás

help-heading-usage = Uso
help-heading-commands = Comandos
help-heading-arguments = Argumentos
help-heading-options = Opciones
help-options-value = [OPCIONES]
help-command-value = COMANDO
help-also = (o { $names })
help-values = (valores: { $values })
help-default = (si no se indica: { $value })

value-lang = IDIOMA
value-when = CUÁNDO
value-files = ARCHIVOS
value-tag = IDIOMA
value-date = FECHA
value-text = TEXTO
value-speaker = QUIÉN
value-kind = CLASE
value-name = NOMBRE

help-ensayo = Practique llamadas de cobranza con deudores de guion y califique las reales con la misma pauta
help-ensayo-after =
    Códigos de salida:
    {"  "}0  todo bien
    {"  "}1  no se pudo: algo no se pudo leer o evaluar, o una prueba no salió como se esperaba (test)
    {"  "}2  los argumentos no se entienden
    {"  "}3  alguna llamada quedó por debajo del mínimo (score)
    {"  "}4  hay errores en los archivos revisados (check)
help-ensayo-lang = Idioma en que habla el programa; si no, el del sistema, y si no es ninguno de los dos, español
help-ensayo-color = Cuándo usar colores; NO_COLOR también los apaga
help-ensayo-help = Muestra esta ayuda; `ensayo COMANDO --help`, la de un comando
help-ensayo-version = Muestra la versión

help-annotate = Anota turnos: actos y datos oídos en cada línea, en JSON
help-annotate-long = Anota turnos, uno por línea, en JSON (NDJSON): qué actos y qué datos se oyen en cada uno, dónde y por qué.

    Entra: {"{"}"id":"1","speaker":"agent","lang":"es-MX","text":"…"{"}"}, y si se quiere "context" (los turnos anteriores), "date", "currency", "holidays" y "names" (personas del caso). Sale una línea por cada línea, en el mismo orden. Una línea que no se puede leer da {"{"}"id":…,"error":"…"{"}"} en su lugar y las demás siguen; el código de salida es 0.
help-annotate-files = Archivos por leer; sin archivos, o con `-`, la entrada estándar
help-annotate-language = Idioma de las líneas sin "lang": es, es-MX, en-US…; si no, el del programa
help-annotate-date = Día de las líneas sin "date" (AAAA-MM-DD), con el que se leen «el viernes» o «mañana»; si no, la fecha del sistema: indíquelo para que el resultado sea siempre el mismo
help-annotate-layer = Qué parte del oído escucha: `patterns`, solo los patrones; `both`, también lo aprendido de ejemplos

help-explain = Explica qué se oye en una frase, dónde y por qué
help-explain-text = La frase, entre comillas
help-explain-speaker = Quién la dice: agent, debtor, third_party o system
help-explain-language = Idioma de la frase: es, es-MX, en-US…; si no, el del programa
help-explain-date = Día de la llamada (AAAA-MM-DD); si no, la fecha del sistema

help-list = Lista los escenarios, pautas, guiones y léxicos que hay, y los nombres que se usan en ellos
help-list-kind = Qué listar; sin nada, todos los archivos. Nombres: acts (actos), objections (objeciones), types (tipos de deudor), outcomes (desenlaces), topics (temas de cualquier llamada)

help-show = Muestra un archivo de contenido, para leerlo o copiarlo
help-show-name = Nombre, con su carpeta si hace falta: `rubrics/general`; también la ruta de un archivo

list-scenarios = Escenarios
list-rubrics = Pautas
list-scripts = Guiones
list-lexicons = Léxicos
list-acts-agent = Actos de quien llama
list-acts-debtor = Actos de quien contesta
list-acts-both = Actos de los dos
list-objections = Objeciones de la biblioteca común
list-types = Tipos de deudor
list-topics = Temas que salen en cualquier llamada
list-outcomes = Desenlaces
list-none = (ninguno)
list-origin-folder = esta carpeta
list-origin-user = su carpeta
list-origin-built-in = del programa

library-no-file = no existe el archivo `{ $name }`
library-not-found = { $suggestion ->
    [none] no hay nada llamado `{ $name }` en { $kind }; `ensayo list { $kind }` muestra lo que hay
   *[other] no hay nada llamado `{ $name }` en { $kind }; ¿quiso decir `{ $suggestion }`?
}
show-not-found = { $suggestion ->
    [none] no hay nada llamado `{ $name }`; `ensayo list` muestra lo que hay
   *[other] no hay nada llamado `{ $name }`; ¿quiso decir `{ $suggestion }`?
}
show-several = hay varios archivos llamados `{ $name }`; indique cuál: { $kinds }

annotate-bad-line = la línea no se puede leer: { $reason }
annotate-too-long = la línea es demasiado larga
annotate-language = no se conoce el idioma `{ $tag }`; puede ser es o en, con país si se quiere (es-MX)

explain-nothing = No se oye nada en particular.
explain-pattern = por la forma «{ $wording }» de { $act }
explain-echo = retoma lo dicho: { $words }
explain-examples = se parece a los ejemplos: { $words }
explain-context = responde a { $act }
explain-entity = nombra: { $kind }
explain-alternative = o bien { $value }
certainty-exact = seguro
certainty-approximate = aproximado
certainty-ambiguous = ambiguo
entity-money = dinero
entity-percent = porcentaje
entity-date = fecha
entity-time = hora
entity-duration = duración
entity-plan = plan de pagos
entity-method = forma de pago
entity-number = número
entity-phone = teléfono
entity-document = documento
entity-account = cuenta
entity-person = persona

typed-date = escriba la fecha como 2026-03-11
typed-language = puede ser es o en, con país si se quiere: es-MX
typed-speaker = puede ser agent, debtor, third_party o system

cannot-write = no se pudo escribir la salida: { $reason }

usage-unknown-command = el comando `{ $command }` no existe
usage-unknown-argument = `{ $arg }` no se espera aquí
usage-invalid-value = `{ $value }` no vale para { $arg }; puede ser: { $known }
usage-value-missing = a { $arg } le falta su valor
usage-value-refused = `{ $value }` no vale para { $arg }: { $reason }
usage-argument-missing = falta { $arg }
usage-command-missing = falta el comando
usage-conflict = { $arg } no va junto con { $other }
usage-wrong-number-of-values = { $arg } no lleva ese número de valores
usage-not-unicode = hay un argumento que no es texto
usage-other = los argumentos no se entienden: { $reason }
usage-suggestion = ¿quiso decir `{ $suggestion }`?
usage-read-on = `ensayo --help` lo explica todo.
help-eval-layer = Qué parte del oído escucha: `patterns`, solo los patrones; `both`, también lo aprendido de ejemplos
value-layer = CAPA
