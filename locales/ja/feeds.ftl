calendar-name = { $what } · { $site }
calendar-description = { $host }と提携都市との訪問団、生徒交流、催し。中止になったものも残し、そのことを明記します。
calendar-summary = { $status }：{ $title }
calendar-new-date = 新しい日程：{ $when }

feed-calendar = 交流のカレンダー
feed-exchanges = 交流
feed-news = 提携のお知らせ

news-applied = { $city }：{ $kind ->
    [sister] 姉妹都市の申請
   *[friendship] 友好都市の申請
  }
news-signed = { $city }：{ $title }に署名
news-begun = { $city }：{ $kind ->
    [sister] 姉妹都市の提携を開始
   *[friendship] 友好都市の提携を開始
  }
news-renewed = { $city }：{ $kind ->
    [sister] 姉妹都市の提携を更新
   *[friendship] 友好都市の提携を更新
  }
news-changed = { $city }が{ $kind ->
    [sister] 姉妹都市に
   *[friendship] 友好都市に
  }
news-expiring = { $city }：{ $kind ->
    [sister] 姉妹都市の提携
   *[friendship] 友好都市の提携
  }は更新されなければ{ $end }に終了
news-lapsed = { $city }：{ $kind ->
    [sister] 姉妹都市の提携が期間満了
   *[friendship] 友好都市の提携が期間満了
  }
news-ended = { $city }：{ $kind ->
    [sister] 姉妹都市の提携が終了
   *[friendship] 友好都市の提携が終了
  }

subscribe-heading = カレンダーに登録
subscribe-lede = 登録すると、ここでの日程や名称の変更、中止が、お使いのカレンダーにも自動的に反映されます。
subscribe-link = このカレンダーを登録
subscribe-address = このカレンダーのアドレス：
subscribe-apple = Apple カレンダーと Thunderbird：上のリンクを開いてください。
subscribe-google = Google カレンダー（パソコン）：「他のカレンダー」の「URL で追加」にアドレスを貼り付けます。更新は1日に1回ほどで、中止されたものは表示されません。念のためこのサイトでもご確認ください。
subscribe-outlook = Outlook：「予定表の追加」の「Web から登録」にアドレスを貼り付けます。
subscribe-atom = フィードリーダー用：
subscribe-once = カレンダーに追加

data-downloads = ダウンロード
data-downloads-words = 日付は、日、月、年のうち、わかっている範囲だけを示します。交流のファイルは、変わることのない識別子の順に並んでいます。
data-catalogue = オープンデータ目録用の説明（DCAT）：
data-api = 一件ずつ問い合わせるプログラム向け：
data-changed = 記録の最終更新：{ $date }
data-licence = ライセンス：
data-no-licence = ライセンスは示されていません。
download-partners = { $host }の姉妹都市と友好都市
download-partners-words = 各都市の名称、位置、現在の関係。
download-terms = { $host }の提携の期間
download-terms-words = 各期間の日付、市議会の採決、根拠となる出典。
download-exchanges = { $host }と提携都市との交流
download-exchanges-words = 各交流の日時、場所、開催の有無、参加者。
download-wikidata = ウィキデータ向けの{ $host }の提携都市
download-wikidata-words = ウィキデータに項目のある各提携都市の記述（開始、終了、出典つき）。QuickStatements でそのまま使えます。

error-not-as-wanted = お持ちの内容は、現在の内容と異なります
error-not-as-wanted-next = その後に変更されました。条件を付けずにもう一度お試しください。
