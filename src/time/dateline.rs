//! The day in a dateline, from which the report counts, and the country that it comes from.

use crate::document::{Document, month_number};
use crate::lexicon::{TableId, column};
use crate::token::TokenKind;
use jiff::civil::Date;

/// The day in the document's dateline. A date without a year is the one nearest to the day of publication.
pub fn day_of_dateline(document: Document<'_>, published: Option<Date>) -> Option<Date> {
    let (first, last) = document.dateline?.date?;
    let (mut month, mut numbers) = (None, Numbers::default());
    for at in first as usize..last as usize {
        let token = document.tokens.get(at)?;
        match token.kind {
            TokenKind::Word => month = month.or_else(|| month_number(token.hash)),
            TokenKind::Number => numbers.push(document.word(at)),
            _ => {}
        }
    }
    match (numbers.0, month) {
        ([Some(year), Some(month), Some(day)], None) if year > 31 => {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        }
        ([Some(day), Some(year), _], Some(month)) => Date::new(full_year(year), month, i8::try_from(day).ok()?).ok(),
        ([Some(day), None, _], Some(month)) => nearest(month, i8::try_from(day).ok()?, published?),
        _ => None,
    }
}

/// The country, as ISO 3166 alpha-2, that a report comes from: that of the biggest town of the name in its dateline.
pub(crate) fn country_of_dateline<'d>(document: &Document<'d>) -> Option<&'d str> {
    let (first, last) = document.dateline?.place?;
    let country = document.hits_of(first as usize, TableId::Country).find(|hit| hit.last == last);
    if let Some(hit) = country {
        return Some(document.lexicon.row(hit.row).text(column::Country::Iso2));
    }
    let here = document.places.iter().take_while(|hit| hit.first <= first).filter(|hit| (hit.first, hit.last) == (first, last));
    let towns = here.filter(|hit| hit.row.table == TableId::Town).map(|hit| document.lexicon.row(hit.row));
    towns.max_by_key(|row| row.integer(column::Town::Population)).and_then(|row| row.text(column::Town::Area).get(..2))
}

/// The numbers of a date in the order of the text.
#[derive(Default)]
struct Numbers([Option<i16>; 3]);

impl Numbers {
    fn push(&mut self, text: &str) {
        let digits = text.trim_end_matches(|char: char| char.is_ascii_alphabetic());
        if let Some(free) = self.0.iter_mut().find(|number| number.is_none()) {
            *free = digits.parse().ok();
        }
    }
}

/// `90` is 1990, `05` is 2005.
fn full_year(year: i16) -> i16 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

/// A report is dated a few days from its publication: at the turn of the year that may be the year before or after.
fn nearest(month: i8, day: i8, published: Date) -> Option<Date> {
    let years = (-1..=1).filter_map(|shift| Date::new(published.year().checked_add(shift)?, month, day).ok());
    years.min_by_key(|date| date.until(published).map_or(i32::MAX, |span| span.get_days().abs()))
}
