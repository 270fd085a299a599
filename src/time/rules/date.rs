//! Days and months by name and number.

use super::numeric::{foreign, numeric};
use crate::lexicon::Tag;
use crate::time::calendar;
use crate::time::expression::{Expression, Pull, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{A, Reader, THE};
use crate::time::unit::Clock;
use crate::time::value::Value;
use crate::token::literal::{word, words};
use crate::token::{Case, TextCase};

/// What a date begins with.
pub(super) const GATE: Gate = Gate::new(Opens::DIGITS.with(Opens::FOREIGN).with(Opens::WEEKDAY).with(Opens::MONTH))
    .or(Opens::ORDINAL, Opens::MONTH.with(Opens::FOREIGN));

/// Any date with a month or a weekday in it.
pub(in crate::time) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    numeric(reader, at)
        .or_else(|| foreign(reader, at))
        .or_else(|| with_weekday(reader, at))
        .or_else(|| day_month(reader, at))
        .or_else(|| month(reader, at))
}

/// "Saturday, April 25", "Friday 5 January", a bare weekday, each with a part of the day.
fn with_weekday(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (weekday, piece) = reader.weekday(at)?;
    let after = reader.after_comma(piece.last);
    let from = if reader.is(after, THE) { after + 1 } else { after };
    if !reader.is_cut(after)
        && let Some(date) = day_month(reader, from)
    {
        return Some(Expression { rule: "weekday, date", ..date.from(at) });
    }
    let title_at = if at > 1 && reader.word(at - 1) == "." { at - 1 } else { at };
    let titled = reader.follows(title_at, words!["mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr."]);
    if titled || piece.short && !is_short_weekday(reader, at, piece.last) || is_weekday_in_name(reader, at, piece.last) {
        return None;
    }
    // "one Friday in May": nobody knows which.
    let indefinite = reader.follows(at, &[A, word!("one")]) && reader.is(piece.last, word!("in")) && reader.month(piece.last + 1).is_some();
    if indefinite {
        return Some(Expression::new(at, piece.last, Sense::Is(Value::OpenWeekday(weekday)), "some weekday"));
    }
    let (clock, last) = part_after(reader, piece.last);
    let first = at;
    Some(Expression::new(first, last, Sense::Weekday(weekday, Pull::Open), "weekday").at(clock))
}

/// The part of the day right after a day: "Wednesday night", "yesterday's morning".
pub(super) fn part_after(reader: &Reader<'_>, at: usize) -> (Option<Clock>, usize) {
    match reader.part(at) {
        Some((clock @ Clock::Part(_), last)) => (Some(clock), last),
        // "Tuesday noon", but "Friday noon prayers".
        Some((clock, last))
            if !reader.document.words.get(last).is_some_and(|info| matches!(info.tag(), Some(Tag::Noun | Tag::NounPlural)))
                || reader.is_cut(last) =>
        {
            (Some(clock), last)
        }
        _ => (None, at),
    }
}

/// "Sun", "Sat", "Wed" count with a point or in a line of dates only.
fn is_short_weekday(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    last > at + 1
        || (reader.is_any(at.wrapping_sub(1), words!["on", "(", "since"])
            && reader.token(at).is_some_and(|token| token.case == Case::Capital))
}

/// "Wednesday Okoro", "Friday Adeyemi": a weekday at the start of a sentence with a name after it.
fn is_weekday_in_name(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    if reader.document.case != TextCase::Mixed || !reader.is_capital(last) || reader.is_cut(last) {
        return false;
    }
    let is_title = reader.document.words.get(last).is_some_and(|info| info.band() == 1);
    // "On Saturday Canterbury beat Otago": a preposition tells the day.
    let on_day = reader.follows(at, words!["on", "since", "until", "by", "from", "before", "after", "late", "early"]);
    let beside = reader.follows(at, &[THE, word!(",")]) || (at > 0 && reader.is_capital(at - 1) && !on_day);
    let free = reader.starts_sentence(at) || beside;
    free && reader.month(last).is_none() && !is_title && reader.part(last).is_none()
}

/// "January 3, 2024", "3 January", "the 4th of March 1871", "3 JAN 90".
fn day_month(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    month_day(reader, at).or_else(|| day_of_month(reader, at)).or_else(|| first_of_two_days(reader, at))
}

fn month_day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (month, piece) = reader.month(at)?;
    if reader.is_cut(piece.last) {
        return None;
    }
    let (day, last) = reader.day_of_month(reader.after_the(piece.last))?;
    let is_clock = reader.is_glued(last) && reader.word(last) == ":" && reader.is_glued(last + 1) && reader.is_number(last + 1);
    let in_month = reader.follows(at, words!["in", "last", "this", "early", "late"]);
    if is_clock || (in_month && is_more_than_a_day(reader, last)) {
        return None;
    }
    Some(complete(reader, at, last, month, day, "month day"))
}

/// A number after a month that counts something: "In May 12 people", "March 10 percent".
fn is_more_than_a_day(reader: &Reader<'_>, last: usize) -> bool {
    let number = last - 1;
    reader.quantity(number).is_some_and(|quantity| {
        quantity.counted == Some(quantity.last) && quantity.last as usize == last && quantity.kind == crate::quantity::QuantityKind::Count
    })
}

fn day_of_month(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    // "the 11 September attack": before a plain number the article belongs to the noun.
    let from = reader.after_the(at);
    let (day, last) = reader.day_of_month(from).filter(|_| from == at || !reader.digits_of_day(from))?;
    let day_word = usize::from(reader.is(last, word!("day")) && reader.is(last + 1, word!("of")));
    let from_month = if reader.is(last + day_word, word!("of")) { last + day_word + 1 } else { last };
    let from_month = reader.after_hyphen(from_month);
    if reader.is_cut(last) || (at > 0 && reader.is_glued(at) && reader.word(at - 1) == ",") {
        return None;
    }
    let (month, piece) = reader.month(from_month)?;
    Some(complete(reader, at, piece.last, month, day, "day month"))
}

/// "3" in "from 3 to 5 January", "the 3rd" in "from the 3rd to the 5th of January".
fn first_of_two_days(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (day, last) = reader.day_of_month(reader.after_the(at))?;
    let joined = number_joint(reader, last)?;
    let (later, last_day) = reader.day_of_month(reader.after_the(joined))?;
    let of = usize::from(reader.is(last_day, word!("of")) && reader.ordinal(last_day - 1).is_some());
    let (month, piece) = reader.month(last_day + of)?;
    let end = complete(reader, joined, piece.last, month, later, "day month");
    let sense = in_year_of(Sense::MonthDay(month, day, Pull::Open), &end);
    (day < later).then_some(Expression::new(at, last, sense, "day to day month"))
}

fn number_joint(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const JOINTS: &[u64] = words!["to", "and", "or", "-", "–", "through"];
    reader.is_any(at, JOINTS).then_some(at + 1)
}

/// The further day of "January 3-5" or "January 3 and 5", after the expression before it.
pub(in crate::time) fn further_day(reader: &Reader<'_>, before: &Expression) -> Option<Expression> {
    let Sense::MonthDay(month, day, pull) = before.sense else { return None };
    let at = number_joint(reader, before.last)?;
    let (later, last) = reader.day_of_month(at)?;
    let ends = reader.month(last).is_none() && !reader.is_number(last) && !reader.word(last).starts_with([':', '/', '-', '%']);
    let counts = reader.quantity(at).is_some_and(|quantity| quantity.counted.is_some());
    let found = match year_after(reader, last).and_then(|(year, end)| Some((calendar::day(year, month, later)?, end))) {
        Some((date, end)) => Expression::new(at, end, Sense::Is(Value::Day(date)), "month day to day"),
        None => Expression::new(at, last, Sense::MonthDay(month, later, pull), "month day to day"),
    };
    (later > day && ends && !counts).then_some(found)
}

/// The day of a month, or the month, in the year of another, if that stands behind it: "June 11 to 12, 2022", "May to July 2022"; what lies
/// later in the year than the end of a span is of the year before: "December 28 to January 3, 2022".
pub(in crate::time) fn in_year_of(day: Sense, other: &Expression) -> Sense {
    match (day, other.sense) {
        (Sense::MonthDay(month, number, Pull::Open), Sense::Is(Value::Day(date))) => {
            let year = date.year() - i16::from((month, number) > (date.month(), date.day()));
            calendar::day(year, month, number).map_or(day, |date| Sense::Is(Value::Day(date)))
        }
        (Sense::Month(month, Pull::Open), Sense::Is(Value::Month(year, last))) => {
            Sense::Is(Value::Month(year - i16::from(month > last), month))
        }
        _ => day,
    }
}

/// The sense of an expression in the year of the next one, where a short word joins the two: "between July 16 and Aug. 5, 2024".
pub(in crate::time) fn joined_year(reader: &Reader<'_>, before: &Expression, next: &Expression) -> Option<Sense> {
    let joint = number_joint(reader, before.last)?;
    let from = if reader.is(joint, THE) { joint + 1 } else { joint };
    (from == next.first || joint == next.first).then(|| in_year_of(before.sense, next))
}

/// "(the night of) 11-12 January", "June 11 to 12, 2022": the night between two days, by the first of them.
pub(super) fn with_next_day(reader: &Reader<'_>, day: Expression) -> Expression {
    if day.rule == "day to day month" {
        return day_month(reader, day.last + 1).map_or(day, |next| Expression { last: next.last, ..day });
    }
    further_day(reader, &day).map_or(day, |next| Expression { last: next.last, sense: in_year_of(day.sense, &next), ..day })
}

/// Adds the year to a month and a day, if it stands there.
fn complete(reader: &Reader<'_>, first: usize, last: usize, month: i8, day: i8, rule: &'static str) -> Expression {
    if let Some((year, end)) = year_after(reader, last)
        && let Some(date) = calendar::day(year, month, day)
    {
        return Expression::new(first, end, Sense::Is(Value::Day(date)), rule);
    }
    if let Some((pull, end)) = year_told(reader, last) {
        return Expression::new(first, end, Sense::MonthDay(month, day, pull), rule);
    }
    let (clock, last) = part_after(reader, last);
    Expression::new(first, last, Sense::MonthDay(month, day, Pull::Open), rule).at(clock)
}

/// ", 2024", "2024", "of 2024", "90" in wire dates, "'90".
fn year_after(reader: &Reader<'_>, last: usize) -> Option<(i16, usize)> {
    let mut at = reader.after_comma(last);
    if reader.is(at, word!("of")) || reader.is(at, word!("in")) {
        at += 1;
    }
    at = reader.after_hyphen(at);
    // "May 6 20:15" is no year, "April 14, 2011: a bomb" is one.
    let is_clock = reader.is_glued(at + 1) && reader.word(at + 1) == ":" && reader.is_glued(at + 2) && reader.is_number(at + 2);
    if reader.is_cut(at) || is_clock {
        return None;
    }
    if let Some(year) = reader.digits(at, 4) {
        return (1000..=2999).contains(&year).then_some((year, at + 1));
    }
    // "June 29-30" are two days; "JUN-29-90" is one.
    let days = at > last && reader.is_number(last - 1) && !reader.follows(last - 1, words!["-"]);
    // "3 JAN 90": two digits right after the month, in capitals or with hyphens.
    let wire = at == last || reader.after_hyphen(last) == at;
    let upper = reader.token(last - 1).is_some_and(|token| token.case == Case::Upper) || at > last;
    let apostrophe = if reader.word(at) == "'" || reader.word(at) == "’" { at + 1 } else { at };
    let year = reader.digits(apostrophe, 2).filter(|_| (wire && upper && !days && !reader.is(last, word!(","))) || apostrophe > at)?;
    let year = two_digit_year(year);
    (apostrophe > at || !is_count_behind_date(reader, at, year)).then_some((year, apostrophe + 1))
}

/// Whether the two digits behind a date count what stands behind them, and are no year that the news may tell of: "on 14 April *12 soldiers* were
/// killed"; not "on 4 May *89* rebels attacked" in the news of that year.
fn is_count_behind_date(reader: &Reader<'_>, at: usize, year: i16) -> bool {
    const RECENT: i16 = 3;
    let recent = reader.present.is_some_and(|present| (present - RECENT..=present + 1).contains(&year));
    let counts = |quantity: &crate::quantity::Quantity| quantity.kind == crate::quantity::QuantityKind::Count && quantity.counted.is_some();
    !recent && reader.quantity(at).is_some_and(counts)
}

/// 90 is 1990, 24 is 2024.
pub(super) fn two_digit_year(year: i16) -> i16 {
    if year > 40 { 1900 + year } else { 2000 + year }
}

/// "last year", "of this year": years from the present one.
pub(super) fn relative_year(reader: &Reader<'_>, at: usize) -> Option<(i8, usize)> {
    let at = if reader.is(at, word!("of")) { at + 1 } else { at };
    let years = match reader.token(at)?.hash {
        hash if hash == word!("last") => -1,
        hash if hash == word!("this") => 0,
        hash if hash == word!("next") => 1,
        _ => return None,
    };
    reader.is(at + 1, word!("year")).then_some((years, at + 2))
}

/// The year behind a month by what it is to the present one or to that told: "June last year", "in October (of) that year".
fn year_told(reader: &Reader<'_>, at: usize) -> Option<(Pull, usize)> {
    if let Some((years, last)) = relative_year(reader, at) {
        return Some((Pull::Years(years), last));
    }
    let at = if reader.is(at, word!("of")) { at + 1 } else { at };
    let that = usize::from(reader.is(at, THE) && reader.is(at + 1, word!("same")));
    let told = reader.is(at, word!("that")) || that > 0;
    (told && reader.is(at + that + 1, word!("year"))).then_some((Pull::That, at + that + 2))
}

/// "March 2012", "June last year", a bare month.
pub(super) fn month(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (month, piece) = reader.month(at)?;
    if let Some((year, last)) = year_after_month(reader, piece.last) {
        return Some(Expression::new(at, last, Sense::Is(Value::Month(year, month)), "month year"));
    }
    if let Some((pull, last)) = year_told(reader, piece.last) {
        return Some(Expression::new(at, last, Sense::Month(month, pull), "month of year"));
    }
    is_month(reader, at, piece.last, piece.ambiguous, piece.short).then_some(Expression::new(
        at,
        piece.last,
        Sense::Month(month, Pull::Open),
        "month",
    ))
}

fn year_after_month(reader: &Reader<'_>, last: usize) -> Option<(i16, usize)> {
    if let Some(spoken) = super::year::read(reader, last).filter(|found| found.rule == "year in words")
        && let Sense::Is(Value::Year(year)) = spoken.sense
    {
        return Some((year, spoken.last));
    }
    let (year, end) = year_after(reader, last)?;
    let plural = reader
        .quantity(end - 1)
        .is_some_and(|quantity| quantity.counted.is_some() && quantity.kind == crate::quantity::QuantityKind::Count);
    (!plural || !reader.is(last, word!(","))).then_some((year, end))
}

/// Words before which a month is a month, whatever follows.
const BEFORE_MONTH: &[u64] = words![
    "in", "since", "by", "until", "till", "from", "last", "next", "this", "early", "late", "mid", "-", "through", "during", "past",
    "coming", "for", "before", "after", "every", "each", "into", "following", "previous"
];

/// Words between which and a noun a month may stand.
const BEFORE_NAME_OF_MONTH: &[u64] =
    &[THE, A, word!("'s"), word!("its"), word!("their"), word!("his"), word!("her"), word!("our"), word!("on"), word!("of")];

/// Parts of a month: "the end of May".
const PARTS: &[u64] = words!["end", "start", "beginning", "middle", "rest", "week", "weeks", "days", "half", "part", "month"];

/// Whether a bare month is no name ("April Stanton"), verb ("may") or adjective ("august").
fn is_month(reader: &Reader<'_>, at: usize, last: usize, ambiguous: bool, short: bool) -> bool {
    let prepared = reader.follows(at, BEFORE_MONTH) || (reader.follows(at, words!["of"]) && reader.follows(at - 1, PARTS))
        // "in the year to March".
        || (reader.follows(at, words!["to"]) && reader.follows(at - 1, words!["year", "months", "quarter"]));
    if short && last == at + 1 {
        return false;
    }
    let mixed = reader.document.case == TextCase::Mixed;
    let beside_month = month_beside(reader, at, last);
    let name_after = reader.is_capital(last) && !reader.is_cut(last);
    let name_before = at > 0 && reader.is_capital(at - 1) && !reader.starts_sentence(at - 1) && !reader.is_cut(at);
    if mixed && (name_after || name_before) && !prepared && !beside_month {
        return false;
    }
    if ambiguous {
        // "The March elections", "the city's May report", "on March taxes".
        let before_noun = mixed
            && reader.follows(at, BEFORE_NAME_OF_MONTH)
            && reader.token(last).is_some_and(|token| token.case == Case::Lower)
            && reader.document.words.get(last).is_some_and(|info| matches!(info.tag(), None | Some(Tag::Noun | Tag::NounPlural)));
        return prepared || beside_month || before_noun;
    }
    true
}

/// "June and July", "from May to August": another month across a short word.
fn month_beside(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    let plain = |at: usize| reader.month(at).is_some();
    plain(last + 1) || (at >= 2 && plain(at - 2))
}
