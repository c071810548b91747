-- Le compte d'une personne attendue change désormais dans la transaction qui regroupe ou qui casse. Jusqu'ici l'ouverture d'une page
-- le changeait, et une rupture faite avant elle le laissait pour toujours sur un compte fermé : ces lignes-là sont remises ici.
--
-- suite : les comptes où mènent, depuis celui de la ligne, les regroupements, puis les ruptures qui ont fait partir un de ses élèves.
-- ouvert : ceux qu'aucun regroupement n'a fermés. La personne va au compte fait par une rupture s'il connaît tous les élèves que l'autre
-- connaît et si celui-ci n'en garde aucun ; sinon au bout de la chaîne des regroupements.
UPDATE responsable_attendu AS a
JOIN (
  WITH RECURSIVE suite (attendu_id, compte_id, par_rupture) AS (
    SELECT b.id, b.responsable_id, 0
    FROM responsable_attendu AS b
    WHERE EXISTS (SELECT 1 FROM regroupement AS g WHERE g.secondaire_id = b.responsable_id)
       OR EXISTS (SELECT 1 FROM rupture AS u WHERE u.source_id = b.responsable_id)
    UNION
    SELECT s.attendu_id, g.principal_id, s.par_rupture
    FROM suite AS s
    JOIN regroupement AS g ON g.secondaire_id = s.compte_id
    UNION
    SELECT s.attendu_id, u.nouveau_id, 1
    FROM suite AS s
    JOIN rupture AS u ON u.source_id = s.compte_id
    JOIN rupture_rattachement AS d ON d.rupture_id = u.id
    JOIN responsable_attendu_eleve AS m ON m.attendu_id = s.attendu_id AND m.eleve_id = d.eleve_id
  ),
  ouvert AS (
    SELECT s.attendu_id, s.compte_id, s.par_rupture
    FROM suite AS s
    LEFT JOIN regroupement AS g ON g.secondaire_id = s.compte_id
    WHERE g.id IS NULL
  )
  SELECT t.attendu_id, COALESCE(MAX(c.compte_id), MAX(t.compte_id)) AS compte_id
  FROM ouvert AS t
  LEFT JOIN ouvert AS c
    ON c.attendu_id = t.attendu_id AND c.par_rupture = 1 AND c.compte_id <> t.compte_id
    AND EXISTS (
      SELECT 1
      FROM responsable_attendu_eleve AS m
      JOIN rattachement AS n ON n.responsable_id = c.compte_id AND n.eleve_id = m.eleve_id
      WHERE m.attendu_id = t.attendu_id)
    AND NOT EXISTS (
      SELECT 1
      FROM responsable_attendu_eleve AS m
      JOIN rattachement AS l ON l.responsable_id = t.compte_id AND l.eleve_id = m.eleve_id
      LEFT JOIN rattachement AS n ON n.responsable_id = c.compte_id AND n.eleve_id = m.eleve_id
      WHERE m.attendu_id = t.attendu_id AND (l.etat <> 'RETIRE' OR n.id IS NULL))
  WHERE t.par_rupture = 0
  GROUP BY t.attendu_id
) AS f ON f.attendu_id = a.id
SET a.responsable_id = f.compte_id
WHERE a.responsable_id <> f.compte_id;
