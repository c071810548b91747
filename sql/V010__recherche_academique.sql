-- Recherche de l'assistance sur toute l'académie : les noms sans tirets, apostrophes, points ni blancs, ligatures développées,
-- que l'index trouve par leur début ; les accents sont l'affaire de la collation. Colonnes calculées à la lecture : aucune ligne
-- n'est réécrite.

ALTER TABLE responsable
  ADD COLUMN nom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(nom_famille)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD COLUMN nom_usage_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(nom_usage)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD COLUMN prenom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(prenom)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD KEY ix_responsable_nom_compact (nom_compact),
  ADD KEY ix_responsable_nom_usage_compact (nom_usage_compact),
  ADD KEY ix_responsable_prenom_compact (prenom_compact);

ALTER TABLE eleve
  ADD COLUMN nom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(nom)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD COLUMN prenom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(prenom)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD KEY ix_eleve_nom_compact (nom_compact),
  ADD KEY ix_eleve_prenom_compact (prenom_compact);

-- Journal du bureau relu par agent.
ALTER TABLE journal_bureau ADD KEY ix_journal_bureau_acteur (acteur, id);
