SELECT
  "t11"."person",
  (
    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t11"."occurred_on") * 1099511627776
  ) + "t11"."id" AS "moment",
  "t11"."occurred_on" AS "since",
  COALESCE("t11"."region", '') AS "region"
FROM (
  SELECT
    "t10"."id",
    "t10"."occurred_on",
    "t10"."municipality",
    "t10"."person",
    "t6"."municipality" AS "municipality_right",
    "t6"."region"
  FROM (
    SELECT
      "t8".*
      EXCLUDE ("dossier")
    FROM (
      SELECT
        "t7"."id",
        "t7"."occurred_on",
        "t7"."dossier",
        "t7"."municipality",
        "t3"."person"
      FROM (
        SELECT
          "t1"."id",
          "t1"."occurred_on",
          "t1"."dossier",
          "t1"."municipality"
        FROM "people.residence_registered" AS "t1"
      ) AS "t7"
      INNER JOIN "persons" AS "t3"
        ON "t7"."dossier" = "t3"."dossier"
    ) AS "t8"
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t0"."code" AS "municipality",
      "t0"."region"
    FROM "municipality" AS "t0"
  ) AS "t6"
    ON "t10"."municipality" = "t6"."municipality"
) AS "t11"
