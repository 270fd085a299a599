//! Work on many items at once, with the results in the order of the items.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Items, and results, that may wait at each thread: evens out short and long articles, and bounds the memory.
const WAITING: usize = 32;

/// Takes `items` on this thread, has each done by one of `threads` others (`worker` makes the worker of each), and gives the results to
/// `out` on yet another, in the order of the items and as soon as they are there.
///
/// Items are dealt out in turns. So results need no sorting: the next one always comes from the next thread.
///
/// # Errors
///
/// The first error of `out`, after which no more items are taken.
pub fn in_order<Item: Send, Done: Send, Work: FnMut(Item) -> Done>(
    items: impl Iterator<Item = Item>,
    threads: usize,
    worker: impl Fn() -> Work + Sync,
    out: impl FnMut(Done) -> io::Result<()> + Send,
) -> io::Result<()> {
    thread::scope(|scope| {
        let (mut hands, mut done) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (hand, dealt) = sync_channel(WAITING);
            let (results, result) = sync_channel(WAITING);
            let worker = &worker;
            scope.spawn(move || work(worker(), &dealt, &results));
            hands.push(hand);
            done.push(result);
        }
        let writer = scope.spawn(move || done.iter().cycle().map_while(|result| result.recv().ok()).try_for_each(out));
        for (item, hand) in items.zip(hands.iter().cycle()) {
            if hand.send(item).is_err() {
                break;
            }
        }
        drop(hands);
        writer.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Does what is dealt until nothing more comes, or nobody takes the results.
fn work<Item, Done>(mut work: impl FnMut(Item) -> Done, dealt: &Receiver<Item>, results: &SyncSender<Done>) {
    for item in dealt {
        if results.send(work(item)).is_err() {
            return;
        }
    }
}
