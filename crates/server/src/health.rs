//! The question that a container's engine asks: can the server in here show its pages?

use std::{
    io::{self, Read, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    time::Duration,
};

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why the server is not healthy.
#[derive(Debug, thiserror::Error)]
pub enum NotHealthy {
    /// Nobody answers there.
    #[error("nothing answers at {address}: {source}")]
    Silent {
        /// Where it was asked.
        address: SocketAddr,
        /// What went wrong.
        source: io::Error,
    },
    /// It answers that it lacks something.
    #[error("the server at {address} is not ready: {words}")]
    NotReady {
        /// Where it was asked.
        address: SocketAddr,
        /// What it says.
        words: String,
    },
}

/// Asks the server that listens on an address whether it is ready, from the same machine.
pub fn check(listen: SocketAddr) -> Result<(), NotHealthy> {
    let address = within(listen);
    let answer = ask(address).map_err(|source| NotHealthy::Silent { address, source })?;
    if answer.starts_with("HTTP/1.1 200 ") {
        return Ok(());
    }
    let words = answer.split_once("\r\n\r\n").map_or(answer.as_str(), |(_, body)| body);
    Err(NotHealthy::NotReady { address, words: words.trim().chars().take(200).collect() })
}

/// The address by which this machine itself reaches whoever listens on every address of it.
fn within(listen: SocketAddr) -> SocketAddr {
    let itself = match listen.ip() {
        IpAddr::V4(all) if all.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(all) if all.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        one => one,
    };
    SocketAddr::new(itself, listen.port())
}

fn ask(address: SocketAddr) -> io::Result<String> {
    let mut connection = TcpStream::connect_timeout(&address, PATIENCE)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    connection.take(16 * 1024).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, thread};

    use super::*;

    fn answered(answer: &'static str) -> Result<(), NotHealthy> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = SocketAddr::new(Ipv4Addr::UNSPECIFIED.into(), listener.local_addr().unwrap().port());
        let server = thread::spawn(move || {
            let (mut connection, _) = listener.accept().unwrap();
            let mut asked = [0; 1024];
            let count = connection.read(&mut asked).unwrap();
            connection.write_all(answer.as_bytes()).unwrap();
            String::from_utf8_lossy(&asked[..count]).into_owned()
        });
        let outcome = check(listen);
        assert!(server.join().unwrap().starts_with("GET /readyz HTTP/1.1\r\n"));
        outcome
    }

    #[test]
    fn a_server_says_itself_whether_it_is_ready() {
        answered("HTTP/1.1 200 OK\r\n\r\nready\n").unwrap();
        let lack = answered("HTTP/1.1 503 Service Unavailable\r\n\r\nthe database is away\n").unwrap_err();
        assert!(lack.to_string().ends_with("is not ready: the database is away"), "{lack}");
    }

    #[test]
    fn a_server_that_is_not_there_is_not_healthy() {
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert!(matches!(check(free), Err(NotHealthy::Silent { .. })));
    }
}
