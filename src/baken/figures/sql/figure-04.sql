SELECT
  "t0"."region",
  "t0"."year",
  COUNT(*) AS "value"
FROM "registrations" AS "t0"
GROUP BY
  1,
  2
