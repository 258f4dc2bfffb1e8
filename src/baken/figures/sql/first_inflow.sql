WITH "t9" AS (
  SELECT
    "t8"."id",
    "t8"."occurred_on",
    "t8"."target_group",
    "t8"."person",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."occurred_on") * 1099511627776
    ) + "t8"."id" AS "moment"
  FROM (
    SELECT
      "t7".*
      EXCLUDE ("dossier")
    FROM (
      SELECT
        "t6"."id",
        "t6"."occurred_on",
        "t6"."dossier",
        "t6"."target_group",
        "t4"."person"
      FROM (
        SELECT
          "t1"."id",
          "t1"."occurred_on",
          "t1"."dossier",
          "t1"."target_group"
        FROM "programme.inflow_seen" AS "t1"
      ) AS "t6"
      INNER JOIN "persons" AS "t4"
        ON "t6"."dossier" = "t4"."dossier"
    ) AS "t7"
  ) AS "t8"
  WHERE
    "t8"."target_group" IN ('obliged', 'entitled', 'entitled_obliged', 'undetermined')
)
SELECT
  *
FROM (
  SELECT
    "t16"."id",
    "t16"."occurred_on",
    "t16"."target_group",
    "t16"."person",
    "t22"."region"
  FROM (
    SELECT
      "t14".*
      EXCLUDE ("moment")
    FROM (
      SELECT
        "t11"."id",
        "t11"."occurred_on",
        "t11"."target_group",
        "t11"."person",
        "t11"."moment"
      FROM "t9" AS "t11"
      SEMI JOIN (
        SELECT
          "t10"."person",
          MIN("t10"."moment") AS "moment"
        FROM "t9" AS "t10"
        GROUP BY
          1
      ) AS "t13"
        ON "t11"."moment" = "t13"."moment"
    ) AS "t14"
  ) AS "t16"
  INNER JOIN (
    SELECT
      "t20"."id",
      FIRST("t20"."region" ORDER BY "t20"."moment" DESC) AS "region"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t18"."id",
          "t18"."person",
          "t18"."occurred_on",
          "t3"."moment",
          "t3"."since",
          "t3"."region"
        FROM (
          SELECT
            "t15"."id",
            "t15"."person",
            "t15"."occurred_on"
          FROM (
            SELECT
              "t14".*
              EXCLUDE ("moment")
            FROM (
              SELECT
                "t11"."id",
                "t11"."occurred_on",
                "t11"."target_group",
                "t11"."person",
                "t11"."moment"
              FROM "t9" AS "t11"
              SEMI JOIN (
                SELECT
                  "t10"."person",
                  MIN("t10"."moment") AS "moment"
                FROM "t9" AS "t10"
                GROUP BY
                  1
              ) AS "t13"
                ON "t11"."moment" = "t13"."moment"
            ) AS "t14"
          ) AS "t15"
        ) AS "t18"
        INNER JOIN "residences" AS "t3"
          ON "t18"."person" = "t3"."person"
      ) AS "t19"
      WHERE
        "t19"."since" <= "t19"."occurred_on"
    ) AS "t20"
    GROUP BY
      1
  ) AS "t22"
    ON "t16"."id" = "t22"."id"
) AS "t23"
WHERE
  "t23"."region" IN (
    'antwerp_province',
    'limburg',
    'east_flanders',
    'flemish_brabant',
    'west_flanders'
  )
