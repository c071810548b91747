package fr.academie.teleservices.alimentation;

import java.util.List;

/** La ligne est refusée, le reste du fichier continue. Sans trace de pile : un mauvais fichier en lève des centaines de milliers. */
public final class LigneRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final CodeRemarque code;
    private final transient List<String> valeurs;

    public LigneRefusee(CodeRemarque code, String... valeurs) {
        super(code.name(), null, false, false);
        this.code = code;
        this.valeurs = List.of(valeurs);
    }

    public CodeRemarque code() {
        return code;
    }

    public List<String> valeurs() {
        return valeurs;
    }
}
