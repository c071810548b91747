-- La langue de chacun : celle que le titulaire d'un compte a choisie, celle d'un courriel écrit. Un code BCP 47 (fr, ar, fr-FACILE) ; absente,
-- la première du profil d'académie. Une langue que le profil n'offre plus reste écrite : elle revaudra s'il l'offre de nouveau.

ALTER TABLE responsable
  ADD COLUMN langue VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD CONSTRAINT ck_responsable_langue CHECK (langue REGEXP '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$');

-- La mise en page HTML se fait à l'envoi : elle a besoin de la langue du texte.
ALTER TABLE courriel
  ADD COLUMN langue VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL;
