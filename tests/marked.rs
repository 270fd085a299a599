//! Sentences with the answer marked in them: `[Two men](perpetrator) *gunned down* [the mayor](victim).`, `killed [nearly 100](90..100) people`.

use dateline::Span;

/// A marked part of a sentence: bytes of the sentence without its marks, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub answer: String,
}

impl Mark {
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// A sentence without its marks, and where they stood.
#[derive(Debug, Default)]
pub struct Marked {
    pub text: String,
    /// What stood between asterisks.
    pub terms: Vec<Span>,
    /// What stood in brackets, with its answer.
    pub marks: Vec<Mark>,
}

impl Marked {
    /// Takes the marks out of `source`. A bracket without an answer stands for itself.
    pub fn read(source: &str) -> Self {
        let mut marked = Self::default();
        marked.take(source, &mut None);
        marked
    }

    fn take(&mut self, source: &str, term: &mut Option<u32>) {
        let mut rest = source;
        while let Some(at) = rest.find(['[', '*']) {
            let (plain, tail) = rest.split_at(at);
            self.text.push_str(plain);
            let here = self.text.len() as u32;
            rest = &tail[1..];
            if tail.starts_with('*') {
                match term.take() {
                    Some(start) => self.terms.push(Span::new(start, here)),
                    None => *term = Some(here),
                }
            } else if let Some((inner, answer, after)) = bracket(rest) {
                self.take(inner, term);
                self.marks.push(Mark { start: here, end: self.text.len() as u32, answer: answer.to_owned() });
                rest = after;
            } else {
                self.text.push('[');
            }
        }
        self.text.push_str(rest);
    }

    /// The spans marked with `role`.
    pub fn role(&self, role: &str) -> impl Iterator<Item = Span> {
        self.marks.iter().filter(move |mark| mark.answer == role).map(Mark::span)
    }

    /// Whether a term stands there.
    pub fn is_term(&self, span: Span) -> bool {
        self.terms.iter().any(|term| term.overlaps(span))
    }
}

/// What a bracket that has just been opened holds, its answer, and what follows; `None` if it is no mark.
fn bracket(source: &str) -> Option<(&str, &str, &str)> {
    let mut depth = 1;
    let close = source.char_indices().find_map(|(at, char)| {
        depth += i32::from(char == '[') - i32::from(char == ']');
        (depth == 0).then_some(at)
    })?;
    let (answer, after) = source[close + 1..].strip_prefix('(')?.split_once(')')?;
    Some((&source[..close], answer, after))
}

/// The sentence without its marks, and the marks.
pub fn unmark(line: &str) -> (String, Vec<Mark>) {
    let marked = Marked::read(line);
    (marked.text, marked.marks)
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

#[test]
fn marks_are_taken_out() {
    let marked = Marked::read("[Two *men*](perpetrator) shot [the [mayor](head) of x](victim) [sic].");
    assert_eq!(marked.text, "Two men shot the mayor of x [sic].");
    assert_eq!(marked.terms, [Span::new(4, 7)]);
    assert_eq!(marked.role("victim").collect::<Vec<_>>(), [Span::new(13, 27)]);
    assert_eq!(marked.role("head").collect::<Vec<_>>(), [Span::new(17, 22)]);
}
