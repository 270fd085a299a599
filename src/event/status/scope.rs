//! Scope: whether a cue governs a trigger, by the grammatical places that its row names.

use super::{is_known, void};
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, Row, TableId, Tag, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::Status;
use crate::token::fold;
use crate::token::literal::{word, words};

/// What opens the reason or the occasion of an act, which the act does not bring about: "vowed revenge for the killing of".
const REASONS: [u64; 9] = [
    fold::hash("for"),
    fold::hash("over"),
    fold::hash("after"),
    fold::hash("amid"),
    fold::hash("despite"),
    fold::hash("following"),
    fold::hash("since"),
    fold::hash("during"),
    fold::hash("because"),
];

/// Whether the cue governs the trigger.
pub(super) fn governs(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, row: Row<'_>) -> bool {
    // "Sanctions *could be* imposed on" is one form with a gap.
    let gap = cue.first >= trigger.open && cue.last <= trigger.head;
    let inside = cue.first >= trigger.first && cue.last <= trigger.last && !gap;
    if inside || (cue.first < trigger.last && cue.last > trigger.first && cue.first > trigger.first && !gap) {
        return false;
    }
    // A word that is the speech act itself ("threatened to") is no cue for it.
    let speaks = trigger.kind.is_utterance();
    if speaks && cue.first < trigger.last && cue.last > trigger.first {
        return false;
    }
    // "The front had nothing to do with the kidnapping": it took place.
    if scene.hash(cue.last - 1) == word!("with") && row.value(column::Status::Class) == "negation" && is_known(scene, trigger) {
        return false;
    }
    if is_of_another(scene, cue) && trigger.first < cue.first {
        return false;
    }
    let after = cue.first >= trigger.last;
    let (from, to) = if after { (trigger.last, cue.first) } else { (cue.last, trigger.first) };
    let gap = distance(trigger, cue);
    row.flags(column::Status::Scope).any(|scope| is_in_scope(scene, trigger, cue, scope, after, gap)) && !is_stopped(scene, row, from, to)
}

/// How many tokens stand between a cue and the trigger.
pub(super) const fn distance(trigger: &Trigger<'_>, cue: &Hit) -> u32 {
    if cue.first >= trigger.last { cue.first - trigger.last } else { trigger.first.saturating_sub(cue.last) }
}

/// Whether a word that ends the reach of the cue stands between it and the trigger: "but" in "failed, but killed two".
fn is_stopped(scene: &Scene<'_>, row: Row<'_>, from: u32, to: u32) -> bool {
    row.phrases(column::Status::Stop).any(|stop| (from..to).any(|token| stop == [scene.hash(token)]))
}

/// Whether the trigger stands where the cue has its effect: behind it as its object ("thwarted an attack"), in its clause, right before it.
fn is_in_scope(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, scope: &str, after: bool, gap: u32) -> bool {
    let same_chunk = scene.chunk_index(cue.last - 1) == scene.chunk_index(trigger.head);
    let form = scene.chunk_at(trigger.head).filter(|chunk| chunk.kind == ChunkKind::Verb).map(|chunk| chunk.form);
    let is_noun = form.is_none();
    match scope {
        "verb" if scene.is_in(cue.first, ChunkKind::Verb) && !same_chunk => false,
        // "Was killed before he could testify".
        "verb" if after && opens_clause(scene, cue) => false,
        "verb" => !is_noun && (same_chunk || (!after && gap <= 4 && !has_verb(scene, cue.last, trigger.head)) || (after && gap <= 2)),
        "object" if is_noun || names_plan(scene, trigger) => is_object(scene, trigger, cue, after, gap),
        "object" | "gerund" => {
            let start = chunk_start(scene, trigger);
            // What stands behind a comma belongs to the clause: "trying to storm parliament, killing five".
            !after
                && start.checked_sub(1).is_none_or(|mark| scene.document.word(mark as usize) != ",")
                && gap <= 6
                && form == Some(VerbForm::Gerund)
                && !has_verb(scene, cue.last, trigger.head.min(start))
        }
        // "Was nearly killed", not "killed nearly 100", "was almost instantly killed".
        "group" => !after && !is_noun && same_chunk && gap == 0,
        "subject" => !is_attribute(scene, cue) && is_subject(scene, trigger, cue, after, gap),
        "infinitive" => {
            let form = form.filter(|_| !opens_finite(scene, trigger));
            // "Is to" and a noun group is no plan.
            let to = scene.hash(cue.last - 1) == const { fold::hash("to") }
                && scene.reading.phrases.tags.get(cue.last as usize - 1) == Some(&Some(Tag::Particle));
            let joined = form == Some(VerbForm::Infinitive) || same_chunk || to;
            // "Were the rebels to attack", not "were attacked and taken to", "were beaten to death".
            let gapped = cue.first < trigger.first && trigger.first < cue.last;
            !after
                && !gapped
                && !is_noun
                && joined
                && (is_listed(scene, trigger, cue)
                    || gap <= 8 && !is_spent(scene, trigger, cue) && !has_verb(scene, cue.last, chunk_start(scene, trigger)))
        }
        "clause" => {
            !after
                && gap <= 20
                && !is_told_of_subject(scene, cue)
                && !is_of_relative(scene, cue, trigger.first)
                && (!is_noun || !is_known(scene, trigger) || is_object(scene, trigger, cue, after, gap))
                && !is_past_conjunct(scene, trigger, cue.last - 1)
        }
        // A "crackdown on" is none of itself.
        "noun" => {
            !after
                && is_noun
                && cue.last <= trigger.first
                && !has_verb(scene, cue.last, trigger.first)
                && nouns_between(scene, cue.last, trigger.head) == 0
        }
        // "A claimed attack", not "claimed the attack".
        "head" => !after && is_noun && (same_chunk || gap == 0 || gap == 1 && !scene.is_in(cue.first, ChunkKind::Verb)),
        // "A bomb threat", not "condemned the threat".
        "premodifier" => after && gap <= 1 && is_noun,
        "before" => after && gap <= 12,
        "sentence" => !void::is_no_fiction(scene, trigger, cue) && !is_aside(scene, trigger, cue),
        _ => false,
    }
}

/// Whether the form opens with a noun for a plan: "thwarted a *plot to assassinate* the premier".
fn names_plan(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.status == Some(Status::Planned) && scene.is_in(trigger.first, ChunkKind::Noun)
}

/// Whether the cue is no verb but an attribute of another noun: "killed in a shootout during a failed jailbreak".
fn is_attribute(scene: &Scene<'_>, cue: &Hit) -> bool {
    scene.chunk_at(cue.last - 1).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && cue.last <= chunk.head)
}

/// Whether the cue is told of another than what was told before: "a bomb exploded at a bank and another failed to explode".
fn is_of_another(scene: &Scene<'_>, cue: &Hit) -> bool {
    const ANOTHER: u64 = fold::hash("another");
    cue.first.checked_sub(1).is_some_and(|before| scene.hash(before) == ANOTHER)
}

/// Whether what is denied or reported stands before the verb: "reports were denied by the army, and police arrested a man".
fn is_told_of_subject(scene: &Scene<'_>, cue: &Hit) -> bool {
    let passive = scene.chunk_at(cue.last - 1).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive);
    passive && scene.hash(cue.last) == const { fold::hash("by") }
}

/// Whether the cue stands in a relative clause that a comma ends before the trigger: "the two, who deny the charges, were arrested".
fn is_of_relative(scene: &Scene<'_>, cue: &Hit, trigger: u32) -> bool {
    const RELATIVE: [u64; 2] = [fold::hash("who"), fold::hash("which")];
    // "Who have denied carrying out the attack".
    let verb = scene.chunk_at(cue.first).map_or(cue.first, |chunk| chunk.first.min(cue.first));
    let who = verb.checked_sub(1).is_some_and(|before| RELATIVE.contains(&scene.hash(before)));
    who && (cue.last..trigger).any(|token| scene.document.word(token as usize) == ",")
}

/// Whether the cue stands in a relative clause set off by a comma, and the trigger outside: "in Mindanao, where rebels have fought for decades, a
/// bomb killed four soldiers".
fn is_aside(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    const RELATIVE: [u64; 3] = [fold::hash("who"), fold::hash("which"), fold::hash("where")];
    const REACH: u32 = 16;
    let comma = |at: &u32| scene.document.word(*at as usize) == ",";
    let range = scene.sentence(trigger.sentence);
    let opening = (range.start.max(cue.first.saturating_sub(REACH))..cue.first).rev().find(comma);
    let Some(opening) = opening.filter(|&comma| RELATIVE.contains(&scene.hash(comma + 1))) else { return false };
    let closing = (cue.last..range.end.min(cue.last + REACH)).find(comma);
    trigger.first < opening || closing.is_some_and(|closing| trigger.first > closing)
}

/// Whether the cue opens a clause of its own.
fn opens_clause(scene: &Scene<'_>, cue: &Hit) -> bool {
    scene.chunk_at(cue.first).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Subordinator | ChunkKind::Preposition))
}

/// Whether another verb of the same subject, joined to the cue, stands between: "denied the report and accused the army of shelling".
fn is_past_conjunct(scene: &Scene<'_>, trigger: &Trigger<'_>, from: u32) -> bool {
    const JOINTS: [u64; 2] = [fold::hash("and"), fold::hash("but")];
    let to = trigger.first;
    let that = |token: u32| scene.hash(token) == const { fold::hash("that") };
    // "Denied that it killed the man and blamed the army": he who denies blames.
    let spoken = trigger.kind.is_utterance() && trigger.pos == Pos::Verb;
    if spoken && to.checked_sub(1).is_some_and(|and| JOINTS.contains(&scene.hash(and))) {
        return true;
    }
    if speaks_on(scene, from, to) || is_next_main_clause(scene, trigger, from) {
        return true;
    }
    let joint = (from..to).take_while(|&token| !that(token)).find(|&token| JOINTS.contains(&scene.hash(token)));
    let verb = joint.and_then(|joint| scene.chunk_at(joint + 1)).filter(|verb| verb.first <= to);
    verb.is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite && verb.modal.is_none())
}

/// Whether the trigger is the verb of a main clause of its own, joined behind a comma: "two men deny the charges, and a third was arrested"; not
/// "denied that it burned the shop, and that it killed the owner".
fn is_next_main_clause(scene: &Scene<'_>, trigger: &Trigger<'_>, from: u32) -> bool {
    const JOINTS: [u64; 2] = [fold::hash("and"), fold::hash("but")];
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb) else { return false };
    let finite = scene.chunks().get(verb).is_some_and(|verb| verb.form == VerbForm::Finite);
    let clause = scene.hash(from) == word!("that") || scene.hash(from.wrapping_sub(1)) == word!("that");
    let subject = scene.of_verb(verb).subject.last().and_then(|&noun| scene.chunks().get(noun as usize)).map(|noun| noun.first);
    finite
        && !clause
        && subject.is_some_and(|first| {
            let comma = first.checked_sub(2).is_some_and(|mark| mark >= from && scene.document.word(mark as usize) == ",");
            comma && JOINTS.contains(&scene.hash(first - 1))
        })
}

/// Whether the same speaker goes on to say something else: "denied the claim, saying the rebels had shelled the town", "denied that it bombed the
/// ward and said rebels had shelled it".
fn speaks_on(scene: &Scene<'_>, from: u32, to: u32) -> bool {
    const JOINTS: &[u64] = words![",", "and", "but"];
    let says = |hit: &Hit| matches!(scene.lexicon.row(hit.row).text(column::Attribution::Class), "accuse" | "blame" | "say");
    let speaks = |joint: u32| {
        let form = if scene.document.word(joint as usize) == "," { VerbForm::Gerund } else { VerbForm::Finite };
        let verb =
            scene.chunk_at(joint + 1).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == form && verb.voice == Voice::Active);
        verb.is_some_and(|verb| scene.hits(verb.head, TableId::Attribution).any(says))
    };
    (from..to).any(|token| JOINTS.contains(&scene.hash(token)) && speaks(token))
}

/// Whether the trigger is a further infinitive of those that the cue asks for: "plan to burn cars, loot shops and kill guards".
fn is_listed(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    const GAP: u32 = 20;
    let (Some(from), Some(own)) = (scene.chunk_index(cue.last - 1), scene.chunk_index(trigger.head)) else { return false };
    let chunks = scene.chunks().get(from..=own).unwrap_or(&[]);
    let infinitive = |chunk: &&Chunk| chunk.form == VerbForm::Infinitive;
    let verbs = || chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Verb && chunk.last > cue.last);
    let apart = |chunk: &Chunk| chunk.kind == ChunkKind::Subordinator;
    verbs().count() > 1
        && !opens_finite(scene, trigger)
        && distance(trigger, cue) <= GAP
        && verbs().all(|verb| infinitive(&verb))
        && !chunks.iter().any(apart)
}

/// Whether a finite helper opens the verb group, which is no infinitive then: "the teacher who tried to help *was also hurt*".
fn opens_finite(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const HELPERS: &[u64] = words!["was", "were", "is", "are", "has", "had"];
    scene.chunk_at(trigger.head).is_some_and(|verb| HELPERS.contains(&scene.hash(verb.first)))
}

/// Whether the infinitive that the cue asks for is another verb: "the convoy in which they *tried to* flee was ambushed".
fn is_spent(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let form = scene.chunk_at(trigger.head).map(|chunk| chunk.form).filter(|_| !opens_finite(scene, trigger));
    let next = scene.chunk_at(cue.last - 1).filter(|chunk| chunk.kind == ChunkKind::Verb && chunk.head >= cue.last);
    form != Some(VerbForm::Infinitive) && next.is_some_and(|next| next.last <= trigger.first)
}

fn chunk_start(scene: &Scene<'_>, trigger: &Trigger<'_>) -> u32 {
    scene.chunk_at(trigger.head).map_or(trigger.first, |chunk| chunk.first)
}

/// Whether the trigger is the object of the cue verb, or the subject of its passive.
fn is_object(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, after: bool, gap: u32) -> bool {
    if gap > 12 {
        return false;
    }
    if !after {
        let reason = (cue.last..trigger.first).any(|token| REASONS.contains(&scene.hash(token)));
        return !reason && !has_verb(scene, cue.last, trigger.first) && nouns_between(scene, cue.last, trigger.head) <= 1;
    }
    let passive = scene.chunk_at(cue.last - 1).is_some_and(|chunk| chunk.voice == Voice::Passive);
    passive && is_verbs_subject(scene, trigger, cue, gap)
}

fn is_subject(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, after: bool, gap: u32) -> bool {
    after && gap <= 12 && is_verbs_subject(scene, trigger, cue, gap)
}

fn is_verbs_subject(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, gap: u32) -> bool {
    let (Some(verb), Some(own)) = (scene.chunk_index(cue.last - 1), scene.chunk_index(trigger.head)) else { return false };
    let subject = scene.of_verb(verb).subject;
    if subject.is_empty() { gap <= 4 && !has_verb(scene, trigger.last, cue.first) } else { subject.contains(&(own as u32)) }
}

/// Whether a verb group begins in `from..to`.
fn has_verb(scene: &Scene<'_>, from: u32, to: u32) -> bool {
    from < to && scene.index.verbs(scene.chunk_from(from)..scene.chunk_from(to)).all > 0
}

/// How many noun groups end in `from..to`, that of the trigger aside.
fn nouns_between(scene: &Scene<'_>, from: u32, to: u32) -> usize {
    let own = scene.chunk_index(to);
    let Some(start) = scene.chunk_index(from).filter(|_| from < to) else { return 0 };
    let chunks = scene.chunks().iter().enumerate().skip(start).take_while(|(_, chunk)| chunk.first < to);
    chunks.filter(|&(at, chunk)| chunk.kind == ChunkKind::Noun && (from..to).contains(&chunk.head) && Some(at) != own).count()
}
