-- Depuis quand une preuve compte, pour qui a mis fin à ses autres sessions ou changé de mot de passe : une session du CAS ouverte avant ne
-- prouve plus rien, et le mot de passe est redemandé. Une ligne par personne et par profil.
CREATE TABLE preuve_redemandee (
  identifiant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  profil      VARCHAR(13) NOT NULL,
  depuis      DATETIME(3) NOT NULL,
  PRIMARY KEY (identifiant, profil),
  KEY ix_preuve_redemandee_depuis (depuis),
  CONSTRAINT ck_preuve_redemandee_profil CHECK (profil IN ('RESPONSABLE', 'ETABLISSEMENT', 'ASSISTANCE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
