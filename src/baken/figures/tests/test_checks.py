"""The checks on published tables: on the 2019 report, and on tables tampered with."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command

from baken.figures.checks import Finding, Kind, Severity, check_folder
from baken.figures.checks.declarations import load_declarations
from baken.figures.published import folder, publication
from baken.figures.published.lines import UnusableTables

C, E, N = Severity.CONTRADICTION, Severity.EXPLAINED, Severity.NOTE

# The contradictions of the 2019 report, by the labels of the list kept with the source: what is found, and how often.
KNOWN: dict[str, tuple[Kind, Severity, str, dict[str, object], int]] = {
    "A1": (Kind.TOTAL, C, "4", {"region": "total", "year": 2015}, 1),
    "A2": (Kind.TOTAL, C, "7", {"region": "total", "year": 2016}, 1),
    "A3 column": (Kind.TOTAL, C, "29", {"region": "total", "interview_type": "nt2_interview"}, 1),
    "A3 totals row": (Kind.TOTAL, C, "29", {"region": "total", "interview_type": "total"}, 1),
    "A4": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cbe"}, 1),
    "A5": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cbe_alfa"}, 1),
    "A6": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cbe_nt2"}, 1),
    "A7": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cvo_standard"}, 1),
    "A8": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cvo_shortened_or_utc"}, 1),
    "A9": (Kind.TOTAL, C, "32", {"region": "total", "advice": "cvo_extended"}, 1),
    "A10": (Kind.TOTAL, C, "32", {"region": "total", "advice": "total"}, 1),
    "A11": (Kind.TOTAL, C, "49", {"sector": "total"}, 1),
    "A12": (Kind.SHARES, C, "49", {"sector": "total"}, 1),
    "A13": (Kind.TOTAL, C, "prose", {"year": 2019}, 1),
    "B1": (Kind.TOTAL, E, "28", {"region": "total"}, 5),
    "B2 and B3": (Kind.TOTAL, E, "37", {"region": "total"}, 5),
    "C1": (Kind.VALUES, C, "4 key", {"year": 2017}, 1),
    "C2": (Kind.VALUES, C, "7 key", {"year": 2017}, 1),
    "C3": (Kind.VALUES, C, "22 key", {"year": 2017}, 1),
    "C4": (Kind.VALUES, C, "15 key", {"year": 2017}, 1),
    "C5": (Kind.VALUES, C, "33 key", {"year": 2017}, 1),
    "C6": (Kind.VALUES, C, "46 key", {"year": 2015}, 1),
    "C7": (Kind.VALUES, C, "46 key", {"year": 2016}, 1),
    "C8": (Kind.SCOPE, N, "37 key", {}, 5),
    "C9": (Kind.SCOPE, N, "40 key", {}, 1),
    "C10": (Kind.SCOPE, N, "42 key", {}, 1),
    "C11": (Kind.SCOPE, N, "34 key", {}, 1),
    "D1": (Kind.VALUES, C, "31 34 key prose", {"year": 2019}, 1),
    "D2": (Kind.SCOPE, N, "34", {}, 2),
    "D3": (Kind.SCOPE, N, "26 24", {"year": 2019}, 6),
    "D4": (Kind.VALUES, C, "48 49", {"year": 2019}, 1),
    "D5": (Kind.SCOPE, N, "1 10 18 29 32 35 4 7 11 13 14 15 16 17 19 21 22 24 25 26", {}, 1),
    "E1": (Kind.SHARE, C, "47", {"caller_region": "west_flanders"}, 1),
    "E2": (Kind.SHARE, C, "47", {"caller_region": "flemish_brabant"}, 1),
    "E3": (Kind.SHARE, C, "48", {"caller_category": "person_concerned"}, 1),
    "E4": (Kind.SHARE, C, "48", {"caller_category": "general_public"}, 1),
    "E5": (Kind.SHARE, C, "49", {"sector": "justice"}, 1),
    "E6 Figuur 47": (Kind.SHARES, C, "47", {"caller_region": "total"}, 1),
    "E6 Figuur 48": (Kind.SHARES, C, "48", {"caller_category": "total"}, 1),
}


def _labels(finding: Finding) -> list[str]:
    return [
        label
        for label, (kind, severity, figures, cell, _) in KNOWN.items()
        if (kind, severity, figures) == (finding.kind, finding.severity, " ".join(finding.figures))
        and cell.items() <= finding.cell.items()
    ]


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return check_folder(folder())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder(), tmp_path / "tables"))


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_2019_report_contradicts_itself_exactly_where_it_is_known_to(findings):
    labels = [_labels(finding) for finding in findings]
    assert [finding for finding, found in zip(findings, labels, strict=True) if len(found) != 1] == []
    assert Counter(found[0] for found in labels) == {label: times for label, (*_, times) in KNOWN.items()}


@pytest.mark.parametrize(
    ("label", "printed", "computed"),
    [("A1", 15913, 15973), ("A3 totals row", 48051, 49675), ("A10", 31685, 62663), ("A12", 100, 63), ("E2", 12, 13)],
)
def test_findings_carry_both_numbers(findings, label, printed, computed):
    found = next(finding for finding in findings if _labels(finding) == [label])
    assert (found.printed, found.computed, found.difference) == (printed, computed, printed - computed)


def test_what_a_footnote_explains_is_told_with_the_footnote(findings):
    explained = {f.cell["year"]: f for f in findings if f.figures == ("37",) and f.severity is E}
    assert all(finding.explained_by for finding in explained.values())
    assert explained[2016].difference == -3
    assert explained[2015].difference == 0
    assert explained[2015].nl != explained[2016].nl


def test_without_its_footnote_nothing_is_explained(copy: Path):
    index = yaml.safe_load((copy / "index.yaml").read_text(encoding="utf-8"))
    for entry in index["figures"]:
        if entry["number"] == 28:
            del entry["footnotes"]
    (copy / "index.yaml").write_text(yaml.safe_dump(index))
    found = [finding for finding in check_folder(copy) if finding.figures == ("28",)]
    assert [finding.severity for finding in found] == [C] * 5


def test_an_index_in_the_form_of_the_source_tables_does_too(copy: Path, findings):
    """Titles as title_nl, footnotes as a list, no key files named; the built-in declarations by the document's year."""
    index = yaml.safe_load((copy / "index.yaml").read_text(encoding="utf-8"))
    for entry in index["figures"]:
        entry |= {"title_nl": entry.pop("title")["nl"]}
        entry["notes_printed"] = [note["nl"] for note in entry.pop("footnotes", {}).values()]
    other = [{"file": "key-figures.csv"}, {"file": "prose-figures.csv"}]
    index = {"document": "Jaarverslag 2019", "other_files": other, "figures": index["figures"]}
    (copy / "index.yaml").write_text(yaml.safe_dump(index))
    (copy / "declarations.yaml").unlink()
    assert check_folder(copy) == findings


# --- tables tampered with --------------------------------------------------------------------------------------------


def _drop(path: Path, *starts: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(starts)), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("figure-13.csv", "limburg,2015,234", "limburg,2015,243", Kind.TOTAL),
        ("figure-13.csv", "total,2015,1681,true", "total,2015,,true", Kind.MISSING),
        ("figure-13.csv", "total,2015,1681,true", "total,2015,1681,false", Kind.FORM),
        ("figure-13.csv", "limburg,2015,234,false", "limburg,2015,234,true", Kind.FORM),
        ("figure-13.csv", "limburg,2015,234", "limburg,2015,23.4", Kind.FORM),
        ("figure-27.csv", "7103,26", "7103,27", Kind.SHARE),
        ("figure-30.csv", "38", "39", Kind.SHARE),
        ("figure-10.csv", "1635,27", "1635,", Kind.MISSING),
        ("figure-28.csv", "total,2019,77935", "total,2019,80452", Kind.TOTAL),
        ("figure-28.csv", "total,2019,77935", "total,2019,17827", Kind.TOTAL),
        ("figure-28.csv", "limburg,2019,6908", "limburg,2019,9020", Kind.BOUND),
        ("figure-26.csv", "bulgarian,brussels,2019,12.0", "bulgarian,brussels,2019,", Kind.PATTERN),
        ("figure-26.csv", "greek,limburg,2019,17.0", "greek,limburg,2019,17.9", Kind.AVERAGE),
        ("figure-26.csv", "total,limburg,2019,15.8", "total,limburg,2019,31.8", Kind.AVERAGE),
        ("figure-42.csv", "answered,on_site,2019,15720", "answered,on_site,2019,15719", Kind.TOTAL),
        ("figure-31.csv", "civil_test", "civic_test", Kind.MISSING),
        ("key-figures.csv", "first_contracts,2019,16510", "first_contracts,2019,16501", Kind.VALUES),
        ("prose-figures.csv", "mo_exemption_tests,2019,2099", "mo_exemption_tests,2019,2100", Kind.VALUES),
        ("index.yaml", "cells: 30", "cells: 31", Kind.FORM),
    ],
)
def test_one_changed_text_gives_a_new_contradiction(copy: Path, findings, file, old, new, kind):
    _edit(copy / file, old, new)
    new_ones = [finding for finding in check_folder(copy) if finding not in findings]
    assert kind in {finding.kind for finding in new_ones if finding.severity is C}


@pytest.mark.parametrize(
    ("file", "starts"),
    [
        ("figure-13.csv", ("total,",)),
        ("figure-13.csv", ("total,2016",)),
        ("figure-13.csv", ("limburg,2016",)),
        ("figure-13.csv", ("limburg,",)),
        ("figure-24.csv", ("total,2019", "total,2018")),
        ("key-figures.csv", tuple(f"nt2,interviews,{year}" for year in range(2015, 2020))),
    ],
)
def test_a_missing_line_is_missed(copy: Path, findings, file, starts):
    _drop(copy / file, *starts)
    new_ones = [finding for finding in check_folder(copy) if finding not in findings]
    assert Kind.MISSING in {finding.kind for finding in new_ones} or Kind.FORM in {finding.kind for finding in new_ones}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("figures: {4: {area: six, colour: red}}", "colour"),
        ("figures: {4: {totals: {region: doubled}}}", "doubled"),
        ("figures: {26: {averages: {over: language}}}", "whole"),
        ("figures: {26: {decimals: one}}", "geheel getal"),
        ("same: [{nl: a, en: b, operands: [{figure: 1, key: a.b}]}]", "één van"),
        ("same: [{operands: []}]", "naam nodig, in nl en en"),
        ("areas: [1]", "areas"),
        ("figures: {4: {area: nowhere}}", "niet aangegeven"),
        ("figures: {4: {totals: {country: additive}}}", "geen dimensie"),
        ("figures: {26: {averages: {over: language, whole: {figure: 22, by: [town]}}}}", "geen dimensie"),
        ("sums: [{nl: a, en: b, operands: [{key: a.b}]}]", "twee operanden"),
        ("same: 3", "moet een lijst zijn"),
    ],
)
def test_a_declaration_without_meaning_is_a_fault(tmp_path: Path, text, reason):
    path = tmp_path / "own.yaml"
    path.write_text(text)
    with pytest.raises(UnusableTables, match=reason):
        load_declarations(folder(), publication().index, path)


def test_another_edition_of_the_same_tables_is_read_by_what_is_known_of_them(copy: Path, findings):
    (copy / "declarations.yaml").unlink()
    index = yaml.safe_load((copy / "index.yaml").read_text(encoding="utf-8")) | {"edition": 2021}
    (copy / "index.yaml").write_text(yaml.safe_dump(index))
    assert Counter(map(str, check_folder(copy))) == Counter(map(str, findings))
    strangers = {"edition": 2021, "figures": [{"number": 4, "dimensions": ["town"]}]}
    assert not load_declarations(copy, strangers).same, "tables of another kind are taken for themselves"


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_reports_and_exits_with_one(tmp_path: Path, capsys):
    report = tmp_path / "found.json"
    with pytest.raises(SystemExit) as exit_:
        call_command("check_tables", str(folder()), report=report)
    assert exit_.value.code == 1
    assert "30 tegenspraken, 10 verklaard, 17 aangegeven verschillen." in capsys.readouterr().out
    written = json.loads(report.read_text(encoding="utf-8"))
    assert (written["contradictions"], written["explained"], written["notes"]) == (30, 10, 17)
    first = next(found for found in written["findings"] if found["figures"] == ["4"])
    assert (first["printed"], first["computed"], first["difference"]) == (15913, 15973, -60)


def test_explained_differences_are_no_reason_to_fail(copy: Path, capsys):
    index = yaml.safe_load((copy / "index.yaml").read_text(encoding="utf-8"))
    index = {"edition": 2019, "figures": [entry for entry in index["figures"] if entry["number"] in (28, 37)]}
    (copy / "index.yaml").write_text(yaml.safe_dump(index))
    for path in copy.glob("figure-*.csv"):
        if path.name not in ("figure-28.csv", "figure-37.csv"):
            path.unlink()
    (copy / "prose-figures.csv").unlink()
    call_command("check_tables", str(copy))
    assert "0 tegenspraken" in capsys.readouterr().out


def test_unusable_tables_are_told_by_place(copy: Path, tmp_path: Path, capsys):
    _edit(copy / "figure-04.csv", "limburg,2015,2359", "limburg,2015,veel")
    report = tmp_path / "faults.json"
    with pytest.raises(UnusableTables) as caught:
        call_command("check_tables", str(copy), report=report)
    assert caught.value.exit_code == 2
    assert "figure-04.csv" in capsys.readouterr().out
    fault = json.loads(report.read_text(encoding="utf-8"))["faults"][0]
    assert (fault["file"], fault["row"], fault["column"]) == ("figure-04.csv", 4, "value")
