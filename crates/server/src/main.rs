//! The server's process: settings, ports, signals, exit codes.

use std::{
    env,
    io::{self, Write},
    net::SocketAddr,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result};
use metrics_exporter_prometheus::PrometheusHandle;
use signpost_core::{
    Clock,
    database::{self, Database, DatabaseError, Role},
};
use signpost_server::{
    app::App,
    config::{Config, MetricsListen, Task},
    health,
    http::serve,
    logging, operator, routes,
};
use tokio::{
    net::TcpListener,
    runtime,
    signal::unix::{SignalKind, signal},
    sync::watch,
    time::interval,
};

/// A setting is wrong: starting again mends nothing.
const WRONG_INPUT: u8 = 1;
/// The system does not give what is needed: starting again later may do.
const SYSTEM: u8 = 2;

fn main() -> ExitCode {
    let config = match Config::read(env::args_os()) {
        Ok(config) => config,
        Err(words) => return tell(&words),
    };
    match config.task {
        Some(Task::Healthcheck) => healthcheck(&config),
        Some(Task::Settings) => settings(),
        None => match run(&config) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                // Nothing is left to be done where not even this can be said.
                let _ = writeln!(io::stderr(), "signpost-server: {}", told(&error));
                ExitCode::from(code_of(&error))
            }
        },
    }
}

/// An error and its causes in a line, but for those that it has told already.
fn told(error: &anyhow::Error) -> String {
    let mut line = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !line.contains(&cause) {
            line = format!("{line}: {cause}");
        }
    }
    line
}

/// Whether whoever runs the process should start it again.
fn code_of(error: &anyhow::Error) -> u8 {
    let database = error.downcast_ref::<DatabaseError>();
    if database.is_some_and(DatabaseError::is_of_settings) { WRONG_INPUT } else { SYSTEM }
}

/// Prints every setting.
fn settings() -> ExitCode {
    match io::stdout().write_all(Config::reference().as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(SYSTEM),
    }
}

/// Prints help or what is wrong with a setting.
fn tell(words: &clap::Error) -> ExitCode {
    let told = words.print();
    if words.use_stderr() {
        ExitCode::from(WRONG_INPUT)
    } else if told.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(SYSTEM)
    }
}

/// Tells a container's engine whether the server beside this process is well: it knows 0 and 1.
fn healthcheck(config: &Config) -> ExitCode {
    match health::check(config.listen) {
        Ok(()) => ExitCode::SUCCESS,
        Err(lack) => {
            let _ = writeln!(io::stderr(), "signpost-server: {lack}");
            ExitCode::from(1)
        }
    }
}

fn run(config: &Config) -> Result<()> {
    logging::start(&config.log, config.log_format)?;
    runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start threads")?
        .block_on(serve_all(config))
}

/// Serves both ports until the process is told to stop.
async fn serve_all(config: &Config) -> Result<()> {
    let listener = bind(config.listen, "--listen or SIGNPOST_LISTEN").await?;
    let address = listener.local_addr()?;
    let stop = stop_signal()?;
    if let MetricsListen::At(at) = config.metrics_listen {
        let port = bind(at, "--metrics-listen or SIGNPOST_METRICS_LISTEN").await?;
        serve_metrics(config, port, operator::count()?, stop.clone())?;
    }
    let clock = config.clock.unwrap_or(Clock::Machine);
    let database = Database::open(&config.database, Role::Web).await?;
    check_clock(&database, clock).await?;
    let site = config.public_address(address);
    let app = App::new(site, clock, database.pool().clone(), config.page_cache_bytes());
    let app = match &config.tag_authority {
        Some(authority) => app.identified_by(authority.clone()),
        None => app,
    };
    let app = Arc::new(app);
    if let Err(error) = app.read_again().await {
        tracing::warn!("the register cannot be read yet: {error}");
    }
    let current = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.stay_current().await }
    });
    tracing::info!(%address, public_address = %app.address(), database = database.place(), "serving");
    let site = routes::site(app, config.request_timeout);
    serve(listener, site, config.connection_limits(), stopped(stop)).await;
    current.abort();
    database.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Refuses to tell what is today by a clock that is far off.
async fn check_clock(database: &Database, clock: Clock) -> Result<(), DatabaseError> {
    let mut connection = database.pool().acquire().await?;
    match database::clocks(&mut connection, clock).await? {
        Some(clocks) => Ok(clocks.check()?),
        None => Ok(()),
    }
}

async fn bind(address: SocketAddr, setting: &str) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}; choose another place with {setting}"))
}

/// How often the times of single requests are gathered, read or not: until then each takes memory.
const UPKEEP: Duration = Duration::from_secs(1);

/// Serves the counts on their own port, beside the site.
fn serve_metrics(
    config: &Config,
    port: TcpListener,
    counts: PrometheusHandle,
    stop: watch::Receiver<()>,
) -> Result<()> {
    let address = port.local_addr()?;
    tracing::info!(%address, "serving metrics");
    let gathered = counts.clone();
    tokio::spawn(async move {
        let mut upkeep = interval(UPKEEP);
        loop {
            upkeep.tick().await;
            gathered.run_upkeep();
        }
    });
    let routes = operator::metrics(counts);
    tokio::spawn(serve(port, routes, config.connection_limits(), stopped(stop)));
    Ok(())
}

/// A channel that closes when the process is asked to stop, by Ctrl-C or by whatever runs it.
fn stop_signal() -> Result<watch::Receiver<()>> {
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot wait for signals")?;
    let mut terminate = signal(SignalKind::terminate()).context("cannot wait for signals")?;
    let (sender, receiver) = watch::channel(());
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping");
        drop(sender);
    });
    Ok(receiver)
}

/// Completes when the channel is closed.
async fn stopped(mut stop: watch::Receiver<()>) {
    while stop.changed().await.is_ok() {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_error_has_told_is_not_told_again() {
        let away = anyhow::anyhow!("connection refused").context("nobody answers (connection refused)");
        assert_eq!(told(&away.context("cannot start")), "cannot start: nobody answers (connection refused)");
    }
}
