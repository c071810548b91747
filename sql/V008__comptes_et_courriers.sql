-- Le bureau de l'établissement : responsables encore sans compte, adresses postales, courriers de notification.

-- Une personne que la base élèves de l'établissement connaît, qu'elle ait déjà un compte (responsable_id) ou non.
CREATE TABLE responsable_attendu (
  id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  uai                CHAR(8)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- Numéro de la personne dans la base élèves de cet établissement ; nul pour une saisie.
  personne_id        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  civilite           VARCHAR(4)   NULL,
  nom_famille        VARCHAR(100) NOT NULL,
  nom_usage          VARCHAR(100) NULL,
  prenom             VARCHAR(100) NOT NULL,
  mail               VARCHAR(254) NULL,
  telephone_portable VARCHAR(20)  NULL,
  adresse            VARCHAR(250) NULL,
  code_postal        VARCHAR(10)  NULL,
  commune            VARCHAR(80)  NULL,
  responsable_id     BIGINT UNSIGNED NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_responsable_attendu_personne UNIQUE (uai, personne_id),
  CONSTRAINT fk_responsable_attendu_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT fk_responsable_attendu_compte FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_responsable_attendu_commune CHECK (adresse IS NULL OR commune IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- De quels élèves cette personne est responsable, et à quel titre.
CREATE TABLE responsable_attendu_eleve (
  attendu_id BIGINT UNSIGNED  NOT NULL,
  eleve_id   BIGINT UNSIGNED  NOT NULL,
  niveau     TINYINT UNSIGNED NOT NULL,
  lien       TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (attendu_id, eleve_id),
  CONSTRAINT fk_responsable_attendu_eleve_attendu FOREIGN KEY (attendu_id) REFERENCES responsable_attendu (id),
  CONSTRAINT fk_responsable_attendu_eleve_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT ck_responsable_attendu_eleve_niveau CHECK (niveau IN (1, 2, 3)),
  CONSTRAINT ck_responsable_attendu_eleve_lien CHECK (lien IN (10, 20, 37, 38, 39, 41, 42, 43, 50, 51, 70, 90))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Où écrire au titulaire d'un compte ; les lignes de l'adresse sont séparées par un saut de ligne.
CREATE TABLE adresse_postale (
  responsable_id BIGINT UNSIGNED NOT NULL,
  adresse        VARCHAR(250) NOT NULL,
  code_postal    VARCHAR(10)  NULL,
  commune        VARCHAR(80)  NOT NULL,
  PRIMARY KEY (responsable_id),
  CONSTRAINT fk_adresse_postale_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Ceux qui créent en même temps des comptes de même prénom et nom passent ici l'un après l'autre, avant de choisir un numéro.
CREATE TABLE radical_identifiant (
  radical VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (radical)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Chaque courrier de notification fait : jamais son mot de passe.
CREATE TABLE courrier (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  responsable_id BIGINT UNSIGNED NOT NULL,
  uai            CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  motif          VARCHAR(16)     NOT NULL,
  fait_le        DATETIME(3)     NOT NULL,
  fait_par       VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (id),
  KEY ix_courrier_uai (uai, fait_le),
  KEY ix_courrier_responsable (responsable_id, uai, fait_le),
  CONSTRAINT fk_courrier_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_courrier_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_courrier_motif CHECK (motif IN ('PREMIER', 'REIMPRESSION', 'REINITIALISATION'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
