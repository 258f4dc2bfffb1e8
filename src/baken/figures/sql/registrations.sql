WITH "t4" AS (
  SELECT
    "t1"."id",
    "t1"."occurred_on",
    "t1"."person",
    "t1"."office_id",
    "t1"."kind",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."occurred_on") * 1099511627776
    ) + "t1"."id" AS "moment"
  FROM "programme.registered" AS "t1"
  WHERE
    "t1"."person" IS NOT NULL
    AND "t1"."occurred_on" <= MAKE_DATE($last, 12, 31)
    AND "t1"."kind" = 'first'
)
SELECT
  "t13".*
  EXCLUDE ("office_id")
FROM (
  SELECT
    "t12"."id",
    "t12"."occurred_on",
    "t12"."person",
    "t12"."office_id",
    "t12"."kind",
    "t12"."year",
    "t3"."region"
  FROM (
    SELECT
      "t10"."id",
      "t10"."occurred_on",
      "t10"."person",
      "t10"."office_id",
      "t10"."kind",
      CAST(EXTRACT(year FROM "t10"."occurred_on") AS BIGINT) AS "year"
    FROM (
      SELECT
        "t9".*
        EXCLUDE ("moment")
      FROM (
        SELECT
          "t6"."id",
          "t6"."occurred_on",
          "t6"."person",
          "t6"."office_id",
          "t6"."kind",
          "t6"."moment"
        FROM "t4" AS "t6"
        SEMI JOIN (
          SELECT
            "t5"."person",
            MIN("t5"."moment") AS "moment"
          FROM "t4" AS "t5"
          GROUP BY
            1
        ) AS "t8"
          ON "t6"."moment" = "t8"."moment"
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
  ) AS "t12"
  INNER JOIN (
    SELECT
      "t0"."id" AS "office_id",
      "t0"."region"
    FROM "office" AS "t0"
    WHERE
      "t0"."region" IN (
        'antwerp_province',
        'brussels',
        'limburg',
        'east_flanders',
        'flemish_brabant',
        'west_flanders'
      )
  ) AS "t3"
    ON "t12"."office_id" = "t3"."office_id"
) AS "t13"
