WITH "t14" AS (
  SELECT DISTINCT
    "t13"."region",
    "t13"."year",
    "t13"."person"
  FROM (
    SELECT
      "t12".*
      EXCLUDE ("office_id")
    FROM (
      SELECT
        "t11"."id",
        "t11"."occurred_on",
        "t11"."office_id",
        "t11"."kind",
        "t11"."person",
        "t11"."year",
        "t7"."region"
      FROM (
        SELECT
          "t9"."id",
          "t9"."occurred_on",
          "t9"."office_id",
          "t9"."kind",
          "t9"."person",
          CAST(EXTRACT(year FROM "t9"."occurred_on") AS BIGINT) AS "year"
        FROM (
          SELECT
            "t8".*
            EXCLUDE ("dossier")
          FROM (
            SELECT
              "t6"."id",
              "t6"."occurred_on",
              "t6"."dossier",
              "t6"."office_id",
              "t6"."kind",
              "t3"."person"
            FROM (
              SELECT
                "t1"."id",
                "t1"."occurred_on",
                "t1"."dossier",
                "t1"."office_id",
                "t1"."kind"
              FROM "dutch.interview_held" AS "t1"
            ) AS "t6"
            INNER JOIN "persons" AS "t3"
              ON "t6"."dossier" = "t3"."dossier"
          ) AS "t8"
        ) AS "t9"
        WHERE
          "t9"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          AND "t9"."kind" = 'nt2_interview'
      ) AS "t11"
      INNER JOIN (
        SELECT
          "t0"."id" AS "office_id",
          "t0"."region"
        FROM "office" AS "t0"
        WHERE
          "t0"."region" IN (
            'antwerp_province',
            'brussels',
            'limburg',
            'east_flanders',
            'flemish_brabant',
            'west_flanders',
            'city_antwerp',
            'city_ghent'
          )
      ) AS "t7"
        ON "t11"."office_id" = "t7"."office_id"
    ) AS "t12"
  ) AS "t13"
)
SELECT
  *
FROM (
  SELECT
    "t15"."region",
    "t15"."year",
    COUNT(*) AS "value"
  FROM "t14" AS "t15"
  GROUP BY
    1,
    2
) AS "t16"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t17"."region",
    "t17"."year",
    COUNT(*) AS "value"
  FROM (
    SELECT DISTINCT
      'total' AS "region",
      "t15"."year",
      "t15"."person"
    FROM "t14" AS "t15"
  ) AS "t17"
  GROUP BY
    1,
    2
) AS "t18"
