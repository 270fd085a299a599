//! Days in figures and days of other calendars.

use super::date::two_digit_year;
use crate::lexicon::{TableId, column};
use crate::time::calendar;
use crate::time::expression::{Expression, Sense};
use crate::time::reader::Reader;
use crate::time::unit::Clock;
use crate::time::value::Value;
use crate::time::vocabulary::Word;
use crate::token::literal::word;

/// `2023-12-23`, `23.12.2023`, `23/12/2023`, `12/31/2024`, `2024-01-03T14:30`.
pub(super) fn numeric(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    if !reader.is_number(at) || (at > 0 && reader.is_glued(at) && reader.word(at - 1) == "-") {
        return None;
    }
    dotted(reader, at).or_else(|| parted(reader, at)).or_else(|| named(reader, at))
}

/// "9/11", "26/11": days that are names of events.
fn named(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let last = at + 3;
    let is_date =
        reader.word(at + 1) == "/" && (at + 1..last).all(|at| reader.is_glued(at)) && !(reader.is_glued(last) && reader.word(last) == "/");
    let hit = reader.document.hits_at(at).iter().find(|hit| hit.row.table == TableId::NamedEvent && hit.last as usize == last)?;
    let day = reader.document.lexicon.row(hit.row).text(column::NamedEvent::Start).parse().ok().filter(|_| is_date)?;
    Some(Expression::new(at, last, Sense::Is(Value::Day(day)), "day of event"))
}

fn dotted(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let mut parts = reader.word(at).split('.');
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    if parts.next().is_some() || !(year.len() == 4 || year.len() == 2) {
        return None;
    }
    let year = year.parse().ok()?;
    let date = calendar::day(if year < 100 { two_digit_year(year) } else { year }, month, day)?;
    Some(Expression::new(at, at + 1, Sense::Is(Value::Day(date)), "day.month.year"))
}

fn parted(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let mark = reader.word(at + 1);
    if !matches!(mark, "-" | "/") || reader.word(at + 3) != mark || !(1..=4).all(|next| reader.is_glued(at + next)) {
        return None;
    }
    let small = |at: usize| reader.digits(at, 2).or_else(|| reader.digits(at, 1)).map(|value| value as i8);
    // `30Z` of "14:30Z".
    let minutes = |at: usize| reader.word(at).trim_end_matches(['Z', 'z']).parse::<u8>().ok();
    if let Some(year) = reader.digits(at, 4) {
        let text = reader.word(at + 4);
        let (day, clock) = text.split_once(['T', 't']).map_or((text, None), |(day, hour)| (day, hour.parse::<u8>().ok()));
        let date = calendar::day(year, small(at + 2)?, day.parse().ok()?)?;
        let expression = Expression::new(at, at + 5, Sense::Is(Value::Day(date)), "year-month-day");
        let minute = clock.filter(|_| reader.word(at + 5) == ":").and_then(|hour| Some((hour, minutes(at + 6)?)));
        return Some(match minute {
            Some((hour, minute)) if hour < 24 && minute < 60 => {
                Expression { last: after_seconds(reader, at + 7), ..expression }.at(Some(Clock::At(hour, minute)))
            }
            _ => expression,
        });
    }
    let year = reader.digits(at + 4, 4).or_else(|| reader.digits(at + 4, 2).map(two_digit_year))?;
    let (first, second) = (small(at)?, small(at + 2)?);
    // Day first, as most of the world writes, unless only the American order gives a date; a slash and a month first is American.
    let american = mark == "/" && first <= 12;
    let (day_first, month_first) = (calendar::day(year, second, first), calendar::day(year, first, second));
    let date = if american { month_first.or(day_first) } else { day_first.or(month_first) }?;
    Some(Expression::new(at, at + 5, Sense::Is(Value::Day(date)), "day/month/year"))
}

/// After the seconds and the zone of `14:30:00Z`.
fn after_seconds(reader: &Reader<'_>, at: usize) -> usize {
    let glued = reader.word(at) == ":" && reader.is_glued(at) && reader.is_glued(at + 1) && reader.is_number(at + 1);
    if glued { at + 2 } else { at }
}

/// "27 Rajab", "the first day of Ramadan", "Ramadan", "22 Bahman 1357".
pub(super) fn foreign(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let month_at = |at: usize| {
        reader
            .pieces(at)
            .find_map(|piece| if let Word::Foreign(calendar, month) = piece.word { Some((calendar, month, piece)) } else { None })
    };
    if let Some((calendar, month, piece)) = month_at(at) {
        let (day, last) =
            reader.day_of_month(piece.last).filter(|_| !piece.ambiguous).map_or((None, piece.last), |(day, last)| (Some(day), last));
        let year = reader.digits(last, 4).filter(|year| (1300..=1500).contains(year));
        let ok = !piece.ambiguous || day.is_some() || year.is_some();
        return ok.then_some(Expression::new(
            at,
            last + usize::from(year.is_some()),
            Sense::Foreign(calendar, month, day, year),
            "month of another calendar",
        ));
    }
    let from = reader.after_the(at);
    let (day, mut last) = reader.day_of_month(from)?;
    if reader.is(last, word!("day")) {
        last += 1;
    }
    if reader.is(last, word!("of")) {
        last += 1;
    }
    let (calendar, month, piece) = month_at(last)?;
    let year = reader.digits(piece.last, 4).filter(|year| (1300..=1500).contains(year));
    let last = piece.last + usize::from(year.is_some());
    Some(Expression::new(at, last, Sense::Foreign(calendar, month, Some(day), year), "day of another calendar"))
}
