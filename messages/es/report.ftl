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
report-limit-payments = El expediente permite hasta { $limit } pagos, y se habló de { $named }.
report-limit-payment = El pago mínimo del expediente es de { $limit }, y se habló de { $named }.
report-limit-discount = El expediente permite hasta { $limit } % de descuento, y se habló de { $named } %.
report-limit-days = El expediente permite hasta { $limit } días más, y se fue a { $named }.
report-limit-none = { $way ->
    [discount] El expediente no permite descuentos.
    [installments] El expediente no permite cuotas.
    [extension] El expediente no permite mover la fecha.
    [partial] El expediente no permite abonos.
    [restructure] El expediente no permite reestructurar.
    [hardship] El expediente no tiene programa de apoyo.
   *[other] El expediente no lo permite.
}
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
report-plan-last = { $rest } y uno último de { $last }
report-plan = { $count } pagos de { $amount }
report-plan-uneven = { $count ->
    [1] { $first } y luego { $amount }
   *[other] { $first } y luego { $count } pagos de { $amount }
}
report-terms = { $amount } el { $date }
report-terms-plan = { $amount }, el primero el { $date }
report-soft-terms = la cifra acordada
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
report-capped = { $criterion }: por lo que se dijo, el puntaje se cuenta sobre { $cap } y no sobre 100; los { $raw } que habrían sido quedan en { $score }.
report-cap = tope { $cap }
report-conduct = Lo que no puede ser
report-conduct-law = Va contra esto: { $law }
report-method-named = por { $name }

conduct-threat = Amenazó
conduct-insult = Insultó
conduct-third-party = Habló de la deuda con quien no la debe, o le pidió que la pagara
conduct-false-authority = Se hizo pasar por una autoridad
conduct-pressed-on = Siguió pidiendo dinero cuando ya no se podía
conduct-unverified = Contó la deuda sin saber todavía con quién hablaba
conduct-false-urgency = Inventó una urgencia
conduct-no-notice = No dio el aviso que la ley exige
conduct-cause-asked = Preguntó la causa, y en esta llamada no se pregunta
conduct-try-threat = Le cuento qué opciones hay y usted me dice cuál le sirve.
conduct-try-insult = Entiendo que es un tema pesado. Lo vemos con calma.
conduct-try-third-party = Es un asunto personal. ¿A qué hora lo puedo encontrar?
conduct-try-third-party-gone = Le pido una disculpa. Corrijo el dato hoy mismo, para que no le vuelvan a llamar por esto.
conduct-try-false-authority = Le doy mi nombre y el de la empresa para la que llamo, y me puede verificar.
conduct-try-pressed-on = Entonces no le pido nada. Lo dejo anotado y le digo qué sigue.
conduct-try-unverified = Antes de decirle el motivo, ¿me confirma un dato para saber que hablo con usted?
conduct-try-false-urgency = Tiene tiempo para pensarlo. ¿Qué día le serviría?
conduct-try-no-notice = Antes de seguir le doy el aviso que corresponde: quién cobra, de qué deuda y qué derechos tiene.
conduct-try-cause-asked = Dígame qué fecha y qué monto podría cumplir.
