-- S'opposer à ce qui change la main sur un compte : adresse mail, courrier, regroupement, rupture.

-- Un acte dont le titulaire est prévenu, et qui se défait pendant 72 heures.
CREATE TABLE opposition (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  acte           VARCHAR(12)     NOT NULL,
  -- Le compte touché : celui qui reste d'un regroupement, celui que des élèves quittent d'une rupture.
  responsable_id BIGINT UNSIGNED NOT NULL,
  -- Le compte fermé d'un regroupement, le compte nouveau d'une rupture.
  autre_id       BIGINT UNSIGNED NULL,
  -- L'établissement qui a fait le courrier.
  uai            CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  -- Le jeton du regroupement ou de la rupture.
  reference      BINARY(16)      NULL,
  -- Ce qu'il faut pour défaire, mot de passe (son empreinte) compris : effacé dès que plus personne ne peut s'opposer.
  avant          JSON            NULL,
  cree_le        DATETIME(3)     NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  -- Plus rien ne s'y oppose : on s'y est opposé (oppose_le), ou l'acte a été défait par ailleurs.
  close_le       DATETIME(3)     NULL,
  oppose_le      DATETIME(3)     NULL,
  PRIMARY KEY (id),
  KEY ix_opposition_responsable (responsable_id, acte, cree_le),
  KEY ix_opposition_expire_le (expire_le),
  CONSTRAINT fk_opposition_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_opposition_autre FOREIGN KEY (autre_id) REFERENCES responsable (id),
  CONSTRAINT fk_opposition_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_opposition_acte CHECK (acte IN ('MAIL', 'COURRIER', 'REGROUPEMENT', 'RUPTURE')),
  CONSTRAINT ck_opposition_comptes CHECK (
    (acte IN ('REGROUPEMENT', 'RUPTURE')) = (autre_id IS NOT NULL)
    AND (acte IN ('REGROUPEMENT', 'RUPTURE')) = (reference IS NOT NULL)
    AND (autre_id IS NULL OR autre_id <> responsable_id)),
  CONSTRAINT ck_opposition_etablissement CHECK ((acte = 'COURRIER') = (uai IS NOT NULL)),
  CONSTRAINT ck_opposition_duree CHECK (expire_le > cree_le),
  CONSTRAINT ck_opposition_fin CHECK ((close_le IS NULL OR avant IS NULL) AND (oppose_le IS NULL OR close_le IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Un lien par adresse prévenue ; le premier qui sert les use tous. La base n'en connaît que l'empreinte.
CREATE TABLE opposition_lien (
  empreinte     CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opposition_id BIGINT UNSIGNED NOT NULL,
  -- Le compte dont l'adresse a reçu ce lien.
  compte_id     BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (empreinte),
  CONSTRAINT fk_opposition_lien_opposition FOREIGN KEY (opposition_id) REFERENCES opposition (id) ON DELETE CASCADE,
  CONSTRAINT fk_opposition_lien_compte FOREIGN KEY (compte_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les liens déjà envoyés servent encore. La table reste le temps que la version précédente s'arrête ; un script suivant l'ôtera.
INSERT INTO opposition (id, acte, responsable_id, avant, cree_le, expire_le)
SELECT o.id, 'MAIL', o.responsable_id,
       JSON_OBJECT('mail', o.ancien_mail, 'confirmeLe', o.ancien_confirme_le, 'nouveau', o.nouveau_mail),
       o.cree_le, o.expire_le
FROM opposition_mail AS o
WHERE o.servi_le IS NULL;

INSERT INTO opposition_lien (empreinte, opposition_id, compte_id)
SELECT o.empreinte, o.id, o.responsable_id
FROM opposition_mail AS o
WHERE o.servi_le IS NULL;

-- Un regroupement défait par une opposition : sa ligne quitte regroupement, où elle dirait le compte encore fermé.
CREATE TABLE regroupement_annule (
  id             BIGINT UNSIGNED NOT NULL,
  jeton          BINARY(16)      NOT NULL,
  principal_id   BIGINT UNSIGNED NOT NULL,
  secondaire_id  BIGINT UNSIGNED NOT NULL,
  fait_le        DATETIME(3)     NOT NULL,
  fait_par       VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  annule_le      DATETIME(3)     NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_regroupement_annule_jeton UNIQUE (jeton),
  KEY ix_regroupement_annule_secondaire (secondaire_id),
  CONSTRAINT fk_regroupement_annule_principal FOREIGN KEY (principal_id) REFERENCES responsable (id),
  CONSTRAINT fk_regroupement_annule_secondaire FOREIGN KEY (secondaire_id) REFERENCES responsable (id),
  CONSTRAINT ck_regroupement_annule_dates CHECK (annule_le >= fait_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Par quoi l'auteur avait prouvé qui il est, quand ce n'était pas son mot de passe : un courrier (et son établissement), un lien reçu.
ALTER TABLE journal
  ADD COLUMN acteur_moyen VARCHAR(12) NULL,
  ADD COLUMN acteur_uai   CHAR(8)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  ADD CONSTRAINT ck_journal_moyen CHECK (
    (acteur_moyen IS NULL OR acteur_moyen IN ('COURRIER', 'LIEN')) AND (acteur_uai IS NULL OR acteur_moyen = 'COURRIER'));

-- Pourquoi un papier, quand un lien pouvait partir à l'adresse confirmée du titulaire.
ALTER TABLE courrier
  ADD COLUMN raison VARCHAR(17) NULL,
  ADD CONSTRAINT ck_courrier_raison CHECK (
    raison IS NULL OR (motif = 'REINITIALISATION' AND raison IN ('MESSAGERIE_PERDUE', 'LIEN_NON_RECU', 'DEMANDE_PAPIER')));
