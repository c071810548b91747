-- SMS : leur boîte de sortie.
-- Boîte de sortie des SMS, comme celle des courriels. Le texte peut porter un code : il s'efface dès que le SMS est parti ou périmé.
CREATE TABLE sms (
  id           BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
  destinataire VARCHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  texte        VARCHAR(320)     NOT NULL,
  cree_le      DATETIME(3)      NOT NULL,
  -- Au-delà, le code qu'il porte ne sert plus : il ne part plus.
  expire_le    DATETIME(3)      NOT NULL,
  a_envoyer_le DATETIME(3)      NULL,
  tentatives   TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le    DATETIME(3)      NULL,
  PRIMARY KEY (id),
  KEY ix_sms_a_envoyer_le (a_envoyer_le),
  KEY ix_sms_envoye_le (envoye_le),
  CONSTRAINT ck_sms_destinataire CHECK (destinataire REGEXP '^[+][1-9][0-9]{7,14}$'),
  CONSTRAINT ck_sms_etat CHECK (envoye_le IS NULL OR a_envoyer_le IS NULL),
  CONSTRAINT ck_sms_duree CHECK (expire_le > cree_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
