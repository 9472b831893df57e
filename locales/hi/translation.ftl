# भाषाओं का मेन्यू
language-menu = भाषा
language-hint = यह पृष्ठ हिन्दी में पढ़ें
language-not-offered = यह भाषा अभी सार्वजनिक नहीं है
language-not-offered-words = सार्वजनिक होने से पहले इसे यहाँ देखा जा सकता है। कोई लिंक यहाँ नहीं लाता, और खोज इंजन भी इसे नहीं दिखाते।

# अनुवाद की स्थिति
translation-missing = अभी अनुवाद नहीं हुआ है: यह मूल पाठ है।
translation-outdated = इस अनुवाद के बाद मूल पाठ बदला गया है
translation-unreviewed = अभी किसी हिन्दी-भाषी ने नहीं जाँचा है
translation-translator = अनुवाद
translation-reviewer = जाँच
translation-mistake = गलती बताएँ

story-council = नगर परिषद
