-- Une personne a parfois deux profils : parent, et agent d'un établissement, sous le même identifiant. Le CAS n'en prouve qu'un : une
-- ligne par identifiant, et profil dit tous ceux qu'elle ouvre, séparés par une virgule.
--
-- Le mot de passe est celui de l'agent s'il en a un : sinon le courrier d'un parent, que tout secrétariat peut refaire, ouvrirait un bureau.
-- Pour la même raison, le mot de passe d'un responsable ne prouve jamais que lui.
CREATE OR REPLACE VIEW compte_cas (identifiant, mot_de_passe, profil, nom, prenom, mail, expire_le) AS
  SELECT a.identifiant, a.mot_de_passe, IF(r.id IS NULL, a.profil, CONCAT('RESPONSABLE,', a.profil)), a.nom, a.prenom, a.mail, NULL
  FROM agent AS a
  LEFT JOIN responsable AS r ON r.identifiant = a.identifiant AND r.etat <> 'FERME'
  WHERE a.mot_de_passe IS NOT NULL
  UNION ALL
  SELECT r.identifiant, r.mot_de_passe, 'RESPONSABLE', COALESCE(r.nom_usage, r.nom_famille), r.prenom, r.mail, r.provisoire_expire_le
  FROM responsable AS r
  LEFT JOIN agent AS a ON a.identifiant = r.identifiant AND a.mot_de_passe IS NOT NULL
  WHERE r.etat <> 'FERME' AND r.mot_de_passe IS NOT NULL AND a.id IS NULL
  UNION ALL
  SELECT e.identifiant, e.mot_de_passe, 'ELEVE', e.nom, e.prenom, NULL, NULL
  FROM eleve AS e
  LEFT JOIN agent AS a ON a.identifiant = e.identifiant AND a.mot_de_passe IS NOT NULL
  LEFT JOIN responsable AS r ON r.identifiant = e.identifiant AND r.etat <> 'FERME' AND r.mot_de_passe IS NOT NULL
  WHERE e.identifiant IS NOT NULL AND e.mot_de_passe IS NOT NULL AND a.id IS NULL AND r.id IS NULL;

-- Les noms des personnes attendues et des agents, sous la forme où ceux des comptes et des élèves se trient et se cherchent déjà (V010) :
-- une seule règle d'ordre pour toutes les listes.
ALTER TABLE responsable_attendu
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
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL;

ALTER TABLE agent
  ADD COLUMN nom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(nom)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL,
  ADD COLUMN prenom_compact VARCHAR(200) AS (
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(prenom)
      , '-', ''), '''', ''), '’', ''), '.', ''), ' ', ''), 'œ', 'oe')
      , 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')) VIRTUAL;

-- Une personne saisie porte le jeton de la page : le même envoi, reçu deux fois, n'en fait qu'une.
ALTER TABLE responsable_attendu
  ADD COLUMN jeton BINARY(16) NULL,
  ADD CONSTRAINT uk_responsable_attendu_jeton UNIQUE (jeton);
