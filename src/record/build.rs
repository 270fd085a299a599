//! Stage outputs to the published record.

use super::number::id;
use super::{Dateline, Description, Entity, EntityKind, Extraction, Ids, Mention, SCHEMA, Time};
use crate::Article;
use crate::entity::EntityDraft;
use crate::event::Reading;
use crate::record::Event;
use crate::time::{TimeMention, calendar};

/// The record of an article. It takes over `entities`, which are those of the reading.
pub fn build(article: &Article<'_>, reading: &Reading<'_>, entities: Vec<EntityDraft>, events: Vec<Event>, lexicon: String) -> Extraction {
    Extraction {
        id: article.id.map(str::to_owned),
        schema: SCHEMA.into(),
        lexicon,
        title: article.title.map(str::to_owned),
        published: article.published.map(calendar::iso),
        url: article.url.map(str::to_owned),
        source: article.source.map(str::to_owned),
        language: article.language.map(str::to_owned),
        dateline: dateline(reading, &entities),
        offsets: "byte".into(),
        entities: entities.into_iter().enumerate().map(|(index, draft)| entity(reading, index, draft)).collect(),
        times: reading.times.iter().map(|mention| time(reading, mention)).collect(),
        events,
        ..Extraction::default()
    }
}

fn dateline(reading: &Reading<'_>, entities: &[EntityDraft]) -> Option<Dateline> {
    let document = reading.document;
    let tokens = document.dateline?;
    let overlaps =
        |name: u32, (first, last): (u32, u32)| reading.names.get(name as usize).is_some_and(|name| name.first < last && first < name.last);
    let place = tokens.place.and_then(|range| {
        entities.iter().position(|draft| draft.kind == EntityKind::Place && draft.mentions.iter().any(|&name| overlaps(name, range)))
    });
    Some(Dateline {
        place: place.map(|index| id('E', index)),
        date: reading.reference.dateline.map(calendar::iso),
        agency: tokens.agency.map(|(first, last)| document.slice(first as usize, last as usize).to_owned()),
        span: document.span(tokens.first as usize, tokens.last as usize),
    })
}

fn entity(reading: &Reading<'_>, index: usize, draft: EntityDraft) -> Entity {
    let mentions = draft.mentions.iter().filter_map(|&name| reading.names.get(name as usize));
    Entity {
        id: id('E', index),
        kind: draft.kind,
        name: draft.name,
        mentions: mentions
            .map(|name| {
                let span = reading.document.span(name.first as usize, name.last as usize);
                Mention { span, text: span.of(reading.document.text).to_owned() }
            })
            .collect(),
        descriptions: draft
            .descriptions
            .iter()
            .map(|words| {
                let span = reading.document.span(words.first as usize, words.last as usize);
                Description { span, text: span.of(reading.document.text).to_owned(), rule: words.rule.into() }
            })
            .collect(),
        key: draft.key,
        ids: Ids { iso2: draft.country.clone(), geonames: draft.place.as_ref().and_then(|place| place.geonames_id) },
        side: draft.side,
        parent: draft.parent,
        country: draft.country,
        head: draft.head,
        place: draft.place,
        score: draft.score,
        alternatives: draft.alternatives,
        rule: draft.rule,
    }
}

fn time(reading: &Reading<'_>, mention: &TimeMention) -> Time {
    let span = reading.document.span(mention.first as usize, mention.last as usize);
    let (earliest, latest) = mention.range.map(calendar::iso_days).unzip();
    Time {
        span,
        text: span.of(reading.document.text).to_owned(),
        kind: mention.kind,
        value: mention.value.clone(),
        modifier: mention.modifier,
        earliest,
        latest,
        anchor: mention.anchor.clone(),
        quant: mention.quant.map(str::to_owned),
        freq: mention.freq.clone(),
        rule: mention.rule.into(),
    }
}
