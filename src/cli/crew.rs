//! Threads that work on tasks and hand them back in the order in which they were given, so many at a time.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::Scope;

/// Tasks that may be out for each thread: the next one is at hand when a thread is done.
const ROOM_EACH: usize = 2;

type Panic = Box<dyn Any + Send>;

/// Where the threads find their tasks.
#[derive(Debug)]
pub(super) struct Queue<I>(Mutex<Receiver<(usize, I)>>);

/// Who gives the tasks out and takes them back.
#[derive(Debug)]
pub(super) struct Crew<I, O> {
    tasks: Sender<(usize, I)>,
    done: Receiver<(usize, Result<O, Panic>)>,
    /// Done out of turn.
    early: BTreeMap<usize, Result<O, Panic>>,
    given: usize,
    taken: usize,
    room: usize,
}

/// The way of tasks to the threads.
pub(super) fn queue<I>() -> (Sender<(usize, I)>, Queue<I>) {
    let (tasks, queue) = channel();
    (tasks, Queue(Mutex::new(queue)))
}

impl<I: Send, O: Send> Crew<I, O> {
    /// Starts the threads, each with a worker of its own. They end when this value is dropped.
    pub(super) fn start<'scope, F, W>(
        scope: &'scope Scope<'scope, '_>,
        threads: usize,
        (tasks, queue): (Sender<(usize, I)>, &'scope Queue<I>),
        worker: &'scope F,
    ) -> Self
    where
        F: Fn() -> W + Sync,
        W: FnMut(I) -> O,
        I: 'scope,
        O: 'scope,
    {
        let (sender, done) = channel();
        for _ in 0..threads {
            let sender: Sender<(usize, Result<O, Panic>)> = sender.clone();
            scope.spawn(move || {
                let mut work = worker();
                loop {
                    let next = queue.0.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, task)) = next else { return };
                    // Whoever waits for this task has to hear of it, whatever becomes of it.
                    let result = catch_unwind(AssertUnwindSafe(|| work(task)));
                    if sender.send((number, result)).is_err() {
                        return;
                    }
                }
            });
        }
        let room = threads * ROOM_EACH;
        Self { tasks, done, early: BTreeMap::new(), given: 0, taken: 0, room }
    }

    /// How many tasks are out.
    pub(super) fn out(&self) -> usize {
        self.given - self.taken
    }

    /// Whether a result should be taken before another task is given.
    pub(super) fn full(&self) -> bool {
        self.out() >= self.room
    }

    pub(super) fn give(&mut self, task: I) {
        self.tasks.send((self.given, task)).expect("the queue lives as long as the threads");
        self.given += 1;
    }

    /// The result of the oldest task that is out, once it is done; `None` where none is out.
    pub(super) fn take(&mut self) -> Option<O> {
        if self.out() == 0 {
            return None;
        }
        while !self.early.contains_key(&self.taken) {
            let (number, result) = self.done.recv().expect("each task that is out comes back");
            self.early.insert(number, result);
        }
        let result = self.early.remove(&self.taken)?;
        self.taken += 1;
        Some(result.unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_back_in_the_order_of_their_tasks() {
        let (tasks, queue) = queue();
        // The first of each pair takes longer than the second.
        let work = |number: u64| {
            thread::sleep(Duration::from_millis(2 * (1 - number % 2)));
            number * 10
        };
        let worker = || work;
        let results = thread::scope(|scope| {
            let mut crew = Crew::start(scope, 3, (tasks, &queue), &worker);
            let mut results = Vec::new();
            for number in 0..40 {
                crew.give(number);
                while crew.full() {
                    results.extend(crew.take());
                }
                assert!(crew.out() < 3 * ROOM_EACH);
            }
            while let Some(result) = crew.take() {
                results.push(result);
            }
            results
        });
        assert_eq!(results, (0..40).map(|number| number * 10).collect::<Vec<_>>());
    }

    #[test]
    fn a_task_that_panics_does_so_where_it_is_taken() {
        let (tasks, queue) = queue();
        let work = |number: i32| assert_ne!(number, 1, "no ones");
        let worker = || work;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            thread::scope(|scope| {
                let mut crew = Crew::start(scope, 2, (tasks, &queue), &worker);
                crew.give(0);
                crew.give(1);
                assert!(crew.take().is_some());
                crew.take()
            })
        }));
        assert!(outcome.is_err());
    }
}
