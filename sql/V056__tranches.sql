-- Une étape d'une grande livraison se coupe en tranches, que plusieurs liaisons mènent à la fois : chacune a son curseur, qui avance avec ce
-- qu'il dit fait. Elles s'effacent quand l'étape est finie. Tant qu'il y en a, l'étape de la livraison est celle-ci plus seize : une version
-- voisine, qui ne les connaît pas, ne l'applique pas.
CREATE TABLE livraison_tranche (
  livraison_id BIGINT UNSIGNED   NOT NULL,
  etape        TINYINT UNSIGNED  NOT NULL,
  numero       SMALLINT UNSIGNED NOT NULL,
  -- Le dernier rang fait, et le dernier à faire : égaux, elle est finie.
  curseur      BIGINT UNSIGNED   NOT NULL,
  jusqua       BIGINT UNSIGNED   NOT NULL,
  -- Combien d'écarts sont appliqués.
  faits        BIGINT UNSIGNED   NOT NULL DEFAULT 0,
  PRIMARY KEY (livraison_id, etape, numero),
  CONSTRAINT fk_livraison_tranche_livraison FOREIGN KEY (livraison_id) REFERENCES livraison (id) ON DELETE CASCADE,
  CONSTRAINT ck_livraison_tranche_curseur CHECK (curseur <= jusqua)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
