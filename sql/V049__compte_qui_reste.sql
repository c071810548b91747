-- Le compte qui reste peut être l'un de ceux prouvés par leur mot de passe choisi. « mot_de_passe » : l'empreinte de son empreinte, tant que
-- le compte a ce mot de passe-là ; nul s'il a été prouvé par un courrier. « reste » : ce compte reste, et le compte connecté se ferme ; une
-- version voisine, qui ne le sait pas, montre l'inverse, et son empreinte n'est pas celle que la page a montrée.
ALTER TABLE demande_regroupement
  ADD COLUMN mot_de_passe CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN reste        TINYINT(1) NOT NULL DEFAULT 0,
  ADD CONSTRAINT ck_demande_regroupement_reste CHECK (reste = 0 OR mot_de_passe IS NOT NULL);
