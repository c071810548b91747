-- Un travail en nombre demandé par un agent : comptes ou courriers d'une classe, d'un établissement.
CREATE TABLE travail (
  jeton        BINARY(16)      NOT NULL,
  genre        VARCHAR(9)      NOT NULL,
  uai          CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- L'agent, tel qu'il l'a demandé ; ses droits se relisent avant chaque personne.
  agent        VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  agent_nom    VARCHAR(100)    NOT NULL,
  agent_prenom VARCHAR(100)    NOT NULL,
  session_id   BIGINT UNSIGNED NOT NULL,
  adresse      VARCHAR(45)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  -- Refaire aussi les courriers déjà faits.
  refaire      BOOLEAN         NOT NULL,
  -- La clé publique de la session de l'agent : n'importe quel serveur scelle une lettre, cette session seule l'ouvre.
  cle          VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  avance_le    DATETIME(3)     NOT NULL,
  fini_le      DATETIME(3)     NULL,
  arrete       BOOLEAN         NOT NULL DEFAULT FALSE,
  emporte_le   DATETIME(3)     NULL,
  PRIMARY KEY (jeton),
  KEY ix_travail_avance (avance_le),
  CONSTRAINT fk_travail_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_travail_genre CHECK (genre IN ('COMPTES', 'COURRIERS')),
  CONSTRAINT ck_travail_cle CHECK ((genre = 'COURRIERS') = (cle IS NOT NULL)),
  CONSTRAINT ck_travail_fin CHECK (fini_le IS NOT NULL OR (NOT arrete AND emporte_le IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Chaque personne d'un travail : son issue s'écrit dans la transaction qui la sert, personne n'est donc servi deux fois.
CREATE TABLE travail_personne (
  travail  BINARY(16)      NOT NULL,
  rang     INT UNSIGNED    NOT NULL,
  -- responsable.id d'un courrier, responsable_attendu.id d'un compte à créer.
  cible_id BIGINT UNSIGNED NOT NULL,
  version  INT UNSIGNED    NULL,
  issue    VARCHAR(10)     NULL,
  -- La lettre faite, scellée par la clé du travail.
  lettre   TEXT            CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (travail, rang),
  CONSTRAINT uk_travail_personne_cible UNIQUE (travail, cible_id),
  CONSTRAINT fk_travail_personne_travail FOREIGN KEY (travail) REFERENCES travail (jeton) ON DELETE CASCADE,
  CONSTRAINT ck_travail_personne_issue CHECK (issue IN ('FAIT', 'A_VOIR', 'SANS_OBJET', 'ECHEC', 'EFFACE')),
  CONSTRAINT ck_travail_personne_lettre CHECK (lettre IS NULL OR issue = 'FAIT')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
