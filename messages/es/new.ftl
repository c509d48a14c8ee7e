# Un escenario nuevo: preguntas, y lo que dice el archivo.
help-new = Escribe la primera versión de un escenario, a partir de unas preguntas o de una llamada real
help-new-long = Escribe la primera versión de un escenario: hace siete preguntas cortas (con Enter vale lo que está entre corchetes) y deja un archivo YAML con notas, que ya se puede jugar y que trae sus pruebas.

    Con --from toma de una transcripción lo que objetó el deudor y lo que dijo el agente; nombres, teléfonos y documentos se reemplazan. Lo que se da como opción no se pregunta. Nunca escribe sobre un archivo que ya existe.
help-new-what = Qué se escribe
help-new-file = Archivo; si no, el nombre y la primera objeción: marta-no-tengo-dinero.yaml
help-new-name = Nombre del deudor, con señora o señor delante
help-new-country = País: MX, CO, CL, PE, AR, ES, EC, US
help-new-kind = Tipo de deudor de la biblioteca común: fortuitous, negligent…
help-new-product = Qué debe: tarjeta de tienda, línea telefónica…
help-new-creditor = A quién se lo debe
help-new-amount = Cuánto está vencido
help-new-objection = Objeciones de la biblioteca común, la de afuera primero: no_money,busy; puede repetirse
help-new-level = Dificultad, de 1 a 5
help-new-date = Día de la llamada; si no, hoy, o el lunes si es fin de semana
help-new-from = Transcripción de una llamada real de la cual partir
help-new-yes = No pregunta: lo que ninguna opción dice queda como es usual
value-what = QUÉ
value-type = TIPO
value-product = PRODUCTO
value-creditor = ACREEDOR
value-amount = MONTO
value-objection = OBJECIONES
value-level = NIVEL
value-call = TRANSCRIPCIÓN

new-welcome = Un deudor nuevo. Con Enter vale lo que está entre corchetes.
new-ask-name = ¿Cómo se llama? Con señora o señor delante. [{ $usual }]
new-ask-country = ¿De qué país es? MX, CO, CL, PE, AR, ES, EC, US. [{ $usual }]
new-ask-type = ¿Qué tipo de deudor es? Número o nombre. [{ $usual }]
new-ask-product = ¿Qué debe, y a quién? Con una coma en medio. [{ $usual }]
new-ask-amount = ¿Cuánto tiene vencido? [{ $usual }]
new-ask-objections = ¿Qué objeta? Una o dos, por número o con sus palabras, la de afuera primero: 19 y 6. [{ $usual }]
new-ask-level = ¿Qué tan difícil es, de 1 a 5? [{ $usual }]
new-no-name = `{ $value }` no es un nombre
new-no-country = no conozco el país `{ $value }`; puede ser MX, CO, CL, PE, AR, ES, EC o US
new-no-product = en `{ $value }` falta el producto o el acreedor: escriba los dos, con una coma en medio
new-no-amount = `{ $value }` no es un monto mayor que cero; escríbalo con cifras
new-levels = muy fácil, fácil, medio, difícil, muy difícil
new-no-level = `{ $value }` no es un número de 1 a 5
new-no-objection = hace falta una objeción por lo menos
new-unknown-type = no hay ningún tipo `{ $name }`; los hay: { $known }
new-unknown-objection = la biblioteca común no tiene la objeción `{ $name }`{ $suggestion ->
    [none] {""}
   *[other] ; ¿quiso decir `{ $suggestion }`?
}
new-exists = { $path } ya existe; elija otro nombre
new-given-up = no se escribió nada
new-written =
    Listo: { $path }

    {"  "}ensayo practice { $path }   hable con su deudor
    {"  "}ensayo test { $path }       juegue las pruebas que trae
    {"  "}ensayo check { $path }      revise el archivo cada vez que lo cambie
new-not-won = Ninguna llamada del agente de prueba llegó a un buen desenlace: su prueba dice lo que pasó. Cambie las objeciones, o escriba a mano la llamada que sí llega.
new-read-through = Lea el archivo entero antes de compartirlo: puede quedar en las frases algo que identifique a alguien.

new-usual-name = señora Marta Quiroga
new-usual-name-man = señor Andrés Quiroga
new-usual-product = tarjeta de tienda
new-usual-creditor = Almacenes Miraflor
new-agent-name = Ana Ruiz
new-somebody = Fulano
new-somebody-woman = Fulana

new-note-head =
    La primera versión de un deudor. Todo se puede cambiar; `ensayo check` dice qué falta y en qué línea.
    Este comentario, y los demás, sobran cuando ya no hagan falta.
new-note-summary = Lo que el agente puede saber antes de llamar, y lo que logra una buena llamada.
new-note-case-file = El expediente. Los montos van entre comillas, con punto para los decimales.
new-note-policy = Todo lo que el agente puede ofrecer; lo que no está aquí, no lo puede ofrecer.
new-note-persona = Quién contesta. El tipo trae la confianza, la paciencia y el carácter; lo que escriba aquí lo reemplaza.
new-note-truth = Lo que solo usted sabe: la causa, cuánto puede pagar de verdad y desde cuándo.
new-note-facts = Lo que puede salir en la llamada, por su nombre.
new-note-objections =
    Lo que responde, capa por capa, la de afuera primero. `use:` trae frases y puntos de la biblioteca común
    (`ensayo show scenarios/common/es/objections`); lo que escriba debajo los reemplaza: opens, insists, hardened, yields_to…
new-note-gives-way = Lo que dice cuando por fin se abre: cámbielo por la historia de su deudor.
new-note-outcomes = En qué termina una buena llamada, y en qué una aceptable.
new-note-tests = Una llamada bien llevada y una que no; `ensayo test` las juega cada vez que cambie algo.

new-title = { $name }: «{ $objection }»
new-summary = Cuarenta y cinco días de atraso en su { $product }. Antes pagaba a tiempo.
new-objective = { $way ->
    [stop] Entender lo que dice, dejar de cobrar y despedirse bien.
    [dispute] Escuchar el reclamo y dejarlo registrado, con un plazo de respuesta.
   *[agreement] Entender qué pasa y llegar a un acuerdo que se pueda cumplir.
}
new-account-number = terminación 2180
new-concept = mensualidad vencida
new-verify-label = fecha de nacimiento
new-verify-value = 9 de mayo de 1983
new-programme = programa de apoyo
new-programme-about = tres meses sin recargos y con pagos más chicos
new-methods = { $country ->
    [MX] OXXO con referencia
        transferencia SPEI
    [CO] PSE
        corresponsal bancario
    [CL] Webpay
        transferencia
    [PE] Yape
        agente bancario
    [AR] transferencia
        Pago Fácil
    [ES] Bizum
        transferencia
   *[other] transferencia
        depósito en ventanilla
}
new-about = { $gender ->
    [male] Trabaja en lo suyo y vive con su familia. Cumplido hasta hace poco.
   *[female] Trabaja en lo suyo y vive con su familia. Cumplida hasta hace poco.
}
new-account = { $way ->
    [stop] Lo que dice es cierto, y desde que lo dice ya no se le debe pedir dinero.
    [dispute] Tiene razón en lo que reclama, y con el reclamo registrado se queda en paz.
   *[agreement] { $means ->
        [has] Tiene el dinero. Lo ha ido dejando, y con un día y un monto claros paga.
       *[lacks] Le recortaron las horas hace un mes y gana menos. Puede dar una cuota pequeña desde su próximo pago.
    }
}
new-fact = { $means ->
    [has] Tiene el dinero; solo lo ha ido dejando.
   *[lacks] Le recortaron las horas hace un mes.
}
new-gives-way = { $means ->
    [has] Bueno, la verdad es que lo he ido dejando. Puedo dar {"{own_amount}"} {"{own_date}"}.
        Mire, tiene razón, ya lo dejé mucho tiempo. Sí puedo con {"{own_amount}"} {"{own_date}"}.
   *[lacks] Le voy a decir la verdad: me recortaron las horas y gano menos. Podría dar {"{own_amount}"} {"{own_date}"}.
        Gracias por escucharme. Me bajaron las horas en el trabajo. Podría ir dando {"{own_amount}"}, desde {"{own_date}"}.
}
new-test-real = la llamada real, turno por turno
new-test-skilled = con oficio llega adonde puede llegar
new-test-clumsy = a presión no llega a nada bueno
