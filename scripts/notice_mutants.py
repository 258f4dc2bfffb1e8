"""Try every small wrong in every rule of the law, and record for which rules the worked cases notice all of them.

With --all also the rules that were recorded before. Exits with 1 when a wrong goes unnoticed, and names it.
"""

import json
import sys

from baken.law.cases import load_cases
from baken.law.content import CASES, the_book
from baken.law.tests.mutants import Check
from baken.law.tests.test_mutants import NOTICED


def main() -> int:
    """Check, record, and tell what lives."""
    check = Check(the_book(), load_cases(CASES))
    recorded = json.loads(NOTICED.read_text(encoding="utf-8")) if NOTICED.exists() and "--all" not in sys.argv else {}
    found, alive = {}, 0
    for rule in sorted(check.book.rules):
        digest = check.digest(rule)
        survivors = [] if recorded.get(rule) == digest else check.survivors(rule)
        for mutant in survivors:
            print(f"{rule}, version {mutant.version}: {mutant.wrong}")
        alive += len(survivors)
        found |= {} if survivors else {rule: digest}
    NOTICED.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
