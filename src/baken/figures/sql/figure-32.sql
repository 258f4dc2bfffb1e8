SELECT
  "t8"."region",
  "t8"."advice",
  "t8"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t7"."id",
    "t7"."occurred_on",
    COALESCE("t7"."advice", 'unknown') AS "advice",
    "t7"."year",
    "t7"."region"
  FROM (
    SELECT
      "t6".*
      EXCLUDE ("office_id")
    FROM (
      SELECT
        "t5"."id",
        "t5"."occurred_on",
        "t5"."office_id",
        "t5"."advice",
        "t5"."year",
        "t4"."region"
      FROM (
        SELECT
          "t0"."id",
          "t0"."occurred_on",
          "t0"."office_id",
          "t0"."advice",
          CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
        FROM "dutch.advice_given" AS "t0"
        WHERE
          "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
      ) AS "t5"
      INNER JOIN (
        SELECT
          "t1"."id" AS "office_id",
          "t1"."region"
        FROM "office" AS "t1"
        WHERE
          "t1"."region" IN (
            'antwerp_province',
            'limburg',
            'east_flanders',
            'flemish_brabant',
            'west_flanders'
          )
      ) AS "t4"
        ON "t5"."office_id" = "t4"."office_id"
    ) AS "t6"
  ) AS "t7"
) AS "t8"
GROUP BY
  1,
  2,
  3
