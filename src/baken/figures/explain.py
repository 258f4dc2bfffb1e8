"""What a cell counts: the facts behind it, by number, dossier, day, office and append; never a name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import ibis.expr.types as ir
import structlog
from django.utils.translation import gettext as _

from baken.figures.countable import require_begun
from baken.figures.counting import first_of
from baken.figures.definitions import figure
from baken.figures.definitions.key_figures import KEY_FIGURES, NUMBER
from baken.figures.engines import Engine, open_engine
from baken.figures.expression import expression
from baken.figures.model import TOTAL, Cell, Figure, Measure, Years
from baken.figures.snapshot import take
from baken.figures.tables import OFFICE, Tables
from baken.figures.tabulate import tabulate
from baken.foundation.errors import BadRequest
from baken.ledger.facts import DossierFact, fact_type

log = structlog.get_logger("baken.audit")


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing counted. fact_type: its label; subject: the number of the dossier, or of the course it is about."""

    fact: int
    fact_type: str
    subject: int
    of_course: bool
    day: date
    office: str | None
    append: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cell and what it counts, in order of day and number; for persons one fact each, the first in the cell."""

    figure: Figure
    cell: Cell
    snapshot: str
    counted: tuple[Counted, ...]


def explain(
    number: str,
    codes: Mapping[str, str],
    *,
    by: str,
    known_at: datetime | None = None,
    engine: str = "duckdb",
) -> Explanation:
    """List what a cell counts. codes: its code by dimension, and `year`; a dimension left out takes its total.

    by: who asks, for the log of reading. Raises BadRequest when there is no such figure or cell, NoFacts
    for a year that had not begun.
    """
    declared, year = _declared(number), _year(codes)
    printed = replace(declared.in_year(year), years=1)
    snapshot = take(known_at)
    require_begun(year, snapshot.known_at)
    with open_engine(engine, snapshot, Years(year, year)) as opened:
        rows = opened.rows(expression(declared, opened.tables))
        cell = _cell(printed, codes, tabulate(printed, year, rows))
        counted = _counted(opened, declared, cell)
    log.info("figure.read", by=by, figure=number, cell=dict(codes), snapshot=snapshot.name, facts=len(counted))
    return Explanation(printed, cell, snapshot.name, counted)


def _declared(number: str) -> Figure:
    if number == NUMBER:
        behind = ", ".join(f"{row.indicator}: {row.figure}" for row in KEY_FIGURES)
        cell = _("Elk kerncijfer is een cel van een andere figuur.")
        raise BadRequest(cell, _("Vraag die (%(behind)s).") % {"behind": behind})
    return figure(number)


def _year(codes: Mapping[str, str]) -> int:
    text = codes.get("year", "")
    if not (len(text) == 4 and text.isdigit()):
        raise BadRequest(_("Een cel heeft een jaar nodig."), _("Schrijf region=limburg,year=2019."))
    return int(text)


def _cell(printed: Figure, asked: Mapping[str, str], cells: tuple[Cell, ...]) -> Cell:
    names = [dimension.name for dimension in printed.dimensions]
    totals = {dim.name: TOTAL for dim in printed.dimensions if dim.additive is not None}
    unknown = set(asked) - {*names, "year"}
    codes = {name: asked.get(name, totals.get(name, "")) for name in names}
    for cell in cells:
        if not unknown and cell.dims == codes:
            return cell
    absent = _("Figuur %(number)s heeft geen cel %(cell)s.")
    given = ", ".join(f"{name}={code}" for name, code in asked.items())
    allowed = "; ".join(_allowed(name, cells) for name in names)
    raise BadRequest(
        absent % {"number": printed.number, "cell": given}, _("Geef %(allowed)s; year.") % {"allowed": allowed}
    )


def _allowed(name: str, cells: tuple[Cell, ...]) -> str:
    return f"{name}: {', '.join(dict.fromkeys(cell.dims[name] for cell in cells))}"


def _counted(engine: Engine, declared: Figure, cell: Cell) -> tuple[Counted, ...]:
    events = declared.events(engine.tables)
    for name, code in cell.dims.items():
        if code != TOTAL:
            events = events.filter(events[name] == code)
    if declared.measure is Measure.PERSONS:
        events = first_of(events)
    # Numbers are one space over all fact types, so each source gives what is its own.
    found = [
        Counted(**row, fact_type=label, of_course=not issubclass(fact_type(label), DossierFact))
        for label in declared.sources
        for row in engine.rows(_facts(engine.tables, label, events))
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.fact)))


def _facts(tables: Tables, label: str, events: ir.Table) -> ir.Table:
    facts = tables[label].semi_join(events.select("id"), "id")
    offices = tables[OFFICE].select(office_id="id", office="code")
    facts = facts.left_join(offices, "office_id")
    subject = "dossier" if "dossier" in facts.columns else "course"
    return facts.select(fact="id", subject=subject, day="occurred_on", office="office", append="appended_in")
