WITH "t8" AS (
  SELECT DISTINCT
    "t7"."region",
    "t7"."year",
    "t7"."person"
  FROM (
    SELECT
      "t6".*
      EXCLUDE ("office_id")
    FROM (
      SELECT
        "t5"."id",
        "t5"."occurred_on",
        "t5"."person",
        "t5"."office_id",
        "t5"."kind",
        "t5"."year",
        "t4"."region"
      FROM (
        SELECT
          "t0"."id",
          "t0"."occurred_on",
          "t0"."person",
          "t0"."office_id",
          "t0"."kind",
          CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
        FROM "dutch.interview_held" AS "t0"
        WHERE
          "t0"."person" IS NOT NULL
          AND "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
          AND "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          AND "t0"."kind" = 'nt2_interview'
      ) AS "t5"
      INNER JOIN (
        SELECT
          "t1"."id" AS "office_id",
          "t1"."region"
        FROM "office" AS "t1"
        WHERE
          "t1"."region" IN (
            'antwerp_province',
            'brussels',
            'limburg',
            'east_flanders',
            'flemish_brabant',
            'west_flanders',
            'city_antwerp',
            'city_ghent'
          )
      ) AS "t4"
        ON "t5"."office_id" = "t4"."office_id"
    ) AS "t6"
  ) AS "t7"
)
SELECT
  *
FROM (
  SELECT
    "t9"."region",
    "t9"."year",
    COUNT(*) AS "value"
  FROM "t8" AS "t9"
  GROUP BY
    1,
    2
) AS "t10"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t11"."region",
    "t11"."year",
    COUNT(*) AS "value"
  FROM (
    SELECT DISTINCT
      'total' AS "region",
      "t9"."year",
      "t9"."person"
    FROM "t8" AS "t9"
  ) AS "t11"
  GROUP BY
    1,
    2
) AS "t12"
