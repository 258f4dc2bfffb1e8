WITH "t4" AS (
  SELECT
    "t1"."id",
    "t1"."occurred_on",
    "t1"."person",
    "t1"."course",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."occurred_on") * 1099511627776
    ) + "t1"."id" AS "moment"
  FROM "orientation.course_joined" AS "t1"
  WHERE
    "t1"."person" IS NOT NULL AND "t1"."occurred_on" <= MAKE_DATE($last, 12, 31)
)
SELECT
  "t12"."id",
  "t12"."occurred_on",
  "t12"."person",
  "t12"."course",
  "t12"."year",
  "t3"."region",
  "t3"."language"
FROM (
  SELECT
    "t10"."id",
    "t10"."occurred_on",
    "t10"."person",
    "t10"."course",
    CAST(EXTRACT(year FROM "t10"."occurred_on") AS BIGINT) AS "year"
  FROM (
    SELECT
      "t9".*
      EXCLUDE ("moment")
    FROM (
      SELECT
        "t6"."id",
        "t6"."occurred_on",
        "t6"."person",
        "t6"."course",
        "t6"."moment"
      FROM "t4" AS "t6"
      SEMI JOIN (
        SELECT
          "t5"."person",
          MIN("t5"."moment") AS "moment"
        FROM "t4" AS "t5"
        GROUP BY
          1
      ) AS "t8"
        ON "t6"."moment" = "t8"."moment"
    ) AS "t9"
  ) AS "t10"
  WHERE
    "t10"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
) AS "t12"
INNER JOIN (
  SELECT
    "t0"."course",
    "t0"."region",
    "t0"."language"
  FROM "courses" AS "t0"
) AS "t3"
  ON "t12"."course" = "t3"."course"
