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
