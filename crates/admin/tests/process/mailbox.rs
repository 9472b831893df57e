//! A real mail server on loopback that takes mail, refuses it, hangs up and holds still; in the clear or by TLS.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tempfile::NamedTempFile;

/// What the mail server does with a mail.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Temper {
    /// Takes it.
    Takes,
    /// Refuses the recipient.
    Refuses,
    /// Asks to try again later, when it has all of it.
    Defers,
    /// Hangs up when it hears of the recipient.
    HangsUpEarly,
    /// Takes it, and hangs up before it says so.
    HangsUpLate,
    /// Takes it, and never says so.
    HoldsStill,
}

/// When the connection is made secret.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Secrecy {
    AtOnce,
    AfterGreeting,
}

/// `signpost` and `hunter2`, as a client says it that logs in (PLAIN of RFC 4616).
const LOGIN: &str = "AHNpZ25wb3N0AGh1bnRlcjI=";

/// A mail server, and the mails that it took.
pub(crate) struct MailServer {
    pub(crate) port: u16,
    pub(crate) taken: Receiver<String>,
    secret: Option<(Secrecy, NamedTempFile)>,
}

impl MailServer {
    /// One that takes mail from anybody, in the clear.
    pub(crate) fn start(temper: Temper) -> Self {
        Self::run(None, move |stream, taken| {
            let manner = Manner { temper, greets: true, offers: &[], login: None };
            manner.serve(stream, taken).map(drop)
        })
    }

    /// One that takes mail by TLS, from who has logged in; an authority of its own vouches for it.
    pub(crate) fn start_secret(secrecy: Secrecy) -> Self {
        let (config, authority) = identity();
        Self::run(Some((secrecy, authority)), move |stream, taken| {
            let open =
                Manner { temper: Temper::Takes, greets: true, offers: &["STARTTLS"], login: Some(LOGIN) };
            let asked = match secrecy {
                Secrecy::AtOnce => Some(stream),
                Secrecy::AfterGreeting => open.serve(stream, taken)?,
            };
            let Some(stream) = asked else { return Ok(()) };
            let connection = ServerConnection::new(Arc::clone(&config)).map_err(io::Error::other)?;
            let secret = Manner { greets: secrecy == Secrecy::AtOnce, offers: &["AUTH PLAIN LOGIN"], ..open };
            secret.serve(StreamOwned::new(connection, stream), taken).map(drop)
        })
    }

    fn run(
        secret: Option<(Secrecy, NamedTempFile)>,
        serve: impl Fn(TcpStream, &Sender<String>) -> io::Result<()> + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, taken) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                // The other end may leave at any moment.
                let _ = serve(stream.unwrap(), &sender);
            }
        });
        Self { port, taken, secret }
    }

    /// Makes a command send by this server.
    pub(crate) fn serves(&self, command: &mut Command) {
        let security = match &self.secret {
            None => "none",
            Some((Secrecy::AtOnce, _)) => "tls",
            Some((Secrecy::AfterGreeting, _)) => "starttls",
        };
        command
            .env("SIGNPOST_SMTP_HOST", "127.0.0.1")
            .env("SIGNPOST_SMTP_PORT", self.port.to_string())
            .env("SIGNPOST_SMTP_SECURITY", security)
            .env("SIGNPOST_SMTP_FROM", "signpost@city.example")
            .env("SIGNPOST_REMIND_TO", "staff@city.example");
        if let Some((_, authority)) = &self.secret {
            command
                .env("SIGNPOST_SMTP_CA_FILE", authority.path())
                .env("SIGNPOST_SMTP_USER", "signpost")
                .env("SIGNPOST_SMTP_PASSWORD", "hunter2");
        }
    }
}

/// Who the server is by its certificate, and the authority that vouches for it.
fn identity() -> (Arc<ServerConfig>, NamedTempFile) {
    let (own_key, authority_key) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(authority.self_signed(&authority_key).unwrap().pem().as_bytes()).unwrap();
    let issuer = Issuer::new(authority, authority_key);
    let own = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
    let own = own.signed_by(&own_key, &issuer).unwrap();
    let key = PrivateKeyDer::try_from(own_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(rustls::crypto::ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![own.der().clone()], key)
        .unwrap();
    (Arc::new(config), file)
}

/// How the server talks with one client.
struct Manner {
    temper: Temper,
    /// Whether it speaks first.
    greets: bool,
    /// What it can do, besides taking mail.
    offers: &'static [&'static str],
    /// What a client must say before it may send.
    login: Option<&'static str>,
}

impl Manner {
    /// Talks until the client leaves, or wants to go on by TLS: then the connection is given back.
    fn serve<S: Read + Write>(&self, stream: S, taken: &Sender<String>) -> io::Result<Option<S>> {
        let mut client = BufReader::new(stream);
        let mut may_send = self.login.is_none();
        if self.greets {
            say(&mut client, "220 here")?;
        }
        while let Some(line) = heard(&mut client)? {
            match line.get(..4).unwrap_or_default() {
                "EHLO" => {
                    for offer in self.offers {
                        say(&mut client, &format!("250-{offer}"))?;
                    }
                    say(&mut client, "250 at your service")?;
                }
                "STAR" => {
                    say(&mut client, "220 go on in secret")?;
                    return Ok(Some(client.into_inner()));
                }
                "AUTH" => {
                    may_send = line.strip_prefix("AUTH PLAIN ") == self.login;
                    say(&mut client, if may_send { "235 welcome" } else { "535 not with this password" })?;
                }
                "MAIL" if !may_send => say(&mut client, "530 log in first")?,
                "RCPT" if self.temper == Temper::HangsUpEarly => return Ok(None),
                "RCPT" if self.temper == Temper::Refuses => say(&mut client, "550 nobody of that name")?,
                "DATA" => {
                    if !self.take(&mut client, taken)? {
                        return Ok(None);
                    }
                }
                "QUIT" => {
                    say(&mut client, "221 bye")?;
                    return Ok(None);
                }
                _ => say(&mut client, "250 yes")?,
            }
        }
        Ok(None)
    }

    /// Hears a mail; says whether the talk goes on.
    fn take<S: Read + Write>(&self, client: &mut BufReader<S>, taken: &Sender<String>) -> io::Result<bool> {
        say(client, "354 go on")?;
        let mut mail = Vec::new();
        while let Some(line) = heard(client)?.filter(|line| line != ".") {
            mail.push(line);
        }
        if self.temper == Temper::Defers {
            say(client, "451 later")?;
            return Ok(true);
        }
        taken.send(mail.join("\n")).unwrap();
        match self.temper {
            Temper::HangsUpLate => return Ok(false),
            Temper::HoldsStill => thread::park(),
            _ => say(client, "250 taken")?,
        }
        Ok(true)
    }
}

fn say<S: Read + Write>(client: &mut BufReader<S>, words: &str) -> io::Result<()> {
    client.get_mut().write_all(format!("{words}\r\n").as_bytes())?;
    client.get_mut().flush()
}

fn heard<S: Read + Write>(client: &mut BufReader<S>) -> io::Result<Option<String>> {
    let mut line = String::new();
    let length = client.read_line(&mut line)?;
    Ok((length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}
