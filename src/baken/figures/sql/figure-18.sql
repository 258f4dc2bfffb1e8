SELECT
  "t17"."region",
  "t17"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t8"."id",
    "t8"."occurred_on",
    "t8"."person",
    "t8"."year",
    "t16"."region"
  FROM (
    SELECT
      "t0"."id",
      "t0"."occurred_on",
      "t0"."person",
      CAST(EXTRACT(year FROM "t0"."occurred_on") AS BIGINT) AS "year"
    FROM "enforcement.infringement_forwarded" AS "t0"
    WHERE
      "t0"."person" IS NOT NULL
      AND "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
      AND "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
  ) AS "t8"
  INNER JOIN (
    SELECT
      "t14"."id",
      "t7"."region"
    FROM (
      SELECT
        "t12"."id",
        FIRST("t12"."municipality" ORDER BY "t12"."moment" DESC) AS "municipality"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."id",
            "t6"."person",
            "t6"."occurred_on",
            "t10"."municipality",
            "t10"."since",
            "t10"."moment"
          FROM (
            SELECT
              "t0"."id",
              "t0"."person",
              "t0"."occurred_on"
            FROM "enforcement.infringement_forwarded" AS "t0"
            WHERE
              "t0"."person" IS NOT NULL
              AND "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
              AND "t0"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          ) AS "t6"
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
          ) AS "t10"
            ON "t6"."person" = "t10"."person"
        ) AS "t11"
        WHERE
          "t11"."since" <= "t11"."occurred_on"
      ) AS "t12"
      GROUP BY
        1
    ) AS "t14"
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
      ON "t14"."municipality" = "t7"."municipality"
  ) AS "t16"
    ON "t8"."id" = "t16"."id"
) AS "t17"
GROUP BY
  1,
  2
