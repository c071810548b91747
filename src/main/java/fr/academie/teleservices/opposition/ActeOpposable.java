package fr.academie.teleservices.opposition;

/** Ce que chaque acte sait de sa propre annulation. Chaque pièce qui en fait un en a une, que CDI trouve. */
public interface ActeOpposable {

    Changement acte();

    /** Ce que ferait {@link #defaire} à cet instant ; lit seulement. */
    Prevision prevoir(Opposition opposition);

    /**
     * Remet ce qui était avant, journal, événements et courriels compris. Dans la transaction de l'appelant, qui a verrouillé le ou les
     * comptes dans l'ordre de leurs id : les liens se verrouillent après.
     *
     * @param adresse d'où le lien a été ouvert, pour le journal
     * @throws OppositionRefusee si l'état d'avant ne peut plus se remettre ; rien n'a changé
     */
    void defaire(Opposition opposition, String adresse) throws OppositionRefusee;
}
