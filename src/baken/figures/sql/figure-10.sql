SELECT
  "t9"."region",
  "t9"."measure",
  "t9"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t7"."id",
      "t7"."person",
      "t7"."region",
      "t7"."year",
      'first_contract_and_first_inflow_' || CAST("t7"."year" AS TEXT) AS "measure"
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
          CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
        FROM "first_inflow" AS "t0"
        WHERE
          "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
      ) AS "t4"
      SEMI JOIN (
        SELECT
          "t1"."person",
          CAST(EXTRACT(year FROM "t1"."occurred_on") AS BIGINT) AS "year"
        FROM "first_contracts" AS "t1"
        WHERE
          "t1"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
      ) AS "t5"
        ON "t4"."person" = "t5"."person" AND "t4"."year" = "t5"."year"
    ) AS "t7"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."id",
      "t0"."person",
      "t0"."region",
      CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year",
      'first_inflow_' || CAST(CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS TEXT) AS "measure"
    FROM "first_inflow" AS "t0"
    WHERE
      "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
  ) AS "t6"
) AS "t9"
GROUP BY
  1,
  2,
  3
