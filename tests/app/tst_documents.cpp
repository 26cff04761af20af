// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "documents.h"

#include "librarycalls.h"
#include "scriptedprompt.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// Files on their way into a real library.
class TestDocuments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsHereAlreadyAndWhatIsLeftOutIsToldBefore();
    void aLargeFileIsReadAsideAndToldOf();
    void whatIsBeingReadCanBeGivenUp();
    void aFileThatIsNoneIsRefused();

private:
    QString fileOf(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_files.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    // So many bytes, and one message.
    static QByteArray large(qsizetype size)
    {
        return QByteArrayLiteral("[{\"role\":\"user\",\"content\":\"") + QByteArray(size, 'a') + QByteArrayLiteral("\"}]");
    }

    QTemporaryDir m_files;
    QTemporaryDir m_folder;
    ManualClock m_clock;
    ScriptedPrompt m_prompt;
    std::unique_ptr<Library> m_library;
};

void TestDocuments::initTestCase()
{
    auto opened = Library::open(m_folder.path(), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
}

void TestDocuments::whatIsHereAlreadyAndWhatIsLeftOutIsToldBefore()
{
    Documents documents(*m_library, m_prompt);
    const QSignalSpy imported(&documents, &Documents::imported);
    const QString first = fileOf(QStringLiteral("first.json"), R"([{"messages":[{"role":"user","content":"One"}]}])");
    const QString second = fileOf(QStringLiteral("second.json"), R"([{"messages":[{"role":"user","content":"One"}]},{"messages":[{"role":"user","content":"Two"},{"role":"assistant","content":""}]}])");
    m_prompt.willConfirm(true);
    documents.open(first);
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(m_prompt.lastSentence(), QStringLiteral("1 conversation(s), 1 message(s)."));

    m_prompt.willConfirm(false);
    documents.open(second);

    QTRY_COMPARE(m_prompt.remaining(), 0);
    QCOMPARE(m_prompt.lastSentence(), QStringLiteral("2 conversation(s), 2 message(s). 1 of these conversations are here already: they stay as they are and get what they lack. "
                                                     "1 part(s) without a text or a readable picture will be left out."));
    QCOMPARE(calls::list(*m_library).value().size(), 1);
}

void TestDocuments::aLargeFileIsReadAsideAndToldOf()
{
    Documents documents(*m_library, m_prompt);
    const QSignalSpy started(&documents, &Documents::readingStarted);
    const QSignalSpy ended(&documents, &Documents::readingEnded);
    const QString path = fileOf(QStringLiteral("large.json"), large(9'000'000));
    m_prompt.willConfirm(false);

    documents.open(path);

    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().toString(), QStringLiteral("large.json"));
    QCOMPARE(ended.size(), 0);
    QTRY_COMPARE(m_prompt.remaining(), 0);
    QCOMPARE(ended.size(), 1);
}

void TestDocuments::whatIsBeingReadCanBeGivenUp()
{
    Documents documents(*m_library, m_prompt);
    const QSignalSpy ended(&documents, &Documents::readingEnded);
    documents.open(fileOf(QStringLiteral("given-up.json"), large(9'000'000)));
    documents.cancelReading();
    QCOMPARE(ended.size(), 1);

    // Nobody asks about it; what is opened behind it is asked about.
    m_prompt.willConfirm(false);
    documents.open(fileOf(QStringLiteral("small.json"), R"([{"role":"user","content":"small"}])"));
    QTRY_COMPARE(m_prompt.remaining(), 0);
    QCOMPARE(m_prompt.lastSentence(), QStringLiteral("1 conversation(s), 1 message(s)."));
}

void TestDocuments::aFileThatIsNoneIsRefused()
{
    Documents documents(*m_library, m_prompt);
    const QSignalSpy failed(&documents, &Documents::failed);

    documents.open(m_files.filePath(QStringLiteral("not there.json")));
    documents.open(m_files.path());
    documents.open(fileOf(QStringLiteral("broken.grackle"), "{}"));
    documents.open(fileOf(QStringLiteral("broken.json"), "{}"));

    QTRY_COMPARE(failed.size(), 4);
}

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
