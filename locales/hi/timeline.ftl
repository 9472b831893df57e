menu-timeline = कालक्रम
timeline-heading = कालक्रम
timeline-lede = पहले से अब तक का हर संबंध, हर एक की एक पट्टी। जहाँ तिथि का दिन ज्ञात नहीं, वहाँ पट्टी खुली रहती है।
timeline-today = आज
timeline-label = { $host } के संबंधों का कालक्रम: हर साझेदार शहर की एक पट्टी
timeline-lane = { $city }: { $story }
timeline-none = अभी कोई संबंध दर्ज नहीं है।
timeline-table = यही सारणी के रूप में
timeline-story = क्या-क्या रहा
timeline-not-yet = अभी कुछ दर्ज नहीं
timeline-approved = { $kind ->
    [sister] सिस्टर सिटी के रूप में स्वीकृत
   *[friendship] मैत्री शहर के रूप में स्वीकृत
}
timeline-key-sister = सिस्टर सिटी
timeline-key-friendship = मैत्री शहर; जहाँ नवीनीकरण हुआ वहाँ एक रेखा
timeline-key-dormant = संबंध स्थगित
timeline-key-possibly = संभवतः: दिन दर्ज नहीं है
timeline-key-proposed = प्रस्तावित
timeline-key-listed = सूचीबद्ध, बिना तिथियों के
timeline-description = वर्षों में { $host } के सिस्टर सिटी और मैत्री शहर: हर संबंध कब शुरू, स्थगित, नवीनीकृत या समाप्त हुआ।
