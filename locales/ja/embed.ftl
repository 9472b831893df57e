embed-offer = この一覧をご自分のサイトに表示する
embed-how = 次のコードをページに貼り付けてください。内容は自動的に更新されます。クッキーもスクリプトも使いません。
embed-look = 表示例を見る
embed-list = 一覧
embed-more = すべて見る
