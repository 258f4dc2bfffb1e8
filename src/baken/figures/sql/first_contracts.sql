WITH "t1" AS (
  SELECT
    "t0"."id",
    "t0"."occurred_on",
    "t0"."person",
    "t0"."office_id",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."occurred_on") * 1099511627776
    ) + "t0"."id" AS "moment"
  FROM "programme.contract_signed" AS "t0"
  WHERE
    "t0"."person" IS NOT NULL AND "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
)
SELECT
  "t7"."id",
  "t7"."occurred_on",
  "t7"."person",
  "t7"."office_id",
  CAST(EXTRACT(year FROM "t7"."occurred_on") AS BIGINT) AS "year"
FROM (
  SELECT
    "t6".*
    EXCLUDE ("moment")
  FROM (
    SELECT
      "t3"."id",
      "t3"."occurred_on",
      "t3"."person",
      "t3"."office_id",
      "t3"."moment"
    FROM "t1" AS "t3"
    SEMI JOIN (
      SELECT
        "t2"."person",
        MIN("t2"."moment") AS "moment"
      FROM "t1" AS "t2"
      GROUP BY
        1
    ) AS "t5"
      ON "t3"."moment" = "t5"."moment"
  ) AS "t6"
) AS "t7"
WHERE
  "t7"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
