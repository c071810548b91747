-- Un élève peut être inscrit dans deux établissements. Ces déclencheurs demandent le droit TRIGGER : il est essayé d'abord, pour que rien
-- ne soit fait à moitié s'il manque (conf/DEPLOIEMENT.md §1).
CREATE TRIGGER essai_du_droit BEFORE DELETE ON eleve FOR EACH ROW SET @essai_du_droit = 1;
DROP TRIGGER essai_du_droit;

ALTER TABLE eleve MODIFY COLUMN classe VARCHAR(60) NULL;

ALTER TABLE etablissement
  -- L'établissement où celui-ci a été fondu ; nul tant qu'il existe. Ses élèves, les courriers faits pour eux et les personnes
  -- qu'il attendait y passent avec lui (etablissement_remplace).
  ADD COLUMN remplace_par CHAR(8) CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  ADD CONSTRAINT fk_etablissement_remplace_par FOREIGN KEY (remplace_par) REFERENCES etablissement (uai),
  ADD CONSTRAINT ck_etablissement_remplace_par CHECK (remplace_par <> uai),
  DROP CONSTRAINT ck_etablissement_nature,
  ADD CONSTRAINT ck_etablissement_nature CHECK (nature IN ('ECOLE', 'COLLEGE', 'LYCEE', 'AUTRE'));

-- Un élève dans un établissement. Sorti de partout, il reste aux yeux du dernier établissement qui l'a connu.
CREATE TABLE inscription (
  id       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  eleve_id BIGINT UNSIGNED NOT NULL,
  uai      CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  classe   VARCHAR(60)     NULL,
  -- Nulle quand personne ne l'a dite.
  entre_le DATE            NULL,
  sorti_le DATE            NULL,
  -- 1 tant que l'élève y est : une seule inscription ouverte par élève et établissement.
  ouverte  TINYINT UNSIGNED AS (IF(sorti_le IS NULL, 1, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_inscription_ouverte UNIQUE (eleve_id, uai, ouverte),
  KEY ix_inscription_uai (uai, eleve_id),
  CONSTRAINT fk_inscription_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id) ON DELETE CASCADE,
  CONSTRAINT fk_inscription_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_inscription_classe CHECK (classe <> ''),
  CONSTRAINT ck_inscription_dates CHECK (sorti_le >= entre_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- eleve.uai et eleve.classe restent : une version voisine les lit, et l'académie qui remplit eleve elle-même les écrit. Ils disent
-- l'inscription principale ; les déclencheurs tiennent inscription à leur pas, quel que soit celui qui écrit.
DELIMITER $$

CREATE TRIGGER eleve_inscrit AFTER INSERT ON eleve FOR EACH ROW
  INSERT INTO inscription (eleve_id, uai, classe) VALUES (NEW.id, NEW.uai, NEW.classe)$$

-- Un changement d'établissement ferme l'inscription principale et ouvre la nouvelle. Un import qui a déjà ouvert celle-ci n'en voit pas
-- fermer d'autre. Une fusion d'établissements fait elle-même le sien.
CREATE TRIGGER eleve_change AFTER UPDATE ON eleve FOR EACH ROW
BEGIN
  IF NEW.uai <> OLD.uai
     AND NOT EXISTS (SELECT 1 FROM etablissement AS t WHERE t.uai = OLD.uai AND t.remplace_par = NEW.uai)
     AND NOT EXISTS (SELECT 1 FROM inscription AS i WHERE i.eleve_id = NEW.id AND i.uai = NEW.uai AND i.ouverte = 1) THEN
    UPDATE inscription
    SET sorti_le = GREATEST(UTC_DATE(), COALESCE(entre_le, UTC_DATE()))
    WHERE eleve_id = NEW.id AND uai = OLD.uai AND ouverte = 1;
    INSERT INTO inscription (eleve_id, uai, classe, entre_le) VALUES (NEW.id, NEW.uai, NEW.classe, UTC_DATE());
  ELSEIF NOT (NEW.classe <=> OLD.classe) THEN
    UPDATE inscription
    SET classe = NEW.classe
    WHERE eleve_id = NEW.id AND uai = NEW.uai
    ORDER BY ouverte DESC, sorti_le DESC, id DESC
    LIMIT 1;
  END IF;
END$$

-- Une fusion : les élèves passent à l'établissement qui remplace celui-ci, ceux qui en sont sortis y restent connus. Une personne attendue
-- garde le numéro que l'ancien lui donnait, précédé de l'UAI où il vaut.
CREATE TRIGGER etablissement_remplace AFTER UPDATE ON etablissement FOR EACH ROW
BEGIN
  IF NOT (NEW.remplace_par <=> OLD.remplace_par) AND NEW.remplace_par IS NOT NULL THEN
    INSERT INTO inscription (eleve_id, uai, classe, entre_le)
    SELECT i.eleve_id, NEW.remplace_par, i.classe, GREATEST(UTC_DATE(), COALESCE(i.entre_le, UTC_DATE()))
    FROM inscription AS i
    LEFT JOIN inscription AS deja ON deja.eleve_id = i.eleve_id AND deja.uai = NEW.remplace_par AND deja.ouverte = 1
    WHERE i.uai = NEW.uai AND i.ouverte = 1 AND deja.id IS NULL;
    UPDATE inscription
    SET sorti_le = GREATEST(UTC_DATE(), COALESCE(entre_le, UTC_DATE()))
    WHERE uai = NEW.uai AND ouverte = 1;
    INSERT INTO inscription (eleve_id, uai, classe, entre_le, sorti_le)
    SELECT i.eleve_id, NEW.remplace_par, i.classe, i.entre_le, i.sorti_le
    FROM inscription AS i
    WHERE i.uai = NEW.uai AND NOT EXISTS (
      SELECT 1
      FROM inscription AS apres
      WHERE apres.eleve_id = i.eleve_id AND (apres.ouverte = 1 OR apres.sorti_le > i.sorti_le
        OR (apres.sorti_le = i.sorti_le AND apres.id > i.id)));
    UPDATE eleve SET uai = NEW.remplace_par WHERE uai = NEW.uai;
    DELETE p
    FROM portee AS p
    JOIN portee AS autre ON autre.responsable_id = p.responsable_id
    WHERE (p.uai = NEW.uai AND autre.uai = NEW.remplace_par AND p.courante IS NULL)
       OR (p.uai = NEW.remplace_par AND autre.uai = NEW.uai AND p.courante IS NULL AND autre.courante = 1);
    UPDATE portee SET uai = NEW.remplace_par WHERE uai = NEW.uai;
    UPDATE responsable_attendu
    SET uai = NEW.remplace_par,
        personne_id = IF(personne_id LIKE '%-%', personne_id, CONCAT(NEW.uai, '-', LEFT(personne_id, 23)))
    WHERE uai = NEW.uai;
  END IF;
END$$

DELIMITER ;

-- Après les déclencheurs : un élève ajouté entre les deux a déjà la sienne.
INSERT INTO inscription (eleve_id, uai, classe)
SELECT e.id, e.uai, e.classe
FROM eleve AS e
LEFT JOIN inscription AS i ON i.eleve_id = e.id
WHERE i.id IS NULL;
