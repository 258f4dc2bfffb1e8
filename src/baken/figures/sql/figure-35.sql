SELECT
  "t16"."region",
  "t16"."age_group",
  "t16"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t3"."id",
    "t3"."occurred_on",
    "t3"."person",
    "t3"."target_group",
    "t3"."age",
    "t3"."age_group",
    "t3"."year",
    "t15"."region"
  FROM "minors_seen" AS "t3"
  INNER JOIN (
    SELECT
      "t13"."id",
      "t7"."region"
    FROM (
      SELECT
        "t11"."id",
        FIRST("t11"."municipality" ORDER BY "t11"."moment" DESC) AS "municipality"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."id",
            "t5"."person",
            "t5"."occurred_on",
            "t9"."municipality",
            "t9"."since",
            "t9"."moment"
          FROM (
            SELECT
              "t0"."id",
              "t0"."person",
              "t0"."occurred_on"
            FROM "minors_seen" AS "t0"
          ) AS "t5"
          INNER JOIN (
            SELECT
              "t2"."person",
              "t2"."municipality",
              "t2"."occurred_on" AS "since",
              (
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."occurred_on") * 1099511627776
              ) + "t2"."id" AS "moment"
            FROM "people.residence_registered" AS "t2"
            WHERE
              "t2"."person" IS NOT NULL AND "t2"."occurred_on" <= MAKE_DATE($last, 12, 31)
          ) AS "t9"
            ON "t5"."person" = "t9"."person"
        ) AS "t10"
        WHERE
          "t10"."since" <= "t10"."occurred_on"
      ) AS "t11"
      GROUP BY
        1
    ) AS "t13"
    INNER JOIN (
      SELECT
        "t1"."code" AS "municipality",
        "t1"."region"
      FROM "municipality" AS "t1"
      WHERE
        "t1"."region" IN (
          'antwerp_province',
          'limburg',
          'east_flanders',
          'flemish_brabant',
          'west_flanders'
        )
    ) AS "t7"
      ON "t13"."municipality" = "t7"."municipality"
  ) AS "t15"
    ON "t3"."id" = "t15"."id"
) AS "t16"
GROUP BY
  1,
  2,
  3
