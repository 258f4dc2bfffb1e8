WITH "t7" AS (
  SELECT
    "t6"."id",
    "t6"."occurred_on",
    "t6"."dossier",
    "t3"."person"
  FROM (
    SELECT
      "t0"."id",
      "t0"."occurred_on",
      "t0"."dossier"
    FROM "enforcement.infringement_forwarded" AS "t0"
  ) AS "t6"
  INNER JOIN "persons" AS "t3"
    ON "t6"."dossier" = "t3"."dossier"
)
SELECT
  "t18"."region",
  "t18"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t12"."id",
      "t12"."occurred_on",
      "t12"."person",
      "t12"."year",
      "t16"."region"
    FROM (
      SELECT
        "t8"."id",
        "t8"."occurred_on",
        "t8"."person",
        CAST(EXTRACT(year FROM "t8"."occurred_on") AS BIGINT) AS "year"
      FROM "t7" AS "t8"
      WHERE
        "t8"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
    ) AS "t12"
    INNER JOIN (
      SELECT
        "t14"."id",
        FIRST("t14"."region" ORDER BY "t14"."moment" DESC) AS "region"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."id",
            "t10"."person",
            "t10"."occurred_on",
            "t4"."moment",
            "t4"."since",
            "t4"."region"
          FROM (
            SELECT
              "t8"."id",
              "t8"."person",
              "t8"."occurred_on"
            FROM "t7" AS "t8"
            WHERE
              "t8"."occurred_on" BETWEEN MAKE_DATE($first, 1, 1) AND MAKE_DATE($last, 12, 31)
          ) AS "t10"
          INNER JOIN "residences" AS "t4"
            ON "t10"."person" = "t4"."person"
        ) AS "t13"
        WHERE
          "t13"."since" <= "t13"."occurred_on"
      ) AS "t14"
      GROUP BY
        1
    ) AS "t16"
      ON "t12"."id" = "t16"."id"
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
  2
