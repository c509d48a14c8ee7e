# Lo que el oído aprende de turnos etiquetados.
help-learn = Enseña al oído con turnos etiquetados
help-learn-long = Enseña al oído con turnos etiquetados.

    Lee los mismos archivos que `eval` y escribe, en la carpeta de cada idioma, lo que la segunda capa del oído aprende de ellos y de los ejemplos de los léxicos. Los mismos turnos en el mismo orden dan los mismos bytes. Lo que hay en `lexicons/` de la carpeta actual se usa en lugar de lo que trae el programa. Con miles de turnos tarda un minuto o dos.
help-learn-files = Archivos con una línea JSON por turno; `-`, la entrada estándar
help-learn-out = Carpeta de los léxicos en que se escribe
value-folder = CARPETA
learn-done = { $language }: { $agent ->
    [one] 1 turno del agente
   *[other] { $agent } turnos del agente
} y { $debtor ->
    [one] 1 del deudor
   *[other] { $debtor } del deudor
}, aprendidos en { $path }
learnt-unusable = { $path }: no es un archivo de lo que el oído aprende, o es de otra versión; vuelva a hacerlo con `ensayo learn`
help-learn-check = Solo mira si lo que hay fue aprendido de estos turnos; si no, sale con 4
learn-current = { $language }: lo aprendido es de estos turnos
learn-stale = { $language }: lo aprendido no es de estos turnos; hágalo de nuevo con `ensayo learn`
