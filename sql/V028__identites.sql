-- Qui est qui : une personne, un élève, tels qu'une source les nomme. Un numéro n'a de sens que dans son périmètre : une UAI pour SIECLE,
-- une académie et un degré pour l'annuaire (« bordeaux-2D »). Ce que la source a dit reste à côté de ce que le compte est.
CREATE TABLE identite_eleve (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  source     VARCHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  perimetre  VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  numero     VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  eleve_id   BIGINT UNSIGNED NOT NULL,
  -- Jamais unique : il en est de redonnés, de doubles, d'absents.
  ine        VARCHAR(11)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  disparu_le DATETIME(3)     NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_identite_eleve_numero UNIQUE (source, perimetre, numero),
  KEY ix_identite_eleve_ine (ine),
  CONSTRAINT fk_identite_eleve_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id) ON DELETE CASCADE,
  CONSTRAINT ck_identite_eleve_source CHECK (source IN ('SIECLE', 'AAF')),
  CONSTRAINT ck_identite_eleve_vide CHECK (perimetre <> '' AND numero <> '' AND ine <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE identite_responsable (
  id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  source             VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  perimetre          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  numero             VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  civilite           VARCHAR(4)   NULL,
  nom_famille        VARCHAR(100) NOT NULL,
  nom_usage          VARCHAR(100) NULL,
  -- Nul pour un foyer ou un service : il porte des liens, et n'a pas de compte.
  prenom             VARCHAR(100) NULL,
  mail               VARCHAR(254) NULL,
  telephone_portable VARCHAR(20)  NULL,
  -- Le premier compte qu'elle a nommé ; il ne change plus, même fermé : c'est la pierre tombale d'un import.
  origine_id         BIGINT UNSIGNED NULL,
  -- Celui qu'elle nomme aujourd'hui : il suit les regroupements et les ruptures, et n'est jamais fermé.
  responsable_id     BIGINT UNSIGNED NULL,
  ouvert             TINYINT UNSIGNED AS (IF(responsable_id IS NULL, NULL, 1)) STORED,
  disparu_le         DATETIME(3)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_identite_responsable_numero UNIQUE (source, perimetre, numero),
  CONSTRAINT fk_identite_responsable_origine FOREIGN KEY (origine_id) REFERENCES responsable (id),
  CONSTRAINT fk_identite_responsable_compte_ouvert FOREIGN KEY (responsable_id, ouvert) REFERENCES responsable (id, ouvert),
  CONSTRAINT ck_identite_responsable_source CHECK (source IN ('SIECLE', 'AAF')),
  CONSTRAINT ck_identite_responsable_origine CHECK (responsable_id IS NULL OR origine_id IS NOT NULL),
  CONSTRAINT ck_identite_responsable_compte CHECK (responsable_id IS NULL OR prenom IS NOT NULL),
  CONSTRAINT ck_identite_responsable_vide CHECK (
    perimetre <> '' AND numero <> '' AND civilite <> '' AND nom_famille <> '' AND nom_usage <> '' AND prenom <> '' AND mail <> ''
    AND telephone_portable <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- « Cette personne est responsable de cet élève », dit une source. Le compte qui porte ce lien aujourd'hui peut différer de celui de la
-- personne : une rupture partielle en laisse un élève d'un côté, un de l'autre.
CREATE TABLE constat (
  identite_id    BIGINT UNSIGNED  NOT NULL,
  eleve_id       BIGINT UNSIGNED  NOT NULL,
  niveau         TINYINT UNSIGNED NOT NULL,
  lien           TINYINT UNSIGNED NOT NULL,
  responsable_id BIGINT UNSIGNED  NULL,
  ouvert         TINYINT UNSIGNED AS (IF(responsable_id IS NULL, NULL, 1)) STORED,
  PRIMARY KEY (identite_id, eleve_id),
  KEY ix_constat_compte (responsable_id, eleve_id),
  CONSTRAINT fk_constat_identite FOREIGN KEY (identite_id) REFERENCES identite_responsable (id),
  CONSTRAINT fk_constat_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id) ON DELETE CASCADE,
  CONSTRAINT fk_constat_compte_ouvert FOREIGN KEY (responsable_id, ouvert) REFERENCES responsable (id, ouvert),
  CONSTRAINT ck_constat_niveau CHECK (niveau IN (1, 2, 3)),
  CONSTRAINT ck_constat_lien CHECK (lien IN (10, 20, 37, 38, 39, 41, 42, 43, 50, 51, 70, 90))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

DELIMITER $$

CREATE TRIGGER identite_responsable_origine BEFORE UPDATE ON identite_responsable FOR EACH ROW
BEGIN
  IF OLD.origine_id IS NOT NULL AND NOT (NEW.origine_id <=> OLD.origine_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'identite_responsable.origine_id ne change pas';
  END IF;
END$$

DELIMITER ;
