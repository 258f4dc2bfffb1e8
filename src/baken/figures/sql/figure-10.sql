SELECT
  "t8"."region",
  "t8"."measure",
  "t8"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t6"."id",
      "t6"."person",
      "t6"."region",
      "t6"."year",
      'first_contract_and_first_inflow_' || CAST("t6"."year" AS TEXT) AS "measure"
    FROM (
      SELECT
        "t4"."id",
        "t4"."person",
        "t4"."region",
        "t4"."year"
      FROM (
        SELECT
          "t0"."id",
          "t0"."person",
          "t0"."region",
          "t0"."year"
        FROM "inflow" AS "t0"
      ) AS "t4"
      SEMI JOIN "first_contracts" AS "t2"
        ON "t4"."person" = "t2"."person" AND "t4"."year" = "t2"."year"
    ) AS "t6"
  ) AS "t7"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."id",
      "t0"."person",
      "t0"."region",
      "t0"."year",
      'first_inflow_' || CAST("t0"."year" AS TEXT) AS "measure"
    FROM "inflow" AS "t0"
  ) AS "t5"
) AS "t8"
GROUP BY
  1,
  2,
  3
