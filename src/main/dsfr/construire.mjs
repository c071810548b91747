// Fait, du DSFR et de webapp/ts, ce que les pages chargent, et rien de plus : une feuille de style (et sa retournée, pour les langues qui se lisent de
// droite à gauche), un script, deux graisses de Marianne.
//   node construire.mjs SORTIE [WAR_ÉCLATÉ]
// écrit SORTIE/dsfr/EMPREINTE/… et SORTIE/dsfr.properties, qui dit l'empreinte : l'adresse change avec le contenu, un navigateur peut garder
// chaque fichier pour toujours. Ce qui se comprime a près de lui son .gz et son .br, que le Tomcat le plus nu sait servir. Les
// styles d'une construction précédente, restés dans le WAR éclaté, sont effacés : il n'y en a qu'une adresse.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import rtlcss from 'rtlcss';
import subsetFont from 'subset-font';

const ICI = path.dirname(fileURLToPath(import.meta.url));
const PROJET = path.resolve(ICI, '../../..');
const PAQUET = path.join(ICI, 'node_modules/@gouvfr/dsfr');
const DSFR = path.join(PAQUET, 'dist');
const TS = path.join(PROJET, 'webapp/ts');

// Le poids d'une première visite : ce que le français écrit. Le reste de l'alphabet latin ne vient que s'il est affiché.
const FRANCAIS = [[0x20, 0x7e], 0xa0, 0xa7, 0xab, 0xb0, 0xb7, 0xbb, 0xc0, 0xc2, 0xc4, [0xc6, 0xcb], 0xce, 0xcf, 0xd4, 0xd6, 0xd7, 0xd9, 0xdb, 0xdc,
  0xe0, 0xe2, 0xe4, [0xe6, 0xeb], 0xee, 0xef, 0xf4, 0xf6, 0xf9, 0xfb, 0xfc, 0xff, 0x152, 0x153, 0x178, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019,
  0x201c, 0x201d, 0x2026, 0x202f, 0x20ac, 0x2190, 0x2192];
const AUTRE_LATIN = [[0xa1, 0x17f], [0x1e0, 0x1e9], 0x18f, 0x192, 0x1a0, 0x1a1, 0x1af, 0x1b0, [0x1fa, 0x1ff], [0x218, 0x21b], 0x259,
  [0x2c6, 0x2dd], [0x1e80, 0x1e85], [0x1ea0, 0x1ef9], [0x2010, 0x203a], [0x20a0, 0x20bf], 0x2122, [0x2191, 0x2199], 0x2212]
  .flatMap(bornes).filter((signe) => !FRANCAIS.flatMap(bornes).includes(signe));
const GRAISSES = { Regular: '400', Bold: '700' };

function bornes(signe) {
  return Array.isArray(signe) ? Array.from({ length: signe[1] - signe[0] + 1 }, (_, i) => signe[0] + i) : [signe];
}

function plage(signes) {
  const hexa = (n) => n.toString(16).toUpperCase();
  const suites = [];
  for (const signe of [...signes].sort((a, b) => a - b)) {
    const derniere = suites.at(-1);
    if (derniere && derniere[1] === signe - 1) derniere[1] = signe;
    else suites.push([signe, signe]);
  }
  return suites.map(([a, b]) => (a === b ? `U+${hexa(a)}` : `U+${hexa(a)}-${hexa(b)}`)).join(',');
}

/** Les polices réduites, par nom de fichier, et les règles qui les appellent. Sans consignes d'ajustement au point : les écrans lissent. */
async function polices() {
  const fichiers = new Map();
  const regles = [];
  for (const [nom, graisse] of Object.entries(GRAISSES)) {
    const source = await readFile(path.join(DSFR, `fonts/Marianne-${nom}.woff2`));
    for (const [jeu, signes] of [['fr', FRANCAIS.flatMap(bornes)], ['latin', AUTRE_LATIN]]) {
      const fichier = `fonts/Marianne-${nom}-${jeu}.woff2`;
      const texte = String.fromCodePoint(...signes);
      fichiers.set(fichier, await subsetFont(source, texte, { targetFormat: 'woff2', noHinting: true, noLayoutClosure: true }));
      regles.push(`@font-face{font-family:Marianne;src:url(${fichier}) format("woff2");font-weight:${graisse};font-display:swap;`
        + `unicode-range:${plage(signes)}}`);
    }
  }
  return { fichiers, regles: regles.join('') };
}

/** Les styles du DSFR et les nôtres, sans les règles ni les variables dont aucune page, aucun script n'a le mot. */
async function style(reglesDesPolices) {
  const dsfr = (await readFile(path.join(DSFR, 'dsfr.main.min.css'), 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, '');
  const imprime = await readFile(path.join(DSFR, 'dsfr.print.min.css'), 'utf8');
  const notre = await readFile(path.join(TS, 'teleservices.css'), 'utf8');
  const [{ css }] = await new PurgeCSS().purge({
    content: [
      path.join(PROJET, 'webapp/**/*.xhtml'),
      path.join(TS, '*.js'),
      path.join(PROJET, 'src/main/java/**/web/*.java'),
      path.join(PROJET, 'src/main/java/**/socle/**/*.java'),
      ...['core', 'scheme'].map((partie) => path.join(PAQUET, `src/dsfr/${partie}/**/*.js`)),
      ...['header', 'modal', 'navigation', 'password', 'sidemenu', 'table'].map((c) => path.join(PAQUET, `src/dsfr/component/${c}/script/**/*.js`)),
    ],
    css: [{ raw: `${reglesDesPolices}${dsfr}\n@media print{${imprime}}\n${notre}` }],
    // Les scripts du DSFR composent leurs classes : « modal--opened » y devient fr-modal--opened.
    defaultExtractor: (contenu) => (contenu.match(/[\w-]+/g) ?? []).flatMap((mot) => [mot, `fr-${mot}`]),
    variables: true,
    keyframes: true,
    // Ce que les pages composent, et ce qu'un volet ouvert, déplié, choisi ou près du bord ajoute à sa classe.
    safelist: [/^fr-alert--/, /^fr-badge--/, /^ts-/, /^fr-.*--(opened|expanded|selected|align-right)$/],
  });
  const { code } = await transform(css, { loader: 'css', minify: true, legalComments: 'none' });
  return code;
}

/** La même feuille de droite à gauche. Le trait sous un lien garde sa place : retournées, ses variables le mettraient au-dessus du mot. */
function retourner(css) {
  return rtlcss.process(css.replaceAll('background-position:var(', '--place:var(')).replaceAll('--place:var(', 'background-position:var(');
}

/** Le moteur de rendu du DSFR remplacé par rendu.js, écrit d'après lui : s'il change, rendu.js est à relire. */
const RENDU = { chemin: 'src/dsfr/core/script/api/modules/render/renderer.js', empreinte: '9f3cc6260a31' };

async function script() {
  const source = await readFile(path.join(PAQUET, RENDU.chemin));
  if (!createHash('sha256').update(source).digest('hex').startsWith(RENDU.empreinte)) {
    throw new Error(`Le DSFR a changé ${RENDU.chemin} : relire rendu.js, puis l'empreinte écrite ici.`);
  }
  let remplaces = 0;
  const rendu = {
    name: 'rendu',
    setup: (construction) => construction.onResolve({ filter: /\/render\/renderer\.js$/ }, () => {
      remplaces += 1;
      return { path: path.join(ICI, 'rendu.js') };
    }),
  };
  const { outputFiles } = await build({
    plugins: [rendu],
    entryPoints: [path.join(ICI, 'pages.js')], bundle: true, minify: true, format: 'esm', target: 'es2020', legalComments: 'none', write: false,
  });
  if (remplaces !== 1) {
    throw new Error(`Le moteur de rendu du DSFR est demandé ${remplaces} fois, une seule est attendue.`);
  }
  return outputFiles[0].text;
}

const sortie = process.argv[2];
if (!sortie) {
  throw new Error('Dire où écrire : node construire.mjs SORTIE');
}
const { version } = JSON.parse(await readFile(path.join(PAQUET, 'package.json'), 'utf8'));
const licence = `/* DSFR ${version}, licence Etalab 2.0, réduit à ce que les pages emploient. */\n`;
const { fichiers, regles } = await polices();
fichiers.set('pages.css', Buffer.from(licence + (await style(regles))));
// Le DSFR dit gauche et droite : sa version pour l'arabe est la même, retournée. La nôtre dit début et fin, et n'en change pas.
fichiers.set('pages.rtl.css', Buffer.from(retourner(fichiers.get('pages.css').toString())));
fichiers.set('pages.js', Buffer.from(licence + (await script())));
fichiers.set('debut.js', await readFile(path.join(TS, 'debut.js')));
for (const [, image] of fichiers.get('pages.css').toString().matchAll(/url\("?((?:icons|artwork)\/[^")]+)"?\)/g)) {
  fichiers.set(image, await readFile(path.join(DSFR, image)));
}
for (const favori of await readdir(path.join(DSFR, 'favicon'))) {
  fichiers.set(`favicon/${favori}`, await readFile(path.join(DSFR, 'favicon', favori)));
}

const empreinte = createHash('sha256');
for (const [nom, contenu] of [...fichiers].sort(([a], [b]) => (a < b ? -1 : 1))) {
  empreinte.update(nom).update('\0').update(contenu);
}
const adresse = empreinte.digest('hex').slice(0, 12);
for (const dossier of process.argv.slice(2)) {
  await rm(path.join(dossier, 'dsfr'), { recursive: true, force: true });
}
for (const [nom, contenu] of fichiers) {
  const fichier = path.join(sortie, 'dsfr', adresse, nom);
  await mkdir(path.dirname(fichier), { recursive: true });
  await writeFile(fichier, contenu);
  if (/\.(css|js|svg)$/.test(nom) && contenu.length > 400) {
    await writeFile(`${fichier}.gz`, gzipSync(contenu, { level: 9 }));
    await writeFile(`${fichier}.br`, brotliCompressSync(contenu, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contenu.length } }));
  }
}
await writeFile(path.join(sortie, 'dsfr.properties'), `dsfr.empreinte=${adresse}\n`);
