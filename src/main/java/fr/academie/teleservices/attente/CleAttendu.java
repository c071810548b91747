package fr.academie.teleservices.attente;

/**
 * Le numéro sous lequel une page, ou un travail en nombre, désigne une personne attendue. Celles que des sources nomment et celles qu'un
 * agent a saisies ont chacune leur table : un décalage les distingue, qu'aucun numéro de ligne n'atteint.
 *
 * @param nommee vrai pour une ligne de {@code identite_responsable}, faux pour une de {@code responsable_attendu}
 */
record CleAttendu(boolean nommee, long id) {

    private static final long NOMMEES = 1L << 40;

    static CleAttendu de(long numero) {
        return numero > NOMMEES ? new CleAttendu(true, numero - NOMMEES) : new CleAttendu(false, numero);
    }

    long numero() {
        return nommee ? NOMMEES + id : id;
    }
}
