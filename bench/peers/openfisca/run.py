"""Their side of the comparison. Arguments: PEOPLE.npz ON OUTCOMES.npz, or `one` ON. Prints {cpu, wall}."""

import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from model import DAYS, ENUMS, RULES, country
from openfisca_core.simulations import SimulationBuilder

ASKED = [rule.__name__ for rule in RULES]


def population(path: str, on: str, out: str) -> dict[str, float]:
    """Everybody through all rules; setting the inputs counts, reading the file does not."""
    told, system = np.load(path), country()
    known = {name: told[name] for name in told.files if not name.startswith("codes_") and name != "birth_year"}
    known |= {name: known[name].astype("datetime64[D]") for name in DAYS}
    cpu, wall = time.process_time(), time.perf_counter()
    simulation = SimulationBuilder().build_default_simulation(system, count=len(known["attempt"]))
    for name, values in known.items():
        simulation.set_input(name, "ETERNITY", ENUMS[name].encode(values) if name in ENUMS else values)
    found = {name: simulation.calculate(name, on) for name in ASKED}
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    np.savez(out, **{name: np.asarray(values) for name, values in found.items()})
    return spent


def one(on: str, times: int = 200) -> dict[str, float]:
    """One person, with OpenFisca's full trace, many times; a fresh simulation each time."""
    system = country()
    person = {
        "birth_date": "1990-05-17", "signed_on": "2024-02-01", "exempted_on": "9999-12-31", "may_work": True,
        "earlier_certificate_on": "9999-12-31", "enrolled_on": "2024-03-01", "attempt": 1, "region": "flanders",
        "exemption_ground": "none", "fee_item": "mo_course", "fee_ground": "none",
    }  # fmt: skip
    situation = {"persons": {"a": {name: {"ETERNITY": value} for name, value in person.items()}}}
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(times):
        simulation = SimulationBuilder().build_from_dict(system, situation)
        simulation.trace = True
        for name in ASKED:
            simulation.calculate(name, on)
        simulation.tracer.get_serialized_flat_trace()
    return {"cpu": (time.process_time() - cpu) / times, "wall": (time.perf_counter() - wall) / times}


if __name__ == "__main__":
    print(json.dumps(one(sys.argv[2]) if sys.argv[1] == "one" else population(*sys.argv[1:])))
