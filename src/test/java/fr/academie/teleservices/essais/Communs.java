package fr.academie.teleservices.essais;

import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.MotsDePasseCourants;
import fr.academie.teleservices.compte.PolitiqueMotDePasse;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.Langues;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Ce que les ateliers d'une machine virtuelle ont en commun : sans mémoire d'un essai à l'autre, et si long à bâtir (lire tout le SQL,
 * les mots, 30 000 mots de passe, calculer une empreinte) que les neuf dixièmes d'un atelier y passaient.
 */
public final class Communs {

    public static final PolitiqueMotDePasse POLITIQUE = new PolitiqueMotDePasse(new MotsDePasseCourants());

    private static final Map<DataSource, Transactions> TRANSACTIONS = Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<ProfilAcademie, Langues> LANGUES = new ConcurrentHashMap<>();
    private static final Map<Reglages.Hachage, HachageService> HACHAGES = new ConcurrentHashMap<>();

    private Communs() {}

    /** Les transactions de cette source. */
    public static Transactions transactions(DataSource source) {
        return TRANSACTIONS.computeIfAbsent(source, Transactions::new);
    }

    /** Les langues de ce profil. */
    static Langues langues(ProfilAcademie profil) {
        return LANGUES.computeIfAbsent(profil, Langues::new);
    }

    /** La file de calcul à ces réglages. */
    static HachageService hachage(Reglages.Hachage reglages) {
        return HACHAGES.computeIfAbsent(reglages, HachageService::new);
    }
}
