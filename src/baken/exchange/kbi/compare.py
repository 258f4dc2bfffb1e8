"""A new telling of a dossier against what stands: which facts stay, which go, and where new ones come."""

from bisect import bisect_left
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import pairwise

from baken.exchange.kbi.shape import Told
from baken.ledger.facts import RegisterFact

STEP = 1 << 32
"""Distance between neighbours in a first telling: room for thirty-two halvings."""

Test = Callable[[Told, Told], bool]


def compare(old: Told, new: Told) -> list[RegisterFact]:
    """Give `new` the facts, subjects and places that stay, and return the facts to retract.

    What others than the register told stays; where the register now tells exactly the same, it is not told twice.
    """
    retract: list[RegisterFact] = []
    _continue(old, new, retract)
    return retract


def _continue(before: Told, told: Told, retract: list[RegisterFact]) -> None:
    """Let `told` go on where `before` stood."""
    told.subject, told.place = before.subject, 0
    if before.fact is not None and told.own == before.own:
        told.fact, told.place = before.fact, before.place
    elif before.fact is not None and before.from_register:
        retract.append(before.fact)
    for path in dict.fromkeys((*before.below, *told.below)):
        _settle(before.below.get(path, []), told.below.get(path, []), retract)


def _settle(old: list[Told], new: list[Told], retract: list[RegisterFact]) -> None:
    """Settle one list of likes: the elements of one name within one element."""
    pairs = _pair(old, new)
    for told in new:
        _continue(pairs.get(id(told), Told(told.part)), told, retract)
    taken = {id(before) for before in pairs.values()}
    for told in old:
        if id(told) not in taken:
            _take_back(told, retract)
    if new and new[0].part.many:
        _give_places(new, retract)


def _take_back(told: Told, retract: list[RegisterFact]) -> None:
    if told.fact is not None and told.from_register:
        retract.append(told.fact)
    for tolds in told.below.values():
        for below in tolds:
            _take_back(below, retract)


# ---------------------------------------------------------------------------------------- which new is which old


def _pair(old: list[Told], new: list[Told]) -> dict[int, Told]:
    """For each new one (by identity) the old one that it continues: equal ones first, then the likeliest."""
    pairs = _equal_in_order(old, new)
    for alike in (_same_own, _same_number, _same_day):
        _pair_rest(old, new, pairs, alike)
    rest_old, rest_new = _rest(old, new, pairs)
    ours = [told for told in rest_old if told.from_register]
    if len(ours) == len(rest_new) == 1:
        pairs[id(rest_new[0])] = ours[0]
    return pairs


def _equal_in_order(old: list[Told], new: list[Told]) -> dict[int, Told]:
    matcher = SequenceMatcher(None, [told.content for told in old], [told.content for told in new], autojunk=False)
    return {
        id(new[block.b + step]): old[block.a + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _rest(old: list[Told], new: list[Told], pairs: dict[int, Told]) -> tuple[list[Told], list[Told]]:
    taken = {id(told) for told in pairs.values()}
    return [told for told in old if id(told) not in taken], [told for told in new if id(told) not in pairs]


def _pair_rest(old: list[Told], new: list[Told], pairs: dict[int, Told], alike: Test) -> None:
    rest_old, rest_new = _rest(old, new, pairs)
    for told in rest_new:
        found = next((before for before in rest_old if alike(before, told)), None)
        if found is not None:
            pairs[id(told)] = found
            rest_old.remove(found)


def _same_own(before: Told, told: Told) -> bool:
    return before.own == told.own


def _same_number(before: Told, told: Told) -> bool:
    number = told.values.get("kbi_id")
    return before.from_register and number is not None and before.values.get("kbi_id") == number


def _same_day(before: Told, told: Told) -> bool:
    day = told.values.get("occurred_on")
    return before.from_register and day is not None and before.values.get("occurred_on") == day


# ---------------------------------------------------------------------------------------------------------- order


def _give_places(new: list[Told], retract: list[RegisterFact]) -> None:
    """Let facts stay where their places rise; put the others between them."""
    stay = _longest_rising([told.place if told.fact is not None else None for told in new])
    if not _has_room([new[at].place or 0 for at in stay], stay):
        stay = []
    for at, told in enumerate(new):
        if told.fact is not None and told.from_register and at not in stay:
            retract.append(told.fact)
            told.fact = None
    _spread(new, stay)


def _longest_rising(places: list[int | None]) -> list[int]:
    """The positions of a longest subsequence of places that rises (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for at, place in enumerate(places):
        if place is None:
            continue
        pile = bisect_left(tops, place)
        tops[pile : pile + 1], last[pile : pile + 1] = [place], [at]
        before[at] = last[pile - 1] if pile else None
    run: list[int] = []
    at_end = last[-1] if last else None
    while at_end is not None:
        run.append(at_end)
        at_end = before[at_end]
    return run[::-1]


def _has_room(places: list[int], stay: list[int]) -> bool:
    """Whether enough whole numbers lie free between the places that stay."""
    between = [here - there - 1 for there, here in pairwise([-1, *stay])]
    return all(high - low > count for (low, high), count in zip(pairwise([0, *places]), between, strict=True))


def _spread(new: list[Told], stay: list[int]) -> None:
    """Give every one that does not stay a place between its neighbours that do."""
    fixed = [(-1, 0), *((at, new[at].place or 0) for at in stay)]
    for (start, low), (stop, high) in pairwise(fixed):
        _fill(new[start + 1 : stop], low, high)
    start, low = fixed[-1]
    rest = new[start + 1 :]
    _fill(rest, low, low + STEP * (len(rest) + 1))


def _fill(tolds: list[Told], low: int, high: int) -> None:
    for number, told in enumerate(tolds, start=1):
        if told.fact is None:
            told.place = low + (high - low) * number // (len(tolds) + 1)
