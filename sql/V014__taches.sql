-- Le travail de fond : une ligne par tâche, qu'un seul serveur prend à la fois. Les noms de colonnes sont ceux que lit db-scheduler.
CREATE TABLE tache (
  task_name            VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_instance        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Ce que la tâche doit savoir, en JSON ; effacé dans la transaction qui la fait.
  task_data            TEXT         NULL,
  execution_time       DATETIME(3)  NOT NULL,
  picked               BOOLEAN      NOT NULL DEFAULT FALSE,
  picked_by            VARCHAR(50)  NULL,
  last_success         DATETIME(3)  NULL,
  last_failure         DATETIME(3)  NULL,
  consecutive_failures INT UNSIGNED NULL,
  last_heartbeat       DATETIME(3)  NULL,
  version              BIGINT       NOT NULL DEFAULT 1,
  PRIMARY KEY (task_name, task_instance),
  KEY ix_tache_due (picked, execution_time),
  KEY ix_tache_battement (last_heartbeat),
  CONSTRAINT ck_tache_donnees CHECK (task_data IS NULL OR JSON_VALID(task_data)),
  CONSTRAINT ck_tache_prise CHECK (NOT picked OR (picked_by IS NOT NULL AND last_heartbeat IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Le dernier passage de chaque tâche régulière : combien elle a fait, ou ce qui l'en a empêchée.
CREATE TABLE tache_passage (
  nom         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  commence_le DATETIME(3)  NOT NULL,
  duree_ms    INT UNSIGNED NOT NULL,
  resultat    INT UNSIGNED NULL,
  erreur      VARCHAR(200) NULL,
  PRIMARY KEY (nom),
  CONSTRAINT ck_tache_passage_issue CHECK ((resultat IS NULL) <> (erreur IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
