-- Une rupture défaite par une opposition : sa ligne et ses détails quittent rupture, où ils diraient les élèves encore sur le compte nouveau.
CREATE TABLE rupture_annulee (
  id         BIGINT UNSIGNED NOT NULL,
  jeton      BINARY(16)      NOT NULL,
  source_id  BIGINT UNSIGNED NOT NULL,
  nouveau_id BIGINT UNSIGNED NOT NULL,
  fait_le    DATETIME(3)     NOT NULL,
  fait_par   VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  annule_le  DATETIME(3)     NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_rupture_annulee_jeton UNIQUE (jeton),
  CONSTRAINT uk_rupture_annulee_nouveau UNIQUE (nouveau_id),
  KEY ix_rupture_annulee_source (source_id),
  KEY ix_rupture_annulee_annule_le (annule_le),
  CONSTRAINT fk_rupture_annulee_source FOREIGN KEY (source_id) REFERENCES responsable (id),
  CONSTRAINT fk_rupture_annulee_nouveau FOREIGN KEY (nouveau_id) REFERENCES responsable (id),
  CONSTRAINT ck_rupture_annulee_comptes CHECK (source_id <> nouveau_id),
  CONSTRAINT ck_rupture_annulee_dates CHECK (annule_le >= fait_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Ce que chaque élève était sur le compte nouveau : dit de quels établissements la rupture défaite est l'affaire.
CREATE TABLE rupture_annulee_rattachement (
  rupture_id BIGINT UNSIGNED  NOT NULL,
  eleve_id   BIGINT UNSIGNED  NOT NULL,
  uai        CHAR(8)          CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  niveau     TINYINT UNSIGNED NOT NULL,
  lien       TINYINT UNSIGNED NOT NULL,
  etat       VARCHAR(8)       NOT NULL,
  PRIMARY KEY (rupture_id, eleve_id),
  CONSTRAINT fk_rupture_annulee_rattachement_rupture FOREIGN KEY (rupture_id) REFERENCES rupture_annulee (id) ON DELETE CASCADE,
  CONSTRAINT fk_rupture_annulee_rattachement_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT fk_rupture_annulee_rattachement_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

ALTER TABLE regroupement_annule ADD KEY ix_regroupement_annule_annule_le (annule_le);
