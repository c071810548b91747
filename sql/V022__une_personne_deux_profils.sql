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
