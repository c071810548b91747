-- Le code qui prouve un autre compte de la même personne, envoyé là où son établissement la joint. Une ligne, et les mêmes essais, qu'un tel
-- compte existe ou non : « comptes », leurs numéros, est alors vide, et le code n'est parti nulle part. Il n'est connu que par son empreinte.
CREATE TABLE code_de_compte (
  responsable_id BIGINT UNSIGNED  NOT NULL,
  session_id     BIGINT UNSIGNED  NOT NULL,
  code           VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  comptes        JSON             NOT NULL,
  essais         TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le      DATETIME(3)      NOT NULL,
  expire_le      DATETIME(3)      NOT NULL,
  PRIMARY KEY (responsable_id),
  KEY ix_code_de_compte_expire_le (expire_le),
  CONSTRAINT fk_code_de_compte_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_code_de_compte_essais CHECK (essais <= 5),
  CONSTRAINT ck_code_de_compte_duree CHECK (expire_le > envoye_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
