-- Casser un regroupement, et répondre à « Je ne suis pas le représentant légal de cet élève ».

-- Un regroupement rompu l'est pour tous les élèves qu'il avait amenés, ou pour certains : rupture_regroupement dit lesquels.
ALTER TABLE regroupement
  ADD COLUMN ampleur VARCHAR(9) NULL,
  ADD CONSTRAINT ck_regroupement_ampleur CHECK (
    (etat = 'ROMPU') = (ampleur IS NOT NULL) AND (ampleur IS NULL OR ampleur IN ('PARTIELLE', 'ENTIERE')));

-- Ce que l'agent a choisi : reste au serveur, vit quelques minutes, sert une fois (uk_rupture_jeton).
CREATE TABLE demande_rupture (
  jeton          BINARY(16)      NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  agent          VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  session_id     BIGINT UNSIGNED NOT NULL,
  empreinte      CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  creee_le       DATETIME(3)     NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  PRIMARY KEY (jeton),
  KEY ix_demande_rupture_expire_le (expire_le),
  CONSTRAINT fk_demande_rupture_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_demande_rupture_duree CHECK (expire_le > creee_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE demande_rupture_eleve (
  jeton    BINARY(16)      NOT NULL,
  eleve_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (jeton, eleve_id),
  CONSTRAINT fk_demande_rupture_eleve_demande FOREIGN KEY (jeton) REFERENCES demande_rupture (jeton) ON DELETE CASCADE,
  CONSTRAINT fk_demande_rupture_eleve_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Une rupture fait un compte nouveau, et un seul.
CREATE TABLE rupture (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  jeton      BINARY(16)      NOT NULL,
  source_id  BIGINT UNSIGNED NOT NULL,
  nouveau_id BIGINT UNSIGNED NOT NULL,
  fait_le    DATETIME(3)     NOT NULL,
  fait_par   VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  adresse    VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_rupture_jeton UNIQUE (jeton),
  CONSTRAINT uk_rupture_nouveau UNIQUE (nouveau_id),
  CONSTRAINT fk_rupture_source FOREIGN KEY (source_id) REFERENCES responsable (id),
  CONSTRAINT fk_rupture_nouveau FOREIGN KEY (nouveau_id) REFERENCES responsable (id),
  CONSTRAINT ck_rupture_comptes CHECK (source_id <> nouveau_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Chaque lien : sur le compte source avant et après, et sur le compte nouveau. De quoi rejouer, et de quoi défaire.
CREATE TABLE rupture_rattachement (
  rupture_id     BIGINT UNSIGNED  NOT NULL,
  eleve_id       BIGINT UNSIGNED  NOT NULL,
  uai            CHAR(8)          CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  avant_niveau   TINYINT UNSIGNED NOT NULL,
  avant_lien     TINYINT UNSIGNED NOT NULL,
  avant_etat     VARCHAR(8)       NOT NULL,
  source_niveau  TINYINT UNSIGNED NOT NULL,
  source_lien    TINYINT UNSIGNED NOT NULL,
  source_etat    VARCHAR(8)       NOT NULL,
  nouveau_niveau TINYINT UNSIGNED NOT NULL,
  nouveau_lien   TINYINT UNSIGNED NOT NULL,
  nouveau_etat   VARCHAR(8)       NOT NULL,
  PRIMARY KEY (rupture_id, eleve_id),
  CONSTRAINT fk_rupture_rattachement_rupture FOREIGN KEY (rupture_id) REFERENCES rupture (id),
  CONSTRAINT fk_rupture_rattachement_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT fk_rupture_rattachement_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_rupture_rattachement_avant CHECK (avant_etat = 'ACTIF'),
  CONSTRAINT ck_rupture_rattachement_source CHECK (source_etat IN ('ACTIF', 'CONTESTE', 'RETIRE')),
  CONSTRAINT ck_rupture_rattachement_nouveau CHECK (nouveau_etat IN ('ACTIF', 'CONTESTE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les regroupements qui avaient amené l'élève, à travers toute la chaîne ; il ne quitte chacun qu'une fois. Aucune ligne : il
-- n'était venu par aucun.
CREATE TABLE rupture_regroupement (
  regroupement_id BIGINT UNSIGNED NOT NULL,
  eleve_id        BIGINT UNSIGNED NOT NULL,
  rupture_id      BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (regroupement_id, eleve_id),
  CONSTRAINT fk_rupture_regroupement_lien FOREIGN KEY (regroupement_id, eleve_id)
    REFERENCES regroupement_rattachement (regroupement_id, eleve_id),
  CONSTRAINT fk_rupture_regroupement_rupture FOREIGN KEY (rupture_id, eleve_id)
    REFERENCES rupture_rattachement (rupture_id, eleve_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- L'instant de la dernière déclaration « Je ne suis pas le représentant légal » sur ce lien, et celui du rappel à l'établissement.
ALTER TABLE rattachement
  ADD COLUMN conteste_le DATETIME(3) NULL,
  ADD COLUMN rappele_le  DATETIME(3) NULL,
  ADD KEY ix_rattachement_etat (etat, conteste_le),
  ADD CONSTRAINT ck_rattachement_rappel CHECK (rappele_le IS NULL OR (conteste_le IS NOT NULL AND rappele_le >= conteste_le));

UPDATE rattachement AS l
SET l.conteste_le = COALESCE(
  (SELECT MAX(j.le)
   FROM journal AS j
   WHERE j.action = 'CONTESTATION' AND j.responsable_id = l.responsable_id
     AND JSON_VALUE(j.details, '$.eleve') = l.eleve_id),
  l.depuis)
WHERE l.etat = 'CONTESTE';

-- La réponse de l'établissement : une seule par déclaration. Le motif est lu par le responsable.
CREATE TABLE reponse_signalement (
  id                  BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
  responsable_id      BIGINT UNSIGNED  NOT NULL,
  eleve_id            BIGINT UNSIGNED  NOT NULL,
  conteste_le         DATETIME(3)      NOT NULL,
  reponse             VARCHAR(8)       NOT NULL,
  motif               VARCHAR(500)     NOT NULL,
  uai                 CHAR(8)          CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  fait_le             DATETIME(3)      NOT NULL,
  fait_par            VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- Le dernier représentant légal est retiré : un autre est nommé, ou l'on confirme que l'élève n'en a plus.
  remplacant_id       BIGINT UNSIGNED  NULL,
  sans_representant   TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_reponse_signalement_declaration UNIQUE (responsable_id, eleve_id, conteste_le),
  CONSTRAINT fk_reponse_signalement_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_reponse_signalement_eleve FOREIGN KEY (eleve_id) REFERENCES eleve (id),
  CONSTRAINT fk_reponse_signalement_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT fk_reponse_signalement_remplacant FOREIGN KEY (remplacant_id) REFERENCES responsable (id),
  CONSTRAINT ck_reponse_signalement_reponse CHECK (reponse IN ('CONFIRME', 'REJETE')),
  CONSTRAINT ck_reponse_signalement_motif CHECK (TRIM(motif) <> ''),
  CONSTRAINT ck_reponse_signalement_dates CHECK (fait_le >= conteste_le),
  CONSTRAINT ck_reponse_signalement_suite CHECK (
    sans_representant IN (0, 1)
    AND (reponse = 'CONFIRME' OR (remplacant_id IS NULL AND sans_representant = 0))
    AND NOT (remplacant_id IS NOT NULL AND sans_representant = 1)
    AND (remplacant_id IS NULL OR remplacant_id <> responsable_id))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
