-- Un aperçu demandé parce qu'un import vient de s'appliquer : il peut se faire de lui-même, si les réglages le disent.
ALTER TABLE rapprochement
  ADD COLUMN apres_import TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD CONSTRAINT ck_rapprochement_apres_import CHECK (apres_import IN (0, 1));
