SELECT
  "t13"."region",
  "t13"."target_group",
  "t13"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t12"."id",
    "t12"."occurred_on",
    "t12"."kind",
    "t12"."person",
    "t12"."region",
    "t12"."year",
    COALESCE("t12"."target_group", 'undetermined') AS "target_group"
  FROM (
    SELECT
      "t11".*
      EXCLUDE ("id_right")
    FROM (
      SELECT
        "t6"."id",
        "t6"."occurred_on",
        "t6"."kind",
        "t6"."person",
        "t6"."region",
        "t6"."year",
        "t10"."id" AS "id_right",
        "t10"."target_group"
      FROM (
        SELECT
          "t0"."id",
          "t0"."occurred_on",
          "t0"."kind",
          "t0"."person",
          "t0"."region",
          CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
        FROM "first_registrations" AS "t0"
        WHERE
          "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          "t8"."id",
          FIRST("t8"."target_group" ORDER BY "t8"."moment" DESC) AS "target_group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."id",
              "t5"."person",
              "t5"."occurred_on",
              "t2"."until",
              "t2"."since",
              "t2"."moment",
              "t2"."target_group"
            FROM (
              SELECT
                "t0"."id",
                "t0"."person",
                "t0"."occurred_on"
              FROM "first_registrations" AS "t0"
              WHERE
                "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
            ) AS "t5"
            INNER JOIN "target_groups" AS "t2"
              ON "t5"."person" = "t2"."person"
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
        ON "t6"."id" = "t10"."id"
    ) AS "t11"
  ) AS "t12"
) AS "t13"
GROUP BY
  1,
  2,
  3
