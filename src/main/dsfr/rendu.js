// Le moteur de rendu du DSFR, qui ne demande une image que s'il a de quoi faire. Celui du paquet en redemande une sans fin, soixante
// fois par seconde : une page qu'on lit tient le téléphone éveillé.
import state from '@gouvfr/dsfr/src/dsfr/core/script/api/state.js';
import { Module } from '@gouvfr/dsfr/src/dsfr/core/script/api/modules/module.js';
import { RootEvent } from '@gouvfr/dsfr/src/dsfr/core/script/api/modules/stage/root-event.js';
import { Collection } from '@gouvfr/dsfr/src/dsfr/core/script/api/utilities/collection.js';
import { rootDispatch } from '@gouvfr/dsfr/src/dsfr/core/script/api/utilities/dom/dispatch.js';

class Renderer extends Module {
  constructor () {
    super('render');
    this.rendering = this.render.bind(this);
    this.nexts = new Collection();
    this.demandee = false;
    this.onPopulate = this.demander.bind(this);
  }

  activate () {
    this.demander();
  }

  request (instance) {
    this.nexts.add(instance);
    this.demander();
  }

  demander () {
    if (this.demandee || !state.isActive) return;
    this.demandee = true;
    window.requestAnimationFrame(this.rendering);
  }

  render () {
    this.demandee = false;
    if (!state.isActive) return;
    // Avant d'appeler qui que ce soit : une erreur de l'un n'arrête pas les autres.
    if (this.length) this.demander();
    this.forEach((instance) => instance.render());
    if (!this.nexts.length) return;
    const nexts = this.nexts.clone();
    this.nexts.clear();
    nexts.forEach((instance) => instance.next());
    rootDispatch(RootEvent.RENDER);
  }
}

export { Renderer };
