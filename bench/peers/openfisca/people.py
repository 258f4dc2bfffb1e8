"""A million synthetic people for both systems; every fact is known, for OpenFisca has no unknown."""

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from baken.law.content import the_book
from baken.law.population import dtype

ASKED = (
    "fee",
    "duty_exempt",
    "declaration_of_rights",
    "with_participation_part",
    "with_work_part",
    "nt2_level",
    "job_service_by",
)
"""With the rules behind them these are twenty."""
NEVER = int(np.datetime64("9999-12-31", "D").astype(np.int64))
DAY_ONE, DAY_LAST = (int(np.datetime64(day, "D").astype(np.int64)) for day in ("2012-01-01", "2026-10-31"))


def people(number: int, seed: int = 1) -> dict[str, np.ndarray]:
    """{fact: values}: days as whole days since 1970, codes as their place in the fact's list of codes."""
    rng = np.random.default_rng(seed)

    def days(first: int, last: int, never: float = 0.0) -> np.ndarray:
        drawn = rng.integers(first, last, number)
        return np.where(rng.random(number) < never, NEVER, drawn)

    birth = days(int(np.datetime64("1940-01-01", "D").astype(np.int64)), DAY_LAST)
    signed = days(DAY_ONE, DAY_LAST, never=0.2)
    drawn: dict[str, np.ndarray] = {
        "birth_date": birth,
        "birth_year": birth.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970,
        "may_work": rng.random(number) < 0.8,
        "signed_on": signed,
        "exempted_on": days(DAY_ONE, DAY_LAST, never=0.9),
        "earlier_certificate_on": days(DAY_ONE, DAY_LAST, never=0.95),
        "enrolled_on": days(DAY_ONE, DAY_LAST, never=0.3),
        "attempt": rng.integers(1, 4, number),
    }
    for name in ("region", "exemption_ground", "fee_item", "fee_ground"):
        drawn[name] = rng.integers(0, len(the_book().facts[name].codes), number)
    return drawn


def frame(drawn: dict[str, np.ndarray]) -> pl.DataFrame:
    """The same people as the law room takes them."""
    return pl.DataFrame([_series(name, values) for name, values in drawn.items()])


def _series(name: str, values: np.ndarray) -> pl.Series:
    fact = the_book().facts[name]
    kind: Any = dtype(fact.kind, fact.codes)
    if fact.codes:
        return pl.Series(name, np.array(fact.codes)[values]).cast(kind)
    return pl.Series(name, values.astype(np.int32) if kind != pl.Boolean else values).cast(kind)


def save(drawn: dict[str, np.ndarray], path: Path) -> None:
    """For the other system: numpy only, with the codes' names."""
    codes = {f"codes_{name}": np.array(the_book().facts[name].codes) for name in drawn if the_book().facts[name].codes}
    np.savez(path, **drawn, **codes)
