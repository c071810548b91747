package fr.academie.teleservices.socle.persistance;

/** L'heure de ce serveur n'est pas celle de la base : NTP les accordera, et le service n'a qu'à attendre. */
public final class HorlogesEnDesaccord extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public HorlogesEnDesaccord(String message) {
        super(message);
    }
}
