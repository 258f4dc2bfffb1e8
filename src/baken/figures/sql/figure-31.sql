SELECT
  "t14"."provider",
  "t14"."test_type",
  "t14"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t13"."id",
    "t13"."occurred_on",
    "t13"."year",
    "t13"."test_type",
    COALESCE("t13"."provider", 'unknown') AS "provider"
  FROM (
    SELECT
      "t12"."id",
      "t12"."occurred_on",
      "t12"."office_id",
      "t12"."year",
      "t12"."test_type",
      "t4"."office_id" AS "office_id_right",
      "t4"."provider"
    FROM (
      SELECT
        "t10"."id",
        "t10"."occurred_on",
        "t10"."office_id",
        "t10"."year",
        "t10"."printed" AS "test_type"
      FROM (
        SELECT
          "t9".*
          EXCLUDE ("test_type")
        FROM (
          SELECT
            "t8"."id",
            "t8"."occurred_on",
            "t8"."office_id",
            "t8"."test_type",
            "t8"."year",
            "t7"."printed"
          FROM (
            SELECT
              "t1"."id",
              "t1"."occurred_on",
              "t1"."office_id",
              "t1"."test_type",
              CAST(EXTRACT(year FROM "t1"."occurred_on") AS BIGINT) AS "year"
            FROM "dutch.test_taken" AS "t1"
            WHERE
              "t1"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          ) AS "t8"
          INNER JOIN (
            SELECT
              "t2"."code" AS "test_type",
              "t2"."printed_as" AS "printed"
            FROM "language_test" AS "t2"
            WHERE
              "t2"."kind" IN ('placement', 'civil')
          ) AS "t7"
            ON "t8"."test_type" = "t7"."test_type"
        ) AS "t9"
      ) AS "t10"
    ) AS "t12"
    LEFT OUTER JOIN (
      SELECT
        "t0"."id" AS "office_id",
        "t0"."agency" AS "provider"
      FROM "office" AS "t0"
    ) AS "t4"
      ON "t12"."office_id" = "t4"."office_id"
  ) AS "t13"
) AS "t14"
GROUP BY
  1,
  2,
  3
