embed-offer = 在您的网站显示此列表
embed-how = 将以下内容复制到您的页面。它会自动更新，不设 Cookie，也不需要脚本。
embed-look = 查看显示效果
embed-list = 列表
embed-more = 全部
