//! Chromium, driven by WebDriver.

use std::process::Stdio;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::reading;

/// A browser of its own, with an empty profile; it ends with this value.
pub struct Browser {
    driver: WebDriver,
    _chromedriver: Child,
    _profile: TempDir,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The window's width in CSS pixels.
    pub width: u32,
    /// The colour scheme that the visitor prefers.
    pub scheme: Scheme,
}

/// A colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// The scheme as style sheets name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl View {
    /// A desk and a phone, by day and by night.
    pub const ALL: [Self; 4] = [
        Self { width: 1280, scheme: Scheme::Light },
        Self { width: 1280, scheme: Scheme::Dark },
        Self { width: 390, scheme: Scheme::Light },
        Self { width: 390, scheme: Scheme::Dark },
    ];

    /// Its name in files: `1280-dark`.
    pub fn name(self) -> String {
        format!("{}-{}", self.width, self.scheme.word())
    }
}

/// What keeps Chromium to itself: no display, no sandbox (it may run as root), nothing in the background.
const SWITCHES: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

impl Browser {
    /// Starts the driver and the browser.
    ///
    /// # Errors
    /// One of them is not installed: `cargo xtask test` sees to that.
    pub async fn start() -> Result<Self> {
        let profile = TempDir::new()?;
        let mut chromedriver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("chromedriver does not start: run `cargo xtask test`")?;
        let port = port(&mut chromedriver).await?;
        let mut capabilities = DesiredCapabilities::chrome();
        for switch in SWITCHES {
            capabilities.add_arg(switch)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        Ok(Self { driver, _chromedriver: chromedriver, _profile: profile })
    }

    /// The driver, for what a test does on a page.
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens an address in a view, and waits for its fonts.
    pub async fn open(&self, address: &str, view: View) -> Result<()> {
        self.look(address, view).await?;
        self.evaluate("await document.fonts.ready; return null").await?;
        Ok(())
    }

    /// Opens an address in a view, without any script.
    pub async fn look(&self, address: &str, view: View) -> Result<()> {
        self.show_on("screen", &[("prefers-color-scheme", view.scheme.word())]).await?;
        let metrics = json!({
            "width": view.width, "height": 900, "deviceScaleFactor": 1, "mobile": view.width < 600,
        });
        self.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.driver.goto(address).await?;
        Ok(())
    }

    /// Prefers these languages from now on, as `Accept-Language` lists them.
    pub async fn prefer(&self, languages: &str) -> Result<()> {
        let agent = self.driver.execute("return navigator.userAgent", Vec::new()).await?;
        let preference = json!({ "userAgent": agent.json(), "acceptLanguage": languages });
        self.tell("Emulation.setUserAgentOverride", preference).await?;
        Ok(())
    }

    /// Shows pages on a medium (`screen`, `print`), to a visitor who prefers something: `prefers-reduced-motion: reduce`.
    pub async fn show_on(&self, medium: &str, preferences: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = preferences.iter().map(feature).collect();
        self.tell("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await?;
        Ok(())
    }

    /// Runs no script of any page from now on.
    pub async fn forbid_scripts(&self) -> Result<()> {
        self.tell("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        Ok(())
    }

    /// What a screen reader is told of the page, a line for each node, indented: role, name, and states.
    pub async fn reading(&self) -> Result<String> {
        self.tell("Accessibility.enable", json!({})).await?;
        let tree = self.tell("Accessibility.getFullAXTree", json!({})).await?;
        Ok(reading::told(&tree))
    }

    /// The attributes of the first element that a selector finds, without any script: names and values in turn.
    pub async fn attributes(&self, selector: &str) -> Result<Vec<String>> {
        let node = self.node(selector).await?;
        let found = self.tell("DOM.getAttributes", json!({ "nodeId": node })).await?;
        let attributes = found.get("attributes").and_then(Value::as_array).context("attributes")?;
        Ok(attributes.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Puts the focus on the first element that a selector finds, and presses Enter, without any script.
    pub async fn enter(&self, selector: &str) -> Result<()> {
        let node = self.node(selector).await?;
        self.tell("DOM.focus", json!({ "nodeId": node })).await?;
        for kind in ["keyDown", "keyUp"] {
            let key = json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r" });
            self.tell("Input.dispatchKeyEvent", key).await?;
        }
        Ok(())
    }

    async fn node(&self, selector: &str) -> Result<Value> {
        let document = self.tell("DOM.getDocument", json!({ "depth": 0 })).await?;
        let root = document.pointer("/root/nodeId").context("a document")?;
        let found = self.tell("DOM.querySelector", json!({ "nodeId": root, "selector": selector })).await?;
        let node = found.get("nodeId").filter(|node| node.as_u64() > Some(0));
        Ok(node.with_context(|| format!("no element {selector}"))?.clone())
    }

    /// What a script gives back, as the body of an asynchronous function.
    pub async fn evaluate(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done)"
        );
        let returned = self.driver.execute_async(&script, Vec::new()).await?;
        Ok(returned.json().clone())
    }

    /// Presses a key, as WebDriver names keys.
    pub async fn press(&self, key: &str) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(key).await?)
    }

    /// The cookies that pages have set, also those that scripts do not see.
    pub async fn cookies(&self) -> Result<Value> {
        let cookies = self.tell("Network.getAllCookies", json!({})).await?;
        cookies.get("cookies").cloned().context("cookies")
    }

    /// What the browser has written to its console since it was asked last.
    pub async fn log(&self) -> Result<Vec<String>> {
        let entries = self.driver.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| entry.message).collect())
    }

    /// The whole page as a PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let extent = self.extent().await?;
        self.capture(json!({ "format": "png", "captureBeyondViewport": true, "clip": extent })).await
    }

    /// What the window shows as a PNG.
    pub async fn first_view(&self) -> Result<Vec<u8>> {
        self.capture(json!({ "format": "png" })).await
    }

    async fn capture(&self, options: Value) -> Result<Vec<u8>> {
        let picture = self.tell("Page.captureScreenshot", options).await?;
        let encoded = picture.get("data").and_then(Value::as_str).context("a picture")?;
        Ok(BASE64_STANDARD.decode(encoded)?)
    }

    async fn extent(&self) -> Result<Value> {
        let extent = "const page = document.documentElement;
            return { x: 0, y: 0, width: page.clientWidth, height: page.scrollHeight, scale: 1 }";
        self.evaluate(extent).await
    }

    async fn tell(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Ends the browser.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

/// The port that a driver says it listens on.
async fn port(chromedriver: &mut Child) -> Result<u16> {
    let words = chromedriver.stdout.take().context("what chromedriver says")?;
    let mut lines = BufReader::new(words).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    anyhow::bail!("chromedriver ended without a word on its port")
}
