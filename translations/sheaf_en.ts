<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Convert · %n workers</source>
        <translation>
            <numerusform>Convert · %n worker</numerusform>
            <numerusform>Convert · %n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read · %n workers</source>
        <translation>
            <numerusform>Read · %n worker</numerusform>
            <numerusform>Read · %n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>LLM queue: %n papers wait on disk for a reader</source>
        <translation>
            <numerusform>LLM queue: %n paper waits on disk for a reader</numerusform>
            <numerusform>LLM queue: %n papers wait on disk for a reader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs %1</source>
        <translation>
            <numerusform>%n GPU %1</numerusform>
            <numerusform>%n GPUs %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acquire</name>
    <message numerus="yes">
        <source>It answers, and names %n places for a well-known paper.</source>
        <translation>
            <numerusform>It answers, and names one place for a well-known paper.</numerusform>
            <numerusform>It answers, and names %n places for a well-known paper.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n paper(s) written</source>
        <translation>
            <numerusform>%n paper written</numerusform>
            <numerusform>%n papers written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait in the file and go out later</source>
        <translation>
            <numerusform>%n paper waits in the file and goes out later</numerusform>
            <numerusform>%n papers wait in the file and go out later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) wait in the file for a service and go out later</source>
        <translation>
            <numerusform>%n result waits in the file for a service and goes out later</numerusform>
            <numerusform>%n results wait in the file for a service and go out later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the lists left out was filled in for %n paper(s).</source>
        <translation>
            <numerusform>What the lists left out was filled in for %n paper.</numerusform>
            <numerusform>What the lists left out was filled in for %n papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free texts not compared</source>
        <translation>
            <numerusform>%n free text not compared</numerusform>
            <numerusform>%n free texts not compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers by their abstract alone, whose values are not counted</source>
        <translation>
            <numerusform>%n paper by its abstract alone, whose values are not counted</numerusform>
            <numerusform>%n papers by their abstract alone, whose values are not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>import</name>
    <message numerus="yes">
        <source>The files of %n paper(s) are not on this computer</source>
        <translation>
            <numerusform>The file of %n paper is not on this computer</numerusform>
            <numerusform>The files of %n papers are not on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline</name>
    <message numerus="yes">
        <source>batch of %n</source>
        <translation>
            <numerusform>batch of %n</numerusform>
            <numerusform>batch of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>collecting: %n waiting</source>
        <translation>
            <numerusform>collecting: %n waiting</numerusform>
            <numerusform>collecting: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources are asked, with the address %1.</source>
        <translation>
            <numerusform>%n source is asked, with the address %1.</numerusform>
            <numerusform>%n sources are asked, with the address %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pilot is over: look at the answers of %n papers, then read the rest or change the columns.</source>
        <translation>
            <numerusform>The pilot is over: look at the answers of %n paper, then read the rest or change the columns.</numerusform>
            <numerusform>The pilot is over: look at the answers of %n papers, then read the rest or change the columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::AttentionBar</name>
    <message numerus="yes">
        <source>%n papers need a document</source>
        <translation>
            <numerusform>%n paper needs a document</numerusform>
            <numerusform>%n papers need a document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers ended without an answer from %1.</source>
        <translation>
            <numerusform>%n paper ended without an answer from %1.</numerusform>
            <numerusform>%n papers ended without an answer from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnsFlow</name>
    <message numerus="yes">
        <source>Applied %n changes to the columns.</source>
        <translation>
            <numerusform>Applied %n change to the columns.</numerusform>
            <numerusform>Applied %n changes to the columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnsView</name>
    <message numerus="yes">
        <source>Pilot on %n papers</source>
        <translation>
            <numerusform>Pilot on %n paper</numerusform>
            <numerusform>Pilot on %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::DropOverlay</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ErrorGauge</name>
    <message numerus="yes">
        <source>All %n values left have to be checked.</source>
        <translation>
            <numerusform>The one value left has to be checked.</numerusform>
            <numerusform>All %n values left have to be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After about %n more values from the sample you may stop here.</source>
        <translation>
            <numerusform>After about %n more value from the sample you may stop here.</numerusform>
            <numerusform>After about %n more values from the sample you may stop here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free texts of two readers are not compared.</source>
        <translation>
            <numerusform>%n free text of two readers is not compared.</numerusform>
            <numerusform>%n free texts of two readers are not compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ExportDialog</name>
    <message numerus="yes">
        <source>%n paper(s) written.</source>
        <translation>
            <numerusform>%n paper written.</numerusform>
            <numerusform>%n papers written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n refused: %1</numerusform>
            <numerusform>%n refused: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait in the file and go out later.</source>
        <translation>
            <numerusform>%n paper waits in the file and goes out later.</numerusform>
            <numerusform>%n papers wait in the file and go out later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) · it begins so:</source>
        <translation>
            <numerusform>%n paper · it begins so:</numerusform>
            <numerusform>%n papers · it begins so:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that were read · the first of them:</source>
        <translation>
            <numerusform>%n paper that was read:</numerusform>
            <numerusform>%n papers that were read · the first of them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there</source>
        <translation>
            <numerusform>%n there</numerusform>
            <numerusform>%n there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::FacetModel</name>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ImportMapping</name>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns ignored: %1</source>
        <translation>
            <numerusform>%n column ignored: %1</numerusform>
            <numerusform>%n columns ignored: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ImportTotals</name>
    <message numerus="yes">
        <source>papers</source>
        <translation>
            <numerusform>paper</numerusform>
            <numerusform>papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n pairs</source>
        <translation>
            <numerusform>Show the pair</numerusform>
            <numerusform>Show the %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DOI(s)</source>
        <translation>
            <numerusform>%n DOI</numerusform>
            <numerusform>%n DOIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ImportView</name>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs to confirm; without a yes each is a paper of its own.</source>
        <translation>
            <numerusform>%n PDF to confirm; without a yes it is a paper of its own.</numerusform>
            <numerusform>%n PDFs to confirm; without a yes each is a paper of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs go to papers of the file that have none.</source>
        <translation>
            <numerusform>%n PDF goes to a paper of the file that has none.</numerusform>
            <numerusform>%n PDFs go to papers of the file that have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers of its own</source>
        <translation>
            <numerusform>%n paper of its own</numerusform>
            <numerusform>%n papers of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::LedgerModel</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>batch of %n papers</source>
        <translation>
            <numerusform>batch of %n paper</numerusform>
            <numerusform>batch of %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::MainWindow</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::Modes</name>
    <message numerus="yes">
        <source>%n papers understood</source>
        <translation>
            <numerusform>%n paper understood</numerusform>
            <numerusform>%n papers understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PaperCommands</name>
    <message numerus="yes">
        <source>Removed %n papers from the file.</source>
        <translation>
            <numerusform>Removed %n paper from the file.</numerusform>
            <numerusform>Removed %n papers from the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled %n papers.</source>
        <translation>
            <numerusform>Cancelled %n paper.</numerusform>
            <numerusform>Cancelled %n papers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PaperModel</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PilotCard</name>
    <message numerus="yes">
        <source>%1 of %n quotes proven</source>
        <translation>
            <numerusform>%1 of %n quote proven</numerusform>
            <numerusform>%1 of %n quotes proven</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PilotPapersDialog</name>
    <message numerus="yes">
        <source>%n papers ticked, more than a pilot takes</source>
        <translation>
            <numerusform>%n paper ticked, more than a pilot takes</numerusform>
            <numerusform>%n papers ticked, more than a pilot takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers ticked</source>
        <translation>
            <numerusform>%n paper ticked</numerusform>
            <numerusform>%n papers ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PriceCard</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers to come answer all columns in their first reading.</source>
        <translation>
            <numerusform>%n paper to come answers all columns in its first reading.</numerusform>
            <numerusform>%n papers to come answer all columns in their first reading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by their files, the others as papers usually are</source>
        <translation>
            <numerusform>%n by its file, the others as papers usually are</numerusform>
            <numerusform>%n by their files, the others as papers usually are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ReadAgainDialog</name>
    <message numerus="yes">
        <source>%n papers answer these questions again. The answers stay until the new ones come; what you accepted, edited or rejected stays.</source>
        <translation>
            <numerusform>%n paper answers these questions again. The answers stay until the new ones come; what you accepted, edited or rejected stays.</numerusform>
            <numerusform>%n papers answer these questions again. The answers stay until the new ones come; what you accepted, edited or rejected stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::RecentFiles</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewModel</name>
    <message numerus="yes">
        <source>%1, %n to check</source>
        <translation>
            <numerusform>%1, %n to check</numerusform>
            <numerusform>%1, %n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewQuote</name>
    <message numerus="yes">
        <source>%n words not on the page</source>
        <translation>
            <numerusform>%n word not on the page</numerusform>
            <numerusform>%n words not on the page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words left out</source>
        <translation>
            <numerusform>%n word left out</numerusform>
            <numerusform>%n words left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewView</name>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n values are proven or decided.</source>
        <translation>
            <numerusform>The one value is proven or decided.</numerusform>
            <numerusform>All %n values are proven or decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them from abstracts, which are counted apart</source>
        <translation>
            <numerusform>%n of them from an abstract, counted apart</numerusform>
            <numerusform>%n of them from abstracts, counted apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SetList</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SettingsDesk</name>
    <message numerus="yes">
        <source>The next run reads %n papers by the second reader: %1.</source>
        <translation>
            <numerusform>The next run reads %n paper by the second reader: %1.</numerusform>
            <numerusform>The next run reads %n papers by the second reader: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SinkStage</name>
    <message numerus="yes">
        <source>%n result(s) wait for %1.</source>
        <translation>
            <numerusform>%n result waits for %1.</numerusform>
            <numerusform>%n results wait for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SourceList</name>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scans</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SourceWait</name>
    <message numerus="yes">
        <source>Without an answer from %1: %n papers wait for it, the others go on.</source>
        <translation>
            <numerusform>Without an answer from %1: %n paper waits for it, the others go on.</numerusform>
            <numerusform>Without an answer from %1: %n papers wait for it, the others go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::StatusLine</name>
    <message numerus="yes">
        <source>%n converters</source>
        <translation>
            <numerusform>%n converter</numerusform>
            <numerusform>%n converters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n readers</source>
        <translation>
            <numerusform>%n reader</numerusform>
            <numerusform>%n readers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n threads</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::TypeAdviceBox</name>
    <message numerus="yes">
        <source>All %n answers begin with a number.</source>
        <translation>
            <numerusform>The %n answer begins with a number.</numerusform>
            <numerusform>All %n answers begin with a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n answers are yes or no.</source>
        <translation>
            <numerusform>The %n answer is yes or no.</numerusform>
            <numerusform>All %n answers are yes or no.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n answers are among a few values.</source>
        <translation>
            <numerusform>The %n answer is among a few values.</numerusform>
            <numerusform>All %n answers are among a few values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ZoteroPicker</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sinks</name>
    <message numerus="yes">
        <source>%n quote(s) highlighted in Zotero</source>
        <translation>
            <numerusform>%n quote highlighted in Zotero</numerusform>
            <numerusform>%n quotes highlighted in Zotero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) refused by Zotero</source>
        <translation>
            <numerusform>%n highlight refused by Zotero</numerusform>
            <numerusform>%n highlights refused by Zotero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zotero on this computer; the library holds %n item(s).</source>
        <translation>
            <numerusform>Zotero on this computer; the library holds %n item.</numerusform>
            <numerusform>Zotero on this computer; the library holds %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zotero, as %1; the library %2 holds %n item(s).</source>
        <translation>
            <numerusform>Zotero, as %1; the library %2 holds %n item.</numerusform>
            <numerusform>Zotero, as %1; the library %2 holds %n items.</numerusform>
        </translation>
    </message>
</context>
</TS>
