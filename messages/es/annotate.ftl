# Varias líneas a la vez, y cuántas.
help-annotate-jobs = Cuántas líneas se oyen a la vez; 0, tantas como núcleos haya. El resultado es el mismo, byte por byte, con cualquier número
value-jobs = N
