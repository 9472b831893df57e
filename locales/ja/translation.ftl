# 言語メニュー
language-menu = 言語
language-hint = このページを日本語で読む
language-not-offered = この言語はまだ公開されていません
language-not-offered-words = 公開前の確認用のページです。どこからもリンクされておらず、検索エンジンにも登録されません。

# 翻訳の状態
translation-missing = 未翻訳のため、原文を表示しています。
translation-outdated = この翻訳の後に原文が改訂されています
translation-unreviewed = 日本語話者による確認はまだ済んでいません
translation-translator = 翻訳
translation-reviewer = 確認
translation-mistake = 誤りを報告する

story-council = 市議会
