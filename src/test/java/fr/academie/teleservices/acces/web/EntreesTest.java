package fr.academie.teleservices.acces.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.acces.CasService;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.CookieDeLangue;
import fr.academie.teleservices.socle.web.Cookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntreesTest {

    private final HttpServletRequest requete = mock(HttpServletRequest.class);
    private final HttpServletResponse reponse = mock(HttpServletResponse.class);
    private final List<Cookie> navigateur = new ArrayList<>();
    private final List<String> effaces = new ArrayList<>();

    @Test
    void unNavigateurNEnGardeQueCinqLesPlusRecentes() {
        Entrees entrees = entrees(true, "/teleservices");
        List<String> poses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            entrees.commencer(requete, reponse, "/accueil", null);
            poses.add(navigateur.get(navigateur.size() - 1).getName());
        }
        assertThat(navigateur).extracting(Cookie::getName).containsExactlyElementsOf(poses.subList(3, 8));
        assertThat(effaces).containsExactlyElementsOf(poses.subList(0, 3));
    }

    @Test
    void celuiDUneAutreApplicationOuDUnAutreUsageNeCompteNiNeSEfface() {
        Entrees entrees = entrees(true, "/teleservices");
        for (int i = 0; i < 6; i++) {
            navigateur.add(new Cookie("__Host-teleservices-bordeaux-entree-" + i, "x"));
        }
        navigateur.add(new Cookie("__Host-teleservices-session", "x"));
        entrees.commencer(requete, reponse, "/accueil", null);
        assertThat(navigateur).hasSize(8);
        assertThat(effaces).isEmpty();
    }

    @Test
    void enHttpsLeNomEnHoteExigeSecureLaRacineEtAucunDomaine() {
        entrees(true, "/teleservices").commencer(requete, reponse, "/accueil", null);
        assertThat(navigateur).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).startsWith("__Host-teleservices-entree-");
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.getDomain()).isNull();
        });
    }

    @Test
    void enClairIlResteDansLApplication() {
        entrees(false, "/teleservices").commencer(requete, reponse, "/accueil", null);
        assertThat(navigateur).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).startsWith("teleservices-entree-");
            assertThat(cookie.getPath()).isEqualTo("/teleservices");
        });
    }

    private Entrees entrees(boolean chiffre, String contexte) {
        Reglages reglages = mock(Reglages.class);
        when(reglages.entierementChiffre()).thenReturn(chiffre);
        Adresses adresses = mock(Adresses.class);
        when(adresses.origine(any(HttpServletRequest.class))).thenReturn(Optional.of("https://teleservices.example"));
        when(requete.getContextPath()).thenReturn(contexte);
        when(requete.getCookies()).thenAnswer(appel -> navigateur.toArray(new Cookie[0]));
        doAnswer(appel -> {
                    Cookie cookie = appel.getArgument(0);
                    navigateur.removeIf(ancien -> ancien.getName().equals(cookie.getName()));
                    if (cookie.getMaxAge() == 0) {
                        effaces.add(cookie.getName());
                    } else {
                        navigateur.add(cookie);
                    }
                    return null;
                })
                .when(reponse)
                .addCookie(any());
        return new Entrees(mock(CasService.class), adresses, new Cookies(reglages), mock(CookieDeLangue.class));
    }
}
