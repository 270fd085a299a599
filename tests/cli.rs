//! The command line: each file of `tests/cmd` is a call, what it reads, and what comes out.
//!
//! ```text
//! # what the case shows
//! $ extract --from jsonl a.jsonl -
//! status 1
//! --- file a.jsonl        a file in the directory where the command runs; "escaped" after the name: \xNN are bytes
//! --- stdin
//! --- stdout
//! {"id":"a1",[..]         [..] stands for anything in its line
//! ...                     for any lines
//! --- stderr
//! ```
//!
//! A part that is not there is empty.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

const BINARY: &str = env!("CARGO_BIN_EXE_dateline");

#[derive(Default)]
struct Call {
    arguments: Vec<String>,
    status: i32,
    files: Vec<(String, Vec<u8>)>,
    stdin: Vec<u8>,
    stdout: String,
    stderr: String,
}

impl Call {
    fn read(text: &str) -> Self {
        let mut call = Self::default();
        let text = text.strip_suffix('\n').unwrap_or(text);
        let (head, parts) = text.split_once("\n---").unwrap_or((text, ""));
        for line in head.lines() {
            if let Some(arguments) = line.strip_prefix("$ ") {
                call.arguments = arguments.split(' ').map(str::to_owned).collect();
            } else if let Some(status) = line.strip_prefix("status ") {
                call.status = status.parse().expect("a number");
            }
        }
        for part in parts.split("\n---").filter(|part| !part.is_empty()) {
            let (name, content) = part.split_once('\n').unwrap_or((part, ""));
            let content = if content.is_empty() { String::new() } else { format!("{content}\n") };
            let bytes = if name.ends_with(" escaped") { unescaped(&content) } else { content.clone().into_bytes() };
            match name.split_whitespace().collect::<Vec<_>>()[..] {
                ["file", name] | ["file", name, "escaped"] => call.files.push((name.to_owned(), bytes)),
                ["stdin"] | ["stdin", "escaped"] => call.stdin = bytes,
                ["stdout"] => call.stdout = content,
                ["stderr"] => call.stderr = content,
                _ => panic!("the part {name:?} is not known"),
            }
        }
        call
    }

    fn run(&self, directory: &Path) -> Output {
        fs::create_dir_all(directory).expect("a directory for the case");
        for (name, bytes) in &self.files {
            fs::write(directory.join(name), bytes).expect("a file for the case");
        }
        let mut child = command(&self.arguments).current_dir(directory).spawn().expect("the binary runs");
        child.stdin.take().expect("a pipe").write_all(&self.stdin).expect("the command reads its input");
        child.wait_with_output().expect("the binary ends")
    }
}

fn command(arguments: &[String]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// `\xNN` to bytes; without the line break at the end.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.strip_suffix('\n').unwrap_or(text);
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("two hexadecimal digits"));
        rest = &after[2..];
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// Whether the lines are those of the pattern.
fn fits(pattern: &[&str], lines: &[&str]) -> bool {
    match (pattern.split_first(), lines.split_first()) {
        (None, None) => true,
        (Some((&"...", rest)), _) => (0..=lines.len()).any(|skipped| fits(rest, &lines[skipped..])),
        (Some((pattern, rest)), Some((line, others))) => line_fits(pattern, line) && fits(rest, others),
        _ => false,
    }
}

fn line_fits(pattern: &str, line: &str) -> bool {
    match pattern.split_once("[..]") {
        None => pattern == line,
        Some((before, rest)) => line
            .strip_prefix(before)
            .is_some_and(|line| line.char_indices().map(|(at, _)| at).chain([line.len()]).any(|at| line_fits(rest, &line[at..]))),
    }
}

#[test]
fn calls_do_as_their_files_say() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let mut files: Vec<PathBuf> = fs::read_dir(cases).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    files.sort();
    assert!(files.len() > 20);
    let mut report = String::new();
    for file in files {
        let call = Call::read(&fs::read_to_string(&file).expect("a case"));
        let name = file.file_stem().expect("a name");
        let output = call.run(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("cmd").join(name));
        let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let fits = |pattern: &str, text: &str| fits(&pattern.lines().collect::<Vec<_>>(), &text.lines().collect::<Vec<_>>());
        if output.status.code() != Some(call.status) || !fits(&call.stdout, &stdout) || !fits(&call.stderr, &stderr) {
            report += &format!("{name:?}: {}\n--- stdout\n{stdout}--- stderr\n{stderr}\n", output.status);
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn each_record_is_out_before_the_next_article_comes() {
    let arguments = ["extract", "--from", "jsonl"].map(str::to_owned);
    let mut child = command(&arguments).spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in ["a", "b"] {
        writeln!(stdin, "{{\"id\":\"{id}\",\"text\":\"A bomb exploded.\"}}").expect("the command reads");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("the command writes");
        assert!(line.starts_with(&format!("{{\"id\":\"{id}\"")), "{line}");
    }
    drop(stdin);
    assert!(child.wait().expect("the binary ends").success());
}

#[test]
fn a_reader_that_has_enough_is_no_fault() {
    let arguments = ["extract", "--from", "jsonl"].map(str::to_owned);
    let mut child = command(&arguments).spawn().expect("the binary runs");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    // The command ends at the first record, so that the pipe breaks for us too.
    while stdin.write_all(b"{\"text\":\"A bomb exploded.\"}\n").is_ok() {}
    let output = child.wait_with_output().expect("the binary ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn threads_keep_the_order_of_articles_and_faults() {
    let mut lines = String::new();
    for id in 0..300 {
        // Short and long articles by turns, so that some are done long before those ahead of them.
        let text = "A bomb exploded in Quetta on Friday. ".repeat(1 + 40 * (id % 7 / 6));
        lines += &if id % 50 == 49 { "nonsense\n".to_owned() } else { format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n") };
    }
    let run = |threads: &str| {
        let mut child = command(&["extract", "--from", "jsonl", "--threads", threads].map(str::to_owned)).spawn().expect("the binary runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        let lines = lines.clone();
        let feed = thread::spawn(move || stdin.write_all(lines.as_bytes()).expect("the command reads"));
        let output = child.wait_with_output().expect("the binary ends");
        feed.join().expect("all lines are read");
        output
    };
    let (one, many) = (run("1"), run("5"));
    assert_eq!(one, many);
    let lines = [&one.stdout, &one.stderr].map(|printed| printed.as_slice().lines().count());
    assert_eq!((lines, one.status.code()), ([294, 6], Some(1)));
}
