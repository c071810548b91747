// Confort des formulaires : chaque page marche aussi sans ce script.
(function () {
  'use strict';

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
            bouton.value = message;
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

  // Solidité d'un nouveau mot de passe : les trois possibilités que la page annonce. Le serveur décide.
  function suivreLaJauge(champ) {
    var jauge = document.getElementById(champ.getAttribute('data-ts-jauge'));
    if (!jauge) {
      return;
    }
    var attente = 0;
    champ.addEventListener('input', function () {
      window.clearTimeout(attente);
      attente = window.setTimeout(function () {
        jauge.classList.toggle('ts-jauge--bonne', suffit(champ.value));
        jauge.textContent = champ.value === '' ? ''
          : jauge.getAttribute(suffit(champ.value) ? 'data-ts-bonne' : 'data-ts-faible');
      }, 400);
    });
  }

  function suffit(texte) {
    var sortes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter(function (sorte) {
      return sorte.test(texte);
    }).length;
    var longueur = Array.from(texte).length;
    var mots = texte.split(/[\s\p{Z}-]+/u).filter(function (mot) {
      return mot.length > 1;
    }).length;
    return (longueur >= 12 && sortes === 4) || (longueur >= 14 && sortes >= 3) || mots >= 7;
  }

  document.querySelectorAll('[data-ts-formulaire]').forEach(garderUnSeulEnvoi);
  document.querySelectorAll('[data-ts-jauge]').forEach(suivreLaJauge);
  placerLeFocus();
})();
