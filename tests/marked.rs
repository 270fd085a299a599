//! Cases with the answer marked in the text: `killed [nearly 100](90..100) people`.

/// A marked part of a sentence: bytes of the sentence without its marks, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub answer: String,
}

/// The sentence without its marks, and the marks.
pub fn unmark(line: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), line);
    while let Some(open) = rest.find('[') {
        let (before, after) = rest.split_at(open);
        text.push_str(before);
        let parts = after[1..].split_once("](").and_then(|(inner, tail)| Some((inner, tail.split_once(')')?)));
        match parts {
            Some((inner, (answer, tail))) if !inner.contains(['[', ']']) => {
                let start = text.len() as u32;
                text.push_str(inner);
                marks.push(Mark { start, end: text.len() as u32, answer: answer.to_owned() });
                rest = tail;
            }
            _ => {
                text.push('[');
                rest = &after[1..];
            }
        }
    }
    text.push_str(rest);
    (text, marks)
}

/// The lines of a case file that are cases or settings, with their numbers.
pub fn lines(file: &str) -> impl Iterator<Item = (usize, &str)> {
    file.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// Compares the failing sentences with the list of known failures, which may only shrink.
pub fn check_failures(prefix: &str, failures: &[(String, String)]) {
    let known = include_str!("cases/known-failures.txt");
    let listed: Vec<&str> =
        lines(known).filter_map(|(_, line)| line.strip_prefix(prefix)).map(|line| line.split('\t').nth(1).unwrap_or("")).collect();
    let fresh: Vec<_> = failures.iter().filter(|(line, _)| !listed.contains(&line.as_str())).collect();
    let mended: Vec<_> = listed.iter().filter(|line| !failures.iter().any(|(failed, _)| failed == *line)).collect();
    let report: String = fresh.iter().map(|(line, found)| format!("{line}\n    found: {found}\n")).collect();
    assert!(fresh.is_empty(), "{} cases of {prefix} fail:\n{report}", fresh.len());
    assert!(mended.is_empty(), "these pass now, take them off the list: {mended:#?}");
}
