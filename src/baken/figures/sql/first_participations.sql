WITH "t10" AS (
  SELECT
    "t9"."id",
    "t9"."occurred_on",
    "t9"."course",
    "t9"."person",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."occurred_on") * 1099511627776
    ) + "t9"."id" AS "moment"
  FROM (
    SELECT
      "t8".*
      EXCLUDE ("dossier")
    FROM (
      SELECT
        "t7"."id",
        "t7"."occurred_on",
        "t7"."dossier",
        "t7"."course",
        "t3"."person"
      FROM (
        SELECT
          "t1"."id",
          "t1"."occurred_on",
          "t1"."dossier",
          "t1"."course"
        FROM "orientation.course_joined" AS "t1"
      ) AS "t7"
      INNER JOIN "persons" AS "t3"
        ON "t7"."dossier" = "t3"."dossier"
    ) AS "t8"
  ) AS "t9"
)
SELECT
  "t17"."id",
  "t17"."occurred_on",
  "t17"."course",
  "t17"."person",
  "t6"."region",
  "t6"."language"
FROM (
  SELECT
    "t15".*
    EXCLUDE ("moment")
  FROM (
    SELECT
      "t12"."id",
      "t12"."occurred_on",
      "t12"."course",
      "t12"."person",
      "t12"."moment"
    FROM "t10" AS "t12"
    SEMI JOIN (
      SELECT
        "t11"."person",
        MIN("t11"."moment") AS "moment"
      FROM "t10" AS "t11"
      GROUP BY
        1
    ) AS "t14"
      ON "t12"."moment" = "t14"."moment"
  ) AS "t15"
) AS "t17"
INNER JOIN (
  SELECT
    "t0"."course",
    "t0"."region",
    "t0"."language"
  FROM "courses" AS "t0"
) AS "t6"
  ON "t17"."course" = "t6"."course"
