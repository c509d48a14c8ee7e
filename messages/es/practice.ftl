# La llamada ensayada: antes, durante y después.
help-practice = Ensaya una llamada con un deudor de práctica
help-practice-long = Ensaya una llamada con un deudor de práctica.
    Sin nombre, muestra los escenarios y deja elegir. Con una tubería lee una línea por turno, y con la misma
    semilla y las mismas líneas la llamada es la misma.
help-practice-scenario = Escenario: su nombre o el archivo
help-practice-seed = Semilla: con la misma, el deudor dice lo mismo
help-practice-rubric = Tabla de evaluación con la que se califica
help-practice-format = Texto para leer, o un documento JSON al final
help-practice-exam = Examen: sin pistas ni estado de ánimo
value-scenario = ESCENARIO
value-seed = SEMILLA
value-format = FORMATO

practice-welcome = ¿Con quién quiere ensayar?
practice-level = nivel { $level } de 5
practice-choose = Número o nombre:{" "}
practice-no-such = { $suggestion ->
    [none] No hay ningún escenario «{ $name }».
   *[other] No hay ningún escenario «{ $name }». ¿Quiso decir «{ $suggestion }»?
}
practice-commands = /ficha el expediente · /pista una pista · /estado cómo está · /porque qué se oyó · /colgar · /ayuda
practice-ringing = (suena el teléfono… contestan)
practice-prompt = Usted:{" "}
practice-help = Escriba lo que le diría por teléfono y pulse Entrar. /ficha muestra el expediente, /pista sugiere qué intentar, /estado dice cómo está la persona, /porque qué se oyó y qué movió, /colgar termina la llamada. Al final verá su evaluación.
practice-no-help = En examen no hay pistas.
practice-hint = Pista: { $hint }
practice-mood = { $name } está { $mood }.  confianza { $trust }  paciencia { $patience }
practice-unknown-command = { $suggestion ->
    [none] No conozco «{ $name }». Con /ayuda ve lo que puede pedir.
   *[other] No conozco «{ $name }». ¿Quiso decir { $suggestion }?
}
practice-cannot-read = no se pudo leer lo que se escribe: { $reason }
practice-again = Para repetir esta misma llamada: { $command }
mood-upset = de mal ánimo
mood-guarded = a la defensiva
mood-open = en confianza

case-debtor = Titular
case-creditor = Acreedor
case-product = Producto
case-today = Hoy es
case-balance = Saldo
case-past-due = Vencido
case-past-due-item = { $concept } { $amount }, venció { $date }
case-verify = Verificar
case-history = Historial
case-policy = Puede ofrecer
case-methods = Se paga en
case-law = Ley
case-objective = Objetivo
case-policy-installments = hasta { $count } pagos
case-policy-min-payment = pago mínimo de { $amount }
case-policy-partial = un abono ahora
case-policy-extension = hasta { $days } días más
case-policy-discount = hasta { $percent } % de descuento
case-policy-discount-until = hasta { $percent } % de descuento, hasta el { $date }
case-policy-restructure = reestructurar
case-policy-hardship = { $name } ({ $description })

outcome-paid = paga todo hoy mismo
outcome-promise-kept = promesa que va a cumplir
outcome-promise-broken = promesa que se va a romper
outcome-plan = pagos que sí puede cumplir
outcome-hardship-referral = pasó al programa de apoyo
outcome-dispute-registered = reclamo registrado para revisarse
outcome-callback = quedaron en hablar después
outcome-right-refusal = no tocaba cobrar, y no se cobró
outcome-third-party-told = la deuda se le contó a otra persona
outcome-refused = no aceptó nada
outcome-hung-up = le colgó
outcome-abandoned = terminó sin acuerdo
standing-good = buen desenlace
standing-acceptable = aceptable
standing-poor = se puede mejor
debrief-outcome = Fin de la llamada: { $outcome } ({ $standing }).
debrief-terms = Quedaron en { $terms }.
debrief-squeezed = Dijo que sí para que dejaran de presionar, no porque pueda cumplirlo. Esa promesa se va a romper.
debrief-misremembers = Se fue con otra fecha en la cabeza, y nadie se la corrigió antes de colgar.
debrief-beyond-payments = Quedaron en { $agreed } pagos y el expediente permite { $permitted }: eso no lo puede prometer usted.
debrief-beyond-least = Cada pago es menor que el mínimo del expediente, { $least }: eso no lo puede prometer usted.
debrief-beyond-discount = Descontó { $agreed } % y el expediente permite { $permitted } %: eso no lo puede prometer usted.
debrief-could-have-paid = Hoy podía pagar { $amount } y no se le pidió bien: ahí se quedó dinero que sí había.
debrief-third-party-told = Se habló de la deuda con alguien que no es quien debe (turno { $turns }).
debrief-missed-signal = Estaba por aceptar y nadie le propuso nada (turno { $turns }).
debrief-ignored-questions = { $count ->
    [one] Quedó una pregunta suya sin responder.
   *[other] Quedaron { $count } preguntas suyas sin responder.
}
debrief-contradiction = Primero dijo, en el turno { $claimed }: «{ $claim }» Lo que había detrás salió en el turno { $turn }.
debrief-best = Su mejor momento
debrief-redo = El momento para hacer otra vez
debrief-said = turno { $turn }: «{ $quote }»
debrief-answer = Respuesta: «{ $quote }»
debrief-because = Se oyó: { $because }.
debrief-try = Pruebe así: «{ $wording }»
debrief-hidden = Lo que no le decía
debrief-came-out = Salió en el turno { $turn }: «{ $quote }» Entero es así: { $what }
debrief-kept = No llegó a salir: { $what }
practice-no-ear = no se pudieron cargar los léxicos

help-practice-mode = Cuánta ayuda: guiada (tras cada turno dice qué se oyó, qué movió y qué intentar), práctica, o examen (sin ayuda; 30 turnos y 15 minutos como mucho)
help-practice-shuffle = La misma persona con otro ánimo, otros medios y otras objeciones, dentro de lo que permite el escenario
help-practice-pace = A qué ritmo habla en la terminal; una tecla antes de que termine es interrumpir (Entrar o espacio: mostrar el resto)
help-practice-silence = Segundos de silencio hasta que pregunta si sigue ahí; 0: nunca
help-practice-watch = Vuelve a leer el escenario si se edita durante la llamada
help-practice-resume = Sigue la última llamada que quedó a medias, de ese escenario si se nombra
value-mode = MODO
value-pace = RITMO
value-seconds = SEGUNDOS
practice-commands-exam = /ficha el expediente · /colgar · /ayuda
practice-help-exam = Escriba lo que le diría por teléfono y pulse Entrar. /ficha muestra el expediente, /colgar termina la llamada. En examen no hay pistas; al final verá su evaluación.
practice-exam-over = Se acabó el examen: la llamada termina aquí.
practice-no-attempts = ese escenario ya se presentó como examen { $count } veces; para permitir otra, borre { $path }
practice-cannot-save = no se pudo guardar la llamada en { $path }: { $reason }
practice-nothing-to-resume = { $name ->
    [none] no hay ninguna llamada a medias
   *[other] no hay ninguna llamada a medias con «{ $name }»
}
practice-resumed = { $count ->
    [one] (sigue la llamada: se había dicho una línea)
   *[other] (sigue la llamada: se habían dicho { $count } líneas)
}
practice-changed = (el escenario cambió: en la línea { $line } antes contestaba «{ $was }» y ahora «{ $is }»)
guide-heard-nothing = no se oyó nada en particular
guide-heard = se oyó { $act }: «{ $words }» ({ $because })
guide-moved = movió así: { $moves }
guide-move = { $cause } (confianza { $trust }, paciencia { $patience })
guide-drift = el paso de los turnos
guide-yielded = cedió la objeción { $name }
guide-hardened = se endureció la objeción { $name }
guide-disclosed = salió la verdad: { $name }
guide-pressed-on = se pidió dinero cuando ya no tocaba
guide-talked-over = no se le dejó terminar
guide-ignored = quedó sin responder su pregunta { $name }
guide-signal-missed = estaba por aceptar y no se le propuso nada
guide-because = contestó por: { $name }
guide-mood = confianza { $trust }, paciencia { $patience }
practice-last-turn = Su último turno
act-of-this-case = Toca un tema de este caso
guide-nothing-said = Todavía no ha dicho nada.

debrief-try-insult = Perdone, me expresé mal. Sigamos con calma y con respeto.
debrief-try-threat = Le cuento qué opciones hay y usted me dice cuál le sirve.
debrief-try-sarcasm = Se lo pregunto en serio, porque quiero entenderlo.
debrief-try-blame = No busco culpables. Veamos qué se puede hacer desde hoy.
debrief-try-disbelief = Le creo. Ayúdeme a entender qué pasó.
debrief-try-condescend = Usted conoce su situación mejor que nadie. ¿Cómo lo ve?
debrief-try-third-party = Gracias por atenderme. ¿Me comunica, por favor, con la persona que busco?
debrief-try-pressure = Tómese el tiempo que necesite. ¿Qué le ayudaría a decidir?
