calendar-name = { $what } · { $site }
calendar-description = { $host }与伙伴城市的访问团、学生交流与节庆。取消的活动仍会保留并注明。
calendar-summary = { $status }：{ $title }
calendar-new-date = 新日期：{ $when }

feed-calendar = 交流活动日历
feed-exchanges = 交流活动
feed-news = 双方关系消息

news-applied = { $city }：{ $kind ->
    [sister] 申请成为姐妹市
   *[friendship] 申请成为友好城市
  }
news-signed = { $city }：签署{ $title }
news-begun = { $city }：{ $kind ->
    [sister] 姐妹市关系开始
   *[friendship] 友好城市关系开始
  }
news-renewed = { $city }：{ $kind ->
    [sister] 姐妹市关系续约
   *[friendship] 友好城市关系续约
  }
news-changed = { $city }成为{ $kind ->
    [sister] 姐妹市
   *[friendship] 友好城市
  }
news-expiring = { $city }：{ $kind ->
    [sister] 姐妹市关系
   *[friendship] 友好城市关系
  }若不续约，将于{ $end }到期
news-lapsed = { $city }：{ $kind ->
    [sister] 姐妹市关系到期失效
   *[friendship] 友好城市关系到期失效
  }
news-ended = { $city }：{ $kind ->
    [sister] 姐妹市关系终止
   *[friendship] 友好城市关系终止
  }

subscribe-heading = 订阅
subscribe-lede = 您的日历会自动跟进：此处改期、更名或取消的活动，那里也会随之变更。
subscribe-link = 订阅此日历
subscribe-address = 此日历的网址：
subscribe-apple = Apple 日历与 Thunderbird：点击上方链接。
subscribe-google = Google 日历（电脑版）：在“其他日历”中选“通过网址添加”，粘贴网址。约每天检查一次，且不显示已取消的活动；请以本站为准。
subscribe-outlook = Outlook：选“添加日历”、“从网络订阅”，粘贴网址。
subscribe-atom = 供阅读器订阅：
subscribe-once = 加入日历

data-downloads = 下载
data-downloads-words = 日期只写到已知的精确度：日、月或年。交流活动文件依永不变更的标识符排列。
data-catalogue = 供开放数据目录使用的文件说明（DCAT）：
data-api = 供逐项查询的程序使用：
data-changed = 记录最后更改于{ $date }。
data-licence = 许可：
data-no-licence = 未载明许可。
download-partners = { $host }的姐妹市与友好城市
download-partners-words = 每座城市的名称、位置与目前的关系。
download-terms = { $host }的关系期间
download-terms-words = 每段期间的日期、市议会表决与所依据的出处。
download-exchanges = { $host }与伙伴城市的交流活动
download-exchanges-words = 每项活动的时间、地点、是否举行与参与者。
download-wikidata = 供维基数据使用的{ $host }伙伴城市
download-wikidata-words = 在维基数据有项目的每座伙伴城市，附起止日期与出处的陈述，可直接用于 QuickStatements。

error-not-as-wanted = 您持有的内容已与此处不同
error-not-as-wanted-next = 内容其后已变更。请不附条件再试一次。
