//! Sentences: `tests/cases/sentences.txt` has one paragraph a line, `¦` at every boundary. `\n` and `\t` stand for a line break and a tab.

use dateline::document::Layout;
use dateline::lexicon::Lexicon;

#[test]
fn cases() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let mut wrong = Vec::new();
    let cases = include_str!("cases/sentences.txt");
    for (number, line) in cases.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let line = line.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        let text = line.replace('¦', "");
        let wanted = line.split('¦').map(str::trim);
        let found = sentences(&mut layout, &text, &lexicon);
        if !wanted.clone().eq(found.iter().map(String::as_str)) {
            wrong.push(format!("line {}: wanted {}\n  found  {}", number + 1, wanted.collect::<Vec<_>>().join(" ¦ "), found.join(" ¦ ")));
        }
    }
    assert!(wrong.is_empty(), "{} paragraphs are split wrongly\n{}", wrong.len(), wrong.join("\n"));
}

fn sentences(layout: &mut Layout, text: &str, lexicon: &Lexicon) -> Vec<String> {
    let document = layout.read(text, lexicon);
    let slices = document.sentences.iter().map(|sentence| document.slice(sentence.first as usize, sentence.last as usize));
    slices.map(str::to_owned).collect()
}
