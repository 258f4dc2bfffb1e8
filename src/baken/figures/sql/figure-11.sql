WITH "t16" AS (
  SELECT
    "t15"."id",
    "t5"."person",
    "t15"."region"
  FROM (
    SELECT
      "t13".*
      EXCLUDE ("office_id")
    FROM (
      SELECT
        "t11"."id",
        "t11"."occurred_on",
        "t11"."dossier",
        "t11"."office_id",
        "t11"."contract",
        "t12"."region"
      FROM (
        SELECT
          "t3"."id",
          "t3"."occurred_on",
          "t3"."dossier",
          "t3"."office_id",
          "t3"."contract"
        FROM "programme.contract_signed" AS "t3"
        WHERE
          "t3"."occurred_on" <= MAKE_DATE($last, 12, 31)
      ) AS "t11"
      INNER JOIN (
        SELECT
          "t4"."id" AS "office_id",
          "t4"."region"
        FROM "office" AS "t4"
        WHERE
          "t4"."region" IN (
            'antwerp_province',
            'brussels',
            'limburg',
            'east_flanders',
            'flemish_brabant',
            'west_flanders'
          )
      ) AS "t12"
        ON "t11"."office_id" = "t12"."office_id"
    ) AS "t13"
  ) AS "t15"
  ANTI JOIN (
    SELECT
      "t1"."contract",
      "t1"."occurred_on" AS "ended_on"
    FROM "programme.contract_ended" AS "t1"
    WHERE
      "t1"."occurred_on" <= MAKE_DATE($last, 12, 31)
  ) AS "t10"
    ON "t15"."contract" = "t10"."contract"
  LEFT OUTER JOIN "persons" AS "t5"
    ON "t15"."dossier" = "t5"."dossier"
)
SELECT
  "t28"."region",
  "t28"."target_group",
  "t28"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t27"."id",
    "t27"."person",
    "t27"."region",
    "t27"."occurred_on",
    "t27"."year",
    COALESCE("t27"."target_group", 'undetermined') AS "target_group"
  FROM (
    SELECT
      "t26".*
      EXCLUDE ("id_right")
    FROM (
      SELECT
        "t21"."id",
        "t21"."person",
        "t21"."region",
        "t21"."occurred_on",
        "t21"."year",
        "t25"."id" AS "id_right",
        "t25"."target_group"
      FROM (
        SELECT
          "t17"."id",
          "t17"."person",
          "t17"."region",
          MAKE_DATE($last, 12, 31) AS "occurred_on",
          $last AS "year"
        FROM "t16" AS "t17"
      ) AS "t21"
      LEFT OUTER JOIN (
        SELECT
          "t23"."id",
          FIRST("t23"."target_group" ORDER BY "t23"."moment" DESC) AS "target_group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t20"."id",
              "t20"."person",
              "t20"."occurred_on",
              "t6"."until",
              "t6"."since",
              "t6"."moment",
              "t6"."target_group"
            FROM (
              SELECT
                "t17"."id",
                "t17"."person",
                MAKE_DATE($last, 12, 31) AS "occurred_on"
              FROM "t16" AS "t17"
            ) AS "t20"
            INNER JOIN "target_groups" AS "t6"
              ON "t20"."person" = "t6"."person"
          ) AS "t22"
          WHERE
            "t22"."since" <= "t22"."occurred_on"
            AND (
              (
                "t22"."until" IS NULL
              ) OR (
                "t22"."until" > "t22"."occurred_on"
              )
            )
        ) AS "t23"
        GROUP BY
          1
      ) AS "t25"
        ON "t21"."id" = "t25"."id"
    ) AS "t26"
  ) AS "t27"
) AS "t28"
GROUP BY
  1,
  2,
  3
