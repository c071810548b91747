-- Rapprocher deux comptes sur ce que des établissements ont dit de la même personne : même nom, même prénom, même adresse mail, même portable.

-- Ce qui se compare de ce qu'une source a dit, réduit à des nombres : ClesDIdentite (Java) les calcule, la base ne sait pas normaliser un nom.
-- cle_prenom nulle : pas encore calculées ; zéro : ni nom ni prénom qui se compare. Les deux autres sont nulles quand rien n'a été dit.
ALTER TABLE identite_responsable
  ADD COLUMN cle_prenom   BIGINT NULL,
  ADD COLUMN cle_mail     BIGINT NULL,
  ADD COLUMN cle_portable BIGINT NULL,
  ADD KEY ix_identite_responsable_cles (cle_mail, cle_prenom, cle_portable, responsable_id),
  ADD CONSTRAINT ck_identite_responsable_cles CHECK (cle_prenom IS NOT NULL OR (cle_mail IS NULL AND cle_portable IS NULL));

-- D'où vient un regroupement : de son titulaire, ou du rapprochement.
ALTER TABLE regroupement
  ADD COLUMN origine VARCHAR(13) NOT NULL DEFAULT 'TITULAIRE',
  ADD CONSTRAINT ck_regroupement_origine CHECK (origine IN ('TITULAIRE', 'RAPPROCHEMENT'));

ALTER TABLE regroupement_annule
  ADD COLUMN origine VARCHAR(13) NOT NULL DEFAULT 'TITULAIRE',
  ADD CONSTRAINT ck_regroupement_annule_origine CHECK (origine IN ('TITULAIRE', 'RAPPROCHEMENT'));

-- Qui s'est opposé à un regroupement ne veut pas le voir refait sans lui.
INSERT IGNORE INTO suggestion_ecartee (responsable_id, autre_id, le)
SELECT principal_id, secondaire_id, annule_le
FROM regroupement_annule;

-- Un rapprochement : demandé, calculé (c'est l'aperçu), validé, fini. L'auteur de chaque acte est celui qu'écriront les journaux.
CREATE TABLE rapprochement (
  id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  etat             VARCHAR(10)     NOT NULL,
  demande_le       DATETIME(3)     NOT NULL,
  demande_par      VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  demande_profil   VARCHAR(13)     NOT NULL,
  demande_adresse  VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  calcule_le       DATETIME(3)     NULL,
  valide_le        DATETIME(3)     NULL,
  valide_par       VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  valide_profil    VARCHAR(13)     NULL,
  valide_adresse   VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  fini_le          DATETIME(3)     NULL,
  -- 1 tant qu'il n'est pas fini : un seul à la fois, le second qui demande voit celui du premier.
  ouvert           TINYINT UNSIGNED AS (IF(fini_le IS NULL, 1, NULL)) STORED,
  PRIMARY KEY (id),
  CONSTRAINT uk_rapprochement_ouvert UNIQUE (ouvert),
  KEY ix_rapprochement_fini_le (fini_le),
  CONSTRAINT ck_rapprochement_etat CHECK (etat IN ('DEMANDE', 'CALCULE', 'VALIDE', 'FINI', 'ABANDONNE')),
  CONSTRAINT ck_rapprochement_profil CHECK (
    demande_profil IN ('ETABLISSEMENT', 'ASSISTANCE', 'EXPLOITATION')
    AND (valide_profil IS NULL OR valide_profil IN ('ETABLISSEMENT', 'ASSISTANCE', 'EXPLOITATION'))),
  CONSTRAINT ck_rapprochement_dates CHECK (
    (fini_le IS NOT NULL) = (etat IN ('FINI', 'ABANDONNE'))
    AND (etat NOT IN ('CALCULE', 'VALIDE', 'FINI') OR calcule_le IS NOT NULL)
    AND (etat NOT IN ('VALIDE', 'FINI') OR valide_le IS NOT NULL)
    AND (valide_le IS NULL) = (valide_par IS NULL) AND (valide_le IS NULL) = (valide_profil IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Deux personnes que les données disent la même. Sans motif : le compte autre_id est à regrouper avec compte_id ; avec un motif, on n'y
-- touche pas, et il dit pourquoi. « groupe » réunit ce qui se fait d'un seul tenant.
CREATE TABLE rapprochement_paire (
  rapprochement_id  BIGINT UNSIGNED NOT NULL,
  rang              INT UNSIGNED    NOT NULL,
  groupe            INT UNSIGNED    NOT NULL,
  motif             VARCHAR(24)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Nul quand la personne n'a pas de compte.
  compte_id         BIGINT UNSIGNED NULL,
  identite_id       BIGINT UNSIGNED NOT NULL,
  autre_id          BIGINT UNSIGNED NULL,
  autre_identite_id BIGINT UNSIGNED NOT NULL,
  -- Ce qui en a été fait à la validation ; nulle avant, et pour ce qu'on laisse.
  issue             VARCHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (rapprochement_id, rang),
  KEY ix_rapprochement_paire_groupe (rapprochement_id, groupe),
  KEY ix_rapprochement_paire_motif (rapprochement_id, motif, rang),
  CONSTRAINT fk_rapprochement_paire_rapprochement FOREIGN KEY (rapprochement_id) REFERENCES rapprochement (id) ON DELETE CASCADE,
  CONSTRAINT fk_rapprochement_paire_compte FOREIGN KEY (compte_id) REFERENCES responsable (id),
  CONSTRAINT fk_rapprochement_paire_autre FOREIGN KEY (autre_id) REFERENCES responsable (id),
  CONSTRAINT fk_rapprochement_paire_identite FOREIGN KEY (identite_id) REFERENCES identite_responsable (id) ON DELETE CASCADE,
  CONSTRAINT fk_rapprochement_paire_autre_identite FOREIGN KEY (autre_identite_id) REFERENCES identite_responsable (id) ON DELETE CASCADE,
  CONSTRAINT ck_rapprochement_paire_motif CHECK (motif IS NULL OR motif IN (
    'DEUX_COMPTES_ACTIVES', 'MEME_ELEVE', 'PAIRE_ROMPUE', 'PAIRE_ECARTEE', 'LIEN_CONTESTE', 'MAIL_PARTAGE', 'PERSONNE_SANS_COMPTE',
    'DONNEE_ABSENTE')),
  CONSTRAINT ck_rapprochement_paire_comptes CHECK (
    (motif = 'PERSONNE_SANS_COMPTE' OR (compte_id IS NOT NULL AND autre_id IS NOT NULL)) AND NOT (compte_id <=> autre_id AND compte_id IS NOT NULL)
    AND identite_id <> autre_identite_id),
  CONSTRAINT ck_rapprochement_paire_issue CHECK (issue IS NULL OR (motif IS NULL AND issue IN ('FAITE', 'CHANGEE', 'ECHEC')))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

DELIMITER $$

-- Ce qu'une source dit a changé sans que les clés suivent : elles seront recalculées.
CREATE TRIGGER identite_responsable_cles BEFORE UPDATE ON identite_responsable FOR EACH ROW
BEGIN
  IF NEW.cle_prenom <=> OLD.cle_prenom AND NEW.cle_mail <=> OLD.cle_mail AND NEW.cle_portable <=> OLD.cle_portable
     AND NOT (BINARY NEW.nom_famille <=> BINARY OLD.nom_famille AND BINARY NEW.nom_usage <=> BINARY OLD.nom_usage
              AND BINARY NEW.prenom <=> BINARY OLD.prenom AND BINARY NEW.mail <=> BINARY OLD.mail
              AND BINARY NEW.telephone_portable <=> BINARY OLD.telephone_portable) THEN
    SET NEW.cle_prenom = NULL, NEW.cle_mail = NULL, NEW.cle_portable = NULL;
  END IF;
END$$

DELIMITER ;
