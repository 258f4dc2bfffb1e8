"""The facts of what lies beside or at the end of the path: certificates, proofs, infringements."""

import numpy as np

from baken.demo.days import year_of
from baken.demo.draw import choose, codes, stream
from baken.demo.frames import Frames
from baken.demo.paths import Paths
from baken.demo.people import People

KINDS = ("not_registered_in_time", "contract_not_signed", "no_regular_participation", "goals_not_reached")


def tell_certificates(frames: Frames, paths: Paths, people: People) -> None:
    """Add what Figuur 13 to 18 count, but the suspensions."""
    rng = stream(paths.seed, "tell certificates")
    noted = paths.noted("diploma")
    status = codes(("busy", "finished", "cancelled"), choose(rng, [35, 55, 10], len(noted["on"])))
    frames.add("programme.diploma_guided", _when(people, noted) | {"status": status})
    certificate = codes(("civic_integration",), 0)
    frames.add("programme.certificate_issued", _when(people, paths.noted("certificate")) | {"certificate": certificate})
    frames.add("programme.regular_participation_proven", _when(people, paths.noted("proof")))
    noted = paths.noted("exempted")
    age = year_of(noted["on"]) - people.birth_year[noted["person"]]
    other = 1 + choose(rng, [38, 18, 26, 12, 6], len(age))
    grounds = ("age", "illness", "certificate", "diploma", "education", "other")
    ground = codes(grounds, np.where(age > 65, 0, other))
    frames.add("programme.exemption_certified", _when(people, noted) | {"ground": ground})
    _tell_infringements(frames, paths, people, rng)


def _when(people: People, noted: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {"dossier": people.dossier[noted["person"]], "occurred_on": noted["on"], "office": noted["region"]}


def _tell_infringements(frames: Frames, paths: Paths, people: People, rng: np.random.Generator) -> None:
    noted = paths.noted("infringement")
    n = len(noted["on"])
    when = _when(people, noted) | {"infringement": frames.numbers("infringement", n)}
    without_contract = paths.contract[noted["person"]] < 0
    kind = np.where(without_contract, choose(rng, [70, 30], n), 2 + choose(rng, [80, 20], n))
    found = {"occurred_on": noted["found_on"], "kind": codes(KINDS, kind), "authority": codes(("hh",), 0)}
    frames.add("enforcement.infringement_found", when | found)
    frames.add("enforcement.infringement_forwarded", when)
