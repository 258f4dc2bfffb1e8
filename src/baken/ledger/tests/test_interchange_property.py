"""Any sound caseload survives the way out and in again."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from baken.conftest import LedgerDatabase
from baken.ledger.derived import rebuild_heads
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import DossierHead
from baken.ledger.tests import deliveries
from baken.ledger.tests.caseloads import Caseload
from baken.ledger.verify import verify

EXAMPLES = 60 if os.environ.get("BAKEN_SOAK") else 3


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
)
@given(
    seed=st.integers(0, 1 << 32),
    names=st.booleans(),
    appends=st.integers(1, 9),
    suffix=st.sampled_from(["csv", "parquet"]),
)
def test_out_and_in_again_is_the_same(
    ledger_db: LedgerDatabase, another_ledger: Callable[[], Any], seed: int, names: bool, appends: int, suffix: str
) -> None:
    caseload = Caseload(random.Random(seed), names=names, appends=appends).tables()
    with TemporaryDirectory() as name:
        folder = Path(name)
        with another_ledger():
            load_delivery(deliveries.write(folder / "in", caseload, suffix))
            kept = set(DossierHead.objects.values_list("dossier", "last_append"))
            rebuild_heads()
            assert set(DossierHead.objects.values_list("dossier", "last_append")) == kept
            export_ledger(folder / "a", known_at(), suffix=suffix)
        with another_ledger():
            loaded = load_delivery(folder / "a")
            assert loaded.warnings == []
            assert verify(loaded.head).fault is None
            export_ledger(folder / "b", known_at(), suffix=suffix)
        assert deliveries.contents(folder / "a") == deliveries.contents(folder / "b")
