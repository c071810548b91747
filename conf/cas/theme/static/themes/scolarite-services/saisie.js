// Un mot de passe de courrier se tape comme imprimé : KTRM-7HPC-X4DN. Tapé sans les traits, avec des espaces ou en minuscules, il est
// remis en forme au moment de l'envoi, car le CAS ne compare que ce qu'il reçoit. Rien d'autre n'est touché : Téléservices refuse
// qu'un mot de passe choisi ait cette forme. Sans ce script, il faut le taper comme imprimé.
(() => {
  'use strict';
  const SIGNES = /^[CDFGHJKMNPRTVWX3479]{12}$/;
  const SEPARATEURS = /[\s\p{Z}\p{Pd}\p{Cf}._·•−/]+/gu;
  const SOSIES = { U: 'V', 6: 'G' };

  const commeImprime = (saisie) => {
    const signes = saisie.normalize('NFKC').replace(SEPARATEURS, '').toUpperCase().replace(/[U6]/g, (signe) => SOSIES[signe]);
    return SIGNES.test(signes) ? signes.match(/.{4}/g).join('-') : saisie;
  };

  document.addEventListener('submit', (evenement) => {
    const champ = evenement.target.querySelector('input[name="password"]');
    if (champ) {
      champ.value = commeImprime(champ.value);
    }
  });
})();
