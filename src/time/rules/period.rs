//! Quarters, halves of a year, seasons, and the nine months of company reports.

use super::date;
use crate::lexicon::WordSet;
use crate::quantity::number;
use crate::time::expression::{Base, Expression, Pull, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use crate::time::vocabulary::Word;
use crate::token::fold;
use crate::token::literal::{word, words};

/// What a period begins with.
pub(super) const GATE: Gate = Gate::new(
    Opens::DIGITS.with(Opens::NUMBER).with(Opens::ORDINAL).with(Opens::FISCAL).with(Opens::SEASON).with(Opens::UNIT).with(Opens::PERIOD),
);

/// A period with its year, if it stands there.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    compared(reader, at).or_else(|| named(reader, at)).or_else(|| first_months(reader, at))
}

/// "the corresponding period last year", "the quarter a year ago", "the same period of 1988": what a report compares with.
fn compared(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const SAME: &[u64] =
        &[fold::hash("corresponding"), fold::hash("comparable"), fold::hash("same"), fold::hash("equivalent"), fold::hash("like")];
    let from = reader.after_the(at);
    let period_at = if reader.is_any(from, SAME) { from + 1 } else { from };
    let is_period = reader.is(period_at, word!("period")) && period_at > from || reader.is(period_at, word!("quarter"));
    if from == at || !is_period {
        return None;
    }
    let next = period_at + 1;
    let after = next + usize::from(reader.is_any(next, words!["of", "in"]));
    if let Some(year) = reader.digits(after, 4).filter(|year| (1900..=2099).contains(year) && period_at > from) {
        return Some(Expression::new(at, after + 1, Sense::Period(year), "same period of year"));
    }
    let last = match date::relative_year(reader, next) {
        Some((years, last)) => (years == -1).then_some(last)?,
        None => super::ago::ago(reader, next).filter(|ago| ago.sense == Sense::Shift(Unit::Year, -1, Base::Ago))?.last,
    };
    Some(Expression::new(at, last, Sense::Shift(Unit::Year, -1, Base::Ago), "same period a year ago"))
}

/// "the third quarter of 1984", "third-quarter", "Q3 2019", "the first half", "the summer of 1994".
pub(super) fn named(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let of_year_first = year_first(reader, at);
    let found = of_year_first.or_else(|| quarter(reader, at)).or_else(|| season(reader, at))?;
    Some(found)
}

/// "the 1988 second quarter", "fiscal first quarter" is left to the quarter itself.
fn year_first(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    const LATEST: &[u64] = &[fold::hash("latest"), fold::hash("corresponding"), fold::hash("comparable")];
    if from > at && reader.is_any(from, LATEST) && reader.is(from + 1, word!("period")) {
        return Some(Expression::new(at, from + 2, Sense::Quarter(0, Pull::Last), "latest period"));
    }
    let year = reader.digits(from, 4).filter(|year| (1900..=2099).contains(year))?;
    if reader.is_any(from + 1, words!["period", "quarter"]) && from > at {
        return Some(Expression::new(at, from + 2, Sense::Period(year), "year period"));
    }
    let inner = bare_quarter(reader, from + 1)?;
    Some(Expression { sense: of_year(inner.sense, year)?, rule: "year quarter", ..inner.from(at) })
}

fn of_year(sense: Sense, year: i16) -> Option<Sense> {
    Some(Sense::Is(match sense {
        Sense::Quarter(quarter @ 1..=4, _) => Value::Quarter(year, quarter),
        Sense::Half(half, _) => Value::Half(year, half),
        Sense::Season(season, _) => Value::Season(year, season),
        _ => return None,
    }))
}

fn quarter(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    with_year(reader, bare_quarter(reader, at)?)
}

/// Adds "of 1984", "1984", "last year", "of fiscal 1990" to a period.
fn with_year(reader: &Reader<'_>, period: Expression) -> Option<Expression> {
    let mut at = period.last;
    if reader.is(at, word!("of")) || reader.is(at, word!("in")) {
        at += 1;
    }
    if reader.take(at, |word| (word == Word::Fiscal).then_some(())).is_some() {
        at += 1;
    }
    if let Some(year) = reader.digits(reader.after_comma(at), 4).filter(|year| (1800..=2099).contains(year))
        && let Some(sense) = of_year(period.sense, year)
    {
        let last = reader.after_comma(at) + 1;
        return Some(Expression { last: after_further_year(reader, last, year), sense, ..period });
    }
    // "the fall of '44"
    if matches!(reader.word(at), "'" | "’" | "‘")
        && reader.is_glued(at + 1)
        && let Some(year) = reader.digits(at + 1, 2)
        && let Some(sense) = of_year(period.sense, date::two_digit_year(year))
    {
        return Some(Expression { last: at + 2, sense, ..period });
    }
    if let Some(spoken) = super::year::read(reader, at).filter(|year| year.rule == "year in words")
        && let Sense::Is(Value::Year(year)) = spoken.sense
        && let Some(sense) = of_year(period.sense, year)
    {
        return Some(Expression { last: spoken.last, sense, ..period });
    }
    if let Some((years, last)) = date::relative_year(reader, period.last) {
        let sense = period.sense.pulled(Pull::Years(years))?;
        return Some(Expression { last, sense, ..period });
    }
    Some(period)
}

/// After the second year of "the winter of 1957-58".
fn after_further_year(reader: &Reader<'_>, last: usize, year: i16) -> usize {
    let ranges = matches!(reader.word(last), "-" | "–" | "/") && reader.is_glued(last) && reader.is_glued(last + 1);
    let next = reader.digits(last + 1, 2).map(|next| next == (year + 1) % 100);
    let next = next.or_else(|| reader.digits(last + 1, 4).map(|next| next == year + 1));
    if ranges && next == Some(true) { last + 2 } else { last }
}

/// The ordinal and "quarter" or "half".
fn bare_quarter(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    // "the third-quarter loss": the article belongs to the noun.
    if reader.is(at, THE) && reader.ordinal(at + 1).is_some_and(|(_, last)| number::is_hyphen(&reader.document, last)) {
        return None;
    }
    let q = reader.word(at);
    if let Some(value) = quarter_in_one(q) {
        return Some(Expression::new(at, at + 1, Sense::Is(value), "3Q23"));
    }
    if q.len() == 2 && (q.starts_with(['Q', 'q']) || q.ends_with(['Q', 'q'])) {
        let digit = q.trim_matches(['Q', 'q']).parse::<i8>().ok().filter(|digit| (1..=4).contains(digit))?;
        return Some(Expression::new(at, at + 1, Sense::Quarter(digit, Pull::Open), "Q1"));
    }
    // "H1 2023": a half by its year only.
    if q.len() == 2
        && let Some(half @ ("1" | "2")) = q.strip_prefix('H')
        && (reader.digits(at + 1, 4).is_some() || at > 0 && reader.digits(at - 1, 4).is_some())
    {
        return Some(Expression::new(at, at + 1, Sense::Half(if half == "1" { 1 } else { 2 }, Pull::Open), "H1"));
    }
    let from = reader.after_the(at);
    let fiscal = usize::from(reader.take(from, |word| (word == Word::Fiscal).then_some(())).is_some());
    let from = from + fiscal;
    let (number, last) = match edge_quarter(reader, from) {
        Some(edge) => edge,
        None if reader.is_any(from, words!["latter", "last"]) => (0, from + 1),
        None => reader.ordinal(from)?,
    };
    let next = reader.after_hyphen(last);
    let next = next + usize::from(reader.take(next, |word| (word == Word::Fiscal).then_some(())).is_some());
    if reader.unit(next).is_some_and(|(unit, _)| unit == Unit::Quarter) && (1..=4).contains(&number) {
        let in_sport = reader.is_any(next + 1, words!["century"]) || reader.is_cut(next) || is_of_match(reader, next + 1);
        return (!in_sport).then_some(Expression::new(at, next + 1, Sense::Quarter(number as i8, Pull::Open), "nth quarter"));
    }
    let is_half = reader.is(next, word!("half")) && (number <= 2 || reader.is(from, word!("latter")));
    if !is_half || is_of_match(reader, next + 1) {
        return None;
    }
    let half = if number == 1 { 1 } else { 2 };
    let after = next + 1;
    let of_the_year =
        reader.is(after, word!("of")) && (reader.digits(after + 1, 4).is_some() || date::relative_year(reader, after).is_some());
    let of_plain_year = reader.is(after, word!("of")) && reader.is(after + 1, word!("the")) && reader.is(after + 2, word!("year"));
    let alone = from > at && !reader.is(after, word!("of")) && !reader.is(from, word!("last"));
    let hyphenated = next > last && !reader.is(after, word!("of"));
    let end = if of_plain_year { after + 3 } else { after };
    (of_the_year || of_plain_year || alone || hyphenated).then_some(Expression::new(at, end, Sense::Half(half, Pull::Open), "nth half"))
}

/// The fourth and the first quarter of a year: "the final quarter of 2015", "the opening quarter of the year".
fn edge_quarter(reader: &Reader<'_>, at: usize) -> Option<(u64, usize)> {
    let number = match reader.token(at)?.hash {
        hash if hash == word!("final") || hash == word!("last") || hash == word!("closing") => 4,
        hash if hash == word!("opening") => 1,
        _ => return None,
    };
    let of_year = reader.is(at + 1, word!("quarter")) && reader.is(at + 2, word!("of")) && reader.digits(at + 3, 4).is_some();
    of_year.then_some((number, at + 1))
}

/// Whether a quarter or half is one of a match, as in an article on sport unless a year or its results stand behind.
fn is_of_match(reader: &Reader<'_>, after: usize) -> bool {
    let of = after + usize::from(reader.is_any(after, words!["of", "in"]));
    let year = reader.digits(of, 4).is_some() || reader.document.has(WordSet::Results, after);
    reader.vocabulary.is_sport(&reader.document) && !year && date::relative_year(reader, after).is_none()
}

/// "3Q23", "1Q2024".
fn quarter_in_one(text: &str) -> Option<Value> {
    let (quarter, year) = text.split_once('Q')?;
    let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    let number: i16 = year.parse().ok().filter(|_| matches!(year.len(), 2 | 4))?;
    Some(Value::Quarter(if year.len() == 2 { date::two_digit_year(number) } else { number }, quarter))
}

/// "spring 2021", "the summer", "the winter of 1994", "last fall" through its direction.
fn season(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let (season, piece) = reader.season(from)?;
    let plain = Expression::new(at, piece.last, Sense::Season(season, Pull::Open), "season");
    let dated = with_year(reader, plain)?;
    if dated.last > plain.last {
        return Some(dated);
    }
    let capital_after = reader.is_capital(piece.last) && !reader.is_cut(piece.last);
    let directed = reader.follows(from, words!["last", "this", "next", "past", "coming", "following", "previous", "that", "early", "late"]);
    let in_it = from > at
        && reader
            .follows(at, words!["in", "over", "during", "by", "until", "since", "through", "throughout", "for", "into", "after", "before"]);
    let bare_in = from == at && reader.follows(at, words!["in", "by", "until", "since", "mid"]);
    let means_season = directed || (!reader.is(piece.last, word!("of")) && !capital_after && (in_it || bare_in));
    means_season.then_some(plain)
}

/// "the first nine months", "the six months", "the first three weeks".
fn first_months(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    if from == at {
        return None;
    }
    let ordinal = reader.is_any(from, words!["first", "final", "last", "latest", "opening", "second"]);
    let number = reader.number(from + usize::from(ordinal))?;
    let (unit, last) = reader.units(reader.after_hyphen(number.last))?;
    ordinal.then_some(Expression::new(at, last, Sense::Is(Value::Length(Length { count: Some(number.value), unit })), "first units"))
}
