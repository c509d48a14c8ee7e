# Lectura de transcripciones y de archivos.
diag-transcript-no-speakers = no se ve quién habla
diag-transcript-no-speakers-help = empiece cada turno en una línea propia con quien habla y dos puntos: `Agente: …`, `Cliente: …`
diag-transcript-one-speaker = habla una sola persona (`{ $label }`)
diag-transcript-one-speaker-help = { $role ->
    [agent] marque también los turnos de la otra persona, cada uno en su línea: `Cliente: …`
   *[other] marque también los turnos del agente, cada uno en su línea: `Agente: …`
}

unreadable-io = no se pudo leer `{ $path }`: { $reason }
unreadable-too-large = `{ $path }` pasa de { $megabytes } MB, el límite de un archivo; divídalo, o revise que sea el archivo correcto
unreadable-binary = `{ $path }` no es un archivo de texto; si viene de un procesador de textos o es un PDF, guárdelo como texto sin formato (.txt)
unreadable-empty = `{ $path }` está vacío
io-not-found = no existe
io-permission-denied = no hay permiso para leerlo
io-is-a-directory = es una carpeta
