//! Mail: one plain text to one address, by SMTP (RFC 5321).

use std::fs;
use std::future::Future;
use std::path::Path;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, Message};
use signpost_core::EmailAddress;
use tokio::time::timeout;

use crate::cli::{MailSettings, Security};
use crate::failure::Failure;

/// How long the mail server may take for one answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A mail server, and the address that mails come from.
#[derive(Debug)]
pub(crate) struct MailServer {
    host: String,
    port: u16,
    security: Security,
    authority: Option<Certificate>,
    login: Option<Credentials>,
    from: Address,
}

/// One mail.
#[derive(Debug)]
pub(crate) struct Letter<'a> {
    /// What names it among all mails, for ever.
    pub(crate) id: String,
    /// To whom.
    pub(crate) to: &'a EmailAddress,
    /// About what.
    pub(crate) subject: String,
    /// What it says.
    pub(crate) body: String,
    /// When it is written.
    pub(crate) at: Timestamp,
}

/// Why a mail was not sent.
#[derive(Debug)]
pub(crate) enum Undelivered {
    /// The server certainly has not taken it.
    Refused(String),
    /// The server had all of it, and what became of it is not known.
    Unsure(String),
}

impl MailServer {
    /// The server that the settings name.
    pub(crate) fn of(settings: &MailSettings) -> Result<Self, Failure> {
        let missing = |what: &str| {
            Failure::input(format!("to send mail, say {what}; `signpost remind --help` lists the settings"))
        };
        let host = settings
            .host
            .clone()
            .ok_or_else(|| missing("which mail server takes it, with --smtp-host or SIGNPOST_SMTP_HOST"))?;
        let from = settings
            .from
            .as_ref()
            .ok_or_else(|| missing("which address it comes from, with --smtp-from or SIGNPOST_SMTP_FROM"))?;
        let login = login(settings)?;
        let is_here = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
        if login.is_some() && settings.security == Security::None && !is_here {
            return Err(Failure::input(format!(
                "a password would go to {host} for all to read: set --smtp-security to starttls or tls"
            )));
        }
        let port = settings.port.unwrap_or(match settings.security {
            Security::Tls => 465,
            Security::Starttls => 587,
            Security::None => 25,
        });
        let authority = settings.authority.as_deref().map(authority).transpose()?;
        Ok(Self { host, port, security: settings.security, authority, login, from: address(from)? })
    }

    /// Where it is, in words.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Logs in and out, and hands nothing over.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        let mut connection = self.connect().await?;
        answer(connection.quit()).await.map(drop).map_err(|(words, _)| words)
    }

    /// Hands a mail over.
    pub(crate) async fn send(&self, letter: &Letter<'_>) -> Result<(), Undelivered> {
        let refused = |failure: Failure| Undelivered::Refused(words(failure));
        let to = address(letter.to).map_err(refused)?;
        let bytes = self.message(letter, &to)?;
        let mut connection = self.connect().await.map_err(Undelivered::Refused)?;
        let taken = self.hand_over(&mut connection, to, &bytes).await;
        let _ = timeout(PATIENCE, connection.abort()).await;
        taken
    }

    async fn hand_over(
        &self,
        connection: &mut AsyncSmtpConnection,
        to: Address,
        bytes: &[u8],
    ) -> Result<(), Undelivered> {
        let from = Mail::new(Some(self.from.clone()), Vec::new());
        answer(connection.command(from)).await.map_err(|(words, _)| Undelivered::Refused(words))?;
        let to = Rcpt::new(to, Vec::new());
        answer(connection.command(to)).await.map_err(|(words, _)| Undelivered::Refused(words))?;
        answer(connection.command(Data)).await.map_err(|(words, _)| Undelivered::Refused(words))?;
        // From here on the server may have all of it: only its own no is certain.
        answer(connection.message(bytes)).await.map(drop).map_err(|(words, is_answer)| {
            if is_answer { Undelivered::Refused(words) } else { Undelivered::Unsure(words) }
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let hello = ClientId::Domain(self.from.domain().to_owned());
        let at_once = if self.security == Security::Tls { Some(self.encryption()?) } else { None };
        let place = (self.host.as_str(), self.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(place, Some(PATIENCE), &hello, at_once, None);
        let mut connection = answer(connecting).await.map_err(|(words, _)| words)?;
        if self.security == Security::Starttls {
            answer(connection.starttls(self.encryption()?, &hello)).await.map_err(|(words, _)| words)?;
        }
        if let Some(login) = &self.login {
            let ways = [Mechanism::Plain, Mechanism::Login];
            answer(connection.auth(&ways, login)).await.map_err(|(words, _)| words)?;
        }
        Ok(connection)
    }

    /// How the server proves who it is: by an authority that is known to all, or by the city's own.
    fn encryption(&self) -> Result<TlsParameters, String> {
        let known = TlsParameters::builder(self.host.clone());
        let known = self.authority.iter().cloned().fold(known, TlsParametersBuilder::add_root_certificate);
        known.build_rustls().map_err(|error| error.to_string())
    }

    fn message(&self, letter: &Letter<'_>, to: &Address) -> Result<Vec<u8>, Undelivered> {
        let message = Message::builder()
            .from(self.from.clone().into())
            .to(to.clone().into())
            .subject(&letter.subject)
            .date(system_time(letter.at))
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone());
        let message = message.map_err(|error| Undelivered::Refused(error.to_string()))?;
        Ok(message.formatted())
    }
}

/// A moment as the mail library has it.
fn system_time(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second()).unwrap_or(0))
}

/// The certificate of an authority.
fn authority(file: &Path) -> Result<Certificate, Failure> {
    let refused =
        |why: &dyn std::fmt::Display| Failure::input(format!("--smtp-ca-file {}: {why}", file.display()));
    let bytes = fs::read(file).map_err(|error| refused(&format_args!("it cannot be read: {error}")))?;
    let has_one = String::from_utf8_lossy(&bytes).contains("-----BEGIN CERTIFICATE-----");
    let certificate = Certificate::from_pem(&bytes).ok().filter(|_| has_one);
    certificate
        .ok_or_else(|| refused(&"it has no certificate: give one in PEM, with its first and last line"))
}

/// What the server answers, or why it does not, and whether that is its own answer.
async fn answer<T>(
    asked: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, (String, bool)> {
    match timeout(PATIENCE, asked).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => {
            let is_answer = error.status().is_some();
            Err((with_way_out(&error.to_string()), is_answer))
        }
        Err(_) => Err((format!("no answer within {} seconds", PATIENCE.as_secs()), false)),
    }
}

/// Why a connection failed, with what to do where that is known.
fn with_way_out(words: &str) -> String {
    if words.contains("UnknownIssuer") {
        format!("{words}: where an authority of your own vouches for the server, name it with --smtp-ca-file")
    } else {
        words.to_owned()
    }
}

fn login(settings: &MailSettings) -> Result<Option<Credentials>, Failure> {
    let password = match (&settings.password, &settings.password_file) {
        (Some(password), _) => Some(password.reveal().to_owned()),
        (None, Some(file)) => {
            let text = fs::read_to_string(file).map_err(|error| {
                Failure::input(format!("cannot read --smtp-password-file {}: {error}", file.display()))
            })?;
            Some(text.trim_end().to_owned())
        }
        (None, None) => None,
    };
    match (settings.user.clone(), password) {
        (None, None) => Ok(None),
        (Some(user), Some(password)) => Ok(Some(Credentials::new(user, password))),
        (Some(_), None) => {
            Err(Failure::input("--smtp-user is set without a password: give it with --smtp-password-file"))
        }
        (None, Some(_)) => Err(Failure::input("a password is set without a name: give it with --smtp-user")),
    }
}

fn address(address: &EmailAddress) -> Result<Address, Failure> {
    address
        .as_str()
        .parse()
        .map_err(|error| Failure::input(format!("mail cannot be sent with the address `{address}`: {error}")))
}

fn words(failure: Failure) -> String {
    match failure {
        Failure::Input(words) | Failure::System(words) => words,
        Failure::Unread => String::new(),
    }
}
