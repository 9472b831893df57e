photo-credit = Foto
photos-label = Fotografie
file-kilobytes = { $number } kB
document-as-text = Che cosa dice, come testo
exchange-documents = Documenti

ordinal-number = { $number }º
times-in-city = { $from } – { $to } a { $city }

partner-anniversary = Prossimo anniversario
anniversary-next = { $precision ->
    [day] { $ordinal } anniversario il { $date }
   *[month] { $ordinal } anniversario: { $date }
}
series-ordinal = il { $ordinal }

exchange-organizer = Organizzato da
exchange-website = Una pagina con altre informazioni
