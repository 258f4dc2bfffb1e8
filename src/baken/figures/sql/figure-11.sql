WITH "t15" AS (
  SELECT
    "t14"."id",
    "t14"."occurred_on",
    "t14"."person",
    "t14"."contract",
    "t14"."region"
  FROM (
    SELECT
      "t12".*
      EXCLUDE ("office_id")
    FROM (
      SELECT
        "t8"."id",
        "t8"."occurred_on",
        "t8"."person",
        "t8"."office_id",
        "t8"."contract",
        "t9"."region"
      FROM (
        SELECT
          "t2"."id",
          "t2"."occurred_on",
          "t2"."person",
          "t2"."office_id",
          "t2"."contract"
        FROM "programme.contract_signed" AS "t2"
        WHERE
          "t2"."occurred_on" <= MAKE_DATE($last, 12, 31)
      ) AS "t8"
      INNER JOIN (
        SELECT
          "t3"."id" AS "office_id",
          "t3"."region"
        FROM "office" AS "t3"
        WHERE
          "t3"."region" IN (
            'antwerp_province',
            'brussels',
            'limburg',
            'east_flanders',
            'flemish_brabant',
            'west_flanders'
          )
      ) AS "t9"
        ON "t8"."office_id" = "t9"."office_id"
    ) AS "t12"
  ) AS "t14"
  ANTI JOIN (
    SELECT
      "t0"."contract",
      "t0"."occurred_on" AS "ended_on"
    FROM "programme.contract_ended" AS "t0"
    WHERE
      "t0"."occurred_on" <= MAKE_DATE($last, 12, 31)
  ) AS "t7"
    ON "t14"."contract" = "t7"."contract"
)
SELECT
  "t27"."region",
  "t27"."target_group",
  "t27"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t26"."id",
    "t26"."occurred_on",
    "t26"."person",
    "t26"."contract",
    "t26"."region",
    "t26"."year",
    COALESCE("t26"."target_group", 'undetermined') AS "target_group"
  FROM (
    SELECT
      "t25".*
      EXCLUDE ("id_right")
    FROM (
      SELECT
        "t20"."id",
        "t20"."occurred_on",
        "t20"."person",
        "t20"."contract",
        "t20"."region",
        "t20"."year",
        "t24"."id" AS "id_right",
        "t24"."target_group"
      FROM (
        SELECT
          "t16"."id",
          MAKE_DATE($last, 12, 31) AS "occurred_on",
          "t16"."person",
          "t16"."contract",
          "t16"."region",
          $last AS "year"
        FROM "t15" AS "t16"
      ) AS "t20"
      LEFT OUTER JOIN (
        SELECT
          "t22"."id",
          FIRST("t22"."target_group" ORDER BY "t22"."moment" DESC) AS "target_group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t19"."id",
              "t19"."person",
              "t19"."occurred_on",
              "t11"."until",
              "t11"."since",
              "t11"."moment",
              "t11"."target_group"
            FROM (
              SELECT
                "t16"."id",
                "t16"."person",
                MAKE_DATE($last, 12, 31) AS "occurred_on"
              FROM "t15" AS "t16"
            ) AS "t19"
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
            ) AS "t11"
              ON "t19"."person" = "t11"."person"
          ) AS "t21"
          WHERE
            "t21"."since" <= "t21"."occurred_on"
            AND (
              (
                "t21"."until" IS NULL
              ) OR (
                "t21"."until" > "t21"."occurred_on"
              )
            )
        ) AS "t22"
        GROUP BY
          1
      ) AS "t24"
        ON "t20"."id" = "t24"."id"
    ) AS "t25"
  ) AS "t26"
) AS "t27"
GROUP BY
  1,
  2,
  3
