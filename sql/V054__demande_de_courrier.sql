-- Un responsable demande à un établissement, qu'il nomme, un nouveau courrier pour un enfant qui manque à son compte. L'enfant est tel que saisi :
-- rien ne dit s'il est connu, et rien ne s'en déduit. « ouverte » : 1 tant qu'elle attend, nul ensuite ; la même ne s'ouvre pas deux fois.
CREATE TABLE demande_de_courrier (
  id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  responsable_id   BIGINT UNSIGNED NOT NULL,
  uai              CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  enfant_nom       VARCHAR(100)    NOT NULL,
  enfant_prenom    VARCHAR(100)    NOT NULL,
  enfant_naissance DATE            NOT NULL,
  demandee_le      DATETIME(3)     NOT NULL,
  etat             VARCHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ATTEND',
  motif            VARCHAR(500)    NULL,
  close_le         DATETIME(3)     NULL,
  close_par        VARCHAR(100)    NULL,
  ouverte          TINYINT(1)      AS (IF(etat = 'ATTEND', 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  UNIQUE KEY uk_demande_de_courrier_ouverte (responsable_id, uai, enfant_naissance, enfant_prenom, ouverte),
  KEY ix_demande_de_courrier_uai (uai, etat, demandee_le),
  KEY ix_demande_de_courrier_close_le (close_le),
  CONSTRAINT fk_demande_de_courrier_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_demande_de_courrier_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_demande_de_courrier_etat CHECK (etat IN ('ATTEND', 'FAITE', 'SANS_SUITE', 'RETIREE')),
  CONSTRAINT ck_demande_de_courrier_close CHECK ((etat = 'ATTEND') = (close_le IS NULL)),
  CONSTRAINT ck_demande_de_courrier_par CHECK ((close_par IS NOT NULL) = (etat IN ('FAITE', 'SANS_SUITE'))),
  CONSTRAINT ck_demande_de_courrier_motif CHECK ((motif IS NOT NULL) = (etat = 'SANS_SUITE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
