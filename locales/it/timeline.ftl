menu-timeline = Cronologia
timeline-heading = Cronologia
timeline-lede = Tutti i rapporti dal primo in poi, una corsia ciascuno. Dove una data non è nota al giorno, la corsia resta aperta.
timeline-today = Oggi
timeline-label = Cronologia dei rapporti di { $host }: una corsia per ogni città partner
timeline-lane = { $city }: { $story }
timeline-none = Non è ancora registrato nessun rapporto.
timeline-table = Lo stesso come tabella
timeline-story = Che cosa c’è stato
timeline-not-yet = Ancora nulla di registrato
timeline-approved = { $kind ->
    [sister] Approvata come città gemellata
   *[friendship] Approvata come città amica
}
timeline-key-sister = Città gemellata
timeline-key-friendship = Città amica; un tratto dove fu rinnovata
timeline-key-dormant = Rapporto sospeso
timeline-key-possibly = Forse: il giorno non è registrato
timeline-key-proposed = Proposta
timeline-key-listed = Elencata, senza date
timeline-description = Le città gemellate e città amiche di { $host } negli anni: quando ogni rapporto iniziò, fu sospeso, rinnovato o terminò.
