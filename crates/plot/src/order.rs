//! Short lists in order: where the standard library would bring its best sort along once for each kind of list, this is
//! small, and at a few dozen as quick.

/// Puts a short list in order; what `stays` before its right neighbour stays, so that equals keep their places.
pub(crate) fn in_order<T>(list: &mut [T], stays: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && !stays(&list[at - 1], &list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equals_keep_their_places() {
        let mut list = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e'), (2, 'f')];
        in_order(&mut list, |a, b| a.0 <= b.0);
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (2, 'f'), (3, 'a'), (3, 'c')]);
    }
}
