SELECT
  "t0"."region",
  "t0"."target_group",
  "t0"."year",
  COUNT(*) AS "value"
FROM "inflow" AS "t0"
GROUP BY
  1,
  2,
  3
