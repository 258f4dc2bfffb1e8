"""The page `docs/interchange.md`, written from the code: what a delivery holds and what can be wrong with it."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from baken.foundation.codelists import CodeList, codelist
from baken.ledger.interchange.faults import DETAILED, KINDS
from baken.ledger.interchange.layout import FORMAT, Column, Kind, Table, tables
from baken.ledger.interchange.zips import Limits

SHORT_LIST = 12
"""Code lists up to this length are printed in full."""

INTRODUCTION = Template(Path(__file__).with_suffix(".md").read_text(encoding="utf-8"))


def interchange_page() -> str:
    """The whole page as Markdown."""
    limits = Limits()
    introduction = INTRODUCTION.substitute(
        format=FORMAT,
        detailed=DETAILED,
        members=limits.members,
        gigabytes=limits.unpacked >> 30,
        ratio=limits.ratio,
        small=limits.small >> 20,
    )
    parts = [introduction, *_fault_kinds(), "## Tables\n"]
    for table in tables().values():
        parts.extend(_table(table))
    parts.extend(_code_lists())
    return "\n".join(parts) + "\n"


def _fault_kinds() -> Iterator[str]:
    yield "## Faults\n"
    yield "*whole*: refuses the delivery even with `--set-aside`.\n"
    yield "| code | says | in English | whole |\n|---|---|---|---|"
    for code, kind in KINDS.items():
        blank = {"value": "“…”", "detail": "…"}
        yield f"| `{code}` | {kind.nl.format(**blank)} | {kind.en.format(**blank)} | {'yes' if kind.whole else ''} |"
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"### `{table.name}`\n"
    yield f"{str(table.model._meta.verbose_name).capitalize()}. {_first_line(table)}{_about(table)}\n"
    yield "| column | Dutch | holds | |\n|---|---|---|---|"
    for column in table.columns:
        dutch = str(column.field.verbose_name) if column.field is not None else _LEDGER_NAMES[column.name]
        need = "required" if column.required else "" if column.optional else "column required"
        yield f"| `{column.name}` | {dutch} | {_holds(column)} | {need} |"
    yield ""


_LEDGER_NAMES = {
    "id": "nummer",
    "ref": "naam bij de bron",
    "appended_in": "geregistreerd in",
    "retracted_in": "ingetrokken in",
}


def _first_line(table: Table) -> str:
    return (table.model.__doc__ or "").strip().split("\n")[0]


def _about(table: Table) -> str:
    told = []
    if table.fact and table.fact.opens:
        told.append(f" Opens a {table.fact.opens.replace('_', ' ')}.")
    for later, earlier in (table.fact.not_before if table.fact else {}).items():
        told.append(f" `{later}` does not lie before `{earlier}`.")
    if table.personal:
        told.append(" Personal data.")
    return "".join(told)


def _holds(column: Column) -> str:
    field = column.field
    if column.kind is Kind.CODE:
        return f"code of [{field.codelist}](#{field.codelist})" + (" or `kbi:…` as given" if field.as_given else "")
    if column.kind is Kind.NAME:
        return f"name of a {column.names.replace('_', ' ')}" if column.names else "name of this fact"
    if column.kind is Kind.LINK:
        return f"`id` in `reference/{column.names}`"
    if column.kind is Kind.TEXT and field is not None and field.max_length:
        return f"text of at most {field.max_length}"
    return _PLAIN[column.kind]


_PLAIN = {
    Kind.OFFICE: "code of an office",
    Kind.TEXT: "text",
    Kind.NUMBER: "whole number",
    Kind.DAY: "day",
    Kind.TRUTH: "true or false",
    Kind.AMOUNT: "amount",
    Kind.INSTANT: "instant",
}


def _code_lists() -> Iterator[str]:
    used = {column.field.codelist for table in tables().values() for column in table.of_kind(Kind.CODE)}
    yield "## Code lists\n"
    yield "All of them, with Dutch and English names, stand in `src/baken/foundation/codes/`.\n"
    yield "A code must be valid on the day of its fact.\n"
    for name in sorted(used):
        yield f"### {name}\n"
        yield _codes(codelist(name)) + "\n"


def _codes(codes: CodeList) -> str:
    if not len(codes):
        return "Empty: every code is kept as a partner gives it (`kbi:…`)."
    if len(codes) > SHORT_LIST:
        return f"{len(codes)} codes, in `src/baken/foundation/codes/{codes.name}.csv`."
    return "; ".join(f"`{code}` {codes.label(code)} ({codes.label(code, 'en')})" for code in codes.codes())
