//! A real mail server on loopback that takes mail, refuses it, hangs up and holds still.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

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

/// A mail server, and the mails that it took.
pub(crate) struct MailServer {
    pub(crate) port: u16,
    pub(crate) taken: Receiver<String>,
}

impl MailServer {
    pub(crate) fn start(temper: Temper) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, taken) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                // The other end may leave at any moment.
                let _ = serve(&stream.unwrap(), temper, &sender);
            }
        });
        Self { port, taken }
    }

    /// Makes a command send by this server.
    pub(crate) fn serves(&self, command: &mut Command) {
        command
            .env("SIGNPOST_SMTP_HOST", "127.0.0.1")
            .env("SIGNPOST_SMTP_PORT", self.port.to_string())
            .env("SIGNPOST_SMTP_SECURITY", "none")
            .env("SIGNPOST_SMTP_FROM", "signpost@city.example")
            .env("SIGNPOST_REMIND_TO", "staff@city.example");
    }
}

fn serve(stream: &TcpStream, temper: Temper, taken: &Sender<String>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let say = |words: &str| (&*stream).write_all(format!("{words}\r\n").as_bytes());
    say("220 here")?;
    while let Some(line) = lines.next() {
        let line = line?;
        match line.get(..4).unwrap_or_default() {
            "RCPT" if temper == Temper::HangsUpEarly => return Ok(()),
            "RCPT" if temper == Temper::Refuses => say("550 nobody of that name")?,
            "DATA" => {
                say("354 go on")?;
                let mail: Vec<String> =
                    lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                if temper == Temper::Defers {
                    say("451 later")?;
                    continue;
                }
                taken.send(mail.join("\n")).unwrap();
                match temper {
                    Temper::HangsUpLate => return Ok(()),
                    Temper::HoldsStill => thread::park(),
                    _ => say("250 taken")?,
                }
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 yes")?,
        }
    }
    Ok(())
}
