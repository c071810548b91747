package fr.academie.teleservices.manque;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.manque.CodeMapper.AutreCompte;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Où un établissement joint le titulaire d'un autre compte de la même identité, et l'envoi du code. */
@Singleton
public final class CodesEnvoyes {

    /** Une personne a rarement plus de trois ou quatre comptes ; un nom répandu, des homonymes nés de parents du même nom. */
    private static final int AU_PLUS = 200;

    private final EnvoiDeCourriels courriels;
    private final EnvoiDeSms sms;
    private final PlafondDeSms plafond;
    private final CodeMapper codes;

    @Inject
    public CodesEnvoyes(EnvoiDeCourriels courriels, EnvoiDeSms sms, PlafondDeSms plafond, Transactions transactions) {
        this.courriels = courriels;
        this.sms = sms;
        this.plafond = plafond;
        this.codes = transactions.mapper(CodeMapper.class);
    }

    /**
     * À qui un code va.
     *
     * @param adresse une adresse mail ou un portable ; vide si personne n'est trouvé
     * @param comptes ceux que ce code prouve, tous joints là
     */
    record Destinataires(String adresse, List<Long> comptes) {

        static final Destinataires AUCUN = new Destinataires("", List.of());

        String enJson() {
            JsonArrayBuilder numeros = FabriqueJson.tableau();
            comptes.forEach(compte -> numeros.add(compte));
            return numeros.build().toString();
        }
    }

    List<CanalDuCode> canaux() {
        return sms.disponible() ? List.of(CanalDuCode.values()) : List.of(CanalDuCode.MAIL);
    }

    /** L'attente, si les SMS du jour sont épuisés pour tous ; vide pour un courriel. */
    Optional<Attente> pleine(CanalDuCode canal) {
        return canal == CanalDuCode.TELEPHONE ? plafond.duService(PlafondDeSms.Demande.INCONNUE) : Optional.empty();
    }

    /**
     * Les autres comptes de la même identité qui ont un enfant né ce jour. Joints à plusieurs endroits, ceux du premier seulement : le code d'un
     * téléphone ne prouve rien de qui se joint ailleurs.
     */
    Destinataires trouver(Compte compte, CanalDuCode canal, LocalDate naissance) {
        Map<String, TreeSet<Long>> parAdresse = new LinkedHashMap<>();
        codes.autres(compte.id(), naissance, AU_PLUS).stream()
                .filter(autre -> compte.identite().comparer(autre.identite()).isPresent())
                .forEach(autre -> adresse(autre, canal)
                        .ifPresent(adresse -> parAdresse
                                .computeIfAbsent(adresse, neuve -> new TreeSet<>())
                                .add(autre.id())));
        return parAdresse.entrySet().stream()
                .findFirst()
                .map(premiere -> new Destinataires(premiere.getKey(), List.copyOf(premiere.getValue())))
                .orElse(Destinataires.AUCUN);
    }

    private static Optional<String> adresse(AutreCompte autre, CanalDuCode canal) {
        return switch (canal) {
            case MAIL ->
                Stream.ofNullable(autre.mail())
                        .flatMap(mail -> AdresseMail.lire(mail).stream())
                        .map(AdresseMail::valeur)
                        .findFirst();
            case TELEPHONE ->
                Stream.ofNullable(autre.telephone())
                        .flatMap(numero -> TelephonePortable.lire(numero).stream())
                        .map(TelephonePortable::valeur)
                        .findFirst();
        };
    }

    /** Dépose le message qui porte ce code, dans la transaction de l'appelant ; sans effet si personne n'est trouvé, ou si ce numéro en a trop reçu. */
    void deposer(Compte compte, CanalDuCode canal, Destinataires trouves, String code, Duration vie) {
        if (trouves.comptes().isEmpty()) {
            return;
        }
        if (canal == CanalDuCode.MAIL) {
            courriels.deposerEn(
                    compte.langue(),
                    "manque.code",
                    trouves.adresse(),
                    compte.identite().nomCourant(),
                    code,
                    vie.toMinutes());
        } else if (plafond.duNumero(trouves.adresse()).isEmpty()
                && pleine(canal).isEmpty()) {
            plafond.noter(PlafondDeSms.Demande.INCONNUE, trouves.adresse());
            sms.deposerEn(compte.langue(), "manque.code", trouves.adresse(), vie, code, vie.toMinutes());
        }
    }
}
