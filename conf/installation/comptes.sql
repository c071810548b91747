-- La base et ses comptes (DEPLOIEMENT.md, § 1). Chaque ${…} est un mot de passe, du nom que prend son réglage dans l'environnement.
CREATE DATABASE IF NOT EXISTS teleservices CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS teleservices@localhost IDENTIFIED BY '${TELESERVICES_BASE_MOT_DE_PASSE}';
GRANT SELECT, INSERT ON teleservices.* TO teleservices@localhost;
CREATE USER IF NOT EXISTS teleservices_purge@localhost IDENTIFIED BY '${TELESERVICES_BASE_PURGE_MOT_DE_PASSE}';
CREATE USER IF NOT EXISTS teleservices_migration@localhost IDENTIFIED BY '${TELESERVICES_BASE_MIGRATION_MOT_DE_PASSE}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, TRIGGER
  ON teleservices.* TO teleservices_migration@localhost WITH GRANT OPTION;
