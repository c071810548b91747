-- Le bureau dit ce qui attend, et depuis quand ; un droit se donne à un identifiant, sans rien apprendre de qui le porte.

-- Depuis quand la personne attend ; pour celles d'avant ce script, le jour où il passe.
ALTER TABLE responsable_attendu
  ADD COLUMN attend_depuis DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3);

-- Une habilitation donnée à un identifiant : elle s'ouvre quand l'agent qui le porte se connecte, et disparaît alors d'ici.
CREATE TABLE habilitation_attendue (
  id          BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
  uai         CHAR(8)          CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  identifiant VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- Qui est l'agent, d'après le chef qui l'habilite.
  nom         VARCHAR(100)     NOT NULL,
  prenom      VARCHAR(100)     NOT NULL,
  mail        VARCHAR(254)     NOT NULL,
  chef        TINYINT UNSIGNED NOT NULL,
  donnee_le   DATETIME(3)      NOT NULL,
  donnee_par  VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (id),
  KEY ix_habilitation_attendue_identifiant (identifiant),
  CONSTRAINT uk_habilitation_attendue UNIQUE (uai, identifiant),
  CONSTRAINT fk_habilitation_attendue_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_habilitation_attendue_chef CHECK (chef IN (0, 1)),
  CONSTRAINT ck_habilitation_attendue_identifiant CHECK (BINARY identifiant = LOWER(TRIM(identifiant)) AND identifiant <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
