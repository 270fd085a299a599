//! Work on many items at once, with the results in the order of the items.

use std::collections::VecDeque;
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Results that may wait for an earlier one: evens out short and long articles, and bounds the memory.
const WAITING: usize = 64;

/// Has `items` done by `threads` threads (`worker` makes the worker of each) and gives the results to `out`, in the order of the items and
/// as soon as they are there.
///
/// Each thread fetches an item, does it, and hands on all results whose turn has come. So nobody deals out and nobody collects: waking
/// other threads for each article would cost a tenth of the work on it.
///
/// # Errors
///
/// The first error of `out`, after which no more items are taken.
pub fn in_order<Item, Done: Send, Work: FnMut(Item) -> Done>(
    items: impl Iterator<Item = Item> + Send,
    threads: usize,
    worker: impl Fn() -> Work + Sync,
    out: impl FnMut(Done) -> io::Result<()> + Send,
) -> io::Result<()> {
    let source = Mutex::new(items.enumerate());
    let queue = Queue { line: Mutex::new(Line { turn: 0, waiting: VecDeque::new(), out, end: None }), moved: Condvar::new() };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let _guard = Guard(&queue);
                let mut work = worker();
                let next = || lock(&source).next();
                while let Some((turn, item)) = next() {
                    if !queue.put(turn, work(item)) {
                        break;
                    }
                }
            });
        }
    });
    let line = queue.line.into_inner().unwrap_or_else(PoisonError::into_inner);
    line.end.unwrap_or(Ok(()))
}

/// Results on their way out.
struct Queue<Done, Out> {
    line: Mutex<Line<Done, Out>>,
    /// Told when results have gone out, or nothing more will.
    moved: Condvar,
}

struct Line<Done, Out> {
    /// The number of the item whose result goes out next.
    turn: usize,
    /// The results from that one on, as far as they are there.
    waiting: VecDeque<Option<Done>>,
    out: Out,
    /// Why no more results go out: an error of `out`, or a thread that panicked.
    end: Option<io::Result<()>>,
}

impl<Done, Out: FnMut(Done) -> io::Result<()>> Queue<Done, Out> {
    /// Puts in the result of the item of number `turn`, and sends out those whose turn has come; whether more are wanted.
    fn put(&self, turn: usize, done: Done) -> bool {
        let line = lock(&self.line);
        let waits = |line: &mut Line<Done, Out>| line.end.is_none() && turn - line.turn >= WAITING;
        let mut line = self.moved.wait_while(line, waits).unwrap_or_else(PoisonError::into_inner);
        line.put(turn, done);
        if line.send() {
            self.moved.notify_all();
        }
        line.end.is_none()
    }
}

impl<Done, Out: FnMut(Done) -> io::Result<()>> Line<Done, Out> {
    fn put(&mut self, turn: usize, done: Done) {
        let at = turn - self.turn;
        if self.waiting.len() <= at {
            self.waiting.resize_with(at + 1, || None);
        }
        self.waiting[at] = Some(done);
    }

    /// Sends out what is in turn, until something is missing; whether anything has moved.
    fn send(&mut self) -> bool {
        let before = self.turn;
        while self.end.is_none()
            && let Some(done) = self.waiting.front_mut().and_then(Option::take)
        {
            self.waiting.pop_front();
            self.turn += 1;
            self.end = (self.out)(done).err().map(Err);
        }
        self.turn > before
    }
}

/// Lets nobody wait for the result of a thread that panicked.
struct Guard<'q, Done, Out>(&'q Queue<Done, Out>);

impl<Done, Out> Drop for Guard<'_, Done, Out> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(&self.0.line).end.get_or_insert(Ok(()));
            self.0.moved.notify_all();
        }
    }
}

/// A thread that panicked ends the work by itself: what the others hold is whole.
fn lock<Held>(mutex: &Mutex<Held>) -> MutexGuard<'_, Held> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
