# 两种关系
sister-cities = 姐妹市
friendship-cities = 友好城市

# 首页
home-all-partners = 认识我们的伙伴城市
home-what-is-a-sister = 什么是姐妹市
home-upcoming = 近期活动
home-all-exchanges = 所有交流活动
home-nothing-upcoming = 尚未公布任何交流活动。过去的活动均有记录。
home-courtyard = 中庭的路标
home-in-touch = 联系我们
home-take-part = 各城市的联系方式
home-in-touch-words = 这些情谊由双方的志愿者维系。欢迎询问如何接待学生、加入协会或提议交流活动。

# 城市列表
partners-lede = 本项目曾往来的所有城市，以及目前的关系。选择其他日期，即可查看当日的关系。
partners-on = 基准日
partners-on-show = 显示该日
partners-today = 回到今天
partners-none = 该日没有任何关系的记录。

# 城市页面
partner-clock = 当地时间
partner-distance = 距离
partner-names = 名称
partner-relationship = 双方关系
partner-no-terms = 本项目列有此城市，但没有关系起止日期的记录。
partner-agreement = 协议
partner-no-signatories = 签署人无记录。
partner-committee = 民间协会
partner-no-committee = 没有民间协会的记录。
committee-no-address = 没有该会联系方式的记录。
partner-exchanges = 交流活动
partner-all-exchanges = 与此城市的所有交流活动
partner-no-exchanges = 没有记录；记录并不完整。
partner-gifts = 礼物
partner-record = 关于这份记录
gift-no-place = 目前所在之处无记录。

# 交流活动
exchanges-period = 时间
exchanges-upcoming = 即将举行
exchanges-past = 过去举行
exchanges-nearest = 最接近您所查询的活动
filter-partner = 城市
filter-kind = 类别
filter-direction = 方向
filter-show = 显示
filter-clear = 显示全部

# 单项交流活动
exchange-particulars = 详细信息
exchange-people = 参与者
exchange-with = 交流城市
exchange-more = 与相同城市的其他活动

# 项目
about-policy = 现行政策
about-facts = 事实的出处
about-facts-words = 本登记册的每项事实都注明出处与确定程度。日期只写到已知的精确度。各出处说法不同时，各种说法一并保留；记录不完整时，也会如实说明。

# 参与
take-part-associations = 民间协会
take-part-associations-words = 由双方志愿者组成。请写信给您所关心城市的协会。
take-part-here = 所在地：
take-part-without = 下列城市没有协会的记录；由谁负责可向市政府查询：
take-part-calendars = 加入您的日历
take-part-city = 市政府
take-part-city-words = 其他事项，例如希望结好的城市、计划中的访问、本站有误的事实，请联系市政府。
take-part-no-contact = 目前没有联系方式的记录。
take-part-policy = 政策全文

# 数据
data-heading = 数据说明
data-lede = 本站是一本登记册：所呈现的内容，都逐项以数据保存。
data-numbers = 记录数量
data-partners = 伙伴城市
data-terms = 关系期间
data-exchanges = 交流活动
data-sources = 出处
data-claims = 附有出处的陈述
data-history = 记录从不覆盖：每次更改都记下何人、何时、为何更改。
data-use = 使用方式
data-use-words = 名称、日期与地点都是人人可用的事实。登记册会持续增补，使用时请注明出处为市政府，以及您阅览的日期。
data-mistake = 发现错误
data-mistake-words = 请告诉我们错在何处；如有可能，也请指出正确内容的出处。各出处说法不同的，在有定论之前会并列保存。

# 无障碍声明
accessibility-heading = 无障碍声明
accessibility-lede = 无论使用旧手机、键盘、读屏软件还是纸张，人人都能读到同样的事实。
accessibility-standard = 遵循的标准
accessibility-standard-words = 每一页均遵循《Web 内容无障碍指南》（WCAG）2.2 版 AA 级。
accessibility-keyboard = 所有内容都能用键盘到达和操作，顺序与阅读顺序相同，焦点所在清晰可见。
accessibility-readers = 每张图的内容都另有文字说明。标题、列表与表格的结构与外观一致。
accessibility-sight = 文字可放大至四倍，配色可选浅色、深色或系统设置。任何信息都不单靠颜色表达。
accessibility-means = 不需要脚本、Cookie 或宽屏幕。每一页都能打印成清晰的记录。
accessibility-tested = 检测方式
accessibility-tested-words = 每次修改后，都用程序检查所有页面在深浅配色与宽窄屏幕下的情形；菜单与列表的键盘操作则在真实的浏览器中检查。
accessibility-limits = 已知的限制
accessibility-limits-words = 早年的文件多为扫描件。本站不会公开未附文字的文件，但扫描件本身可能无法由读屏软件读出。较少见文字的名称，需要您的设备备有相应字体才能显示。
accessibility-barrier = 遇到障碍时
accessibility-barrier-words = 请告诉我们是哪一页，以及您使用的阅读工具。我们会以其他方式提供您要的内容，并改进该页。

# 供搜索引擎使用的说明
home-description = 我们的姐妹市与友好城市：有哪些城市、一起做些什么、如何参与。
about-description = { $host }姐妹市与友好城市项目的简介及其政策。
partners-description = { $host }的姐妹市与友好城市：今日以及建立关系以来任何一日的名单。
partner-description = { $city }（{ $standing }）：双方关系、协议、交流活动与人物。
exchanges-description = { $host }与伙伴城市的访问团、学生交流与节庆。
exchange-description = { $title }（{ $when }）
take-part-description = { $host }姐妹市与友好城市的联系方式，以及如何成为友好城市。
data-description = { $host }姐妹市与友好城市的记录内容及其出处。
accessibility-description = 本站为人人可用所遵循的标准，以及遇到障碍时的联系方式。
