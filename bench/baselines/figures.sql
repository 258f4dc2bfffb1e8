-- Baseline of the figures: each as good SQL on the indexed SQLite ledger, as known now, for the five years up to 2019.
-- Every statement after the preparation yields: figure, dimensions joined by '|', year, value. Code lists are temp tables:
-- m(code, region), lang(code, figure), lt(code, kind, printed_as).
-- name: preparation
CREATE TEMP TABLE person AS
  SELECT dossier, person FROM people_dossieropened WHERE retracted_in IS NULL;
CREATE UNIQUE INDEX temp.person_dossier ON person(dossier);
CREATE INDEX temp.person_person ON person(person, dossier);
CREATE TEMP TABLE residence AS
  SELECT p.person, r.occurred_on AS since, r.id, coalesce(m.region, '') AS region
  FROM people_residenceregistered r JOIN person p USING (dossier) LEFT JOIN m ON m.code = r.municipality
  WHERE r.retracted_in IS NULL;
CREATE INDEX temp.residence_person ON residence(person, since DESC, id DESC, region);
CREATE TEMP TABLE first_inflow AS
  SELECT person, occurred_on, id FROM (
    SELECT p.person, f.occurred_on, f.id, row_number() OVER (PARTITION BY p.person ORDER BY f.occurred_on, f.id) AS n
    FROM programme_inflowseen f JOIN person p USING (dossier)
    WHERE f.retracted_in IS NULL AND f.target_group IN ('obliged', 'entitled', 'entitled_obliged', 'undetermined'))
  WHERE n = 1;
CREATE TEMP TABLE first_contract AS
  SELECT person, occurred_on, id, office_id FROM (
    SELECT p.person, f.occurred_on, f.id, f.office_id,
           row_number() OVER (PARTITION BY p.person ORDER BY f.occurred_on, f.id) AS n
    FROM programme_contractsigned f JOIN person p USING (dossier) WHERE f.retracted_in IS NULL)
  WHERE n = 1;
CREATE TEMP TABLE agii(region TEXT PRIMARY KEY);
INSERT INTO agii VALUES ('antwerp_province'), ('brussels'), ('limburg'), ('east_flanders'), ('flemish_brabant'), ('west_flanders');
CREATE TEMP TABLE course AS
  SELECT s.course, s.occurred_on, m.region, coalesce(nullif(l.figure, ''), s.language) AS language, s.with_interpreter
  FROM (SELECT course, occurred_on, language, municipality, with_interpreter,
               row_number() OVER (PARTITION BY course ORDER BY occurred_on, id) AS n
        FROM orientation_coursestarted WHERE retracted_in IS NULL) s
  JOIN m ON m.code = s.municipality JOIN agii USING (region) LEFT JOIN lang l ON l.code = s.language
  WHERE s.n = 1;
CREATE UNIQUE INDEX temp.course_number ON course(course);
CREATE TEMP TABLE first_join AS
  SELECT person, occurred_on, course FROM (
    SELECT p.person, f.occurred_on, f.course, row_number() OVER (PARTITION BY p.person ORDER BY f.occurred_on, f.id) AS n
    FROM orientation_coursejoined f JOIN person p USING (dossier) WHERE f.retracted_in IS NULL)
  WHERE n = 1;
-- name: 1
SELECT region, substr(occurred_on, 1, 4), count(*) FROM (
  SELECT f.occurred_on, (SELECT r.region FROM residence r WHERE r.person = f.person AND r.since <= f.occurred_on
                         ORDER BY r.since DESC, r.id DESC LIMIT 1) AS region
  FROM first_inflow f WHERE f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31')
WHERE region IN (SELECT region FROM agii) AND region <> 'brussels' GROUP BY 1, 2;
-- name: 4
SELECT o.region, substr(occurred_on, 1, 4), count(*) FROM (
  SELECT p.person, f.occurred_on, f.office_id, row_number() OVER (PARTITION BY p.person ORDER BY f.occurred_on, f.id) AS n
  FROM programme_registered f JOIN person p USING (dossier) WHERE f.retracted_in IS NULL AND f.kind = 'first') f
JOIN ledger_office o ON o.id = f.office_id JOIN agii USING (region)
WHERE n = 1 AND f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 7
SELECT o.region, substr(occurred_on, 1, 4), count(*) FROM first_contract f
JOIN ledger_office o ON o.id = f.office_id JOIN agii USING (region)
WHERE f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 10
SELECT region || '|' || measure, '2019', count(*) FROM (
  SELECT (SELECT r.region FROM residence r WHERE r.person = f.person AND r.since <= f.occurred_on
          ORDER BY r.since DESC, r.id DESC LIMIT 1) AS region, 'first_inflow_2019' AS measure
  FROM first_inflow f WHERE f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31'
  UNION ALL
  SELECT (SELECT r.region FROM residence r WHERE r.person = f.person AND r.since <= f.occurred_on
          ORDER BY r.since DESC, r.id DESC LIMIT 1), 'first_contract_and_first_inflow_2019'
  FROM first_inflow f JOIN first_contract c USING (person)
  WHERE f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' AND c.occurred_on BETWEEN '2019-01-01' AND '2019-12-31')
WHERE region IN (SELECT region FROM agii) AND region <> 'brussels' GROUP BY 1;
-- name: 11
SELECT o.region || '|' || coalesce((
    SELECT coalesce(t.target_group, 'undetermined') FROM programme_targetgroupdetermined t JOIN person q USING (dossier)
    WHERE q.person = p.person AND t.retracted_in IS NULL AND t.occurred_on <= '2019-12-31'
      AND (t.until IS NULL OR t.until > '2019-12-31') ORDER BY t.occurred_on DESC, t.id DESC LIMIT 1), 'undetermined'),
  '2019', count(*)
FROM programme_contractsigned s JOIN person p USING (dossier) JOIN ledger_office o ON o.id = s.office_id JOIN agii USING (region)
WHERE s.retracted_in IS NULL AND s.occurred_on <= '2019-12-31' AND NOT EXISTS (
  SELECT 1 FROM programme_contractended e
  WHERE e.dossier = s.dossier AND e.contract = s.contract AND e.retracted_in IS NULL AND e.occurred_on <= '2019-12-31')
GROUP BY 1;
-- name: 13
SELECT region, substr(occurred_on, 1, 4), count(*) FROM programme_diplomaguided f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE retracted_in IS NULL AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 14
SELECT region, substr(occurred_on, 1, 4), count(*) FROM programme_exemptioncertified f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE retracted_in IS NULL AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 15
SELECT region, substr(occurred_on, 1, 4), count(*) FROM programme_certificateissued f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE retracted_in IS NULL AND certificate = 'civic_integration'
  AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 16
SELECT region, substr(occurred_on, 1, 4), count(*) FROM programme_suspensioncertified f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE retracted_in IS NULL AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 17
SELECT region, substr(occurred_on, 1, 4), count(*) FROM programme_regularparticipationproven f
JOIN ledger_office o ON o.id = f.office_id JOIN agii USING (region)
WHERE retracted_in IS NULL AND occurred_on BETWEEN '2016-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 18
SELECT region, year, count(*) FROM (
  SELECT substr(f.occurred_on, 1, 4) AS year, (
    SELECT r.region FROM residence r WHERE r.person = p.person AND r.since <= f.occurred_on
    ORDER BY r.since DESC, r.id DESC LIMIT 1) AS region
  FROM enforcement_infringementforwarded f JOIN person p USING (dossier)
  WHERE f.retracted_in IS NULL AND f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31')
WHERE region IN (SELECT region FROM agii) AND region <> 'brussels' GROUP BY 1, 2;
-- name: 19
SELECT region, substr(occurred_on, 1, 4), count(*) FROM orientation_exemptiontesttaken f
JOIN ledger_office o ON o.id = f.office_id JOIN agii USING (region)
WHERE retracted_in IS NULL AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 21
SELECT region || '|' || outcome, '2019', count(*) FROM orientation_exemptiontesttaken f
JOIN ledger_office o ON o.id = f.office_id JOIN agii USING (region)
WHERE retracted_in IS NULL AND occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 22
SELECT region, substr(occurred_on, 1, 4), count(*) FROM course
WHERE occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 23
SELECT language, substr(occurred_on, 1, 4), count(*) FROM course
WHERE with_interpreter AND occurred_on BETWEEN '2018-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 24
SELECT c.region, substr(j.occurred_on, 1, 4), count(*) FROM first_join j JOIN course c USING (course)
WHERE j.occurred_on BETWEEN '2018-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 25
SELECT c.language || '|' || c.region, '2019', count(*) FROM first_join j JOIN course c USING (course)
WHERE j.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 26
SELECT c.language || '|' || c.region, '2019', count(j.id) || '/' || count(DISTINCT c.course)
FROM course c LEFT JOIN orientation_coursejoined j ON j.course = c.course AND j.retracted_in IS NULL
WHERE c.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 27
SELECT decision, year, count(*) FROM (
  SELECT p.person, f.decision, substr(f.occurred_on, 1, 4) AS year,
    row_number() OVER (PARTITION BY p.person, substr(f.occurred_on, 1, 4) ORDER BY f.occurred_on DESC, f.id DESC) AS n
  FROM orientation_modecided f JOIN person p USING (dossier)
  WHERE f.retracted_in IS NULL AND f.occurred_on BETWEEN '2017-01-01' AND '2019-12-31')
WHERE n = 1 GROUP BY 1, 2;
-- name: 28
SELECT o.region, substr(f.occurred_on, 1, 4), count(DISTINCT p.person) FROM dutch_interviewheld f JOIN person p USING (dossier)
JOIN ledger_office o ON o.id = f.office_id
WHERE f.retracted_in IS NULL AND f.kind = 'nt2_interview' AND f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 29
SELECT o.region || '|' || f.kind, '2019', count(*) FROM dutch_interviewheld f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE f.retracted_in IS NULL AND region <> 'brussels'
  AND f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 31
SELECT o.agency || '|' || lt.printed_as, '2019', count(*) FROM dutch_testtaken f JOIN lt ON lt.code = f.test_type
JOIN ledger_office o ON o.id = f.office_id
WHERE f.retracted_in IS NULL AND lt.kind IN ('placement', 'civil')
  AND f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 32
SELECT o.region || '|' || f.advice, '2019', count(*) FROM dutch_advicegiven f JOIN ledger_office o ON o.id = f.office_id
JOIN agii USING (region) WHERE f.retracted_in IS NULL AND region <> 'brussels'
  AND f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31' GROUP BY 1;
-- name: 33
SELECT provider_type, substr(occurred_on, 1, 4), count(*) FROM dutch_enrolled
WHERE retracted_in IS NULL AND provider_type IN ('cbe', 'cvo') AND occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 34
SELECT f.test_type, substr(f.occurred_on, 1, 4), count(*) FROM dutch_testtaken f JOIN lt ON lt.code = f.test_type
WHERE lt.kind = 'civil' AND f.retracted_in IS NULL AND f.occurred_on BETWEEN '2018-01-01' AND '2019-12-31' GROUP BY 1, 2;
-- name: 35
SELECT region || '|' || age_group, '2019', count(*) FROM (
  SELECT age_group, (SELECT r.region FROM residence r WHERE r.person = s.person AND r.since <= s.occurred_on
                     ORDER BY r.since DESC, r.id DESC LIMIT 1) AS region FROM (
    SELECT p.person, f.occurred_on, row_number() OVER (PARTITION BY p.person ORDER BY f.occurred_on, f.id) AS n,
      CASE WHEN f.age <= 5 THEN 'age_2_5' WHEN f.age <= 11 THEN 'age_6_11' ELSE 'age_12_18' END AS age_group
    FROM programme_inflowseen f JOIN person p USING (dossier)
    WHERE f.retracted_in IS NULL AND f.target_group = 'minor' AND f.age BETWEEN 2 AND 18
      AND f.occurred_on BETWEEN '2019-01-01' AND '2019-12-31') s WHERE n = 1)
WHERE region IN (SELECT region FROM agii) AND region <> 'brussels' GROUP BY 1;
-- name: 37
SELECT o.region, substr(f.occurred_on, 1, 4), count(DISTINCT p.person) FROM programme_minorguided f JOIN person p USING (dossier)
JOIN ledger_office o ON o.id = f.office_id
WHERE f.retracted_in IS NULL AND f.occurred_on BETWEEN '2015-01-01' AND '2019-12-31' GROUP BY 1, 2;
