-- Une ligne, réécrite par chaque serveur toutes les deux secondes : qu'elle s'écrive est ce que veut dire « prêt ». Une base en lecture
-- seule, ou au disque plein, répond encore aux lectures.
CREATE TABLE sonde (
  id TINYINT NOT NULL,
  ecrite_le DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_sonde_une CHECK (id = 1)
) ENGINE = InnoDB;
