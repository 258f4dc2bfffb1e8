"""Findings for people (a table per kind) and for programs (JSON)."""

import json
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.table import Table

from baken.figures.checks.finding import HEADINGS, Finding, Severity
from baken.figures.checks.words import cell_name, figure_names, value
from baken.figures.published.lines import Fault

DITTO = "″"
STYLES = {Severity.CONTRADICTION: "bold red", Severity.EXPLAINED: "green", Severity.NOTE: "cyan"}


def show(console: Console, findings: Sequence[Finding]) -> None:
    """One table for each kind of finding, and the number of each verdict."""
    for kind, heading in HEADINGS.items():
        rows = [finding for finding in findings if finding.kind is kind]
        if rows:
            console.print(_table(str(heading), rows))
    counts = Counter(finding.severity for finding in findings)
    console.print(", ".join(_counted(severity, counts[severity]) for severity in STYLES) + ".")


def _counted(severity: Severity, count: int) -> str:
    sentences = {
        Severity.CONTRADICTION: ngettext("%(count)s tegenspraak", "%(count)s tegenspraken", count),
        Severity.EXPLAINED: _("%(count)s verklaard"),
        Severity.NOTE: ngettext("%(count)s aangegeven verschil", "%(count)s aangegeven verschillen", count),
    }
    return sentences[severity] % {"count": count}


def _table(heading: str, findings: Sequence[Finding]) -> Table:
    between = any(finding.values for finding in findings)
    table = Table(title=heading, title_justify="left", title_style="bold", expand=True)
    table.add_column(_("Oordeel"), no_wrap=True)
    table.add_column(_("Waar"), ratio=4)
    if between:
        table.add_column(_("Waarden"), ratio=5)
    else:
        table.add_column(_("Gedrukt"), justify="right", no_wrap=True)
        table.add_column(_("Berekend"), justify="right", no_wrap=True)
    table.add_column(_("Verschil"), justify="right", no_wrap=True)
    table.add_column(_("Wat"), ratio=5)
    before = ""
    verdicts = {
        Severity.CONTRADICTION: _("tegenspraak"),
        Severity.EXPLAINED: _("verklaard"),
        Severity.NOTE: _("aangegeven"),
    }
    for finding in findings:
        name, style = verdicts[finding.severity], STYLES[finding.severity]
        numbers = [_values(finding)] if between else [value(finding.printed), value(finding.computed)]
        what = _what(finding)
        said = DITTO if what == before else what
        table.add_row(f"[{style}]{name}[/]", _where(finding), *numbers, value(finding.difference), said)
        before = what
    return table


def _where(finding: Finding) -> str:
    names = figure_names(finding.figures)
    return f"{names}: {cell_name(finding.cell)}" if finding.cell else names


def _values(finding: Finding) -> str:
    return "; ".join(f"{place} {value(said)}" for place, said in finding.values.items())


def _what(finding: Finding) -> str:
    return f"{finding.said}: “{finding.explained_by}”" if finding.explained_by else finding.said


def show_faults(console: Console, faults: Sequence[Fault]) -> None:
    """Why the tables cannot be used, by file, row and column."""
    table = Table(title=_("Deze tabellen zijn niet bruikbaar"), title_justify="left", title_style="bold red")
    for name in (_("Bestand"), _("Rij"), _("Kolom"), _("Reden")):
        table.add_column(name)
    for fault in faults:
        table.add_row(fault.file, str(fault.row or ""), fault.column or "", fault.reason)
    console.print(table)


def write_json(path: Path, folder: Path, findings: Sequence[Finding] = (), faults: Sequence[Fault] = ()) -> None:
    """{"tables", "contradictions", "explained", "notes", "findings": […], "faults": […]}."""
    counts = Counter(finding.severity for finding in findings)
    content = {
        "tables": str(folder),
        "contradictions": counts[Severity.CONTRADICTION],
        "explained": counts[Severity.EXPLAINED],
        "notes": counts[Severity.NOTE],
        "findings": [_finding(finding) for finding in findings],
        "faults": [{"file": f.file, "row": f.row, "column": f.column, "reason": f.reason} for f in faults],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "figures": list(finding.figures),
        "cell": dict(finding.cell),
        "printed": _number(finding.printed),
        "computed": _number(finding.computed),
        "difference": _number(finding.difference),
        "values": {place: _number(value) for place, value in finding.values.items()},
        "nl": finding.nl,
        "en": finding.en,
        "explained_by": finding.explained_by or None,
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
