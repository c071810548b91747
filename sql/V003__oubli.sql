-- Jetons envoyés par courriel : à usage unique, connus de la base par leur seule empreinte.
CREATE TABLE jeton_courriel (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  empreinte      CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  emploi         VARCHAR(12)     NOT NULL,
  responsable_id BIGINT UNSIGNED NOT NULL,
  cree_le        DATETIME(3)     NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  servi_le       DATETIME(3)     NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_jeton_courriel_empreinte UNIQUE (empreinte),
  KEY ix_jeton_courriel_expire_le (expire_le),
  CONSTRAINT fk_jeton_courriel_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_jeton_courriel_emploi CHECK (emploi IN ('MOT_DE_PASSE')),
  CONSTRAINT ck_jeton_courriel_duree CHECK (expire_le > cree_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Rappel d'identifiant : tous les comptes d'une même adresse confirmée.
ALTER TABLE responsable ADD KEY ix_responsable_mail (mail);
