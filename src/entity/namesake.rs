//! Namesakes: somebody or something that bears the name of a row of the lexicon, far from where that is at home.

use super::EntityDraft;
use super::facts::{longest, title_before};
use super::home::Home;
use crate::document::Document;
use crate::lexicon::column::{Notable, Organization, Title};
use crate::lexicon::{RowRef, TableId};
use crate::mention::NameMention;
use crate::record::{EntityKind, Term};
use crate::token::Token;

/// Takes the row from names that many bear, where the article speaks of other countries and never of that of the row: a Colombian general is
/// not the Spanish prime minister whose name he bears. Of a party the country must be told as often as the one that the article is about: a
/// "Democratic Party" in a report from Seoul is not the American one, though Washington had a word to say. So are officers of the police no statesmen.
pub fn part(document: Document<'_>, names: &[NameMention], drafts: &mut [EntityDraft]) {
    // Few countries, however long the text.
    let mut told: Vec<Term> = drafts.iter().filter_map(told).collect();
    told.sort_unstable();
    told.dedup();
    let home = Home::of(document, names, drafts);
    let least = home.country.as_ref().map_or(0, |country| home.told(country));
    for draft in drafts.iter_mut() {
        let Some(row) = draft.row else { continue };
        let seldom =
            |country: &Term| home.told(country).saturating_sub(draft.mentions.len()) < least && home.country.as_ref() != Some(country);
        let party = row.table == TableId::Organization;
        let elsewhere =
            !told.is_empty() && draft.country.as_ref().is_some_and(|country| !told.contains(country) || party && seldom(country));
        let Some(name) = draft.mentions.first().and_then(|&name| names.get(name as usize)) else { continue };
        if elsewhere && is_common(document, row, name) || is_police(document, row, name) {
            let name = longest(document, names, &draft.mentions);
            *draft = EntityDraft {
                kind: draft.kind,
                name,
                mentions: std::mem::take(&mut draft.mentions),
                score: draft.score,
                rule: [&*draft.rule, "; namesake"].concat().into(),
                ..EntityDraft::default()
            };
        }
    }
}

/// Whether an officer of the police bears the name of somebody known for another office: "ASI Imran Khan".
fn is_police(document: Document<'_>, row: RowRef, name: &NameMention) -> bool {
    let title = title_before(document, name).filter(|_| row.table == TableId::Notable);
    let police = title.is_some_and(|title| document.lexicon.row(title.row).value(Title::Kind) == "police");
    police && !document.lexicon.row(row).text(Notable::Role).contains("police")
}

/// The country that a place or a people tells.
fn told(draft: &EntityDraft) -> Option<Term> {
    let place = draft.place.as_ref().and_then(|place| place.country.clone());
    match draft.kind {
        EntityKind::Place | EntityKind::Facility => place,
        EntityKind::Nationality => draft.country.clone(),
        _ => None,
    }
}

/// Whether others may well bear the name of the row: a person's that is marked so, a party's of ordinary words.
fn is_common(document: Document<'_>, row: RowRef, name: &NameMention) -> bool {
    let cells = document.lexicon.row(row);
    let (first, last) = (name.first as usize, name.last as usize);
    let info = |at: usize| document.words.get(at).copied().unwrap_or_default();
    match row.table {
        TableId::Notable => {
            // Who speaks for all countries is known in each.
            let parent = document.lexicon.find(TableId::Organization, cells.text(Notable::Organization));
            let kind = parent.map(|parent| document.lexicon.row(parent).text(Organization::Kind));
            if matches!(kind, Some("un" | "igo")) || document.hits_of(first, TableId::Title).any(|hit| hit.len() == 1) {
                return false;
            }
            cells.has(Notable::Flags, "ambiguous")
        }
        TableId::Organization if cells.value(Organization::Kind) == "party" => {
            let word = |at: usize| !document.tokens.get(at).is_some_and(Token::is_word) || info(at).band() > 0;
            (first..last).all(word)
        }
        _ => false,
    }
}
