/** Un vrai CAS Apereo, pris à Maven Central, démarré et arrêté par la démonstration et par les essais. */
@org.jspecify.annotations.NullMarked
package fr.academie.teleservices.demonstration.apereo;
