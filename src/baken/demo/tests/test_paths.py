"""What happens to people happens in a possible order, under the law of its day."""

import pytest

from baken.demo.tests.recount import Recount

TO = "DATE '2026-10-31'"

ORDER = {
    "lives somewhere when seen": """SELECT count(*) FROM inflow
        WHERE person NOT IN (SELECT person FROM inflow_there)""",
    "seen before registered": """SELECT count(*) FROM first_registration r
        JOIN inflow i USING (person) WHERE i.day > r.day""",
    "registered before contract": """SELECT count(*) FROM contract c LEFT JOIN first_registration r USING (person)
        WHERE r.day IS NULL OR r.day > c.occurred_on""",
    "contract before course": """SELECT count(*) FROM first_participation p LEFT JOIN first_contract c USING (person)
        WHERE c.day IS NULL OR c.day > p.day""",
    "course before decision": """SELECT count(*) FROM orientation_mo_decided d JOIN of_person USING (dossier)
        LEFT JOIN first_participation p ON p.person = of_person.person
        LEFT JOIN programme_component_exempted e ON e.dossier = d.dossier
        WHERE coalesce(p.day, e.occurred_on) IS NULL OR least(p.day, e.occurred_on) > d.occurred_on""",
    "contract before certificate": """SELECT count(*) FROM programme_certificate_issued f JOIN of_person USING (dossier)
        LEFT JOIN first_contract c USING (person) WHERE c.day IS NULL OR c.day > f.occurred_on""",
    "signed before ended": """SELECT count(*) FROM programme_contract_ended e JOIN contract c USING (contract)
        WHERE c.occurred_on > e.occurred_on""",
    "one contract at a time": """SELECT count(*) FROM contract a
        JOIN contract b ON a.person = b.person AND a.contract <> b.contract AND a.occurred_on <= b.occurred_on
        LEFT JOIN programme_contract_ended e ON e.contract = a.contract
        WHERE e.occurred_on IS NULL OR e.occurred_on > b.occurred_on""",
    "found before forwarded": """SELECT count(*) FROM enforcement_infringement_forwarded f
        JOIN enforcement_infringement_found n USING (infringement) WHERE n.occurred_on > f.occurred_on""",
    "adult when registered": """SELECT count(*) FROM first_registration r JOIN of_person USING (person)
        JOIN people_person_described d USING (dossier) WHERE year(r.day) - d.birth_year < 18""",
    "no fee before its day": """SELECT count(*) FROM fees_fee_charged f JOIN contract c USING (dossier)
        GROUP BY f.fee HAVING max(c.occurred_on) < DATE '2023-09-01'""",
    "no fee in Brussels": """SELECT count(*) FROM fees_fee_charged WHERE office = 'agii-brussels'""",
    "no work part before its day": """SELECT count(*) FROM work_jobseeker_registered
        WHERE occurred_on < DATE '2022-03-01'""",
    "asylum applicants left": """SELECT count(*) FROM people_residence_granted r JOIN of_person USING (dossier)
        JOIN inflow i USING (person) WHERE ground = 'asylum_pending' AND i.day >= DATE '2022-03-01'""",
}


@pytest.mark.parametrize("what", ORDER)
def test_paths_run_in_a_possible_order(small: Recount, what: str) -> None:
    found = small.sql.execute(ORDER[what]).fetchone()
    assert not found or found[0] == 0


def test_certificates_follow_mo_that_was_settled(small: Recount) -> None:
    """Since 2017 nobody gets the certificate whose last word on MO was a refusal."""
    refused = """SELECT count(*) FROM programme_certificate_issued f WHERE year(occurred_on) >= 2017 AND 'failed' =
        (SELECT arg_max(decision, (d.occurred_on, d.ref)) FROM orientation_mo_decided d
         WHERE d.dossier = f.dossier AND d.occurred_on <= f.occurred_on)"""
    assert small.value(refused) <= small.value("SELECT count(*) * 0.1 FROM programme_certificate_issued")


def test_the_running_caseload_gives_counsellors_work(small: Recount) -> None:
    running = f"""SELECT count(*) FROM contract WHERE contract NOT IN
        (SELECT contract FROM programme_contract_ended WHERE occurred_on <= {TO})"""
    waiting = """SELECT count(DISTINCT dossier) FROM programme_contract_signed s
        JOIN orientation_course_wished USING (dossier)
        WHERE dossier NOT IN (SELECT dossier FROM orientation_course_joined)
        AND s.contract NOT IN (SELECT contract FROM programme_contract_ended) AND s.with_mo"""
    suspended = f"SELECT count(*) FROM programme_contract_suspended WHERE until > {TO}"
    unsigned = """SELECT count(*) FROM first_registration WHERE day > DATE '2026-06-01'
        AND person NOT IN (SELECT person FROM first_contract)"""
    planned = f"SELECT count(*) FROM orientation_course_planned WHERE starts_on > {TO}"
    assert small.value(running) == pytest.approx(430, rel=0.1)
    for query, least in ((waiting, 50), (suspended, 5), (unsigned, 10), (planned, 1)):
        assert small.value(query) >= least, query


def test_tests_are_passed_from_the_mark_of_their_day(small: Recount) -> None:
    """The law's own mark of the day of the test, not one of the demo's."""
    mark = "CASE WHEN occurred_on < DATE '2023-03-01' THEN 54 ELSE 61 END"
    told = small.sql.execute(
        f"SELECT passed, min(score - {mark}), max(score - {mark}), count(*) FROM "
        "orientation_course_test_taken GROUP BY passed ORDER BY passed"
    ).fetchall()
    assert [(passed, low >= 0, high >= 0, n > 30) for passed, low, high, n in told] == [
        (False, False, False, True),
        (True, True, True, True),
    ]
