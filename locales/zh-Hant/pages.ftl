# 兩種關係
sister-cities = 姐妹市
friendship-cities = 友好城市

# 首頁
home-all-partners = 認識我們的夥伴城市
home-what-is-a-sister = 什麼是姐妹市
home-upcoming = 近期活動
home-all-exchanges = 所有交流活動
home-nothing-upcoming = 尚未公布任何交流活動。過去的活動均有紀錄。
home-courtyard = 中庭的路標
home-in-touch = 聯絡我們
home-take-part = 各城市的聯絡窗口
home-in-touch-words = 這些情誼由雙方的志工維繫。歡迎詢問如何接待學生、加入協會或提議交流活動。

# 城市清單
partners-lede = 本計畫曾往來的所有城市，以及目前的關係。選擇其他日期，即可查看當日的關係。
partners-on = 基準日
partners-on-show = 顯示該日
partners-today = 回到今天
partners-none = 該日沒有任何關係的紀錄。

# 城市頁面
partner-clock = 當地時間
partner-distance = 距離
partner-names = 名稱
partner-relationship = 雙方關係
partner-no-terms = 本計畫列有此城市，但沒有關係起訖日期的紀錄。
partner-agreement = 協議
partner-no-signatories = 簽署人無紀錄。
partner-committee = 民間協會
partner-no-committee = 沒有民間協會的紀錄。
committee-no-address = 沒有該會聯絡方式的紀錄。
partner-exchanges = 交流活動
partner-all-exchanges = 與此城市的所有交流活動
partner-no-exchanges = 沒有紀錄；紀錄並不完整。
partner-gifts = 禮物
partner-record = 關於這份紀錄
gift-no-place = 目前所在之處無紀錄。

# 交流活動
exchanges-period = 時間
exchanges-upcoming = 即將舉行
exchanges-past = 過去舉行
exchanges-nearest = 最接近您所查詢的活動
filter-partner = 城市
filter-kind = 類別
filter-direction = 方向
filter-show = 顯示
filter-clear = 顯示全部

# 單項交流活動
exchange-particulars = 詳細資料
exchange-people = 參與者
exchange-with = 交流城市
exchange-more = 與相同城市的其他活動

# 計畫
about-policy = 現行政策
about-facts = 事實的出處
about-facts-words = 本登錄簿的每項事實都註明出處與確定程度。日期只寫到已知的精確度。各出處說法不同時，各種說法一併保留；紀錄不完整時，也會如實說明。

# 參與
take-part-associations = 民間協會
take-part-associations-words = 由雙方志工組成。請寫信給您所關心城市的協會。
take-part-here = 所在地：
take-part-without = 下列城市沒有協會的紀錄；由誰負責可向市政府查詢：
take-part-calendars = 加入您的行事曆
take-part-city = 市政府
take-part-city-words = 其他事項，例如希望結盟的城市、計畫中的訪問、本站有誤的事實，請洽市政府。
take-part-no-contact = 目前沒有聯絡方式的紀錄。
take-part-policy = 政策全文

# 資料
data-heading = 資料說明
data-lede = 本站是一本登錄簿：所呈現的內容，都逐項以資料保存。
data-numbers = 紀錄數量
data-partners = 夥伴城市
data-terms = 關係期間
data-exchanges = 交流活動
data-sources = 出處
data-claims = 附有出處的陳述
data-history = 紀錄從不覆寫：每次更動都記下何人、何時、為何更動。
data-use = 使用方式
data-use-words = 名稱、日期與地點都是人人可用的事實。登錄簿會持續增補，使用時請註明出處為市政府，以及您閱覽的日期。
data-mistake = 發現錯誤
data-mistake-words = 請告訴我們錯在何處；若可能，也請指出正確內容的出處。各出處說法不同者，在有定論之前會並列保存。

# 無障礙聲明
accessibility-heading = 無障礙聲明
accessibility-lede = 不論使用舊手機、鍵盤、螢幕報讀軟體或紙本，人人都能讀到同樣的事實。
accessibility-standard = 遵循的標準
accessibility-standard-words = 每一頁均遵循《網頁內容無障礙指引》（WCAG）2.2 版 AA 級。
accessibility-keyboard = 所有內容都能以鍵盤到達與操作，順序與閱讀順序相同，焦點所在清楚可見。
accessibility-readers = 每張圖的內容都另有文字說明。標題、清單與表格的結構與外觀一致。
accessibility-sight = 文字可放大至四倍，配色可選淺色、深色或系統設定。任何訊息都不單靠顏色表達。
accessibility-means = 不需要指令碼、Cookie 或寬螢幕。每一頁都能列印成清晰的紀錄。
accessibility-tested = 檢測方式
accessibility-tested-words = 每次修改後，都以程式檢查所有頁面在深淺配色與寬窄螢幕下的情形；選單與清單的鍵盤操作則在真正的瀏覽器中檢查。
accessibility-limits = 已知的限制
accessibility-limits-words = 早年的文件多為掃描檔。本站不會公開未附文字的文件，但掃描檔本身可能無法由報讀軟體讀出。較少見文字的名稱，需要您的裝置備有相應字型才能顯示。
accessibility-barrier = 遇到障礙時
accessibility-barrier-words = 請告訴我們是哪一頁，以及您使用的閱讀工具。我們會以其他方式提供您要的內容，並改善該頁。

# 供搜尋引擎使用的說明
home-description = 我們的姐妹市與友好城市：有哪些城市、一起做些什麼、如何參與。
about-description = { $host }姐妹市與友好城市計畫的簡介及其政策。
partners-description = { $host }的姐妹市與友好城市：今日以及建立關係以來任何一日的名單。
partner-description = { $city }（{ $standing }）：雙方關係、協議、交流活動與人物。
exchanges-description = { $host }與夥伴城市的訪問團、學生交流與節慶。
exchange-description = { $title }（{ $when }）
take-part-description = { $host }姐妹市與友好城市的聯絡窗口，以及如何成為友好城市。
data-description = { $host }姐妹市與友好城市的紀錄內容及其出處。
accessibility-description = 本站為人人可用所遵循的標準，以及遇到障礙時的聯絡方式。
