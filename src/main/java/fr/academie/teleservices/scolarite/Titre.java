package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/** À quel titre une personne est responsable d'un élève : ce qu'une source en dit. */
public record Titre(NiveauResponsabilite niveau, LienParente lien) {

    /** Ce titre, dans cet état. */
    public Qualite dans(EtatRattachement etat) {
        return new Qualite(niveau, lien, etat);
    }

    /**
     * Le plus fort des deux ; nul s'ils le sont. À niveau égal, le lien de plus petit code : mère ou père avant tuteur, tuteur avant
     * « autre ». C'est l'ordre du fragment {@code dit}.
     */
    public static @Nullable Titre lePlusFort(@Nullable Titre un, @Nullable Titre autre) {
        if (un == null || autre == null) {
            return un == null ? autre : un;
        }
        if (un.niveau != autre.niveau) {
            return un.niveau.plusFortQue(autre.niveau) ? un : autre;
        }
        return un.lien.code() <= autre.lien.code() ? un : autre;
    }
}
