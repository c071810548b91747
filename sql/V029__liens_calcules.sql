-- Un lien est calculé des constats, ou décidé par une personne. D'où il vient, quand et par quoi il a été retiré : un import ne retire que ce
-- que des imports ont fait, et ne rouvre que ce qu'un import a retiré.
ALTER TABLE rattachement
  -- Ce qui existait avant ce script n'a pas d'origine connue : un import n'y touche pas.
  ADD COLUMN origine VARCHAR(6) NOT NULL DEFAULT 'SAISIE',
  -- Nuls pour un lien retiré avant ce script : nul import ne le rouvre. Qui rend la vie à un lien les efface ; restés sur un lien qui vit,
  -- c'est qu'une version voisine, qui ne les connaît pas, l'a fait pour une personne.
  ADD COLUMN retire_le DATETIME(3) NULL,
  ADD COLUMN retire_par VARCHAR(13) NULL,
  ADD CONSTRAINT ck_rattachement_origine CHECK (origine IN ('IMPORT', 'SAISIE')),
  ADD CONSTRAINT ck_rattachement_retrait CHECK (
    (retire_par IS NULL) = (retire_le IS NULL)
    AND (retire_par IS NULL OR retire_par IN ('IMPORT', 'ETABLISSEMENT', 'RUPTURE'))
    AND (COALESCE(retire_par, '') <> 'IMPORT' OR origine = 'IMPORT'));

-- Le titulaire a donné ce téléphone lui-même, ou l'a effacé : un import n'y touche plus.
ALTER TABLE responsable
  ADD COLUMN telephone_saisi_le DATETIME(3) NULL;

UPDATE responsable AS r
JOIN (SELECT j.responsable_id, MAX(j.le) AS le
      FROM journal AS j
      WHERE j.action = 'TELEPHONE_CHANGE'
      GROUP BY j.responsable_id) AS t ON t.responsable_id = r.id
SET r.telephone_saisi_le = t.le
WHERE r.etat <> 'FERME';

-- Une personne sans compte attend : depuis quand, où lui écrire, et les noms sous la forme où les listes se trient et se cherchent (V022).
ALTER TABLE identite_responsable
  ADD COLUMN connue_le DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
  ADD COLUMN adresse VARCHAR(250) NULL,
  ADD COLUMN code_postal VARCHAR(10) NULL,
  ADD COLUMN commune VARCHAR(80) NULL,
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
  ADD CONSTRAINT ck_identite_responsable_adresse CHECK (
    (adresse IS NULL OR commune IS NOT NULL) AND adresse <> '' AND code_postal <> '' AND commune <> '');
