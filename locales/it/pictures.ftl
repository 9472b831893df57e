menu-map = Mappa
heading-on-day = { $heading } al { $date }
as-of-future = Quel giorno deve ancora venire: i periodi che finora nessuno ha rinnovato contano come terminati per allora.
as-of-before = È prima del primo rapporto registrato, del { $year }.
degrees-alone = { $degrees }°

directions-city = Città
directions-direction = Direzione
directions-distance = Distanza
directions-others = Non più attuali, o senza date
directions-without-place = Il luogo non è registrato:
directions-true-north = Le direzioni si contano in senso orario dal nord geografico, lungo la via più breve sul globo.
directions-none = Per quel giorno non è registrato nessun rapporto.
picture-file = Questa immagine come file (SVG)

signpost-heading = Il cartello
signpost-lede = Dove si trovano le nostre città partner, viste da { $host }: da che parte inizia la via più breve e quanto è lunga.
signpost-selection = L’immagine ha posto per { $shown } tavole: le città gemellate più vicine. La tabella le ha tutte.
signpost-table = Direzioni e distanze
signpost-table-caption = Direzioni e distanze da { $host }
signpost-print = Le tavole per chi fa i cartelli
signpost-see-map = Lo stesso sulla mappa
signpost-description = In quale direzione si trovano le nostre città partner da { $host }, e quanto lontano: un cartello, una tabella e tavole da stampare.

boards-heading = Tavole per chi fa i cartelli
boards-lede = Una tavola per ogni città partner, nell’ordine in cui sono appese dall’alto. Stampa questa pagina, o inviane l’indirizzo.
boards-hangs-right = Indica a destra, guardando verso nord.
boards-hangs-left = Indica a sinistra, guardando verso nord.
boards-measure = { $miles } ({ $kilometres }), { $degrees }° in senso orario dal nord geografico
boards-none = Quel giorno nessun rapporto è in vigore, perciò non ci sono tavole.
boards-back = Il cartello
boards-description = Le tavole del cartello di { $host }, con testo, freccia, gradi e distanza.

map-heading = La mappa
map-lede = Ogni linea lascia { $host } nella vera direzione della città che raggiunge, e la sua lunghezza è la distanza.
map-label = Mappa del mondo con { $host } al centro: le linee mostrano vera direzione e distanza di ogni città partner
map-caption = Il nord è in alto. Il bordo è il punto della Terra più lontano da { $host }, disteso; solo dal centro direzioni e distanze sono vere.
map-rings = Gli anelli distano 2.500 miglia (4.023 chilometri).
map-key-sister = Città gemellata
map-key-friendship = Città amica
map-key-past = Non più attuale, o senza date
map-table = Lo stesso come tabella
map-see-signpost = Lo stesso sul cartello
map-description = Una mappa con { $host } al centro: vere direzioni e distanze delle sue città partner.

home-map = In linea d’aria
home-map-words = Ogni linea lascia { $host } nella vera direzione della città che raggiunge, e la sua lunghezza è la distanza.
home-map-full = La mappa intera
home-map-table = Come tabella
