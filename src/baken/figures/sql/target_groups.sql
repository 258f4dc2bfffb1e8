SELECT
  "t6"."person",
  "t6"."until",
  "t6"."occurred_on" AS "since",
  (
    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."occurred_on") * 1099511627776
  ) + "t6"."id" AS "moment",
  COALESCE("t6"."target_group", 'undetermined') AS "target_group"
FROM (
  SELECT
    "t5".*
    EXCLUDE ("dossier")
  FROM (
    SELECT
      "t4"."id",
      "t4"."occurred_on",
      "t4"."dossier",
      "t4"."target_group",
      "t4"."until",
      "t2"."person"
    FROM (
      SELECT
        "t0"."id",
        "t0"."occurred_on",
        "t0"."dossier",
        "t0"."target_group",
        "t0"."until"
      FROM "programme.target_group_determined" AS "t0"
    ) AS "t4"
    INNER JOIN "persons" AS "t2"
      ON "t4"."dossier" = "t2"."dossier"
  ) AS "t5"
) AS "t6"
