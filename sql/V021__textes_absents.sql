-- Un texte absent est NULL, jamais vide : un nom d'usage vide effaçait le nom de famille partout où il le remplace, une adresse vide passait
-- pour connue. La comparaison ignore les blancs : un texte qui n'est que blancs, insécables compris, est vide aussi.

UPDATE etablissement
SET commune = NULLIF(commune, ''), telephone = NULLIF(telephone, ''), courriel = NULLIF(courriel, ''), site = NULLIF(site, '')
WHERE commune = '' OR telephone = '' OR courriel = '' OR site = '';

-- Une adresse vide ne peut pas avoir été confirmée.
UPDATE responsable
SET civilite = NULLIF(civilite, ''), nom_usage = NULLIF(nom_usage, ''), telephone_portable = NULLIF(telephone_portable, ''),
    mail_confirme_le = IF(mail = '', NULL, mail_confirme_le), mail = NULLIF(mail, '')
WHERE civilite = '' OR nom_usage = '' OR telephone_portable = '' OR mail = '';

UPDATE eleve SET classe = NULL WHERE classe = '';

UPDATE agent SET mail = NULL WHERE mail = '';

-- Une rue sans commune ne va pas dans une enveloppe : l'élève remet la lettre, comme quand l'adresse est inconnue.
UPDATE responsable_attendu
SET personne_id = NULLIF(personne_id, ''), civilite = NULLIF(civilite, ''), nom_usage = NULLIF(nom_usage, ''), mail = NULLIF(mail, ''),
    telephone_portable = NULLIF(telephone_portable, ''), code_postal = NULLIF(code_postal, ''),
    adresse = IF(commune = '', NULL, NULLIF(adresse, '')), commune = NULLIF(commune, '')
WHERE personne_id = '' OR civilite = '' OR nom_usage = '' OR mail = '' OR telephone_portable = '' OR code_postal = '' OR adresse = ''
   OR commune = '';

UPDATE adresse_postale SET code_postal = NULL WHERE code_postal = '';

ALTER TABLE etablissement
  ADD CONSTRAINT ck_etablissement_vide CHECK (commune <> '' AND telephone <> '' AND courriel <> '' AND site <> '');

ALTER TABLE responsable
  ADD CONSTRAINT ck_responsable_vide CHECK (civilite <> '' AND nom_usage <> '' AND mail <> '' AND telephone_portable <> '');

ALTER TABLE eleve
  ADD CONSTRAINT ck_eleve_vide CHECK (classe <> '');

ALTER TABLE agent
  ADD CONSTRAINT ck_agent_vide CHECK (mail <> '');

ALTER TABLE responsable_attendu
  ADD CONSTRAINT ck_responsable_attendu_vide CHECK (
    personne_id <> '' AND civilite <> '' AND nom_usage <> '' AND mail <> '' AND telephone_portable <> '' AND adresse <> ''
    AND code_postal <> '' AND commune <> '');

ALTER TABLE adresse_postale
  ADD CONSTRAINT ck_adresse_postale_vide CHECK (code_postal <> '');
