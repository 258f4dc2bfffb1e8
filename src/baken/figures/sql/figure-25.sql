SELECT
  "t1"."language",
  "t1"."region",
  "t1"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t0"."id",
    "t0"."occurred_on",
    "t0"."course",
    "t0"."person",
    "t0"."region",
    "t0"."language",
    CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
  FROM "first_participations" AS "t0"
  WHERE
    "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
) AS "t1"
GROUP BY
  1,
  2,
  3
