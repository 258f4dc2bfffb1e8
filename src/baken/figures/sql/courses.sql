WITH "t7" AS (
  SELECT
    "t2"."id",
    "t2"."occurred_on",
    "t2"."course",
    "t2"."language",
    "t2"."municipality",
    "t2"."with_interpreter",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."occurred_on") * 1099511627776
    ) + "t2"."id" AS "moment"
  FROM "orientation.course_started" AS "t2"
)
SELECT
  "t20".*
  EXCLUDE ("printed")
FROM (
  SELECT
    "t19"."id",
    "t19"."occurred_on",
    "t19"."course",
    COALESCE("t19"."printed", "t19"."language") AS "language",
    "t19"."with_interpreter",
    "t19"."region",
    "t19"."printed"
  FROM (
    SELECT
      "t18".*
      EXCLUDE ("language_right")
    FROM (
      SELECT
        "t17"."id",
        "t17"."occurred_on",
        "t17"."course",
        "t17"."language",
        "t17"."with_interpreter",
        "t17"."region",
        "t5"."language" AS "language_right",
        "t5"."printed"
      FROM (
        SELECT
          "t15".*
          EXCLUDE ("municipality")
        FROM (
          SELECT
            "t14"."id",
            "t14"."occurred_on",
            "t14"."course",
            "t14"."language",
            "t14"."municipality",
            "t14"."with_interpreter",
            "t6"."region"
          FROM (
            SELECT
              "t12".*
              EXCLUDE ("moment")
            FROM (
              SELECT
                "t9"."id",
                "t9"."occurred_on",
                "t9"."course",
                "t9"."language",
                "t9"."municipality",
                "t9"."with_interpreter",
                "t9"."moment"
              FROM "t7" AS "t9"
              SEMI JOIN (
                SELECT
                  "t8"."course",
                  MIN("t8"."moment") AS "moment"
                FROM "t7" AS "t8"
                GROUP BY
                  1
              ) AS "t11"
                ON "t9"."moment" = "t11"."moment"
            ) AS "t12"
          ) AS "t14"
          INNER JOIN (
            SELECT
              "t1"."code" AS "municipality",
              "t1"."region"
            FROM "municipality" AS "t1"
            WHERE
              "t1"."region" IN (
                'antwerp_province',
                'brussels',
                'limburg',
                'east_flanders',
                'flemish_brabant',
                'west_flanders'
              )
          ) AS "t6"
            ON "t14"."municipality" = "t6"."municipality"
        ) AS "t15"
      ) AS "t17"
      LEFT OUTER JOIN (
        SELECT
          "t0"."code" AS "language",
          "t0"."figure" AS "printed"
        FROM "language" AS "t0"
        WHERE
          "t0"."figure" <> ''
      ) AS "t5"
        ON "t17"."language" = "t5"."language"
    ) AS "t18"
  ) AS "t19"
) AS "t20"
