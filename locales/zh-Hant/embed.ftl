embed-offer = 在您的網站顯示此清單
embed-how = 將以下內容複製到您的頁面。它會自動更新，不設 Cookie，也不需要指令碼。
embed-look = 查看顯示效果
embed-list = 清單
embed-more = 全部
