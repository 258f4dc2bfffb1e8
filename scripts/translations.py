"""The English beside the Dutch: `translations.py` extracts and compiles, `--check` says what is missing or stale.

Texts in code and templates are Dutch; `src/baken/locale/en/LC_MESSAGES/django.po` gives their English. Django's own
extraction needs the gettext programs; Babel, which Baken needs anyway, does the same without them. The compiled .mo
is committed, so that a clean clone needs no step for it.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "baken"
PO = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
NOISE = rb'"(Project-Id|Report-Msgid|POT-|PO-Rev|Generated-By|Last-Tr|Language-Team)[^\n]*\n'
WORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def extracted() -> Catalog:
    """Every text that asks for a translation, with the files in which it stands."""
    catalog = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for file in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html")]):
        if "tests" in file.parts or "migrations" in file.parts:
            continue
        place = [(str(file.relative_to(ROOT)), None)]
        for text, context in _texts(file):
            catalog.add(text, locations=place, context=context)
    return catalog


def _texts(file: Path) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        content = _as_python(content)
    for _, function, messages, _ in extract_python(BytesIO(content.encode()), WORDS, [], {"encoding": "utf-8"}):
        if any(messages if isinstance(messages, tuple) else [messages]):  # not: a text that a variable holds
            yield _message(function or "_", messages)


def _as_python(template: str) -> str:
    """Django's own rewriting of a template's texts as calls; indentation goes, as Python would trip over it."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize

    return "\n".join(line.lstrip() for line in templatize(template).splitlines())


def _message(function: str, messages: object) -> tuple[str | tuple[str, str], str | None]:
    given = [text for text in (messages if isinstance(messages, tuple) else (messages,)) if text is not None]
    context = given.pop(0) if "pgettext" in function else None
    return (given[0], given[1]) if function.startswith(("ngettext", "npgettext")) else given[0], context


def translated() -> Catalog:
    """The catalogue as it stands."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as Django reads it; without the moment, so that the same texts give the same file."""
    catalog.creation_date = catalog.revision_date = EPOCH
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """The catalogue as people read it, in order of text, without dates and line numbers that only make noise."""
    out = BytesIO()
    write_po(out, catalog, width=110, sort_output=True, include_lineno=False, omit_header=False)
    return re.sub(NOISE, b"", out.getvalue())


def update() -> None:
    """Bring new texts into the catalogue, drop those that are gone, compile."""
    catalog = translated() if PO.exists() else Catalog(locale="en", fuzzy=False)
    catalog.header_comment = "# The English of Baken's pages. Written by scripts/translations.py; fill in each msgstr."
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalog))
    PO.with_suffix(".mo").write_bytes(compiled(translated()))


def faults() -> list[str]:
    """What is not as it should be, a sentence each."""
    wanted, given = extracted(), translated()
    keys = {(message.id, message.context) for message in wanted if message.id}
    have = {(message.id, message.context): message for message in given if message.id}
    found = [f"no English for: {text!r}" for text, context in keys if not _complete(have.get((text, context)))]
    found += [f"no longer used: {text!r}" for text, context in have if (text, context) not in keys]
    found += [f"placeholders differ: {message.id!r}" for message in have.values() if _placeholders_differ(message)]
    if not found and PO.with_suffix(".mo").read_bytes() != compiled(given):
        found.append("django.mo is older than django.po")
    return sorted(found)


def _complete(message: object) -> bool:
    text = getattr(message, "string", "")
    return all(text) if isinstance(text, tuple) else bool(text)


def _placeholders_differ(message: object) -> bool:
    def names(text: object) -> set[str]:
        return set(re.findall(r"%\(\w+\)[sd]", text[-1] if isinstance(text, tuple) else str(text)))

    return _complete(message) and names(message.id) != names(message.string)


def main() -> int:
    """Update, then report; with `--check` report only. Returns the exit code."""
    if "--check" not in sys.argv:
        update()
    found = faults()
    for fault in found:
        print(f"translations: {fault}", file=sys.stderr)
    if found:
        print(f"Write the English in {PO.relative_to(ROOT)} and run scripts/translations.py.", file=sys.stderr)
    return 2 if found else 0


if __name__ == "__main__":
    sys.exit(main())
