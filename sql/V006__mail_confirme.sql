-- Adresse mail donnée par le responsable : en attente jusqu'au code ou au lien reçus ; l'ancienne peut s'y opposer.

-- Une adresse en attente par compte. Le code n'est connu que par son empreinte {id}, le lien par son SHA-256.
CREATE TABLE mail_en_attente (
  responsable_id BIGINT UNSIGNED  NOT NULL,
  mail           VARCHAR(254)     NOT NULL,
  code           VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lien           CHAR(64)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  essais         TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le      DATETIME(3)      NOT NULL,
  expire_le      DATETIME(3)      NOT NULL,
  PRIMARY KEY (responsable_id),
  CONSTRAINT uk_mail_en_attente_lien UNIQUE (lien),
  KEY ix_mail_en_attente_expire_le (expire_le),
  CONSTRAINT fk_mail_en_attente_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_mail_en_attente_mail CHECK (mail LIKE '_%@_%'),
  CONSTRAINT ck_mail_en_attente_essais CHECK (essais <= 5),
  CONSTRAINT ck_mail_en_attente_duree CHECK (expire_le > envoye_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Le lien envoyé à l'ancienne adresse quand une autre est demandée : il la remet en place, une fois.
CREATE TABLE opposition_mail (
  id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  responsable_id     BIGINT UNSIGNED NOT NULL,
  empreinte          CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ancien_mail        VARCHAR(254)    NOT NULL,
  ancien_confirme_le DATETIME(3)     NULL,
  nouveau_mail       VARCHAR(254)    NOT NULL,
  cree_le            DATETIME(3)     NOT NULL,
  expire_le          DATETIME(3)     NOT NULL,
  servi_le           DATETIME(3)     NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_opposition_mail_empreinte UNIQUE (empreinte),
  KEY ix_opposition_mail_expire_le (expire_le),
  CONSTRAINT fk_opposition_mail_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_opposition_mail_duree CHECK (expire_le > cree_le),
  CONSTRAINT ck_opposition_mail_adresses CHECK (ancien_mail <> nouveau_mail)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les comptes dont le mot de passe est choisi mais dont l'activation n'est pas finie : reste l'adresse mail.
CREATE TABLE activation_en_cours (
  responsable_id BIGINT UNSIGNED NOT NULL,
  depuis         DATETIME(3)     NOT NULL,
  PRIMARY KEY (responsable_id),
  CONSTRAINT fk_activation_en_cours_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
