"""The figures counted from a delivery's files alone, in SQL written from their definitions."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
from django.db import models

from baken.foundation.codelists import codelist
from baken.ledger.facts import Fact, content_fields, fact_types

Cells = Mapping[tuple[str, ...], int | Decimal]
"""Dimension codes and, last, the year → the number."""

EVERYTHING = 2**60
AGII = "('antwerp_province','brussels','limburg','east_flanders','flemish_brabant','west_flanders')"
TARGET = "('obliged', 'entitled', 'entitled_obliged', 'undetermined')"
BY_OFFICE = """SELECT o.region, CAST(year(f.occurred_on) AS VARCHAR), count(*)
    FROM {} f JOIN office o ON o.code = f.office GROUP BY ALL"""
SHARED = {
    "inflow": f"""SELECT person, min(occurred_on) AS day FROM programme_inflow_seen JOIN of_person USING (dossier)
        WHERE target_group IN {TARGET} GROUP BY ALL""",
    "inflow_there": """SELECT i.person, i.day, arg_max(r.region, r.occurred_on) AS region
        FROM inflow i JOIN residence r ON r.person = i.person AND r.occurred_on <= i.day GROUP BY ALL""",
    "contract": """SELECT f.*, person, o.region FROM programme_contract_signed f JOIN of_person USING (dossier)
        JOIN office o ON o.code = f.office""",
    "first_contract": """SELECT person, min(occurred_on) AS day, arg_min(region, (occurred_on, ref)) AS region
        FROM contract GROUP BY ALL""",
    "first_registration": """SELECT person, min(occurred_on) AS day, arg_min(o.region, (occurred_on, f.ref)) AS region
        FROM programme_registered f JOIN of_person USING (dossier) JOIN office o ON o.code = f.office
        WHERE kind = 'first' GROUP BY ALL""",
    "running": """SELECT * FROM contract WHERE occurred_on <= DATE '2019-12-31' AND contract NOT IN
        (SELECT contract FROM programme_contract_ended WHERE occurred_on <= DATE '2019-12-31')""",
    "target_group": """SELECT person, arg_max(target_group, (occurred_on, ref)) AS target_group
        FROM programme_target_group_determined JOIN of_person USING (dossier)
        WHERE occurred_on <= DATE '2019-12-31' GROUP BY ALL""",
    "course": """SELECT f.course, f.occurred_on AS day, m.region, coalesce(l.figure, f.language) AS language,
        with_interpreter
        FROM orientation_course_started f JOIN municipality m ON m.code = f.municipality
        LEFT JOIN language l ON l.code = f.language""",
    "participation": """SELECT person, j.occurred_on AS day, j.ref, c.course, c.region, c.language FROM
        orientation_course_joined j JOIN of_person USING (dossier) JOIN course c USING (course)""",
    "first_participation": """SELECT person, min(day) AS day, arg_min(region, (day, ref)) AS region,
        arg_min(language, (day, ref)) AS language FROM participation GROUP BY ALL""",
}
"""Tables that several figures use, in the order in which they are made."""

COUNTS = {
    "1": "SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM inflow_there GROUP BY ALL",
    "4": "SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM first_registration GROUP BY ALL",
    "7": "SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM first_contract GROUP BY ALL",
    "10": """SELECT region, 'first_inflow_2019', '2019', count(*) FROM inflow_there WHERE year(day) = 2019 GROUP BY ALL
        UNION ALL SELECT i.region, 'first_contract_and_first_inflow_2019', '2019', count(*)
        FROM inflow_there i JOIN first_contract c USING (person) WHERE year(i.day) = 2019 AND year(c.day) = 2019
        GROUP BY ALL""",
    "11": """SELECT region, coalesce(target_group, 'undetermined'), '2019', count(*)
        FROM running LEFT JOIN target_group USING (person) GROUP BY ALL""",
    "13": BY_OFFICE.format("programme_diploma_guided"),
    "14": BY_OFFICE.format("programme_exemption_certified"),
    "15": BY_OFFICE.format("programme_certificate_issued"),
    "16": BY_OFFICE.format("programme_suspension_certified"),
    "17": BY_OFFICE.format("programme_regular_participation_proven"),
    "18": """WITH sent AS (SELECT f.ref, f.occurred_on AS day, arg_max(r.region, r.occurred_on) AS region
        FROM enforcement_infringement_forwarded f JOIN of_person USING (dossier)
        JOIN residence r ON r.person = of_person.person AND r.occurred_on <= f.occurred_on GROUP BY ALL)
        SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM sent GROUP BY ALL""",
    "19": BY_OFFICE.format("orientation_exemption_test_taken"),
    "21": """SELECT o.region, outcome, CAST(year(occurred_on) AS VARCHAR), count(*)
        FROM orientation_exemption_test_taken f JOIN office o ON o.code = f.office GROUP BY ALL""",
    "22": "SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM course GROUP BY ALL",
    "23": f"""SELECT language, CAST(year(day) AS VARCHAR), count(*) FROM course
        WHERE with_interpreter AND region IN {AGII} GROUP BY ALL""",
    "24": "SELECT region, CAST(year(day) AS VARCHAR), count(*) FROM first_participation GROUP BY ALL",
    "25": "SELECT language, region, CAST(year(day) AS VARCHAR), count(*) FROM first_participation GROUP BY ALL",
    "26": """WITH taken AS (SELECT course, count(*) AS n FROM participation GROUP BY ALL)
        SELECT coalesce(language, 'total'), region, CAST(year(day) AS VARCHAR), sum(coalesce(n, 0)), count(*)
        FROM course LEFT JOIN taken USING (course)
        GROUP BY GROUPING SETS ((language, region, year(day)), (region, year(day)))""",
    "27": """WITH last AS (SELECT person, year(occurred_on) AS year, arg_max(decision, (occurred_on, ref)) AS decision
        FROM orientation_mo_decided JOIN of_person USING (dossier) GROUP BY ALL)
        SELECT decision, CAST(year AS VARCHAR), count(*) FROM last GROUP BY ALL""",
    "28": """SELECT coalesce(o.region, 'total'), CAST(year(occurred_on) AS VARCHAR), count(DISTINCT person)
        FROM dutch_interview_held f JOIN of_person USING (dossier) JOIN office o ON o.code = f.office
        WHERE kind = 'nt2_interview' GROUP BY GROUPING SETS ((o.region, year(occurred_on)), (year(occurred_on)))""",
    "29": """SELECT o.region, kind, CAST(year(occurred_on) AS VARCHAR), count(*)
        FROM dutch_interview_held f JOIN office o ON o.code = f.office GROUP BY ALL""",
    "31": """SELECT o.agency, coalesce(t.printed_as, f.test_type), CAST(year(occurred_on) AS VARCHAR), count(*)
        FROM dutch_test_taken f JOIN office o ON o.code = f.office JOIN language_test t ON t.code = f.test_type
        GROUP BY ALL""",
    "32": """SELECT o.region, advice, CAST(year(occurred_on) AS VARCHAR), count(*)
        FROM dutch_advice_given f JOIN office o ON o.code = f.office GROUP BY ALL""",
    "33": "SELECT provider_type, CAST(year(occurred_on) AS VARCHAR), count(*) FROM dutch_enrolled GROUP BY ALL",
    "34": "SELECT test_type, CAST(year(occurred_on) AS VARCHAR), count(*) FROM dutch_test_taken GROUP BY ALL",
    "35": """WITH minor AS (SELECT f.ref, f.age, f.occurred_on AS day, arg_max(r.region, r.occurred_on) AS region
        FROM programme_inflow_seen f JOIN of_person USING (dossier)
        JOIN residence r ON r.person = of_person.person AND r.occurred_on <= f.occurred_on
        WHERE f.target_group = 'minor' GROUP BY ALL)
        SELECT region, CASE WHEN age <= 5 THEN 'age_2_5' WHEN age <= 11 THEN 'age_6_11' ELSE 'age_12_18' END,
        CAST(year(day) AS VARCHAR), count(*) FROM minor GROUP BY ALL""",
    "37": """SELECT coalesce(o.region, 'total'), CAST(year(occurred_on) AS VARCHAR), count(DISTINCT person)
        FROM programme_minor_guided f JOIN of_person USING (dossier) JOIN office o ON o.code = f.office
        GROUP BY GROUPING SETS ((o.region, year(occurred_on)), (year(occurred_on)))""",
}


class Recount:
    """A delivery opened for counting: facts that stand, as known after append `known` (all of them when left out)."""

    def __init__(self, folder: Path, known: int = EVERYTHING) -> None:
        self.sql = duckdb.connect()
        stands = f"appended_in <= {known} AND coalesce(retracted_in, {EVERYTHING + 1}) > {known}"
        for label, model in fact_types().items():
            path = folder / "facts" / f"{label}.parquet"
            facts = f"SELECT * FROM '{path}' WHERE {stands}" if path.exists() else _nothing(model)
            self.sql.execute(f"CREATE VIEW {label.replace('.', '_')} AS {facts}")
        self.sql.execute(f"CREATE VIEW office AS SELECT * FROM '{folder}/reference/office.parquet'")
        self.sql.execute(f"CREATE VIEW identity AS SELECT * FROM '{folder}/reference/identity.parquet'")
        self.sql.execute(f"CREATE VIEW append AS SELECT * FROM '{folder}/appends.parquet'")
        self._codes("municipality", "region")
        self._codes("language", "figure")
        self._codes("language_test", "printed_as")
        self.sql.execute("CREATE TABLE of_person AS SELECT dossier, person FROM people_dossier_opened")
        self.sql.execute(
            "CREATE TABLE residence AS SELECT person, occurred_on, region FROM people_residence_registered "
            "JOIN of_person USING (dossier) LEFT JOIN municipality ON municipality = code"
        )
        for name, query in SHARED.items():
            self.sql.execute(f"CREATE TABLE {name} AS {query}")

    def _codes(self, name: str, column: str) -> None:
        rows = {row.code: row.extra[column] or None for row in codelist(name)}
        self.sql.execute(f"CREATE TABLE {name} (code VARCHAR, {column} VARCHAR)")
        self.sql.executemany(f"INSERT INTO {name} VALUES (?, ?)", list(rows.items()))

    def cells(self, figure: str) -> Cells:
        """A figure's cells; for Figuur 26 the averages, rounded half up to one decimal."""
        rows = self.sql.execute(COUNTS[figure]).fetchall()
        if figure == "26":
            return {tuple(row[:-2]): _average(row[-2], row[-1]) for row in rows}
        return {tuple(row[:-1]): row[-1] for row in rows}

    def value(self, query: str) -> int:
        """The one number that a query yields."""
        return self.sql.execute(query).fetchone()[0]


def _nothing(model: type[Fact]) -> str:
    types = {models.DateField: "DATE", models.BooleanField: "BOOLEAN", models.BigIntegerField: "BIGINT"}
    columns = [f"CAST(NULL AS {types.get(type(field), 'VARCHAR')}) AS {field.name}" for field in content_fields(model)]
    return f"SELECT 0 AS ref, {', '.join(columns)} WHERE false"


def _average(parts: int, whole: int) -> Decimal:
    return (Decimal(int(parts)) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
