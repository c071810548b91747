package fr.academie.teleservices.scolarite;

import java.util.List;

/** Un compte et ses enfants, liens contestés compris, liens retirés exclus. */
public record EnfantsDUnCompte(long compteId, List<Enfant> enfants) {}
