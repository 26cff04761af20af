<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Grackle</source>
        <translation>Über Grackle</translation>
    </message>
    <message>
        <source>A native chat client for the xAI API and every server that speaks the same language.

Licence: MIT</source>
        <translation>Ein natives Chatprogramm für die xAI-Schnittstelle und jeden Server, der dieselbe Sprache spricht.

Lizenz: MIT</translation>
    </message>
</context>
<context>
    <name>AnswerNotice</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>This answer was cut off.</source>
        <translation>Diese Antwort wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The answer reached its length limit.</source>
        <translation>Die Antwort hat ihre Längengrenze erreicht.</translation>
    </message>
    <message>
        <source>The model asks for a function call. Grackle shows it and runs nothing.</source>
        <translation>Das Modell bittet um einen Funktionsaufruf. Grackle zeigt ihn und führt nichts aus.</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s.</source>
        <translation>%1 Neuer Versuch in %2 s.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This answer is not saved yet. %1</source>
        <translation>Diese Antwort ist noch nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>The server searches the web</source>
        <translation>Der Server sucht im Web</translation>
    </message>
    <message>
        <source>The server searches X</source>
        <translation>Der Server sucht auf X</translation>
    </message>
    <message>
        <source>The server runs code of its own</source>
        <translation>Der Server führt eigenen Code aus</translation>
    </message>
    <message>
        <source>The server makes a picture</source>
        <translation>Der Server erzeugt ein Bild</translation>
    </message>
    <message>
        <source>The server searches files</source>
        <translation>Der Server durchsucht Dateien</translation>
    </message>
    <message>
        <source>The server uses a tool of its own</source>
        <translation>Der Server benutzt ein eigenes Werkzeug</translation>
    </message>
    <message>
        <source>This is remembered.</source>
        <translation>Das wird behalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Antworten …</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>This answer was asked for as JSON.</source>
        <translation>Diese Antwort wurde als JSON verlangt.</translation>
    </message>
    <message>
        <source>Show as a tree</source>
        <translation>Als Baum zeigen</translation>
    </message>
    <message>
        <source>The model asks for %1 function calls. Grackle shows them and runs nothing.</source>
        <translation>Das Modell bittet um %1 Funktionsaufrufe. Grackle zeigt sie und führt nichts aus.</translation>
    </message>
    <message>
        <source>The length limit was used up before the answer began, by thinking. Raise the limit in the options, or choose less thinking.</source>
        <translation>Das Denken hat die Längengrenze aufgebraucht, ehe die Antwort begann. Erhöhen Sie die Grenze in den Optionen, oder wählen Sie weniger Denken.</translation>
    </message>
</context>
<context>
    <name>AnswerNotifier</name>
    <message>
        <source>An answer is ready</source>
        <translation>Eine Antwort ist fertig</translation>
    </message>
</context>
<context>
    <name>AnswerRun</name>
    <message>
        <source>Tried again after: %1</source>
        <translation>Noch einmal versucht nach: %1</translation>
    </message>
    <message>
        <source>Not sent, since this way of asking has no place for it: %1</source>
        <translation>Nicht gesendet, da diese Art zu fragen keinen Platz dafür hat: %1</translation>
    </message>
</context>
<context>
    <name>AnswerText</name>
    <message>
        <source>Called:</source>
        <translation>Aufgerufen:</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Grackle</source>
        <translation>Grackle</translation>
    </message>
    <message>
        <source>Reading what can be read…</source>
        <translation>Es wird gelesen, was lesbar ist …</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were saved out of the damaged library, which is kept in its folder.</source>
        <translation>
            <numerusform>%n Nachricht wurde aus der beschädigten Bibliothek gerettet, die in ihrem Ordner bleibt.</numerusform>
            <numerusform>%n Nachrichten wurden aus der beschädigten Bibliothek gerettet, die in ihrem Ordner bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some that had been deleted for good may be among them.</source>
        <translation>Darunter können welche sein, die endgültig gelöscht waren.</translation>
    </message>
    <message>
        <source>The library is as it was when the backup was made. What was there before is in its folder.</source>
        <translation>Die Bibliothek ist, wie sie bei der Sicherung war. Was vorher da war, liegt in ihrem Ordner.</translation>
    </message>
</context>
<context>
    <name>AskCommand</name>
    <message>
        <source>grackle: %1 cannot be written, so no times are kept.</source>
        <translation>grackle: %1 kann nicht geschrieben werden, darum werden keine Zeiten festgehalten.</translation>
    </message>
    <message>
        <source>grackle: There is no key for %1. Set XAI_API_KEY, or save one in the settings of the window.</source>
        <translation>grackle: Für %1 gibt es keinen Schlüssel. Setzen Sie XAI_API_KEY, oder speichern Sie einen in den Einstellungen des Fensters.</translation>
    </message>
    <message>
        <source>grackle: The answer was cut off.</source>
        <translation>grackle: Die Antwort wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>grackle: Stopped.</source>
        <translation>grackle: Angehalten.</translation>
    </message>
    <message>
        <source>grackle: The answer could not be saved in the library.</source>
        <translation>grackle: Die Antwort konnte nicht in der Bibliothek gesichert werden.</translation>
    </message>
    <message>
        <source>Ask what? Give a text, or pipe one in.</source>
        <translation>Was soll gefragt werden? Geben Sie einen Text an oder leiten Sie einen durch eine Pipe.</translation>
    </message>
    <message>
        <source>grackle: This is the practice server. Its answers are prepared; no model is asked.</source>
        <translation>grackle: Das ist der Übungsserver. Seine Antworten sind vorbereitet; kein Modell wird gefragt.</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>Übungsserver</translation>
    </message>
    <message>
        <source>There is no conversation to continue yet.</source>
        <translation>Es gibt noch kein Gespräch, das sich fortsetzen ließe.</translation>
    </message>
    <message>
        <source>%1 is no picture that can be sent.</source>
        <translation>%1 ist kein Bild, das sich senden lässt.</translation>
    </message>
    <message>
        <source>The server lists no model. Name one with --model.</source>
        <translation>Der Server nennt kein Modell. Geben Sie eines mit --model an.</translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>Auto detail</source>
        <translation>Details automatisch</translation>
    </message>
    <message>
        <source>Low detail</source>
        <translation>Wenig Details</translation>
    </message>
    <message>
        <source>High detail</source>
        <translation>Viele Details</translation>
    </message>
    <message>
        <source>How closely the model looks at this picture</source>
        <translation>Wie genau das Modell dieses Bild ansieht</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Detail of %1</source>
        <translation>Details von %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove this picture (Delete)</source>
        <translation>Dieses Bild entfernen (Entf)</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message>
        <source>The file is on another computer. Copy it here first.</source>
        <translation>Die Datei liegt auf einem anderen Rechner. Kopieren Sie sie erst hierher.</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels, which is too many. Make it smaller first.</source>
        <translation>Das Bild hat %1 × %2 Pixel, das sind zu viele. Verkleinern Sie es erst.</translation>
    </message>
    <message>
        <source>1 image will be added to this message</source>
        <translation>1 Bild wird zu dieser Nachricht hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n images will be added to this message</source>
        <translation>
            <numerusform>%n Bild wird zu dieser Nachricht hinzugefügt</numerusform>
            <numerusform>%n Bilder werden zu dieser Nachricht hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here can be added to this message</source>
        <translation>Nichts davon kann zu dieser Nachricht hinzugefügt werden</translation>
    </message>
    <message>
        <source>The text will be added to this message</source>
        <translation>Der Text wird zu dieser Nachricht hinzugefügt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file name: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 more file cannot be taken.</source>
        <translation>1 weitere Datei kann nicht angenommen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n more files cannot be taken.</source>
        <translation>
            <numerusform>%n weitere Datei kann nicht angenommen werden.</numerusform>
            <numerusform>%n weitere Dateien können nicht angenommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>sentence, then what is refused</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Go back to this backup?</source>
        <translation>Zu dieser Sicherung zurückkehren?</translation>
    </message>
    <message>
        <source>The library as it is now is set aside in its folder, not deleted. What came after the backup is not shown any more.</source>
        <translation>Die Bibliothek von jetzt wird in ihrem Ordner beiseitegelegt, nicht gelöscht. Was nach der Sicherung kam, ist nicht mehr zu sehen.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) came back.</source>
        <translation>
            <numerusform>%n Gespräch ist zurück.</numerusform>
            <numerusform>%n Gespräche sind zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatClient</name>
    <message>
        <source>The server&apos;s list of models could not be read</source>
        <translation>Die Modellliste des Servers war nicht lesbar</translation>
    </message>
    <message>
        <source>The key&apos;s team is blocked</source>
        <translation>Das Team des Schlüssels ist gesperrt</translation>
    </message>
    <message>
        <source>The key is blocked</source>
        <translation>Der Schlüssel ist gesperrt</translation>
    </message>
    <message>
        <source>The key is disabled</source>
        <translation>Der Schlüssel ist abgeschaltet</translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy code, %1</source>
        <translation>Code kopieren, %1</translation>
    </message>
    <message>
        <source>Copied; characters that cannot be seen: %1</source>
        <translation>Kopiert; unsichtbare Zeichen: %1</translation>
    </message>
</context>
<context>
    <name>CodeFile</name>
    <message>
        <source>The file %1 could not be written. Choose another place.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>More than 16 MiB came through the pipe; no model takes that much.</source>
        <translation>Durch die Pipe kamen mehr als 16 MiB; so viel nimmt kein Modell.</translation>
    </message>
    <message>
        <source>There is no option %1 here. &quot;--help&quot; shows what there is.</source>
        <translation>Eine Option %1 gibt es hier nicht. „--help“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>One text, please: put it into quotation marks, and give --image once for each picture.</source>
        <translation>Bitte einen Text: Setzen Sie ihn in Anführungszeichen, und geben Sie --image für jedes Bild einmal an.</translation>
    </message>
    <message>
        <source>--practice and --endpoint cannot go together.</source>
        <translation>--practice und --endpoint gehen nicht zusammen.</translation>
    </message>
    <message>
        <source>--continue and --no-save cannot go together.</source>
        <translation>--continue und --no-save gehen nicht zusammen.</translation>
    </message>
    <message>
        <source>Which conversation? Give one id. &quot;grackle list&quot; shows them.</source>
        <translation>Welches Gespräch? Geben Sie eine Kennung an. „grackle list“ zeigt sie.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a conversation. &quot;grackle list&quot; shows them.</source>
        <translation>„%1“ ist keine Kennung eines Gesprächs. „grackle list“ zeigt sie.</translation>
    </message>
    <message>
        <source>&quot;list&quot; takes no &quot;%1&quot;.</source>
        <translation>„list“ nimmt kein „%1“.</translation>
    </message>
    <message>
        <source>Search for what? Give the words.</source>
        <translation>Wonach suchen? Geben Sie die Wörter an.</translation>
    </message>
    <message>
        <source>Which file? Give one conversation document.</source>
        <translation>Welche Datei? Geben Sie ein Gesprächsdokument an.</translation>
    </message>
    <message>
        <source>There is no such command. The commands are ask, list, search, export, import and delete.</source>
        <translation>Diesen Befehl gibt es nicht. Die Befehle sind ask, list, search, export, import und delete.</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 nimmt eine Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>--detail is auto, low or high, not &quot;%1&quot;.</source>
        <translation>--detail ist auto, low oder high, nicht „%1“.</translation>
    </message>
    <message>
        <source>--max-tokens takes a whole number from 1, not &quot;%1&quot;.</source>
        <translation>--max-tokens nimmt eine ganze Zahl ab 1, nicht „%1“.</translation>
    </message>
    <message>
        <source>--reasoning-effort is one of %1, not &quot;%2&quot;.</source>
        <translation>--reasoning-effort ist eines von %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>use the library in DIR</source>
        <translation>die Bibliothek in DIR benutzen</translation>
    </message>
    <message>
        <source>ask the server at URL</source>
        <translation>den Server unter URL fragen</translation>
    </message>
    <message>
        <source>ask this model</source>
        <translation>dieses Modell fragen</translation>
    </message>
    <message>
        <source>ask the built-in practice server</source>
        <translation>den eingebauten Übungsserver fragen</translation>
    </message>
    <message>
        <source>write the times of this run to FILE</source>
        <translation>die Zeiten dieses Laufs in FILE schreiben</translation>
    </message>
    <message>
        <source>send a picture along; once for each</source>
        <translation>ein Bild mitsenden; einmal für jedes</translation>
    </message>
    <message>
        <source>auto, low or high, for the pictures</source>
        <translation>auto, low oder high, für die Bilder</translation>
    </message>
    <message>
        <source>the system prompt</source>
        <translation>die Anweisung an das Modell</translation>
    </message>
    <message>
        <source>0 to 2</source>
        <translation>0 bis 2</translation>
    </message>
    <message>
        <source>longest answer</source>
        <translation>längste Antwort</translation>
    </message>
    <message>
        <source>none, low, medium, high or xhigh</source>
        <translation>none, low, medium, high oder xhigh</translation>
    </message>
    <message>
        <source>wait for the whole answer</source>
        <translation>auf die ganze Antwort warten</translation>
    </message>
    <message>
        <source>go on in a conversation, else the newest one</source>
        <translation>in einem Gespräch weitermachen, sonst im neuesten</translation>
    </message>
    <message>
        <source>keep nothing in the library</source>
        <translation>nichts in der Bibliothek aufbewahren</translation>
    </message>
    <message>
        <source>longest silence of the server</source>
        <translation>längstes Schweigen des Servers</translation>
    </message>
    <message>
        <source>one JSON value instead of text</source>
        <translation>ein JSON-Wert statt Text</translation>
    </message>
    <message>
        <source>write to FILE</source>
        <translation>nach FILE schreiben</translation>
    </message>
    <message>
        <source>show this</source>
        <translation>dies zeigen</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>die Version zeigen</translation>
    </message>
    <message>
        <source>Usage: grackle ask [options] [TEXT|-]
Asks one question. The answer goes to standard output, everything else to standard error.
Text that is piped in is put below TEXT.
</source>
        <translation>Aufruf: grackle ask [Optionen] [TEXT|-]
Stellt eine Frage. Die Antwort geht an die Standardausgabe, alles andere an die Fehlerausgabe.
Text aus einer Pipe kommt unter TEXT.
</translation>
    </message>
    <message>
        <source>Usage: grackle list [options]
Lists the conversations, newest first.
</source>
        <translation>Aufruf: grackle list [Optionen]
Zeigt die Gespräche, die neuesten zuerst.
</translation>
    </message>
    <message>
        <source>Usage: grackle search [options] TEXT
Searches all messages.
</source>
        <translation>Aufruf: grackle search [Optionen] TEXT
Durchsucht alle Nachrichten.
</translation>
    </message>
    <message>
        <source>Usage: grackle export [options] ID
Writes a conversation to standard output or a file.
</source>
        <translation>Aufruf: grackle export [Optionen] ID
Schreibt ein Gespräch in die Standardausgabe oder eine Datei.
</translation>
    </message>
    <message>
        <source>Usage: grackle import [options] FILE
Takes a conversation document into the library, whole or not at all.
</source>
        <translation>Aufruf: grackle import [Optionen] FILE
Nimmt ein Gesprächsdokument in die Bibliothek auf, ganz oder gar nicht.
</translation>
    </message>
    <message>
        <source>Usage: grackle delete [options] ID
Deletes a conversation.
</source>
        <translation>Aufruf: grackle delete [Optionen] ID
Löscht ein Gespräch.
</translation>
    </message>
    <message>
        <source>Options:
</source>
        <translation>Optionen:
</translation>
    </message>
    <message>
        <source>Exit status: 0 complete, 2 wrong arguments, 3 cut off, 4 refused, 5 rate or quota, 6 server not reached,
7 no key, 8 storage, 130 interrupted.
</source>
        <translation>Rückgabewert: 0 vollständig, 2 falsche Argumente, 3 abgeschnitten, 4 abgelehnt, 5 Rate oder Kontingent, 6 Server nicht erreicht,
7 kein Schlüssel, 8 Speicher, 130 unterbrochen.
</translation>
    </message>
    <message>
        <source>--format is md, json, html or pdf, not &quot;%1&quot;.</source>
        <translation>--format ist md, json, html oder pdf, nicht „%1“.</translation>
    </message>
    <message>
        <source>md, json, html or pdf</source>
        <translation>md, json, html oder pdf</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nichts passt. Versuchen Sie weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation>Befehle und Gespräche</translation>
    </message>
    <message>
        <source>What to do, or which conversation</source>
        <translation>Was tun, oder welches Gespräch</translation>
    </message>
</context>
<context>
    <name>CompletionDecoder</name>
    <message>
        <source>the answer was given up (%1)</source>
        <translation>die Antwort wurde aufgegeben (%1)</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read</source>
        <translation>Die Antwort des Servers war nicht lesbar</translation>
    </message>
</context>
<context>
    <name>CompletionWorker</name>
    <message>
        <source>The server&apos;s answer has headers without end</source>
        <translation>Die Kopfzeilen der Antwort nehmen kein Ende</translation>
    </message>
    <message>
        <source>The answer is too long to be kept</source>
        <translation>Die Antwort ist zu lang, um sie aufzubewahren</translation>
    </message>
    <message>
        <source>The server sent a line that is too long to be an answer</source>
        <translation>Der Server schickte eine Zeile, die für eine Antwort zu lang ist</translation>
    </message>
    <message>
        <source>The server sent an empty answer</source>
        <translation>Der Server schickte eine leere Antwort</translation>
    </message>
    <message>
        <source>A part of the answer could not be read</source>
        <translation>Ein Teil der Antwort war nicht lesbar</translation>
    </message>
    <message>
        <source>The server sent no answer in a form that can be read</source>
        <translation>Der Server schickte keine Antwort in lesbarer Form</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be unpacked</source>
        <translation>Die Antwort des Servers ließ sich nicht entpacken</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Ask anything, or drop pictures</source>
        <translation>Fragen oder Bilder hereinziehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send (%1)</source>
        <translation>Senden (%1)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>An estimate. The server counts for itself, and the answer costs on top.</source>
        <translation>Eine Schätzung. Der Server zählt selbst, und die Antwort kostet zusätzlich.</translation>
    </message>
</context>
<context>
    <name>ConversationController</name>
    <message>
        <source>An answer is still on its way. Wait for it or stop it first.</source>
        <translation>Eine Antwort ist noch unterwegs. Warten Sie auf sie oder halten Sie sie erst an.</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something or add a picture.</source>
        <translation>Es gibt noch nichts zu senden. Schreiben Sie etwas oder fügen Sie ein Bild hinzu.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Es ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>%1 cannot see pictures. Choose another model or remove them.</source>
        <translation>%1 kann keine Bilder sehen. Wählen Sie ein anderes Modell oder entfernen Sie die Bilder.</translation>
    </message>
    <message>
        <source>A message without any text is not sent by any server. Write something first.</source>
        <translation>Eine Nachricht ohne Text nimmt kein Server an. Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Not all of this conversation can be read, so nothing was sent. Check the disk the library is on.</source>
        <translation>Nicht alles in diesem Gespräch ist lesbar, darum wurde nichts gesendet. Prüfen Sie den Datenträger, auf dem die Bibliothek liegt.</translation>
    </message>
    <message>
        <source>Not all of this conversation can be read, so it was not changed. Check the disk the library is on.</source>
        <translation>Dieses Gespräch ist nicht ganz lesbar und wurde deshalb nicht geändert. Prüfen Sie den Datenträger, auf dem die Bibliothek liegt.</translation>
    </message>
</context>
<context>
    <name>ConversationFile</name>
    <message>
        <source>The file %1 could not be written. Choose another place.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ConversationOptionsDialog</name>
    <message>
        <source>Conversation settings</source>
        <translation>Einstellungen des Gesprächs</translation>
    </message>
    <message>
        <source>&amp;Instructions</source>
        <translation>&amp;Anweisungen</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>A&amp;ntwort</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>An&amp;frage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>How the model should behave in this conversation</source>
        <translation>Wie sich das Modell in diesem Gespräch verhalten soll</translation>
    </message>
    <message>
        <source>Sent in front of each question, as the system message.</source>
        <translation>Wird jeder Frage als Systemnachricht vorangestellt.</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>To&amp;p P</source>
        <translation>To&amp;p P</translation>
    </message>
    <message>
        <source>&amp;Length limit, in tokens</source>
        <translation>&amp;Längengrenze in Tokens</translation>
    </message>
    <message>
        <source>Pre&amp;sence penalty</source>
        <translation>An&amp;wesenheitsstrafe (presence)</translation>
    </message>
    <message>
        <source>&amp;Frequency penalty</source>
        <translation>&amp;Häufigkeitsstrafe (frequency)</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Startw&amp;ert (seed)</translation>
    </message>
    <message>
        <source>Ask for the probabilities of the tokens</source>
        <translation>Nach den Wahrscheinlichkeiten der Tokens fragen</translation>
    </message>
    <message>
        <source>Name so &amp;many others</source>
        <translation>So &amp;viele andere nennen</translation>
    </message>
    <message>
        <source>Stop at these texts</source>
        <translation>Bei diesen Texten aufhören</translation>
    </message>
    <message>
        <source>Stop at these te&amp;xts, one a line</source>
        <translation>Bei diesen Te&amp;xten aufhören, einer je Zeile</translation>
    </message>
    <message>
        <source>What is not ticked is not sent: the server decides. Models that reason refuse penalties and stop texts; a field that is refused is left out and said.</source>
        <translation>Was nicht angekreuzt ist, wird nicht gesendet: Der Server entscheidet. Denkende Modelle lehnen Strafen und Stopptexte ab; ein abgelehntes Feld wird weggelassen, und das wird gesagt.</translation>
    </message>
    <message>
        <source>T&amp;hinking</source>
        <translation>&amp;Denken</translation>
    </message>
    <message>
        <source>Ser&amp;vice tier</source>
        <translation>Dienst&amp;stufe</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Priority (twice the price)</source>
        <translation>Vorrang (doppelter Preis)</translation>
    </message>
    <message>
        <source>&amp;Use of tools</source>
        <translation>&amp;Gebrauch von Werkzeugen</translation>
    </message>
    <message>
        <source>Several &amp;calls at once</source>
        <translation>&amp;Mehrere Aufrufe zugleich</translation>
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
        <source>Ans&amp;wers arrive</source>
        <translation>An&amp;tworten kommen</translation>
    </message>
    <message>
        <source>Piece by piece</source>
        <translation>Stück für Stück</translation>
    </message>
    <message>
        <source>Whole, when they are done</source>
        <translation>Ganz, wenn sie fertig sind</translation>
    </message>
    <message>
        <source>User i&amp;d</source>
        <translation>&amp;Benutzerkennung</translation>
    </message>
    <message>
        <source>For the provider&apos;s watch over misuse</source>
        <translation>Für die Missbrauchsaufsicht des Anbieters</translation>
    </message>
    <message>
        <source>Tools and the form of the answer have a dialog of their own.</source>
        <translation>Werkzeuge und die Form der Antwort haben einen eigenen Dialog.</translation>
    </message>
    <message>
        <source>%1 has no levels</source>
        <translation>%1 hat keine Stufen</translation>
    </message>
    <message>
        <source>Not set: as the model does</source>
        <translation>Nicht gesetzt: wie das Modell es tut</translation>
    </message>
    <message>
        <source>As it likes</source>
        <translation>Nach Belieben</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>At least one call</source>
        <translation>Mindestens ein Aufruf</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 aufrufen</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>The list of models could not be fetched. %1</source>
        <translation>Die Liste der Modelle konnte nicht geholt werden. %1</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Practice: prepared answers, no real model. Nothing leaves this computer.</source>
        <translation>Übung: vorbereitete Antworten, kein echtes Modell. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>What you copied holds %n character(s) that cannot be seen.</source>
        <translation>
            <numerusform>Was Sie kopiert haben, enthält %n Zeichen, das man nicht sieht.</numerusform>
            <numerusform>Was Sie kopiert haben, enthält %n Zeichen, die man nicht sieht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Temporary: nothing of this conversation is kept.</source>
        <translation>Vorübergehend: Von diesem Gespräch wird nichts behalten.</translation>
    </message>
</context>
<context>
    <name>ConversationSwitcher</name>
    <message>
        <source>Conversations looked at last</source>
        <translation>Zuletzt angesehene Gespräche</translation>
    </message>
</context>
<context>
    <name>DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>DialectPage</name>
    <message>
        <source>Send null beside function calls</source>
        <translation>Neben Funktionsaufrufen null senden</translation>
    </message>
    <message>
        <source>Send the thinking back with function calls</source>
        <translation>Das Denken mit Funktionsaufrufen zurücksenden</translation>
    </message>
    <message>
        <source>Send calls and their results as words</source>
        <translation>Aufrufe und ihre Ergebnisse als Worte senden</translation>
    </message>
    <message>
        <source>Some servers want the key alone in a header such as api-key</source>
        <translation>Manche Server wollen den Schlüssel allein in einer Kopfzeile wie api-key</translation>
    </message>
    <message>
        <source>Added to each address. Not a place for keys: it is kept in the settings file.</source>
        <translation>Wird jeder Adresse angehängt. Kein Platz für Schlüssel: Es steht in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>For local models whose template knows no tools</source>
        <translation>Für lokale Modelle, deren Vorlage keine Werkzeuge kennt</translation>
    </message>
    <message>
        <source>&amp;Header of the key</source>
        <translation>&amp;Kopfzeile des Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Abfrageteil</translation>
    </message>
    <message>
        <source>&amp;System texts are sent as</source>
        <translation>&amp;Systemtexte werden gesendet als</translation>
    </message>
    <message>
        <source>&amp;A call that must come is</source>
        <translation>&amp;Ein Aufruf, der kommen muss, heißt</translation>
    </message>
    <message>
        <source>Name of the see&amp;d</source>
        <translation>Na&amp;me des Startwerts</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open a conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Conversation documents (*.grackle)</source>
        <translation>Gesprächsdokumente (*.grackle)</translation>
    </message>
    <message>
        <source>Exports of other programs (*.zip *.json *.jsonl)</source>
        <translation>Exporte anderer Programme (*.zip *.json *.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Import from %1?</source>
        <translation>Aus %1 importieren?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>1 conversation file will be opened</source>
        <translation>1 Gesprächsdatei wird geöffnet</translation>
    </message>
    <message>
        <source>%1 conversation files will be opened</source>
        <translation>%1 Gesprächsdateien werden geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n of these conversations are here already: they stay as they are and get what they lack.</source>
        <translation>
            <numerusform>%n dieser Gespräche ist schon hier: Es bleibt, wie es ist, und bekommt, was ihm fehlt.</numerusform>
            <numerusform>%n dieser Gespräche sind schon hier: Sie bleiben, wie sie sind, und bekommen, was ihnen fehlt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without a text or a readable picture will be left out.</source>
        <translation>
            <numerusform>%n Teil ohne Text oder lesbares Bild wird weggelassen.</numerusform>
            <numerusform>%n Teile ohne Text oder lesbares Bild werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check that it exists and that you may read it.</source>
        <translation>Die Datei %1 kann nicht gelesen werden. Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
</context>
<context>
    <name>DraftAttachments</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>the server fetches it</source>
        <translation>der Server holt es</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 cannot see pictures. Choose another model first.</source>
        <translation>%1 kann keine Bilder sehen. Wählen Sie erst ein anderes Modell.</translation>
    </message>
    <message>
        <source>This will be sent as soon as the pictures are read.</source>
        <translation>Dies wird gesendet, sobald die Bilder gelesen sind.</translation>
    </message>
    <message>
        <source>An edited question can be sent when the answer is complete.</source>
        <translation>Eine geänderte Frage kann gesendet werden, wenn die Antwort vollständig ist.</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>Enter the address of a server, such as https://api.x.ai/v1.</source>
        <translation>Geben Sie die Adresse eines Servers ein, zum Beispiel https://api.x.ai/v1.</translation>
    </message>
    <message>
        <source>This is not an address of a server. Enter one such as https://api.x.ai/v1.</source>
        <translation>Das ist keine Adresse eines Servers. Geben Sie eine ein wie https://api.x.ai/v1.</translation>
    </message>
    <message>
        <source>The address must start with https:// (or http:// for this computer).</source>
        <translation>Die Adresse muss mit https:// beginnen (oder mit http:// für diesen Rechner).</translation>
    </message>
    <message>
        <source>The address must not hold a user name or password. The key has a field of its own.</source>
        <translation>Die Adresse darf weder Benutzername noch Passwort enthalten. Für den Schlüssel gibt es ein eigenes Feld.</translation>
    </message>
    <message>
        <source>Plain http:// is refused for other computers, since anybody on the way could read the key. Use https://.</source>
        <translation>Unverschlüsseltes http:// wird bei anderen Rechnern abgelehnt, weil unterwegs jeder den Schlüssel lesen könnte. Nehmen Sie https://.</translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message>
        <source>Server settings</source>
        <translation>Servereinstellungen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>This server wants a key</source>
        <translation>Dieser Server verlangt einen Schlüssel</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring and entered in the settings</source>
        <translation>Schlüssel liegen im Schlüsselbund und werden in den Einstellungen eingegeben</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>&amp;Ask by</source>
        <translation>&amp;Fragen über</translation>
    </message>
    <message>
        <source>Ask by</source>
        <translation>Fragen über</translation>
    </message>
    <message>
        <source>Answers arrive piece by piece</source>
        <translation>Antworten kommen Stück für Stück</translation>
    </message>
    <message>
        <source>Off: an answer comes whole when it is done</source>
        <translation>Aus: Eine Antwort kommt ganz, wenn sie fertig ist</translation>
    </message>
    <message>
        <source>Ask for token counts while streaming</source>
        <translation>Beim Streamen nach Token-Zahlen fragen</translation>
    </message>
    <message>
        <source>Some servers refuse stream_options</source>
        <translation>Manche Server lehnen stream_options ab</translation>
    </message>
    <message>
        <source>Roles in any order</source>
        <translation>Rollen in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Off: all system texts are sent as one message in front</source>
        <translation>Aus: Alle Systemtexte gehen als eine Nachricht voran</translation>
    </message>
    <message>
        <source>Length limit is called max_tokens</source>
        <translation>Die Längengrenze heißt max_tokens</translation>
    </message>
    <message>
        <source>Off: max_completion_tokens</source>
        <translation>Aus: max_completion_tokens</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Kopfzeilen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>Add&amp;itions</source>
        <translation>&amp;Zusätze</translation>
    </message>
    <message>
        <source>Additions to each request</source>
        <translation>Zusätze zu jeder Anfrage</translation>
    </message>
    <message>
        <source>{}</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>One JSON object. Its members are merged into each request last. Not a place for keys: it is kept in the settings file.</source>
        <translation>Ein JSON-Objekt. Seine Felder kommen zuletzt in jede Anfrage. Kein Ort für Schlüssel: Es steht in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What single models want otherwise. Grackle adds a line when a model refuses a field and does without it from then on.</source>
        <translation>Was einzelne Modelle anders wollen. Grackle fügt eine Zeile hinzu, wenn ein Modell ein Feld ablehnt, und lässt es von da an weg.</translation>
    </message>
    <message>
        <source>Models with settings of their own</source>
        <translation>Modelle mit eigenen Einstellungen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt über</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Ask this model that way</source>
        <translation>Dieses Modell so fragen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget what is kept for the selected models</source>
        <translation>Vergessen, was für die gewählten Modelle behalten wurde</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Own, HTTP</source>
        <translation>Eigener, HTTP</translation>
    </message>
    <message>
        <source>Own, SOCKS 5</source>
        <translation>Eigener, SOCKS 5</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Rechner des Proxys</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The password is kept in the keyring. Servers on this computer are reached without a proxy.</source>
        <translation>Das Passwort liegt im Schlüsselbund. Server auf diesem Rechner werden ohne Proxy erreicht.</translation>
    </message>
    <message>
        <source>&amp;Authorities</source>
        <translation>&amp;Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>File with authorities</source>
        <translation>Datei mit Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Only those of the system</source>
        <translation>Nur die des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a PEM file with certificates of authorities to trust for this server</source>
        <translation>Eine PEM-Datei mit Zertifikaten von Stellen wählen, denen für diesen Server vertraut wird</translation>
    </message>
    <message>
        <source>For a server whose certificate was made by your own authority. Certificates that cannot be verified are never accepted.</source>
        <translation>Für einen Server, dessen Zertifikat von Ihrer eigenen Stelle stammt. Zertifikate, die sich nicht prüfen lassen, werden nie angenommen.</translation>
    </message>
    <message>
        <source>&amp;Silence</source>
        <translation>&amp;Stille</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Längste Stille</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>While &amp;thinking</source>
        <translation>Beim &amp;Denken</translation>
    </message>
    <message>
        <source>Longest silence of a model that thinks</source>
        <translation>Längste Stille eines Modells, das denkt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Chat Completions</source>
        <translation>Chat Completions</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>The additions to each request must be one JSON object, such as {&quot;top_k&quot;: 40}.</source>
        <translation>Die Zusätze zu jeder Anfrage müssen ein JSON-Objekt sein, etwa {&quot;top_k&quot;: 40}.</translation>
    </message>
    <message>
        <source>A header needs a name and a value with a colon between: %1</source>
        <translation>Eine Kopfzeile braucht Name und Wert mit einem Doppelpunkt dazwischen: %1</translation>
    </message>
    <message>
        <source>The key has a field of its own; it must not stand among the headers.</source>
        <translation>Der Schlüssel hat ein eigenes Feld; er darf nicht bei den Kopfzeilen stehen.</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>My server</source>
        <translation>Mein Server</translation>
    </message>
    <message>
        <source>The host alone is enough.</source>
        <translation>Der Rechnername allein genügt.</translation>
    </message>
    <message>
        <source>Questions go to %1/%2</source>
        <translation>Fragen gehen an %1/%2</translation>
    </message>
    <message>
        <source>A key belongs to one address, so this one asks for its own.</source>
        <translation>Ein Schlüssel gehört zu einer Adresse, daher braucht diese ihren eigenen.</translation>
    </message>
    <message>
        <source>Chat Completions, and Responses where a search of the server or the model needs it. %1 is asked by %2 now.</source>
        <translation>Chat Completions, und Responses, wo eine Suche des Servers oder das Modell es braucht. %1 wird jetzt über %2 gefragt.</translation>
    </message>
    <message>
        <source>A model</source>
        <translation>Ein Modell</translation>
    </message>
    <message>
        <source>All models of this server but those below are asked by %1.</source>
        <translation>Alle Modelle dieses Servers bis auf die eigens genannten werden über %1 gefragt.</translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation>Zertifikate von Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>An own proxy needs the name of its host.</source>
        <translation>Ein eigener Proxy braucht den Namen seines Rechners.</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
</context>
<context>
    <name>EndpointSetup</name>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
</context>
<context>
    <name>ErrorDescription</name>
    <message>
        <source>This cannot be used as it is.</source>
        <translation>So ist das nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Change it and try again.</source>
        <translation>Ändern Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No key for this server.</source>
        <translation>Für diesen Server gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Add one in Settings.</source>
        <translation>Tragen Sie einen in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The server refused the key.</source>
        <translation>Der Server hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Enter its key in Settings.</source>
        <translation>Tragen Sie seinen Schlüssel in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The credits are used up or the spending limit is reached.</source>
        <translation>Das Guthaben ist verbraucht oder das Ausgabenlimit erreicht.</translation>
    </message>
    <message>
        <source>Add credits in the provider&apos;s console, then try again.</source>
        <translation>Laden Sie in der Konsole des Anbieters Guthaben auf und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server asks to wait: too many requests.</source>
        <translation>Der Server bittet zu warten: zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This key may not use this model or server.</source>
        <translation>Dieser Schlüssel darf dieses Modell oder diesen Server nicht benutzen.</translation>
    </message>
    <message>
        <source>Choose another model or another key.</source>
        <translation>Wählen Sie ein anderes Modell oder einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The provider&apos;s usage rules refuse this request.</source>
        <translation>Die Nutzungsregeln des Anbieters lassen diese Anfrage nicht zu.</translation>
    </message>
    <message>
        <source>Change the message and send it again.</source>
        <translation>Ändern Sie die Nachricht und senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The server does not have this model.</source>
        <translation>Der Server hat dieses Modell nicht.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>There is no chat service at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Chatdienst.</translation>
    </message>
    <message>
        <source>Check the address in Settings.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>The conversation is too long for this model.</source>
        <translation>Das Gespräch ist für dieses Modell zu lang.</translation>
    </message>
    <message>
        <source>Choose a model with more room, or start a new conversation.</source>
        <translation>Wählen Sie ein Modell mit mehr Platz oder beginnen Sie ein neues Gespräch.</translation>
    </message>
    <message>
        <source>The message is too large for the server.</source>
        <translation>Die Nachricht ist für den Server zu groß.</translation>
    </message>
    <message>
        <source>Remove or shrink a picture and send it again.</source>
        <translation>Entfernen oder verkleinern Sie ein Bild und senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>Der Server hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The details say what it objects to.</source>
        <translation>Was ihm nicht passt, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No secure connection to the server.</source>
        <translation>Keine sichere Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Its certificate could not be verified; nothing was sent. A server of your own may need its CA file in Settings.</source>
        <translation>Sein Zertifikat konnte nicht geprüft werden; es wurde nichts gesendet. Ein eigener Server braucht vielleicht seine CA-Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>The proxy does not let the request through.</source>
        <translation>Der Proxy lässt die Anfrage nicht durch.</translation>
    </message>
    <message>
        <source>Check it in the server&apos;s settings, then try again.</source>
        <translation>Prüfen Sie ihn in den Einstellungen des Servers und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may still be working; trying again asks and bills anew.</source>
        <translation>Vielleicht arbeitet er noch; ein neuer Versuch fragt und kostet noch einmal.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgerissen.</translation>
    </message>
    <message>
        <source>What arrived is kept. The request may have been billed.</source>
        <translation>Was angekommen ist, bleibt erhalten. Die Anfrage kann berechnet worden sein.</translation>
    </message>
    <message>
        <source>The server has a problem.</source>
        <translation>Der Server hat ein Problem.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>Die Antwort des Servers ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Check that the address is a chat service, or try again.</source>
        <translation>Prüfen Sie, ob die Adresse zu einem Chatdienst gehört, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server points to another address.</source>
        <translation>Der Server verweist auf eine andere Adresse.</translation>
    </message>
    <message>
        <source>If you trust it, enter that address in Settings.</source>
        <translation>Wenn Sie ihr vertrauen, tragen Sie diese Adresse in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The library cannot be read or written.</source>
        <translation>Die Bibliothek kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Save the text elsewhere and check the disk.</source>
        <translation>Sichern Sie den Text woanders und prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room; saving goes on by itself.</source>
        <translation>Schaffen Sie Platz; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The library may not be written.</source>
        <translation>In die Bibliothek darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the rights of its folder; saving goes on by itself.</source>
        <translation>Prüfen Sie die Rechte ihres Ordners; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>This library was written by a newer Grackle.</source>
        <translation>Diese Bibliothek stammt von einem neueren Grackle.</translation>
    </message>
    <message>
        <source>Update Grackle to open it. Nothing was changed.</source>
        <translation>Aktualisieren Sie Grackle, um sie zu öffnen. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>Die Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>Another Grackle is using this library.</source>
        <translation>Ein anderes Grackle benutzt diese Bibliothek.</translation>
    </message>
    <message>
        <source>Close it or use its window.</source>
        <translation>Schließen Sie es oder benutzen Sie sein Fenster.</translation>
    </message>
    <message>
        <source>It is not in the library.</source>
        <translation>Es ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>Vielleicht wurde es gelöscht.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to use the key.</source>
        <translation>Entsperren Sie ihn, um den Schlüssel zu benutzen.</translation>
    </message>
    <message>
        <source>There is no usable keyring.</source>
        <translation>Es gibt keinen brauchbaren Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key is kept for this run only.</source>
        <translation>Der Schlüssel bleibt nur bis zum Beenden erhalten.</translation>
    </message>
    <message>
        <source>This kind of file cannot be sent.</source>
        <translation>Dateien dieser Art können nicht gesendet werden.</translation>
    </message>
    <message>
        <source>Use a JPEG or PNG picture.</source>
        <translation>Nehmen Sie ein JPEG- oder PNG-Bild.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>Konsole öffnen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders sichern …</translation>
    </message>
    <message>
        <source>Unlock the keyring</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Nothing of it is deleted.</source>
        <translation>Nichts davon ist gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>It asks for a wait of %n minute(s).</source>
        <translation>
            <numerusform>Er bittet um %n Minute Geduld.</numerusform>
            <numerusform>Er bittet um %n Minuten Geduld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks for a wait of %n hour(s).</source>
        <translation>
            <numerusform>Er bittet um %n Stunde Geduld.</numerusform>
            <numerusform>Er bittet um %n Stunden Geduld.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EstimateLine</name>
    <message>
        <source>≈ 1 token to send</source>
        <translation>≈ 1 Token zu senden</translation>
    </message>
    <message>
        <source>≈ %1 tokens to send</source>
        <translation>≈ %1 Token zu senden</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Markdown, pictures beside it</source>
        <translation>Markdown, Bilder daneben</translation>
    </message>
    <message>
        <source>Markdown, pictures inside</source>
        <translation>Markdown, Bilder darin</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Conversation document (JSON)</source>
        <translation>Gesprächsdokument (JSON)</translation>
    </message>
    <message>
        <source>Conversation document (*.grackle)</source>
        <translation>Gesprächsdokument (*.grackle)</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown-Text (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Gespräch sichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gesichert als %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting conversation %1 of %2…</source>
        <translation>Gespräch %1 von %2 wird exportiert …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>1 conversation was exported to %1.</source>
        <translation>1 Gespräch wurde nach %1 exportiert.</translation>
    </message>
    <message>
        <source>%1 conversations were exported to %2.</source>
        <translation>%1 Gespräche wurden nach %2 exportiert.</translation>
    </message>
    <message>
        <source>The export was called off. Finished: %1 of %2.</source>
        <translation>Der Export wurde abgebrochen. Fertig: %1 von %2.</translation>
    </message>
    <message>
        <source>Not all of this conversation can be read, so nothing was written. Check the disk the library is on.</source>
        <translation>Nicht alles in diesem Gespräch kann gelesen werden, darum wurde nichts geschrieben. Prüfen Sie den Datenträger, auf dem die Bibliothek liegt.</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>The server&apos;s answer is too long</source>
        <translation>Die Antwort des Servers ist zu lang</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Large and small letters count</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>“a”</source>
        <translation>„a“</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go to the previous find (Shift+F3)</source>
        <translation>Zur vorigen Fundstelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go to the next find (F3)</source>
        <translation>Zur nächsten Fundstelle (F3)</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Connect to a model</source>
        <translation>Mit einem Modell verbinden</translation>
    </message>
    <message>
        <source>Grackle keeps your key in the system keyring and talks only to the server you choose.</source>
        <translation>Grackle verwahrt Ihren Schlüssel im Schlüsselbund des Systems und spricht nur mit dem Server, den Sie wählen.</translation>
    </message>
    <message>
        <source>xAI</source>
        <translation>xAI</translation>
    </message>
    <message>
        <source>xai-…</source>
        <translation>xai-…</translation>
    </message>
    <message>
        <source>xAI key</source>
        <translation>xAI-Schlüssel</translation>
    </message>
    <message>
        <source>Test and keep</source>
        <translation>Prüfen und behalten</translation>
    </message>
    <message>
        <source>Test the key with a call that costs nothing, then keep it</source>
        <translation>Den Schlüssel mit einem kostenlosen Aufruf prüfen und dann behalten</translation>
    </message>
    <message>
        <source>The key is tested with a call that costs nothing.</source>
        <translation>Der Schlüssel wird mit einem kostenlosen Aufruf geprüft.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
    <message>
        <source>Any server that speaks the same language, on this computer or elsewhere.</source>
        <translation>Jeder Server, der dieselbe Sprache spricht, auf diesem Rechner oder anderswo.</translation>
    </message>
    <message>
        <source>http://127.0.0.1:8080</source>
        <translation>http://127.0.0.1:8080</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Key, if the server wants one</source>
        <translation>Schlüssel, falls der Server einen verlangt</translation>
    </message>
    <message>
        <source>Key for this server</source>
        <translation>Schlüssel für diesen Server</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server benutzen</translation>
    </message>
    <message>
        <source>Ask the server for its models, then use it</source>
        <translation>Den Server nach seinen Modellen fragen und ihn dann benutzen</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>Nur umsehen</translation>
    </message>
    <message>
        <source>The practice server answers with prepared texts. Nothing leaves this computer.</source>
        <translation>Der Übungsserver antwortet mit vorbereiteten Texten. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Use the built-in practice server</source>
        <translation>Den eingebauten Übungsserver benutzen</translation>
    </message>
    <message>
        <source>This is no key. Paste the whole key from console.x.ai.</source>
        <translation>Das ist kein Schlüssel. Fügen Sie den ganzen Schlüssel von console.x.ai ein.</translation>
    </message>
    <message>
        <source>Testing the key…</source>
        <translation>Der Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Questions will go to %1/chat/completions</source>
        <translation>Fragen gehen an %1/chat/completions</translation>
    </message>
    <message>
        <source>The server took the key.</source>
        <translation>Der Server hat den Schlüssel angenommen.</translation>
    </message>
    <message>
        <source>The server answers; it has no call that tests a key.</source>
        <translation>Der Server antwortet; einen Aufruf zum Prüfen des Schlüssels hat er nicht.</translation>
    </message>
    <message>
        <source>It is kept in the system keyring.</source>
        <translation>Er liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>It is kept for this run only.</source>
        <translation>Er bleibt nur bis zum Beenden erhalten.</translation>
    </message>
    <message>
        <source>It comes from XAI_API_KEY.</source>
        <translation>Er kommt aus XAI_API_KEY.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es gibt keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
</context>
<context>
    <name>FormulaBox</name>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
</context>
<context>
    <name>FunctionSchema</name>
    <message>
        <source>The function needs a name.</source>
        <translation>Die Funktion braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has at most 64 letters, digits, underscores and hyphens.</source>
        <translation>Ein Name hat höchstens 64 Buchstaben, Ziffern, Unter- und Bindestriche.</translation>
    </message>
    <message>
        <source>%1 is the name of a tool of the server. Choose another one.</source>
        <translation>%1 heißt ein Werkzeug des Servers. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>true and false are not accepted as schemas.</source>
        <translation>true und false werden nicht als Schema angenommen.</translation>
    </message>
    <message>
        <source>%1 must not be empty.</source>
        <translation>%1 darf nicht leer sein.</translation>
    </message>
    <message>
        <source>The schema is nested too deeply.</source>
        <translation>Das Schema ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>An object has at most 64 properties.</source>
        <translation>Ein Objekt hat höchstens 64 Eigenschaften.</translation>
    </message>
    <message>
        <source>items must be one schema, not a list of them.</source>
        <translation>items muss ein Schema sein, keine Liste.</translation>
    </message>
    <message>
        <source>allOf is accepted with one member only.</source>
        <translation>allOf wird nur mit einem Glied angenommen.</translation>
    </message>
    <message>
        <source>%1 is not accepted.</source>
        <translation>%1 wird nicht angenommen.</translation>
    </message>
    <message>
        <source>The outermost schema must have the type &quot;object&quot;.</source>
        <translation>Das äußerste Schema muss den Typ „object“ haben.</translation>
    </message>
    <message>
        <source>The parameters must be a JSON schema.</source>
        <translation>Die Parameter müssen ein JSON-Schema sein.</translation>
    </message>
</context>
<context>
    <name>HtmlExport</name>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Werkzeugs</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>ImageEncoder</name>
    <message>
        <source>The file is larger than %1. Choose a smaller picture.</source>
        <translation>Die Datei ist größer als %1. Wählen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels; at most %3 million can be taken. Make it smaller first.</source>
        <translation>Das Bild hat %1 × %2 Pixel; höchstens %3 Millionen werden angenommen. Verkleinern Sie es erst.</translation>
    </message>
    <message>
        <source>location removed</source>
        <translation>Ort entfernt</translation>
    </message>
    <message>
        <source>camera data removed</source>
        <translation>Kameradaten entfernt</translation>
    </message>
    <message>
        <source>hidden text removed</source>
        <translation>verborgener Text entfernt</translation>
    </message>
    <message>
        <source>first frame of an animation</source>
        <translation>erstes Bild einer Animation</translation>
    </message>
    <message>
        <source>converted from %1</source>
        <translation>umgewandelt aus %1</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>aufrecht gedreht</translation>
    </message>
    <message>
        <source>reduced to fit %1</source>
        <translation>verkleinert auf %1</translation>
    </message>
    <message>
        <source>scaled from %1 to %2</source>
        <translation>von %1 auf %2 skaliert</translation>
    </message>
</context>
<context>
    <name>ImageKind</name>
    <message>
        <source>The file is empty. Choose another picture.</source>
        <translation>Die Datei ist leer. Wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>SVG drawings are not taken, because they can name other files. Export it as PNG.</source>
        <translation>SVG-Zeichnungen werden nicht angenommen, weil sie andere Dateien nennen können. Exportieren Sie die Zeichnung als PNG.</translation>
    </message>
    <message>
        <source>This is a PDF document, not a picture. Export its pages as PNG or JPEG.</source>
        <translation>Das ist ein PDF-Dokument, kein Bild. Exportieren Sie seine Seiten als PNG oder JPEG.</translation>
    </message>
    <message>
        <source>This is text, not a picture. Paste the text into your message instead.</source>
        <translation>Das ist Text, kein Bild. Fügen Sie den Text stattdessen in Ihre Nachricht ein.</translation>
    </message>
    <message>
        <source>This is no picture. Choose a JPEG or PNG file.</source>
        <translation>Das ist kein Bild. Wählen Sie eine JPEG- oder PNG-Datei.</translation>
    </message>
    <message>
        <source>%1 pictures cannot be read here. Save it as JPEG or PNG.</source>
        <translation>%1-Bilder können hier nicht gelesen werden. Speichern Sie das Bild als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>The picture is damaged or cut off. Fetch it again, or open and save it in an image editor.</source>
        <translation>Das Bild ist beschädigt oder abgeschnitten. Holen Sie es noch einmal, oder öffnen und speichern Sie es in einem Bildprogramm.</translation>
    </message>
</context>
<context>
    <name>InfoLine</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 (asked for: %2)</source>
        <translation>%1 (gefragt war: %2)</translation>
    </message>
</context>
<context>
    <name>InlineText</name>
    <message>
        <source>Picture, not loaded: %1</source>
        <translation>Bild, nicht geladen: %1</translation>
    </message>
    <message>
        <source>Picture, not loaded: %1 (%2)</source>
        <translation>Bild, nicht geladen: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>InspectorDialog</name>
    <message>
        <source>What was sent and received</source>
        <translation>Was gesendet und empfangen wurde</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Keys are hidden. Only answers of this run can be looked into.</source>
        <translation>Schlüssel sind verborgen. Nur in Antworten dieses Programmlaufs lässt sich hineinsehen.</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>The request as a command for a terminal, with the key taken from the environment</source>
        <translation>Die Anfrage als Befehl für ein Terminal, mit dem Schlüssel aus der Umgebung</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Send the same question again; the answer becomes another version</source>
        <translation>Dieselbe Frage noch einmal senden; die Antwort wird eine weitere Fassung</translation>
    </message>
    <message>
        <source>(%1 of %2 shown)</source>
        <translation>(%1 von %2 gezeigt)</translation>
    </message>
    <message>
        <source>%1: never</source>
        <translation>%1: nie</translation>
    </message>
    <message>
        <source>%1: after %2 ms</source>
        <translation>%1: nach %2 ms</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>Received: %1, events: %2</source>
        <translation>Empfangen: %1, Ereignisse: %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Anfrage gesendet</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>First piece of the answer</source>
        <translation>Erstes Stück der Antwort</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Rate: %1 per second</source>
        <translation>Rate: %1 pro Sekunde</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel des Gesprächs</translation>
    </message>
    <message>
        <source>Title of the conversation, try %1 of %2</source>
        <translation>Titel des Gesprächs, Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Rate: ≈ %1 tokens per second, estimated by length</source>
        <translation>Rate: ≈ %1 Token pro Sekunde, nach der Länge geschätzt</translation>
    </message>
    <message>
        <source>Rate: %1 tokens per second</source>
        <translation>Rate: %1 Token pro Sekunde</translation>
    </message>
    <message>
        <source>By the server&apos;s own clock: %1 tokens per second</source>
        <translation>Nach der Uhr des Servers: %1 Token pro Sekunde</translation>
    </message>
</context>
<context>
    <name>JsonTreeDialog</name>
    <message>
        <source>Answer as a tree</source>
        <translation>Antwort als Baum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected branch</source>
        <translation>Den gewählten Zweig kopieren</translation>
    </message>
</context>
<context>
    <name>KeyRing</name>
    <message>
        <source>The keyring did not take the key, so it is kept for this run only.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen, darum bleibt er nur bis zum Beenden erhalten.</translation>
    </message>
    <message>
        <source>The keyring is locked, so the key is kept for this run only. Unlock it and save the key again.</source>
        <translation>Der Schlüsselbund ist gesperrt, darum bleibt der Schlüssel nur bis zum Beenden erhalten. Entsperren Sie ihn und speichern Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>There is no keyring yet, so the key is kept for this run only. Create one and save the key again.</source>
        <translation>Es gibt noch keinen Schlüsselbund, darum bleibt der Schlüssel nur bis zum Beenden erhalten. Legen Sie einen an und speichern Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>No keyring service is running, so the key is kept for this run only. Installing gnome-keyring or KWallet helps.</source>
        <translation>Es läuft kein Schlüsselbunddienst, darum bleibt der Schlüssel nur bis zum Beenden erhalten. Abhilfe: gnome-keyring oder KWallet installieren.</translation>
    </message>
    <message>
        <source>There is no desktop session to ask for a keyring, so the key is kept for this run only.</source>
        <translation>Es gibt keine Desktop-Sitzung, die man nach einem Schlüsselbund fragen könnte, darum bleibt der Schlüssel nur bis zum Beenden erhalten.</translation>
    </message>
    <message>
        <source>The library for the keyring is missing, so the key is kept for this run only. Installing libsecret-1-0 helps.</source>
        <translation>Die Programmbibliothek für den Schlüsselbund fehlt, darum bleibt der Schlüssel nur bis zum Beenden erhalten. Abhilfe: libsecret-1-0 installieren.</translation>
    </message>
    <message>
        <source>The keyring does not answer, so the key is kept for this run only. Try again later.</source>
        <translation>Der Schlüsselbund antwortet nicht, darum bleibt der Schlüssel nur bis zum Beenden erhalten. Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>This would go beyond the limit of %1 a month; %2 are spent. Nothing was sent. The limit is set under Usage and cost.</source>
        <translation>Das ginge über die Grenze von %1 im Monat hinaus; %2 sind ausgegeben. Nichts wurde gesendet. Die Grenze steht unter „Verbrauch und Kosten“.</translation>
    </message>
    <message>
        <source>%1 of the %2 you wanted to spend this month are gone. Nothing was sent yet: send again to go on.</source>
        <translation>%1 der %2, die Sie diesen Monat ausgeben wollten, sind fort. Noch wurde nichts gesendet: Senden Sie noch einmal, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>The conversation could not be written to standard output.</source>
        <translation>Das Gespräch konnte nicht in die Standardausgabe geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than a conversation document can be.</source>
        <translation>%1 ist größer, als ein Gesprächsdokument sein kann.</translation>
    </message>
    <message>
        <source>Importing %1 of %2</source>
        <translation>Importiert: %1 von %2</translation>
    </message>
    <message>
        <source>grackle: Parts without a text or a readable picture were left out: %1.</source>
        <translation>grackle: Teile ohne Text oder lesbares Bild wurden weggelassen: %1.</translation>
    </message>
    <message>
        <source>grackle: The search is still being built. Older messages are not found yet; open the window to go on with it.</source>
        <translation>grackle: Die Suche wird noch aufgebaut. Ältere Nachrichten werden noch nicht gefunden; im Fenster geht es damit weiter.</translation>
    </message>
</context>
<context>
    <name>LibraryDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>Entwurf:</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel des Gesprächs</translation>
    </message>
</context>
<context>
    <name>LibraryExport</name>
    <message numerus="yes">
        <source>%n conversation(s) could not be exported; the others were. The reason: %1</source>
        <translation>
            <numerusform>%n Gespräch konnte nicht exportiert werden, die anderen schon. Der Grund: %1</numerusform>
            <numerusform>%n Gespräche konnten nicht exportiert werden, die anderen schon. Der Grund: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
</context>
<context>
    <name>LibraryMenu</name>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Etikett</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Zu einem zusammenführen</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch löschen</numerusform>
            <numerusform>%n Gespräche löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation here</source>
        <translation>Neues Gespräch hier</translation>
    </message>
    <message>
        <source>Begin new ones like the shown one</source>
        <translation>Neue wie das gezeigte beginnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete the folder, keep what is in it</source>
        <translation>Ordner löschen, Inhalt behalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Taking out of the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Taking out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Etikettieren</translation>
    </message>
    <message>
        <source>Taking off a tag</source>
        <translation>Etikett abnehmen</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>an answer is being written</source>
        <translation>eine Antwort wird geschrieben</translation>
    </message>
    <message>
        <source>new answer</source>
        <translation>neue Antwort</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
</context>
<context>
    <name>LibraryOrganizer</name>
    <message>
        <source>Renaming</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicating</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Making a folder</source>
        <translation>Ordner anlegen</translation>
    </message>
    <message>
        <source>Changing a folder</source>
        <translation>Ordner ändern</translation>
    </message>
    <message>
        <source>Deleting a folder</source>
        <translation>Ordner löschen</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Search in all conversations</source>
        <translation>In allen Gesprächen suchen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Practice: no real model</source>
        <translation>Übung: kein echtes Modell</translation>
    </message>
    <message>
        <source>The server that answers</source>
        <translation>Der Server, der antwortet</translation>
    </message>
    <message>
        <source>Your conversations will be kept here.</source>
        <translation>Ihre Gespräche werden hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>Nichts gefunden. Versuchen Sie weniger oder andere Wörter.</translation>
    </message>
    <message>
        <source>Nothing found. Try other words, or search everything again.</source>
        <translation>Nichts gefunden. Versuchen Sie andere Wörter, oder durchsuchen Sie wieder alles.</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Gesprächen</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>Delete for good what is in the trash. By itself that happens after 30 days.</source>
        <translation>Löscht endgültig, was im Papierkorb liegt. Von selbst geschieht das nach 30 Tagen.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Nothing is archived.</source>
        <translation>Nichts ist archiviert.</translation>
    </message>
</context>
<context>
    <name>LinkDoubts</name>
    <message>
        <source>The text of the link names another address than the one it goes to.</source>
        <translation>Der Text des Links nennt eine andere Adresse als die, zu der er führt.</translation>
    </message>
    <message>
        <source>The name mixes letters of several scripts, which can look like another name.</source>
        <translation>Der Name mischt Buchstaben mehrerer Schriften und kann so wie ein anderer aussehen.</translation>
    </message>
    <message>
        <source>The name has letters that can look like others.</source>
        <translation>Der Name hat Buchstaben, die wie andere aussehen können.</translation>
    </message>
    <message>
        <source>The address is a number instead of a name.</source>
        <translation>Die Adresse ist eine Zahl statt eines Namens.</translation>
    </message>
    <message>
        <source>The text of the link holds signs that cannot be seen.</source>
        <translation>Der Text des Links enthält Zeichen, die man nicht sieht.</translation>
    </message>
    <message>
        <source>The mail would be filled in with more than a recipient and a subject.</source>
        <translation>In die Mail würde mehr als Empfänger und Betreff eingetragen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Grackle</source>
        <translation>Grackle</translation>
    </message>
    <message>
        <source>%1 - Grackle</source>
        <translation>%1 - Grackle</translation>
    </message>
    <message>
        <source>In the conversation “%1”</source>
        <translation>In der Unterhaltung „%1“</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Red&amp;o: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>This conversation is temporary: nothing of it is kept, and it cannot be searched.</source>
        <translation>Dieses Gespräch ist vorübergehend: Nichts davon wird aufbewahrt, und es kann nicht durchsucht werden.</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Tells the model how to behave. Most servers get all such texts as one message in front.</source>
        <translation>Sagt dem Modell, wie es sich verhalten soll. Die meisten Server bekommen alle solchen Texte als eine Nachricht vorweg.</translation>
    </message>
    <message>
        <source>What you say to the model.</source>
        <translation>Was Sie dem Modell sagen.</translation>
    </message>
    <message>
        <source>Words put into the model&apos;s mouth. It takes them for its own.</source>
        <translation>Worte, die dem Modell in den Mund gelegt werden. Es hält sie für seine eigenen.</translation>
    </message>
    <message>
        <source>What a function call gave.</source>
        <translation>Was ein Funktionsaufruf ergab.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Aufruf</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Call that it answers</source>
        <translation>Aufruf, den es beantwortet</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
</context>
<context>
    <name>MessageWishes</name>
    <message>
        <source>Insert a message before</source>
        <translation>Nachricht davor einfügen</translation>
    </message>
    <message>
        <source>Insert a message after</source>
        <translation>Nachricht danach einfügen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Als neue Fassung speichern</translation>
    </message>
    <message>
        <source>There is nothing to inspect yet: only answers of this run can be looked into.</source>
        <translation>Noch gibt es nichts zu sehen: Nur in Antworten dieses Programmlaufs lässt sich hineinsehen.</translation>
    </message>
</context>
<context>
    <name>ModelBadges</name>
    <message>
        <source>%1 M context</source>
        <translation>%1 Mio. Kontext</translation>
    </message>
    <message>
        <source>%1 k context</source>
        <translation>%1 Tsd. Kontext</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>sees images</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Also called %1</source>
        <translation>Auch %1 genannt</translation>
    </message>
    <message>
        <source>Levels of thinking: %1</source>
        <translation>Denkstufen: %1</translation>
    </message>
    <message>
        <source>A million tokens: %1</source>
        <translation>Eine Million Tokens: %1</translation>
    </message>
    <message>
        <source>Cached: %1</source>
        <translation>Zwischengespeichert: %1</translation>
    </message>
    <message>
        <source>From %1 tokens on: %2 in, %3 out</source>
        <translation>Ab %1 Tokens: %2 ein, %3 aus</translation>
    </message>
</context>
<context>
    <name>ModelChooser</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Model: %1 (Ctrl+M)</source>
        <translation>Modell: %1 (Strg+M)</translation>
    </message>
    <message>
        <source>Filter, or type any model id</source>
        <translation>Filtern oder eine Modellkennung eingeben</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Modellkennung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Take the id as typed (Ctrl+Enter)</source>
        <translation>Die Kennung so nehmen wie eingegeben (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ benutzen</translation>
    </message>
</context>
<context>
    <name>NewTextPill</name>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>Go to the end (End)</source>
        <translation>Zum Ende gehen (Ende)</translation>
    </message>
</context>
<context>
    <name>PaperPages</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Werkzeugs</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PdfExport</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>Peeking</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PictureAddressDialog</name>
    <message>
        <source>Add a picture from the web</source>
        <translation>Ein Bild aus dem Netz hinzufügen</translation>
    </message>
    <message>
        <source>Address of the picture</source>
        <translation>Adresse des Bildes</translation>
    </message>
    <message>
        <source>The model&apos;s server fetches the picture, with each question anew. Grackle does not, and shows its address alone.</source>
        <translation>Der Server des Modells holt das Bild, mit jeder Frage neu. Grackle holt es nicht und zeigt nur seine Adresse.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>The file does not exist. It may have been moved or deleted.</source>
        <translation>Die Datei gibt es nicht. Vielleicht wurde sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>You may not read this file. Change its permissions, or choose another one.</source>
        <translation>Sie dürfen diese Datei nicht lesen. Ändern Sie ihre Rechte oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This is a folder. Choose the pictures in it.</source>
        <translation>Das ist ein Ordner. Wählen Sie die Bilder darin.</translation>
    </message>
    <message>
        <source>This is a device or a pipe, not a picture file.</source>
        <translation>Das ist ein Gerät oder eine Pipe, keine Bilddatei.</translation>
    </message>
    <message>
        <source>The file cannot be read. Copy it to this computer and try again.</source>
        <translation>Die Datei kann nicht gelesen werden. Kopieren Sie sie auf diesen Rechner und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 can be taken. Choose a smaller picture.</source>
        <translation>Die Datei hat %1; höchstens %2 werden angenommen. Wählen Sie ein kleineres Bild.</translation>
    </message>
</context>
<context>
    <name>PictureWriter</name>
    <message>
        <source>The picture cannot be made small enough to send. Choose a smaller one.</source>
        <translation>Das Bild lässt sich nicht klein genug machen, um es zu senden. Wählen Sie ein kleineres.</translation>
    </message>
</context>
<context>
    <name>PracticeServer</name>
    <message>
        <source>The practice server could not start because this computer gave it no network port.</source>
        <translation>Der Übungsserver konnte nicht starten, weil dieser Rechner ihm keinen Netzwerkanschluss gab.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>Größe auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>Ganze Breite</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Sideways</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Usual margins</source>
        <translation>Übliche Ränder</translation>
    </message>
    <message>
        <source>Narrow margins</source>
        <translation>Schmale Ränder</translation>
    </message>
    <message>
        <source>Wide margins</source>
        <translation>Breite Ränder</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>of %1…</source>
        <translation>von %1 …</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Die Seiten werden gesetzt …</translation>
    </message>
    <message>
        <source>The printer did not take it. Look whether it is switched on and connected, or save a PDF instead.</source>
        <translation>Der Drucker hat es nicht angenommen. Sehen Sie nach, ob er eingeschaltet und angeschlossen ist, oder sichern Sie stattdessen ein PDF.</translation>
    </message>
    <message>
        <source>Printing was called off.</source>
        <translation>Der Druck wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>Es ist auf dem Weg zum Drucker.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gesichert als %1.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Es wurde nichts gesichert.</translation>
    </message>
    <message>
        <source>Page %1 of %2…</source>
        <translation>Seite %1 von %2 …</translation>
    </message>
    <message>
        <source>This computer knows no printer. Set one up in the settings of the system, or save a PDF instead.</source>
        <translation>Dieser Rechner kennt keinen Drucker. Richten Sie einen in den Einstellungen des Systems ein, oder sichern Sie stattdessen ein PDF.</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the library in the file manager</source>
        <translation>Den Ordner der Bibliothek in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try to open the library once more</source>
        <translation>Noch einmal versuchen, die Bibliothek zu öffnen</translation>
    </message>
    <message>
        <source>Start with an empty library</source>
        <translation>Mit leerer Bibliothek anfangen</translation>
    </message>
    <message>
        <source>Use the newest backup</source>
        <translation>Die neueste Sicherung benutzen</translation>
    </message>
    <message>
        <source>Put the newest backup in place; what is there is set aside</source>
        <translation>Die neueste Sicherung einsetzen; was da ist, wird beiseitegelegt</translation>
    </message>
    <message>
        <source>What is there is set aside, not deleted</source>
        <translation>Was da ist, wird beiseitegelegt, nicht gelöscht</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Retten, was lesbar ist</translation>
    </message>
    <message>
        <source>Make a new library out of what can be read of the damaged one, which is kept</source>
        <translation>Aus dem, was von der beschädigten Bibliothek lesbar ist, eine neue machen; die beschädigte bleibt</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Stufe nach oben</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Stufe &amp;nach unten</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Suchen in:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Übergeordneter Ordner</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Neuen Ordner anlegen</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Dateien des Typs:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Datei&amp;name:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 gibt es schon.
Soll die Datei ersetzt werden?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Die Datei wurde nicht gefunden.
Prüfen Sie bitte ihren Namen.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Versteckte Dateien zeigen</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Neuer Ordner</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Neuer Ordner</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Link-Adresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Send earlier (Alt+Up)</source>
        <translation>Früher senden (Alt+Auf)</translation>
    </message>
    <message>
        <source>Edit in the message field</source>
        <translation>Im Nachrichtenfeld bearbeiten</translation>
    </message>
    <message>
        <source>Send now; an answer that is being written stops</source>
        <translation>Jetzt senden; eine Antwort, die gerade geschrieben wird, hält an</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>These wait until you send one: the last answer is not complete.</source>
        <translation>Diese warten, bis Sie eine senden: Die letzte Antwort ist nicht vollständig.</translation>
    </message>
    <message>
        <source>These will be sent when the answer is complete.</source>
        <translation>Diese werden gesendet, wenn die Antwort vollständig ist.</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bilder</translation>
    </message>
</context>
<context>
    <name>QuickAccess</name>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RecentDocuments</name>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This server does not stream, so its answers come whole.</source>
        <translation>Dieser Server streamt nicht, daher kommen seine Antworten im Ganzen.</translation>
    </message>
    <message>
        <source>This model answers through the Responses API only and is asked that way.</source>
        <translation>Dieses Modell antwortet nur über die Responses-API und wird so gefragt.</translation>
    </message>
    <message>
        <source>This server does not take %1; its other name is sent instead.</source>
        <translation>Dieser Server nimmt %1 nicht an; stattdessen wird der andere Name gesendet.</translation>
    </message>
    <message>
        <source>%1 is not accepted here and was left out.</source>
        <translation>%1 wird hier nicht angenommen und wurde weggelassen.</translation>
    </message>
    <message>
        <source>This model takes no system text as such; it stands in front of the question instead.</source>
        <translation>Dieses Modell nimmt keinen Systemtext als solchen an; er steht stattdessen vor der Frage.</translation>
    </message>
    <message>
        <source>This model takes no results of functions as such; they are told in words instead.</source>
        <translation>Dieses Modell nimmt keine Ergebnisse von Funktionen als solche an; sie werden stattdessen in Worten gesagt.</translation>
    </message>
    <message>
        <source>This model wants question and answer in turn; system texts go to the front and neighbours are joined.</source>
        <translation>Dieses Modell will Frage und Antwort im Wechsel; Systemtexte kommen nach vorn, Nachbarn werden verbunden.</translation>
    </message>
</context>
<context>
    <name>RequestEncoder</name>
    <message>
        <source>%1 must be %2</source>
        <translation>%1 muss %2 sein</translation>
    </message>
    <message>
        <source>between 0 and 2</source>
        <translation>zwischen 0 und 2</translation>
    </message>
    <message>
        <source>above 0 and at most 1</source>
        <translation>über 0 und höchstens 1</translation>
    </message>
    <message>
        <source>at least 1</source>
        <translation>mindestens 1</translation>
    </message>
    <message>
        <source>between -2 and 2</source>
        <translation>zwischen -2 und 2</translation>
    </message>
    <message>
        <source>between 0 and 8</source>
        <translation>zwischen 0 und 8</translation>
    </message>
    <message>
        <source>between 1 and 128</source>
        <translation>zwischen 1 und 128</translation>
    </message>
    <message>
        <source>at most 4 texts</source>
        <translation>höchstens 4 Texte</translation>
    </message>
    <message>
        <source>A picture is empty. Remove it from the message</source>
        <translation>Ein Bild ist leer. Entfernen Sie es aus der Nachricht</translation>
    </message>
    <message>
        <source>A picture is larger than %1 MB. Make it smaller, or remove it</source>
        <translation>Ein Bild ist größer als %1 MB. Verkleinern oder entfernen Sie es</translation>
    </message>
    <message>
        <source>The conversation with its pictures is larger than %1 MB. Remove pictures, or start a new one</source>
        <translation>Das Gespräch mit seinen Bildern ist größer als %1 MB. Entfernen Sie Bilder oder beginnen Sie ein neues</translation>
    </message>
    <message>
        <source>No model is chosen. Choose one</source>
        <translation>Es ist kein Modell gewählt. Wählen Sie eines</translation>
    </message>
    <message>
        <source>There is nothing to send. Write something</source>
        <translation>Es gibt nichts zu senden. Schreiben Sie etwas</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Choose a backup to see what is in it.</source>
        <translation>Wählen Sie eine Sicherung, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Conversations in the backup</source>
        <translation>Gespräche in der Sicherung</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Go back to this backup…</source>
        <translation>Zu dieser Sicherung zurückkehren …</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Bring the selected conversations back; what is here now stays</source>
        <translation>Die gewählten Gespräche zurückholen; was jetzt da ist, bleibt</translation>
    </message>
    <message>
        <source>Put this backup in the place of the whole library, which is set aside</source>
        <translation>Diese Sicherung an die Stelle der ganzen Bibliothek setzen, die beiseitegelegt wird</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day.</source>
        <translation>Es gibt noch keine Sicherung. Jeden Tag wird eine gemacht.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>not here any more</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>Select what is to come back. A conversation that is here already gets the messages it lacks.</source>
        <translation>Wählen Sie, was zurückkommen soll. Ein Gespräch, das schon da ist, bekommt die Nachrichten, die ihm fehlen.</translation>
    </message>
</context>
<context>
    <name>RowLayout</name>
    <message>
        <source>Thought for %1 s</source>
        <translation>%1 s nachgedacht</translation>
    </message>
    <message>
        <source>Thought for %1 min %2 s</source>
        <translation>%1 min %2 s nachgedacht</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Thinking… %1:%2</source>
        <translation>Denkt nach … %1:%2</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten verbergen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Ändern und neu fragen</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Hide the thoughts</source>
        <translation>Gedanken verbergen</translation>
    </message>
    <message>
        <source>Show the thoughts</source>
        <translation>Gedanken zeigen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Edit as…</source>
        <translation>Bearbeiten als …</translation>
    </message>
</context>
<context>
    <name>SearchFilter</name>
    <message>
        <source>Search everything again</source>
        <translation>Wieder alles durchsuchen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Beste Treffer zuerst</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Only my questions</source>
        <translation>Nur meine Fragen</translation>
    </message>
    <message>
        <source>Only answers</source>
        <translation>Nur Antworten</translation>
    </message>
    <message>
        <source>Only with a picture</source>
        <translation>Nur mit Bild</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Das letzte Jahr</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Jedes Modell</translation>
    </message>
    <message>
        <source>The search is narrowed. Click to change it.</source>
        <translation>Die Suche ist eingegrenzt. Klicken, um das zu ändern.</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation>Alle Ordner</translation>
    </message>
</context>
<context>
    <name>ServerError</name>
    <message>
        <source>The server did not accept the key</source>
        <translation>Der Server hat den Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>The account has no credit left or its spending limit is reached</source>
        <translation>Das Konto hat kein Guthaben mehr oder sein Ausgabenlimit ist erreicht</translation>
    </message>
    <message>
        <source>Too many requests at once</source>
        <translation>Zu viele Anfragen auf einmal</translation>
    </message>
    <message>
        <source>The key may not be used for this</source>
        <translation>Der Schlüssel darf hierfür nicht benutzt werden</translation>
    </message>
    <message>
        <source>The provider&apos;s usage rules do not allow this request</source>
        <translation>Die Nutzungsregeln des Anbieters erlauben diese Anfrage nicht</translation>
    </message>
    <message>
        <source>The server does not offer this model</source>
        <translation>Der Server bietet dieses Modell nicht an</translation>
    </message>
    <message>
        <source>The conversation is too long for this model</source>
        <translation>Das Gespräch ist für dieses Modell zu lang</translation>
    </message>
    <message>
        <source>The message is too large for the server</source>
        <translation>Die Nachricht ist für den Server zu groß</translation>
    </message>
    <message>
        <source>The proxy wants a login</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The server gave up waiting</source>
        <translation>Der Server wollte nicht länger warten</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist überlastet</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>Der Server hat ein Problem</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>The server refused the request: %1</source>
        <translation>Der Server hat die Anfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>The server gave an answer that makes no sense here</source>
        <translation>Der Server gab eine Antwort, die hier keinen Sinn ergibt</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>The server points to another address: %1</source>
        <translation>Der Server verweist auf eine andere Adresse: %1</translation>
    </message>
    <message>
        <source>A web page came instead of an answer. Check the address, or sign in to this network</source>
        <translation>Statt einer Antwort kam eine Webseite. Prüfen Sie die Adresse oder melden Sie sich in diesem Netz an</translation>
    </message>
    <message>
        <source>The server reported: %1</source>
        <translation>Der Server meldete: %1</translation>
    </message>
    <message>
        <source>No server runs at %1</source>
        <translation>Unter %1 läuft kein Server</translation>
    </message>
    <message>
        <source>%1 refuses the connection</source>
        <translation>%1 lehnt die Verbindung ab</translation>
    </message>
    <message>
        <source>%1 cannot be found. Is the computer online?</source>
        <translation>%1 wurde nicht gefunden. Ist der Rechner mit dem Internet verbunden?</translation>
    </message>
    <message>
        <source>There is no network connection</source>
        <translation>Es gibt keine Netzwerkverbindung</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made</source>
        <translation>Zu %1 kam keine sichere Verbindung zustande</translation>
    </message>
    <message>
        <source>No proxy answers at the address that is set</source>
        <translation>Unter der eingestellten Adresse antwortet kein Proxy</translation>
    </message>
    <message>
        <source>The proxy cannot be found</source>
        <translation>Der Proxy ist nicht zu finden</translation>
    </message>
    <message>
        <source>The proxy does not let the request through</source>
        <translation>Der Proxy lässt die Anfrage nicht durch</translation>
    </message>
    <message>
        <source>The connection was lost before the answer was whole</source>
        <translation>Die Verbindung riss ab, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>The server could not be reached within %n second(s)</source>
        <translation>
            <numerusform>Der Server war innerhalb von %n Sekunde nicht erreichbar</numerusform>
            <numerusform>Der Server war innerhalb von %n Sekunden nicht erreichbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The message could not be sent: nothing moved for %n second(s)</source>
        <translation>
            <numerusform>Die Nachricht konnte nicht gesendet werden: %n Sekunde lang bewegte sich nichts</numerusform>
            <numerusform>Die Nachricht konnte nicht gesendet werden: %n Sekunden lang bewegte sich nichts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server was silent for %n second(s)</source>
        <translation>
            <numerusform>Der Server schwieg %n Sekunde lang</numerusform>
            <numerusform>Der Server schwieg %n Sekunden lang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, issued by %2, valid until %3</source>
        <translation>%1, ausgestellt von %2, gültig bis %3</translation>
    </message>
    <message>
        <source>Certificates that the server showed:</source>
        <translation>Zertifikate, die der Server vorgelegt hat:</translation>
    </message>
    <message>
        <source>The file with the server&apos;s authorities holds no certificate, so nothing was sent</source>
        <translation>Die Datei mit den Zertifizierungsstellen des Servers enthält kein Zertifikat, daher wurde nichts gesendet</translation>
    </message>
    <message>
        <source>The server offers nothing at this address</source>
        <translation>Der Server bietet unter dieser Adresse nichts an</translation>
    </message>
    <message>
        <source>The server offers nothing at this address: %1</source>
        <translation>Der Server bietet unter dieser Adresse nichts an: %1</translation>
    </message>
    <message>
        <source>The conversation is too long for this model: %1 tokens, where it takes %2</source>
        <translation>Das Gespräch ist für dieses Modell zu lang: %1 Token, es nimmt %2</translation>
    </message>
    <message>
        <source>The server wants a key, and none was sent</source>
        <translation>Der Server verlangt einen Schlüssel, und es wurde keiner gesendet</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Record a performance log</source>
        <translation>Leistungsprotokoll aufzeichnen</translation>
    </message>
    <message>
        <source>Performance logs (*.jsonl)</source>
        <translation>Leistungsprotokolle (*.jsonl)</translation>
    </message>
    <message>
        <source>You are editing a question. Sending it makes a new branch; the old one stays.</source>
        <translation>Sie ändern eine Frage. Beim Senden entsteht ein neuer Zweig; der alte bleibt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 was removed from this message.</source>
        <translation>%1 wurde aus dieser Nachricht entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders sichern …</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were imported.</source>
        <translation>
            <numerusform>%n Gespräch wurde importiert.</numerusform>
            <numerusform>%n Gespräche wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>The conversations in it are deleted for good. This cannot be undone.</source>
        <translation>Die Gespräche darin werden endgültig gelöscht. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>The message was taken out of the queue.</source>
        <translation>Die Nachricht wurde aus der Warteschlange genommen.</translation>
    </message>
    <message>
        <source>%1 is not where it was, so it was taken off the list.</source>
        <translation>%1 ist nicht mehr da, wo es war, und steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>New key for this server</source>
        <translation>Neuer Schlüssel für diesen Server</translation>
    </message>
    <message>
        <source>Test and keep</source>
        <translation>Prüfen und behalten</translation>
    </message>
    <message>
        <source>Test the key with a call that costs nothing, then keep it</source>
        <translation>Den Schlüssel mit einem kostenlosen Aufruf prüfen und dann behalten</translation>
    </message>
    <message>
        <source>Forget key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Remove the key from the keyring and from this run</source>
        <translation>Den Schlüssel aus dem Schlüsselbund und aus dem laufenden Programm entfernen</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server benutzen</translation>
    </message>
    <message>
        <source>Send new questions to this server</source>
        <translation>Neue Fragen an diesen Server senden</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this server off the list</source>
        <translation>Diesen Server von der Liste nehmen</translation>
    </message>
    <message>
        <source>Writing and window</source>
        <translation>Schreiben und Fenster</translation>
    </message>
    <message>
        <source>S&amp;end with</source>
        <translation>S&amp;enden mit</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Senden mit</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Longest edge of &amp;pictures</source>
        <translation>&amp;Längste Kante von Bildern</translation>
    </message>
    <message>
        <source>Longest edge of pictures</source>
        <translation>Längste Kante von Bildern</translation>
    </message>
    <message>
        <source>A new language is used after the next start.</source>
        <translation>Eine neue Sprache gilt nach dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>The key was removed.</source>
        <translation>Der Schlüssel wurde entfernt.</translation>
    </message>
    <message>
        <source>The key is good.</source>
        <translation>Der Schlüssel ist gültig.</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>Practice needs no key. No real model answers.</source>
        <translation>Zum Üben braucht es keinen Schlüssel. Es antwortet kein echtes Modell.</translation>
    </message>
    <message>
        <source>This server is used without a key.</source>
        <translation>Dieser Server wird ohne Schlüssel benutzt.</translation>
    </message>
    <message>
        <source>A key is set.</source>
        <translation>Ein Schlüssel ist hinterlegt.</translation>
    </message>
    <message>
        <source>No key was read yet for %1. It is asked for when first needed.</source>
        <translation>Für %1 wurde noch kein Schlüssel gelesen. Danach wird gefragt, wenn er zum ersten Mal gebraucht wird.</translation>
    </message>
    <message>
        <source>This is no key. Paste the whole key.</source>
        <translation>Das ist kein Schlüssel. Fügen Sie den ganzen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Testing the key…</source>
        <translation>Der Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Address, requests, models and connection of this server</source>
        <translation>Adresse, Anfragen, Modelle und Verbindung dieses Servers</translation>
    </message>
    <message>
        <source>xAI, OpenAI, OpenRouter, a server of your own, and others</source>
        <translation>xAI, OpenAI, OpenRouter, ein eigener Server und andere</translation>
    </message>
    <message>
        <source>Find on this computer</source>
        <translation>Lokal suchen</translation>
    </message>
    <message>
        <source>Ask the usual ports of Ollama, LM Studio, llama.cpp and vLLM</source>
        <translation>Die üblichen Ports von Ollama, LM Studio, llama.cpp und vLLM fragen</translation>
    </message>
    <message>
        <source>Looking for servers on this computer…</source>
        <translation>Server auf diesem Rechner werden gesucht …</translation>
    </message>
    <message>
        <source>No further server answers on this computer.</source>
        <translation>Auf diesem Rechner antwortet kein weiterer Server.</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>&amp;Tell when a long answer is ready and this window is not looked at</source>
        <translation>&amp;Melden, wenn eine lange Antwort fertig ist und niemand in dieses Fenster sieht</translation>
    </message>
    <message>
        <source>Have a model &amp;name new conversations</source>
        <translation>Neue Gespräche von einem Modell be&amp;nennen lassen</translation>
    </message>
    <message>
        <source>&amp;Model for names</source>
        <translation>M&amp;odell für Namen</translation>
    </message>
    <message>
        <source>Model for names</source>
        <translation>Modell für Namen</translation>
    </message>
    <message>
        <source>The conversation’s own model</source>
        <translation>Das Modell des Gesprächs</translation>
    </message>
    <message>
        <source>For a name the beginnings of the first question and answer are sent to the same server once more. That costs a little, and counts towards your limits. A name that you gave is never changed.</source>
        <translation>Für einen Namen gehen die Anfänge der ersten Frage und Antwort noch einmal an denselben Server. Das kostet etwas und zählt zu Ihren Grenzen. Ein Name, den Sie gegeben haben, wird nie geändert.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>Source %1: %2, %3</source>
        <translation>Quelle %1: %2, %3</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>An attachment is missing from the library.</source>
        <translation>Ein Anhang fehlt in der Bibliothek.</translation>
    </message>
    <message>
        <source>This conversation is not in the library.</source>
        <translation>Dieses Gespräch ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>This message is not in the library.</source>
        <translation>Diese Nachricht ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>A part of the program is missing. Install it again.</source>
        <translation>Ein Teil des Programms fehlt. Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The file library.db in this folder belongs to another program. Choose another folder.</source>
        <translation>Die Datei library.db in diesem Ordner gehört einem anderen Programm. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This library was written by a newer Grackle. Update Grackle to open it; nothing was changed.</source>
        <translation>Diese Bibliothek stammt von einem neueren Grackle. Aktualisieren Sie Grackle, um sie zu öffnen; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>An answer that is still being written cannot be finished.</source>
        <translation>Eine Antwort, die noch geschrieben wird, kann nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it; nothing that was saved is lost.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz; nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <source>The library cannot be written. Check the permissions of its folder.</source>
        <translation>In die Bibliothek kann nicht geschrieben werden. Prüfen Sie die Rechte ihres Ordners.</translation>
    </message>
    <message>
        <source>The library is damaged. Start again to restore it from a backup.</source>
        <translation>Die Bibliothek ist beschädigt. Starten Sie neu, um sie aus einer Sicherung wiederherzustellen.</translation>
    </message>
    <message>
        <source>Another program is using the library. Close it and try again.</source>
        <translation>Ein anderes Programm benutzt die Bibliothek. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The library could not be read or written. Check the disk it is on.</source>
        <translation>Die Bibliothek konnte nicht gelesen oder geschrieben werden. Prüfen Sie den Datenträger, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Another Grackle is using this library. Close it or go on there.</source>
        <translation>Ein anderes Grackle benutzt diese Bibliothek. Schließen Sie es oder machen Sie dort weiter.</translation>
    </message>
    <message>
        <source>The library is missing from its folder.</source>
        <translation>Die Bibliothek fehlt in ihrem Ordner.</translation>
    </message>
    <message>
        <source>There is no good backup of this library.</source>
        <translation>Es gibt keine gute Sicherung dieser Bibliothek.</translation>
    </message>
    <message>
        <source>The open window does not understand this command. Close it and try again.</source>
        <translation>Das offene Fenster versteht diesen Befehl nicht. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file is not a conversation that can be opened.</source>
        <translation>Diese Datei ist kein Gespräch, das sich öffnen lässt.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>This conversation is larger than 512 MB and cannot be opened.</source>
        <translation>Dieses Gespräch ist größer als 512 MB und kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>This conversation was written by a newer Grackle. Update Grackle to open it.</source>
        <translation>Dieses Gespräch stammt von einem neueren Grackle. Aktualisieren Sie Grackle, um es zu öffnen.</translation>
    </message>
    <message>
        <source>This conversation has more than 200,000 messages and cannot be opened.</source>
        <translation>Dieses Gespräch hat mehr als 200.000 Nachrichten und kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>There is no desktop session here, so no keyring.</source>
        <translation>Hier gibt es keine Desktop-Sitzung, also auch keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The library libsecret is missing. Install it to keep keys in the keyring.</source>
        <translation>Die Programmbibliothek libsecret fehlt. Installieren Sie sie, um Schlüssel im Schlüsselbund zu verwahren.</translation>
    </message>
    <message>
        <source>The keyring does not answer. Try again later.</source>
        <translation>Der Schlüsselbund antwortet nicht. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>No keyring is running. Install one, such as gnome-keyring, to keep keys.</source>
        <translation>Es läuft kein Schlüsselbund. Installieren Sie einen, etwa gnome-keyring, um Schlüssel zu verwahren.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it to use the keys in it.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, um die Schlüssel darin zu benutzen.</translation>
    </message>
    <message>
        <source>The keyring could not be used.</source>
        <translation>Der Schlüsselbund war nicht benutzbar.</translation>
    </message>
    <message>
        <source>The keyring did not keep the key.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht behalten.</translation>
    </message>
    <message>
        <source>The key is still in the keyring.</source>
        <translation>Der Schlüssel ist noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The search was given up.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This file holds no conversations that can be imported.</source>
        <translation>Diese Datei enthält keine Gespräche, die importiert werden können.</translation>
    </message>
    <message>
        <source>This file is larger than what can be imported at once.</source>
        <translation>Diese Datei ist größer, als auf einmal importiert werden kann.</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing of it was kept.</source>
        <translation>Der Import wurde abgebrochen. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>Diese Sicherung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This backup is not there any more.</source>
        <translation>Diese Sicherung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Salvaged messages</source>
        <translation>Gerettete Nachrichten</translation>
    </message>
    <message>
        <source>Nothing could be read of the damaged library.</source>
        <translation>Von der beschädigten Bibliothek war nichts lesbar.</translation>
    </message>
    <message>
        <source>The newest backup is of %1.</source>
        <translation>Die neueste Sicherung ist vom %1.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>Die Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>It was set aside as %1.</source>
        <translation>Sie wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>%1 in this archive is damaged, so nothing of it can be imported.</source>
        <translation>%1 in diesem Archiv ist beschädigt, deshalb kann nichts daraus importiert werden.</translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>Tabelle, %n Zeile</numerusform>
            <numerusform>Tabelle, %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolAnswerDialog</name>
    <message>
        <source>Answer the function calls</source>
        <translation>Funktionsaufrufe beantworten</translation>
    </message>
    <message>
        <source>The model asks for this and waits for a result. Grackle runs nothing: do it yourself, and enter what came out.</source>
        <translation>Das Modell verlangt dies und wartet auf ein Ergebnis. Grackle führt nichts aus: Tun Sie es selbst und tragen Sie ein, was herauskam.</translation>
    </message>
    <message>
        <source>Send the results</source>
        <translation>Ergebnisse senden</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation>Argumente von %1</translation>
    </message>
    <message>
        <source>What it gave</source>
        <translation>Was herauskam</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Ergebnis von %1</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ToolWishes</name>
    <message>
        <source>This answer is not JSON, so there is no tree to show.</source>
        <translation>Diese Antwort ist kein JSON, daher gibt es keinen Baum.</translation>
    </message>
</context>
<context>
    <name>ToolsDialog</name>
    <message>
        <source>Tools and form of the answer</source>
        <translation>Werkzeuge und Form der Antwort</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>The model may ask for the checked ones. Grackle shows each call with its arguments and runs nothing; you enter what came out, or decline.</source>
        <translation>Das Modell darf die angekreuzten verlangen. Grackle zeigt jeden Aufruf mit seinen Argumenten und führt nichts aus; Sie tragen ein, was herauskam, oder lehnen ab.</translation>
    </message>
    <message>
        <source>Definition of the function</source>
        <translation>Definition der Funktion</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Write down another function</source>
        <translation>Eine weitere Funktion aufschreiben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected function</source>
        <translation>Die gewählte Funktion entfernen</translation>
    </message>
    <message>
        <source>Searches of the server</source>
        <translation>Suchen des Servers</translation>
    </message>
    <message>
        <source>Search the web</source>
        <translation>Im Web suchen</translation>
    </message>
    <message>
        <source>The server searches while it answers; each search is billed</source>
        <translation>Der Server sucht, während er antwortet; jede Suche wird berechnet</translation>
    </message>
    <message>
        <source>Search X</source>
        <translation>Auf X suchen</translation>
    </message>
    <message>
        <source>The server searches posts on X while it answers; each search is billed</source>
        <translation>Der Server sucht Beiträge auf X, während er antwortet; jede Suche wird berechnet</translation>
    </message>
    <message>
        <source>Only servers with the Responses API can search; questions go that way then. Sources are named under the answer.</source>
        <translation>Nur Server mit der Responses-API können suchen; Fragen gehen dann auf diesem Weg. Quellen stehen unter der Antwort.</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Any text</source>
        <translation>Beliebiger Text</translation>
    </message>
    <message>
        <source>Any JSON</source>
        <translation>Beliebiges JSON</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach einem Schema</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Schema</translation>
    </message>
    <message>
        <source>Schema of the answer</source>
        <translation>Schema der Antwort</translation>
    </message>
    <message>
        <source>This is no JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The schema of the answer is no JSON object.</source>
        <translation>Das Schema der Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Add a function and describe it here, in JSON</source>
        <translation>Fügen Sie eine Funktion hinzu und beschreiben Sie sie hier, in JSON</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel des Gesprächs</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Title: %1</source>
        <translation>Titel: %1</translation>
    </message>
    <message>
        <source>%1
Rename (F2)</source>
        <translation>%1
Umbenennen (F2)</translation>
    </message>
</context>
<context>
    <name>TranscriptComparison</name>
    <message>
        <source>Compare versions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Underlined: only in version %1, which is shown. Struck out: only in version %2.</source>
        <translation>Unterstrichen: nur in Fassung %1, die gezeigt wird. Durchgestrichen: nur in Fassung %2.</translation>
    </message>
    <message>
        <source>The difference between the versions</source>
        <translation>Der Unterschied zwischen den Fassungen</translation>
    </message>
    <message>
        <source>Both versions say the same.</source>
        <translation>Beide Fassungen sagen dasselbe.</translation>
    </message>
    <message>
        <source>The rest of these versions is too long to be compared.</source>
        <translation>Der Rest dieser Fassungen ist zu lang für einen Vergleich.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>This link is not opened: %1</source>
        <translation>Dieser Verweis wird nicht geöffnet: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>You, message %1 of %2</source>
        <translation>Sie, Nachricht %1 von %2</translation>
    </message>
    <message>
        <source>Answer, being written, message %1 of %2</source>
        <translation>Antwort, wird geschrieben, Nachricht %1 von %2</translation>
    </message>
    <message>
        <source>Answer, message %1 of %2</source>
        <translation>Antwort, Nachricht %1 von %2</translation>
    </message>
    <message>
        <source>Code, %1</source>
        <translation>Code, %1</translation>
    </message>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>Tabelle, %n Zeile</numerusform>
            <numerusform>Tabelle, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer ready</source>
        <translation>Antwort fertig</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Copy TeX</source>
        <translation>TeX kopieren</translation>
    </message>
    <message>
        <source>Open picture in the browser</source>
        <translation>Bild im Browser öffnen</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Quote in the message</source>
        <translation>In der Nachricht zitieren</translation>
    </message>
    <message>
        <source>Search everything for it</source>
        <translation>Überall danach suchen</translation>
    </message>
    <message>
        <source>Save code as file…</source>
        <translation>Code als Datei speichern…</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy table as</source>
        <translation>Tabelle kopieren als</translation>
    </message>
    <message>
        <source>TSV, for a spreadsheet</source>
        <translation>TSV, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Hide the thoughts</source>
        <translation>Gedanken verbergen</translation>
    </message>
    <message>
        <source>Show the thoughts</source>
        <translation>Gedanken zeigen</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Ändern und neu fragen</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Compare with the other version</source>
        <translation>Mit der anderen Fassung vergleichen</translation>
    </message>
    <message>
        <source>Compare with version</source>
        <translation>Vergleichen mit Fassung</translation>
    </message>
    <message>
        <source>Pictures in answers are not loaded. A click opens this one in the browser: %1</source>
        <translation>Bilder in Antworten werden nicht geladen. Ein Klick öffnet dieses im Browser: %1</translation>
    </message>
    <message>
        <source>%1, message %2 of %3</source>
        <translation>%1, Nachricht %2 von %3</translation>
    </message>
    <message>
        <source>Insert message before…</source>
        <translation>Nachricht davor einfügen …</translation>
    </message>
    <message>
        <source>Insert message after…</source>
        <translation>Nachricht danach einfügen …</translation>
    </message>
    <message>
        <source>Edit as…</source>
        <translation>Bearbeiten als …</translation>
    </message>
    <message>
        <source>Inspect…</source>
        <translation>Untersuchen …</translation>
    </message>
    <message>
        <source>Ask from here</source>
        <translation>Von hier aus fragen</translation>
    </message>
</context>
<context>
    <name>TranscriptWishes</name>
    <message>
        <source>It goes to %1.</source>
        <translation>Er führt zu %1.</translation>
    </message>
    <message>
        <source>It goes to %1: %2</source>
        <translation>Er führt zu %1: %2</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Diese Adresse öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>This link is not opened: only addresses of the web and of mail are, and none with a user name in it.</source>
        <translation>Dieser Link wird nicht geöffnet: das geht nur mit Adressen des Webs und von Mail, und mit keiner, in der ein Benutzername steht.</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>UsageDialog</name>
    <message>
        <source>By conversation</source>
        <translation>Nach Gespräch</translation>
    </message>
    <message>
        <source>Cost by conversation</source>
        <translation>Kosten nach Gespräch</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Usage and cost</source>
        <translation>Verbrauch und Kosten</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monaten</translation>
    </message>
    <message>
        <source>Cost by month</source>
        <translation>Kosten nach Monaten</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Gesendete Token</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>Geschriebene Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modellen</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Kosten nach Modellen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Limits for a month</source>
        <translation>Grenzen für einen Monat</translation>
    </message>
    <message>
        <source>&amp;Tell me above</source>
        <translation>&amp;Warnen über</translation>
    </message>
    <message>
        <source>Tell me above</source>
        <translation>Warnen über</translation>
    </message>
    <message>
        <source>$</source>
        <translation>$</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Send nothing above</source>
        <translation>&amp;Nichts senden über</translation>
    </message>
    <message>
        <source>Send nothing above</source>
        <translation>Nichts senden über</translation>
    </message>
    <message>
        <source>Checked before a question is sent, with an estimate of what it costs. What a server bills is the last word.</source>
        <translation>Wird geprüft, bevor eine Frage gesendet wird, mit einer Schätzung ihrer Kosten. Was ein Server berechnet, ist das letzte Wort.</translation>
    </message>
    <message>
        <source>%1 (answers of unknown price: %2)</source>
        <translation>%1 (Antworten mit unbekanntem Preis: %2)</translation>
    </message>
    <message>
        <source>%1 this month. Where a server names no cost, it is computed from the model&apos;s prices.</source>
        <translation>%1 in diesem Monat. Wo ein Server keine Kosten nennt, werden sie aus den Preisen des Modells berechnet.</translation>
    </message>
</context>
<context>
    <name>UsagePlot</name>
    <message>
        <source>Cost by day</source>
        <translation>Kosten nach Tagen</translation>
    </message>
    <message>
        <source>Nothing was spent.</source>
        <translation>Nichts wurde ausgegeben.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Add a picture from the &amp;web…</source>
        <translation>Ein Bild aus dem &amp;Netz hinzufügen …</translation>
    </message>
    <message>
        <source>T&amp;his conversation</source>
        <translation>Die&amp;ses Gespräch</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Neues Gespräch</translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation>&amp;Alles durchsuchen</translation>
    </message>
    <message>
        <source>Side &amp;pane</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Choose the &amp;model…</source>
        <translation>&amp;Modell wählen …</translation>
    </message>
    <message>
        <source>Add &amp;pictures…</source>
        <translation>&amp;Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>S&amp;top the answer</source>
        <translation>Antwort an&amp;halten</translation>
    </message>
    <message>
        <source>Answer &amp;again</source>
        <translation>Noch einmal an&amp;tworten</translation>
    </message>
    <message>
        <source>&amp;Edit the last question</source>
        <translation>&amp;Letzte Frage ändern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete the conversation</source>
        <translation>&amp;Gespräch löschen</translation>
    </message>
    <message>
        <source>Pre&amp;vious conversation</source>
        <translation>&amp;Voriges Gespräch</translation>
    </message>
    <message>
        <source>Ne&amp;xt conversation</source>
        <translation>&amp;Nächstes Gespräch</translation>
    </message>
    <message>
        <source>&amp;Open a conversation document…</source>
        <translation>Gesprächsdokument ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save the conversation as…</source>
        <translation>Gespräch siche&amp;rn als …</translation>
    </message>
    <message>
        <source>&amp;Copy the conversation</source>
        <translation>Gespräch &amp;kopieren</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>N&amp;ormale Größe</translation>
    </message>
    <message>
        <source>Record a performance &amp;log…</source>
        <translation>Leistungs&amp;protokoll aufzeichnen …</translation>
    </message>
    <message>
        <source>A&amp;bout Grackle</source>
        <translation>Ü&amp;ber Grackle</translation>
    </message>
    <message>
        <source>Men&amp;u</source>
        <translation>&amp;Menü</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Find in the conversation</source>
        <translation>Im Gespräch s&amp;uchen</translation>
    </message>
    <message>
        <source>New &amp;temporary conversation</source>
        <translation>Neues vor&amp;übergehendes Gespräch</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Inspect the last answer…</source>
        <translation>In die letzte Antwort h&amp;ineinsehen …</translation>
    </message>
    <message>
        <source>E&amp;xport all conversations</source>
        <translation>Alle Gespräche e&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>Con&amp;versation settings…</source>
        <translation>E&amp;instellungen des Gesprächs …</translation>
    </message>
    <message>
        <source>Restore from a bac&amp;kup…</source>
        <translation>Aus einer Sicherung wiederherste&amp;llen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt ge&amp;öffnet</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <source>S&amp;witch to the last conversation</source>
        <translation>Zum letzten Gespräch &amp;wechseln</translation>
    </message>
    <message>
        <source>Switch &amp;backwards</source>
        <translation>&amp;Rückwärts wechseln</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>Ansi&amp;cht</translation>
    </message>
    <message>
        <source>Write a &amp;message</source>
        <translation>Nachricht schre&amp;iben</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit einem Ser&amp;ver verbinden …</translation>
    </message>
    <message>
        <source>Sett&amp;ings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Find next</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <source>Find previou&amp;s</source>
        <translation>Rückwärts su&amp;chen</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Tools an&amp;d form of the answer…</source>
        <translation>Wer&amp;kzeuge und Form der Antwort …</translation>
    </message>
    <message>
        <source>Usage &amp;and cost…</source>
        <translation>Verbrauch und Kos&amp;ten …</translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Die Option %1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There is no option %1. See grackle --help.</source>
        <translation>Es gibt keine Option %1. Siehe grackle --help.</translation>
    </message>
    <message>
        <source>grackle [options] [FILE…]
    Opens the window. FILE is a conversation document or a picture for a new message.
grackle ask|list|search|export|import|delete …
    Works in the terminal; see grackle ask --help.

  --data-dir DIR    keep everything in DIR
  --endpoint URL    ask this server in this run
  --model ID        use this model in this run
  --practice        ask the built-in practice server
  --send TEXT       send TEXT at once
  --image FILE      with this picture; may be repeated
  --trace FILE      write a performance log without any text of conversations
  --version         print the version
  --help            print this
</source>
        <translation>grackle [Optionen] [DATEI…]
    Öffnet das Fenster. DATEI ist ein Gesprächsdokument oder ein Bild für eine neue Nachricht.
grackle ask|list|search|export|import|delete …
    Arbeitet im Terminal; siehe grackle ask --help.

  --data-dir ORDNER alles in ORDNER aufbewahren
  --endpoint URL    in diesem Lauf diesen Server fragen
  --model ID        in diesem Lauf dieses Modell benutzen
  --practice        den eingebauten Übungsserver fragen
  --send TEXT       TEXT sofort senden
  --image DATEI     mit diesem Bild; darf mehrmals stehen
  --trace DATEI     ein Leistungsprotokoll ohne Text aus Gesprächen schreiben
  --version         die Version ausgeben
  --help            dies ausgeben
</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Backing up: %1 %</source>
        <translation>Sicherung: %1 %</translation>
    </message>
    <message>
        <source>Search is not complete: %1 %</source>
        <translation>Suche unvollständig: %1 %</translation>
    </message>
    <message>
        <source>Search is being built: %1 %</source>
        <translation>Suche wird aufgebaut: %1 %</translation>
    </message>
    <message>
        <source>Giving room back to the disk: %1 %</source>
        <translation>Platz wird freigegeben: %1 %</translation>
    </message>
    <message>
        <source>Importing: %1 of %2</source>
        <translation>Importiert: %1 von %2</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is ready is found already, the newest first. It goes on at the next start.</source>
        <translation>Was fertig ist, wird schon gefunden, das Neueste zuerst. Beim nächsten Start geht es weiter.</translation>
    </message>
</context>
</TS>
