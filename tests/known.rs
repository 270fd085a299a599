//! Lists of what does not come out right yet. They may only shrink: a test fails on a fault that is not listed, and on a listed one that
//! is gone. `UPDATE_KNOWN=1` takes out what is gone; only `UPDATE_KNOWN=all` lists new faults too.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

/// A fault as a line of a list: cells separated by tabs.
pub type Faults = BTreeSet<String>;

/// Compares the faults found with those listed in `file`, below `tests/`.
pub fn compare(file: &str, found: &Faults) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    let (header, lines): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('#'));
    let listed: Faults = lines.iter().map(|&line| line.to_owned()).collect();
    let kept: Faults = match env::var("UPDATE_KNOWN").as_deref() {
        Ok("all") => found.clone(),
        Ok("1") => found & &listed,
        _ => listed.clone(),
    };
    if kept != listed {
        let lines = header.into_iter().chain(kept.iter().map(String::as_str));
        fs::write(&path, lines.map(|line| format!("{line}\n")).collect::<String>()).expect("the list can be written");
    }
    let (new, gone) = (found - &kept, &kept - found);
    assert!(
        new.is_empty() && gone.is_empty(),
        "{} faults that tests/{file} does not list:\n{}\n{} that it lists and that are gone (UPDATE_KNOWN=1 takes them out):\n{}",
        new.len(),
        some(&new),
        gone.len(),
        some(&gone),
    );
}

fn some(faults: &Faults) -> String {
    faults.iter().take(40).map(|fault| format!("  {fault}\n")).collect()
}
