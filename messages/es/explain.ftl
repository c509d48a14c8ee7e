# Lo que `explain` cuenta de una llamada entera.
help-explain-call = Explica una llamada entera, de una transcripción: lo que se oye en cada turno, qué turno responde a cuál y qué objeciones se retoman; `-`, la entrada estándar
value-file = ARCHIVO
explain-turn = turno { $turn }, { $speaker }

links-questions = Preguntas y respuestas
links-objections = Objeciones del cliente
links-none = (ninguna)
links-said = { $acts ->
    [none] turno { $turn }, { $speaker }: «{ $quote }»
   *[other] turno { $turn }, { $speaker }: «{ $quote }» ({ $acts })
}
links-answered = respondida: { $said }
links-unanswered = sin respuesta
links-taken-up = retomada: { $said }
links-passed-over = los turnos siguientes la pasaron por alto
links-pending = la otra parte ya no habló

consequence-informs = consecuencia que informa
consequence-ambiguous = consecuencia ambigua
consequence-threatens = consecuencia que amenaza
consequence-condition = con condición («{ $words }»)
consequence-no-condition = sin condición
consequence-possibility = como posibilidad («{ $words }»)
consequence-certainty = como hecho («{ $words }»)
consequence-imminence = para ya («{ $words }»)
consequence-kind-possible = { $title } («{ $words }»): puede ser cierto
consequence-kind-too-soon = { $title } («{ $words }»): lleva su tiempo, nadie puede hacerlo ya
consequence-kind-without-past-due = { $title } («{ $words }»): el expediente no tiene nada vencido
consequence-kind-without-discount = { $title } («{ $words }»): el expediente no permite descuentos
consequence-kind-barred = { $title } («{ $words }»): en { $country } no debe mencionarse si no ha comenzado
consequence-kind-never = { $title } («{ $words }»): nunca es cierto
consequence-kind-only-by-court = { $title } («{ $words }»): solo lo puede ordenar un tribunal
