"""Write the table of terms in docs/privacy.md from privacy/rules.py. `--check` fails when it says something else."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from django.utils import translation  # noqa: E402

from baken.privacy.rules import RULES, Rule, Start  # noqa: E402

FILE = Path(__file__).parents[1] / "docs" / "privacy.md"
BEGIN, END = "<!-- rules -->", "<!-- end of rules -->"
STARTS = {
    Start.LAST_TOLD: "the last registration about the person",
    Start.ROW: "the row itself",
    Start.ENDED: "the end of the account",
    Start.NONE: "–",
}


def line(rule: Rule) -> str:
    """One rule as a row."""
    term = f"{rule.term} years" if rule.term else "–"
    sure = rule.source if rule.confirmed else f"*to be confirmed* ({rule.source})"
    tables = ", ".join(f"`{table}`" for table in rule.tables[:4])
    more = f" and {len(rule.tables) - 4} more" if len(rule.tables) > 4 else ""
    cells = (f"{rule.label}: {tables}{more}", rule.basis, STARTS[rule.start], term, rule.action.label, sure)
    return f"| {' | '.join(map(str, cells))} |"


with translation.override("nl"):
    rows = "\n".join(map(line, RULES.values()))
head = "| kind of record | basis | from | term | then | source of the term |\n|---|---|---|---|---|---|"
before, _begin, rest = FILE.read_text(encoding="utf-8").partition(BEGIN)
text = f"{before}{BEGIN}\n{head}\n{rows}\n{END}{rest.partition(END)[2]}"
if "--check" in sys.argv:
    sys.exit(0 if FILE.read_text(encoding="utf-8") == text else "docs/privacy.md: run scripts/write_privacy_page.py")
FILE.write_text(text, encoding="utf-8")
