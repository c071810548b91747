package fr.academie.teleservices.alimentation.livraison;

import org.jspecify.annotations.Nullable;

/** Rien n'a été écrit, sinon ce qui l'était déjà. */
public final class LivraisonRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusLivraison code;
    private final transient @Nullable Livraison celle;

    LivraisonRefusee(RefusLivraison code, @Nullable Livraison celle) {
        super(code.name());
        this.code = code;
        this.celle = celle;
    }

    public RefusLivraison code() {
        return code;
    }

    /** La livraison en cause : celle qui est en cours, celle qui a déjà été appliquée, celle qu'on validait ; nulle si elle a disparu. */
    public @Nullable Livraison celle() {
        return celle;
    }
}
