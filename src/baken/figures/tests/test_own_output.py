from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from baken.figures.checks import check_folder
from baken.figures.compute import compute
from baken.figures.output import write
from baken.figures.definitions import FIGURES
from baken.figures.tests.caseloads import appends, homes, openings, record

@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(openings=openings, homes=homes, later=appends)
def test_own(another_ledger, tmp_path_factory, openings, homes, later):
    with another_ledger():
        record([*openings, *homes], later)
        folder = tmp_path_factory.mktemp("own")
        write(compute(2019), "csv", folder)
        found = check_folder(folder)
        for f in found: print(f.severity, f.kind, f.figures, dict(f.cell), f.nl, f.printed, f.computed, f.values)
        assert [f for f in found if f.severity == "contradiction"] == []
