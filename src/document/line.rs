//! Whether a single line break means anything: hard-wrapped text breaks lines inside sentences, headlines and list lines end without a stop.

use crate::token::{Case, Gap, TextCase, Token, TokenKind, Tokens};

/// Lines longer than this are paragraphs on a line of their own.
const LONGEST: usize = 255;
/// Width of the steps in which lengths of lines are counted.
const STEP: usize = 4;

/// How wide the lines of a text are, and so which breaks were not forced by the margin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lines {
    width: usize,
    case: TextCase,
}

impl Lines {
    /// Measures the lines of a text.
    pub fn measure(tokens: Tokens<'_>) -> Self {
        let mut counts = [0_u32; LONGEST / STEP + 1];
        let mut lines = 0;
        let mut start = 0;
        let mut count = |from: usize, to: usize| {
            counts[to.saturating_sub(from).min(LONGEST) / STEP] += 1;
            lines += 1;
        };
        for (before, token) in tokens.tokens.iter().zip(tokens.tokens.iter().skip(1)) {
            if token.gap >= Gap::Line {
                count(start, before.end as usize);
                start = token.start as usize;
            }
        }
        count(start, tokens.tokens.last().map_or(0, |token| token.end as usize));
        // One line in ten may stick out: an address, a table, a headline above wrapped text.
        let mut left = lines / 10;
        let width = counts.iter().rposition(|&count| {
            let reached = count > left;
            left = left.saturating_sub(count);
            reached
        });
        Self { width: width.unwrap_or(0) * STEP, case: tokens.case }
    }

    /// Whether a line of `length` bytes ends well before the margin.
    pub fn is_short(self, length: usize) -> bool {
        let share = if self.case == TextCase::Upper { 60 } else { 75 };
        length * 100 < self.width * share
    }

    /// Whether each line is a paragraph.
    pub fn are_paragraphs(self) -> bool {
        self.width >= LONGEST / STEP * STEP
    }

    /// Whether a break after a line of `length` bytes without a stop ends a sentence: a short line, then a new beginning.
    pub fn ends_sentence(self, length: usize, after: &Token) -> bool {
        let opens = match after.kind {
            TokenKind::Word => after.case != Case::Lower,
            TokenKind::Possessive => false,
            TokenKind::Number | TokenKind::Punct | TokenKind::Symbol => true,
        };
        opens && self.is_short(length)
    }
}

/// Blanks between the last line break before `token` and the token.
pub fn indent(text: &str, before: &Token, token: &Token) -> usize {
    let gap = text.get(before.end as usize..token.start as usize).unwrap_or("");
    gap.rfind('\n').map_or(0, |at| gap.len() - at - 1)
}
