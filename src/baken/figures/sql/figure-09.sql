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
            "t3"."id",
            "t3"."occurred_on",
            "t3"."person",
            "t3"."office_id",
            "t3"."year",
            "t5"."region"
          FROM "first_contracts" AS "t3"
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
          ) AS "t5"
            ON "t3"."office_id" = "t5"."office_id"
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
              "t7"."until",
              "t7"."since",
              "t7"."moment",
              "t7"."target_group"
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
                    "t3"."id",
                    "t3"."occurred_on",
                    "t3"."person",
                    "t3"."office_id",
                    "t3"."year",
                    "t5"."region"
                  FROM "first_contracts" AS "t3"
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
                  ) AS "t5"
                    ON "t3"."office_id" = "t5"."office_id"
                ) AS "t8"
              ) AS "t9"
            ) AS "t12"
            INNER JOIN (
              SELECT
                "t2"."person",
                "t2"."until",
                "t2"."occurred_on" AS "since",
                (
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."occurred_on") * 1099511627776
                ) + "t2"."id" AS "moment",
                COALESCE("t2"."target_group", 'undetermined') AS "target_group"
              FROM "programme.target_group_determined" AS "t2"
              WHERE
                "t2"."person" IS NOT NULL AND "t2"."occurred_on" <= MAKE_DATE($last, 12, 31)
            ) AS "t7"
              ON "t12"."person" = "t7"."person"
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
