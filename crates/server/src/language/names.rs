//! Names of languages and of directions.

use super::Locale;

impl Locale {
    /// The name, in this language, of the language that a partner's name is written in.
    pub fn name_of_language(self, tag: &str) -> Option<String> {
        Some(match tag {
            "de" => self.say("language-de"),
            "en" => self.say("language-en"),
            "es" => self.say("language-es"),
            "fr" => self.say("language-fr"),
            "hi" => self.say("language-hi"),
            "it" => self.say("language-it"),
            "ja" => self.say("language-ja"),
            "ko" => self.say("language-ko"),
            "or" => self.say("language-or"),
            "zh-Hans" => self.say("language-zh-hans"),
            "zh-Hant" => self.say("language-zh-hant"),
            _ => return None,
        })
    }

    /// The nearest of the eight principal winds to a bearing in degrees clockwise from true north.
    pub fn compass(self, bearing: f64) -> String {
        let eighth = (bearing.rem_euclid(360.0) / 45.0).round();
        match eighth {
            1.0 => self.say("compass-north-east"),
            2.0 => self.say("compass-east"),
            3.0 => self.say("compass-south-east"),
            4.0 => self.say("compass-south"),
            5.0 => self.say("compass-south-west"),
            6.0 => self.say("compass-west"),
            7.0 => self.say("compass-north-west"),
            _ => self.say("compass-north"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_have_winds() {
        for (bearing, wind) in [
            (0.0, "north"),
            (22.0, "north"),
            (23.0, "north-east"),
            (180.0, "south"),
            (306.2, "north-west"),
            (337.6, "north"),
            (359.9, "north"),
            (-45.0, "north-west"),
        ] {
            assert_eq!(Locale::default().compass(bearing), wind, "{bearing}");
        }
    }
}
