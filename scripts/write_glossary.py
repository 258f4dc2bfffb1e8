"""Write docs/glossary.md: the Dutch term of the decree beside the name in the code, from the models themselves.

`--check` fails when the page in the repository is not the one that would be written now.
"""

import os
import sys
from pathlib import Path

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.foundation.codelists import codelist, codelist_names  # noqa: E402
from baken.ledger.facts import Fact, label_of  # noqa: E402

PAGE = Path(__file__).parent.parent / "docs" / "glossary.md"
INTRODUCTION = """# Glossary

The Dutch term of the field beside the English name in the code. `scripts/write_glossary.py` writes this page from the
models (`verbose_name`), their docstrings and the code lists; change those, not this page.

| term | name in the code | meaning |
|---|---|---|
| feit | `Fact` | what happened, on which day, told in which append |
| registratie | `Append` | one transaction of facts: who, when, from which source, why |
| intrekking | `retracted_in` | a fact that a later append takes back; it stays readable as it was known |
| gekend op | `known_at` | everything appended up to a moment, as it then stood |
| dossier | `dossier` | what an agency keeps about one person; a person may have several |
| werkingsgebied | `region` | one of the eight areas: five provinces, Brussels, the cities of Antwerp and Ghent |
| vestiging | `Office` | a site of an agency or partner |
| momentopname | `snapshot` | all facts known at a moment, as columnar files |
| cijfer | `Figure` | an official figure, defined once |
"""


def first_line(model: type) -> str:
    """The first line of a docstring; nothing where Django made it up."""
    text = (model.__doc__ or "").strip().split("\n")[0]
    return "" if text.startswith(f"{model.__name__}(") else text


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for app in sorted(apps.get_app_configs(), key=lambda config: config.label):
        models = sorted(app.get_models(), key=lambda model: model.__name__)
        if not app.name.startswith("baken.") or not models:
            continue
        parts.append(f"\n## {app.label}: {app.verbose_name}\n\n| term | name in the code | meaning |\n|---|---|---|\n")
        for model in models:
            name = label_of(model) if issubclass(model, Fact) else f"{app.label}.{model.__name__}"
            parts.append(f"| {model._meta.verbose_name} | `{name}` | {first_line(model)} |\n")
    parts.append("\n## Code lists\n\n| list | codes | for example |\n|---|---|---|\n")
    for name in codelist_names():
        rows = list(codelist(name))[:4]
        examples = ", ".join(f"{row.nl} (`{row.code}`)" for row in rows)
        parts.append(f"| `{name}` | {len(codelist(name))} | {examples} |\n")
    return "".join(parts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text() == page() else "docs/glossary.md is stale: run scripts/write_glossary.py")
    PAGE.write_text(page())
