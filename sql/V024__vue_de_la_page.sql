-- Ce qui est confirmé est ce que la page confirmée montrait : elle en porte l'empreinte. Celle des demandes ne sert plus qu'à une version
-- voisine, le temps d'une mise à jour ; une empreinte vide lui fait montrer de nouveau l'étape 2.
ALTER TABLE demande_regroupement ALTER COLUMN empreinte SET DEFAULT '';
ALTER TABLE demande_rupture ALTER COLUMN empreinte SET DEFAULT '';
