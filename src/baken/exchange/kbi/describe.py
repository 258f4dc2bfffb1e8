"""The mapping as a page to read, `docs/kbi.md`: each element of the schema and where it is kept."""

from collections.abc import Iterator
from typing import Any

from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import Kind
from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.shape import Coded, Leaf, NationalNumber, Part, Record, Rows, join, walk
from baken.exchange.kbi.standing import records_of
from baken.foundation.codelists import codelist_names
from baken.ledger.facts import label_of

INTRODUCTION = """# KBI 01.00 dossiers

`baken load PATH` reads answers of the service GeefDossierKBI 01.00: an XML file, or a folder or zip of them.
`baken export PATH --format kbi` writes every dossier as such an answer to a folder or zip, with `--dossier N` (its
number, or the national number) one to a file; with `--known-at` as known on any day. `scripts/write_kbi_page.py` writes
this page from the mapping (`src/baken/exchange/kbi/mapping/`), which both directions use.

- A dossier is known by its national number. A new one becomes one append of source `kbi`; the same again changes
  nothing; a changed one becomes one append that retracts what is gone or different and adds what is new. A delivery is
  loaded whole or not at all (`--set-aside DIR` loads the sound files and puts the others there, under their own names).
- Faults name a file by its place in order of name (`#3`), because its name may be a national number.
- What others than the register recorded is never retracted by it. Where the register tells exactly the same, it is not
  told twice.
- Where an element gives no day, the fact is `undated`: its `occurred_on` is the nearest day that the element or the one
  around it gives, otherwise the day of the message.
- A code whose meaning is clear is kept as ours (see the end), any other as given, with `kbi:` before it. Its KorteNaam
  and Naam stand in `ledger.PartnerCode`, to which the column with `_given` points.
- Names, birth dates, contact data and free text stand in erasable rows of `people`; facts point at them.
- What a typed column cannot hold is kept to the letter in `as_written`, by element: an element that is present but
  empty, an incomplete day (`1980-00-00`), an end before its beginning, `1` for `true`. It comes out as it came in.
- `place` keeps the order of elements that repeat.
- Test numbers (months 61 to 72) are accepted in demo and test only; the schema does not know them. Every national
  number must have the right check digits. A message with a DOCTYPE is refused, and so is `xsi:type`.
- The envelope (sender, time, references) is not kept: an export is a message of its own.
"""


def page() -> str:
    """The whole page, in Markdown."""
    parts = dict(_parts(DOSSIER, DOSSIER.name))
    records = {record.model: record for part in parts.values() for record in _records(records_of(part))}
    sections = [INTRODUCTION, "\n## Facts\n"]
    for path, part in parts.items():
        sections += [f"\n### {path}: `{label_of(part.fact)}`\n", _table(part.items)]
    sections.append("\n## Rows that facts point at\n")
    for model, record in sorted(records.items()):
        sections += [f"\n### `{model}`\n", _table(record.items)]
    return "".join([*sections, _codes()])


def _parts(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    """Every part once, by its path; likes that share everything stand at the first."""
    yield path, part
    for name, below in part.parts():
        yield from _parts(below, join(path, name))


def _records(records: Iterator[Record]) -> Iterator[Record]:
    for record in records:
        yield record
        yield from _records(item for _, item in walk(record.items) if isinstance(item, Record))


def _table(items: tuple[Any, ...]) -> str:
    rows = [row for path, item in walk(items) if (row := _row(path, item))]
    return "\n| element | column | as |\n|---|---|---|\n" + "".join(rows) if rows else ""


def _row(path: str, item: Any) -> str | None:
    """A line of the table; a part has a table of its own."""
    if isinstance(item, Leaf):
        return _line(path, item.column, item.kind.name)
    if isinstance(item, NationalNumber):
        return _line(path, "people.Identity.national_number", "national number")
    if isinstance(item, Coded):
        return _line(path, item.column, f"{item.kind.name}, names in `{item.given.column}`")
    if isinstance(item, Record):
        return _line(path, item.column, f"row of `{item.model}`")
    if isinstance(item, Rows):
        return _line(path, item.column, f"rows of `{item.model}`: {', '.join(leaf.column for leaf in item.items)}")
    return None


def _line(path: str, column: str, how: str) -> str:
    return f"| {path or '(text)'} | `{column}` | {how} |\n"


def _codes() -> str:
    kinds = {kind.name: kind for kind in vars(codes).values() if isinstance(kind, Kind) and kind.codes}
    lines = ["\n## Codes whose meaning is clear\n\n| list | KBI → Baken |\n|---|---|\n"]
    for name in codelist_names():
        if name in kinds:
            pairs = ", ".join(f"{theirs} → `{ours}`" for theirs, ours in kinds[name].codes.items())
            lines.append(f"| {name} | {pairs} |\n")
    return "".join([*lines, "| language | ISO 639-2/B in capitals (ALB) → ISO 639-3 (`sqi`) |\n"])
