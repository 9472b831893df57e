//! The database: the private cluster, its schema and its roles.

use std::os::unix::fs::PermissionsExt;

use signpost_core::database::{Database, DatabaseError, Edition, Freshness, Role, Settings, migrate, status};
use signpost_core::store::{self, StoreError};

#[tokio::test]
async fn a_private_cluster_is_made_once_and_opened_by_both_roles() {
    let passable = std::fs::Permissions::from_mode(0o755);
    let folder = tempfile::Builder::new().permissions(passable).tempdir().unwrap();
    let settings = Settings { data_dir: Some(folder.path().into()), ..Settings::default() };
    let missing = Database::open(&settings, Role::Owner).await.unwrap_err();
    assert!(
        matches!(missing, DatabaseError::Cluster(_))
            && missing.to_string().contains("signpost database init")
    );
    for _ in 0..2 {
        Database::create(&settings).await.unwrap().close().await.unwrap();
    }
    for (role, name) in [(Role::Owner, "signpost"), (Role::Web, "signpost_web")] {
        let database = Database::open(&settings, role).await.unwrap();
        let mut snapshot = store::snapshot(database.pool()).await.unwrap();
        let status = status(&mut snapshot).await.unwrap();
        assert_eq!(
            (status.role.as_str(), status.migrations.pending.len(), status.content_version),
            (name, 0, Some(0))
        );
        assert!(matches!(store::register::load(&mut snapshot).await, Err(StoreError::NoProgramme)));
        let edition = Freshness::of(database.pool().clone()).changed().await.unwrap();
        assert_eq!(edition, Edition { version: 0, next_publication: None });
        drop(snapshot);
        database.close().await.unwrap();
    }
    let database = Database::open(&settings, Role::Owner).await.unwrap();
    let mut connection = database.pool().acquire().await.unwrap();
    let before = status(&mut connection).await.unwrap();
    migrate(&mut connection).await.unwrap();
    assert_eq!(status(&mut connection).await.unwrap().migrations, before.migrations);
}
