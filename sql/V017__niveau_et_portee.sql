-- Ce que chaque session a prouvé, et ce qu'un courrier ouvre : les élèves de l'établissement qui l'a fait, rien d'autre.

-- Niveau « mot de passe choisi » à défaut : la version précédente, qui sert encore pendant la mise à niveau, n'en dit aucun.
ALTER TABLE session_ouverte
  ADD COLUMN niveau         VARCHAR(12) NOT NULL DEFAULT 'MOT_DE_PASSE',
  ADD COLUMN portee         CHAR(8)     CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  ADD COLUMN prouvee_le     DATETIME(3) NULL,
  ADD COLUMN second_facteur TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN adresse        VARCHAR(45) CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  ADD CONSTRAINT ck_session_ouverte_niveau CHECK (niveau IN ('PAPIER', 'LIEN', 'MOT_DE_PASSE')),
  ADD CONSTRAINT ck_session_ouverte_portee CHECK (portee IS NULL OR (niveau = 'PAPIER' AND profil = 'RESPONSABLE'));

-- Les courriers dont le mot de passe vit encore, un par établissement. « courante » : le mot de passe du compte est celui de ce courrier,
-- ou a été choisi dans une session qu'il a ouverte. « titulaire » : le compte servait déjà quand le courrier a été fait.
-- « avisee » : chaque adresse confirmée en a été prévenue ; sans opposition, la portée tombe 72 heures après.
CREATE TABLE portee (
  responsable_id BIGINT UNSIGNED  NOT NULL,
  uai            CHAR(8)          CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  empreinte      VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  faite_par      VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  depuis         DATETIME(3)      NOT NULL,
  expire_le      DATETIME(3)      NOT NULL,
  courante       TINYINT UNSIGNED NULL,
  titulaire      TINYINT UNSIGNED NOT NULL,
  avisee         TINYINT UNSIGNED NOT NULL,
  opposee_le     DATETIME(3)      NULL,
  PRIMARY KEY (responsable_id, uai),
  CONSTRAINT uk_portee_courante UNIQUE (responsable_id, courante),
  KEY ix_portee_expire_le (expire_le),
  CONSTRAINT fk_portee_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_portee_etablissement FOREIGN KEY (uai) REFERENCES etablissement (uai),
  CONSTRAINT ck_portee_courante CHECK (courante IS NULL OR courante = 1),
  CONSTRAINT ck_portee_duree CHECK (expire_le > depuis)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Les mots de passe provisoires d'avant ce script ont la portée du dernier courrier de leur compte.
INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire, avisee)
SELECT r.id, c.uai, r.mot_de_passe, c.fait_par, LEAST(c.fait_le, r.provisoire_expire_le - INTERVAL 1 SECOND),
       r.provisoire_expire_le, 1, r.etat = 'ACTIF', 0
FROM responsable AS r
JOIN courrier AS c ON c.id = (SELECT MAX(d.id) FROM courrier AS d WHERE d.responsable_id = r.id)
WHERE r.provisoire_expire_le IS NOT NULL AND r.mot_de_passe IS NOT NULL;

-- Le code qui prouve le titulaire, envoyé à une adresse confirmée avant le courrier ; connu par sa seule empreinte {id}.
CREATE TABLE code_de_preuve (
  responsable_id BIGINT UNSIGNED  NOT NULL,
  session_id     BIGINT UNSIGNED  NOT NULL,
  code           VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  essais         TINYINT UNSIGNED NOT NULL DEFAULT 0,
  envoye_le      DATETIME(3)      NOT NULL,
  expire_le      DATETIME(3)      NOT NULL,
  PRIMARY KEY (responsable_id),
  KEY ix_code_de_preuve_expire_le (expire_le),
  CONSTRAINT fk_code_de_preuve_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT ck_code_de_preuve_essais CHECK (essais <= 5),
  CONSTRAINT ck_code_de_preuve_duree CHECK (expire_le > envoye_le)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
