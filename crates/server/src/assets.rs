//! Style, fonts and icons: compiled in, and served under the hash of their content.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::http::{Caching, Content, Media};
use crate::urls::Url;

/// The name that the stylesheet's layers are served under, as one file.
const STYLESHEET: &str = "site.css";
/// What makes pages more pleasant where scripts run.
const SCRIPT: &str = "script/site.js";
/// The headings' font, in the letters of most pages.
const HEADING_FONT: &str = "fonts/literata-latin.woff2";

/// The same font in one weight.
const STILL_FONT: &str = "fonts/literata-semibold.ttf";
/// The icon for phones' home screens.
const TOUCH_ICON: &str = "icons/touch.png";

#[derive(RustEmbed)]
#[folder = "../../assets"]
struct Folder;

/// A file as the site serves it.
pub struct Asset {
    /// Its content, which is packed once.
    pub content: Content,
    /// Where it is; another content has another address.
    pub url: Url,
    hash: String,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    let mut layers = Vec::new();
    for name in Folder::iter() {
        let (Some(file), Some(media_type)) = (Folder::get(&name), media_type(&name)) else {
            continue;
        };
        if name.starts_with("css/") {
            layers.push((name, file.data));
        } else {
            assets.insert(name.to_string(), Asset::new(&name, media_type, file.data));
        }
    }
    layers.sort();
    let style = stylesheet_of(&layers, &assets).into_bytes();
    assets.insert(STYLESHEET.to_owned(), Asset::new(STYLESHEET, "text/css; charset=utf-8", style.into()));
    assets
});

impl Asset {
    fn new(name: &str, media_type: &'static str, bytes: Cow<'static, [u8]>) -> Self {
        let hash = hash(&bytes);
        let content = Content::new(Media::named(media_type), bytes.into_owned()).caching(Caching::Immutable);
        Self { content, url: Url::asset(&hash, name), hash }
    }
}

/// The first half of the content's SHA-256, in hexadecimal digits: enough to tell contents apart.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(16).fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"))
}

/// The asset that a URL names, if its content is still that.
pub fn served(hash: &str, name: &str) -> Option<&'static Asset> {
    ASSETS.get(name).filter(|asset| asset.hash == hash)
}

/// The icon, which has an address of its own as well.
pub fn favicon() -> Option<&'static Asset> {
    ASSETS.get("favicon.svg")
}

/// The headings' font in one weight, for the pictures that the server draws; it is not served.
pub fn still_font() -> Option<Cow<'static, [u8]>> {
    Folder::get(STILL_FONT).map(|file| file.data)
}

/// Where the icon for phones' home screens is.
pub fn touch_icon() -> Url {
    url_of(TOUCH_ICON)
}

/// Where the stylesheet is.
pub fn stylesheet() -> Url {
    url_of(STYLESHEET)
}

/// Where the script is.
pub fn script() -> Url {
    url_of(SCRIPT)
}

/// Where the headings' font is, for the page's preload.
pub fn heading_font() -> Url {
    url_of(HEADING_FONT)
}

fn url_of(name: &str) -> Url {
    ASSETS.get(name).map_or_else(|| Url::asset("missing", name), |asset| asset.url.clone())
}

/// The layers in the order of their names, with the addresses of the files that they ask for.
fn stylesheet_of(layers: &[(Cow<'_, str>, Cow<'_, [u8]>)], assets: &BTreeMap<String, Asset>) -> String {
    let mut style: String = layers.iter().map(|(_, text)| String::from_utf8_lossy(text)).collect();
    for (name, asset) in assets {
        style = style.replace(&format!("asset:{name}"), &asset.url.to_string());
    }
    style
}

/// The media type by a name's ending; nothing for what is not meant to be served.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_name_is_there() {
        for url in [stylesheet(), script(), heading_font(), touch_icon(), url_of("favicon.svg")] {
            let url = url.to_string();
            let (hash, name) = url.strip_prefix("/assets/").unwrap().split_once('/').unwrap();
            assert!(!served(hash, name).unwrap().content.bytes().is_empty(), "{url}");
            assert!(served("0000000000000000", name).is_none());
        }
        assert!(favicon().is_some() && still_font().is_some());
    }

    #[test]
    fn the_stylesheet_has_every_layer_and_knows_every_file() {
        let style = String::from_utf8(ASSETS.get(STYLESHEET).unwrap().content.bytes().to_vec()).unwrap();
        assert!(style.starts_with("@layer tokens, base, layout, components, utilities;"));
        assert!(style.contains("@layer utilities {"));
        assert!(!style.contains("asset:"), "a file that the style asks for is not there");
        assert!(style.contains(&heading_font().to_string()));
    }

    #[test]
    fn the_first_view_stays_small() {
        let font = ASSETS.get(HEADING_FONT).unwrap().content.bytes().len();
        assert!(font < 45_000, "the headings' font grew to {font} bytes");
        let script = ASSETS.get(SCRIPT).unwrap().content.bytes().len();
        assert!(script < 10_000, "the script grew to {script} bytes");
    }
}
