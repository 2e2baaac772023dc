//! The order in which concepts can be built: used ones before their users, and the circles that make it impossible.

use std::collections::BTreeSet;

/// An order of `0..uses.len()`, and what stands in its way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// Every node after all that it uses; nodes in a circle, or that use one, are absent.
    pub(super) sorted: Vec<usize>,
    /// Each circle as the nodes on the way round; the way begins with its smallest node.
    pub(super) cycles: Vec<Vec<usize>>,
    /// What is in no order: circles and their users.
    pub(super) rest: Vec<usize>,
}

/// Sorts nodes by what they use; ties keep the given order. `uses` holds valid indices only.
pub(super) fn order(uses: &[BTreeSet<usize>]) -> Order {
    let mut users = vec![Vec::new(); uses.len()];
    for (user, used) in uses.iter().enumerate() {
        for &node in used {
            if let Some(users) = users.get_mut(node) {
                users.push(user);
            }
        }
    }
    let mut open: Vec<usize> = uses.iter().map(BTreeSet::len).collect();
    let mut ready: BTreeSet<usize> =
        open.iter().enumerate().filter(|(_, open)| **open == 0).map(|(node, _)| node).collect();
    let mut sorted = Vec::with_capacity(uses.len());
    while let Some(node) = ready.pop_first() {
        sorted.push(node);
        for &user in users.get(node).into_iter().flatten() {
            let Some(open) = open.get_mut(user) else { continue };
            *open = open.saturating_sub(1);
            if *open == 0 {
                ready.insert(user);
            }
        }
    }
    let rest: Vec<usize> =
        open.iter().enumerate().filter(|(_, open)| **open > 0).map(|(node, _)| node).collect();
    Order { cycles: cycles(uses, &rest), sorted, rest }
}

/// One circle for every group of nodes from which a walk along `uses` comes back to itself.
fn cycles(uses: &[BTreeSet<usize>], rest: &[usize]) -> Vec<Vec<usize>> {
    let stuck: BTreeSet<usize> = rest.iter().copied().collect();
    let mut seen = BTreeSet::new();
    let mut cycles = Vec::new();
    for &start in rest {
        let mut path = Vec::new();
        let mut next = Some(start);
        // Every stuck node uses a stuck node: the walk ends where it, or an earlier one, has been before.
        while let Some(node) = next.filter(|node| seen.insert(*node)) {
            path.push(node);
            next = uses.get(node).and_then(|used| used.iter().copied().find(|node| stuck.contains(node)));
        }
        let closing = next.and_then(|node| path.iter().position(|&on_path| on_path == node));
        if let Some(circle) = closing.and_then(|from| path.get(from..)) {
            cycles.push(from_smallest(circle));
        }
    }
    cycles
}

fn from_smallest(circle: &[usize]) -> Vec<usize> {
    let mut circle = circle.to_vec();
    let smallest = circle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    circle.rotate_left(smallest);
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(uses: &[&[usize]]) -> Order {
        order(&uses.iter().map(|used| used.iter().copied().collect()).collect::<Vec<_>>())
    }

    #[test]
    fn used_nodes_come_first_and_ties_keep_their_order() {
        assert_eq!(ordered(&[&[2], &[], &[1], &[]]).sorted, [1, 2, 0, 3]);
    }

    #[test]
    fn each_circle_is_found_once() {
        let order = ordered(&[&[1], &[2], &[1], &[3], &[]]);
        assert_eq!(order.sorted, [4]);
        assert_eq!(order.cycles, [vec![1, 2], vec![3]]);
        assert_eq!(order.rest, [0, 1, 2, 3]);
    }
}
