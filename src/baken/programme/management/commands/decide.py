"""`baken decide --dossier ID --on DAY` and `baken decide --facts FILE.json --on DAY`"""

import getpass
import json
import sys
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.console import Console

from baken.foundation.errors import BadRequest
from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.content.terms import TERMS
from baken.law.decision import as_dict, decide
from baken.law.expression import Value
from baken.law.given import given_facts, given_rules
from baken.law.speech import Speech
from baken.ledger.known import known_at as knowledge_at
from baken.ledger.management.arguments import add_known_at, place
from baken.ledger.migrated import require_migrated
from baken.programme.acts import keep_decision
from baken.programme.management.arguments import add_lang, add_on, dossier
from baken.programme.queries import DossierDecision, decide_dossier
from baken.programme.screens import show


class Command(BaseCommand):
    """Thin: see `programme.queries`, `law.decision` and `programme.screens`."""

    help = gettext_noop("Beslissen wat de wet zegt over een dossier of over gegeven feiten, en waarom.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """About whom, on which day, as known when, which rules, in which form."""
        parser.add_argument("--dossier", type=dossier, metavar="NR", help=_("het dossier, zoals 12 of D-12-3"))
        facts = _("een JSON-bestand met wettelijke feiten, of -; naast een dossier: wat daar niet in staat")
        parser.add_argument("--facts", type=place, metavar=_("BESTAND"), help=facts)
        add_on(parser)
        rule = _("met de volledige motivering van deze regel; mag herhaald worden (een overzicht van alle regels)")
        parser.add_argument("--rule", action="append", default=[], metavar=_("NAAM"), help=rule)
        add_known_at(parser)
        exact = _("lees ook de exacte geboortedatum (persoonsgegeven)")
        parser.add_argument("--birth-date", action="store_true", help=exact)
        form = _("leesbaar of als JSON (%(default)s)")
        parser.add_argument("--format", choices=["text", "json"], default="text", help=form)
        add_lang(parser)
        parser.add_argument("--keep", action="store_true", help=_("bewaar de gevraagde regels als beslissing"))
        parser.add_argument("--confirm", action="store_true", help=_("bevestig wat in de motivering niet zeker is"))
        parser.add_argument("--by", default=getpass.getuser(), metavar=_("WIE"), help=_("wie beslist (u)"))

    def handle(self, *, on: date, lang: str, **options: Any) -> None:
        """Decide, keep it when asked, and print it."""
        with translation.override(lang):
            speech = Speech(the_book(), lang, code_name)
            _refuse_odd(options)
            rules = given_rules(speech, options["rule"])
            given = given_facts(speech, read_json(options["facts"])) if options["facts"] else {}
            taken = _of_dossier(on, rules, given, options) if options["dossier"] is not None else None
            decision = taken.decision if taken else decide(speech.book, given, on, rules, TERMS)
            kept = _keep(taken, options) if taken and options["keep"] else None
            if options["format"] == "json":
                self.stdout.write(json.dumps(_head(taken, kept) | as_dict(decision), ensure_ascii=False, indent=1))
                return
            show(Console(), speech, decision, taken, reasons=bool(rules))
            if kept:
                self.stdout.write(_("Bewaard in registratie %(append)s.") % {"append": kept})


def _refuse_odd(options: dict[str, Any]) -> None:
    """Raise BadRequest for arguments that have no meaning together."""
    if options["dossier"] is None and options["facts"] is None:
        raise BadRequest(_("Over wie moet er beslist worden?"), _("Geef --dossier NR of --facts BESTAND.json."))
    if options["dossier"] is None and (options["keep"] or options["known_at"] or options["birth_date"]):
        raise BadRequest(_("--keep, --known-at en --birth-date gaan over een dossier."), _("Geef --dossier NR."))
    if options["keep"] and not options["rule"]:
        raise BadRequest(_("Welke beslissing moet bewaard worden?"), _("Noem ze met --rule NAAM."))


def _of_dossier(on: date, rules: tuple[str, ...], given: dict[str, Value], options: dict[str, Any]) -> DossierDecision:
    require_migrated()
    moment: datetime | None = options["known_at"]
    append = knowledge_at(moment).append
    exact = options["birth_date"]
    return decide_dossier(options["dossier"], on, rules, append=append, birth_date=exact, beside=given)


def _keep(taken: DossierDecision, options: dict[str, Any]) -> int:
    return keep_decision(taken, by=options["by"], confirmed=options["confirm"]).id


def _head(taken: DossierDecision | None, kept: int | None) -> dict[str, Any]:
    if taken is None:
        return {"dossier": None, "person": None, "known_at": None, "kept": None}
    read = taken.situation
    return {"dossier": taken.dossier, "person": read.person, "known_at": read.append, "kept": kept}


def read_json(file: Path) -> dict[str, Any]:
    """An object of law facts. Raises BadRequest that says where the file is not right."""
    text = sys.stdin.read() if str(file) == "-" else _text(file)
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        sentence = _("%(file)s is geen JSON: regel %(line)s, kolom %(column)s.")
        raise BadRequest(sentence % {"file": file, "line": error.lineno, "column": error.colno}) from None
    except RecursionError:
        raise BadRequest(_("%(file)s bevat geen feiten.") % {"file": file}) from None
    if not isinstance(found, dict):
        example = '{"birth_year": 1990, "region": "flanders"}'
        raise BadRequest(_("%(file)s bevat geen feiten.") % {"file": file}, _("Schrijf bijvoorbeeld %s.") % example)
    return found


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadRequest(_("%(file)s is geen tekst in UTF-8.") % {"file": file}) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which every name stands once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadRequest(_("%(name)s staat er twee keer.") % {"name": twice})
    return found
