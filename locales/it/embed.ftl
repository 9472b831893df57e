embed-offer = Mostra questo elenco sul tuo sito
embed-how = Copia questo in una tua pagina. Resta aggiornato da solo, non usa cookie e non richiede script.
embed-look = Guarda che cosa mostra
embed-list = L’elenco
embed-more = Tutti
