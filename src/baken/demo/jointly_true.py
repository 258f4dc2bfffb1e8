"""Which printed cells of 2019 can be true together of one caseload, and which cannot (docs/impossible-cells.md).

Every printed cell of the figures that the demo caseload reproduces, and of the key figures, is a wish on one unknown
count. What binds the counts is declared (published/2019/declarations.yaml): totals, distinct persons, the same
indicator in two places, upper bounds, averages of whole numbers.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from ortools.sat.python import cp_model

from baken.figures.checks.averages import prints_as
from baken.figures.checks.cells import Cells, Key, Tables
from baken.figures.checks.declarations import load_declarations
from baken.figures.checks.rules import Operand
from baken.figures.published import folder, publication
from baken.figures.published.reader import TOTAL
from baken.foundation.errors import BakenError

FIGURES = [str(n) for n in (1, 4, 7, 10, 11, *range(13, 20), *range(21, 26), *range(27, 30), *range(31, 36), 37)]
"""Those of counts; Figuur 26, of averages, is a thing of its own."""
MOST = 2_000_000
OTHER_CIVIL_TESTS = "no civil tests beside the five printed types, 2019"
PART, ASSUMED, TOTALLED, KEY = range(4, 0, -1)
"""In a conflict the cheapest is given up: a key figure before a total, both before what only we assume, parts last."""

Name = tuple[str, ...]


class Counts:
    """Unknown counts by figure, codes and year; what binds them; and the printed cells as wishes."""

    def __init__(self) -> None:
        published = publication()
        self.rules = load_declarations(folder(), published.index)
        self.tables = Tables(published, self.rules.figures)
        self.model = cp_model.CpModel()
        self.counts: dict[Name, cp_model.IntVar] = {}
        self.wishes: dict[str, cp_model.IntVar] = {}
        self.cost: dict[str, int] = {}
        for number in FIGURES:
            self._figure(self.tables.cells[number])
        self._averages()
        self._relations()

    def count(self, *name: str) -> cp_model.IntVar:
        """The unknown of this name, made at its first use."""
        if name not in self.counts:
            self.counts[name] = self.model.new_int_var(0, MOST, "/".join(name))
        return self.counts[name]

    def wish(self, text: str, cost: int) -> cp_model.IntVar:
        """A printed cell, as a switch that may be given up at this cost."""
        self.wishes[text] = self.model.new_bool_var(text)
        self.cost[text] = cost
        return self.wishes[text]

    def _figure(self, cells: Cells) -> None:
        for row in cells.table.rows:
            text = _cell(cells.table.number, *row.dims.values(), str(row.year), value=row.value)
            kept = self.wish(text, TOTALLED if row.total else PART)
            self.model.add(self._at(cells, row.year, row.dims) == int(row.value or 0)).only_enforce_if(kept)
        for dimension in cells.dimensions:
            if TOTAL in cells.codes[dimension]:
                self._totals(cells, dimension)

    def _at(self, cells: Cells, year: int, codes: Mapping[str, str]) -> cp_model.IntVar:
        return self.count(cells.table.number, *(codes[d] for d in cells.dimensions), str(year))

    def _totals(self, cells: Cells, dimension: str) -> None:
        rule = cells.rules.totals.get(dimension)
        for year, others in cells.others(dimension):
            total = self._at(cells, year, {**others, dimension: TOTAL})
            parts = [self._at(cells, year, {**others, dimension: code}) for code in cells.parts(dimension)]
            if cells.table.number == "34" and year == 2019:
                parts.append(self._other_civil_tests())
            if rule and rule.kind == "distinct":
                # a union of sets of these sizes exists exactly when it is between the largest and their sum
                self.model.add(total <= sum(parts))
                for part in parts:
                    self.model.add(total >= part)
            else:
                self.model.add(total == sum(parts))

    def _other_civil_tests(self) -> cp_model.IntVar:
        """A sixth row of ours: civil tests of another type than the five of Figuur 34."""
        other = self.count("34", "other", "2019")
        self.model.add(other == 0).only_enforce_if(self.wish(OTHER_CIVIL_TESTS, ASSUMED))
        return other

    def _averages(self) -> None:
        """Figuur 26: participations / courses; courses add up to Figuur 22, starters of Figuur 25 take part."""
        cells = self.tables.cells["26"]
        languages, regions = cells.parts("language"), cells.codes["region"]
        for region in regions:
            for language in languages:
                courses, people = self.count("courses", language, region), self.count("people", language, region)
                self._average(cells, language, region, people, courses)
                self.model.add(people >= self.count("25", language, region, "2019"))
            all_courses = sum(self.count("courses", language, region) for language in languages)
            all_people = sum(self.count("people", language, region) for language in languages)
            self.model.add(all_courses == self.count("22", region, "2019"))
            self._average(cells, TOTAL, region, all_people, all_courses)
        for language in self.tables.cells["23"].parts("language"):
            interpreted = self.count("23", language, "2019")
            self.model.add(interpreted <= sum(self.count("courses", language, region) for region in regions))

    def _average(
        self, cells: Cells, language: str, region: str, people: cp_model.LinearExprT, courses: cp_model.LinearExprT
    ) -> None:
        """A printed average asks for courses and people that round to it; an empty cell for no courses at all."""
        printed = cells.value(2019, {"language": language, "region": region})
        cost = TOTALLED if language == TOTAL else PART
        kept = self.wish(_cell("26", language, region, "2019", value=printed), cost)
        self.model.add(courses == 0 if printed is None else courses >= 1).only_enforce_if(kept)
        self.model.add(people <= MOST * courses)
        for bound in prints_as(self.model, people, courses, printed) if printed is not None else ():
            bound.only_enforce_if(kept)

    def _relations(self) -> None:
        for relation in self.rules.same:
            known = [operand for operand in relation.operands if operand.key or operand.figure in FIGURES]
            for first, second in pairwise(known):
                for left, right in self._pairs(first, second):
                    self.model.add(left == right)
        for relation in self.rules.at_most:
            for left, right in self._pairs(*relation.operands):
                self.model.add(left <= right)

    def _pairs(self, first: Operand, second: Operand) -> Iterator[tuple[cp_model.LinearExprT, cp_model.LinearExprT]]:
        left, right = self._values(first), self._values(second)
        return ((left[key], right[key]) for key in sorted(left.keys() & right.keys()))

    def _values(self, operand: Operand) -> dict[Key, cp_model.LinearExprT]:
        """As Tables.values, but of unknown counts."""
        if operand.key:
            printed = self.tables.values(operand)
            return {key: self._key_figure(operand.key, key[0], value) for key, value in printed.items()}
        cells = self.tables.cells[operand.figure]
        found = self.tables.rows(operand)
        return {key: sum(self._at(cells, row.year, row.dims) for row in rows) for key, rows in found.items()}

    def _key_figure(self, name: str, year: int, value: Decimal) -> cp_model.IntVar:
        text = _cell("key", name.partition(".")[2], str(year), value=value)
        count = self.count("key", name, str(year))
        if text not in self.wishes:
            self.model.add(count == int(value)).only_enforce_if(self.wish(text, KEY))
        return count


def _cell(number: str, *names: str, value: Decimal | None) -> str:
    place = "Key figures" if number == "key" else f"Figuur {number}"
    shown = "–" if value is None else f"{value:,}"
    return f"{place}: {', '.join(name.replace('_', ' ') for name in names)} = {shown}"


def conflicts(counts: Counts) -> list[tuple[str, list[str]]]:
    """(the cell given up, the others it cannot be true with), until everything left holds together.

    Each set is infeasible, and minimal: without any one of its cells it is feasible.
    """
    found, held = [], list(counts.wishes)
    while core := infeasible(counts, held):
        for one in list(core):
            core = infeasible(counts, [each for each in core if each != one]) or core
        lost = min(core, key=lambda text: counts.cost[text])
        held.remove(lost)
        found.append((lost, [each for each in core if each != lost]))
    return found


def infeasible(counts: Counts, wishes: list[str]) -> list[str]:
    """A part of these wishes that is infeasible already; empty when they all hold together."""
    by_index = {counts.wishes[text].index: text for text in wishes}
    counts.model.clear_assumptions()
    counts.model.add_assumptions([counts.wishes[text] for text in wishes])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(counts.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return []
    if status != cp_model.INFEASIBLE:
        raise BakenError(f"The solver found no proof: {solver.status_name(status)}.")
    return [by_index[index] for index in solver.sufficient_assumptions_for_infeasibility()]


def restored(counts: Counts, found: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Without the cells that can be true after all, once the others were given up."""
    held = [text for text in counts.wishes if text not in {lost for lost, _ in found}]
    for lost, _ in found:
        if not infeasible(counts, [*held, lost]):
            held.append(lost)
    return [(lost, others) for lost, others in found if lost not in held]
