WITH "t2" AS (
  SELECT
    "t1"."id",
    "t1"."occurred_on",
    "t1"."person",
    "t1"."target_group",
    "t1"."age",
    "t1"."age_group",
    CAST(EXTRACT(year FROM "t1"."occurred_on") AS BIGINT) AS "year",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."occurred_on") * 1099511627776
    ) + "t1"."id" AS "moment"
  FROM (
    SELECT
      "t0"."id",
      "t0"."occurred_on",
      "t0"."person",
      "t0"."target_group",
      "t0"."age",
      CASE
        WHEN "t0"."age" BETWEEN 2 AND 5
        THEN 'age_2_5'
        WHEN "t0"."age" BETWEEN 6 AND 11
        THEN 'age_6_11'
        WHEN "t0"."age" BETWEEN 12 AND 18
        THEN 'age_12_18'
        ELSE NULL
      END AS "age_group"
    FROM "programme.inflow_seen" AS "t0"
    WHERE
      "t0"."person" IS NOT NULL
      AND "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
      AND "t0"."target_group" = 'minor'
  ) AS "t1"
  WHERE
    "t1"."age_group" IS NOT NULL
    AND "t1"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
)
SELECT
  "t7".*
  EXCLUDE ("moment")
FROM (
  SELECT
    "t4"."id",
    "t4"."occurred_on",
    "t4"."person",
    "t4"."target_group",
    "t4"."age",
    "t4"."age_group",
    "t4"."year",
    "t4"."moment"
  FROM "t2" AS "t4"
  SEMI JOIN (
    SELECT
      "t3"."person",
      "t3"."year",
      MIN("t3"."moment") AS "moment"
    FROM "t2" AS "t3"
    GROUP BY
      1,
      2
  ) AS "t6"
    ON "t4"."moment" = "t6"."moment"
) AS "t7"
