SELECT
  "t1"."provider",
  "t1"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t0"."id",
    "t0"."occurred_on",
    "t0"."provider_type" AS "provider",
    CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
  FROM "dutch.enrolled" AS "t0"
  WHERE
    "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
    AND "t0"."provider_type" IN ('cbe', 'cvo')
) AS "t1"
GROUP BY
  1,
  2
