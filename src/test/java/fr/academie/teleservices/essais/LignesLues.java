package fr.academie.teleservices.essais;

/** Combien de lignes les moteurs de la base lisent pendant un geste, par index ou d'un bout à l'autre d'une table. */
public final class LignesLues {

    private LignesLues() {}

    /** Un geste qui peut refuser. */
    @FunctionalInterface
    public interface Geste {
        void faire() throws Exception;
    }

    public static long pendant(BaseDEssai base, Geste geste) throws Exception {
        long avant = depuisLeDemarrage(base);
        geste.faire();
        return depuisLeDemarrage(base) - avant;
    }

    private static long depuisLeDemarrage(BaseDEssai base) {
        return base.compter("SELECT SUM(variable_value) FROM information_schema.global_status"
                + " WHERE variable_name IN ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_NEXT',"
                + " 'HANDLER_READ_PREV', 'HANDLER_READ_RND_NEXT')");
    }
}
