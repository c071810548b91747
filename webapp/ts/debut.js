// Chargé avant l'affichage : dit au CSS que les scripts marchent, et pose le thème choisi par l'appareil (pas d'éclair blanc).
if ('noModule' in HTMLScriptElement.prototype) {
  document.documentElement.classList.add('ts-script');
}
if (window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches) {
  document.documentElement.setAttribute('data-fr-theme', 'dark');
}
