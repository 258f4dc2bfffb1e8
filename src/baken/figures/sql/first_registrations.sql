WITH "t10" AS (
  SELECT
    "t9"."id",
    "t9"."occurred_on",
    "t9"."office_id",
    "t9"."kind",
    "t9"."person",
    (
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."occurred_on") * 1099511627776
    ) + "t9"."id" AS "moment"
  FROM (
    SELECT
      "t8".*
      EXCLUDE ("dossier")
    FROM (
      SELECT
        "t6"."id",
        "t6"."occurred_on",
        "t6"."dossier",
        "t6"."office_id",
        "t6"."kind",
        "t3"."person"
      FROM (
        SELECT
          "t1"."id",
          "t1"."occurred_on",
          "t1"."dossier",
          "t1"."office_id",
          "t1"."kind"
        FROM "programme.registered" AS "t1"
      ) AS "t6"
      INNER JOIN "persons" AS "t3"
        ON "t6"."dossier" = "t3"."dossier"
    ) AS "t8"
  ) AS "t9"
  WHERE
    "t9"."kind" = 'first'
)
SELECT
  "t18".*
  EXCLUDE ("office_id")
FROM (
  SELECT
    "t17"."id",
    "t17"."occurred_on",
    "t17"."office_id",
    "t17"."kind",
    "t17"."person",
    "t7"."region"
  FROM (
    SELECT
      "t15".*
      EXCLUDE ("moment")
    FROM (
      SELECT
        "t12"."id",
        "t12"."occurred_on",
        "t12"."office_id",
        "t12"."kind",
        "t12"."person",
        "t12"."moment"
      FROM "t10" AS "t12"
      SEMI JOIN (
        SELECT
          "t11"."person",
          MIN("t11"."moment") AS "moment"
        FROM "t10" AS "t11"
        GROUP BY
          1
      ) AS "t14"
        ON "t12"."moment" = "t14"."moment"
    ) AS "t15"
  ) AS "t17"
  INNER JOIN (
    SELECT
      "t0"."id" AS "office_id",
      "t0"."region"
    FROM "office" AS "t0"
    WHERE
      "t0"."region" IN (
        'antwerp_province',
        'brussels',
        'limburg',
        'east_flanders',
        'flemish_brabant',
        'west_flanders'
      )
  ) AS "t7"
    ON "t17"."office_id" = "t7"."office_id"
) AS "t18"
