WITH "t7" AS (
  SELECT
    "t6"."id",
    "t6"."occurred_on",
    "t6"."decision",
    "t6"."person",
    CAST(EXTRACT(year FROM "t6"."occurred_on") AS BIGINT) AS "year",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."occurred_on") * 1099511627776
    ) + "t6"."id" AS "moment"
  FROM (
    SELECT
      "t5".*
      EXCLUDE ("dossier")
    FROM (
      SELECT
        "t4"."id",
        "t4"."occurred_on",
        "t4"."dossier",
        "t4"."decision",
        "t2"."person"
      FROM (
        SELECT
          "t0"."id",
          "t0"."occurred_on",
          "t0"."dossier",
          "t0"."decision"
        FROM "orientation.mo_decided" AS "t0"
      ) AS "t4"
      INNER JOIN "persons" AS "t2"
        ON "t4"."dossier" = "t2"."dossier"
    ) AS "t5"
  ) AS "t6"
  WHERE
    "t6"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
)
SELECT
  "t13"."decision",
  "t13"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t12".*
    EXCLUDE ("moment")
  FROM (
    SELECT
      "t9"."id",
      "t9"."occurred_on",
      "t9"."decision",
      "t9"."person",
      "t9"."year",
      "t9"."moment"
    FROM "t7" AS "t9"
    SEMI JOIN (
      SELECT
        "t8"."person",
        "t8"."year",
        MAX("t8"."moment") AS "moment"
      FROM "t7" AS "t8"
      GROUP BY
        1,
        2
    ) AS "t11"
      ON "t9"."moment" = "t11"."moment"
  ) AS "t12"
) AS "t13"
GROUP BY
  1,
  2
