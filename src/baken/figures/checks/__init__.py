"""Checks on published tables: what a reader with patience would find, found by the machine.

Totals against their parts, the same indicator in two places, shares against counts, averages against whole numbers.
What may differ, and why, is declared (docs/check-tables.md); no check knows a particular number.
"""

from pathlib import Path

from baken.figures.checks.agreement import check_agreement, check_pattern
from baken.figures.checks.averages import check_averages
from baken.figures.checks.cells import Tables
from baken.figures.checks.declarations import load_declarations
from baken.figures.checks.finding import HEADINGS, Finding, Kind, Severity
from baken.figures.checks.form import check_form
from baken.figures.checks.rules import Declarations
from baken.figures.checks.shares import check_shares
from baken.figures.checks.totals import check_totals
from baken.figures.published.reader import Publication, read_publication

__all__ = ["HEADINGS", "Finding", "Kind", "Severity", "check_folder", "check_publication"]


def check_folder(folder: Path, declarations: Path | None = None) -> list[Finding]:
    """Read a folder of published tables and check it, with the declarations it has, or those given.

    Raises UnusableTables, with every fault, when the folder cannot be read.
    """
    publication = read_publication(folder)
    return check_publication(publication, load_declarations(folder, publication.index, declarations))


def check_publication(publication: Publication, declarations: Declarations) -> list[Finding]:
    """Every finding, in the order of the headings, then of the figures."""
    tables = Tables(publication, declarations.figures)
    findings = list(check_agreement(tables, declarations))
    for cells in tables.cells.values():
        findings += check_form(cells, declarations)
        findings += check_totals(cells)
        findings += check_shares(cells, tables)
        findings += check_pattern(cells, tables)
        findings += check_averages(cells, tables)
    order = list(HEADINGS)
    return sorted(findings, key=lambda finding: order.index(finding.kind))
