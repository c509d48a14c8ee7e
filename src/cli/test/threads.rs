//! Work on many things at once, with the results in the order of the things.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Works on every item, with so many threads: who is done takes the next one that nobody has.
pub(super) fn each<I: Sync, O: Send>(items: &[I], threads: usize, work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some(item) = items.get(at)
        {
            done.push((at, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, O)> = thread::scope(|scope| {
        let threads = threads.clamp(1, items.len().max(1));
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items_whoever_made_them() {
        let items: Vec<u64> = (0..40).collect();
        // The first of each pair takes longer than the second.
        let work = |item: &u64| {
            thread::sleep(Duration::from_millis(2 * (1 - item % 2)));
            item * 10
        };
        let expected: Vec<u64> = items.iter().map(|item| item * 10).collect();
        for threads in [0, 1, 3, 100] {
            assert_eq!(each(&items, threads, work), expected, "{threads} threads");
        }
        assert!(each(&[], 4, work).is_empty());
    }
}
