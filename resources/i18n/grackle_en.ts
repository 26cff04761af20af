<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>%n message(s) were saved out of the damaged library, which is kept in its folder.</source>
        <translation>
            <numerusform>%n message was saved out of the damaged library, which is kept in its folder.</numerusform>
            <numerusform>%n messages were saved out of the damaged library, which is kept in its folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message numerus="yes">
        <source>%n images will be added to this message</source>
        <translation>
            <numerusform>%n image will be added to this message</numerusform>
            <numerusform>%n images will be added to this message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more files cannot be taken.</source>
        <translation>
            <numerusform>%n more file cannot be taken.</numerusform>
            <numerusform>%n more files cannot be taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) came back.</source>
        <translation>
            <numerusform>%n conversation came back.</numerusform>
            <numerusform>%n conversations came back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message numerus="yes">
        <source>What you copied holds %n character(s) that cannot be seen.</source>
        <translation>
            <numerusform>What you copied holds %n character that cannot be seen.</numerusform>
            <numerusform>What you copied holds %n characters that cannot be seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these conversations are here already: they stay as they are and get what they lack.</source>
        <translation>
            <numerusform>%n of these conversations is here already: it stays as it is and gets what it lacks.</numerusform>
            <numerusform>%n of these conversations are here already: they stay as they are and get what they lack.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without a text or a readable picture will be left out.</source>
        <translation>
            <numerusform>%n part without a text or a readable picture will be left out.</numerusform>
            <numerusform>%n parts without a text or a readable picture will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDescription</name>
    <message numerus="yes">
        <source>It asks for a wait of %n minute(s).</source>
        <translation>
            <numerusform>It asks for a wait of %n minute.</numerusform>
            <numerusform>It asks for a wait of %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks for a wait of %n hour(s).</source>
        <translation>
            <numerusform>It asks for a wait of %n hour.</numerusform>
            <numerusform>It asks for a wait of %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryMenu</name>
    <message numerus="yes">
        <source>Delete %n conversation(s)</source>
        <translation>
            <numerusform>Delete %n conversation</numerusform>
            <numerusform>Delete %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerError</name>
    <message numerus="yes">
        <source>The server could not be reached within %n second(s)</source>
        <translation>
            <numerusform>The server could not be reached within %n second</numerusform>
            <numerusform>The server could not be reached within %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The message could not be sent: nothing moved for %n second(s)</source>
        <translation>
            <numerusform>The message could not be sent: nothing moved for %n second</numerusform>
            <numerusform>The message could not be sent: nothing moved for %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server was silent for %n second(s)</source>
        <translation>
            <numerusform>The server was silent for %n second</numerusform>
            <numerusform>The server was silent for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n conversation(s) were imported.</source>
        <translation>
            <numerusform>%n conversation was imported.</numerusform>
            <numerusform>%n conversations were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>Table, %n row</numerusform>
            <numerusform>Table, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>Table, %n row</numerusform>
            <numerusform>Table, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryExport</name>
    <message numerus="yes">
        <source>%n conversation(s) could not be exported; the others were. The reason: %1</source>
        <translation>
            <numerusform>%n conversation could not be exported; the others were. The reason: %1</numerusform>
            <numerusform>%n conversations could not be exported; the others were. The reason: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
