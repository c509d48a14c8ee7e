//! Rebuilds when a content file is added: the embedding macro alone would not notice.

fn main() {
    for folder in ["messages", "lexicons", "scenarios", "rubrics", "scripts"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
