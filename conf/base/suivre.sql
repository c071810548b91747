-- Ce serveur suit le maître, en lecture seule : une réplique neuve, ou l'ancien maître. Chaque ${…} est à remplir. DEPLOIEMENT.md, « Une réplique de la base ».
SET GLOBAL read_only = 1;
CHANGE MASTER TO
  MASTER_HOST = '${MAITRE}',
  MASTER_PORT = 3306,
  MASTER_USER = 'replication',
  MASTER_PASSWORD = '${MOT_DE_PASSE}',
  MASTER_SSL = 1,
  MASTER_SSL_VERIFY_SERVER_CERT = 1,
  MASTER_SSL_CA = '/etc/mysql/base-ca.pem',
  MASTER_CONNECT_RETRY = 5,
  MASTER_USE_GTID = slave_pos,
  MASTER_DEMOTE_TO_SLAVE = 1;
START REPLICA;
