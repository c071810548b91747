-- Ce que le service dit de lui-même au titulaire d'un compte : un autre compte peut-être à lui, un mot de passe provisoire bientôt périmé.

-- Une suggestion écartée ne revient plus ; un compte qui apparaît ensuite en fait une autre.
CREATE TABLE suggestion_ecartee (
  responsable_id BIGINT UNSIGNED NOT NULL,
  autre_id       BIGINT UNSIGNED NOT NULL,
  le             DATETIME(3)     NOT NULL,
  PRIMARY KEY (responsable_id, autre_id),
  CONSTRAINT fk_suggestion_ecartee_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id),
  CONSTRAINT fk_suggestion_ecartee_autre FOREIGN KEY (autre_id) REFERENCES responsable (id),
  CONSTRAINT ck_suggestion_ecartee_comptes CHECK (responsable_id <> autre_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Un rappel par mot de passe provisoire, que désigne son échéance : deux serveurs n'en envoient qu'un.
CREATE TABLE rappel_expiration (
  responsable_id BIGINT UNSIGNED NOT NULL,
  expire_le      DATETIME(3)     NOT NULL,
  le             DATETIME(3)     NOT NULL,
  PRIMARY KEY (responsable_id, expire_le),
  CONSTRAINT fk_rappel_expiration_responsable FOREIGN KEY (responsable_id) REFERENCES responsable (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

ALTER TABLE responsable ADD KEY ix_responsable_provisoire_expire_le (provisoire_expire_le);
