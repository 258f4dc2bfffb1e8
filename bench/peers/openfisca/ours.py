"""Our side of the comparison. Arguments: PEOPLE.npz ON OUTCOMES.parquet, or `one` ON. Prints {cpu, wall}."""

import json
import sys
import time
from datetime import date

import numpy as np

from baken.law.content import the_book
from baken.law.person import Person, read_facts
from baken.law.population import judge
from baken.law.trace import trace
from bench.peers.openfisca.people import ASKED, frame


def population(path: str, on: str, out: str) -> dict[str, float]:
    """Everybody through all rules; reading the file does not count."""
    book, told = the_book(), np.load(path)
    given = frame({name: told[name] for name in told.files if not name.startswith("codes_")})
    rules = book.needed(ASKED)
    cpu, wall = time.process_time(), time.perf_counter()
    found = judge(book, given, rules, date.fromisoformat(on)).select(rules).collect()
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    found.write_parquet(out)
    return spent


def one(on: str, times: int = 2000) -> dict[str, float]:
    """One person, from JSON facts to the full trace of all rules, many times."""
    book, day = the_book(), date.fromisoformat(on)
    rules = book.needed(ASKED)
    person = {
        "birth_date": "1990-05-17",
        "signed_on": "2024-02-01",
        "may_work": True,
        "enrolled_on": "2024-03-01",
        "attempt": 1,
        "region": "flanders",
        "exemption_ground": "none",
        "fee_item": "mo_course",
        "fee_ground": "none",
    }
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(times):
        trace(Person(book, read_facts(book, person), day), rules)
    return {"cpu": (time.process_time() - cpu) / times, "wall": (time.perf_counter() - wall) / times}


if __name__ == "__main__":
    print(json.dumps(one(sys.argv[2]) if sys.argv[1] == "one" else population(*sys.argv[1:])))
