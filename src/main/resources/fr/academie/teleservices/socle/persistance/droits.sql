-- Ce que le compte de l'application change et efface, table par table ; lire et ajouter lui est donné sur toute la base. Donné à chaque
-- démarrage par le compte des scripts ; DroitsTest tient la liste. @application et @purge sont les comptes que la base reconnaît.
GRANT DELETE ON activation_en_cours TO @application;
GRANT UPDATE ON adresse_postale TO @application;
GRANT UPDATE ON agent TO @application;
GRANT UPDATE, DELETE ON code_de_preuve TO @application;
GRANT UPDATE, DELETE ON courriel TO @application;
GRANT DELETE ON demande_regroupement TO @application;
GRANT DELETE ON demande_rupture TO @application;
GRANT UPDATE, DELETE ON essai TO @application;
GRANT DELETE ON evenement TO @application;
GRANT UPDATE, DELETE ON habilitation TO @application;
GRANT DELETE ON habilitation_attendue TO @application;
GRANT UPDATE, DELETE ON jeton_courriel TO @application;
GRANT UPDATE, DELETE ON mail_en_attente TO @application;
GRANT UPDATE, DELETE ON opposition TO @application;
GRANT DELETE ON opposition_mail TO @application;
GRANT UPDATE, DELETE ON portee TO @application;
GRANT UPDATE ON radical_identifiant TO @application;
GRANT UPDATE, DELETE ON rattachement TO @application;
GRANT UPDATE, DELETE ON regroupement TO @application;
GRANT DELETE ON regroupement_rattachement TO @application;
GRANT UPDATE ON responsable TO @application;
GRANT UPDATE, DELETE ON responsable_attendu TO @application;
GRANT DELETE ON responsable_attendu_eleve TO @application;
GRANT UPDATE, DELETE ON session_ouverte TO @application;
GRANT UPDATE, DELETE ON tache TO @application;
GRANT UPDATE ON tache_passage TO @application;
GRANT UPDATE, DELETE ON travail TO @application;
GRANT UPDATE ON travail_personne TO @application;
-- Un journal : en ajout seul. Le droit d'y effacer passe au compte des purges (donné puis retiré : on ne retire pas ce qui n'a pas été donné).
GRANT DELETE ON journal TO @application;
REVOKE DELETE ON journal FROM @application;
GRANT SELECT, DELETE ON journal TO @purge;
GRANT DELETE ON journal_bureau TO @application;
REVOKE DELETE ON journal_bureau FROM @application;
GRANT SELECT, DELETE ON journal_bureau TO @purge;
