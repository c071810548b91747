#!/bin/bash
# Installe Téléservices sur une Debian 12 ou 13 vide : ce que DEPLOIEMENT.md dit aux § 1 à 4 et « Durcir », un seul serveur, nginx devant.
#
#   installer.sh [--a-blanc] RÉPONSES WAR
#
# RÉPONSES : une copie d'installer.conf.exemple. --a-blanc dit ce qui serait fait, et ne fait rien. Relancé, il ne refait que ce qui manque.
# Codes : 0 fait, ou rien à faire ; 1 refusé, rien n'a changé ; 2 arguments ; 3 il reste à faire ce que la phrase dit, puis relancer ; 5 panne.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
umask 022

readonly PAQUETS=(mariadb-server tomcat10 nginx unattended-upgrades unzip curl)
readonly OBLIGATOIRES=(academie serveur.adresses cas.adresse smtp.hote)
readonly REGLAGES=/etc/tomcat10/teleservices
readonly SECRETS=$REGLAGES/secrets
readonly WEBAPPS=/var/lib/tomcat10/webapps
readonly A_REDEMARRER=/run/teleservices-a-redemarrer
CONF=$(cd "$(dirname "$0")/.." && pwd)
readonly CONF

dire() { printf '%s\n' "$*"; }
finir() { prevu=oui; printf '%s\n' "$2" >&2; exit "$1"; }

prevu='' travail=''
nettoyer() {
    local code=$?
    [ -z "$travail" ] || rm -rf "$travail"
    if [ $code != 0 ] && [ -z "$prevu" ]; then
        dire 'Arrêté par la panne dite plus haut. Rien à défaire : la corriger, puis relancer ce script.' >&2
        exit 5
    fi
}
trap nettoyer EXIT

a_blanc=''
if [ "${1:-}" = --a-blanc ]; then a_blanc=oui; shift; fi
[ $# = 2 ] || finir 2 "Usage : $0 [--a-blanc] RÉPONSES WAR"
readonly REPONSES=$1 WAR=$2

# --- Ce qui se refuse avant de rien changer

[ "$(id -u)" = 0 ] || finir 1 'À lancer en root.'
# shellcheck source=/dev/null
systeme=$(. /etc/os-release && printf '%s %s' "${ID:-}" "${VERSION_ID:-}")
case $systeme in
    'debian 12' | 'debian 13') ;;
    *) finir 1 "Debian 12 ou 13 attendue ; cette machine dit « $systeme »." ;;
esac
[ -r "$REPONSES" ] || finir 1 "Fichier de réponses absent : $REPONSES (copier installer.conf.exemple)."
[ -r "$WAR" ] || finir 1 "WAR absent : $WAR"

declare -A reponse=()
while IFS= read -r ligne || [ -n "$ligne" ]; do
    [[ $ligne =~ ^[[:space:]]*(#|$) ]] && continue
    [[ $ligne =~ ^[[:space:]]*([A-Za-z][A-Za-z0-9_.]*)[[:space:]]*=[[:space:]]*(.*[^[:space:]])?[[:space:]]*$ ]] \
        || finir 1 "$REPONSES : « ${ligne%%=*} » n'est pas une ligne « clé = valeur »."
    reponse[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
done <"$REPONSES"

for cle in "${!reponse[@]}"; do
    case $cle in
        base.jndi | base.utilisateur | base.migration.utilisateur | base.purge.utilisateur | base.*mot_de_passe)
            finir 1 "$REPONSES : « $cle » ne se donne pas, ce script le fait." ;;
    esac
done
for cle in "${OBLIGATOIRES[@]}"; do
    [ -n "${reponse[$cle]:-}" ] || finir 1 "$REPONSES : « $cle » manque."
done
case ${reponse[base.url]:=jdbc:mariadb://127.0.0.1:3306/teleservices} in
    jdbc:mariadb://127.0.0.1:*/teleservices*) ;;
    *) finir 1 "base.url : ce script pose la base sur cette machine ; pour une autre, DEPLOIEMENT.md, § 1." ;;
esac

est_secret() { [[ $1 == *mot_de_passe || $1 == *secret ]]; }
for cle in "${!reponse[@]}"; do
    if est_secret "$cle" && [[ $(stat -Lc %a "$REPONSES") != *00 ]]; then
        finir 1 "$REPONSES porte « $cle » et d'autres que root le lisent : chmod 600."
    fi
done

readonly CERTIFICAT=${reponse[certificat]:-/etc/ssl/certs/teleservices.pem}
readonly CLE_DU_CERTIFICAT=${reponse[certificat.cle]:-/etc/ssl/private/teleservices.key}
unset 'reponse[certificat]' 'reponse[certificat.cle]'
for fichier in "$CERTIFICAT" "$CLE_DU_CERTIFICAT"; do
    [ -r "$fichier" ] || finir 1 "Certificat ou clé absent : $fichier"
done

deja=("$WEBAPPS"/teleservices*.war)
if [ -e "${deja[0]}" ] && ! cmp -s "$WAR" "${deja[-1]}"; then
    finir 1 "Un autre WAR est en place (${deja[-1]}) : DEPLOIEMENT.md, « Mettre à niveau sans couper personne »."
fi

# --- De quoi faire, une seule fois

systemd=''
[ ! -d /run/systemd/system ] || systemd=oui
travail=$(mktemp -d)
chmod 711 "$travail"
changements=0

# Dit ce qui va changer ; faux à blanc.
va() {
    changements=$((changements + 1))
    dire "${a_blanc:+serait fait : }$*"
    [ -z "$a_blanc" ]
}

# poser PROPRIÉTAIRE:GROUPE MODE FICHIER COMMANDE… : y met ce que la commande écrit, si cela diffère, en gardant ce qui y était (.avant).
poser() {
    local neuf
    neuf=$(mktemp "$travail/XXXXXX")
    ("${@:4}") >"$neuf"
    if [ -e "$3" ] && cmp -s "$neuf" "$3" && [ "$(stat -c '%U:%G %a' "$3")" = "$1 $2" ]; then return; fi
    if va "$3"; then
        if [ -e "$3" ] && ! cmp -s "$neuf" "$3"; then cp -a "$3" "$3.avant"; fi
        install -D -o "${1%:*}" -g "${1#*:}" -m "$2" "$neuf" "$3"
        touch "$A_REDEMARRER"
    fi
}

dossier() {
    [ "$(stat -c '%U:%G %a' "$3" 2>/dev/null)" = "$1 $2" ] || ! va "$3/" \
        || install -d -o "${1%:*}" -g "${1#*:}" -m "$2" "$3"
}

# --- Les paquets

manquants=()
for paquet in "${PAQUETS[@]}"; do
    [ "$(dpkg-query -Wf '${db:Status-Status}' "$paquet" 2>/dev/null || true)" = installed ] || manquants+=("$paquet")
done
if [ ${#manquants[@]} -gt 0 ] && va "paquets : ${manquants[*]}"; then
    apt-get update -qq >/dev/null
    apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "${manquants[@]}" >/dev/null
    # Le Tomcat de Debian écoute partout tant que server.xml n'est pas fait.
    [ -z "$systemd" ] || [[ " ${manquants[*]} " != *' tomcat10 '* ]] || systemctl stop tomcat10
fi

# --- Les secrets, tirés une fois, et la base

variable() { local nom=TELESERVICES_${1^^}; printf '%s' "${nom//./_}"; }

# Une valeur entre guillemets, que systemd et le shell lisent pareil.
entre_guillemets() {
    local valeur=$1 signe
    for signe in \\ \" \$ \`; do valeur=${valeur//"$signe"/\\"$signe"}; done
    printf '"%s"' "$valeur"
}

# Ce qui y était, un mot de passe neuf à chaque compte qui n'en a pas, et les secrets des réponses.
secrets() {
    local cle nom lignes
    lignes=$(cat "$SECRETS" 2>/dev/null || true)
    for cle in base.mot_de_passe base.migration.mot_de_passe base.purge.mot_de_passe; do
        nom=$(variable "$cle")
        grep -q "^$nom=" <<<"$lignes" || lignes+=$'\n'"$nom=\"$(head -c 30 /dev/urandom | base64 | tr '+/' '-_')\""
    done
    for cle in $(printf '%s\n' "${!reponse[@]}" | sort); do
        est_secret "$cle" || continue
        nom=$(variable "$cle")
        lignes=$(grep -v "^$nom=" <<<"$lignes")$'\n'"$nom=$(entre_guillemets "${reponse[$cle]}")"
    done
    grep . <<<"$lignes"
}

comptes_de_la_base() {
    local sql nom
    sql=$(<"$CONF/installation/comptes.sql")
    # shellcheck source=/dev/null
    . "$SECRETS"
    for nom in "${!TELESERVICES_BASE@}"; do sql=${sql//"\${$nom}"/"${!nom}"}; done
    mariadb <<<"$sql"
}

dossier root:tomcat 750 "$REGLAGES"
poser root:root 600 "$SECRETS" secrets
if [ -n "$a_blanc" ]; then
    [ -e "${deja[0]}" ] || va 'la base teleservices et ses trois comptes' || true
else
    [ -z "$systemd" ] || systemctl enable -q --now mariadb
    mariadb -e 'SELECT 1' >/dev/null 2>&1 || finir 3 'MariaDB ne répond pas à root sur cette machine : la lancer, puis relancer ce script.'
    if [ "$(mariadb -Ne "SELECT COUNT(*) FROM mysql.user WHERE Host = 'localhost' AND User IN ('teleservices', 'teleservices_purge', 'teleservices_migration')")" != 3 ] \
        && va 'la base teleservices et ses trois comptes'; then
        (comptes_de_la_base)
    fi
fi

# --- Les fichiers

# Le fichier livré, chaque réponse à la place de sa clé ; celles qu'il ne nomme pas, à la fin : l'application refuse une clé inconnue.
reglages() {
    local ligne cle
    while IFS= read -r ligne; do
        if [[ $ligne =~ ^#?([a-z][A-Za-z0-9._]*)\ = ]] && [ -n "${reponse[${BASH_REMATCH[1]}]+dite}" ]; then
            cle=${BASH_REMATCH[1]}
            if ! est_secret "$cle"; then ligne="$cle = ${reponse[$cle]}"; fi
            unset "reponse[$cle]"
        fi
        printf '%s\n' "$ligne"
    done <"$CONF/teleservices.properties"
    for cle in $(printf '%s\n' "${!reponse[@]}" | sort); do
        est_secret "$cle" || printf '%s = %s\n' "$cle" "${reponse[$cle]}"
    done
}

# Le server.xml de Debian : à cette machine seule, sans retenir qui vient pendant qu'il démarre ; les valves livrées à la place de son journal d'accès.
serveur() {
    if grep -q 'conf/teleservices/erreur.html' /etc/tomcat10/server.xml; then
        cat /etc/tomcat10/server.xml
    else
        sed -e 's/<Connector port="8080"/& address="127.0.0.1" bindOnInit="false"/' \
            -e "/AccessLogValve\"/r $CONF/tomcat/valves.xml" \
            -e '/AccessLogValve"/,/\/>/d' /etc/tomcat10/server.xml
    fi
}

mandataire() {
    local noms
    noms=$(tr ',' '\n' <<<"${reponse[serveur.adresses]}" | sed -E 's|^ *https?://([^:/ ]+).*|\1|' | awk '!vus[$0]++' | tr '\n' ' ')
    sed -e "s|server_name teleservices.ac-exemple.fr|server_name ${noms% }|" \
        -e "s|/etc/ssl/certs/teleservices.pem|$CERTIFICAT|" -e "s|/etc/ssl/private/teleservices.key|$CLE_DU_CERTIFICAT|" \
        "$CONF/mandataire/nginx.conf"
}

reponse[base.utilisateur]=teleservices
reponse[base.migration.utilisateur]=teleservices_migration
reponse[base.purge.utilisateur]=teleservices_purge
poser root:tomcat 640 "$REGLAGES/teleservices.properties" reglages
poser root:tomcat 640 "$REGLAGES/erreur.html" cat "$CONF/tomcat/erreur.html"
# Sans JNDI : la Resource et ce qui la dit s'en vont.
poser root:tomcat 640 /etc/tomcat10/Catalina/localhost/context.xml.default \
    sed '/<!-- base.jndi/,/connectionProperties=.*\/>/d' "$CONF/tomcat/context.xml.default"
if [ -e /etc/tomcat10/server.xml ]; then
    poser root:tomcat 640 /etc/tomcat10/server.xml serveur
else
    va /etc/tomcat10/server.xml || true
fi
dossier tomcat:tomcat 750 /var/lib/teleservices
poser root:root 644 /etc/systemd/system/tomcat10.service.d/teleservices.conf cat "$CONF/installation/tomcat10.conf"
poser root:root 644 /etc/nginx/teleservices/indisponible.html cat "$CONF/mandataire/indisponible.html"
poser root:root 644 /etc/nginx/conf.d/teleservices.conf mandataire
if cmp -s $WEBAPPS/ROOT/index.html /usr/share/tomcat10-root/default_root/index.html && va "$WEBAPPS/ROOT retirée"; then
    rm -rf $WEBAPPS/ROOT
fi

# --- Éprouver, puis déposer et démarrer

verifier() (
    set -a
    # shellcheck source=/dev/null
    . "$SECRETS"
    install -d -o root -g tomcat -m 750 "$travail/war"
    unzip -q "$WAR" 'WEB-INF/*' -d "$travail/war" && cd "$travail/war/WEB-INF" && runuser -u tomcat -- \
        java "-Dteleservices.conf=$REGLAGES" -cp 'classes:lib/*' fr.academie.teleservices.exploitation.Commande verifier
)

[ -n "$a_blanc" ] || verifier || finir 3 'Rien de démarré : corriger ce qui est dit FAUTE (les réponses), puis relancer ce script.'

if [ ! -e "${deja[0]}" ] && va "$WEBAPPS/teleservices##$(date +%Y%m%d).war"; then
    depot=/var/lib/tomcat10/teleservices.war.depot
    install -o root -g tomcat -m 640 "$WAR" $depot
    mv $depot "$WEBAPPS/teleservices##$(date +%Y%m%d).war"
    touch "$A_REDEMARRER"
fi

if [ -n "$a_blanc" ]; then exit 0; fi
if [ -z "$systemd" ]; then
    dire 'Pas de systemd ici : restent systemctl daemon-reload, systemctl enable --now mariadb tomcat10 nginx, et nginx -t.'
elif [ -e "$A_REDEMARRER" ]; then
    nginx -t -q
    systemctl daemon-reload
    systemctl enable -q tomcat10 nginx
    systemctl restart tomcat10
    systemctl reload-or-restart nginx
    curl -sf --retry 60 --retry-delay 2 --retry-all-errors http://127.0.0.1:8080/teleservices/sante/prete \
        || finir 3 'Application pas prête : journalctl -u tomcat10.'
    dire
    rm -f "$A_REDEMARRER"
fi
[ $changements -gt 0 ] || dire 'Rien à changer.'
dire 'Ensuite : DEPLOIEMENT.md, « Remplir la base la première fois », à partir du point 3.'
