calendar-name = { $what } · { $site }
calendar-description = { $host }與夥伴城市的訪問團、學生交流與節慶。取消的活動仍會保留並註明。
calendar-summary = { $status }：{ $title }
calendar-new-date = 新日期：{ $when }

feed-calendar = 交流活動行事曆
feed-exchanges = 交流活動
feed-news = 雙方關係消息

news-applied = { $city }：{ $kind ->
    [sister] 申請成為姐妹市
   *[friendship] 申請成為友好城市
  }
news-signed = { $city }：簽署{ $title }
news-begun = { $city }：{ $kind ->
    [sister] 姐妹市關係開始
   *[friendship] 友好城市關係開始
  }
news-renewed = { $city }：{ $kind ->
    [sister] 姐妹市關係續約
   *[friendship] 友好城市關係續約
  }
news-changed = { $city }成為{ $kind ->
    [sister] 姐妹市
   *[friendship] 友好城市
  }
news-expiring = { $city }：{ $kind ->
    [sister] 姐妹市關係
   *[friendship] 友好城市關係
  }若不續約，將於{ $end }屆滿
news-lapsed = { $city }：{ $kind ->
    [sister] 姐妹市關係期滿失效
   *[friendship] 友好城市關係期滿失效
  }
news-ended = { $city }：{ $kind ->
    [sister] 姐妹市關係終止
   *[friendship] 友好城市關係終止
  }

subscribe-heading = 訂閱
subscribe-lede = 您的行事曆會自動跟進：此處改期、更名或取消的活動，那裡也會隨之變更。
subscribe-link = 訂閱此行事曆
subscribe-address = 此行事曆的網址：
subscribe-apple = Apple 行事曆與 Thunderbird：點選上方連結。
subscribe-google = Google 日曆（電腦版）：在「其他日曆」選「加入日曆網址」，貼上網址。約每天檢查一次，且不顯示已取消的活動；請以本站為準。
subscribe-outlook = Outlook：選「新增行事曆」、「從網路訂閱」，貼上網址。
subscribe-atom = 供閱讀器訂閱：
subscribe-once = 加入行事曆

data-downloads = 下載
data-downloads-words = 日期只寫到已知的精確度：日、月或年。交流活動檔案依永不變更的識別碼排列。
data-catalogue = 供開放資料目錄使用的檔案說明（DCAT）：
data-api = 供逐項查詢的程式使用：
data-changed = 紀錄最後更動於{ $date }。
data-licence = 授權：
data-no-licence = 未載明授權。
download-partners = { $host }的姐妹市與友好城市
download-partners-words = 每座城市的名稱、位置與目前的關係。
download-terms = { $host }的關係期間
download-terms-words = 每段期間的日期、市議會表決與所依據的出處。
download-exchanges = { $host }與夥伴城市的交流活動
download-exchanges-words = 每項活動的時間、地點、是否舉行與參與者。
download-wikidata = 供維基數據使用的{ $host }夥伴城市
download-wikidata-words = 在維基數據有項目的每座夥伴城市，附起訖日期與出處的陳述，可直接用於 QuickStatements。

error-not-as-wanted = 您持有的內容已與此處不同
error-not-as-wanted-next = 內容其後已變更。請不附條件再試一次。
