package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.EssaiMapper.Envois;
import fr.academie.teleservices.acces.EssaiMapper.EssaiAAjouter;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une boîte reçoit en un jour sur la demande de gens que rien n'identifie, ou d'un compte qui n'en est pas le titulaire.
 *
 * <p>Au-delà du plafond, qui a déjà demandé n'obtient plus rien ce jour-là ; qui n'a jamais demandé obtient encore : inonder une boîte ne la
 * ferme pas à son titulaire. L'appelant borne ce dernier recours.
 */
@Singleton
public final class PlafondDeCourriels {

    private static final Duration JOUR = Duration.ofDays(1);

    private final EssaiMapper essais;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public PlafondDeCourriels(Transactions transactions, Clock horloge) {
        this.essais = transactions.mapper(EssaiMapper.class);
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Les courriels comptés ensemble, et combien un destinataire en reçoit par jour. */
    public enum Sorte {
        /** Lien pour choisir un nouveau mot de passe. */
        LIEN(5),
        /** Identifiants d'une adresse, ou établissement à qui s'adresser. */
        RAPPEL(3),
        /** Code qui confirme une adresse. */
        CODE(10);

        private final int parJour;

        Sorte(int parJour) {
            this.parJour = parJour;
        }

        private String operation() {
            return "COURRIEL_" + name();
        }
    }

    /** Où en est ce destinataire. */
    public enum Rang {
        /** Sous le plafond. */
        ADMIS,
        /** Plafond atteint, mais par d'autres : ce demandeur n'a rien obtenu. */
        DERNIER_RECOURS,
        /** Plafond atteint, et ce demandeur a eu sa part. */
        REFUSE
    }

    /**
     * Où en est une boîte pour ce demandeur.
     *
     * @param reprise quand le plus ancien des envois comptés aura un jour ; nulle si rien n'est parti
     * @param dernier quand le plus récent est parti ; nul si rien n'est parti
     */
    public record Etat(
            Rang rang, @Nullable Instant reprise, @Nullable Instant dernier) {

        /** Vrai si le plus récent est parti depuis ce temps-là au moins. */
        public boolean repose(Duration temps, Instant maintenant) {
            return dernier == null || !dernier.plus(temps).isAfter(maintenant);
        }
    }

    /**
     * Où en est ce destinataire, pour qui demande ainsi.
     *
     * @param demandeur une adresse IP ou un compte
     */
    public Etat etat(Sorte sorte, String destinataire, String demandeur) {
        Envois envois = essais.envois(
                sorte.operation(),
                cible(destinataire),
                empreinte(demandeur),
                horloge.instant().minus(JOUR));
        Rang auDela = envois.dejaVu() ? Rang.REFUSE : Rang.DERNIER_RECOURS;
        Instant premier = envois.premier();
        return new Etat(
                envois.nombre() < sorte.parJour ? Rang.ADMIS : auDela,
                premier == null ? null : premier.plus(JOUR),
                envois.dernier());
    }

    /** L'attente à dire à un demandeur refusé. */
    public Attente attente(Etat etat) {
        Instant maintenant = horloge.instant();
        return Attente.jusqua(Attente.Motif.DEMANDES, etat.reprise() == null ? maintenant : etat.reprise(), maintenant);
    }

    /** Note un envoi, dans la transaction de l'appelant. */
    public void noter(Sorte sorte, String destinataire, String demandeur) {
        transactions.executer(() -> {
            essais.ajouter(new EssaiAAjouter(
                    sorte.operation(), empreinte(demandeur), cible(destinataire), "", horloge.instant()));
        });
    }

    private static byte[] cible(String destinataire) {
        return Empreinte.sha256(destinataire.toLowerCase(Locale.ROOT));
    }

    private static String empreinte(String demandeur) {
        return HexFormat.of().formatHex(Empreinte.sha256(Reseau.de(demandeur)));
    }
}
