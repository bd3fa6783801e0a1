<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About MutuDesk</source>
        <translation>À propos de MutuDesk</translation>
    </message>
    <message>
        <source>&amp;Copy the diagnostics</source>
        <translation>&amp;Copier le diagnostic</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>AgentCounts</name>
    <message numerus="yes">
        <source>%n situation(s)</source>
        <translation>
            <numerusform>%n situation</numerusform>
            <numerusform>%n situations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s)</source>
        <translation>
            <numerusform>%n affectation</numerusform>
            <numerusform>%n affectations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission share(s)</source>
        <translation>
            <numerusform>%n part de mission</numerusform>
            <numerusform>%n parts de mission</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgentsPage</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>&amp;New agent</source>
        <translation>&amp;Nouvel agent</translation>
    </message>
    <message>
        <source>Name or matricule</source>
        <translation>Nom ou matricule</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>Situations</translation>
    </message>
    <message>
        <source>Assignments and mission shares</source>
        <translation>Affectations et parts de mission</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>aucun agent</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>Correction of {agent}</source>
        <translation>Correction de la fiche&#xa0;: {agent}</translation>
    </message>
    <message>
        <source>The agents are not entered yet</source>
        <translation>Les agents ne sont pas encore saisis</translation>
    </message>
    <message>
        <source>Import the list of your payroll software (CSV): matricule, name, grade, employer. Nothing is recorded before you have seen the lines refused.</source>
        <translation>Importez la liste de votre logiciel de paie (CSV)&#xa0;: matricule, nom, grade, employeur. Rien n’est enregistré avant que vous ayez vu les lignes refusées.</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importer un fichier…</translation>
    </message>
    <message>
        <source>&amp;Enter a first agent</source>
        <translation>&amp;Saisir un premier agent</translation>
    </message>
    <message>
        <source>{status}, cat. {letter}</source>
        <translation>{status}, cat.&#xa0;{letter}</translation>
    </message>
    <message>
        <source>no situation on this date</source>
        <translation>sans situation à cette date</translation>
    </message>
</context>
<context>
    <name>AssignmentEntry</name>
    <message>
        <source>on {day}</source>
        <translation>au {day}</translation>
    </message>
    <message>
        <source>No employer on this date</source>
        <translation>Pas d’employeur à cette date</translation>
    </message>
    <message>
        <source>The agent has no situation on {day}.</source>
        <translation>L’agent n’a pas de situation au {day}.</translation>
    </message>
    <message>
        <source>Empty: the employer of the day, {body}.</source>
        <translation>Vide&#xa0;: l’employeur du moment, {body}.</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévue</translation>
    </message>
    <message>
        <source>Each mission share has its own, below.</source>
        <translation>Propre à chaque part de mission, ci-dessous.</translation>
    </message>
</context>
<context>
    <name>AssignmentPanel</name>
    <message>
        <source>{assignment}, with its mission shares: {shares}</source>
        <translation>{assignment}, avec ses parts de mission&#xa0;: {shares}</translation>
    </message>
    <message>
        <source>{deleted}. Shortened to the days that remain: {shares}</source>
        <translation>{deleted}. Parts raccourcies aux jours qui restent&#xa0;: {shares}</translation>
    </message>
</context>
<context>
    <name>AssignmentReading</name>
    <message>
        <source>on {day}</source>
        <translation>au {day}</translation>
    </message>
    <message>
        <source>No mission share on this date</source>
        <translation>Pas de part de mission à cette date</translation>
    </message>
    <message>
        <source>No employer on this date</source>
        <translation>Pas d’employeur à cette date</translation>
    </message>
    <message>
        <source>the employer</source>
        <translation>l’employeur</translation>
    </message>
    <message>
        <source>recorded without a reason</source>
        <translation>enregistrée sans motif</translation>
    </message>
    <message>
        <source>Planned: nobody instructs before the vote</source>
        <translation>Prévue&#xa0;: personne ne donne d’instructions avant la délibération</translation>
    </message>
</context>
<context>
    <name>AuthoritiesFoot</name>
    <message>
        <source>appoints, appraises, pays</source>
        <translation>nomme, évalue, rémunère</translation>
    </message>
    <message>
        <source>gives the instructions for the mission</source>
        <translation>donne les instructions pour la mission</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Why? (F2)</source>
        <translation>Pourquoi&#x202f;? (F2)</translation>
    </message>
    <message>
        <source>&amp;Fill the mandate {of_body}…</source>
        <translation>Pour&amp;voir le mandat {of_body}…</translation>
    </message>
</context>
<context>
    <name>AuthoritiesPage</name>
    <message>
        <source>Who commands whom?</source>
        <translation>Qui commande qui&#x202f;?</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>See on &amp;that date</source>
        <translation>Voir à cette &amp;date</translation>
    </message>
    <message>
        <source>&amp;Open the agents</source>
        <translation>&amp;Ouvrir les agents</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message numerus="yes">
        <source>%n mission share(s)</source>
        <translation>
            <numerusform>%n part de mission</numerusform>
            <numerusform>%n parts de mission</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Décompte</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant mandate(s)</source>
        <translation>
            <numerusform>%n mandat vacant</numerusform>
            <numerusform>%n mandats vacants</numerusform>
        </translation>
    </message>
    <message>
        <source>{service} opens on {day}.</source>
        <translation>{service} ouvre le {day}.</translation>
    </message>
    <message>
        <source>The next one begins on {day}.</source>
        <translation>La prochaine commence le {day}.</translation>
    </message>
    <message>
        <source>Assign an agent to a service and share out his missions.</source>
        <translation>Affectez un agent à un service et répartissez ses missions.</translation>
    </message>
    <message>
        <source>No mission share is in force on {day}.</source>
        <translation>Aucune part de mission en vigueur au {day}</translation>
    </message>
    <message>
        <source>Nothing matches on this date.</source>
        <translation>Rien ne correspond à cette date</translation>
    </message>
    <message>
        <source>authorities-{day}.csv</source>
        <translation>autorites-{day}.csv</translation>
    </message>
    <message>
        <source>Export what is listed</source>
        <translation>Exporter la liste affichée</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}, situation on {day}.</source>
        <translation>
            <numerusform>%n ligne écrite dans {file}, situation au {day}.</numerusform>
            <numerusform>%n lignes écrites dans {file}, situation au {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AuthorityBox</name>
    <message>
        <source>Hierarchical authority</source>
        <translation>Autorité hiérarchique</translation>
    </message>
    <message>
        <source>Operational authority</source>
        <translation>Autorité opérationnelle</translation>
    </message>
</context>
<context>
    <name>AuthorityFilters</name>
    <message>
        <source>All beneficiaries</source>
        <translation>Tous les bénéficiaires</translation>
    </message>
    <message>
        <source>&amp;Vacancies only</source>
        <translation>&amp;Mandats vacants seulement</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Mission of the service</source>
        <translation>Mission du service</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>Bénéficiaire</translation>
    </message>
    <message>
        <source>Vacancies only</source>
        <translation>Mandats vacants seulement</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Tous les services</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>Toutes les missions</translation>
    </message>
</context>
<context>
    <name>AuthoritySign</name>
    <message>
        <source>Hierarchical authority</source>
        <translation>Autorité hiérarchique</translation>
    </message>
    <message>
        <source>Operational authority</source>
        <translation>Autorité opérationnelle</translation>
    </message>
</context>
<context>
    <name>BackupContent</name>
    <message>
        <source>Its last acts</source>
        <translation>Ses derniers actes</translation>
    </message>
    <message>
        <source>What this backup holds</source>
        <translation>Ce que contient cette sauvegarde</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
</context>
<context>
    <name>BackupControl</name>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Registre</translation>
    </message>
    <message>
        <source>Other &amp;file…</source>
        <translation>Autre &amp;fichier…</translation>
    </message>
    <message>
        <source>Open to &amp;read</source>
        <translation>Ouvrir en &amp;lecture</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>Re&amp;staurer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The backups are being verified…</source>
        <translation>Les sauvegardes sont en cours de contrôle…</translation>
    </message>
    <message>
        <source>No backup of this register was found. “Other file…” takes a copy of it that lies elsewhere.</source>
        <translation>Aucune sauvegarde de ce registre n’a été trouvée. «&#xa0;Autre fichier…&#xa0;» prend une copie qui se trouve ailleurs.</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>Cette sauvegarde est illisible.</translation>
    </message>
    <message>
        <source>Choose a copy of the register</source>
        <translation>Choisir une copie du registre</translation>
    </message>
    <message>
        <source>The register is being restored…</source>
        <translation>Le registre est en cours de restauration…</translation>
    </message>
    <message>
        <source>Restored from {file}.</source>
        <translation>Restauré d’après {file}.</translation>
    </message>
    <message>
        <source>The former file is kept as “{file}”, beside it.</source>
        <translation>Le fichier précédent est gardé à côté, sous «&#xa0;{file}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>BeforeAfterModel</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>BeforeAfterTable</name>
    <message>
        <source>Fields before and after</source>
        <translation>Champs avant et après</translation>
    </message>
</context>
<context>
    <name>BodiesPage</name>
    <message>
        <source>Communes and bodies</source>
        <translation>Communes et organismes</translation>
    </message>
    <message>
        <source>No body is recorded yet</source>
        <translation>Aucun organisme n’est encore enregistré</translation>
    </message>
    <message>
        <source>Import your lists, or enter a first body with its name and its SIREN.</source>
        <translation>Importez vos listes, ou saisissez un premier organisme avec son nom et son SIREN.</translation>
    </message>
    <message>
        <source>Enter a first body</source>
        <translation>Saisir un premier organisme</translation>
    </message>
    <message>
        <source>Name, SIREN or INSEE code</source>
        <translation>Nom, SIREN, code INSEE</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identités</translation>
    </message>
    <message>
        <source>Belonging</source>
        <translation>Appartenance</translation>
    </message>
    <message>
        <source>Terms of office</source>
        <translation>Mandats</translation>
    </message>
    <message>
        <source>Populations</source>
        <translation>Populations</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Adhésions</translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies)</source>
        <translation>
            <numerusform>%n organisme</numerusform>
            <numerusform>%n organismes</numerusform>
        </translation>
    </message>
    <message>
        <source>New commune or body</source>
        <translation>Nouvel organisme</translation>
    </message>
    <message>
        <source>Correct the type and the codes</source>
        <translation>Corriger le type et les codes</translation>
    </message>
    <message>
        <source>No identity on this date</source>
        <translation>Aucune identité à cette date</translation>
    </message>
    <message>
        <source>Office vacant</source>
        <translation>Mandat vacant</translation>
    </message>
</context>
<context>
    <name>BodyChecks</name>
    <message>
        <source>Bodies that join the service</source>
        <translation>Organismes qui adhèrent au service</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;Laisser en l’état</translation>
    </message>
    <message>
        <source>This is written as a new act: nothing of the journal is lost, and it can be undone.</source>
        <translation>Un nouvel acte est enregistré&#xa0;: rien ne se perd du journal, et il peut être annulé à son tour.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
<context>
    <name>ClausePreview</name>
    <message>
        <source>Put in a &amp;name</source>
        <translation>&amp;Insérer un nom</translation>
    </message>
    <message>
        <source>Take the text &amp;proposed</source>
        <translation>Reprendre le texte &amp;proposé</translation>
    </message>
    <message>
        <source>As it will print</source>
        <translation>Tel qu’il sera imprimé</translation>
    </message>
    <message>
        <source>{article}, as it will print</source>
        <translation>{article}, tel qu’il sera imprimé</translation>
    </message>
    <message>
        <source>{article}: the text proposed, until you write your own</source>
        <translation>{article}&#xa0;: texte proposé, tant que vous n’avez pas écrit le vôtre</translation>
    </message>
</context>
<context>
    <name>CloseTooPart</name>
    <message>
        <source>Closed in the same act</source>
        <translation>Clos dans le même acte</translation>
    </message>
    <message>
        <source>Close too, on {day}:</source>
        <translation>Clore aussi, au {day}&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ConventionChoice</name>
    <message>
        <source>&amp;Shared service</source>
        <translation>&amp;Service commun</translation>
    </message>
    <message>
        <source>Shared service</source>
        <translation>Service commun</translation>
    </message>
    <message>
        <source>&amp;All the bodies</source>
        <translation>&amp;Tous les organismes</translation>
    </message>
    <message numerus="yes">
        <source>%n other service(s) rest on another ground and have none.</source>
        <translation>
            <numerusform>%n autre service relève d’un autre fondement&#xa0;: il n’a pas de convention d’adhésion.</numerusform>
            <numerusform>%n autres services relèvent d’un autre fondement&#xa0;: ils n’ont pas de convention d’adhésion.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConventionJobs</name>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>ConventionsPage</name>
    <message>
        <source>Conventions</source>
        <translation>Conventions</translation>
    </message>
    <message>
        <source>This convention cannot be printed yet</source>
        <translation>Cette convention ne peut pas encore être imprimée</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Mise en page…</translation>
    </message>
    <message>
        <source>No membership of this service</source>
        <translation>Aucune adhésion à ce service</translation>
    </message>
    <message>
        <source>&amp;Open the memberships</source>
        <translation>&amp;Ouvrir les adhésions</translation>
    </message>
    <message>
        <source>No shared service under article L. 5211-4-2</source>
        <translation>Aucun service commun de l’article&#xa0;L.&#xa0;5211-4-2</translation>
    </message>
    <message>
        <source>&amp;Open the services</source>
        <translation>&amp;Ouvrir les services</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>Ap&amp;erçu</translation>
    </message>
    <message>
        <source>Record a shared service and the bodies that join it first.</source>
        <translation>Enregistrez d’abord un service commun et les organismes qui y adhèrent.</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) of this register rest on another ground: none has a convention of membership.</source>
        <translation>
            <numerusform>%n service de ce registre relève d’un autre fondement&#xa0;: il n’a pas de convention d’adhésion.</numerusform>
            <numerusform>%n services de ce registre relèvent d’un autre fondement&#xa0;: ils n’ont pas de convention d’adhésion.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies)</source>
        <translation>
            <numerusform>%n organisme</numerusform>
            <numerusform>%n organismes</numerusform>
        </translation>
    </message>
    <message>
        <source>No body has joined {service}, or is to join it, on {day}.</source>
        <translation>Aucun organisme n’adhère ni ne doit adhérer à {service} au {day}.</translation>
    </message>
    <message>
        <source>The convention of {body} cannot be printed yet</source>
        <translation>La convention avec {body} ne peut pas encore être imprimée</translation>
    </message>
    <message>
        <source>Convention of {body}</source>
        <translation>Convention avec {body}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n identity(ies)</source>
        <translation>
            <numerusform>%n identité</numerusform>
            <numerusform>%n identités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belonging(s)</source>
        <translation>
            <numerusform>%n appartenance</numerusform>
            <numerusform>%n appartenances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of office</source>
        <translation>
            <numerusform>%n mandat</numerusform>
            <numerusform>%n mandats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n population(s)</source>
        <translation>
            <numerusform>%n année</numerusform>
            <numerusform>%n années</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n managing period(s)</source>
        <translation>
            <numerusform>%n période de gestion</numerusform>
            <numerusform>%n périodes de gestion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission(s)</source>
        <translation>
            <numerusform>%n mission</numerusform>
            <numerusform>%n missions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) of terms</source>
        <translation>
            <numerusform>%n période</numerusform>
            <numerusform>%n périodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of its own</source>
        <translation>
            <numerusform>%n article rédigé par le service</numerusform>
            <numerusform>%n articles rédigés par le service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n former service(s)</source>
        <translation>
            <numerusform>%n service d’origine</numerusform>
            <numerusform>%n services d’origine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n membership(s)</source>
        <translation>
            <numerusform>%n adhésion</numerusform>
            <numerusform>%n adhésions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n membership(s) depend on it.</source>
        <translation>
            <numerusform>%n adhésion en dépend.</numerusform>
            <numerusform>%n adhésions en dépendent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s) depend on it.</source>
        <translation>
            <numerusform>%n affectation en dépend.</numerusform>
            <numerusform>%n affectations en dépendent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission share(s) depend on it.</source>
        <translation>
            <numerusform>%n part de mission en dépend.</numerusform>
            <numerusform>%n parts de mission en dépendent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Le programme a rencontré une anomalie</translation>
    </message>
    <message>
        <source>What you were doing could not be finished. What was saved before is safe. You can copy this report for the people who maintain the program: it holds no name and no data of your register.</source>
        <translation>Ce que vous faisiez n’a pas pu aboutir. Ce qui était enregistré est intact. Vous pouvez copier ce rapport pour les personnes qui maintiennent le programme&#xa0;: il ne contient aucun nom ni aucune donnée de votre registre.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>DateBar</name>
    <message>
        <source>Situation on</source>
        <translation>Situation au</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Situation on {day}</source>
        <translation>Situation au {day}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Open the calendar</source>
        <translation>Ouvrir le calendrier</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
</context>
<context>
    <name>EffectChoice</name>
    <message>
        <source>&amp;Membership</source>
        <translation>&amp;Adhésion</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>The last day, inclusive.</source>
        <translation>Le dernier jour, inclus.</translation>
    </message>
    <message>
        <source>{act}: {record}</source>
        <translation>{act}&#xa0;: {record}</translation>
    </message>
    <message>
        <source>Change from {day}</source>
        <translation>Modifier à compter du&#xa0;{day}</translation>
    </message>
    <message>
        <source>Close on {day}</source>
        <translation>Clore au&#xa0;{day}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Enregistrer la correction</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close them too on {day}</source>
        <translation>Clore aussi au&#xa0;{day}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be closed on {day} in the same act.</source>
        <translation>
            <numerusform>%n enregistrement sera clos au&#xa0;{day} dans le même acte.</numerusform>
            <numerusform>%n enregistrements seront clos au&#xa0;{day} dans le même acte.</numerusform>
        </translation>
    </message>
    <message>
        <source>This record was changed in the meantime. What you typed is still here: compare it with what is recorded now, then save again.</source>
        <translation>La fiche a été modifiée entre-temps. Votre saisie est conservée&#xa0;: comparez-la avec ce qui est enregistré, puis enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Recorded now: {record}.</source>
        <translation>Enregistré à présent&#xa0;: {record}.</translation>
    </message>
</context>
<context>
    <name>EpciChooser</name>
    <message>
        <source>Choose my agglomeration</source>
        <translation>Choisir mon agglomération</translation>
    </message>
    <message>
        <source>{count} bodies, with their communes, SIREN numbers and official populations.</source>
        <translation>{count} agglomérations et autres établissements intercommunaux, avec leurs communes, numéros SIREN et populations officielles.</translation>
    </message>
    <message>
        <source>Name, &amp;département, SIREN number or a member commune</source>
        <translation>&amp;Nom, département, numéro SIREN ou une commune membre</translation>
    </message>
    <message>
        <source>For example: Clermont, 63, Chamalières</source>
        <translation>Par exemple&#xa0;: Clermont, 63, Chamalières</translation>
    </message>
    <message>
        <source>Perimeters of 1 January 2025, populations of 2022. All can be changed afterwards.</source>
        <translation>Périmètres au 1er&#xa0;janvier&#xa0;2025, populations&#xa0;2022. Tout reste modifiable ensuite.</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter create</source>
        <translation>↑↓ choisir · Entrée créer</translation>
    </message>
    <message>
        <source>My body is not &amp;there…</source>
        <translation>&amp;Mon agglomération n’y est pas…</translation>
    </message>
    <message>
        <source>&amp;Create the file…</source>
        <translation>&amp;Créer le fichier…</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>Rien ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for “{text}”</source>
        <translation>
            <numerusform>%n résultat pour «&#xa0;{text}&#xa0;»</numerusform>
            <numerusform>%n résultats pour «&#xa0;{text}&#xa0;»</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the name of your agglomeration or of one of its communes first.</source>
        <translation>Tapez d’abord le nom de votre agglomération ou d’une de ses communes.</translation>
    </message>
    <message>
        <source>The list is the official one of 1 January 2025. For a body created or merged since, choose one that it follows: name, form and communes can be changed afterwards, from a date on.</source>
        <translation>La liste est celle, officielle, du 1er&#xa0;janvier&#xa0;2025. Pour une agglomération créée ou fusionnée depuis, choisissez celle à laquelle elle succède&#xa0;: nom, forme et communes se modifient ensuite, à compter d’une date.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Contenu</translation>
    </message>
    <message>
        <source>&amp;Everything recorded, past and future</source>
        <translation>&amp;Tout ce qui est enregistré, passé et à venir</translation>
    </message>
    <message>
        <source>The &amp;situation on {day}</source>
        <translation>La &amp;situation au {day}</translation>
    </message>
    <message>
        <source>Text tables (CSV) that any spreadsheet opens and that this program imports again unchanged. A file of the same name is replaced whole.</source>
        <translation>Tableaux en texte (CSV), que tout tableur ouvre et que ce programme reprend tels quels. Un fichier du même nom est remplacé en entier.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Text tables (*.csv)</source>
        <translation>Tableaux en texte (*.csv)</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Fichier écrit&#xa0;: {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}</source>
        <translation>
            <numerusform>%n fichier écrit dans {folder}</numerusform>
            <numerusform>%n fichiers écrits dans {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Another &amp;file…</source>
        <translation>Autre &amp;fichier…</translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation>Un &amp;dossier…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStatus</name>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) not saved</source>
        <translation>
            <numerusform>une fiche non enregistrée</numerusform>
            <numerusform>%n fiches non enregistrées</numerusform>
        </translation>
    </message>
    <message>
        <source>everything is saved</source>
        <translation>tout est enregistré</translation>
    </message>
    <message>
        <source>Verified backup {moment}</source>
        <translation>Sauvegarde vérifiée {moment}</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>&amp;Copy the diagnostics</source>
        <translation>&amp;Copier le diagnostic</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>&amp;Open the record</source>
        <translation>Ouvrir la &amp;fiche</translation>
    </message>
    <message>
        <source>&amp;Return to this state…</source>
        <translation>&amp;Revenir à cet état…</translation>
    </message>
    <message>
        <source>&amp;Undo this act…</source>
        <translation>Annuler cet a&amp;cte…</translation>
    </message>
    <message>
        <source>By {who}, {moment}</source>
        <translation>Par {who}, {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n&#xa0;enregistrement</numerusform>
            <numerusform>%n&#xa0;enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>Motif&#xa0;: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n more record(s) are not shown.</source>
        <translation>
            <numerusform>%n&#xa0;autre enregistrement n’est pas affiché.</numerusform>
            <numerusform>%n&#xa0;autres enregistrements ne sont pas affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Redo the act…</source>
        <translation>Rétablir l’a&amp;cte…</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>&amp;Whole history</source>
        <translation>Tout l’&amp;historique</translation>
    </message>
    <message>
        <source>Name, code or reason</source>
        <translation>Nom, code ou motif</translation>
    </message>
    <message>
        <source>Nothing was recorded here yet</source>
        <translation>Rien n’est encore enregistré ici</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>Rétablir&#xa0;: {act}</translation>
    </message>
    <message>
        <source>&amp;Undo this act</source>
        <translation>&amp;Annuler cet acte</translation>
    </message>
    <message>
        <source>&amp;Redo the act</source>
        <translation>&amp;Rétablir l’acte</translation>
    </message>
    <message>
        <source>The record is in this state today.</source>
        <translation>L’enregistrement est aujourd’hui dans cet état.</translation>
    </message>
    <message>
        <source>Return to the state of this act?</source>
        <translation>Revenir à l’état de cet acte&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Return to this state</source>
        <translation>&amp;Revenir à cet état</translation>
    </message>
    <message>
        <source>Undone: {act}.</source>
        <translation>Annulé&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>Done again: {act}.</source>
        <translation>Rétabli&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>The former state is recorded again.</source>
        <translation>L’état antérieur est de nouveau enregistré.</translation>
    </message>
    <message>
        <source>History of this record</source>
        <translation>Historique de cette fiche</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n&#xa0;acte</numerusform>
            <numerusform>%n&#xa0;actes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportContents</name>
    <message>
        <source>What is shown of the file</source>
        <translation>Ce qui est montré du fichier</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>Premières lignes</translation>
    </message>
    <message numerus="yes">
        <source>What changes (%n)</source>
        <translation>
            <numerusform>Ce qui change (%n)</numerusform>
            <numerusform>Ce qui change (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n record(s) more</source>
        <translation>
            <numerusform>et %n autre enregistrement</numerusform>
            <numerusform>et %n autres enregistrements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>Lecture et contrôle…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Text tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Tableaux en texte (*.csv *.txt *.tsv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Interruption…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>The columns do not say what this file is: choose its kind.</source>
        <translation>Les colonnes ne disent pas ce qu’est ce fichier&#xa0;: choisissez le type de liste.</translation>
    </message>
    <message>
        <source>The file is still being checked.</source>
        <translation>Le contrôle du fichier n’est pas terminé.</translation>
    </message>
    <message>
        <source>Choose a file or a folder first.</source>
        <translation>Choisissez d’abord un fichier ou un dossier.</translation>
    </message>
    <message>
        <source>Choose the kind of the file first.</source>
        <translation>Choisissez d’abord le type de liste.</translation>
    </message>
    <message>
        <source>Nothing is recorded while a line is refused: mend these lines in the file, then read it again.</source>
        <translation>Rien n’est enregistré tant qu’une ligne est refusée&#xa0;: corrigez ces lignes dans le fichier, puis relisez-le.</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Relire le fichier</translation>
    </message>
    <message>
        <source>This register is read only: nothing can be recorded.</source>
        <translation>Ce registre est en lecture seule&#xa0;: rien ne peut y être enregistré.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>The file or the register changed meanwhile: here is how it is now.</source>
        <translation>Le fichier ou le registre a changé entre-temps&#xa0;: voici ce qu’il en est maintenant.</translation>
    </message>
    <message>
        <source>Stopped: nothing was recorded.</source>
        <translation>Interrompu&#xa0;: rien n’a été enregistré.</translation>
    </message>
</context>
<context>
    <name>ImportStart</name>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>A text table (CSV) with the names of its columns on the first line, or a folder with one file a kind. You see every line to mend before anything is recorded.</source>
        <translation>Un tableau en texte (CSV), les noms des colonnes sur la première ligne, ou un dossier avec un fichier par type de liste. Rien n’est enregistré avant que vous ayez vu les lignes à corriger.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Choisir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>Choisir un &amp;dossier…</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message numerus="yes">
        <source>%n bodies join together</source>
        <translation>
            <numerusform>%n organisme à faire adhérer</numerusform>
            <numerusform>%n organismes à faire adhérer ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Faire adhérer</translation>
    </message>
    <message>
        <source>Join from {day}</source>
        <translation>Faire adhérer à compter du {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot join: nothing was recorded.</source>
        <translation>
            <numerusform>%n organisme ne peut pas adhérer&#xa0;: rien n’est enregistré.</numerusform>
            <numerusform>%n organismes ne peuvent pas adhérer&#xa0;: rien n’est enregistré.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join the %n other(s)</source>
        <translation>
            <numerusform>Faire adhérer l’autre</numerusform>
            <numerusform>Faire adhérer les %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>&amp;Kind of file</source>
        <translation>&amp;Type de liste</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Encodage</translation>
    </message>
    <message>
        <source>Choose another one where accents of the first lines look wrong.</source>
        <translation>Choisissez-en un autre si des accents des premières lignes sont faux.</translation>
    </message>
    <message>
        <source>&amp;Close the former ones the day before</source>
        <translation>&amp;Clore les précédents la veille</translation>
    </message>
    <message>
        <source>Mandates and interims that still run when a mayor of the list takes office end the day before. They are listed below before anything is recorded.</source>
        <translation>Les mandats et intérims qui courent encore quand un maire de la liste prend ses fonctions se terminent la veille. Ils sont énumérés ci-dessous avant tout enregistrement.</translation>
    </message>
</context>
<context>
    <name>ListSide</name>
    <message>
        <source>in force</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>being entered, not saved</source>
        <translation>en cours de saisie, pas enregistré</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Create the register</source>
        <translation>Créer le registre</translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation>Ouvrir un registre</translation>
    </message>
</context>
<context>
    <name>MatrixCorner</name>
    <message>
        <source>Body</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Inhab.</source>
        <translation>Hab.</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Services</translation>
    </message>
</context>
<context>
    <name>MatrixFiles</name>
    <message>
        <source>Export the matrix</source>
        <translation>Exporter la matrice</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Print the matrix</source>
        <translation>Imprimer la matrice</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>memberships-{day}</source>
        <translation>adhesions-{day}</translation>
    </message>
</context>
<context>
    <name>MatrixFilters</name>
    <message>
        <source>Body</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Inhabitants from</source>
        <translation>Habitants de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Inhabitants at most</source>
        <translation>Habitants au plus</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>State of a membership</source>
        <translation>État d’une adhésion</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>All départements</source>
        <translation>Tous les départements</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Decided, to come</source>
        <translation>Décidée, à venir</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Not joined</source>
        <translation>Non adhérente</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
</context>
<context>
    <name>MatrixLegend</name>
    <message>
        <source>to be checked</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>↑↓←→ move · Shift select · Enter open</source>
        <translation>↑↓←→ se déplacer · Maj sélectionner · Entrée ouvrir</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>{count} inhabitants</source>
        <translation>{count}&#xa0;habitants</translation>
    </message>
    <message>
        <source>{body}, {service}: {state}</source>
        <translation>{body}, {service}&#xa0;: {state}</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>&amp;Join together…</source>
        <translation>Faire adhérer &amp;ensemble…</translation>
    </message>
    <message numerus="yes">
        <source>%n bodies selected</source>
        <translation>
            <numerusform>%n organisme sélectionné</numerusform>
            <numerusform>%n organismes sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) work for it here: {names}.</source>
        <translation>
            <numerusform>%n agent y travaille pour son compte&#xa0;: {names}.</numerusform>
            <numerusform>%n agents y travaillent pour son compte&#xa0;: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Memberships by body and service</source>
        <translation>Adhésions par organisme et service</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>No body matches these filters.</source>
        <translation>Aucun organisme ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>The matrix is still empty</source>
        <translation>La matrice est encore vide</translation>
    </message>
    <message>
        <source>Its rows are the communes and other bodies, its columns the shared services of the register.</source>
        <translation>Ses lignes sont les communes et autres organismes, ses colonnes les services communs du registre.</translation>
    </message>
    <message>
        <source>Enter the communes</source>
        <translation>Saisir les communes</translation>
    </message>
    <message>
        <source>Enter a service</source>
        <translation>Saisir un service</translation>
    </message>
</context>
<context>
    <name>MembersBand</name>
    <message>
        <source>Member communes</source>
        <translation>Communes membres</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n commune</numerusform>
            <numerusform>%n communes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembershipsPage</name>
    <message>
        <source>Memberships</source>
        <translation>Adhésions</translation>
    </message>
    <message>
        <source>&amp;New membership</source>
        <translation>&amp;Nouvelle adhésion</translation>
    </message>
    <message>
        <source>No membership is recorded yet</source>
        <translation>Aucune adhésion n’est encore enregistrée</translation>
    </message>
    <message>
        <source>A body joins a service for chosen missions, by a vote of its own council.</source>
        <translation>Un organisme adhère à un service pour les missions qu’il choisit, par délibération de son conseil.</translation>
    </message>
    <message>
        <source>Enter a first membership</source>
        <translation>Saisir une première adhésion</translation>
    </message>
    <message>
        <source>Body or service</source>
        <translation>Organisme ou service</translation>
    </message>
    <message numerus="yes">
        <source>%n membership(s)</source>
        <translation>
            <numerusform>%n adhésion</numerusform>
            <numerusform>%n adhésions</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>&amp;Matrix</source>
        <translation>Ma&amp;trice</translation>
    </message>
    <message>
        <source>L&amp;ist</source>
        <translation>L&amp;iste</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) of {of}</source>
        <translation>
            <numerusform>%n commune sur {of}</numerusform>
            <numerusform>%n communes sur {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies) of {of}</source>
        <translation>
            <numerusform>%n organisme adhérent sur {of}</numerusform>
            <numerusform>%n organismes adhérents sur {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n affichée</numerusform>
            <numerusform>%n affichées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) running</source>
        <translation>
            <numerusform>%n service en vigueur</numerusform>
            <numerusform>%n services en vigueur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) to come</source>
        <translation>
            <numerusform>%n à venir</numerusform>
            <numerusform>%n à venir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}, situation on {day}.</source>
        <translation>
            <numerusform>%n ligne écrite dans {file}, situation au {day}.</numerusform>
            <numerusform>%n lignes écrites dans {file}, situation au {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>New membership</source>
        <translation>Nouvelle adhésion</translation>
    </message>
    <message>
        <source>decided, from {day}</source>
        <translation>décidée, effet le&#xa0;{day}</translation>
    </message>
</context>
<context>
    <name>MembershipsTab</name>
    <message>
        <source>Memberships</source>
        <translation>Adhésions</translation>
    </message>
    <message>
        <source>No membership is recorded</source>
        <translation>Aucune adhésion n’est enregistrée</translation>
    </message>
    <message>
        <source>New &amp;membership</source>
        <translation>&amp;Nouvelle adhésion</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>{file} (missing)</source>
        <translation>{file} (introuvable)</translation>
    </message>
    <message>
        <source>&amp;Undo: {act}</source>
        <translation>&amp;Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>&amp;Redo: {act}</source>
        <translation>&amp;Rétablir&#xa0;: {act}</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>Fichiers &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message numerus="yes">
        <source>{page}, %n to settle</source>
        <translation>
            <numerusform>{page}, %n point à régler</numerusform>
            <numerusform>{page}, %n points à régler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherDateBand</name>
    <message>
        <source>Back to today</source>
        <translation>Revenir à aujourd’hui</translation>
    </message>
    <message>
        <source>Alt+Home</source>
        <translation>Alt+Début</translation>
    </message>
    <message>
        <source>You are looking at the situation on {day}.</source>
        <translation>Vous regardez la situation au {day}.</translation>
    </message>
    <message>
        <source>Lists, exports and prints follow this date.</source>
        <translation>Listes, exports et impressions suivent cette date.</translation>
    </message>
</context>
<context>
    <name>PaperJobs</name>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Impression…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Printing: page {done} of {total}</source>
        <translation>Impression&#xa0;: page {done} sur {total}</translation>
    </message>
    <message>
        <source>Stopped: pages the printer has already may still come out.</source>
        <translation>Arrêté&#xa0;: les pages que l’imprimante a déjà reçues peuvent encore sortir.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) sent to the printer {printer}</source>
        <translation>
            <numerusform>%n fichier envoyé à l’imprimante {printer}</numerusform>
            <numerusform>%n fichiers envoyés à l’imprimante {printer}</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is no longer in the folder: it was moved, renamed or deleted meanwhile.</source>
        <translation>{file} n’est plus dans le dossier&#xa0;: il a été déplacé, renommé ou supprimé entre-temps.</translation>
    </message>
    <message>
        <source>The folder {path} is no longer there: it was moved, renamed or deleted meanwhile.</source>
        <translation>Le dossier {path} n’est plus là&#xa0;: il a été déplacé, renommé ou supprimé entre-temps.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read as a PDF. Print the project again.</source>
        <translation>{file} est endommagé et ne se lit pas comme un PDF. Imprimez de nouveau le projet.</translation>
    </message>
    <message>
        <source>No printer is installed on this machine. The PDF files are in the folder {folder}.</source>
        <translation>Aucune imprimante n’est installée sur ce poste. Les PDF sont dans le dossier {folder}.</translation>
    </message>
    <message>
        <source>The printing library of the system is missing (on Linux: libcups2), so that no printer is found. The PDF files are in the folder {folder}.</source>
        <translation>La bibliothèque d’impression du système manque (sous Linux&#xa0;: libcups2)&#xa0;: aucune imprimante n’est trouvée. Les PDF sont dans le dossier {folder}.</translation>
    </message>
    <message>
        <source>No program of this machine opens {file}. It is in the folder {folder}.</source>
        <translation>Aucun programme de ce poste n’ouvre {file}, qui est dans le dossier {folder}.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take {file}. See whether it is switched on and within reach, then print again.</source>
        <translation>L’imprimante {printer} n’a pas pris {file}. Vérifiez qu’elle est allumée et joignable, puis imprimez de nouveau.</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Page &amp;width</source>
        <translation>&amp;Largeur</translation>
    </message>
    <message>
        <source>page {page} of {count}</source>
        <translation>page {page} sur {count}</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>First lines of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>line</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type de liste</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies) ticked</source>
        <translation>
            <numerusform>%n organisme coché</numerusform>
            <numerusform>%n organismes cochés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n project(s)…</source>
        <translation>
            <numerusform>Im&amp;primer&#x202f;%n projet…</numerusform>
            <numerusform>Im&amp;primer&#x202f;%n projets…</numerusform>
        </translation>
    </message>
    <message>
        <source>{body} only; tick bodies to print several</source>
        <translation>{body} seulement&#x202f;; cochez pour en imprimer plusieurs</translation>
    </message>
    <message>
        <source>&amp;Print the project…</source>
        <translation>Im&amp;primer le projet…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Cannot be printed</source>
        <translation>Ne peut pas être imprimée</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n motif</numerusform>
            <numerusform>%n motifs</numerusform>
        </translation>
    </message>
    <message>
        <source>Points to settle</source>
        <translation>Points à régulariser</translation>
    </message>
    <message>
        <source>To read again</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>To complete by hand</source>
        <translation>À compléter</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Pieces to enclose</source>
        <translation>Pièces à joindre</translation>
    </message>
    <message>
        <source>Left blank in the text</source>
        <translation>Mentions laissées en blanc</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>C&amp;lose…</source>
        <translation>C&amp;lore…</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>&amp;Corriger…</translation>
    </message>
    <message>
        <source>Change &amp;from a day on…</source>
        <translation>&amp;Modifier à compter du…</translation>
    </message>
    <message>
        <source>History of this record (F8)</source>
        <translation>Historique de cette fiche (F8)</translation>
    </message>
    <message>
        <source>Change &amp;from {day}…</source>
        <translation>&amp;Modifier à compter du&#xa0;{day}…</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc cancel</source>
        <translation>Ctrl+S enregistrer · Échap annuler</translation>
    </message>
</context>
<context>
    <name>RecordListView</name>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Clear the &amp;filters</source>
        <translation>&amp;Effacer les filtres</translation>
    </message>
    <message>
        <source>Nothing matches “{words}” with these filters.</source>
        <translation>Rien ne correspond à «&#xa0;{words}&#xa0;» avec ces filtres.</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>Rien ne correspond à ces filtres.</translation>
    </message>
</context>
<context>
    <name>RecordTabs</name>
    <message>
        <source>Parts of the record</source>
        <translation>Parties de la fiche</translation>
    </message>
</context>
<context>
    <name>RegisterFrame</name>
    <message>
        <source>Example: invented persons and services</source>
        <translation>Exemple&#xa0;: personnes et services inventés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>“{file}” is not in its place any more: it was moved, renamed or taken away. Nothing can be recorded until it is found; what was recorded is in it.</source>
        <translation>«&#xa0;{file}&#xa0;» n’est plus à sa place&#xa0;: il a été déplacé, renommé ou retiré. Rien ne peut être enregistré tant qu’il n’est pas retrouvé&#x202f;; ce qui a été enregistré s’y trouve.</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Retrouver…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>The newest backup, {moment}, already holds everything.</source>
        <translation>La dernière sauvegarde, faite {moment}, contient déjà tout.</translation>
    </message>
    <message>
        <source>Backup made and verified, {moment}.</source>
        <translation>Sauvegarde faite et vérifiée {moment}.</translation>
    </message>
    <message>
        <source>The backup could not be made; what you recorded is in the register.</source>
        <translation>La sauvegarde n’a pas pu être faite&#x202f;; ce que vous avez enregistré est dans le registre.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Retour à la liste</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>S&amp;upprimer…</translation>
    </message>
    <message>
        <source>Correct t&amp;he record…</source>
        <translation>Corriger la fic&amp;he…</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
</context>
<context>
    <name>RegisterStack</name>
    <message>
        <source>The register could not be opened</source>
        <translation>Le registre n’a pas pu être ouvert</translation>
    </message>
    <message>
        <source>The demonstration could not be made</source>
        <translation>La démonstration n’a pas pu être construite</translation>
    </message>
    <message>
        <source>The register could not be created</source>
        <translation>Le registre n’a pas pu être créé</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Lines to look at</source>
        <translation>Lignes à vérifier</translation>
    </message>
    <message>
        <source>where</source>
        <translation>emplacement</translation>
    </message>
    <message>
        <source>what</source>
        <translation>contenu</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n corrigée</numerusform>
            <numerusform>%n corrigées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n inchangée</numerusform>
            <numerusform>%n inchangées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n mandat clos</numerusform>
            <numerusform>%n mandats clos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n à corriger</numerusform>
            <numerusform>%n à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to mend</source>
        <translation>rien à corriger</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {count} of {total}</source>
        <translation>les {count} premières sur {total}</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Projects printed</source>
        <translation>Projets imprimés</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) written</source>
        <translation>
            <numerusform>%n projet écrit</numerusform>
            <numerusform>%n projets écrits</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end: what was written stays.</source>
        <translation>Arrêté avant la fin&#xa0;: ce qui est écrit reste.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n file(s)…</source>
        <translation>
            <numerusform>&amp;Imprimer %n fichier…</numerusform>
            <numerusform>&amp;Imprimer %n fichiers…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) refused</source>
        <translation>
            <numerusform>%n projet refusé</numerusform>
            <numerusform>%n projets refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>ResultFiles</name>
    <message>
        <source>Files written</source>
        <translation>Fichiers écrits</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Agglomerations found</source>
        <translation>Agglomérations trouvées</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n commune</numerusform>
            <numerusform>%n communes</numerusform>
        </translation>
    </message>
    <message>
        <source>with {commune}</source>
        <translation>avec {commune}</translation>
    </message>
    <message>
        <source>{count} inhab.</source>
        <translation>{count}&#xa0;hab.</translation>
    </message>
    <message>
        <source>dept</source>
        <translation>dépt</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>SecondFolderRow</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Do &amp;without</source>
        <translation>Ne plus l’&amp;utiliser</translation>
    </message>
    <message>
        <source>No second folder: a stick or a share keeps backups if this disk fails</source>
        <translation>Pas de second dossier&#xa0;: une clé ou un partage garde les sauvegardes si ce disque lâche</translation>
    </message>
    <message>
        <source>Second folder: {folder}</source>
        <translation>Second dossier&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Second folder, not there now: {folder}</source>
        <translation>Second dossier, absent pour l’instant&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Choose a second folder for the backups</source>
        <translation>Choisir un second dossier pour les sauvegardes</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Shared services</source>
        <translation>Services communs</translation>
    </message>
    <message>
        <source>&amp;New service</source>
        <translation>&amp;Nouveau service</translation>
    </message>
    <message>
        <source>No shared service is recorded yet</source>
        <translation>Aucun service commun n’est encore enregistré</translation>
    </message>
    <message>
        <source>A service has a managing body, missions, and the bodies that join it.</source>
        <translation>Un service a un gestionnaire, des missions, et les organismes qui y adhèrent.</translation>
    </message>
    <message>
        <source>Enter a first service</source>
        <translation>Saisir un premier service</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Nom ou code</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Gestion</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Origines</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Adhésions</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message>
        <source>New shared service</source>
        <translation>Nouveau service commun</translation>
    </message>
    <message>
        <source>Correct the service</source>
        <translation>Corriger le service</translation>
    </message>
    <message>
        <source>opens on {day}</source>
        <translation>ouvre le&#xa0;{day}</translation>
    </message>
    <message>
        <source>not running on this date</source>
        <translation>inactif à cette date</translation>
    </message>
</context>
<context>
    <name>ShareEditor</name>
    <message>
        <source>the beneficiary</source>
        <translation>le bénéficiaire</translation>
    </message>
    <message>
        <source>as assigned</source>
        <translation>idem</translation>
    </message>
    <message>
        <source>Take this share out</source>
        <translation>Retirer cette part</translation>
    </message>
    <message>
        <source>Mission of share {number}</source>
        <translation>Mission de la part {number}</translation>
    </message>
    <message>
        <source>Beneficiary of share {number}</source>
        <translation>Bénéficiaire de la part {number}</translation>
    </message>
    <message>
        <source>Share {number}</source>
        <translation>Part {number}</translation>
    </message>
    <message>
        <source>Operational authority of share {number}</source>
        <translation>Autorité opérationnelle de la part {number}</translation>
    </message>
    <message>
        <source>Beginning of share {number}</source>
        <translation>Début de la part {number}</translation>
    </message>
    <message>
        <source>End of share {number}</source>
        <translation>Fin de la part {number}</translation>
    </message>
    <message>
        <source>Planned: counts once the vote of this body is recorded.</source>
        <translation>Prévue&#xa0;: comptera dès que la délibération du bénéficiaire sera enregistrée.</translation>
    </message>
    <message>
        <source>The end comes before the beginning.</source>
        <translation>La fin précède le début.</translation>
    </message>
    <message>
        <source>Mission:</source>
        <translation>Mission&#xa0;:</translation>
    </message>
    <message>
        <source>Beneficiary:</source>
        <translation>Bénéficiaire&#xa0;:</translation>
    </message>
    <message>
        <source>Share:</source>
        <translation>Part&#xa0;:</translation>
    </message>
    <message>
        <source>Operational authority:</source>
        <translation>Autorité opérationnelle&#xa0;:</translation>
    </message>
    <message>
        <source>Begins:</source>
        <translation>Début&#xa0;:</translation>
    </message>
    <message>
        <source>Ends:</source>
        <translation>Fin&#xa0;:</translation>
    </message>
</context>
<context>
    <name>SharesPart</name>
    <message>
        <source>Mission shares</source>
        <translation>Parts de mission</translation>
    </message>
    <message>
        <source>Add a s&amp;hare</source>
        <translation>Ajouter une &amp;part</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>Bénéficiaire</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Operational authority</source>
        <translation>Autorité opérationnelle</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>No share yet: who benefits, and who instructs, is not known.</source>
        <translation>Aucune part&#xa0;: on ne sait pas qui en bénéficie, ni qui donne les instructions.</translation>
    </message>
    <message>
        <source>Choose the service first: its missions and its members are offered then.</source>
        <translation>Choisissez d’abord le service&#xa0;: ses missions et ses adhérents sont alors proposés.</translation>
    </message>
    <message>
        <source>{given} of {total} distributed, {excess} too much</source>
        <translation>{given} sur {total} répartis, {excess} de trop</translation>
    </message>
    <message>
        <source>{given} of {total} distributed, {rest} left</source>
        <translation>{given} sur {total} répartis, reste {rest}</translation>
    </message>
    <message>
        <source>{given} of {total} distributed</source>
        <translation>{given} sur {total} répartis</translation>
    </message>
    <message>
        <source>{sum}. Planned part: {planned}</source>
        <translation>{sum}. Part prévue&#xa0;: {planned}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This is not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct before saving</source>
        <translation>
            <numerusform>%n champ à corriger avant d’enregistrer</numerusform>
            <numerusform>%n champs à corriger avant d’enregistrer</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be saved</source>
        <translation>Enregistrement impossible en l’état</translation>
    </message>
</context>
<context>
    <name>UndoControl</name>
    <message>
        <source>Undo: {act}</source>
        <translation>Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>There is no act to undo.</source>
        <translation>Il n’y a aucun acte à annuler.</translation>
    </message>
    <message>
        <source>Undone: {act}.</source>
        <translation>Annulé&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>There is no act to do again.</source>
        <translation>Il n’y a aucun acte à rétablir.</translation>
    </message>
    <message>
        <source>Done again: {act}.</source>
        <translation>Rétabli&#xa0;: {act}.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Who works for whom,
under which authority,
on which date.</source>
        <translation>Qui travaille pour qui,
sous quelle autorité,
à quelle date.</translation>
    </message>
    <message>
        <source>The register of the shared services of an agglomeration and its communes. It works without network, in a single file.</source>
        <translation>Le registre des services communs d’une agglomération et de ses communes. Il fonctionne sans réseau, dans un seul fichier.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>See the demonstration</source>
        <translation>Voir la démonstration</translation>
    </message>
    <message>
        <source>Clermont Communauté, 2016: invented persons and services</source>
        <translation>Clermont Communauté, 2016&#xa0;: personnes et services inventés</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Hierarchical authority</source>
        <translation>Autorité hiérarchique</translation>
    </message>
    <message>
        <source>Operational authority</source>
        <translation>Autorité opérationnelle</translation>
    </message>
    <message>
        <source>Open the &amp;agent</source>
        <translation>Ouvrir l’&amp;agent</translation>
    </message>
    <message>
        <source>Open {body}</source>
        <translation>Ouvrir {body}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>WorkingTimePart</name>
    <message>
        <source>Assignments and mission shares</source>
        <translation>Affectations et parts de mission</translation>
    </message>
    <message>
        <source>From {day} on, in the same act</source>
        <translation>À compter du {day}, dans le même acte</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>A share between 0 and 100 % is expected in each line.</source>
        <translation>Une part entre 0 et 100&#x202f;% est attendue à chaque ligne.</translation>
    </message>
    <message>
        <source>{service}: {given} of {total} distributed.</source>
        <translation>{service}&#xa0;: {given} sur {total} répartis.</translation>
    </message>
</context>
<context>
    <name>_TypeAhead</name>
    <message>
        <source>Show the choices</source>
        <translation>Afficher les choix</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Who works for whom, under which authority, on which date: the register of the shared services of an agglomeration and its communes. Free software under the European Union Public Licence 1.2 (EUPL-1.2).</source>
        <translation>Qui travaille pour qui, sous quelle autorité, à quelle date&#xa0;: le registre des services communs d’une agglomération et de ses communes. Logiciel libre sous licence publique de l’Union européenne 1.2 (EUPL-1.2).</translation>
    </message>
    <message>
        <source>Official data</source>
        <translation>Données officielles</translation>
    </message>
    <message>
        <source>Edition {edition}.</source>
        <translation>Édition {edition}.</translation>
    </message>
    <message>
        <source>Not in it: {what}</source>
        <translation>N’y figurent pas&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Licences of what comes with it</source>
        <translation>Licences de ce qui l’accompagne</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
</context>
<context>
    <name>agents</name>
    <message>
        <source>{body}: vacant office</source>
        <translation>{body}&#xa0;: mandat vacant</translation>
    </message>
    <message>
        <source>{quality} {of_body}: {person}</source>
        <translation>{quality} {of_body}&#xa0;: {person}</translation>
    </message>
    <message>
        <source>Vacant office</source>
        <translation>Mandat vacant</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévue</translation>
    </message>
    <message>
        <source>planned: {days}</source>
        <translation>prévue&#xa0;: {days}</translation>
    </message>
    <message>
        <source>planned: its membership is not voted</source>
        <translation>prévue&#xa0;: adhésion non délibérée</translation>
    </message>
    <message>
        <source>has not joined for this mission on {day}</source>
        <translation>n’a pas adhéré pour cette mission au {day}</translation>
    </message>
    <message>
        <source>choose the mission first</source>
        <translation>choisissez d’abord la mission</translation>
    </message>
    <message>
        <source>neither beneficiary, agglomeration nor managing body</source>
        <translation>ni bénéficiaire, ni agglomération, ni gestionnaire</translation>
    </message>
</context>
<context>
    <name>authorities</name>
    <message>
        <source>Vacant mandate</source>
        <translation>Mandat vacant</translation>
    </message>
    <message>
        <source>{mission} for {beneficiary}, situation on {day}</source>
        <translation>{mission} pour {beneficiary}, situation au {day}</translation>
    </message>
    <message>
        <source>Mission share: {share} of a full post, {period}.</source>
        <translation>Part de mission&#xa0;: {share} d’un temps plein, {period}.</translation>
    </message>
    <message>
        <source>No assignment to this service is in force on this date.</source>
        <translation>Aucune affectation à ce service n’est en vigueur à cette date.</translation>
    </message>
    <message>
        <source>Assignment to the service: {share} of a full post, {ground}, {period}.</source>
        <translation>Affectation au service&#xa0;: {share} d’un temps plein, {ground}, {period}.</translation>
    </message>
    <message>
        <source>No situation is in force on this date: the employer is not known.</source>
        <translation>Aucune situation n’est en vigueur à cette date&#xa0;: l’employeur n’est pas connu.</translation>
    </message>
    <message>
        <source>Employer: {employer}, {period}.</source>
        <translation>Employeur&#xa0;: {employer}, {period}.</translation>
    </message>
    <message>
        <source>{body} is the body recorded on the assignment, in place of the employer.</source>
        <translation>{body} est l’organisme inscrit sur l’affectation, à la place de l’employeur.</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motif&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{body} employs the agent; no other body is recorded on the assignment.</source>
        <translation>{body} emploie l’agent&#x202f;; aucun autre organisme n’est inscrit sur l’affectation.</translation>
    </message>
    <message>
        <source>Appoints, appraises, sanctions and pays.</source>
        <translation>Nomme, évalue, sanctionne et rémunère.</translation>
    </message>
    <message>
        <source>{body} is the body recorded on the mission share, in place of the beneficiary.</source>
        <translation>{body} est l’organisme inscrit sur la part de mission, à la place du bénéficiaire.</translation>
    </message>
    <message>
        <source>{body} is the beneficiary; no other body is recorded on the mission share.</source>
        <translation>{body} est le bénéficiaire&#x202f;; aucun autre organisme n’est inscrit sur la part de mission.</translation>
    </message>
    <message>
        <source>Gives the instructions for this mission and controls the work.</source>
        <translation>Donne les instructions pour cette mission et en contrôle l’exécution.</translation>
    </message>
    <message>
        <source>CGCT, article L. 5211-4-2: depending on the mission, the staff of a shared service is under the functional authority of the mayor or of the president.</source>
        <translation>CGCT, article&#xa0;L.&#xa0;5211-4-2&#xa0;: en fonction de la mission réalisée, le personnel d’un service commun est placé sous l’autorité fonctionnelle du maire ou du président.</translation>
    </message>
    <message>
        <source>Interim: {period}.</source>
        <translation>Intérim&#xa0;: {period}.</translation>
    </message>
    <message>
        <source>Term of office: {period}.</source>
        <translation>Mandat&#xa0;: {period}.</translation>
    </message>
    <message>
        <source>Nobody has held office since {day}.</source>
        <translation>Personne n’est en fonction depuis le {day}.</translation>
    </message>
    <message>
        <source>No term of office is recorded for this date.</source>
        <translation>Aucun mandat n’est enregistré à cette date.</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Cadre d’emplois, grade</source>
        <translation>Cadre d’emplois, grade</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Temps de travail</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>No situation</source>
        <translation>Pas de situation</translation>
    </message>
    <message>
        <source>on this date</source>
        <translation>à cette date</translation>
    </message>
    <message>
        <source>Service and mission</source>
        <translation>Service et mission</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Hierarchical authority</source>
        <translation>Autorité hiérarchique</translation>
    </message>
    <message>
        <source>Operational authority</source>
        <translation>Autorité opérationnelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Dept</source>
        <translation>Dépt</translation>
    </message>
    <message>
        <source>INSEE</source>
        <translation>INSEE</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>Municipal pop.</source>
        <translation>Pop. municipale</translation>
    </message>
    <message>
        <source>Total pop.</source>
        <translation>Pop. totale</translation>
    </message>
    <message>
        <source>In office</source>
        <translation>En fonction</translation>
    </message>
    <message>
        <source>Office vacant</source>
        <translation>Mandat vacant</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Deliberation</source>
        <translation>Délibération</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} sur {total}</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Managing body</source>
        <translation>Gestionnaire</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Adhérents</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>F&amp;iche</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Édi&amp;tion</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;New register…</source>
        <translation>&amp;Nouveau registre…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Enregistrer une &amp;copie…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>Sauvegarder &amp;maintenant</translation>
    </message>
    <message>
        <source>Res&amp;tore…</source>
        <translation>Res&amp;taurer…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Close the register</source>
        <translation>&amp;Fermer le registre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Correct the record…</source>
        <translation>&amp;Corriger la fiche…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filtrer la liste</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Revenir à la liste</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;History of the record</source>
        <translation>&amp;Historique de la fiche</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;History of the register</source>
        <translation>&amp;Historique du registre</translation>
    </message>
    <message>
        <source>&amp;Date…</source>
        <translation>Choisir la &amp;date…</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>Au&amp;jourd’hui</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Relire</translation>
    </message>
    <message>
        <source>Next &amp;zone</source>
        <translation>&amp;Zone suivante</translation>
    </message>
    <message>
        <source>Pre&amp;vious zone</source>
        <translation>Zone pré&amp;cédente</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About MutuDesk</source>
        <translation>&amp;À propos de MutuDesk</translation>
    </message>
    <message>
        <source>Enter, Escape</source>
        <translation>Entrée, Échap</translation>
    </message>
    <message>
        <source>Open; close, cancel, go back</source>
        <translation>Ouvrir&#x202f;; fermer, annuler, revenir</translation>
    </message>
    <message>
        <source>In a date</source>
        <translation>Dans une date</translation>
    </message>
    <message>
        <source>j, s, m, a: a day, week, month, year later; capitals: earlier; = today</source>
        <translation>j, s, m, a&#xa0;: un jour, une semaine, un mois, un an plus tard&#x202f;; majuscules&#xa0;: plus tôt&#x202f;; =&#xa0;: aujourd’hui</translation>
    </message>
</context>
<context>
    <name>conventions</name>
    <message>
        <source>effect on {day}</source>
        <translation>effet le {day}</translation>
    </message>
    <message>
        <source>Open the service</source>
        <translation>Ouvrir le service</translation>
    </message>
    <message>
        <source>Open the agent</source>
        <translation>Ouvrir l’agent</translation>
    </message>
    <message>
        <source>Open the membership</source>
        <translation>Ouvrir l’adhésion</translation>
    </message>
    <message>
        <source>Open the body</source>
        <translation>Ouvrir l’organisme</translation>
    </message>
    <message>
        <source>Folder for the projects</source>
        <translation>Dossier des projets</translation>
    </message>
    <message>
        <source>Projects already in this folder: {count}</source>
        <translation>Projets déjà présents dans ce dossier : {count}</translation>
    </message>
    <message>
        <source>The last one, “{file}”, was written {moment}.</source>
        <translation>Le dernier, « {file} », a été écrit {moment}.</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Conserver</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>à partir du {first}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
</context>
<context>
    <name>deleting</name>
    <message>
        <source>Delete “{what}”?</source>
        <translation>Supprimer «&#xa0;{what}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Delete only what should never have been recorded. What has ended is closed.</source>
        <translation>Ne supprimez que ce qui n’aurait jamais dû être enregistré. Ce qui a pris fin se clôt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Official list of mayors (RNE)</source>
        <translation>Liste officielle des maires (RNE)</translation>
    </message>
    <message>
        <source>Every kind, one file each</source>
        <translation>Tous les types de liste, un fichier pour chacun</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>lines {lines}… ({count} in all), column {column}</source>
        <translation>lignes {lines}… ({count} en tout), colonne {column}</translation>
    </message>
    <message>
        <source>lines {lines}… ({count} in all)</source>
        <translation>lignes {lines}… ({count} en tout)</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne&#xa0;{line}</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>ligne&#xa0;{line}, colonne {column}</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Begins</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Empty: since always.</source>
        <translation>Vide&#xa0;: depuis toujours.</translation>
    </message>
    <message>
        <source>beginning not recorded</source>
        <translation>début non renseigné</translation>
    </message>
    <message>
        <source>Ends (last day)</source>
        <translation>Fin (dernier jour)</translation>
    </message>
    <message>
        <source>Empty: still running.</source>
        <translation>Vide&#xa0;: en cours.</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>As it will be printed.</source>
        <translation>Sera imprimé tel quel.</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Siège</translation>
    </message>
    <message>
        <source>Linking word</source>
        <translation>Mot de liaison</translation>
    </message>
    <message>
        <source>Printed before the name, its article included: “d&apos;”, “du”, “de la”.</source>
        <translation>Imprimé devant le nom, avec son article&#xa0;: «&#xa0;d’&#xa0;», «&#xa0;du&#xa0;», «&#xa0;de la&#xa0;».</translation>
    </message>
    <message>
        <source>Name in conventions</source>
        <translation>Nom dans les conventions</translation>
    </message>
    <message>
        <source>With its article. Empty: by the legal form.</source>
        <translation>Avec son article. Vide&#xa0;: selon la forme juridique.</translation>
    </message>
    <message>
        <source>Assembly</source>
        <translation>Organe délibérant</translation>
    </message>
    <message>
        <source>Without its article. Empty: by the legal form.</source>
        <translation>Sans article. Vide&#xa0;: selon la forme juridique.</translation>
    </message>
    <message>
        <source>Official word</source>
        <translation>Mot officiel</translation>
    </message>
    <message>
        <source>Intercommunal body</source>
        <translation>Établissement intercommunal</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Civilité</translation>
    </message>
    <message>
        <source>Matricule</source>
        <translation>Matricule</translation>
    </message>
    <message>
        <source>An agent of two employers has two matricules.</source>
        <translation>Un agent de deux employeurs a deux matricules.</translation>
    </message>
    <message>
        <source>Civility</source>
        <translation>Civilité</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Office held</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Acting head</source>
        <translation>Par intérim</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Municipal population</source>
        <translation>Population municipale</translation>
    </message>
    <message>
        <source>Total population</source>
        <translation>Population totale</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>INSEE code</source>
        <translation>Code INSEE</translation>
    </message>
    <message>
        <source>Of a commune: five characters, such as 63014.</source>
        <translation>D’une commune&#xa0;: cinq caractères, par exemple 63014.</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Empty: that of the INSEE code.</source>
        <translation>Vide&#xa0;: celui du code INSEE.</translation>
    </message>
    <message>
        <source>Member of the agglomeration from the same day on</source>
        <translation>Membre de l’agglomération à compter du même jour</translation>
    </message>
    <message>
        <source>Managing body</source>
        <translation>Gestionnaire</translation>
    </message>
    <message>
        <source>The agglomeration, or a commune by derogation.</source>
        <translation>L’agglomération, ou une commune par dérogation.</translation>
    </message>
    <message>
        <source>to be completed</source>
        <translation>à compléter</translation>
    </message>
    <message>
        <source>text proposed by the template</source>
        <translation>texte proposé par le modèle</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>non désignée</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>Préambule</translation>
    </message>
    <message>
        <source>Article 3, premises</source>
        <translation>Article 3, locaux</translation>
    </message>
    <message>
        <source>Article 4, goods, equipment and software</source>
        <translation>Article 4, biens, matériels et logiciels</translation>
    </message>
    <message>
        <source>Article 5, running contracts</source>
        <translation>Article 5, contrats en cours</translation>
    </message>
    <message>
        <source>Article 7, sharing of the costs</source>
        <translation>Article 7, répartition des frais</translation>
    </message>
    <message>
        <source>Article 7, payment of the costs</source>
        <translation>Article 7, règlement des frais</translation>
    </message>
    <message>
        <source>Article 9, follow-up committee</source>
        <translation>Article 9, comité de suivi</translation>
    </message>
    <message>
        <source>Article 13, insurance and liability</source>
        <translation>Article 13, assurances et responsabilités</translation>
    </message>
    <message>
        <source>Article 14, data protection</source>
        <translation>Article 14, protection des données</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>To be completed in each convention</source>
        <translation>À compléter dans chaque convention</translation>
    </message>
    <message>
        <source>Duration of the convention</source>
        <translation>Durée de la convention</translation>
    </message>
    <message>
        <source>Notice, in months</source>
        <translation>Préavis, en mois</translation>
    </message>
    <message>
        <source>Competent court</source>
        <translation>Tribunal compétent</translation>
    </message>
    <message>
        <source>{commune}, {service}, {agglomeration}, {gestionnaire} and {effet} are put in; a line that begins with a dash is an item.</source>
        <translation>{commune}, {service}, {agglomeration}, {gestionnaire} et {effet} sont remplacés&#x202f;; une ligne qui commence par un tiret est un élément de liste.</translation>
    </message>
    <message>
        <source>Body it belonged to</source>
        <translation>Organisme d’origine</translation>
    </message>
    <message>
        <source>Name of the former service</source>
        <translation>Nom du service d’origine</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Only a shared service (L. 5211-4-2) has a membership convention.</source>
        <translation>Seul un service commun (L.&#xa0;5211-4-2) a une convention d’adhésion.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Type a few letters of its name</source>
        <translation>Quelques lettres de son nom</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Share of a full post</source>
        <translation>Quotité</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Body, where it is not the employer</source>
        <translation>Organisme, si ce n’est pas l’employeur</translation>
    </message>
    <message>
        <source>the employer of the day</source>
        <translation>l’employeur du moment</translation>
    </message>
    <message>
        <source>Why it is not the employer</source>
        <translation>Motif de cette autorité</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Deliberation of the body</source>
        <translation>Délibération du</translation>
    </message>
    <message>
        <source>Empty: a project, never counted as joined.</source>
        <translation>Vide&#xa0;: projet, qui ne compte pas comme adhésion.</translation>
    </message>
    <message>
        <source>project, not voted yet</source>
        <translation>projet, pas encore délibéré</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Empty: what the service provides for all its members.</source>
        <translation>Vide&#xa0;: celle que prévoit le service pour tous ses membres.</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Stored one by one: a body is bound to what it voted.</source>
        <translation>Retenues une à une&#xa0;: l’organisme n’est lié que par ce qu’il a voté.</translation>
    </message>
    <message>
        <source>One a line: code : label. Without a code, one is given. May be added later.</source>
        <translation>Une par ligne&#xa0;: code&#xa0;: libellé. Sans code, un numéro est donné. Peut être complété plus tard.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Kept in the journal with this act.</source>
        <translation>Gardé au journal avec cet acte.</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Motif (facultatif)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Who appoints and pays, also when the agent is lent.</source>
        <translation>Qui nomme et rémunère, même si l’agent est mis à disposition.</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Temps de travail</translation>
    </message>
    <message>
        <source>100 = full time.</source>
        <translation>100 = temps complet.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Cadre d’emplois</source>
        <translation>Cadre d’emplois</translation>
    </message>
    <message>
        <source>From the official list, or any other text.</source>
        <translation>De la liste officielle, ou tout autre texte.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
</context>
<context>
    <name>filters</name>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All départements</source>
        <translation>Tous les départements</translation>
    </message>
    <message>
        <source>&amp;Member communes only</source>
        <translation>&amp;Communes membres seulement</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Member communes only</source>
        <translation>Communes membres seulement</translation>
    </message>
    <message>
        <source>All employers</source>
        <translation>Tous les employeurs</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Tous les services</translation>
    </message>
    <message>
        <source>Category {letter}</source>
        <translation>Catégorie {letter}</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>All bodies</source>
        <translation>Tous les organismes</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>In &amp;force</source>
        <translation>En &amp;vigueur</translation>
    </message>
    <message>
        <source>&amp;Projects</source>
        <translation>&amp;Projets</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>In force only</source>
        <translation>En vigueur seulement</translation>
    </message>
    <message>
        <source>Projects only</source>
        <translation>Projets seulement</translation>
    </message>
    <message>
        <source>All legal grounds</source>
        <translation>Tous les fondements</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>7&#xa0;derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>30&#xa0;derniers jours</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>12&#xa0;derniers mois</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À toute date</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Tous les actes</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>Type d’acte</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>Toutes les fiches</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Type de fiche</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>{count} records</source>
        <translation>{count}&#xa0;enregistrements</translation>
    </message>
    <message>
        <source>{record}: its data were taken out</source>
        <translation>{record}&#xa0;: ses données ont été effacées</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>“{what}” was changed and not saved.</source>
        <translation>«&#xa0;{what}&#xa0;» a été modifié sans être enregistré.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Who commands whom?</source>
        <translation>Qui commande qui&#x202f;?</translation>
    </message>
    <message>
        <source>Communes and bodies</source>
        <translation>Communes et organismes</translation>
    </message>
    <message>
        <source>Shared services</source>
        <translation>Services communs</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Adhésions</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation>Conventions</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>New identity</source>
        <translation>Nouvelle identité</translation>
    </message>
    <message>
        <source>Change of identity</source>
        <translation>Changement d’identité</translation>
    </message>
    <message>
        <source>Correction of an identity</source>
        <translation>Correction d’une identité</translation>
    </message>
    <message>
        <source>End of an identity</source>
        <translation>Fin d’une identité</translation>
    </message>
    <message>
        <source>No identity is recorded yet</source>
        <translation>Aucune identité n’est encore enregistrée</translation>
    </message>
    <message>
        <source>New &amp;identity</source>
        <translation>&amp;Nouvelle identité</translation>
    </message>
    <message>
        <source>Close the former identity on {day}</source>
        <translation>Clore la précédente au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New belonging</source>
        <translation>Nouvelle appartenance</translation>
    </message>
    <message>
        <source>Change of belonging</source>
        <translation>Changement d’appartenance</translation>
    </message>
    <message>
        <source>Correction of a belonging</source>
        <translation>Correction d’une appartenance</translation>
    </message>
    <message>
        <source>End of a belonging</source>
        <translation>Fin d’une appartenance</translation>
    </message>
    <message>
        <source>It belongs to no intercommunal body</source>
        <translation>N’appartient à aucun établissement intercommunal</translation>
    </message>
    <message>
        <source>New &amp;belonging</source>
        <translation>&amp;Nouvelle appartenance</translation>
    </message>
    <message>
        <source>Close the former belonging on {day}</source>
        <translation>Clore la précédente au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New term of office</source>
        <translation>Nouveau mandat</translation>
    </message>
    <message>
        <source>Change of a term of office</source>
        <translation>Changement de mandat</translation>
    </message>
    <message>
        <source>Correction of a term of office</source>
        <translation>Correction d’un mandat</translation>
    </message>
    <message>
        <source>End of a term of office</source>
        <translation>Fin d’un mandat</translation>
    </message>
    <message>
        <source>Nobody is recorded in office</source>
        <translation>Aucun mandat n’est enregistré</translation>
    </message>
    <message>
        <source>New &amp;term of office</source>
        <translation>&amp;Nouveau mandat</translation>
    </message>
    <message>
        <source>Close the former term on {day}</source>
        <translation>Clore le mandat précédent au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New population</source>
        <translation>Nouvelle population</translation>
    </message>
    <message>
        <source>Correction of a population</source>
        <translation>Correction d’une population</translation>
    </message>
    <message>
        <source>No population is recorded</source>
        <translation>Aucune population n’est enregistrée</translation>
    </message>
    <message>
        <source>New &amp;year</source>
        <translation>&amp;Nouvelle année</translation>
    </message>
    <message>
        <source>municipal {count}</source>
        <translation>municipale {count}</translation>
    </message>
    <message>
        <source>total {count}</source>
        <translation>totale {count}</translation>
    </message>
    <message>
        <source>by derogation</source>
        <translation>par dérogation</translation>
    </message>
    <message>
        <source>New managing body</source>
        <translation>Nouveau gestionnaire</translation>
    </message>
    <message>
        <source>Change of managing body</source>
        <translation>Changement de gestionnaire</translation>
    </message>
    <message>
        <source>Correction of the managing body</source>
        <translation>Correction du gestionnaire</translation>
    </message>
    <message>
        <source>End of the management</source>
        <translation>Fin de la gestion</translation>
    </message>
    <message>
        <source>Nobody manages this service</source>
        <translation>Personne ne gère ce service</translation>
    </message>
    <message>
        <source>New ma&amp;naging body</source>
        <translation>&amp;Nouveau gestionnaire</translation>
    </message>
    <message>
        <source>Close the former management on {day}</source>
        <translation>Clore la précédente au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New mission</source>
        <translation>Nouvelle mission</translation>
    </message>
    <message>
        <source>Correction of a mission</source>
        <translation>Correction d’une mission</translation>
    </message>
    <message>
        <source>This service has no mission yet</source>
        <translation>Ce service n’a pas encore de mission</translation>
    </message>
    <message>
        <source>&amp;New mission</source>
        <translation>&amp;Nouvelle mission</translation>
    </message>
    <message>
        <source>New terms</source>
        <translation>Nouvelles clauses</translation>
    </message>
    <message>
        <source>Change of terms</source>
        <translation>Changement de clauses</translation>
    </message>
    <message>
        <source>Correction of the terms</source>
        <translation>Correction des clauses</translation>
    </message>
    <message>
        <source>End of the terms</source>
        <translation>Fin des clauses</translation>
    </message>
    <message>
        <source>No terms are recorded: the convention takes the texts proposed</source>
        <translation>Aucune clause&#xa0;: la convention prend les textes proposés par le modèle</translation>
    </message>
    <message>
        <source>&amp;New terms</source>
        <translation>&amp;Nouvelles clauses</translation>
    </message>
    <message>
        <source>Close the former terms on {day}</source>
        <translation>Clore les précédentes au&#xa0;{day}</translation>
    </message>
    <message>
        <source>Terms of the service</source>
        <translation>Clauses du service</translation>
    </message>
    <message>
        <source>New former service</source>
        <translation>Nouveau service d’origine</translation>
    </message>
    <message>
        <source>Correction of a former service</source>
        <translation>Correction d’un service d’origine</translation>
    </message>
    <message>
        <source>No former service was merged into it</source>
        <translation>Aucun service d’origine n’est enregistré</translation>
    </message>
    <message>
        <source>&amp;New former service</source>
        <translation>&amp;Nouveau service d’origine</translation>
    </message>
    <message>
        <source>End on {day}</source>
        <translation>Terminer au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New membership</source>
        <translation>Nouvelle adhésion</translation>
    </message>
    <message>
        <source>Change of a membership</source>
        <translation>Changement d’adhésion</translation>
    </message>
    <message>
        <source>Correction of a membership</source>
        <translation>Correction d’une adhésion</translation>
    </message>
    <message>
        <source>End of a membership</source>
        <translation>Fin d’une adhésion</translation>
    </message>
    <message>
        <source>No membership is recorded</source>
        <translation>Aucune adhésion n’est enregistrée</translation>
    </message>
    <message>
        <source>&amp;New membership</source>
        <translation>&amp;Nouvelle adhésion</translation>
    </message>
    <message>
        <source>Close the former membership on {day}</source>
        <translation>Clore la précédente au&#xa0;{day}</translation>
    </message>
    <message>
        <source>{level}, project</source>
        <translation>{level}, projet</translation>
    </message>
    <message>
        <source>voted {day}</source>
        <translation>délibérée le&#xa0;{day}</translation>
    </message>
    <message>
        <source>Close the former one on {day}</source>
        <translation>Clore le précédent au&#xa0;{day}</translation>
    </message>
    <message>
        <source>New situation</source>
        <translation>Nouvelle situation</translation>
    </message>
    <message>
        <source>Change of situation</source>
        <translation>Changement de situation</translation>
    </message>
    <message>
        <source>Correction of a situation</source>
        <translation>Correction d’une situation</translation>
    </message>
    <message>
        <source>End of a situation</source>
        <translation>Fin d’une situation</translation>
    </message>
    <message>
        <source>No situation is recorded yet</source>
        <translation>Aucune situation n’est encore enregistrée</translation>
    </message>
    <message>
        <source>New &amp;situation</source>
        <translation>Nouvelle s&amp;ituation</translation>
    </message>
    <message>
        <source>New assignment</source>
        <translation>Nouvelle affectation</translation>
    </message>
    <message>
        <source>Change of assignment</source>
        <translation>Changement d’affectation</translation>
    </message>
    <message>
        <source>Correction of an assignment</source>
        <translation>Correction d’une affectation</translation>
    </message>
    <message>
        <source>End of an assignment</source>
        <translation>Fin d’une affectation</translation>
    </message>
    <message>
        <source>This agent is not assigned to any service</source>
        <translation>Cet agent n’est affecté à aucun service</translation>
    </message>
    <message>
        <source>New &amp;assignment</source>
        <translation>Nouvelle &amp;affectation</translation>
    </message>
    <message>
        <source>Not joined</source>
        <translation>Non adhérente</translation>
    </message>
    <message>
        <source>&amp;Join…</source>
        <translation>&amp;Faire adhérer…</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Restaurer…</translation>
    </message>
    <message>
        <source>This register comes from an older MutuDesk</source>
        <translation>Ce registre vient d’un MutuDesk plus ancien</translation>
    </message>
    <message>
        <source>A backup is made before the upgrade.</source>
        <translation>Une sauvegarde est faite avant la mise à niveau.</translation>
    </message>
    <message>
        <source>&amp;Upgrade</source>
        <translation>&amp;Mettre à niveau</translation>
    </message>
    <message>
        <source>Open to &amp;read</source>
        <translation>Ouvrir en &amp;lecture</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This register is open on another machine</source>
        <translation>Ce registre est ouvert sur un autre poste</translation>
    </message>
    <message>
        <source>Whoever writes there could no longer record anything.</source>
        <translation>La personne qui y écrit là-bas ne pourrait plus rien enregistrer.</translation>
    </message>
    <message>
        <source>Open to &amp;write all the same</source>
        <translation>Ouvrir quand même pour &amp;écrire</translation>
    </message>
    <message>
        <source>Where is the register now?</source>
        <translation>Où se trouve le registre&#x202f;?</translation>
    </message>
    <message>
        <source>This is not the register</source>
        <translation>Ce n’est pas le registre</translation>
    </message>
    <message>
        <source>The register is not in its place any more</source>
        <translation>Le registre n’est plus à sa place</translation>
    </message>
    <message>
        <source>What you recorded is in the file that was moved, renamed or taken away.</source>
        <translation>Ce que vous avez enregistré est dans le fichier qui a été déplacé, renommé ou retiré.</translation>
    </message>
    <message>
        <source>The backup could not be made</source>
        <translation>La sauvegarde n’a pas pu être faite</translation>
    </message>
    <message>
        <source>What you recorded is safe in the register itself.</source>
        <translation>Ce que vous avez enregistré est en sûreté dans le registre lui-même.</translation>
    </message>
    <message>
        <source>&amp;Find it…</source>
        <translation>&amp;Retrouver…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Enregistrer une &amp;copie…</translation>
    </message>
    <message>
        <source>Close &amp;without backup</source>
        <translation>Fermer sans &amp;sauvegarde</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>Re&amp;ster</translation>
    </message>
    <message>
        <source>“{file}” is there already</source>
        <translation>« {file} » s’y trouve déjà</translation>
    </message>
    <message>
        <source>Last written in: {moment}. A copy of now takes its place.</source>
        <translation>Dernière écriture : {moment}. Une copie de maintenant prendrait sa place.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conserver</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>Verified copy: {file}</source>
        <translation>Copie vérifiée&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Registers (*{suffix});;All files (*)</source>
        <translation>Registres (*{suffix});;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>“{text}” is not in the list. Choose one of the lines proposed.</source>
        <translation>«&#xa0;{text}&#xa0;» ne figure pas dans la liste. Choisissez une des lignes proposées.</translation>
    </message>
    <message>
        <source>identity not recorded</source>
        <translation>identité non renseignée</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>par intérim</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>le {day} à {time}</translation>
    </message>
</context>
</TS>
