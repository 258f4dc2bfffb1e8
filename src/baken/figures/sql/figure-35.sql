WITH "t3" AS (
  SELECT
    "t0"."id",
    "t0"."person",
    "t0"."occurred_on",
    "t0"."age_group",
    CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."occurred_on") * 1099511627776
    ) + "t0"."id" AS "moment"
  FROM "minors_seen" AS "t0"
  WHERE
    "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
)
SELECT
  "t18"."region",
  "t18"."age_group",
  "t18"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t10"."id",
      "t10"."person",
      "t10"."occurred_on",
      "t10"."age_group",
      "t10"."year",
      "t16"."region"
    FROM (
      SELECT
        "t8".*
        EXCLUDE ("moment")
      FROM (
        SELECT
          "t5"."id",
          "t5"."person",
          "t5"."occurred_on",
          "t5"."age_group",
          "t5"."year",
          "t5"."moment"
        FROM "t3" AS "t5"
        SEMI JOIN (
          SELECT
            "t4"."person",
            "t4"."year",
            MIN("t4"."moment") AS "moment"
          FROM "t3" AS "t4"
          GROUP BY
            1,
            2
        ) AS "t7"
          ON "t5"."moment" = "t7"."moment"
      ) AS "t8"
    ) AS "t10"
    INNER JOIN (
      SELECT
        "t14"."id",
        FIRST("t14"."region" ORDER BY "t14"."moment" DESC) AS "region"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t12"."id",
            "t12"."person",
            "t12"."occurred_on",
            "t2"."moment",
            "t2"."since",
            "t2"."region"
          FROM (
            SELECT
              "t9"."id",
              "t9"."person",
              "t9"."occurred_on"
            FROM (
              SELECT
                "t8".*
                EXCLUDE ("moment")
              FROM (
                SELECT
                  "t5"."id",
                  "t5"."person",
                  "t5"."occurred_on",
                  "t5"."age_group",
                  "t5"."year",
                  "t5"."moment"
                FROM "t3" AS "t5"
                SEMI JOIN (
                  SELECT
                    "t4"."person",
                    "t4"."year",
                    MIN("t4"."moment") AS "moment"
                  FROM "t3" AS "t4"
                  GROUP BY
                    1,
                    2
                ) AS "t7"
                  ON "t5"."moment" = "t7"."moment"
              ) AS "t8"
            ) AS "t9"
          ) AS "t12"
          INNER JOIN "residences" AS "t2"
            ON "t12"."person" = "t2"."person"
        ) AS "t13"
        WHERE
          "t13"."since" <= "t13"."occurred_on"
      ) AS "t14"
      GROUP BY
        1
    ) AS "t16"
      ON "t10"."id" = "t16"."id"
  ) AS "t17"
  WHERE
    "t17"."region" IN (
      'antwerp_province',
      'limburg',
      'east_flanders',
      'flemish_brabant',
      'west_flanders'
    )
) AS "t18"
GROUP BY
  1,
  2,
  3
