-- Tables propres au module : sessions, preuves, regroupements, journal, événements et courriels à remettre.

-- Une ligne par session ouverte chez nous ; le ticket n'est connu que par son empreinte.
CREATE TABLE session_ouverte (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  ticket      BINARY(32)   NOT NULL,
  identifiant VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  profil      VARCHAR(13)  NOT NULL,
  ouverte_le  DATETIME(3)  NOT NULL,
  finie_le    DATETIME(3)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_session_ouverte_ticket UNIQUE (ticket),
  KEY ix_session_ouverte_identifiant (identifiant),
  KEY ix_session_ouverte_ouverte_le (ouverte_le),
  CONSTRAINT ck_session_ouverte_profil CHECK (profil IN ('RESPONSABLE', 'ETABLISSEMENT', 'ASSISTANCE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Essais de preuve manqués (ou en cours), comptés par compte connecté, par cible et par adresse ; la cible n'est connue que
-- par son empreinte, car on y tape parfois un mot de passe.
CREATE TABLE essai (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  operation VARCHAR(20)  NOT NULL,
  compte    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  cible     BINARY(32)   NOT NULL,
  adresse   VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  le        DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY ix_essai_compte (operation, compte, le),
  KEY ix_essai_cible (operation, cible, le),
  KEY ix_essai_adresse (operation, adresse, le),
  KEY ix_essai_le (le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- La preuve de l'étape 1 : reste au serveur, vit quelques minutes, sert une fois (uk_regroupement_jeton).
CREATE TABLE demande_regroupement (
  jeton         BINARY(16)      NOT NULL,
  principal_id  BIGINT UNSIGNED NOT NULL,
  secondaire_id BIGINT UNSIGNED NOT NULL,
  session_id    BIGINT UNSIGNED NOT NULL,
  empreinte     CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  creee_le      DATETIME(3)     NOT NULL,
  expire_le     DATETIME(3)     NOT NULL,
  PRIMARY KEY (jeton),
  KEY ix_demande_regroupement_expire_le (expire_le),
  CONSTRAINT fk_demande_principal FOREIGN KEY (principal_id) REFERENCES responsable (id),
  CONSTRAINT fk_demande_secondaire FOREIGN KEY (secondaire_id) REFERENCES responsable (id),
  CONSTRAINT ck_demande_comptes CHECK (principal_id <> secondaire_id),
  CONSTRAINT ck_demande_duree CHECK (expire_le > creee_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE regroupement (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  jeton          BINARY(16)      NOT NULL,
  principal_id   BIGINT UNSIGNED NOT NULL,
  secondaire_id  BIGINT UNSIGNED NOT NULL,
  fait_le        DATETIME(3)     NOT NULL,
  fait_par       VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  adresse        VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  correspondance VARCHAR(40)     NOT NULL,
  etat           VARCHAR(5)      NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_regroupement_jeton UNIQUE (jeton),
  CONSTRAINT uk_regroupement_secondaire UNIQUE (secondaire_id),
  CONSTRAINT fk_regroupement_principal FOREIGN KEY (principal_id) REFERENCES responsable (id),
  CONSTRAINT fk_regroupement_secondaire FOREIGN KEY (secondaire_id) REFERENCES responsable (id),
  CONSTRAINT ck_regroupement_comptes CHECK (principal_id <> secondaire_id),
  CONSTRAINT ck_regroupement_etat CHECK (etat IN ('ACTIF', 'ROMPU'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Chaque lien avant (sur chaque compte, NULL où il n'existait pas) et après (sur le principal) : de quoi défaire exactement.
CREATE TABLE regroupement_rattachement (
  regroupement_id   BIGINT UNSIGNED  NOT NULL,
  eleve_id          BIGINT UNSIGNED  NOT NULL,
  principal_niveau  TINYINT UNSIGNED NULL,
  principal_lien    TINYINT UNSIGNED NULL,
  principal_etat    VARCHAR(8)       NULL,
  secondaire_niveau TINYINT UNSIGNED NULL,
  secondaire_lien   TINYINT UNSIGNED NULL,
  secondaire_etat   VARCHAR(8)       NULL,
  apres_niveau      TINYINT UNSIGNED NOT NULL,
  apres_lien        TINYINT UNSIGNED NOT NULL,
  apres_etat        VARCHAR(8)       NOT NULL,
  PRIMARY KEY (regroupement_id, eleve_id),
  CONSTRAINT fk_regroupement_rattachement_regroupement FOREIGN KEY (regroupement_id) REFERENCES regroupement (id),
  CONSTRAINT fk_regroupement_rattachement_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT ck_regroupement_rattachement_avant CHECK (principal_etat IS NOT NULL OR secondaire_etat IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Journal : on n'y fait qu'ajouter.
CREATE TABLE journal (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  le             DATETIME(3)     NOT NULL,
  action         VARCHAR(40)     NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  acteur         VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  acteur_profil  VARCHAR(13)     NOT NULL,
  adresse        VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  details        JSON            NOT NULL,
  PRIMARY KEY (id),
  KEY ix_journal_responsable (responsable_id, le),
  CONSTRAINT fk_journal_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Boîte de sortie des événements que les services abonnés recevront, dans l'ordre pour chaque compte.
CREATE TABLE evenement (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  le             DATETIME(3)     NOT NULL,
  type           VARCHAR(40)     NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  charge         JSON            NOT NULL,
  PRIMARY KEY (id),
  KEY ix_evenement_responsable (responsable_id, id),
  CONSTRAINT fk_evenement_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Boîte de sortie des courriels : un serveur SMTP en panne retarde un courriel, il n'en perd pas.
CREATE TABLE courriel (
  id           BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
  destinataire VARCHAR(254)     NOT NULL,
  objet        VARCHAR(200)     NOT NULL,
  texte        TEXT             NOT NULL,
  cree_le      DATETIME(3)      NOT NULL,
  a_envoyer_le DATETIME(3)      NULL,
  tentatives   TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le    DATETIME(3)      NULL,
  PRIMARY KEY (id),
  KEY ix_courriel_a_envoyer_le (a_envoyer_le),
  CONSTRAINT ck_courriel_etat CHECK (envoye_le IS NULL OR a_envoyer_le IS NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
