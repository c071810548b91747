-- Le portable que son titulaire a confirmé par un code reçu ; il prouve ensuite le titulaire, comme l'adresse mail.
ALTER TABLE responsable
  ADD COLUMN telephone_confirme_le DATETIME(3) NULL,
  ADD CONSTRAINT ck_responsable_telephone CHECK (telephone_confirme_le IS NULL OR telephone_portable IS NOT NULL);

-- Un numéro en attente par compte. Le code n'est connu que par son empreinte {id}.
CREATE TABLE telephone_en_attente (
  responsable_id BIGINT UNSIGNED  NOT NULL,
  telephone      VARCHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code           VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  essais         TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le      DATETIME(3)      NOT NULL,
  expire_le      DATETIME(3)      NOT NULL,
  PRIMARY KEY (responsable_id),
  KEY ix_telephone_en_attente_expire_le (expire_le),
  CONSTRAINT fk_telephone_en_attente_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_telephone_en_attente_essais CHECK (essais <= 5),
  CONSTRAINT ck_telephone_en_attente_duree CHECK (expire_le > envoye_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Par où le code qui prouve le titulaire est parti.
ALTER TABLE code_de_preuve
  ADD COLUMN canal VARCHAR(9) NOT NULL DEFAULT 'MAIL',
  ADD CONSTRAINT ck_code_de_preuve_canal CHECK (canal IN ('MAIL', 'TELEPHONE'));

-- Qui dit n'avoir pas de compte : un code part au portable donné à l'établissement, s'il y est connu. Une ligne, et les mêmes essais, que ce
-- numéro soit connu ou non. Le jeton, au navigateur, n'est connu que par son empreinte.
CREATE TABLE demande_sans_compte (
  jeton     CHAR(64)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  telephone VARCHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code      VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  essais    TINYINT UNSIGNED NOT NULL DEFAULT 0,
  -- Le code a été donné : ce navigateur tient ce téléphone.
  tenu_le   DATETIME(3)      NULL,
  -- Essais des dates de naissance, une fois le code donné.
  reponses  TINYINT UNSIGNED NOT NULL DEFAULT 0,
  -- Les comptes, par leurs numéros, que les dates justes ont ouverts.
  comptes   JSON             NULL,
  envoye_le DATETIME(3)      NOT NULL,
  expire_le DATETIME(3)      NOT NULL,
  PRIMARY KEY (jeton),
  KEY ix_demande_sans_compte_expire_le (expire_le),
  CONSTRAINT ck_demande_sans_compte_essais CHECK (essais <= 5 AND reponses <= 3),
  CONSTRAINT ck_demande_sans_compte_etapes CHECK (comptes IS NULL OR tenu_le IS NOT NULL),
  CONSTRAINT ck_demande_sans_compte_duree CHECK (expire_le > envoye_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les comptes qui portent un numéro.
ALTER TABLE responsable
  ADD KEY ix_responsable_telephone (telephone_portable);
