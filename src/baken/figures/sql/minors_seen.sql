SELECT
  "t6"."id",
  "t6"."person",
  "t6"."occurred_on",
  CASE
    WHEN "t6"."age" BETWEEN 2 AND 5
    THEN 'age_2_5'
    WHEN "t6"."age" BETWEEN 6 AND 11
    THEN 'age_6_11'
    WHEN "t6"."age" BETWEEN 12 AND 18
    THEN 'age_12_18'
    ELSE NULL
  END AS "age_group"
FROM (
  SELECT
    "t5".*
    EXCLUDE ("dossier")
  FROM (
    SELECT
      "t4"."id",
      "t4"."occurred_on",
      "t4"."dossier",
      "t4"."target_group",
      "t4"."age",
      "t2"."person"
    FROM (
      SELECT
        "t0"."id",
        "t0"."occurred_on",
        "t0"."dossier",
        "t0"."target_group",
        "t0"."age"
      FROM "programme.inflow_seen" AS "t0"
    ) AS "t4"
    INNER JOIN "persons" AS "t2"
      ON "t4"."dossier" = "t2"."dossier"
  ) AS "t5"
) AS "t6"
WHERE
  "t6"."target_group" = 'minor' AND "t6"."age" BETWEEN 2 AND 18
