-- Schéma partagé : les tables que Téléservices lit et met à jour, et qu'une académie peut déjà posséder.
-- Les instants sont en UTC. Un script publié ne change plus : toute évolution est un script suivant.

CREATE TABLE etablissement (
  uai        CHAR(8)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  nature     VARCHAR(7)   NOT NULL,
  nom        VARCHAR(120) NOT NULL,
  commune    VARCHAR(80)  NULL,
  telephone  VARCHAR(20)  NULL,
  courriel   VARCHAR(254) NULL,
  site       VARCHAR(255) NULL,
  PRIMARY KEY (uai),
  -- La clé n'est pas vérifiée : de vrais fichiers en portent de fausses.
  CONSTRAINT ck_etablissement_uai CHECK (uai REGEXP '^[0-9]{7}[A-Z]$'),
  CONSTRAINT ck_etablissement_nature CHECK (nature IN ('ECOLE', 'COLLEGE', 'LYCEE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE responsable (
  id                   BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  identifiant          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  civilite             VARCHAR(4)   NULL,
  nom_famille          VARCHAR(100) NOT NULL,
  nom_usage            VARCHAR(100) NULL,
  prenom               VARCHAR(100) NOT NULL,
  mail                 VARCHAR(254) NULL,
  mail_confirme_le     DATETIME(3)  NULL,
  telephone_portable   VARCHAR(20)  NULL,
  mot_de_passe         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  provisoire_expire_le DATETIME(3)  NULL,
  etat                 VARCHAR(5)   NOT NULL,
  motif_fermeture      VARCHAR(13)  NULL,
  version              INT UNSIGNED NOT NULL DEFAULT 0,
  cree_le              DATETIME(3)  NOT NULL DEFAULT UTC_TIMESTAMP(3),
  active_le            DATETIME(3)  NULL,
  ferme_le             DATETIME(3)  NULL,
  -- 1 tant que le compte vit : cible de fk_rattachement_compte_ouvert.
  ouvert               TINYINT UNSIGNED AS (IF(etat = 'FERME', NULL, 1)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_responsable_identifiant UNIQUE (identifiant),
  CONSTRAINT uk_responsable_ouvert UNIQUE (id, ouvert),
  CONSTRAINT ck_responsable_identifiant CHECK (BINARY identifiant = LOWER(TRIM(identifiant)) AND identifiant <> ''),
  CONSTRAINT ck_responsable_etat CHECK (etat IN ('CREE', 'ACTIF', 'FERME')),
  CONSTRAINT ck_responsable_motif CHECK (
    (etat = 'FERME') = (motif_fermeture IS NOT NULL)
    AND (motif_fermeture IS NULL OR motif_fermeture IN ('REGROUPEMENT', 'ETABLISSEMENT'))),
  CONSTRAINT ck_responsable_mot_de_passe CHECK (
    (etat <> 'FERME' OR mot_de_passe IS NULL) AND (etat <> 'ACTIF' OR mot_de_passe IS NOT NULL)),
  CONSTRAINT ck_responsable_dates CHECK (
    (etat = 'FERME') = (ferme_le IS NOT NULL) AND (etat <> 'ACTIF' OR active_le IS NOT NULL)),
  CONSTRAINT ck_responsable_mail CHECK (mail_confirme_le IS NULL OR mail IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE eleve (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  identifiant    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  mot_de_passe   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  nom            VARCHAR(100) NOT NULL,
  prenom         VARCHAR(100) NOT NULL,
  date_naissance DATE         NOT NULL,
  uai            CHAR(8)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  classe         VARCHAR(20)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_eleve_identifiant UNIQUE (identifiant),
  CONSTRAINT fk_eleve_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_eleve_identifiant CHECK (BINARY identifiant = LOWER(TRIM(identifiant)) AND identifiant <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE rattachement (
  id             BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
  responsable_id BIGINT UNSIGNED  NOT NULL,
  eleve_id       BIGINT UNSIGNED  NOT NULL,
  niveau         TINYINT UNSIGNED NOT NULL,
  lien           TINYINT UNSIGNED NOT NULL,
  etat           VARCHAR(8)       NOT NULL,
  depuis         DATETIME(3)      NOT NULL DEFAULT UTC_TIMESTAMP(3),
  -- 1 tant que le lien vit : un compte fermé n'en garde aucun (fk_rattachement_compte_ouvert).
  ouvert         TINYINT UNSIGNED AS (IF(etat = 'RETIRE', NULL, 1)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_rattachement_couple UNIQUE (responsable_id, eleve_id),
  CONSTRAINT fk_rattachement_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_rattachement_compte_ouvert FOREIGN KEY (responsable_id, ouvert) REFERENCES responsable (id, ouvert),
  CONSTRAINT fk_rattachement_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT ck_rattachement_niveau CHECK (niveau IN (1, 2, 3)),
  CONSTRAINT ck_rattachement_lien CHECK (lien IN (10, 20, 37, 38, 39, 41, 42, 43, 50, 51, 70, 90)),
  CONSTRAINT ck_rattachement_etat CHECK (etat IN ('ACTIF', 'CONTESTE', 'RETIRE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE agent (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  identifiant  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  mot_de_passe VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  profil       VARCHAR(13)  NOT NULL,
  nom          VARCHAR(100) NOT NULL,
  prenom       VARCHAR(100) NOT NULL,
  mail         VARCHAR(254) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_agent_identifiant UNIQUE (identifiant),
  CONSTRAINT ck_agent_identifiant CHECK (BINARY identifiant = LOWER(TRIM(identifiant)) AND identifiant <> ''),
  CONSTRAINT ck_agent_profil CHECK (profil IN ('ETABLISSEMENT', 'ASSISTANCE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE habilitation (
  agent_id BIGINT UNSIGNED NOT NULL,
  uai      CHAR(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (agent_id, uai),
  CONSTRAINT fk_habilitation_agent FOREIGN KEY (agent_id) REFERENCES agent (id),
  CONSTRAINT fk_habilitation_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Ce que le CAS de l'académie a le droit de lire pour authentifier : rien d'autre.
CREATE VIEW compte_cas (identifiant, mot_de_passe, profil, nom, prenom, mail, expire_le) AS
  SELECT r.identifiant, r.mot_de_passe, 'RESPONSABLE', COALESCE(r.nom_usage, r.nom_famille), r.prenom, r.mail, r.provisoire_expire_le
  FROM responsable AS r
  WHERE r.etat <> 'FERME' AND r.mot_de_passe IS NOT NULL
  UNION ALL
  SELECT a.identifiant, a.mot_de_passe, a.profil, a.nom, a.prenom, a.mail, NULL
  FROM agent AS a
  WHERE a.mot_de_passe IS NOT NULL
  UNION ALL
  SELECT e.identifiant, e.mot_de_passe, 'ELEVE', e.nom, e.prenom, NULL, NULL
  FROM eleve AS e
  WHERE e.identifiant IS NOT NULL AND e.mot_de_passe IS NOT NULL;
