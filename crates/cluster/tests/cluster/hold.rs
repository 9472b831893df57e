//! Holds a private cluster: says where it is, and leaves when standard input ends.
//!
//! `signpost-cluster-hold create|attach DIRECTORY`; for the tests, which start several at once
//! and kill some of them.

use std::error::Error;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use signpost_cluster::{Cluster, DATABASE, Durability, Environment, OWNER};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let verb = arguments.next().ok_or("create or attach?")?;
    let directory = PathBuf::from(arguments.next().ok_or("which directory?")?);
    let environment = Environment::read();
    let cluster = if verb == "create" {
        Cluster::create_or_start(&directory, &environment, Durability::Durable)?
    } else {
        Cluster::attach(&directory, &environment)?
    };
    writeln!(io::stdout(), "{}", cluster.url(DATABASE, OWNER))?;
    io::stdin().read_to_end(&mut Vec::new())?;
    cluster.leave()?;
    Ok(())
}
