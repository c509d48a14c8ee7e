# El informe de una llamada.
report-title = { $scorecard } { $version } · { $call }
report-score-passed = { $score } de 100. { $band } (se aprueba con { $mark }).
report-score-passed-plain = { $score } de 100. Aprobado (con { $mark }).
report-score-below = { $score } de 100. { $band }: para aprobar hacen falta { $mark }.
report-score-below-plain = { $score } de 100. Para aprobar hacen falta { $mark }.
report-score-open = { $score } de 100 hasta ahora. Falta evaluar una parte.
report-no-score = Sin puntaje: la llamada no dio ocasión para nada de lo que se evalúa.
report-failed-form = { $criterion } no puede faltar: el puntaje queda en 0 (habría sido { $raw }).
report-failed-section = { $criterion } no puede faltar: su sección queda en 0 (sin eso, el total habría sido { $raw }).
report-incomplete = Evaluación incompleta: se pudo evaluar el { $coverage } % de lo que aplica.
report-points = { $earned } de { $of }
report-state-met = logrado
report-state-partial = en parte
report-state-missed = faltó
report-state-no-opportunity = sin ocasión
report-state-not-evaluated = sin evaluar
report-well = Lo que salió bien
report-over = Para volver a ensayar
report-aside = Fuera de la cuenta
report-aside-line = { $criterion } ({ $state }): { $reason }.
report-try = Pruebe así: «{ $wording }»
report-quote = turno { $turn }, { $speaker }: «{ $quote }»
report-clean-all = { $turns ->
    [one] en el único turno
   *[other] en los { $turns } turnos
}
report-quoted-above = turno { $turn }, ya citado
report-clean = { $turns ->
    [one] ningún caso en el único turno
   *[other] ningún caso en { $turns } turnos
}
report-nearest = lo más cercano, turno { $turn }: «{ $quote }»
report-more-quotes = { $count ->
    [one] y una vez más
   *[other] y { $count } veces más
}
report-searched = { $turns ->
    [one] se buscó en el turno { $from }, { $speaker }
   *[other] se buscó en { $turns } turnos, del { $from } al { $to }, { $speaker }
}
report-speaker-agent = agente
report-speaker-debtor = cliente
report-speaker-third-party = otra persona
report-speaker-system = sistema
report-of-agent = de quien llama
report-of-debtor = del cliente
report-of-third-party = de la otra persona
report-of-system = del sistema
report-of-anyone = de todos
report-nobody-spoke = nadie habló
report-script-error = la medida falló; el aviso dice dónde
report-no-witness = la medida no citó nada de la llamada
report-mode = Forma de cálculo: { $mode }.
report-mode-points = puntos ganados sobre puntos posibles
report-mode-group-weighted-points = puntos ganados sobre posibles, multiplicados por el peso de su sección
report-mode-section-percent-mean = promedio de los porcentajes de cada sección, según su peso
report-mode-question-weights-section = pesos por criterio; lo que no tuvo ocasión reparte su peso en su sección
report-mode-question-weights-form = pesos por criterio; lo que no tuvo ocasión reparte su peso entre todos
report-no-day = No se sabe qué día fue la llamada: los días que se dijeron solo se compararon entre sí.
report-hashes = Huellas: transcripción { $transcript }, tabla { $scorecard }.
report-plan = { $count } pagos de { $amount }
report-money = { $currency ->
    [MXN] { $amount } pesos
    [COP] { $amount } pesos
    [CLP] { $amount } pesos
    [ARS] { $amount } pesos
    [PEN] { $amount } soles
    [EUR] { $amount } euros
    [USD] { $amount } dólares
   *[other] { $amount } { $currency }
}
report-date = { $weekday ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
} { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
report-method-cash = en efectivo
report-method-transfer = por transferencia
report-method-card = con tarjeta
report-method-deposit = con depósito
report-method-convenience-store = en tienda
report-method-payment-link = con el enlace de pago
report-method-direct-debit = con cargo automático
report-method-wallet = con billetera digital
report-method-payroll = con descuento de nómina
report-method-branch = en sucursal
report-soft-amount = la cifra acordada
report-soft-date = el que acordamos
report-soft-method = como lo acordamos
report-soft-debt = (aquí, la cifra exacta)
report-soft-debtor = la persona titular
report-soft-creditor = la empresa
