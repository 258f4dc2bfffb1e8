SELECT
  "t10"."language",
  "t10"."region",
  "t10"."year",
  COUNT(*) FILTER(WHERE
    "t10"."part" = 'numerator') AS "numerator",
  COUNT(*) FILTER(WHERE
    "t10"."part" = 'denominator') AS "denominator"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t8"."id",
      "t8"."course",
      "t8"."year",
      "t8"."region",
      "t8"."language",
      'numerator' AS "part"
    FROM (
      SELECT
        "t3"."id",
        "t3"."course",
        "t7"."year",
        "t7"."region",
        "t7"."language"
      FROM (
        SELECT
          "t1"."id",
          "t1"."course"
        FROM "orientation.course_joined" AS "t1"
      ) AS "t3"
      INNER JOIN (
        SELECT
          "t5".*
          EXCLUDE ("id")
        FROM (
          SELECT
            "t0"."id",
            "t0"."course",
            CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year",
            "t0"."region",
            "t0"."language"
          FROM "courses" AS "t0"
          WHERE
            "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
        ) AS "t5"
      ) AS "t7"
        ON "t3"."course" = "t7"."course"
    ) AS "t8"
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."id",
      "t0"."course",
      CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year",
      "t0"."region",
      "t0"."language",
      'denominator' AS "part"
    FROM "courses" AS "t0"
    WHERE
      "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
  ) AS "t4"
) AS "t10"
GROUP BY
  1,
  2,
  3
