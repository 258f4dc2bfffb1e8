SELECT
  "t6"."region",
  "t6"."year",
  COUNT(*) AS "value"
FROM (
  SELECT
    "t5".*
    EXCLUDE ("office_id")
  FROM (
    SELECT
      "t2"."id",
      "t2"."occurred_on",
      "t2"."person",
      "t2"."office_id",
      "t2"."year",
      "t4"."region"
    FROM "first_contracts" AS "t2"
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
    ) AS "t4"
      ON "t2"."office_id" = "t4"."office_id"
  ) AS "t5"
) AS "t6"
GROUP BY
  1,
  2
