# 每一页都有的文字
site-name = { $host }姐妹市与友好城市
site-kind = 姐妹市与友好城市
skip-to-content = 跳到主要内容
notice-information = 公告
notice-warning = 注意
notice-emergency = 紧急
notice-dismiss = 关闭这则公告
menu-label = 主菜单
menu-open = 菜单
menu-partners = 城市
menu-exchanges = 交流活动
menu-about = 关于项目
menu-take-part = 参与
breadcrumb-label = 当前位置
breadcrumb-home = 首页
footer-about = 关于本项目
footer-data = 数据说明
footer-accessibility = 无障碍声明
footer-credits = 每项事实都注明出处。地点取自 GeoNames（CC BY 4.0），陆地取自 Natural Earth。

# 距离与方位
distance-miles = { $miles } 英里
distance-kilometres = { $kilometres } 公里
direction-degrees = { $compass } { $degrees }°

# 路标
signpost-label = { $host }的路标：各伙伴城市的方位与距离
signpost-caption = 在{ $host }面向北方所见。每块木牌指向最短路径出发的一侧。
signpost-free = 留给下一座城市

# 木牌
blade-committee = 民间协会
blade-next = 下一项活动
blade-no-place = 位置无记录。

# 出处与分歧
source-mark = 出处
claim-preferred = 本站采用
claim-other = 其他记录
record-disputed = 各出处说法不同之处
record-missing = 无记录的事项
record-sources = 出处

# 错误
error-nearest = 您要找的是不是
error-ways = 其他去处
error-not-found = 找不到这个页面
error-preview-gone = 此预览已不存在
error-preview-gone-next = 链接可能已过期、已撤回，或未完整复制。请向发送链接的人再索取一次。
error-not-found-next = 网址可能有误，或者从来没有这个页面。即使关系已经结束，城市的页面仍会永久保留。
error-bad-request = 无法理解这项请求
error-method = 此页仅供阅读
error-method-next = 请通过链接前往，或输入网址。
error-too-long = 网址过长
error-too-long-next = 本站没有这么长的网址。请从下列页面重新开始。
error-internal = 本站发生问题
error-internal-next = 这不是您的问题，我们已经记录下来。请稍后再试。
error-unavailable = 暂时无法读取登记册
error-unavailable-next = 请在一分钟后再试。数据没有丢失。

# 无法读取项目数据时
site-unknown = 姐妹市与友好城市

# 请求的错误
fault-once = { $name } 只能指定一次。
fault-text = { $name } 含有不是文字的符号。
fault-day = { $value } 不是 { $name } 可用的日期。请填写日历上的日期，例如 2017-01-01。
fault-listed = { $value } 不是 { $name } 的选项。请从列表中选择。
fault-host-missing = 请求中没有指明网站。
fault-host-twice = 请求中同时指明了两个网站。
fault-host-absurd = 请求中指明的网站不可能存在。

# 未公开内容的预览
preview-title = 预览，尚未公开
preview-text = 持有此链接的人可查看本页至{ $until }为止。内容仍可能变动。
