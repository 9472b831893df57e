//! Rebuilds the server when a message, a template or an asset is added or removed,
//! which the macros that read them at compile time cannot notice by themselves.

fn main() {
    for folder in ["locales", "templates", "assets"] {
        println!("cargo:rerun-if-changed=../../{folder}");
    }
}
