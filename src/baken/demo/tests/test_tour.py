"""The tour: where it may stand, and what it leaves when a step fails."""

from pathlib import Path

import pytest

from baken.demo import tour
from baken.foundation.errors import BadRequest


def test_a_failed_step_is_no_typing_error_and_stands_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "stops", lambda *asked: [tour.Stop("Laden", ("load", str(tmp_path / "nowhere")))])
    said: list[str] = []
    with pytest.raises(tour.StepFailed, match="De stap “Laden” mislukte") as failed:
        tour.tour(tmp_path / "demo", 0.01, 1, said.append)
    assert failed.value.exit_code == 1
    page = (tmp_path / "demo" / "reports" / "2019" / "index.html").read_text()
    assert "mislukt" in page and "http-equiv" not in page


def test_the_demo_is_made_anew_but_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(BadRequest):
            tour.tour(place, 0.01, 1, lambda line: None)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
