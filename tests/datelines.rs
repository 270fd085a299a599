//! Datelines: `tests/cases/datelines.txt` has a beginning of a report a line, then ` => place | date | agency | first words after it`;
//! `=> -` where there is none.

use dateline::document::{DatelineTokens, Document, Layout};
use dateline::lexicon::Lexicon;

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn cases() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let mut wrong = Vec::new();
    let cases = include_str!("cases/datelines.txt");
    for (number, line) in cases.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let (text, wanted) = line.split_once(" => ").expect("a case has an answer");
        let text = text.replace("\\n", "\n");
        let document = layout.read(&text, &lexicon);
        let found = document.dateline.map_or("-".to_owned(), |dateline| show(&document, &dateline));
        if found != wanted {
            wrong.push(format!("line {}: wanted {wanted}\n    found {found}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{} datelines are read wrongly\n{}", wrong.len(), wrong.join("\n"));
}

fn show(document: &Document<'_>, dateline: &DatelineTokens) -> String {
    let part = |part: Option<(u32, u32)>| part.map_or("-", |(first, last)| document.slice(first as usize, last as usize));
    let last = dateline.last as usize;
    format!("{} | {} | {} | {}", part(dateline.place), part(dateline.date), part(dateline.agency), document.slice(last, last + 2))
}
