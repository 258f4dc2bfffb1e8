SELECT
  "t6"."test_type",
  "t6"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t5"."id",
    "t5"."occurred_on",
    "t5"."test_type",
    "t5"."year"
  FROM (
    SELECT
      "t0"."id",
      "t0"."occurred_on",
      "t0"."test_type",
      CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
    FROM "dutch.test_taken" AS "t0"
    WHERE
      "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
  ) AS "t5"
  SEMI JOIN (
    SELECT
      "t1"."code" AS "test_type",
      "t1"."kind"
    FROM "language_test" AS "t1"
    WHERE
      "t1"."kind" = 'civil'
  ) AS "t4"
    ON "t5"."test_type" = "t4"."test_type"
) AS "t6"
GROUP BY
  1,
  2
