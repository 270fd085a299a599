//! Chronologies: the year over a list, or in its first item, is that of the items under it: "2001", "January 14: ETA killed two policemen".

use super::Resolver;
use crate::time::expression::{Expression, Sense};
use crate::time::value::Value;

/// How many tokens a heading may have.
const HEADING: usize = 12;

impl Resolver<'_> {
    /// Keeps the year that a heading, or an item of a chronology, writes with its date.
    pub(super) fn remember_list(&mut self, expression: &Expression, value: Value) {
        if !matches!(expression.sense, Sense::Is(_)) || !(self.opens_item(expression) || self.is_in_heading(expression)) {
            return;
        }
        if let Value::Year(year) | Value::Month(year, _) = value {
            self.told.list = Some(year);
        } else if let Value::Day(day) = value {
            self.told.list = Some(day.year());
        }
    }

    /// The year of the chronology of which the expression opens an item.
    pub(super) fn year_of_list(&self, expression: &Expression) -> Option<i16> {
        self.told.list.filter(|_| self.opens_item(expression))
    }

    /// Whether a date stands at the start of its paragraph, behind no more than a bullet and "on", and a colon, a dash or nothing behind it:
    /// "- January 14: ETA killed two policemen".
    fn opens_item(&self, expression: &Expression) -> bool {
        const MARKS: [&str; 5] = [":", "-", "--", "–", "—"];
        const LEADS: usize = 2;
        let reader = &self.reader;
        let lead = |at: usize| matches!(reader.word(at), "-" | "--" | "–" | "—" | "*" | "•" | "·" | "On" | "ON");
        let from = expression.first.saturating_sub(LEADS);
        let start = (from..=expression.first).rev().find(|&start| reader.is_cut(start));
        let opens = start.is_some_and(|start| (start..expression.first).all(lead));
        let last = expression.last;
        let spaced = |at: usize| reader.word(at) == ":" || !reader.is_glued(at + 1);
        opens && (reader.is_cut(last) || MARKS.contains(&reader.word(last)) && spaced(last))
    }

    /// Whether the expression stands in a heading: a short paragraph that no full stop ends.
    fn is_in_heading(&self, expression: &Expression) -> bool {
        let reader = &self.reader;
        let from = expression.first.saturating_sub(HEADING);
        let Some(start) = (from..=expression.first).rev().find(|&start| reader.is_cut(start)) else { return false };
        let end = (expression.last..start + HEADING + 1).find(|&end| reader.is_cut(end));
        end.is_some_and(|end| !matches!(reader.word(end - 1), "." | "\"" | "”" | "?" | "!"))
    }
}
