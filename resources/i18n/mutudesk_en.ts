<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
            <numerusform>%n assignment</numerusform>
            <numerusform>%n assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission share(s)</source>
        <translation>
            <numerusform>%n mission share</numerusform>
            <numerusform>%n mission shares</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgentsPage</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthoritiesPage</name>
    <message numerus="yes">
        <source>%n mission share(s)</source>
        <translation>
            <numerusform>%n mission share</numerusform>
            <numerusform>%n mission shares</numerusform>
        </translation>
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
            <numerusform>%n vacant mandate</numerusform>
            <numerusform>%n vacant mandates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}, situation on {day}.</source>
        <translation>
            <numerusform>%n line written to {file}, situation on {day}.</numerusform>
            <numerusform>%n lines written to {file}, situation on {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BodiesPage</name>
    <message numerus="yes">
        <source>%n body(ies)</source>
        <translation>
            <numerusform>%n body</numerusform>
            <numerusform>%n bodies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConventionChoice</name>
    <message numerus="yes">
        <source>%n other service(s) rest on another ground and have none.</source>
        <translation>
            <numerusform>%n other service rests on another ground and has none.</numerusform>
            <numerusform>%n other services rest on another ground and have none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConventionsPage</name>
    <message numerus="yes">
        <source>%n service(s) of this register rest on another ground: none has a convention of membership.</source>
        <translation>
            <numerusform>%n service of this register rests on another ground: it has no membership convention.</numerusform>
            <numerusform>%n services of this register rest on another ground: none has a membership convention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies)</source>
        <translation>
            <numerusform>%n body</numerusform>
            <numerusform>%n bodies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n identity(ies)</source>
        <translation>
            <numerusform>%n identity</numerusform>
            <numerusform>%n identities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belonging(s)</source>
        <translation>
            <numerusform>%n belonging</numerusform>
            <numerusform>%n belongings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of office</source>
        <translation>
            <numerusform>%n term of office</numerusform>
            <numerusform>%n terms of office</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n population(s)</source>
        <translation>
            <numerusform>%n population</numerusform>
            <numerusform>%n populations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n managing period(s)</source>
        <translation>
            <numerusform>%n managing period</numerusform>
            <numerusform>%n managing periods</numerusform>
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
            <numerusform>%n set of terms</numerusform>
            <numerusform>%n sets of terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of its own</source>
        <translation>
            <numerusform>%n article of its own</numerusform>
            <numerusform>%n articles of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n former service(s)</source>
        <translation>
            <numerusform>%n former service</numerusform>
            <numerusform>%n former services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n membership(s)</source>
        <translation>
            <numerusform>%n membership</numerusform>
            <numerusform>%n memberships</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n membership(s) depend on it.</source>
        <translation>
            <numerusform>%n membership depends on it.</numerusform>
            <numerusform>%n memberships depend on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s) depend on it.</source>
        <translation>
            <numerusform>%n assignment depends on it.</numerusform>
            <numerusform>%n assignments depend on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission share(s) depend on it.</source>
        <translation>
            <numerusform>%n mission share depends on it.</numerusform>
            <numerusform>%n mission shares depend on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message numerus="yes">
        <source>%n record(s) will be closed on {day} in the same act.</source>
        <translation>
            <numerusform>%n record will be closed on {day} in the same act.</numerusform>
            <numerusform>%n records will be closed on {day} in the same act.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpciChooser</name>
    <message numerus="yes">
        <source>%n result(s) for “{text}”</source>
        <translation>
            <numerusform>%n result for “{text}”</numerusform>
            <numerusform>%n results for “{text}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) written to {folder}</source>
        <translation>
            <numerusform>%n file written to {folder}</numerusform>
            <numerusform>%n files written to {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStatus</name>
    <message numerus="yes">
        <source>%n record(s) not saved</source>
        <translation>
            <numerusform>%n record not saved</numerusform>
            <numerusform>%n records not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more record(s) are not shown.</source>
        <translation>
            <numerusform>%n more record is not shown.</numerusform>
            <numerusform>%n more records are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportContents</name>
    <message numerus="yes">
        <source>What changes (%n)</source>
        <translation>
            <numerusform>What changes (%n)</numerusform>
            <numerusform>What changes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n record(s) more</source>
        <translation>
            <numerusform>and %n more record</numerusform>
            <numerusform>and %n more records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message numerus="yes">
        <source>%n bodies join together</source>
        <translation>
            <numerusform>%n body to join</numerusform>
            <numerusform>%n bodies join together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot join: nothing was recorded.</source>
        <translation>
            <numerusform>%n cannot join: nothing was recorded.</numerusform>
            <numerusform>%n cannot join: nothing was recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join the %n other(s)</source>
        <translation>
            <numerusform>Join the other</numerusform>
            <numerusform>Join the %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message numerus="yes">
        <source>%n bodies selected</source>
        <translation>
            <numerusform>%n body selected</numerusform>
            <numerusform>%n bodies selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) work for it here: {names}.</source>
        <translation>
            <numerusform>%n agent works for it here: {names}.</numerusform>
            <numerusform>%n agents work for it here: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersBand</name>
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
    <message numerus="yes">
        <source>%n membership(s)</source>
        <translation>
            <numerusform>%n membership</numerusform>
            <numerusform>%n memberships</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s) of {of}</source>
        <translation>
            <numerusform>%n commune of {of}</numerusform>
            <numerusform>%n communes of {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies) of {of}</source>
        <translation>
            <numerusform>%n body of {of}</numerusform>
            <numerusform>%n bodies of {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) running</source>
        <translation>
            <numerusform>%n service running</numerusform>
            <numerusform>%n services running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) to come</source>
        <translation>
            <numerusform>%n service to come</numerusform>
            <numerusform>%n services to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}, situation on {day}.</source>
        <translation>
            <numerusform>%n line written to {file}, situation on {day}.</numerusform>
            <numerusform>%n lines written to {file}, situation on {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message numerus="yes">
        <source>{page}, %n to settle</source>
        <translation>
            <numerusform>{page}, %n to settle</numerusform>
            <numerusform>{page}, %n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperJobs</name>
    <message numerus="yes">
        <source>%n file(s) sent to the printer {printer}</source>
        <translation>
            <numerusform>%n file sent to the printer {printer}</numerusform>
            <numerusform>%n files sent to the printer {printer}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message numerus="yes">
        <source>%n body(ies) ticked</source>
        <translation>
            <numerusform>%n body ticked</numerusform>
            <numerusform>%n bodies ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n project(s)…</source>
        <translation>
            <numerusform>&amp;Print %n project…</numerusform>
            <numerusform>&amp;Print %n projects…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n reason</numerusform>
            <numerusform>%n reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n corrected</numerusform>
            <numerusform>%n corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n untouched</numerusform>
            <numerusform>%n untouched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message numerus="yes">
        <source>%n project(s) written</source>
        <translation>
            <numerusform>%n project written</numerusform>
            <numerusform>%n projects written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n file(s)…</source>
        <translation>
            <numerusform>&amp;Print %n file…</numerusform>
            <numerusform>&amp;Print %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) refused</source>
        <translation>
            <numerusform>%n project refused</numerusform>
            <numerusform>%n projects refused</numerusform>
        </translation>
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
</context>
<context>
    <name>ServicesPage</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n field(s) to correct before saving</source>
        <translation>
            <numerusform>%n field to correct before saving</numerusform>
            <numerusform>%n fields to correct before saving</numerusform>
        </translation>
    </message>
</context>
</TS>
