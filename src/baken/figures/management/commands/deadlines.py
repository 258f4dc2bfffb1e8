"""`baken deadlines --on DAY [--out DIR | --format csv|json] [--dossier ID] [--within DAYS]`"""

import json
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from baken.figures.deadlines import deadlines, summary
from baken.figures.snapshot import Snapshot, take
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import shown_number
from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.content.terms import TERMS
from baken.law.speech import Speech
from baken.law.terms import Status
from baken.ledger.management.arguments import add_known_at, place, whole
from baken.ledger.situation.one import whose
from baken.ledger.wording import number
from baken.programme.management.arguments import add_lang, add_on, dossier

FORMAT = 1
SHOWN = 20
"""How many of the most urgent are shown on a terminal."""
URGENT = (Status.OVERDUE.value, Status.RUNNING.value)


class Command(BaseCommand):
    """Thin: `figures.deadlines` does the work."""

    help = gettext_noop("Alle termijnen van het bestand op een dag, met hun regel: voorbij, lopend of voldaan.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """On which day, as known when, of whom, in which form."""
        add_on(parser)
        add_known_at(parser)
        parser.add_argument("--dossier", type=dossier, metavar="NR", help=_("alleen dit dossier, zoals 12 of D-12-3"))
        within = _("alleen wat voorbij is of binnen zoveel dagen afloopt")
        parser.add_argument("--within", type=whole(0, 99_999), metavar=_("DAGEN"), help=within)
        form = parser.add_mutually_exclusive_group()
        out = _("schrijf alles naar deze map (CSV en JSON)")
        form.add_argument("--out", type=place, metavar=_("MAP"), help=out)
        form.add_argument("--format", choices=["text", "csv", "json"], default="text", help=_("de vorm (%(default)s)"))
        add_lang(parser)

    def handle(self, *, on: date, lang: str, known_at: datetime | None, **options: Any) -> None:
        """Compute, and print or write."""
        with translation.override(lang):
            snapshot = take(known_at)
            only = [options["dossier"]] if options["dossier"] is not None else None
            if only:
                whose(only[0], snapshot.append)
            found = deadlines(snapshot.folder, the_book(), TERMS, on, dossiers=only, within=options["within"])
            speech = Speech(the_book(), lang, code_name)
            if options["out"]:
                _write(options["out"], found, _head(snapshot, on))
                self.stdout.write(_say(speech, "written", count=number(len(found)), folder=options["out"]))
            elif options["format"] == "csv":
                self.stdout.write(found.write_csv(), ending="")
            elif options["format"] == "json":
                rows = {"summary": _counts(found), "deadlines": _rows(found)}
                self.stdout.write(json.dumps(_head(snapshot, on) | rows, indent=1))
            else:
                _show(Console(), speech, found, on)


def _head(snapshot: Snapshot, on: date) -> dict[str, Any]:
    """What the terms rest on: the day, the facts, the law."""
    return {"format": FORMAT, "on": on.isoformat(), "snapshot": snapshot.name, "rule_book": the_book().digest}


def _counts(found: pl.DataFrame) -> list[dict[str, Any]]:
    labels = {term.name: {"nl": term.nl, "en": term.en} for term in TERMS}
    return [row | labels[row["term"]] for row in summary(found).to_dicts()]


def _rows(found: pl.DataFrame) -> list[dict[str, Any]]:
    days = [pl.col(name).dt.to_string("iso") for name in ("due", "done", "rule_since")]
    return found.with_columns(days).to_dicts()


def _write(folder: Path, found: pl.DataFrame, head: dict[str, Any]) -> None:
    """deadlines.csv, and summary.json with what it rests on. Raises BadRequest when the folder holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadRequest(_("%(folder)s is geen lege map.") % {"folder": folder}, _("Noem een nieuwe map."))
    folder.mkdir(parents=True, exist_ok=True)
    found.write_csv(folder / "deadlines.csv")
    text = json.dumps(head | {"summary": _counts(found)}, ensure_ascii=False, indent=1)
    (folder / "summary.json").write_text(text + "\n", encoding="utf-8")


def _show(console: Console, speech: Speech, found: pl.DataFrame, on: date) -> None:
    if found.is_empty():
        console.print(_say(speech, "none"), highlight=False)
        return
    terms = {term.name: getattr(term, speech.language) for term in TERMS}
    statuses = [status.value for status in Status]
    title = _say(speech, "title", on=speech.day(on), count=number(len(found)))
    table = _table(title, [_say(speech, key) for key in ("term", "rule", *statuses)], numbers=len(statuses))
    for row in summary(found).to_dicts():
        table.add_row(terms[row["term"]], row["rule"], *(number(row[status]) for status in statuses))
    console.print(table)
    urgent = found.filter(pl.col("status").is_in(URGENT)).head(SHOWN)
    heads = ("dossier", "term", "last_day", "days_left")
    table = _table(_say(speech, "urgent"), [_say(speech, key) for key in heads], numbers=1)
    for row in urgent.to_dicts():
        days = number(row["days_left"])
        table.add_row(shown_number("D", row["dossier"]), terms[row["term"]], speech.day(row["due"]), days)
    if len(urgent):
        console.print(table)


def _table(title: str, heads: list[str], *, numbers: int) -> Table:
    """A table whose last columns hold numbers."""
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for place_of, head in enumerate(heads):
        table.add_column(head, overflow="fold", justify="right" if place_of >= len(heads) - numbers else "left")
    return table


def _say(speech: Speech, key: str, **places: object) -> str:
    return str(speech.at(f"deadlines.{key}")).format(**places)
