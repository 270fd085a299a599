//! Companies whose short names are words, surnames or places: "Ford said profit fell", "shares of Total", "a Shell pipeline".

use crate::lexicon::column::{Organization, OrganizationHead};
use crate::lexicon::{FormRole, Hit, TableId, Tag};
use crate::mention::hashes;
use crate::mention::scene::{Level, Scene};
use crate::token::TokenKind;
use crate::token::literal::word;

/// What companies say and do at the exchange.
const ACTS: [u64; 12] =
    hashes(["announced", "denied", "expects", "hired", "launched", "plans", "posted", "recalled", "reported", "sells", "sued", "unveiled"]);
/// What they have and are traded by.
const ASSETS: [u64; 10] =
    hashes(["shares", "share", "stock", "profit", "profits", "sales", "revenue", "earnings", "shareholders", "executives"]);
/// What bears their name behind an article.
const PROPERTY: [u64; 17] = hashes([
    "pipeline", "refinery", "store", "stores", "flight", "jet", "plane", "plant", "factory", "showroom", "dealership", "spokesman",
    "spokeswoman", "executive", "engineer", "worker", "subsidiary",
]);

/// Whether a careful form is that of a company by what stands beside it.
pub(super) fn is_trading(scene: &Scene<'_>, hit: &Hit) -> bool {
    let (first, last) = (hit.first as usize, hit.last as usize);
    if !is_company(scene, hit) || scene.is_loud(first) || scene.is_titled(first) || scene.level(first) == Level::No {
        return false;
    }
    let any = |words: &[u64], at: usize| words.iter().any(|&word| scene.is(at, word)) && scene.level(at) == Level::No;
    let before = |words: &[u64], steps: usize| first.checked_sub(steps).is_some_and(|at| any(words, at));
    let owner = scene.token(last).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    let article = before(&hashes(["a", "an", "the"]), 1);
    let acts = any(&ACTS, last) || scene.is(last, word!("said")) || scene.is(last, word!("says"));
    let named = owner || scene.level(first) == Level::Name && !scene.is_start(first);
    let owns = named && any(&ASSETS, last + usize::from(owner)) || before(&ASSETS, 2) && before(&hashes(["of", "in"]), 1);
    let property = article && any(&PROPERTY, last);
    acts && !article || owns || property || is_told(scene, first) || is_listed(scene, first, last)
}

/// Whether the row is that of a company.
pub(super) fn is_company(scene: &Scene<'_>, hit: &Hit) -> bool {
    hit.row.table == TableId::Organization && scene.document.lexicon.row(hit.row).value(Organization::Kind) == "company"
}

/// Whether the word is so often somebody's name, a place or an adjective that no country speaks for the company: "Ford", "Delta", "United".
pub(super) fn is_doubtful(scene: &Scene<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    let word = scene.word(first);
    let place = |other: &Hit| other.last == hit.last && matches!(other.row.table, TableId::Country | TableId::Region);
    is_company(scene, hit)
        && hit.len() == 1
        && word.band() > 0
        && (word.surname() >= 4 || word.can_be(Tag::Adjective) || scene.document.hits_at(first).iter().any(place))
}

/// "Carmaker Ford", "the oil giant Total": the noun for a company right before.
fn is_told(scene: &Scene<'_>, first: usize) -> bool {
    const LONGEST: usize = 3;
    let generic = |hit: &Hit| {
        let row = scene.document.lexicon.row(hit.row);
        hit.row.table == TableId::OrganizationHead
            && hit.last as usize == first
            && row.text(OrganizationHead::Position) == "generic"
            && row.text(OrganizationHead::Kind) == "company"
    };
    (first.saturating_sub(LONGEST)..first).any(|at| scene.document.hits_at(at).iter().any(generic))
}

/// "Ford, GM and Chrysler": another company stands beside it in a list.
fn is_listed(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let joins = |at: usize| scene.is_mark(at, ",") || scene.is(at, word!("and"));
    let capital = |at: usize| scene.level(at) == Level::Name;
    let sure = |hit: &Hit| is_company(scene, hit) && (hit.role != FormRole::Careful || capital(hit.first as usize) && capital(first));
    let behind = joins(last) && scene.document.hits_at(last + 1).iter().any(sure);
    let before = || {
        first.checked_sub(2).is_some_and(|end| joins(end + 1) && scene.document.hits_at(end).iter().any(|hit| hit.len() == 1 && sure(hit)))
    };
    behind || before()
}
