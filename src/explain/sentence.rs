//! What the stages found in one sentence.

use super::{Page, one_line, small};
use crate::Span;
use crate::document::Sentence;
use crate::event::{CueTrace, Outcome, Trace};
use crate::lexicon::{Hit, TableId, column};
use crate::mention::NameMention;
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::quantity::Quantity;
use crate::record::Range;
use crate::time::TimeMention;

impl Page<'_> {
    /// Writes the sentence, then a block of lines for each stage that found something in it.
    pub(super) fn sentence(&mut self, number: usize, sentence: &Sentence) {
        let reading = self.reading;
        let within = |first: u32| sentence.range().contains(&(first as usize));
        let text = one_line(reading.document.slice(sentence.range().start, sentence.range().end));
        self.out.push_str(&format!("{}  {text}\n", number + 1));
        let tokens: Vec<String> = sentence.range().map(|at| self.token(at)).collect();
        self.line("tokens", &tokens.join(" "));
        let names = reading.names.iter().enumerate().filter(|(_, name)| within(name.first));
        let names: Vec<String> = names.map(|(index, name)| self.name(index, name)).collect();
        self.lines("names", names);
        let numbers = reading.quantities.iter().filter(|quantity| within(quantity.first));
        let numbers: Vec<String> = numbers.map(|quantity| self.quantity(quantity)).collect();
        self.lines("numbers", numbers);
        let times: Vec<String> = reading.times.iter().filter(|time| within(time.first)).map(|time| self.time(time)).collect();
        self.lines("times", times);
        let chunks = reading.phrases.chunks.iter().filter(|chunk| within(chunk.first));
        let chunks: Vec<String> = chunks.map(|chunk| self.chunk(chunk)).collect();
        if !chunks.is_empty() {
            self.line("phrases", &chunks.join(" "));
        }
        let traces = self.traces.iter().filter(|trace| within(trace.first));
        let triggers: Vec<String> = traces.flat_map(|trace| self.trigger(trace)).collect();
        self.lines("triggers", triggers);
        let cues: Vec<&Hit> = reading.document.hits.iter().filter(|hit| within(hit.first) && is_cue(hit.row.table)).collect();
        let cues: Vec<String> =
            cues.chunk_by(|one, next| (one.first, one.last) == (next.first, next.last)).map(|rows| self.cue(rows)).collect();
        self.lines("cues", cues);
        self.out.push('\n');
    }

    fn token(&self, at: usize) -> String {
        let document = self.reading.document;
        let tag = self.reading.phrases.tags.get(at).copied().flatten();
        match tag {
            Some(tag) => format!("{}/{tag:?}", document.word(at)),
            None => document.word(at).to_owned(),
        }
    }

    fn name(&self, index: usize, name: &NameMention) -> String {
        let has = |mentions: &[u32]| mentions.contains(&(index as u32));
        let entity = self.reading.entities.iter().position(|entity| has(&entity.mentions));
        let entity = entity.map_or("no entity".to_owned(), |entity| format!("E{}", entity + 1));
        let row = name.row.map(|row| format!(", {}", self.row(row))).unwrap_or_default();
        format!("{} {} -> {entity}, rule {:?}{row}", self.quote(name.first, name.last), small(name.kind), name.rule)
    }

    fn quantity(&self, quantity: &Quantity) -> String {
        let counted = quantity.counted.map(|at| format!(" of {:?}", self.reading.document.word(at as usize))).unwrap_or_default();
        let words = self.quote(quantity.first, quantity.last);
        format!("{words} {} {}{counted}, rule {:?}", small(quantity.kind), range(quantity.range), quantity.rule)
    }

    fn time(&self, time: &TimeMention) -> String {
        let modifier = time.modifier.map(|modifier| format!(" {modifier:?}")).unwrap_or_default();
        let days = time.range.map(|(earliest, latest)| format!(" ({earliest} to {latest})")).unwrap_or_default();
        let anchor = String::from(time.anchor.clone());
        let words = self.quote(time.first, time.last);
        format!("{words} {} {}{modifier}{days}, anchor {anchor}, rule {:?}", small(time.kind), time.value, time.rule)
    }

    fn chunk(&self, chunk: &Chunk) -> String {
        let mut words = String::new();
        for at in chunk.first..chunk.last {
            let word = self.reading.document.word(at as usize);
            let marked = if at == chunk.head && chunk.last - chunk.first > 1 { format!("*{word}*") } else { word.to_owned() };
            words.push_str(&marked);
            words.push(' ');
        }
        let mut marks = Vec::new();
        if chunk.kind == ChunkKind::Verb {
            marks.extend((chunk.voice == Voice::Passive).then_some("passive"));
            match chunk.form {
                VerbForm::Finite => {}
                VerbForm::Infinitive => marks.push("infinitive"),
                VerbForm::Gerund => marks.push("gerund"),
                VerbForm::Participle => marks.push("participle"),
            }
            marks.extend(chunk.modal.map(|_| "modal"));
        }
        marks.extend(chunk.negated.then_some("negated"));
        let marks = if marks.is_empty() { String::new() } else { format!(", {}", marks.join(", ")) };
        format!("[{} {}{marks}]", words.trim_end(), small(chunk.kind))
    }

    /// A form of a trigger, its row and what became of it; below it the roles that the grammar fills.
    fn trigger(&self, trace: &Trace) -> Vec<String> {
        let cells = self.reading.document.lexicon.row(trace.row);
        let kind = cells.text(column::Trigger::Kind);
        let needs = match cells.text(column::Trigger::Needs) {
            "" => String::new(),
            needs => format!(", needs {needs}"),
        };
        let outcome = match &trace.outcome {
            Outcome::Refused(why) => format!("no: {why}"),
            Outcome::Shadowed => "no: another form or row fits better".to_owned(),
            Outcome::Nothing(Some(cue), _) => format!("no event: {}", self.status_cue(cue)),
            Outcome::Nothing(None, why) => format!("no event: {why}"),
            Outcome::Taken(telling) if !telling.stands => "no event: nobody, nothing, no place and no day is told with it".to_owned(),
            Outcome::Taken(_) => self.told_by(self.reading.document.span(trace.first as usize, trace.last as usize), kind),
        };
        let (frame, strength) = (cells.text(column::Trigger::Frame), cells.text(column::Trigger::Strength));
        let words = self.quote(trace.first, trace.last);
        let mut lines = vec![format!("{words} {kind} -> {outcome}, {}, frame {frame}, {strength}{needs}", self.row(trace.row))];
        if let Outcome::Taken(telling) = &trace.outcome {
            lines.extend(telling.joined.iter().map(|why| format!("    same event: {why}")));
            lines.extend(telling.cue.iter().map(|cue| format!("    status: {}", self.status_cue(cue))));
            lines.extend(telling.roles.iter().map(|filling| {
                let cells = self.reading.document.lexicon.row(filling.row);
                let (role, words) = (cells.text(column::Frame::Role), self.quote(filling.first, filling.last));
                format!("    {role}: {words} as {}, {}:{}", filling.slot, cells.file(), cells.line())
            }));
        }
        lines
    }

    /// The events that a trigger at `span` tells; of those of another kind the kind is told too.
    fn told_by(&self, span: Span, kind: &str) -> String {
        let told =
            self.events.iter().filter(|event| event.trigger.iter().chain(&event.mentions).any(|trigger| trigger.span.overlaps(span)));
        let told: Vec<String> = told
            .map(|event| if event.kind.name() == kind { event.id.clone() } else { format!("({} {})", event.id, event.kind.name()) })
            .collect();
        if told.is_empty() { "no event".to_owned() } else { told.join(" ") }
    }

    /// A cue that decides about a trigger: what it says, its words and its row.
    pub(super) fn status_cue(&self, cue: &CueTrace) -> String {
        let cells = self.reading.document.lexicon.row(cue.row);
        let status = match cells.text(column::Status::Status) {
            "none" => "nothing took place",
            status => status,
        };
        format!("{status}, by the cue {}, {}", self.quote(cue.first, cue.last), self.row(cue.row))
    }

    /// A form of cues with their rows; of a cue of status also what it says.
    fn cue(&self, rows: &[&Hit]) -> String {
        let said = |hit: &&Hit| {
            let cells = self.reading.document.lexicon.row(hit.row);
            let said = match hit.row.table {
                TableId::Status => {
                    let [class, status, scope] =
                        [column::Status::Class, column::Status::Status, column::Status::Scope].map(|cell| cells.text(cell));
                    format!(", {class}, status {status}, scope {scope}")
                }
                _ => String::new(),
            };
            format!("{}{said}", self.row(hit.row))
        };
        let words = rows.first().map(|hit| self.quote(hit.first, hit.last)).unwrap_or_default();
        format!("{words} {}", rows.iter().map(said).collect::<Vec<_>>().join("; "))
    }
}

fn is_cue(table: TableId) -> bool {
    matches!(table, TableId::Status | TableId::Attribution | TableId::Casualty | TableId::Discourse | TableId::Figurative)
}

/// `90..100`; an open end is empty.
pub(super) fn range(range: Range) -> String {
    let end = |end: Option<u64>| end.map(|number| number.to_string()).unwrap_or_default();
    format!("{}..{}", end(range.min), end(range.max))
}
