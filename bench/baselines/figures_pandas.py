"""The same figures with pandas, reading the snapshot's Parquet.

Arguments: SNAPSHOT. Prints each cell, then {cpu, wall, cells}. Only the columns needed are read, each file once;
first-ever events by sort and drop_duplicates, residence by merge_asof.
"""

import json
import sys
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pandas as pd

from baken.foundation.codelists import codelist

AGII = ["antwerp_province", "brussels", "limburg", "east_flanders", "flemish_brabant", "west_flanders"]
FIVE = [region for region in AGII if region != "brussels"]
FIVE_YEARS = range(2015, 2020)


class Snapshot:
    """Tables of one snapshot as data frames."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.offices = pd.read_parquet(next(folder.rglob("office*.parquet")))[["id", "agency", "region"]]
        self.regions = codes("municipality", "region")
        self.persons = self.read("people.dossier_opened", "dossier", "person")[["dossier", "person"]]
        home = self.of_persons("people.residence_registered", "municipality")
        home["region"] = home.municipality.map(self.regions)
        self.homes = home.sort_values(["occurred_on", "id"])[["occurred_on", "person", "region"]]

    def read(self, label: str, *columns: str) -> pd.DataFrame:
        """A fact type: id, occurred_on as a timestamp, and the columns asked."""
        frame = pd.read_parquet(next(self.folder.rglob(f"{label}.parquet")), columns=["id", "occurred_on", *columns])
        frame["occurred_on"] = pd.to_datetime(frame.occurred_on)
        frame["year"] = frame.occurred_on.dt.year
        return frame

    def of_persons(self, label: str, *columns: str) -> pd.DataFrame:
        """Facts with their person."""
        return self.read(label, "dossier", *columns).merge(self.persons, on="dossier")

    def at_office(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Facts with their office's agency and region."""
        return frame.merge(self.offices.rename(columns={"id": "office_id"}), on="office_id")

    def at_home(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Facts with the region of residence on the day."""
        return pd.merge_asof(frame.sort_values("occurred_on"), self.homes, on="occurred_on", by="person")

    @cached_property
    def first_inflow(self) -> pd.DataFrame:
        """Each person's first sighting as a target person."""
        seen = self.of_persons("programme.inflow_seen", "target_group")
        adults = seen[seen.target_group.isin(["obliged", "entitled", "entitled_obliged", "undetermined"])]
        return self.at_home(first(adults, "person"))

    @cached_property
    def first_contract(self) -> pd.DataFrame:
        """Each person's first contract."""
        return self.at_office(first(self.of_persons("programme.contract_signed", "office_id", "contract"), "person"))

    @cached_property
    def courses(self) -> pd.DataFrame:
        """MO courses of the agency."""
        started = first(
            self.read("orientation.course_started", "course", "language", "municipality", "with_interpreter"), "course"
        )
        started["region"] = started.municipality.map(self.regions)
        named = started.language.map(codes("language", "figure"))
        started["language"] = named.where(named.fillna("") != "", started.language)
        return started[started.region.isin(AGII)]

    @cached_property
    def joins(self) -> pd.DataFrame:
        """Every start in a course."""
        return self.of_persons("orientation.course_joined", "course")


def codes(name: str, extra: str) -> dict[str, str]:
    """{code: one further column} of a code list."""
    return {code: codelist(name)[code].extra[extra] for code in codelist(name).codes()}


def first(frame: pd.DataFrame, *by: str, last: bool = False) -> pd.DataFrame:
    """The first (or last) row of each `by`, by day and number."""
    return frame.sort_values(["occurred_on", "id"]).drop_duplicates(list(by), keep="last" if last else "first").copy()


def count(
    figure: str, frame: pd.DataFrame, *dims: str, years: range = FIVE_YEARS
) -> Iterator[tuple[str, str, int, str]]:
    """Rows per cell."""
    frame = frame[frame.year.isin(years)]
    for key, value in frame.groupby([*dims, "year"]).size().items():
        yield figure, "|".join(map(str, key[:-1])), int(key[-1]), str(value)


def persons(figure: str, frame: pd.DataFrame, dim: str) -> Iterator[tuple[str, str, int, str]]:
    """Distinct persons per cell."""
    for key, value in frame[frame.year.isin(FIVE_YEARS)].groupby([dim, "year"]).person.nunique().items():
        yield figure, str(key[0]), int(key[1]), str(value)


def programme(data: Snapshot) -> Iterator[tuple[str, str, int, str]]:
    """Figures 1 to 18."""
    inflow = data.first_inflow
    inflow = inflow[inflow.region.isin(FIVE)]
    yield from count("1", inflow, "region")
    registered = data.of_persons("programme.registered", "office_id", "kind")
    registered = data.at_office(first(registered[registered.kind == "first"], "person"))
    yield from count("4", registered[registered.region.isin(AGII)], "region")
    contract = data.first_contract
    yield from count("7", contract[contract.region.isin(AGII)], "region")
    this_year = contract[contract.year == 2019].person
    both = inflow[inflow.person.isin(this_year)].assign(measure="first_contract_and_first_inflow_2019")
    pair = pd.concat([inflow.assign(measure="first_inflow_2019"), both])
    yield from count("10", pair, "region", "measure", years=range(2019, 2020))
    yield from running(data)
    for figure, label in (
        ("13", "programme.diploma_guided"),
        ("14", "programme.exemption_certified"),
        ("16", "programme.suspension_certified"),
        ("17", "programme.regular_participation_proven"),
        ("19", "orientation.exemption_test_taken"),
    ):
        facts = data.at_office(data.read(label, "office_id"))
        years = range(2016, 2020) if figure == "17" else FIVE_YEARS
        yield from count(figure, facts[facts.region.isin(AGII)], "region", years=years)
    issued = data.at_office(data.read("programme.certificate_issued", "office_id", "certificate"))
    issued = issued[(issued.certificate == "civic_integration") & issued.region.isin(AGII)]
    yield from count("15", issued, "region")
    forwarded = data.at_home(data.of_persons("enforcement.infringement_forwarded"))
    yield from count("18", forwarded[forwarded.region.isin(FIVE)], "region")


def running(data: Snapshot) -> Iterator[tuple[str, str, int, str]]:
    """Figure 11."""
    day = pd.Timestamp(2019, 12, 31)
    signed = data.at_office(data.of_persons("programme.contract_signed", "office_id", "contract"))
    signed = signed[(signed.occurred_on <= day) & signed.region.isin(AGII)]
    ended = data.read("programme.contract_ended", "contract")
    signed = signed[~signed.contract.isin(ended[ended.occurred_on <= day].contract)]
    group = data.of_persons("programme.target_group_determined", "target_group", "until")
    group = group[(group.occurred_on <= day) & (group.until.isna() | (pd.to_datetime(group.until) > day))]
    group = first(group, "person", last=True)[["person", "target_group"]]
    signed = signed.merge(group, on="person", how="left").fillna({"target_group": "undetermined"}).assign(year=2019)
    yield from count("11", signed, "region", "target_group")


def orientation(data: Snapshot) -> Iterator[tuple[str, str, int, str]]:
    """Figures 21 to 27."""
    tests = data.at_office(data.read("orientation.exemption_test_taken", "office_id", "outcome"))
    yield from count("21", tests[tests.region.isin(AGII)], "region", "outcome", years=range(2019, 2020))
    courses = data.courses
    yield from count("22", courses, "region")
    yield from count("23", courses[courses.with_interpreter.astype(bool)], "language", years=range(2018, 2020))
    starts = first(data.joins, "person").merge(courses[["course", "region", "language"]], on="course")
    yield from count("24", starts, "region", years=range(2018, 2020))
    yield from count("25", starts, "language", "region", years=range(2019, 2020))
    year = courses[courses.year == 2019]
    taken = data.joins[["course"]].merge(year[["course", "language", "region"]], on="course")
    numbers = taken.groupby(["language", "region"]).size()
    for key, value in year.groupby(["language", "region"]).size().items():
        yield "26", "|".join(key), 2019, f"{numbers.get(key, 0)}/{value}"
    decided = data.of_persons("orientation.mo_decided", "decision")
    yield from count("27", first(decided, "person", "year", last=True), "decision", years=range(2017, 2020))


def dutch(data: Snapshot) -> Iterator[tuple[str, str, int, str]]:
    """Figures 28 to 34."""
    last_year = range(2019, 2020)
    held = data.at_office(data.of_persons("dutch.interview_held", "office_id", "kind"))
    yield from persons("28", held[held.kind == "nt2_interview"], "region")
    yield from count("29", held[held.region.isin(FIVE)], "region", "kind", years=last_year)
    tests = data.read("dutch.test_taken", "office_id", "test_type")
    kinds = tests.test_type.map(codes("language_test", "kind"))
    printed = tests[kinds.isin(["placement", "civil"])]
    printed = printed.assign(printed=printed.test_type.map(codes("language_test", "printed_as")))
    yield from count("31", data.at_office(printed), "agency", "printed", years=last_year)
    advice = data.at_office(data.read("dutch.advice_given", "office_id", "advice"))
    yield from count("32", advice[advice.region.isin(FIVE)], "region", "advice", years=last_year)
    enrolled = data.read("dutch.enrolled", "provider_type")
    yield from count("33", enrolled[enrolled.provider_type.isin(["cbe", "cvo"])], "provider_type")
    civil = tests[tests.test_type.map(codes("language_test", "kind")) == "civil"]
    yield from count("34", civil, "test_type", years=range(2018, 2020))


def minors(data: Snapshot) -> Iterator[tuple[str, str, int, str]]:
    """Figures 35 and 37."""
    seen = data.of_persons("programme.inflow_seen", "target_group", "age")
    seen = seen[(seen.target_group == "minor") & seen.age.between(2, 18) & (seen.year == 2019)]
    seen = data.at_home(first(seen, "person"))
    groups = pd.cut(seen.age, [1, 5, 11, 18], labels=["age_2_5", "age_6_11", "age_12_18"]).astype(str)
    yield from count(
        "35", seen[seen.region.isin(FIVE)].assign(group=groups), "region", "group", years=range(2019, 2020)
    )
    yield from persons("37", data.at_office(data.of_persons("programme.minor_guided", "office_id")), "region")


if __name__ == "__main__":
    cpu, wall = time.process_time(), time.perf_counter()
    snapshot = Snapshot(Path(sys.argv[1]))
    found = [cell for part in (programme, orientation, dutch, minors) for cell in part(snapshot)]
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "cells": len(found)}
    for cell in found:
        print(*cell, sep="\t")
    print(json.dumps(spent))
