// Un mot de passe de courrier se tape comme imprimé : KTRM-7HPC-X4DN. Tapé sans les traits, avec des espaces ou en minuscules, il est
// remis en forme au moment de l'envoi, car le CAS ne compare que ce qu'il reçoit. Rien d'autre n'est touché : Téléservices refuse
// qu'un mot de passe choisi ait cette forme. Sans ce script, il faut le taper comme imprimé.
//
// Un identifiant ne contient ni blanc, ni signe invisible, ni libellé : ce qu'un clavier ou un copier-coller y mêle est ôté de même. C'est le
// travail de SaisieDIdentifiant, que SaisieDuCasIT compare à celui-ci.
(() => {
  'use strict';
  const SIGNES = /^[CDFGHJKMNPRTVWX3479]{12}$/;
  const SEPARATEURS = /[\s\p{Z}\p{Pd}\p{Cf}._·•−/]+/gu;
  const SOSIES = { U: 'V', 6: 'G' };

  const commeImprime = (saisie) => {
    const signes = saisie.normalize('NFKC').replace(SEPARATEURS, '').toUpperCase().replace(/[U6]/g, (signe) => SOSIES[signe]);
    return SIGNES.test(signes) ? signes.match(/.{4}/g).join('-') : saisie;
  };

  const INVISIBLES = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\uFFFC\uFFFD]|(?!\s)\p{Cc}/gu;
  const APOSTROPHES = /[’‘‛′´`ʼʹ＇]/g;
  const TRAITS = /[\p{Pd}\u2212\u2043\u02D7]/gu;
  const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
  const SIGNES_LIES = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss', ẞ: 'ss', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', ı: 'i' };
  const NOM = "(?:identifiant|login|nom d'utilisateur|utilisateur|username|user name)";
  const LONG = `(?:${NOM}(?: [^:=@.0-9]{1,30})?|id|compte|user) ?[:=]+ ?`;
  const LIBELLE = new RegExp(`^[^0-9A-Za-z_]*(?:(?:votre|mon|son|l'|ton|your|my) ?)?(?:${LONG}|${NOM}(?:,? (?:c')?est)?(?: ?[:=]+ ?| ))(?=.)`, 'i');
  const SUITE = /(?<=\S) (?:(?:votre|mon|et|,|;|-|\/) ?)*(?:mot de passe|mdp|password)(?: .*|:.*|)$/i;
  const AVANT = /^(?:["'<(\[{*:;,= ]|- |mailto:|(?!\p{ASCII})[\p{S}\p{P}])+/iu;
  const APRES = /(?:["'>)\]}*:;,.!? ]|(?!\p{ASCII})[\p{S}\p{P}])+$/u;

  const chiffre = (signe) => {
    const zero = ZEROS.find((z) => signe.codePointAt(0) >= z && signe.codePointAt(0) <= z + 9);
    return zero === undefined ? signe : String(signe.codePointAt(0) - zero);
  };

  const lisible = (saisie) => saisie.replace(INVISIBLES, '').replace(APOSTROPHES, "'").normalize('NFKC')
    .replace(TRAITS, '-').replace(/\p{Nd}/gu, chiffre).replace(/[«»“”„‟″]/g, '"').replace(/‹/g, '<').replace(/›/g, '>')
    .replace(/[。․‧]/g, '.').replace(/[\s\p{Z}]+/gu, ' ').trim();

  const identifiant = (saisie) => lisible(saisie).replace(SUITE, '').replace(LIBELLE, '').replace(AVANT, '').replace(APRES, '')
    .replace(/[\s\p{Z}]+/gu, '').normalize('NFKD').replace(/\p{M}/gu, '').replace(/./gu, (signe) => SIGNES_LIES[signe] || signe).toLowerCase();

  document.addEventListener('submit', (evenement) => {
    const champ = evenement.target.querySelector('input[name="password"]');
    if (champ) {
      champ.value = commeImprime(champ.value);
    }
    const nom = evenement.target.querySelector('input[name="username"]');
    if (nom) {
      // Ce qui ne désigne personne reste tel que tapé, sous les yeux de qui l'a tapé.
      nom.value = identifiant(nom.value) || nom.value;
    }
  });
})();
