//! Years, decades, centuries.

use crate::lexicon::WordSet;
use crate::quantity::QuantityKind;
use crate::record::Modifier;
use crate::time::expression::{Expression, Pull, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Unit;
use crate::time::value::Value;
use crate::time::vocabulary::Word;
use crate::token::literal::{word, words};
use crate::token::{Case, fold};

/// What a year and the like begin with.
pub(super) const GATE: Gate =
    Gate::new(Opens::DIGITS.with(Opens::NUMBER).with(Opens::DECADE).with(Opens::FISCAL).with(Opens::UNIT).with(Opens::ERA))
        .or(Opens::ORDINAL, Opens::ANY_UNIT);

/// A year, a decade, a century.
pub(in crate::time) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    before_christ(reader, at)
        .or_else(|| century(reader, at))
        .or_else(|| decade(reader, at))
        .or_else(|| fiscal(reader, at))
        .or_else(|| year_end(reader, at))
        .or_else(|| unit_end(reader, at))
        .or_else(|| the_year(reader, at))
        .or_else(|| alone(reader, at))
}

/// A number that is a year by itself.
pub(super) fn alone(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    in_digits(reader, at).or_else(|| in_words(reader, at))
}

const BC: &[u64] = &[fold::hash("bc"), fold::hash("b.c."), fold::hash("bce"), fold::hash("b.c.e."), fold::hash("b.c"), fold::hash("b.c.e")];

/// "490 BC", "AD 79".
fn before_christ(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const AD: &[u64] = &[fold::hash("ad"), fold::hash("a.d."), fold::hash("ce"), fold::hash("c.e.")];
    let year = |at: usize| (1..=4).find_map(|length| reader.digits(at, length));
    if reader.is_any(at, AD) && reader.token(at).is_some_and(|token| token.case == Case::Upper) {
        let year = year(at + 1)?;
        return Some(Expression::new(at, at + 2, Sense::Is(Value::Year(year)), "AD year"));
    }
    let year = year(at)?;
    if reader.is_any(at + 1, BC) {
        return Some(Expression::new(at, at + 2, Sense::Is(Value::Before(year)), "year BC"));
    }
    reader.is_any(at + 1, AD).then_some(Expression::new(at, at + 2, Sense::Is(Value::Year(year)), "year AD"))
}

/// "the 16th century", "twentieth-century".
fn century(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let found = nth_century(reader, at)?;
    match found.sense {
        Sense::Is(Value::Century(century)) if reader.is_any(found.last, BC) => {
            Some(Expression { last: found.last + 1, sense: Sense::Is(Value::CenturyBefore(century)), ..found })
        }
        _ => Some(found),
    }
}

fn nth_century(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (number, last) = reader.ordinal(reader.after_the(at))?;
    let (unit, last) = reader.any_unit(reader.after_hyphen(last))?;
    let value = match unit {
        Unit::Century if (1..=30).contains(&number) => Value::Century(number as i16 - 1),
        Unit::Millennium if (1..=3).contains(&number) => Value::Millennium(number as i16 - 1),
        _ => return None,
    };
    Some(Expression::new(at, last, Sense::Is(value), "nth century"))
}

/// "the 1980s", "the '90s", "the nineties".
fn decade(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let mut from = reader.after_the(at);
    let determined = from > at || reader.follows(at, words!["early", "late", "mid", "-", "of"]);
    let apostrophe = matches!(reader.word(from), "'" | "’" | "‘");
    from += usize::from(apostrophe);
    // "in the early 80s", but "a woman in her early 80s".
    let of_century = apostrophe || from > at || reader.follows(from, words!["early", "late"]) && reader.follows(from - 1, &[THE]);
    let text = reader.word(from);
    if let Some(digits) = text.strip_suffix(['s', 'S']).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) {
        let decade = match digits.len() {
            4 if digits.ends_with('0') => digits.get(..3)?.parse().ok()?,
            2 if digits.ends_with('0') && of_century => 190 + digits.get(..1)?.parse::<i16>().ok()?,
            _ => return None,
        };
        let after_century = digits.ends_with("00") && digits.len() == 4 && decade < 200;
        let value = if after_century { Value::Century(decade / 10) } else { Value::Decade(decade) };
        return (decade >= 100).then_some(Expression::new(at, from + 1, Sense::Is(value), "decade"));
    }
    let (decade, last) = reader.take(from, |word| if let Word::Decade(decade) = word { Some(decade) } else { None })?;
    (determined || last > from + 1).then_some(Expression::new(at, last, Sense::Is(Value::Decade(decade)), "decade in words"))
}

/// "year-end", "the year's end".
fn year_end(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    if !reader.is(from, word!("year")) {
        return None;
    }
    let possessive = usize::from(reader.is(from + 1, word!("'s")));
    let end = reader.after_hyphen(from + 1 + possessive);
    reader.is(end, word!("end")).then_some(Expression::new(at, end + 1, Sense::MonthDay(12, 31, Pull::This), "year-end"))
}

/// "(by) week's end", "(at) month's end".
fn unit_end(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(reader.after_the(at)).filter(|(unit, _)| matches!(unit, Unit::Week | Unit::Month))?;
    let ends = reader.is(last, word!("'s")) && reader.is(last + 1, word!("end"));
    ends.then(|| Expression::new(at, last + 2, Sense::Same(unit), "unit's end").modified(Modifier::End))
}

/// "fiscal 1989", "FY 2024", "FY23", "the financial year 2023", "the 2023-24 fiscal year".
fn fiscal(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let found = |last: usize, year: i16| Some(Expression::new(at, last, Sense::Is(Value::Year(year)), "fiscal year"));
    if let Some(year) = fiscal_in_one(reader.word(from)) {
        return found(from + 1, year);
    }
    let fiscal_at = |at: usize| reader.take(at, |word| (word == Word::Fiscal).then_some(())).map(|(_, last)| last);
    let in_range = |year: &i16| (1900..=2100).contains(year);
    if let Some(mut last) = fiscal_at(from) {
        if reader.is(last, word!("year")) {
            last += 1;
        }
        let year = reader.digits(last, 4).filter(in_range)?;
        return found(last + 1, year);
    }
    let year = reader.digits(from, 4).filter(in_range)?;
    let mark = matches!(reader.word(from + 1), "-" | "–" | "/") && reader.is_glued(from + 1) && reader.is_number(from + 2);
    let last = fiscal_at(if mark { from + 3 } else { from + 1 }).filter(|last| reader.is(*last, word!("year")))?;
    found(last + 1, year)
}

/// The year of "FY2023" and "FY23".
fn fiscal_in_one(text: &str) -> Option<i16> {
    let digits =
        text.strip_prefix("FY").filter(|digits| matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year = digits.parse().ok()?;
    Some(if digits.len() == 2 { super::date::two_digit_year(year) } else { year })
}

/// "the year 2000", "the year two thousand".
fn the_year(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    if from == at || !reader.is(from, word!("year")) {
        return None;
    }
    let number = reader.number(from + 1)?;
    let year = (1000.0..=2999.0).contains(&number.value).then_some(number.value as i16)?;
    Some(Expression::new(at, number.last, Sense::Is(Value::Year(year)), "the year"))
}

/// Words before which four digits are a year even if a noun follows: "in 1990 rebels".
const BEFORE_YEAR: &[u64] = &[
    fold::hash("in"),
    fold::hash("into"),
    fold::hash("due"),
    fold::hash("since"),
    fold::hash("until"),
    fold::hash("till"),
    fold::hash("during"),
    fold::hash("early"),
    fold::hash("late"),
    fold::hash("mid"),
    fold::hash("between"),
    fold::hash("before"),
    fold::hash("after"),
    fold::hash("spring"),
    fold::hash("summer"),
    fold::hash("autumn"),
    fold::hash("fall"),
    fold::hash("winter"),
    fold::hash("circa"),
    fold::hash("year"),
];

/// Words before which four digits may be a year.
const NEAR_YEAR: &[u64] = &[
    fold::hash("of"),
    fold::hash("from"),
    fold::hash("to"),
    fold::hash("by"),
    fold::hash("and"),
    fold::hash("or"),
    fold::hash("through"),
    fold::hash("for"),
    fold::hash("than"),
    fold::hash("the"),
    fold::hash("'s"),
    fold::hash("("),
    fold::hash(","),
    fold::hash("-"),
    fold::hash("–"),
    fold::hash("/"),
    fold::hash("their"),
    fold::hash("its"),
    fold::hash("his"),
    fold::hash("a"),
];

/// Four digits that are a year: by the words beside them, not a count, a name or a code.
fn in_digits(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let year = reader.digits(at, 4)?;
    let strong = reader.follows(at, BEFORE_YEAR) || is_listed(reader, at);
    let near = strong || reader.follows(at, NEAR_YEAR);
    let modern = (1900..=2099).contains(&year);
    if !((1100..1900).contains(&year) && near || modern) || is_joined(reader, at) {
        return None;
    }
    // The year over the items of a chronology.
    if modern && reader.is_line(at, at + 1) {
        return Some(Expression::new(at, at + 1, Sense::Is(Value::Year(year)), "year"));
    }
    let counts = reader.quantity(at).is_some_and(|quantity| {
        matches!(quantity.kind, QuantityKind::Money | QuantityKind::Percent | QuantityKind::Measure)
            || (quantity.kind == QuantityKind::Count && quantity.counted.is_some() && !strong)
    });
    // "a 1987 Chevrolet": the year of a model.
    let is_model =
        reader.is_name_part(at + 1) && reader.token(at + 1).is_some_and(|token| reader.document.lexicon.has(WordSet::CarMake, token.hash));
    if counts || is_model || (!near && is_after_name(reader, at)) || (!modern && !strong && reader.follows(at, words!["to", "the", "a"])) {
        return None;
    }
    Some(Expression::new(at, at + 1, Sense::Is(Value::Year(year)), "year"))
}

/// Whether a year stands before a number, with a short word between: "the 1994, 1998 and 2002 games".
fn is_listed(reader: &Reader<'_>, at: usize) -> bool {
    let joined = reader.follows(at, words!["and", "or", ","]);
    joined && at >= 2 && reader.digits(at - 2, 4).is_some_and(|year| (1900..=2099).contains(&year)) && !reader.is_glued(at)
}

/// The further year of "1954-62", after the expression before it.
pub(in crate::time) fn further_year(reader: &Reader<'_>, before: &Expression) -> Option<Expression> {
    let Sense::Is(Value::Year(year)) = before.sense else { return None };
    let at = before.last + 1;
    let ranges = before.rule == "year" && matches!(reader.word(at - 1), "-" | "–" | "/") && reader.is_glued(at - 1) && reader.is_glued(at);
    let later = reader.digits(at, 2).filter(|later| ranges && *later > year % 100)?;
    let ends = !(reader.is_glued(at + 1) && matches!(reader.word(at + 1), "-" | "–" | "/" | "." | ":") && reader.is_glued(at + 2));
    ends.then_some(Expression::new(at, at + 1, Sense::Is(Value::Year(year - year % 100 + later)), "year to year"))
}

/// Touches other characters, as in codes, sums and scores; a range of years does not count.
fn is_joined(reader: &Reader<'_>, at: usize) -> bool {
    let year_at = |at: usize| reader.digits(at, 4).is_some_and(|year| (1100..=2099).contains(&year));
    let dash = |at: usize| matches!(reader.word(at), "-" | "–" | "—" | "/");
    let before = at > 0 && reader.is_glued(at) && !matches!(reader.word(at - 1), "(" | "\"" | "“" | "'" | "‘" | "[" | "—" | "--");
    // "post-1959", "pre-1967".
    const SIDES: &[u64] = &[fold::hash("post"), fold::hash("pre")];
    let before_is_range = at > 1
        && dash(at - 1)
        && (year_at(at - 2) || reader.modifier(at - 2).is_some() || reader.month(at - 2).is_some() || reader.is_any(at - 2, SIDES));
    let after = reader.is_glued(at + 1)
        && reader.is_glued(at + 2)
        && match reader.word(at + 1) {
            "-" | "–" | "/" | "%" => true,
            // A quotation mark may follow the end of the sentence.
            ":" | "." => reader.is_number(at + 2),
            _ => false,
        };
    let after_is_range =
        dash(at + 1) && (reader.digits(at + 2, 2).is_some() || year_at(at + 2) || !reader.is_number(at + 2) && reader.word(at + 1) == "-");
    (before && !before_is_range)
        || (after && !after_is_range)
        || (at > 0 && matches!(reader.word(at - 1), "$" | "£" | "€" | "#" | "No" | "."))
}

/// "Route 1990", "the Boeing 1984": a name before the number.
fn is_after_name(reader: &Reader<'_>, at: usize) -> bool {
    if at == 0 {
        return true;
    }
    let labelled = reader.quantity(at).is_none_or(|quantity| quantity.kind != QuantityKind::Label);
    let capital = reader.is_capital(at - 1) && reader.month(at - 1).is_none() && reader.holiday(at - 1).is_none();
    labelled
        || capital && !reader.starts_sentence(at - 1)
        || reader.is(at - 1, word!("is"))
        || reader.document.has(WordSet::Numbered, at - 1)
}

/// "nineteen ninety-six", "two thousand and four" after "in".
fn in_words(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let number = reader.number(at)?;
    if !number.plain && (2001.0..=2099.0).contains(&number.value) && reader.follows(at, BEFORE_YEAR) {
        let counts = reader.quantity(at).is_some_and(|quantity| quantity.counted.is_some()) || reader.any_unit(number.last).is_some();
        return (!counts).then_some(Expression::new(at, number.last, Sense::Is(Value::Year(number.value as i16)), "year in words"));
    }
    let century = Some(number).filter(|number| !number.plain && (13.0..=20.0).contains(&number.value) && number.last == at + 1)?;
    // "the novel Nineteen Eighty-Four".
    if reader.is_number(at) || reader.is_name_part(at) {
        return None;
    }
    let rest = reader.number(century.last).filter(|number| !number.plain && (10.0..=99.0).contains(&number.value))?;
    let year = century.value as i16 * 100 + rest.value as i16;
    let is_count = reader.any_unit(rest.last).is_some();
    (!is_count).then_some(Expression::new(at, rest.last, Sense::Is(Value::Year(year)), "year in words"))
}
