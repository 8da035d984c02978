"""Clusters by average link, from pairs that are near; what is no pair is not near at all."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from discrepancy.match.closeness import Near

Pair = tuple[int, int, float]


def groups(near: Near, size: int, alike: float) -> list[frozenset[int]]:
    """Groups of the numbers below *size*, joined while the mean closeness between two of them is at least *alike*.

    No group reaches beyond what pairs that are *alike* connect, so that each such part is worked on by itself.
    """
    part = _parts(near, size, alike)
    pairs: defaultdict[int, list[Pair]] = defaultdict(list)
    for left, right, score in near:
        if part[left] == part[right]:
            pairs[part[left]].append((left, right, score))
    found = [group for one in sorted(pairs) for group in _average_link(pairs.pop(one), alike)]
    grouped = frozenset().union(*found)
    return sorted((*found, *(frozenset({one}) for one in range(size) if one not in grouped)), key=min)


def _parts(near: Near, size: int, alike: float) -> Sequence[int]:
    """The part to which each number belongs, named by one of it: a union-find."""
    above = list(range(size))

    def top(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for left, right, score in near:
        if score >= alike:
            above[top(left)] = top(right)
    return [top(one) for one in range(size)]


def _average_link(pairs: Iterable[Pair], alike: float) -> Iterator[frozenset[int]]:
    """The groups of all numbers in *pairs*."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    queue: list[tuple[float, int, int]] = []
    for left, right, score in pairs:
        near[left][right] = near[right][left] = score
        if score >= alike:
            queue.append((-score, left, right))
    heapq.heapify(queue)
    members = {one: frozenset({one}) for one in near}
    fresh = count(max(near) + 1)
    while queue:
        score, left, right = heapq.heappop(queue)
        if left not in members or right not in members or near[left][right] != -score:
            continue
        joined = next(fresh)
        weights = len(members[left]), len(members[right])
        members[joined] = members.pop(left) | members.pop(right)
        for other in sorted((near[left].keys() | near[right].keys()) & members.keys()):
            mean = (near[left].get(other, 0) * weights[0] + near[right].get(other, 0) * weights[1]) / sum(weights)
            near[joined][other] = near[other][joined] = mean
            if mean >= alike:
                heapq.heappush(queue, (-mean, other, joined))
        del near[left], near[right]
    yield from members.values()
