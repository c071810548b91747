-- Le code d'un courrier, connu par sa seule empreinte. Il ne vaut que tant que le mot de passe du compte est celui de ce courrier
-- (« mot_de_passe » : l'empreinte de son empreinte) et qu'il n'a pas expiré ; le premier navigateur qui le présente l'a usé.
CREATE TABLE code_de_courrier (
  code           CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  uai            CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  mot_de_passe   CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fait_le        DATETIME(3)     NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  servi_le       DATETIME(3)     NULL,
  PRIMARY KEY (code),
  KEY ix_code_de_courrier_responsable (responsable_id),
  KEY ix_code_de_courrier_expire_le (expire_le),
  CONSTRAINT fk_code_de_courrier_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_code_de_courrier_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_code_de_courrier_duree CHECK (expire_le > fait_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Un courrier présenté, qui attend une demi-heure ce que son porteur veut en faire. « jeton » : l'empreinte de ce que garde le cookie du
-- seul navigateur qui puisse s'en servir. « code » : nul si l'on a tapé le mot de passe. « uai » : nul si l'on ne sait plus qui l'a fait.
CREATE TABLE courrier_presente (
  jeton          CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  uai            CHAR(8)         CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  mot_de_passe   CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code           CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NULL,
  presente_le    DATETIME(3)     NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  PRIMARY KEY (jeton),
  KEY ix_courrier_presente_responsable (responsable_id),
  KEY ix_courrier_presente_expire_le (expire_le),
  CONSTRAINT fk_courrier_presente_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_courrier_presente_duree CHECK (expire_le > presente_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
