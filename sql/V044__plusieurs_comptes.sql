-- Plusieurs comptes prouvés puis confirmés ensemble. La première preuve d'un lot n'a pas de lot : son jeton est celui des suivantes ; une
-- version voisine, qui ne les connaît pas, ne voit qu'elle, et son empreinte n'est pas celle que la page a montrée.
ALTER TABLE demande_regroupement
  ADD COLUMN lot BINARY(16) NULL,
  -- Le parent l'a retirée de la page, ou a prouvé de nouveau le même compte.
  ADD COLUMN retiree_le DATETIME(3) NULL,
  ADD KEY ix_demande_regroupement_lot (lot),
  ADD CONSTRAINT ck_demande_regroupement_lot CHECK (lot <> jeton);

-- Les regroupements d'un même VALIDER, pour leur accusé : les demandes s'effacent, eux restent. Nul pour un seul.
ALTER TABLE regroupement
  ADD COLUMN lot BINARY(16) NULL,
  ADD KEY ix_regroupement_lot (lot);
