# Fallas de las medidas (scripts) y de las condiciones.
diag-script-syntax = esto no se entiende como código: { $reason }
diag-script-syntax-help = revise que cada paréntesis y cada llave se cierre y que cada línea termine en `;`
diag-condition-syntax = { $instead ->
    [none] esta condición no se entiende
   *[other] en una condición, `{ $word }` se escribe `{ $instead }`
}
diag-condition-syntax-help = una condición compara (`trust >= 50`) o pregunta (`said("empathize")`); se juntan con `&&` (y), `||` (o) y `!` (no): `trust >= 50 && !said("blame")`
diag-script-reserved-word = `{ $word }` es una palabra reservada
diag-script-reserved-word-help = use otro nombre (para la llamada, `transcript`)
diag-script-unknown-variable = no hay nada que se llame `{ $name }`
diag-script-unknown-variable-help = { $suggestion ->
    [none] declárelo con `let`, o revise cómo está escrito
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-function = no hay ninguna función `{ $name }`
diag-script-unknown-function-help = { $suggestion ->
    [none] vea la lista de funciones en la guía de medidas
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-wrong-arity = `{ $name }` no recibe { $given ->
    [one] un dato
   *[other] { $given } datos
}
diag-script-wrong-arity-help = datos que recibe: { $expected }
diag-script-wrong-arguments = `{ $name }` existe, pero no para estos datos: { $signature }
diag-script-wrong-arguments-help = lo más común: `.first` o `.last` de una lista vacía es `()`; pregunte antes por `.empty`
diag-script-unknown-property = aquí no hay ninguna propiedad `{ $name }`
diag-script-unknown-property-help = { $suggestion ->
    [none] vea qué propiedades tiene cada cosa en la guía de medidas
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-unknown-param = la tabla no da el parámetro `{ $name }` a este criterio
diag-script-unknown-param-help = { $suggestion ->
    [none] agréguelo en `params:` del criterio
   *[other] ¿quiso decir `{ $suggestion }`?
}
diag-script-wrong-type = aquí va un valor de tipo { $expected } y llegó uno de tipo { $found }
diag-script-wrong-type-help = compare con valores del mismo tipo; una condición da verdadero o falso
diag-script-too-long = el cálculo pasó de { $limit } pasos y se detuvo
diag-script-too-long-help = busque un ciclo que no termina
diag-script-too-deep = las llamadas o los paréntesis pasan de { $limit } niveles
diag-script-too-deep-help = busque una función que se llama a sí misma sin fin
diag-script-too-large = un valor creció más de lo permitido ({ $kind })
diag-script-too-large-help = busque una lista o un texto que crece dentro de un ciclo
diag-script-division-by-zero = división por cero
diag-script-division-by-zero-help = pregunte antes si el divisor es cero; para una parte de un total, use `partial(n, de, …)`
diag-script-overflow = el resultado es demasiado grande para un entero
diag-script-overflow-help = use cifras más pequeñas
diag-script-out-of-range = se pidió el elemento { $index } de una lista de { $length }
diag-script-out-of-range-help = los elementos se cuentan desde cero; pregunte antes por `.len`
diag-script-thrown = la medida se detuvo por su cuenta: { $reason }
diag-script-thrown-help = es el propio guion el que lo dice con `throw`
diag-script-failed = la medida falló: { $reason }
diag-script-failed-help = simplifique esta línea, o mire cómo lo hace uno de los guiones que trae el programa (`ensayo list scripts`)
