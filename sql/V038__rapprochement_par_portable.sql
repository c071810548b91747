-- Trouver les personnes de même portable dont l'adresse manque : par cet index, sans trier toutes les autres.
ALTER TABLE identite_responsable
  ADD KEY ix_identite_responsable_portable (cle_portable, cle_prenom, cle_mail, responsable_id);
