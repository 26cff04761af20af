<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerRun</name>
    <message>
        <source>Tried again after: %1</source>
        <translation>Noch einmal versucht nach: %1</translation>
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
        <translation>Fragen Sie etwas oder ziehen Sie Bilder herein</translation>
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
        <source>Not all of this conversation can be read, so nothing was sent.</source>
        <translation>Nicht alles in diesem Gespräch ist lesbar, darum wurde nichts gesendet.</translation>
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
        <source>Check it in Settings.</source>
        <translation>Prüfen Sie ihn in den Einstellungen.</translation>
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
        <source>Its certificate could not be verified; nothing was sent.</source>
        <translation>Sein Zertifikat konnte nicht geprüft werden; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy does not let the request through.</source>
        <translation>Der Proxy lässt die Anfrage nicht durch.</translation>
    </message>
    <message>
        <source>Check the proxy and try again.</source>
        <translation>Prüfen Sie den Proxy und versuchen Sie es noch einmal.</translation>
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
        <source>It was set aside, not deleted. The newest good backup can take its place.</source>
        <translation>Sie wurde beiseitegelegt, nicht gelöscht. Die neueste gute Sicherung kann ihren Platz einnehmen.</translation>
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
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>The server&apos;s answer is too long</source>
        <translation>Die Antwort des Servers ist zu lang</translation>
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
    <name>LibraryModel</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
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
        <source>Conversations</source>
        <translation>Gespräche</translation>
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
    <name>PracticeServer</name>
    <message>
        <source>The practice server could not start because this computer gave it no network port.</source>
        <translation>Der Übungsserver konnte nicht starten, weil dieser Rechner ihm keinen Netzwerkanschluss gab.</translation>
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
        <source>Nothing answers at this address: %1</source>
        <translation>Unter dieser Adresse antwortet nichts: %1</translation>
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
        <source>Open the page with all ways to connect</source>
        <translation>Die Seite mit allen Verbindungsarten öffnen</translation>
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
        <source>&amp;Longest edge of pictures</source>
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
        <source>A backup of %1 can be restored.</source>
        <translation>Eine Sicherung vom %1 lässt sich wiederherstellen.</translation>
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
        <source>The library is damaged and was set aside as %1.</source>
        <translation>Die Bibliothek ist beschädigt und wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>There is no good backup of this library.</source>
        <translation>Es gibt keine gute Sicherung dieser Bibliothek.</translation>
    </message>
    <message>
        <source>The open window does not understand this command. Close it and try again.</source>
        <translation>Das offene Fenster versteht diesen Befehl nicht. Schließen Sie es und versuchen Sie es noch einmal.</translation>
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
    <name>TranscriptNotice</name>
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
</TS>
