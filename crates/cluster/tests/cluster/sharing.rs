//! Several processes and threads with one cluster.

use std::thread;

use signpost_cluster::{Cluster, ClusterError, DATABASE, Durability, Environment, OWNER, Status};

use crate::support::{Holder, ask, open_folder, postmaster, start};

#[test]
fn eight_starters_at_once_share_one_server_and_the_last_to_leave_stops_it() {
    let folder = open_folder();
    let directory = folder.path().join("data");
    let mut holders: Vec<Holder> = (0..4).map(|_| Holder::start("create", &directory, &[])).collect();
    let clusters: Vec<Cluster> = thread::scope(|scope| {
        let starters: Vec<_> =
            (0..4).map(|_| scope.spawn(|| start(&directory, Durability::Durable))).collect();
        starters.into_iter().map(|s| s.join().unwrap()).collect()
    });

    let url = clusters[0].url(DATABASE, OWNER);
    let urls: Vec<String> = holders.iter_mut().map(Holder::url).collect();
    assert_eq!(urls, [url.as_str(); 4]);
    ask(&clusters[0], "create table shared (id int)");
    for cluster in &clusters {
        ask(cluster, "insert into shared values (1)");
    }
    let server = postmaster(&directory);

    drop(clusters);
    let last = holders.pop().unwrap();
    for holder in holders {
        assert!(holder.leave().success());
    }
    assert_eq!(postmaster(&directory), server, "it was never started anew");
    assert!(matches!(Cluster::status(&directory), Ok(Status::Running { .. })));
    assert!(last.leave().success());
    assert!(matches!(Cluster::status(&directory), Ok(Status::Stopped { .. })));

    let again = start(&directory, Durability::Durable);
    assert_eq!(ask(&again, "select count(*) from shared"), "4");
}

#[test]
fn a_killed_process_leaves_and_what_it_left_behind_is_stopped_on_demand() {
    let folder = open_folder();
    let directory = folder.path().join("data");
    let environment = Environment::read();
    let mut holder = Holder::start("create", &directory, &[]);
    holder.url();

    let in_use = Cluster::stop(&directory, &environment).unwrap_err();
    assert!(matches!(in_use, ClusterError::InUse { .. }), "{in_use}");

    holder.kill();
    assert!(matches!(Cluster::status(&directory), Ok(Status::Running { .. })));
    Cluster::stop(&directory, &environment).unwrap();
    assert!(matches!(Cluster::status(&directory), Ok(Status::Stopped { .. })));
    Cluster::stop(&directory, &environment).unwrap();
}

#[test]
fn attaching_starts_what_was_made_and_makes_nothing() {
    let folder = open_folder();
    let environment = Environment::read();
    for directory in [folder.path().join("missing"), folder.path().to_owned()] {
        let error = Cluster::attach(&directory, &environment).unwrap_err();
        assert!(matches!(error, ClusterError::NoCluster { .. }), "{error}");
        let words = error.to_string();
        for way in ["signpost database init", "DATABASE_URL"] {
            assert!(words.contains(way), "{way} is not in: {words}");
        }
        assert_eq!(Cluster::status(&directory).unwrap(), Status::Absent);
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);

    let directory = folder.path().join("data");
    drop(start(&directory, Durability::Throwaway));
    let cluster = Cluster::attach(&directory, &environment).unwrap();
    let major = cluster.binaries().unwrap().major();
    assert_eq!(Cluster::status(&directory).unwrap(), Status::Running { major });
    cluster.leave().unwrap();
    assert_eq!(Cluster::status(&directory).unwrap(), Status::Stopped { major });
}
