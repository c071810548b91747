-- L'annuaire de l'académie : ses établissements, ce qu'une livraison en change, et les comptes qu'elle fait.

-- Un établissement tel que l'annuaire le nomme : ses élèves le citent par ce numéro. Ce qu'il en a dit reste à côté de ce que
-- l'établissement est : un nom que quelqu'un a corrigé n'est plus celui-là, et l'import ne le change plus.
CREATE TABLE identite_etablissement (
  source    VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  perimetre VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  numero    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uai       CHAR(8)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  nom       VARCHAR(120) NOT NULL,
  commune   VARCHAR(80)  NULL,
  nature    VARCHAR(7)   NOT NULL,
  PRIMARY KEY (source, perimetre, numero),
  KEY ix_identite_etablissement_uai (uai),
  CONSTRAINT fk_identite_etablissement_uai FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_identite_etablissement_source CHECK (source = 'AAF'),
  CONSTRAINT ck_identite_etablissement_vide CHECK (perimetre <> '' AND numero <> '' AND nom <> '' AND commune <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- livraison.etape : une livraison de l'annuaire commence par ses établissements (0).
CREATE TABLE livraison_etablissement (
  livraison_id BIGINT UNSIGNED NOT NULL,
  rang         BIGINT UNSIGNED NOT NULL,
  ecart        VARCHAR(7)      NOT NULL,
  fichier      VARCHAR(120)    NULL,
  ligne        INT UNSIGNED    NULL,
  numero       VARCHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uai          CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  nom          VARCHAR(120)    NOT NULL,
  commune      VARCHAR(80)     NULL,
  nature       VARCHAR(7)      NOT NULL,
  PRIMARY KEY (livraison_id, rang),
  CONSTRAINT uk_livraison_etablissement_numero UNIQUE (livraison_id, numero),
  CONSTRAINT fk_livraison_etablissement_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_etablissement_ecart CHECK (ecart IN ('NOUVEAU', 'CHANGE', 'PARTI'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Le compte est né de cette livraison : il s'annonce comme tel.
ALTER TABLE livraison_compte
  ADD COLUMN cree BOOLEAN NOT NULL DEFAULT 0;

-- Ce que l'annuaire ne nomme plus attend un délai : le passage qui le retire le cherche par là.
ALTER TABLE identite_eleve
  ADD KEY ix_identite_eleve_disparu_le (disparu_le);
ALTER TABLE identite_responsable
  ADD KEY ix_identite_responsable_disparu_le (disparu_le);
