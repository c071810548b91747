-- Une personne que plusieurs sources nomment et qui n'a pas encore de compte : une seule, qui n'en recevra qu'un.

-- L'identité, sans compte, dont celle-ci est une autre : la plus ancienne du groupe, qui n'a pas la sienne. Le compte donné à l'une l'est à
-- toutes ; ensuite elle ne dit plus rien. Une version voisine l'ignore : elle en donne un à chacune, comme avant.
ALTER TABLE identite_responsable
  ADD COLUMN meme_que BIGINT UNSIGNED NULL,
  ADD KEY ix_identite_responsable_meme_que (meme_que),
  ADD CONSTRAINT fk_identite_responsable_meme_que FOREIGN KEY (meme_que) REFERENCES identite_responsable (id) ON DELETE SET NULL;

-- Les identités sans compte où la personne neuve a été reconnue, en JSON : [12, 34].
ALTER TABLE livraison_personne
  ADD COLUMN en_attente VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL;
