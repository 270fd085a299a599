//! Teams that bear the name of their town: in a table of results, or in an article that has such tables, "Essex" is a club.

use super::scene::{Level, Scene};
use super::{NameMention, country, place};
use crate::lexicon::{TableId, WordSet};
use crate::record::EntityKind;
use crate::token::{Gap, TokenKind};

/// Name of the rule.
const RULE: &str = "team named after its town";

/// Whether a team stands at these tokens: a score follows, or another team behind "v".
pub fn is_team(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    if scene.is_mark(last, ":") || scene.is_mark(last, ",") || place::is_located(scene, first) && !scene.is_loud(first) {
        return false;
    }
    let role = scene.is_sport && scene.has(WordSet::Player, last);
    role || is_scored(scene, first, last) || is_against(scene, first, last)
}

/// `Leeds 2 Arsenal 0`: a short number behind the name, and before it the line's start, a number or a mark.
fn is_scored(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let number = |at: usize| scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start <= 3);
    if !number(last) || scene.is_time(last) || scene.token(last).is_some_and(|token| token.gap > Gap::Space) {
        return false;
    }
    let opens = !scene.joins(first)
        || scene.token(first).is_some_and(|token| token.gap >= Gap::Line)
        || first.checked_sub(1).is_some_and(|at| number(at) || is_bar(scene, at));
    let next = last + 1;
    let goes_on = !scene.joins(next)
        || number(next)
        || scene.level(next) > Level::No
        || scene.token(next).is_some_and(|token| token.gap >= Gap::Line)
        || ["(", ".", "-", ";", ","].iter().any(|mark| scene.is_mark(next, mark));
    opens && goes_on
}

fn is_bar(scene: &Scene<'_>, at: usize) -> bool {
    [".", ")", ",", ";", ":"].iter().any(|mark| scene.is_mark(at, mark))
}

fn is_against(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let against = |at: usize| scene.has(WordSet::Versus, at);
    let name = |at: usize| scene.level(at) > Level::No;
    against(last) && name(last + 1) || first.checked_sub(2).is_some_and(|at| against(at + 1) && name(at))
}

/// Reads towns as teams in articles on sport that show one of them as a team.
pub fn rename(scene: &Scene<'_>, names: &mut [NameMention]) {
    if !scene.is_sport {
        return;
    }
    let word = |name: &NameMention| scene.token(name.first as usize).map_or(0, |token| token.hash);
    let town = |name: &NameMention| {
        name.kind == EntityKind::Place
            && country::country_end(scene, name.first as usize).is_none()
            && name.row.is_none_or(|row| !matches!(row.table, TableId::Country | TableId::PlaceAbbreviation))
    };
    let mut teams: Vec<u64> =
        names.iter().filter(|name| town(name) && is_team(scene, name.first as usize, name.last as usize)).map(word).collect();
    if teams.is_empty() {
        return;
    }
    teams.sort_unstable();
    for name in names.iter_mut().filter(|name| town(name)) {
        let (first, last) = (name.first as usize, name.last as usize);
        let elsewhere = place::is_located(scene, first) && !scene.is_loud(first)
            || scene.is_mark(last, ":")
            || scene.is_mark(last, ",") && place::is_region(scene, last + 1)
            || place::is_dateline(scene, first, last);
        if teams.binary_search(&word(name)).is_ok() && !elsewhere {
            (name.kind, name.row, name.rule) = (EntityKind::Organization, None, RULE);
        }
    }
}
