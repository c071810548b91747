#!/bin/sh
# Fait de ce serveur MariaDB le maître : une réplique dont le maître est mort ou arrêté, ou le premier des deux, au tout début.
# L'autre serveur est ARRÊTÉ avant : lui seul pourrait encore écrire. DEPLOIEMENT.md, « Une réplique de la base ».
# Les arguments vont à mariadb ; aucun, c'est root, par la prise locale.
set -eu

# Ce qui est reçu et pas encore appliqué, RESET REPLICA l'effacerait.
recu=$(mariadb "$@" --execute='STOP REPLICA IO_THREAD; SHOW REPLICA STATUS\G' | sed -n 's/^ *Gtid_IO_Pos: *//p')
if [ -n "$recu" ]; then
    applique=$(mariadb "$@" --skip-column-names --execute="SELECT MASTER_GTID_WAIT('$recu', 600)")
    if [ "$applique" != 0 ]; then
        echo "Ce que ce serveur a reçu ($recu) ne s'applique pas : SHOW REPLICA STATUS dit pourquoi. Rien n'est promu." >&2
        exit 1
    fi
fi

# Seul, il n'attend personne.
mariadb "$@" <<'SQL'
STOP REPLICA;
RESET REPLICA ALL;
SET GLOBAL rpl_semi_sync_master_enabled = 0;
SET GLOBAL read_only = 0;
SQL
echo "Ce serveur est le maître."
