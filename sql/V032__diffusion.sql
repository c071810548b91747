-- La diffusion : à quels services un événement se remet, et où en est chaque remise.

-- Un instantané à relire ne concerne aucun compte, et parfois un seul abonné.
ALTER TABLE evenement
  MODIFY COLUMN responsable_id BIGINT UNSIGNED NULL,
  ADD COLUMN destinataire VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Un service abonné, tel que les réglages le disent ; jamais son adresse ni son secret.
CREATE TABLE abonne (
  nom           VARCHAR(40)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  inscrit_le    DATETIME(3)       NOT NULL,
  -- Manqué d'affilée pour une cause qui ne tient à aucun événement : rien ne lui est remis avant cet instant.
  echecs        SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  repos_jusqu_a DATETIME(3)       NULL,
  faute         VARCHAR(20)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (nom),
  CONSTRAINT ck_abonne_repos CHECK ((echecs = 0) = (repos_jusqu_a IS NULL) AND (echecs = 0) = (faute IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE abonnement (
  type   VARCHAR(40) NOT NULL,
  abonne VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (type, abonne),
  CONSTRAINT fk_abonnement_abonne FOREIGN KEY (abonne) REFERENCES abonne (nom) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE remise (
  abonne        VARCHAR(40)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  evenement_id  BIGINT UNSIGNED   NOT NULL,
  -- L'ordre se tient dans chaque file : un compte, ou 0 pour les instantanés.
  file          BIGINT UNSIGNED   NOT NULL,
  le            DATETIME(3)       NOT NULL,
  etat          VARCHAR(7)        NOT NULL DEFAULT 'ATTENTE',
  essais        SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  a_remettre_le DATETIME(3)       NULL,
  remis_le      DATETIME(3)       NULL,
  -- Du dernier essai manqué : le code de ce qui l'a empêché, et ce que l'abonné a répondu.
  faute         VARCHAR(20)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  statut        SMALLINT UNSIGNED NULL,
  PRIMARY KEY (abonne, evenement_id),
  KEY ix_remise_file (abonne, file, evenement_id),
  KEY ix_remise_a_remettre_le (abonne, a_remettre_le, evenement_id),
  KEY ix_remise_etat (etat, le),
  KEY ix_remise_remis_le (remis_le),
  CONSTRAINT fk_remise_evenement FOREIGN KEY (evenement_id) REFERENCES evenement (id),
  CONSTRAINT ck_remise_etat CHECK (etat IN ('ATTENTE', 'REMIS', 'PARQUE')),
  CONSTRAINT ck_remise_dates CHECK ((etat = 'ATTENTE') = (a_remettre_le IS NOT NULL) AND (etat = 'REMIS') = (remis_le IS NOT NULL)),
  CONSTRAINT ck_remise_parquee CHECK (etat <> 'PARQUE' OR faute IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

DELIMITER $$

-- Dans la transaction de l'événement, quel que soit ce qui l'écrit : aucun ne peut naître sans ses remises.
CREATE TRIGGER evenement_a_remettre AFTER INSERT ON evenement FOR EACH ROW
BEGIN
  INSERT INTO remise (abonne, evenement_id, file, le, a_remettre_le)
  SELECT a.abonne, NEW.id, COALESCE(NEW.responsable_id, 0), NEW.le, NEW.le
  FROM abonnement AS a
  WHERE a.type = NEW.type AND (NEW.destinataire IS NULL OR NEW.destinataire = a.abonne);
END$$

DELIMITER ;

-- Ce que les fichiers d'annuaire ont déjà dit : la suite n'en dit que les différences. La clé est celle de l'établissement, du compte ou de
-- l'élève, dans l'ordre où on les relit.
CREATE TABLE aaf_diffusee (
  categorie VARCHAR(13)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cle       BIGINT UNSIGNED NOT NULL,
  numero    VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  empreinte CHAR(32)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (categorie, cle),
  CONSTRAINT ck_aaf_diffusee_categorie CHECK (categorie IN ('ETABLISSEMENT', 'PERSONNE', 'ELEVE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- La dernière livraison de chaque nature ; sa ligne est aussi le verrou de qui en produit une.
CREATE TABLE aaf_produite (
  nature VARCHAR(7)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  le     DATETIME(3) NULL,
  PRIMARY KEY (nature),
  CONSTRAINT ck_aaf_produite_nature CHECK (nature IN ('COMPLET', 'DELTA'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
