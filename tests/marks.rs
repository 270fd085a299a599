//! Sentences with the answer marked in them: `[Two men](perpetrator) *gunned down* [the mayor](victim).`

use dateline::Span;

/// A sentence without its marks, and where they stood.
#[derive(Debug, Default)]
pub struct Marked {
    pub text: String,
    /// What stood between asterisks.
    pub terms: Vec<Span>,
    /// What stood in brackets, with its role.
    pub fillers: Vec<(String, Span)>,
}

impl Marked {
    /// Takes the marks out of `source`. A bracket that names no role stands for itself.
    pub fn read(source: &str) -> Self {
        let mut marked = Self::default();
        let (mut opened, mut term) = (Vec::new(), None);
        let mut rest = source;
        while let Some(char) = rest.chars().next() {
            rest = &rest[char.len_utf8()..];
            let here = marked.text.len() as u32;
            match char {
                '[' => opened.push(here),
                ']' if rest.starts_with('(') && !opened.is_empty() => {
                    let end = rest.find(')').expect("a role ends with a bracket");
                    marked.fillers.push((rest[1..end].to_owned(), Span::new(opened.pop().unwrap_or(here), here)));
                    rest = &rest[end + 1..];
                }
                '*' => match term.take() {
                    Some(start) => marked.terms.push(Span::new(start, here)),
                    None => term = Some(here),
                },
                _ => marked.text.push(char),
            }
        }
        marked
    }

    /// The spans marked with `role`.
    pub fn role(&self, role: &str) -> impl Iterator<Item = Span> {
        self.fillers.iter().filter(move |(other, _)| other == role).map(|&(_, span)| span)
    }

    /// Whether a term stands there.
    pub fn is_term(&self, span: Span) -> bool {
        self.terms.iter().any(|term| term.overlaps(span))
    }
}

#[test]
fn marks_are_taken_out() {
    let marked = Marked::read("[Two *men*](perpetrator) shot [x](victim).");
    assert_eq!(marked.text, "Two men shot x.");
    assert_eq!(marked.terms, [Span::new(4, 7)]);
    assert_eq!(marked.role("victim").collect::<Vec<_>>(), [Span::new(13, 14)]);
}
