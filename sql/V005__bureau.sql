-- Le bureau de l'établissement : qui le dirige donne et retire les habilitations, et ce que font les agents se relit.

ALTER TABLE habilitation
  ADD COLUMN chef TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD CONSTRAINT ck_habilitation_chef CHECK (chef IN (0, 1));

-- Journal du bureau : chaque consultation des données d'un responsable et chaque acte d'un agent ; on n'y fait qu'ajouter.
CREATE TABLE journal_bureau (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  le             DATETIME(3)     NOT NULL,
  action         VARCHAR(40)     NOT NULL,
  acteur         VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  acteur_profil  VARCHAR(13)     NOT NULL,
  adresse        VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  uai            CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  responsable_id BIGINT UNSIGNED NULL,
  eleve_id       BIGINT UNSIGNED NULL,
  details        JSON            NOT NULL,
  PRIMARY KEY (id),
  KEY ix_journal_bureau_le (le),
  KEY ix_journal_bureau_uai (uai, id),
  KEY ix_journal_bureau_responsable (responsable_id, id),
  CONSTRAINT fk_journal_bureau_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT fk_journal_bureau_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_journal_bureau_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT ck_journal_bureau_profil CHECK (acteur_profil IN ('ETABLISSEMENT', 'ASSISTANCE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
