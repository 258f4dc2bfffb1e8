SELECT
  "t0"."dossier",
  FIRST("t0"."person" ORDER BY "t0"."id" DESC) AS "person"
FROM "people.dossier_opened" AS "t0"
GROUP BY
  1
