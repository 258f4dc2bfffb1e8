"""What can be wrong with a delivery, said by file, row, column and reason; never with personal data in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table as Grid

from baken.foundation.errors import BakenError
from baken.ledger.wording import number

DETAILED = 10_000
"""Rows kept per kind of fault; beyond that only the count."""
SHOWN = 20
"""Rows shown on a terminal."""
HEADER = 1
"""Rows above the data of a CSV."""
_HARMLESS = re.compile(r"[a-z]{1,3}|[0-9]{1,8}|(?=[^0-9]*[a-z])(?=.*[0-9_:])[a-z0-9_:]{1,32}")
"""What may be repeated from a delivery: what can only be a code or a short number, not a name or national number."""
_LIKE_A_CODE = re.compile(r"[a-z_]{1,32}")
"""In a column of codes of a fact, where no name belongs, also words."""


class FaultKind(NamedTuple):
    """The sentences for one kind. `whole`: the delivery cannot be used even in part. `sense`: it can be read but
    makes no sense; the ledger's own untouched export is restored nevertheless."""

    nl: str
    en: str
    whole: bool = False
    sense: bool = False


KINDS: dict[str, FaultKind] = {
    # the delivery and its files
    "unsafe_zip": FaultKind("De zip wordt niet uitgepakt: {detail}.", "The zip is not unpacked: {detail}.", True),
    "bad_manifest": FaultKind("Het manifest klopt niet: {detail}.", "The manifest is not right: {detail}.", True),
    "unknown_file": FaultKind(
        "Dit bestand hoort niet in een levering.", "This file does not belong in a delivery.", True
    ),
    "double_file": FaultKind("Dit bestand staat er ook als {detail}.", "This file is also there as {detail}.", True),
    "unreadable": FaultKind(
        "Het bestand is afgebroken of beschadigd: {detail}.", "The file is cut off or damaged: {detail}.", True
    ),
    "wrong_encoding": FaultKind("Geen UTF-8: {detail}.", "Not UTF-8: {detail}.", True),
    "missing_column": FaultKind("Deze kolom ontbreekt.", "This column is missing.", True),
    "unknown_column": FaultKind("Deze kolom is onbekend{detail}.", "This column is unknown{detail}.", True),
    "double_column": FaultKind("Deze kolom staat er twee keer.", "This column is there twice.", True),
    "ragged_row": FaultKind("De rij heeft niet de kolommen van de kop.", "The row has not the header's columns.", True),
    # one value
    "wrong_value": FaultKind("Dit is geen {detail}.", "This is not {detail}."),
    "missing_value": FaultKind("Hier moet een waarde staan.", "A value is needed here."),
    "too_long": FaultKind("De tekst is langer dan {detail} tekens.", "The text is longer than {detail} characters."),
    "out_of_range": FaultKind("Het getal past niet tussen {detail}.", "The number does not fit between {detail}."),
    "unknown_code": FaultKind(
        "{value} staat niet in de codelijst {detail}.", "{value} is not on code list {detail}.", sense=True
    ),
    "code_not_valid_then": FaultKind(
        "{value} was op die dag geen geldige code van {detail}.",
        "{value} was not a valid code of {detail} on that day.",
        sense=True,
    ),
    "national_number": FaultKind(
        "Een rijksregisternummer mag geen naam zijn: het grootboek vergeet namen nooit.",
        "A national number may not be a name: the ledger never forgets names.",
    ),
    "bad_value": FaultKind("De waarde klopt niet: {detail}.", "The value is not right: {detail}.", sense=True),
    # one row
    "implausible_year": FaultKind("Een dag vóór 1900 is niet geloofwaardig.", "A day before 1900.", sense=True),
    "before_other_column": FaultKind("Ligt vóór {detail}.", "Lies before {detail}.", sense=True),
    "after_recording": FaultKind(
        "De dag ligt na de dag waarop het geregistreerd is.", "The day lies after the day of recording.", sense=True
    ),
    "retracted_too_early": FaultKind(
        "Ingetrokken in of vóór de registratie waarin het werd toegevoegd.",
        "Retracted in or before the append in which it was added.",
    ),
    # rows together
    "unknown_append": FaultKind("Deze registratie staat niet in appends.", "This append is not in appends."),
    "unknown_office": FaultKind("Deze vestiging is niet bekend.", "This office is not known."),
    "dangling_reference": FaultKind(
        "Nergens geopend ({detail}), niet in de levering en niet in het grootboek.",
        "Opened nowhere ({detail}), neither in the delivery nor in the ledger.",
        sense=True,
    ),
    "dangling_link": FaultKind(
        "De rij waarnaar dit verwijst, ontbreekt in {detail}.", "The row this points at is not in {detail}."
    ),
    "goes_along": FaultKind(
        "Gaat mee opzij: wat het nodig heeft ({detail}), is opzij gezet.",
        "Goes along: what it needs ({detail}) is set aside.",
    ),
    "before_opening": FaultKind("Ligt vóór de opening ({detail}).", "Lies before the opening ({detail}).", sense=True),
    "duplicate_ref": FaultKind("Deze naam komt twee keer voor.", "This name occurs twice."),
    "duplicate_row": FaultKind("Hetzelfde feit staat er twee keer.", "The same fact is there twice.", sense=True),
    "opened_twice": FaultKind("Twee keer geopend.", "Opened twice.", sense=True),
    "append_order": FaultKind(
        "Registraties staan in volgorde: nummers stijgen.", "Appends stand in order: their numbers rise.", True
    ),
    "recorded_order": FaultKind(
        "Geregistreerd vóór de registratie erboven.", "Recorded before the append above it.", True
    ),
    "recorded_in_future": FaultKind("Geregistreerd in de toekomst.", "Recorded in the future.", True),
    # against the ledger
    "history_too_old": FaultKind(
        "Ouder dan de laatste registratie van het grootboek ({detail}).",
        "Older than the ledger's last append ({detail}).",
        True,
    ),
    "already_known": FaultKind("Dit feit staat al in het grootboek.", "This fact is in the ledger already."),
    "already_retracted": FaultKind("Dit feit is al ingetrokken.", "This fact was retracted already."),
    "ref_taken": FaultKind(
        "Onder deze naam staat een ander feit in het grootboek; trek dat in en geef het nieuwe een andere naam.",
        "Another fact has this name in the ledger; retract that one and tell the new one under another name.",
    ),
    "number_taken": FaultKind(
        "Dit nummer is in het grootboek al uitgegeven; gebruik een naam met een letter ervoor.",
        "The ledger has given this number out already; use a name that starts with a letter.",
    ),
    "never_changes": FaultKind(
        "Dit is anders dan in het grootboek, en verandert nooit; geef wat nieuw is een eigen code.",
        "This differs from the ledger, and never changes; give what is new a code of its own.",
    ),
    "value_taken": FaultKind("Deze waarde hoort al bij een ander.", "Another has this value already."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `row` is as a spreadsheet shows it: the row below a CSV's header is row 2; in Parquet rows count
    from 1.
    """

    kind: str
    file: str
    row: int | None
    column: str | None
    reason: str
    reason_en: str

    @property
    def said(self) -> str:
        """The reason in the language that is spoken now."""
        return self.reason_en if get_language() == "en" else self.reason


class Faults:
    """The faults found so far: detailed up to a cap per kind, counted without end."""

    def __init__(self) -> None:
        self.detailed: list[Fault] = []
        self.counts: Counter[tuple[str, str, str | None]] = Counter()
        self._kept: Counter[str] = Counter()

    def __len__(self) -> int:
        return self.counts.total()

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.detailed)

    def copy(self) -> "Faults":
        """The same faults, to which others can be added."""
        other = Faults()
        other.detailed, other.counts, other._kept = list(self.detailed), self.counts.copy(), self._kept.copy()
        return other

    @property
    def whole(self) -> bool:
        """Whether a fault refuses the delivery even in part."""
        return any(KINDS[kind].whole for kind, _, _ in self.counts)

    @property
    def only_sense(self) -> bool:
        """Whether everything can be read, and only its sense is in doubt."""
        return all(KINDS[kind].sense for kind, _, _ in self.counts)

    def room(self, kind: str) -> int:
        """How many more rows of this kind are kept in detail."""
        return DETAILED - self._kept[kind]

    def add(
        self,
        kind: str,
        file: str,
        column: str | None = None,
        row: int | None = None,
        *,
        value: Any = None,
        code: bool = False,
        detail: str = "",
        detail_en: str | None = None,
    ) -> None:
        """Note one fault; a value is only repeated when it cannot be personal.

        row: which row of data, from 1; code: the value stands where a code belongs.
        """
        self.count(kind, file, column, 1)
        if self.room(kind) > 0:
            self._kept[kind] += 1
            nl, en = _sentences(kind, _shown(value, code=code), detail, detail if detail_en is None else detail_en)
            place = row + HEADER if row is not None and file.endswith(".csv") else row
            self.detailed.append(Fault(kind, file, place, column, nl, en))

    def count(self, kind: str, file: str, column: str | None, number: int) -> None:
        """Count faults that are not kept in detail."""
        self.counts[kind, file, column] += number

    def as_json(self) -> dict[str, Any]:
        """The report as a dictionary: total, counts per kind, file and column, and the detailed faults."""
        counts = [
            {"kind": kind, "file": file, "column": column, "count": count}
            for (kind, file, column), count in self.counts.most_common()
        ]
        return {"total": len(self), "counts": counts, "faults": [asdict(fault) for fault in self.detailed]}

    def write(self, path: Path) -> None:
        """Write the JSON report."""
        path.write_text(json.dumps(self.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def show(self, console: Console) -> None:
        """Print the first faults, then what there is in all."""
        title = _("Fouten in de levering")
        grid = Grid(_("bestand"), _("rij"), _("kolom"), _("fout"), _("reden"), title=title, box=SIMPLE)
        for column in grid.columns:
            column.overflow = "fold"
        for fault in self.detailed[:SHOWN]:
            row = "" if fault.row is None else str(fault.row)
            grid.add_row(fault.file, row, fault.column or "", fault.kind, fault.said)
        console.print(grid)
        if len(self) > SHOWN:
            title = _("Alle fouten geteld")
            counted = Grid(_("fout"), _("bestand"), _("kolom"), _("aantal"), title=title, box=SIMPLE)
            for (kind, file, place), count in self.counts.most_common(SHOWN):
                counted.add_row(kind, file, place or "", number(count))
            console.print(counted)


def _shown(value: Any, *, code: bool) -> str:
    """A value between quotation marks; empty where it may say who somebody is."""
    text = "" if value is None else str(value)
    harmless = _HARMLESS.fullmatch(text) or (code and _LIKE_A_CODE.fullmatch(text))
    return f"“{text}”" if harmless else ""


def _sentences(kind: str, shown: str, detail: str, detail_en: str) -> tuple[str, str]:
    return (
        KINDS[kind].nl.format(value=shown or "Deze waarde", detail=detail),
        KINDS[kind].en.format(value=shown or "This value", detail=detail_en),
    )


def counted_faults(count: int) -> str:
    """`1 fout`, `1.204 fouten`."""
    return ngettext("%(count)s fout", "%(count)s fouten", count) % {"count": number(count)}


class Refused(BakenError):
    """A delivery with faults; nothing of it was written."""

    code = "refused"

    def __init__(self, faults: Faults) -> None:
        refused = _("De levering is geweigerd (%(faults)s); er is niets ingeladen.")
        super().__init__(refused % {"faults": counted_faults(len(faults))})
        self.faults = faults
