//! The command about itself: completions and manual pages.

use std::fs;

use crate::staff::Desk;

#[tokio::test]
async fn every_shell_is_helped() {
    let desk = Desk::empty().await;
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = desk.run(&["completions", shell]);
        assert_eq!((ran.code, ran.words.as_str()), (0, ""), "{shell}");
        for word in ["renewal", "audit", "--format"] {
            assert!(ran.data.contains(word.trim_start_matches('-')), "no {word} for {shell}");
        }
    }
    desk.run(&["completions", "cobol"]).refuses(1, &["cobol", "bash"]);
}

#[tokio::test]
async fn every_command_has_a_manual_page() {
    let desk = Desk::empty().await;
    let folder = tempfile::tempdir().unwrap();
    let man1 = folder.path().join("man1");
    let ran = desk.run(&["manual", man1.to_str().unwrap()]);
    assert_eq!((ran.code, ran.data.as_str()), (0, ""), "{}", ran.words);
    for name in
        ["signpost", "signpost-partner", "signpost-partner-list", "signpost-undo", "signpost-audit-log"]
    {
        let page = fs::read_to_string(man1.join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".TH") && page.contains(&name.replace('-', "\\-")), "{name}: {page}");
    }
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    desk.run(&["manual", file.to_str().unwrap()]).refuses(1, &["file"]);
}
