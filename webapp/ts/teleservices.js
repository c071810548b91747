// Confort des formulaires : chaque page marche aussi sans ce script.
(function () {
  'use strict';

  // Le code d'un courrier n'est que dans l'adresse, après « # » : il en est effacé, puis envoyé dans un formulaire.
  function lireLeFragment(formulaire) {
    var code = window.location.hash.slice(1);
    if (!code) {
      return;
    }
    window.history.replaceState(null, '', window.location.pathname);
    formulaire.querySelector('[name="code"]').value = code;
    partir(formulaire);
  }

  // Un refus lu n'est plus dans l'adresse : rechargée, la page ne le redit pas. Une réponse que le navigateur a laissée tomber l'y laisse.
  function oublierLeRefus() {
    var adresse = new URL(window.location.href);
    if (adresse.searchParams.has('refus')) {
      adresse.searchParams.delete('refus');
      window.history.replaceState(null, '', adresse.pathname + adresse.search + adresse.hash);
    }
  }

  // Ce que la page n'attend que d'envoyer part seul ; sans script, son bouton se presse.
  function partir(formulaire) {
    formulaire.requestSubmit(formulaire.querySelector('input[type="submit"]'));
  }

  // Après une étape, le focus va au titre ; après un refus, au récapitulatif des erreurs.
  function placerLeFocus() {
    if (window.location.hash) {
      return;
    }
    var cible = document.querySelector('[data-ts-cible="erreurs"]') || document.querySelector('[data-ts-cible="titre"]');
    if (cible) {
      cible.focus({ preventScroll: cible.getAttribute('data-ts-cible') === 'titre' });
    }
  }

  // Ce qui se replie faute de place s'ouvre où il y en a.
  function ouvrirLesVolets() {
    if (window.matchMedia('(min-width: 62em)').matches) {
      document.querySelectorAll('details[data-ts-large]').forEach(function (volet) {
        volet.open = true;
      });
    }
  }

  // Un bouton pressé le dit et ne part pas deux fois.
  function garderUnSeulEnvoi(formulaire) {
    var boutons = formulaire.querySelectorAll('input[type="submit"], button[type="submit"]');
    var annonces = document.getElementById('annonces');
    formulaire.addEventListener('submit', function (evenement) {
      if (formulaire.hasAttribute('data-ts-envoye')) {
        evenement.preventDefault();
        return;
      }
      formulaire.setAttribute('data-ts-envoye', '');
      var message = annonces ? annonces.getAttribute('data-ts-envoi') : '';
      // Après la préparation de l'envoi : le nom du bouton doit partir avec lui.
      window.setTimeout(function () {
        boutons.forEach(function (bouton) {
          bouton.setAttribute('aria-disabled', 'true');
          bouton.setAttribute('data-ts-libelle', bouton.value);
          if (message && bouton.value) {
            bouton[bouton.tagName === 'BUTTON' ? 'textContent' : 'value'] = message;
            bouton.setAttribute('aria-label', message);
          }
        });
        if (annonces) {
          annonces.textContent = message;
        }
      }, 0);
      window.setTimeout(function () {
        direQueCEstLong(formulaire, annonces);
      }, 3000);
    });
    // Retour par le navigateur : le formulaire gardé en mémoire redevient utilisable.
    window.addEventListener('pageshow', function (evenement) {
      if (evenement.persisted) {
        window.location.reload();
      }
    });
  }

  // Au-delà de trois secondes : une barre d'avancement et une phrase, dites aussi aux lecteurs d'écran.
  function direQueCEstLong(formulaire, annonces) {
    if (!annonces) {
      return;
    }
    var attente = document.createElement('p');
    attente.className = 'ts-attente';
    attente.setAttribute('aria-hidden', 'true');
    attente.appendChild(document.createElement('progress'));
    attente.appendChild(document.createElement('span')).textContent = annonces.getAttribute('data-ts-long');
    formulaire.appendChild(attente);
    annonces.textContent = annonces.getAttribute('data-ts-long');
  }

  // Une lettre qui se télécharge laisse la page en place : elle dit alors où la trouver, et ne la redemande pas.
  function annoncerLaLettre(formulaire) {
    var suite = document.getElementById(formulaire.getAttribute('data-ts-lettre'));
    formulaire.addEventListener('submit', function () {
      // Après l'envoi : un formulaire déjà caché pourrait ne pas partir.
      window.setTimeout(function () {
        formulaire.hidden = true;
        suite.hidden = false;
        suite.focus();
      }, 0);
    });
    window.addEventListener('pageshow', function (evenement) {
      if (evenement.persisted) {
        window.location.reload();
      }
    });
  }

  // Un nouveau mot de passe jugé pendant la saisie, par la politique et la liste du serveur : rien n'est envoyé. Le serveur décide.
  function suivreLaJauge(champ) {
    var jauge = document.getElementById(champ.getAttribute('data-ts-jauge'));
    var mesure = document.getElementById('jauge-mesure');
    var regles = document.getElementById('regles');
    if (!jauge || !mesure || !regles) {
      return;
    }
    var politique = null;
    var demande = null;
    var attente = 0;
    function demander() {
      demande = demande || window.fetch(regles.getAttribute('data-ts-politique'), { credentials: 'same-origin' })
        .then(function (reponse) {
          return reponse.json();
        })
        .then(function (recue) {
          recue.courants = new Set(recue.courants);
          recue.noms = regles.getAttribute('data-ts-noms').split(' ').filter(Boolean);
          recue.identifiant = regles.getAttribute('data-ts-identifiant');
          recue.connus = formes(recue.service.concat(recue.noms, recue.identifiant.split(/[^\p{L}\p{N}]+/u), recue.identifiant));
          recue.rangs = recue.suites.map(resserrer);
          politique = recue;
          montrer();
        })
        .catch(function () {
          demande = null;
        });
    }
    // Le signe et la couleur viennent de la feuille de style : ce mot, que l'on n'affiche pas, dit la même chose sans elle.
    function dire(regle, mot) {
      var dit = regle.querySelector('.fr-sr-only');
      if (!dit) {
        dit = regle.appendChild(document.createElement('span'));
        dit.className = 'fr-sr-only';
      }
      dit.textContent = mot && ' ' + mot;
    }
    function montrer() {
      if (!politique) {
        return;
      }
      var jugement = juger(champ.value, politique);
      var vide = champ.value === '';
      mesure.value = vide ? 0 : jugement.mesure;
      jauge.classList.toggle('ts-jauge--bonne', !vide && jugement.defauts.length === 0);
      jauge.textContent = vide ? '' : jauge.getAttribute('data-ts-'
        + (jugement.defauts[0] || 'CONVIENT').toLowerCase().replace(/_/g, '-'));
      regles.querySelectorAll('[data-ts-regle]').forEach(function (regle) {
        var tenue = jugement.regles[regle.getAttribute('data-ts-regle')];
        var manque = !vide && tenue === false && regle.getAttribute('data-ts-regle') in jugement.interdits;
        regle.classList.toggle('ts-regle--oui', !vide && tenue);
        regle.classList.toggle('ts-regle--non', manque);
        dire(regle, !vide && tenue ? regles.getAttribute('data-ts-oui') : manque ? regles.getAttribute('data-ts-non') : '');
      });
    }
    champ.addEventListener('focus', demander);
    champ.addEventListener('input', function () {
      demander();
      window.clearTimeout(attente);
      attente = window.setTimeout(montrer, 300);
    });
  }

  // La règle de PolitiqueMotDePasse, sur les nombres et la liste qu'elle donne, sans les enfants ni l'estimation de zxcvbn : ce qui
  // passe ici peut encore être refusé, et la jauge ne promet rien.
  function juger(saisie, politique) {
    var texte = saisie.trim();
    var genres = [/\p{Lowercase}/u, /\p{Uppercase}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter(function (genre) {
      return genre.test(texte);
    }).length;
    var longueur = Array.from(texte).length;
    var tous = texte.split(/[\s\p{Z}-]+/u);
    var mots = new Set(tous.filter(function (mot) {
      return (mot.match(/\p{L}/gu) || []).length >= politique.lettresDUnMot;
    }).map(normaliser)).size;
    var regles = { mots: mots >= politique.mots };
    var mesure = mots / politique.mots;
    var fort = regles.mots;
    politique.voies.forEach(function (voie, rang) {
      regles['voie-' + rang] = longueur >= voie.longueur && genres >= voie.genres;
      fort = fort || regles['voie-' + rang];
      mesure = Math.max(mesure, Math.min(1, longueur / voie.longueur) * Math.min(1, genres / voie.genres));
    });
    var forme = normaliser(texte);
    var interdits = {
      CONTIENT_LE_NOM: politique.noms.some(function (nom) {
        return forme.indexOf(nom) >= 0;
      }),
      CONTIENT_L_IDENTIFIANT: texte.toLowerCase().indexOf(politique.identifiant) >= 0,
      TROP_COURANT: motif(texte).length < politique.motif || new Set(Array.from(texte)).size < politique.lettres
        || estCourant(texte, politique),
      DEVINE: ''
    };
    interdits.DEVINE = texte.length > politique.maximum || interdits.TROP_COURANT ? '' : devine(texte, politique);
    var defauts = texte.length > politique.maximum ? ['TROP_LONG']
      : fort ? [] : [tous.length < politique.mots ? 'TROP_FAIBLE' : 'PHRASE_PAUVRE'];
    Object.keys(interdits).forEach(function (interdit) {
      regles[interdit] = !interdits[interdit];
      var deviner = interdit === 'TROP_COURANT' || interdit === 'DEVINE';
      if (interdits[interdit] && defauts[0] !== 'TROP_LONG' && (fort || !deviner)) {
        defauts.push(interdit === 'DEVINE' ? interdits.DEVINE : interdit);
      }
    });
    var complet = Math.round(100 * Math.min(1, mesure));
    return {
      defauts: defauts,
      regles: regles,
      interdits: interdits,
      mesure: defauts.length === 0 ? 100 : Math.min(complet, fort ? 40 : 90)
    };
  }

  // Le compte de ResteDuMotDePasse : mots connus, suites et dates n'y valent qu'un signe, un signe répété qu'un, les séparateurs aucun.
  function devine(texte, politique) {
    var simple = normaliser(texte).replace(/[/_,;:]+/g, '');
    var sansDates = simple.replace(new RegExp(politique.dates, 'g'), '\u0001');
    var forme = [sansDates, relire(sansDates, 'i'), relire(sansDates, 'l'), simple].map(resserrer).find(function (essai) {
      return signes(essai, politique.connus, politique.rangs, politique.suite) < politique.reste;
    });
    if (forme === undefined) {
      return '';
    }
    if (signes(forme, [], politique.rangs, politique.suite) >= politique.reste) {
      return 'REPOSE_SUR_LE_COMPTE';
    }
    if (signes(forme, politique.connus, [], politique.suite) >= politique.reste) {
      return 'SUITE_DE_TOUCHES';
    }
    return forme.indexOf('\u0001') >= 0 ? 'REPOSE_SUR_UNE_DATE' : 'TROP_COURANT';
  }

  function signes(texte, mots, suites, suiteMinimale) {
    var pieces = [0];
    function couvrir(debut, fin) {
      pieces[fin] = Math.min(pieces[fin], pieces[debut] + 1);
    }
    function estUneSuite(morceau) {
      return suites.some(function (suite) {
        return suite.indexOf(morceau) >= 0;
      });
    }
    for (var fin = 1; fin <= texte.length; fin++) {
      pieces[fin] = pieces[fin - 1] + 1;
      mots.forEach(function (mot) {
        if (fin >= mot.length && texte.startsWith(mot, fin - mot.length)) {
          couvrir(fin - mot.length, fin);
        }
      });
      for (var debut = fin - suiteMinimale; debut >= 0 && estUneSuite(texte.substring(debut, fin)); debut--) {
        couvrir(debut, fin);
      }
    }
    return pieces[texte.length];
  }

  // Chaque mot, relu comme le sera le mot de passe, à l'endroit et à l'envers.
  function formes(mots) {
    var toutes = new Set();
    mots.map(normaliser).filter(function (mot) {
      return mot.length > 2;
    }).forEach(function (mot) {
      [mot, relire(mot, 'i'), relire(mot, 'l')].map(resserrer).forEach(function (forme) {
        toutes.add(forme).add(Array.from(forme).reverse().join(''));
      });
    });
    return Array.from(toutes);
  }

  function resserrer(texte) {
    return texte.replace(/(.)\1+/gs, '$1');
  }

  function estCourant(texte, politique) {
    var bords = /^[^a-z]+|[^a-z]+$/g;
    var simple = texte.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    var coeur = simple.replace(bords, '');
    return [simple, coeur, relire(coeur, 'i'), relire(coeur, 'l'), relire(simple, 'i').replace(bords, '')].some(function (essai) {
      var lettres = motif(essai.replace(/[^a-z]/g, ''));
      return lettres.length >= politique.lettres && (politique.courants.has(lettres) || politique.suites.some(function (suite) {
        return suite.indexOf(lettres) >= 0;
      }));
    });
  }

  function relire(texte, un) {
    var lettres = { '@': 'a', 4: 'a', 3: 'e', '€': 'e', 1: un, '!': un, '|': un, 0: 'o', 5: 's', $: 's', 7: 't', '+': 't' };
    return texte.replace(/[@43€1!|05$7+]/g, function (signe) {
      return lettres[signe];
    });
  }

  function motif(texte) {
    for (var periode = 1; periode <= texte.length / 2; periode++) {
      if (texte.indexOf(texte.substring(periode)) === 0) {
        return texte.substring(0, periode);
      }
    }
    return texte;
  }

  function normaliser(texte) {
    var ligatures = { œ: 'oe', æ: 'ae', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i' };
    return texte.normalize('NFKD').toUpperCase().toLowerCase().replace(/[œæłøđðı]/g, function (signe) {
      return ligatures[signe];
    }).replace(/[\p{M}\p{Z}\p{Cc}\p{Cf}\p{Pd}\p{Pi}\p{Pf}\p{Lm}\p{Sk}'.`´−′]/gu, '');
  }

  // Un long travail : la page se relit chaque seconde, seul l'avancement change, puis le compte rendu s'affiche. Dit à chaque quart.
  function suivre(suivi) {
    window.setTimeout(function () {
      window.fetch(window.location.href, { credentials: 'same-origin' }).then(function (reponse) {
        return reponse.text();
      }).then(function (texte) {
        var lu = new DOMParser().parseFromString(texte, 'text/html').querySelector('[data-ts-suivi]');
        if (!lu) {
          window.location.reload();
          return;
        }
        suivi.querySelector('label').textContent = lu.querySelector('label').textContent;
        var barre = suivi.querySelector('progress');
        var avant = Math.floor(4 * barre.position);
        barre.value = lu.querySelector('progress').value;
        if (Math.floor(4 * barre.position) > avant) {
          document.getElementById('annonces').textContent = suivi.querySelector('label').textContent;
        }
        suivre(suivi);
      }).catch(function () {
        suivre(suivi);
      });
    }, 1000);
  }

  // Alt + une lettre, dite à côté du champ : le même raccourci dans tous les navigateurs, que accesskey seul donne sans script.
  function ecouterLeRaccourci(champ) {
    document.addEventListener('keydown', function (evenement) {
      if (evenement.altKey && !evenement.ctrlKey && !evenement.metaKey && evenement.code === champ.getAttribute('data-ts-raccourci')) {
        evenement.preventDefault();
        champ.focus();
        champ.select();
      }
    });
  }

  // « Se déconnecter » est un lien : pressé, il envoie la demande. Écouté au document : le DSFR recopie les outils dans le menu du téléphone.
  function seDeconnecter(evenement) {
    var lien = evenement.target.closest('[data-ts-sortie]');
    if (!lien || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) {
      return;
    }
    evenement.preventDefault();
    envoyer(lien.getAttribute('data-ts-sortie'), {});
  }

  // Le nom de chaque langue, dans cette langue. Une façon de l'écrire (fr-FACILE) n'est pas au registre : on la dit après elle.
  function nommerLaLangue(code) {
    var parties = code.split('-');
    var nom = parties[0];
    try {
      nom = new Intl.DisplayNames([parties[0]], { type: 'language' }).of(parties[0]);
    } catch (e) {
      // Le code suffit à un navigateur qui ne sait pas le nom.
    }
    return nom.charAt(0).toLocaleUpperCase(parties[0]) + nom.slice(1) + (parties[1] ? ' ' + parties[1].toLowerCase() : '');
  }

  function listerLesLangues(liste) {
    liste.getAttribute('data-ts-langues').split(' ').forEach(function (code) {
      var lien = document.createElement('a');
      lien.className = 'fr-translate__language fr-nav__link';
      lien.href = liste.getAttribute('data-ts-adresse');
      lien.lang = code.split('-')[0];
      lien.hreflang = lien.lang;
      lien.dir = 'auto';
      lien.setAttribute('data-ts-langue', code);
      if (code === liste.getAttribute('data-ts-langue')) {
        lien.setAttribute('aria-current', 'true');
      }
      lien.textContent = nommerLaLangue(code);
      liste.appendChild(document.createElement('li')).appendChild(lien);
    });
  }

  // Une langue est un lien : pressé, il envoie le choix et l'adresse de la page, qui revient dans cette langue.
  function choisirLaLangue(evenement) {
    var lien = evenement.target.closest('a[data-ts-langue]');
    if (!lien || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) {
      return;
    }
    evenement.preventDefault();
    var contexte = new URL(lien.href).pathname.replace(/\/langue$/, '');
    envoyer(contexte + '/langue/choisir', {
      langue: lien.getAttribute('data-ts-langue'),
      retour: (window.location.pathname + window.location.search).substring(contexte.length)
    });
  }

  function envoyer(adresse, champs) {
    var demande = document.createElement('form');
    demande.method = 'post';
    demande.action = adresse;
    Object.keys(champs).forEach(function (nom) {
      var champ = document.createElement('input');
      champ.type = 'hidden';
      champ.name = nom;
      champ.value = champs[nom];
      demande.appendChild(champ);
    });
    document.body.appendChild(demande);
    demande.submit();
  }

  document.querySelectorAll('[data-ts-langues]').forEach(listerLesLangues);
  document.addEventListener('click', choisirLaLangue);
  document.addEventListener('click', seDeconnecter);
  document.querySelectorAll('[data-ts-raccourci]').forEach(ecouterLeRaccourci);
  document.querySelectorAll('[data-ts-suivi]').forEach(suivre);
  document.querySelectorAll('[data-ts-lettre]').forEach(annoncerLaLettre);
  document.querySelectorAll('[data-ts-formulaire]').forEach(garderUnSeulEnvoi);
  document.querySelectorAll('[data-ts-jauge]').forEach(suivreLaJauge);
  ouvrirLesVolets();
  oublierLeRefus();
  placerLeFocus();
  document.querySelectorAll('[data-ts-fragment]').forEach(function (formulaire) {
    lireLeFragment(formulaire);
    // Un second code visé alors que la page est déjà ouverte ne change que la fin de l'adresse.
    window.addEventListener('hashchange', function () {
      lireLeFragment(formulaire);
    });
  });
  document.querySelectorAll('[data-ts-depart]').forEach(partir);
})();
