//! Numbers told in a sentence that tells no event by itself: "A security source put the number of dead at 11", "2 KIA, 4 WIA."

use super::{Outcome, is_few, read_cue, takes};
use crate::event::draft::{Mention, Standing};
use crate::event::scene::Scene;
use crate::lexicon::{CASUALTY_FLAGS, Hit, WordSet, column, flags_of};
use crate::phrase::ChunkKind;
use crate::record::Status;

/// How many sentences back the event may have been told whose number is brought up to date, and that of another number.
const FAR: usize = 2;
const NEXT: usize = 1;

/// How many tellings before the sentence are looked at.
const TELLINGS: usize = 8;

/// Gives the numbers of such sentences to the tellings before them.
pub(super) fn read(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    let mut covered = 0;
    for hits in scene.index.casualties.chunk_by(|one, other| one.first == other.first) {
        let Some(longest) = hits.last().filter(|longest| longest.last > covered) else { continue };
        covered = longest.last;
        let sentence = scene.document.sentence_of(longest.first as usize);
        let end = mentions.partition_point(|mention| mention.trigger.sentence < sentence);
        let beside = mentions.get(end).is_some_and(|mention| mention.trigger.sentence == sentence);
        let before = mentions.get_mut(end.saturating_sub(TELLINGS)..end).filter(|before| !before.is_empty() && !beside);
        let Some(before) = before else { continue };
        let same = hits.iter().filter(|hit| hit.last == longest.last);
        let told = same.filter_map(|hit| Some((hit, is_of_bodies(scene, hit))).filter(|&(_, bodies)| bodies || is_told_bare(scene, hit)));
        let read = told.into_iter().find_map(|(hit, bodies)| Some((read_cue(scene, hit, bodies)?, bodies)));
        // "The driver fled" drives nobody out, nor do "2,260 refugees were sent back".
        let noun = scene.is_in(longest.first, ChunkKind::Noun);
        let Some(((outcome, tally), bodies)) =
            read.filter(|((outcome, tally), _)| *outcome != Outcome::Displaced || !noun && !is_few(tally))
        else {
            continue;
        };
        let update = tally.standing == Standing::Update;
        let reach = if update { FAR } else { NEXT };
        let fits = |mention: &&mut Mention<'_>| {
            let known = outcome.told(mention);
            let later = known.is_none_or(|known| update && known.last <= tally.first);
            // "Those who took part in the brawl. 13 bodies were found": not where it is only spoken of.
            let told = !bodies || !mention.definite;
            told && takes(mention, outcome) && mention.status == Status::Occurred && mention.trigger.sentence + reach >= sentence && later
        };
        // "They revised it to 99": what was counted before is counted again.
        let best = before.iter_mut().rev().filter(fits).max_by_key(|mention| outcome.told(mention).is_some());
        if let Some(mention) = best {
            *outcome.of(mention) = Some(tally);
        }
    }
}

/// Whether the cue counts bodies, which are those of the dead of what was told right before: "rescuers pulled 35 bodies from the rubble".
fn is_of_bodies(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.lexicon.row(hit.row);
    let killed = row.flags(column::Casualty::Outcome).eq(["killed"]) && row.text(column::Casualty::Pos) == "n";
    killed && row.flags(column::Casualty::Number).eq(["before"]) && scene.has(WordSet::Corpse, hit.first)
}

/// Whether the cue tells by itself whom it counts: it brings a toll up to date, is told in the manner of headlines and notes, or of those driven out.
fn is_told_bare(scene: &Scene<'_>, hit: &Hit) -> bool {
    const BARE: u64 = flags_of(CASUALTY_FLAGS, &["update", "correction", "headline", "source"]);
    let row = scene.lexicon.row(hit.row);
    let displaced = || row.flags(column::Casualty::Outcome).any(|outcome| Outcome::named(outcome) == Some(Outcome::Displaced));
    row.flag_bits(column::Casualty::Flags) & BARE != 0 || displaced()
}
