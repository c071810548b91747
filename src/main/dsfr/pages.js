// Ce que les pages emploient des scripts du DSFR, puis les leurs. Un composant ajouté à une page s'ajoute ici.
import '@gouvfr/dsfr/src/dsfr/core/main.js';
import '@gouvfr/dsfr/src/dsfr/scheme/main.js';
import '@gouvfr/dsfr/src/dsfr/component/header/main.js';
import '@gouvfr/dsfr/src/dsfr/component/modal/main.js';
import '@gouvfr/dsfr/src/dsfr/component/navigation/main.js';
import '@gouvfr/dsfr/src/dsfr/component/password/main.js';
import '@gouvfr/dsfr/src/dsfr/component/sidemenu/main.js';
import '@gouvfr/dsfr/src/dsfr/component/table/main.js';
import '../../../webapp/ts/teleservices.js';
