package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.ibatis.exceptions.PersistenceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Des pannes de la base à une écriture choisie. */
public final class Pannes {

    private Pannes() {}

    /**
     * Fait l'acte, que la base refuse à cette écriture : il échoue et tout reste comme avant.
     *
     * @param operation INSERT, UPDATE ou DELETE
     * @param condition expression SQL qui désigne l'écriture parmi celles de la table
     */
    public static void exigerRienDeFait(
            BaseDEssai base, String table, String operation, String condition, ThrowingCallable acte) {
        var avant = Invariants.photographie(base);
        base.executer("CREATE TRIGGER panne BEFORE " + operation + " ON " + table + " FOR EACH ROW IF " + condition
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'panne'; END IF");
        try {
            assertThatThrownBy(acte).isInstanceOf(PersistenceException.class).hasMessageContaining("panne");
            assertThat(Invariants.photographie(base)).isEqualTo(avant);
        } finally {
            base.executer("DROP TRIGGER panne");
        }
    }
}
