SELECT
  "t19"."region",
  "t19"."target_group",
  "t19"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t18"."id",
    "t18"."occurred_on",
    "t18"."person",
    "t18"."year",
    "t18"."region",
    COALESCE("t18"."target_group", 'undetermined') AS "target_group"
  FROM (
    SELECT
      "t17".*
      EXCLUDE ("id_right")
    FROM (
      SELECT
        "t10"."id",
        "t10"."occurred_on",
        "t10"."person",
        "t10"."year",
        "t10"."region",
        "t16"."id" AS "id_right",
        "t16"."target_group"
      FROM (
        SELECT
          "t8".*
          EXCLUDE ("office_id")
        FROM (
          SELECT
            "t7"."id",
            "t7"."occurred_on",
            "t7"."office_id",
            "t7"."person",
            "t7"."year",
            "t6"."region"
          FROM (
            SELECT
              "t0"."id",
              "t0"."occurred_on",
              "t0"."office_id",
              "t0"."person",
              CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
            FROM "first_contracts" AS "t0"
            WHERE
              "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          ) AS "t7"
          INNER JOIN (
            SELECT
              "t1"."id" AS "office_id",
              "t1"."region"
            FROM "office" AS "t1"
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
            ON "t7"."office_id" = "t6"."office_id"
        ) AS "t8"
      ) AS "t10"
      LEFT OUTER JOIN (
        SELECT
          "t14"."id",
          FIRST("t14"."target_group" ORDER BY "t14"."moment" DESC) AS "target_group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t12"."id",
              "t12"."person",
              "t12"."occurred_on",
              "t3"."until",
              "t3"."since",
              "t3"."moment",
              "t3"."target_group"
            FROM (
              SELECT
                "t9"."id",
                "t9"."person",
                "t9"."occurred_on"
              FROM (
                SELECT
                  "t8".*
                  EXCLUDE ("office_id")
                FROM (
                  SELECT
                    "t7"."id",
                    "t7"."occurred_on",
                    "t7"."office_id",
                    "t7"."person",
                    "t7"."year",
                    "t6"."region"
                  FROM (
                    SELECT
                      "t0"."id",
                      "t0"."occurred_on",
                      "t0"."office_id",
                      "t0"."person",
                      CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
                    FROM "first_contracts" AS "t0"
                    WHERE
                      "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
                  ) AS "t7"
                  INNER JOIN (
                    SELECT
                      "t1"."id" AS "office_id",
                      "t1"."region"
                    FROM "office" AS "t1"
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
                    ON "t7"."office_id" = "t6"."office_id"
                ) AS "t8"
              ) AS "t9"
            ) AS "t12"
            INNER JOIN "target_groups" AS "t3"
              ON "t12"."person" = "t3"."person"
          ) AS "t13"
          WHERE
            "t13"."since" <= "t13"."occurred_on"
            AND (
              (
                "t13"."until" IS NULL
              ) OR (
                "t13"."until" > "t13"."occurred_on"
              )
            )
        ) AS "t14"
        GROUP BY
          1
      ) AS "t16"
        ON "t10"."id" = "t16"."id"
    ) AS "t17"
  ) AS "t18"
) AS "t19"
GROUP BY
  1,
  2,
  3
