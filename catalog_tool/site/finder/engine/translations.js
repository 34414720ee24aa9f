// English for German and French words, because entries in English are asked for in these languages, too.

(() => {
  const { formsOf } = catalogFinder;
  // What customers' trades, people, and work with accounts are called: in English, then in German and French. Words are left out that are
  // English words with another meaning (formation), or that have the stem of the English word (groupe).
  const WORDS = `
    access zugriff zugang zutritt accès|accounting buchhaltung rechnungswesen comptabilité|administrator administratorin administrateur
    airline fluggesellschaft aérien aérienne|airport flughafen flughäfen aéroport|alert warnung|applicant bewerber bewerberin|apprentice auszubildende azubi apprenti
    approval genehmigung freigabe approbation|association verein verband|automatic automatisch automatique|backup datensicherung sauvegarde
    badge ausweis|bank banken banque bancaire|biometric biometrisch biométrique|broker makler courtier|building gebäude bâtiment
    calendar kalender calendrier|card karte carte|care pflege soin|certificate zertifikat certificat|change änderung wechsel|check prüfen vérifier
    child kinder enfant|church kirche église|citizen bürger bürgerin citoyen|city stadt städte ville|compliance konformität conformité
    computer rechner ordinateur|conflict konflikt conflit|construction bauwesen baustelle chantier|consultant berater beraterin|consulting beratung conseil
    contract vertrag verträge contrat|contractor leiharbeiter leiharbeiterin fremdfirma intérimaire|control kontrolle|cost kosten coût
    court gericht tribunal|create anlegen erstellen créer|customer kunde kundin|data daten données|database datenbank|deadline frist délai
    delete löschen löschung supprimer suppression|department abteilung département|developer entwickler entwicklerin développeur
    development entwicklung développement|device gerät appareil|directory verzeichnis annuaire|disable deaktivieren désactiver|doctor arzt ärztin ärzte médecin
    document dokument|door tür|duty pflicht|election wahlen|emergency notfall notfälle urgence|employee mitarbeiter mitarbeiterin mitarbeitende
    employee beschäftigte employé salarié collaborateur|encryption verschlüsselung chiffrement|error fehler erreur|expense spesen
    factory fabrik werk usine|family familie famille|fast schnell rapide|file datei akte fichier|finance finanzen|food lebensmittel alimentaire
    free kostenlos gratuit gratuite|french francophone französischsprachig|gas gaz|german deutschsprachig germanophone|government behörde
    group gruppe|guest gast gäste invité|history verlauf historique|hospital krankenhaus krankenhäuser klinik spital hôpital hôpitaux
    hour stunde heure|identity identität identité|immediately sofort immédiatement|implementation einführung umsetzung
    insurance versicherung versicherer assurance assureur|intern praktikant praktikantin stagiaire|invoice rechnung facture|key schlüssel clé
    laboratory laboratoire|law anwalt anwälte kanzlei avocat juridique|leaver austritt départ|library bibliothek bücherei bibliothèque
    license lizenz|lock sperren sperrung verrouiller|log protokoll|logistics logistik logistique|machine maschine|mail courriel|mailbox postfach
    mainframe großrechner|maintenance wartung|manager vorgesetzte führungskraft|manual manuell manuelle|manufacturing fertigung|meeting sitzung réunion
    member mitglied membre|migration umstieg umzug|month monat mois|municipality gemeinde mairie|name nom|network netzwerk réseau
    night nacht nuit|nurse pflegekraft krankenpfleger krankenschwester infirmier infirmière|onboarding eintritt einstellung embauche
    order bestellung commande|orphaned verwaist orphelin|outage ausfall panne|owner eigentümer besitzer propriétaire|paper papier
    password kennwort passwort|payment zahlung paiement|payroll gehalt lohn paie|permission berechtigung|pharmacy apotheke|phone telefon téléphone
    plant werk usine|police polizei|power strom électricité|price preis prix|printer drucker imprimante|privacy datenschutz
    privileged privilegiert privilège privilégié|project projekt projet|public öffentlich publique|purchasing einkauf beschaffung achat
    quality qualität qualité|rail bahn eisenbahn ferroviaire|recruiting recrutement|regulation vorschrift verordnung réglementation
    rename umbenennen renommer|replace ablösen ersetzen remplacer|report bericht rapport|request antrag anträge anforderung demande|research forschung recherche
    resident einwohner habitant|retail einzelhandel|review überprüfung prüfung|right rechte droit|risk risiko risque|role rolle|room raum zimmer salle
    rule regel règle|school schule schüler école|secure sécurisé|security sicherheit sécurité|segregation funktionstrennung|separation trennung
    server serveur|shift schicht dienstplan|ship schiff navire|signature unterschrift|steel stahl acier|store filiale magasin
    student studierende étudiant étudiante|supplier lieferant lieferantin|tax steuer impôt|teacher lehrer lehrerin lehrkraft lehrkräfte enseignant enseignante
    temporary befristet vorübergehend temporaire|trading handel|training schulung weiterbildung|travel reise voyage|university hochschule
    utility stadtwerke versorger|vacation urlaub congé|vehicle fahrzeug véhicule|visitor besucher besucherin visiteur
    volunteer ehrenamtlich ehrenamtliche freiwillige bénévole|warehouse lager entrepôt|water wasser eau|week woche semaine`;

  const byWord = new Map();
  for (const line of catalogNames.latin(WORDS).split(/[|\n]/)) {
    const [english, ...others] = line.trim().split(" ");
    others.forEach((word) => byWord.set(word, [...(byWord.get(word) ?? []), english]));
  }

  /** The English words for a German or French one, or for an inflected form of it. */
  function inEnglish(word) {
    const forms = [...formsOf(word), word.replace(/n$/, ""), word.replace(/(?:e[mnrs]?|n|s)$/, "")];
    return [...new Set(forms.flatMap((form) => byWord.get(form) ?? []))];
  }

  Object.assign(catalogFinder, { inEnglish });
})();
