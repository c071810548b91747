package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.essais.Atelier;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ouvre une demande de regroupement comme si la preuve venait d'être faite, sans le coût de l'empreinte. */
public final class DemandesDEssai {

    private static final SecureRandom HASARD = new SecureRandom();

    private DemandesDEssai() {}

    /** Le titulaire de {@code garde} regroupe {@code ferme} avec lui, de la demande à la confirmation. */
    public static void regrouper(Atelier atelier, long garde, long ferme) throws RegroupementRefuse {
        Demandeur demandeur = Atelier.demandeur(
                garde, atelier.comptes.parId(garde).orElseThrow().identifiant().valeur(), 1);
        atelier.regrouper(demandeur, ouvrir(atelier, demandeur, ferme));
    }

    public static UUID ouvrir(Atelier atelier, Demandeur demandeur, long secondaireId) {
        return ouvrir(atelier, demandeur, secondaireId, null);
    }

    /** Le lot de plusieurs comptes, comme s'ils venaient d'être prouvés. */
    public static UUID ouvrirUnLot(Atelier atelier, Demandeur demandeur, long... secondaires) {
        UUID lot = null;
        for (long secondaire : secondaires) {
            UUID jeton = ouvrir(atelier, demandeur, secondaire, lot);
            lot = lot == null ? jeton : lot;
        }
        return Objects.requireNonNull(lot);
    }

    private static UUID ouvrir(Atelier atelier, Demandeur demandeur, long secondaireId, @Nullable UUID lot) {
        byte[] octets = new byte[16];
        HASARD.nextBytes(octets);
        ByteBuffer tampon = ByteBuffer.wrap(octets);
        UUID jeton = new UUID(tampon.getLong(), tampon.getLong());
        Instant maintenant = atelier.horloge.instant();
        RegroupementMapper mapper = atelier.transactions.mapper(RegroupementMapper.class);
        atelier.transactions.executer(() -> {
            Compte secondaire = atelier.comptes.parId(secondaireId).orElseThrow();
            mapper.deposerDemande(
                    DemandeDeRegroupement.neuve(
                            jeton,
                            lot,
                            demandeur.responsableId(),
                            secondaire,
                            demandeur.sessionId(),
                            maintenant.plus(Duration.ofMinutes(10))),
                    maintenant,
                    secondaire.version());
        });
        return jeton;
    }
}
