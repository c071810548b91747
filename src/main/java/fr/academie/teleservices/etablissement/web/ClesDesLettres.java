package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.socle.securite.Scelle;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * La paire de clés qui scelle et ouvre les lettres demandées dans cette session. Elle ne quitte pas la mémoire : ni base, ni trace, ni
 * fichier de sessions. Un redémarrage la perd, et les lettres qui attendaient sont à refaire.
 */
@SessionScoped
public class ClesDesLettres implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient @Nullable KeyPair paire;

    /** La paire de cette session. */
    public synchronized KeyPair paire() {
        KeyPair tiree = paire;
        if (tiree == null) {
            tiree = Scelle.paire();
            paire = tiree;
        }
        return tiree;
    }
}
