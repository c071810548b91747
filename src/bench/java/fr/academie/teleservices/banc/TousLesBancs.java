package fr.academie.teleservices.banc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** {@code mvn -Pbench} : mène les bancs l'un après l'autre ; {@code -Dbancs=courriers,durees} n'en mène que ceux-là. */
public final class TousLesBancs {

    private static final String[] AUCUN_ARGUMENT = {};

    /** Chaque banc a sa base, qu'il ferme : ce que l'un écrit ne pèse pas sur les temps du suivant. */
    private enum Banc {
        REGROUPEMENT,
        DUREES,
        BUREAU,
        COURRIERS,
        LECTURE,
        RAPPROCHEMENT,
        IMPORT,
        ALIMENTATION,
        PAGES,
        CHARGE;

        private void mener() throws Exception {
            switch (this) {
                case REGROUPEMENT -> BancRegroupement.main(AUCUN_ARGUMENT);
                case DUREES -> {
                    BancDesDurees.main(AUCUN_ARGUMENT);
                    BancDesCodes.main(AUCUN_ARGUMENT);
                    BancDesLiens.main(AUCUN_ARGUMENT);
                }
                case BUREAU -> BancDuBureau.main(AUCUN_ARGUMENT);
                case COURRIERS -> BancDesCourriers.main(AUCUN_ARGUMENT);
                case LECTURE -> BancDeLecture.main(AUCUN_ARGUMENT);
                case RAPPROCHEMENT -> BancDuRapprochement.main(AUCUN_ARGUMENT);
                case IMPORT -> BancDeLImport.main(AUCUN_ARGUMENT);
                case ALIMENTATION -> BancDeLAlimentation.main(AUCUN_ARGUMENT);
                case PAGES -> BancDesPages.main(AUCUN_ARGUMENT);
                case CHARGE -> BancDeLaCharge.main(AUCUN_ARGUMENT);
            }
        }
    }

    private TousLesBancs() {}

    /** Échoue, avant toute mesure, si l'option nomme un banc qui n'existe pas. */
    public static void main(String[] arguments) throws Exception {
        for (Banc banc : demandes(System.getProperty("bancs", ""))) {
            banc.mener();
        }
    }

    private static Collection<Banc> demandes(String option) {
        if (option.isBlank()) {
            return List.of(Banc.values());
        }
        return Arrays.stream(option.split(","))
                .map(nom -> Banc.valueOf(nom.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }
}
