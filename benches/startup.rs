//! Time from the start of a fresh process to its first record. Every round starts this program again, which reads one article and ends.
//! It cannot show a cold disk: the program's file is in memory after the first round.

mod support;

use dateline::Extractor;
use std::env;
use std::process::Command;
use std::time::{Duration, Instant};

/// What a start may take; the aim is 5 ms.
const LIMIT: Duration = Duration::from_millis(50);
const CHILD: &str = "DATELINE_FIRST_RECORD";

fn main() {
    let corpora = support::corpora();
    let text = &corpora[0].texts[0];
    if env::var_os(CHILD).is_some() {
        let start = Instant::now();
        let record = Extractor::new().extract(&text.article());
        assert!(!record.entities.is_empty(), "the record has entities");
        println!("{}", start.elapsed().as_micros());
        return;
    }
    let program = env::current_exe().expect("the path of this program");
    let rounds = if support::is_trial() { 3 } else { 50 };
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        let start = Instant::now();
        let output = Command::new(&program).env(CHILD, "1").output().expect("this program starts");
        let whole = start.elapsed();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let micros: u64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number of microseconds");
        best = (best.0.min(whole), best.1.min(Duration::from_micros(micros)));
    }
    println!("start to first record: process {:.2} ms, of which the library {:.2} ms", millis(best.0), millis(best.1));
    assert!(best.0 < LIMIT, "a start takes longer than {} ms", LIMIT.as_millis());
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
