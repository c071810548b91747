-- Une livraison : un jeu de fichiers reçu une fois. Un périmètre n'en a qu'une à la fois ; appliquée, elle ne s'applique pas deux fois.
CREATE TABLE livraison (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  source       VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  perimetre    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  nature       VARCHAR(8)   NOT NULL,
  -- L'année scolaire que dit SIECLE ; l'annuaire n'en dit pas.
  annee        SMALLINT UNSIGNED NULL,
  produite_le  DATETIME(3)  NOT NULL,
  -- SHA-256 de ce que contiennent les fichiers, hors de leurs archives.
  empreinte    BINARY(32)   NOT NULL,
  -- Les noms des fichiers, comme on les a remis.
  fichiers     JSON         NOT NULL,
  etat         VARCHAR(10)  NOT NULL,
  -- Où en est l'application : élèves (1), personnes (2), liens (3), comptes (4), puis le dernier rang fait : un arrêt reprend après lui.
  etape        TINYINT UNSIGNED NOT NULL DEFAULT 1,
  curseur      BIGINT UNSIGNED NOT NULL DEFAULT 0,
  -- Combien d'écarts sont appliqués.
  faits        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  recue_le     DATETIME(3)  NOT NULL,
  recue_de     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- Bat tant qu'un serveur la lit ou l'applique.
  avance_le    DATETIME(3)  NOT NULL,
  confirmee_le DATETIME(3)  NULL,
  confirmee_de VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  -- D'où elle a été confirmée ; nulle pour une commande.
  adresse      VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  finie_le     DATETIME(3)  NULL,
  compteurs    JSON         NOT NULL,
  ouverte      TINYINT UNSIGNED AS (IF(finie_le IS NULL, 1, NULL)) STORED,
  appliquee    TINYINT UNSIGNED AS (IF(etat = 'APPLIQUEE', 1, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_livraison_ouverte UNIQUE (source, perimetre, ouverte),
  CONSTRAINT uk_livraison_appliquee UNIQUE (source, perimetre, empreinte, appliquee),
  KEY ix_livraison_recue_le (source, perimetre, recue_le),
  KEY ix_livraison_finie_le (finie_le),
  CONSTRAINT ck_livraison_source CHECK (source IN ('SIECLE', 'AAF')),
  CONSTRAINT ck_livraison_nature CHECK (nature IN ('COMPLETE', 'DELTA') AND (nature = 'COMPLETE' OR source = 'AAF')),
  CONSTRAINT ck_livraison_etat CHECK (etat IN ('RECUE', 'LUE', 'CONFIRMEE', 'APPLIQUEE', 'ABANDONNEE', 'REFUSEE')),
  CONSTRAINT ck_livraison_fin CHECK ((finie_le IS NULL) = (etat IN ('RECUE', 'LUE', 'CONFIRMEE'))),
  CONSTRAINT ck_livraison_confirmation CHECK (
    (confirmee_le IS NULL) = (confirmee_de IS NULL) AND (etat NOT IN ('CONFIRMEE', 'APPLIQUEE') OR confirmee_le IS NOT NULL)),
  CONSTRAINT ck_livraison_vide CHECK (perimetre <> '' AND recue_de <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Ce qui a été refusé ou signalé, ligne à ligne : de quoi refaire le rapport.
CREATE TABLE livraison_remarque (
  livraison_id BIGINT UNSIGNED NOT NULL,
  rang         INT UNSIGNED    NOT NULL,
  code         VARCHAR(40)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fichier      VARCHAR(120)    NOT NULL,
  -- 0 quand la remarque vaut pour tout le fichier.
  ligne        INT UNSIGNED    NOT NULL,
  sorte        VARCHAR(13)     NULL,
  numero       VARCHAR(80)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  valeurs      JSON            NOT NULL,
  PRIMARY KEY (livraison_id, rang),
  CONSTRAINT fk_livraison_remarque_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_remarque_sorte CHECK (sorte IN ('ETABLISSEMENT', 'ELEVE', 'PERSONNE', 'LIEN', 'CLASSE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les écarts : ce que la livraison change, et rien d'autre ; leur rang est l'ordre où ils ont été lus.
CREATE TABLE livraison_eleve (
  livraison_id BIGINT UNSIGNED NOT NULL,
  rang         BIGINT UNSIGNED NOT NULL,
  ecart        VARCHAR(7)      NOT NULL,
  fichier      VARCHAR(120)    NULL,
  ligne        INT UNSIGNED    NULL,
  numero       VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- L'élève reconnu ; nul s'il est à créer.
  eleve_id     BIGINT UNSIGNED NULL,
  -- Par quoi il l'a été ; nulle s'il est à créer.
  regle        VARCHAR(16)     NULL,
  -- Pour l'annuaire, le numéro que SIECLE lui donne dans son établissement.
  numero_siecle VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  ine          VARCHAR(11)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  nom          VARCHAR(100)    NOT NULL,
  nom_usage    VARCHAR(100)    NULL,
  prenom       VARCHAR(100)    NOT NULL,
  naissance    DATE            NOT NULL,
  sorti_le     DATE            NULL,
  -- [{"uai": …, "classe": …}] ; la classe peut être nulle.
  inscriptions JSON            NOT NULL,
  empreinte    BIGINT          NOT NULL,
  PRIMARY KEY (livraison_id, rang),
  KEY ix_livraison_eleve_ecart (livraison_id, ecart, rang),
  CONSTRAINT uk_livraison_eleve_numero UNIQUE (livraison_id, numero),
  CONSTRAINT fk_livraison_eleve_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_eleve_ecart CHECK (ecart IN ('NOUVEAU', 'CHANGE', 'PARTI'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE livraison_personne (
  livraison_id       BIGINT UNSIGNED NOT NULL,
  rang               BIGINT UNSIGNED NOT NULL,
  ecart              VARCHAR(7)      NOT NULL,
  fichier            VARCHAR(120)    NULL,
  ligne              INT UNSIGNED    NULL,
  numero             VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Son identité, si ce numéro est connu.
  identite_id        BIGINT UNSIGNED NULL,
  -- Le compte reconnu ; nul si elle n'en a pas encore.
  responsable_id     BIGINT UNSIGNED NULL,
  regle              VARCHAR(16)     NULL,
  civilite           VARCHAR(4)      NULL,
  nom_famille        VARCHAR(100)    NOT NULL,
  nom_usage          VARCHAR(100)    NULL,
  -- Nul pour un foyer ou un service.
  prenom             VARCHAR(100)    NULL,
  mail               VARCHAR(254)    NULL,
  telephone_portable VARCHAR(20)     NULL,
  voie               VARCHAR(300)    NULL,
  code_postal        VARCHAR(20)     NULL,
  commune            VARCHAR(80)     NULL,
  empreinte          BIGINT          NOT NULL,
  PRIMARY KEY (livraison_id, rang),
  KEY ix_livraison_personne_ecart (livraison_id, ecart, rang),
  CONSTRAINT uk_livraison_personne_numero UNIQUE (livraison_id, numero),
  CONSTRAINT fk_livraison_personne_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_personne_ecart CHECK (ecart IN ('NOUVEAU', 'CHANGE', 'PARTI'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE livraison_lien (
  livraison_id BIGINT UNSIGNED  NOT NULL,
  rang         BIGINT UNSIGNED  NOT NULL,
  ecart        VARCHAR(7)       NOT NULL,
  fichier      VARCHAR(120)     NULL,
  ligne        INT UNSIGNED     NULL,
  -- Deux numéros de la source, dans le périmètre de la livraison.
  eleve        VARCHAR(32)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  personne     VARCHAR(32)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  niveau       TINYINT UNSIGNED NOT NULL,
  lien         TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (livraison_id, rang),
  KEY ix_livraison_lien_ecart (livraison_id, ecart, rang),
  KEY ix_livraison_lien_eleve (livraison_id, eleve),
  CONSTRAINT uk_livraison_lien_couple UNIQUE (livraison_id, personne, eleve),
  CONSTRAINT fk_livraison_lien_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_lien_ecart CHECK (ecart IN ('NOUVEAU', 'CHANGE', 'PARTI')),
  CONSTRAINT ck_livraison_lien_niveau CHECK (niveau IN (1, 2, 3)),
  CONSTRAINT ck_livraison_lien_lien CHECK (lien IN (10, 20, 37, 38, 39, 41, 42, 43, 50, 51, 70, 90))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les comptes qu'une livraison a changés : chacun s'annonce une fois, à la fin, quel que soit le nombre de ses liens.
CREATE TABLE livraison_compte (
  livraison_id   BIGINT UNSIGNED NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  -- En quoi il a changé.
  liens          BOOLEAN         NOT NULL,
  mail           BOOLEAN         NOT NULL,
  telephone      BOOLEAN         NOT NULL,
  PRIMARY KEY (livraison_id, responsable_id),
  CONSTRAINT fk_livraison_compte_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Empreinte de ce que la source en a dit la dernière fois : la même, il n'y a rien à faire. Nulle : on ne sait pas.
ALTER TABLE identite_eleve ADD COLUMN empreinte BIGINT NULL;
ALTER TABLE identite_responsable ADD COLUMN empreinte BIGINT NULL;
