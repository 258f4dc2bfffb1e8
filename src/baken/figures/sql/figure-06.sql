SELECT
  "t13"."region",
  "t13"."target_group",
  "t13"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t12"."id",
    "t12"."occurred_on",
    "t12"."person",
    "t12"."kind",
    "t12"."year",
    "t12"."region",
    COALESCE("t12"."target_group", 'undetermined') AS "target_group"
  FROM (
    SELECT
      "t11".*
      EXCLUDE ("id_right")
    FROM (
      SELECT
        "t2"."id",
        "t2"."occurred_on",
        "t2"."person",
        "t2"."kind",
        "t2"."year",
        "t2"."region",
        "t10"."id" AS "id_right",
        "t10"."target_group"
      FROM "registrations" AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t8"."id",
          FIRST("t8"."target_group" ORDER BY "t8"."moment" DESC) AS "target_group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."id",
              "t4"."person",
              "t4"."occurred_on",
              "t6"."until",
              "t6"."since",
              "t6"."moment",
              "t6"."target_group"
            FROM (
              SELECT
                "t0"."id",
                "t0"."person",
                "t0"."occurred_on"
              FROM "registrations" AS "t0"
            ) AS "t4"
            INNER JOIN (
              SELECT
                "t1"."person",
                "t1"."until",
                "t1"."occurred_on" AS "since",
                (
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."occurred_on") * 1099511627776
                ) + "t1"."id" AS "moment",
                COALESCE("t1"."target_group", 'undetermined') AS "target_group"
              FROM "programme.target_group_determined" AS "t1"
              WHERE
                "t1"."person" IS NOT NULL AND "t1"."occurred_on" <= MAKE_DATE($last, 12, 31)
            ) AS "t6"
              ON "t4"."person" = "t6"."person"
          ) AS "t7"
          WHERE
            "t7"."since" <= "t7"."occurred_on"
            AND (
              (
                "t7"."until" IS NULL
              ) OR (
                "t7"."until" > "t7"."occurred_on"
              )
            )
        ) AS "t8"
        GROUP BY
          1
      ) AS "t10"
        ON "t2"."id" = "t10"."id"
    ) AS "t11"
  ) AS "t12"
) AS "t13"
GROUP BY
  1,
  2,
  3
