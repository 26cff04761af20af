// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Single messages by hand, each answer looked into, and the settings of a conversation: from the window to the wire.
#include "applicationfixture.h"
#include "inspectordialog.h"
#include "messagedialog.h"
#include "actioncollection.h"
#include "conversationoptionsdialog.h"
#include "pictureaddressdialog.h"
#include "transcriptview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

class TestMessageWishes : public QObject
{
    Q_OBJECT

    std::unique_ptr<ApplicationFixture> m_fixture;

    TranscriptView *transcript() { return m_fixture->window().conversationPane()->transcript(); }
    ConversationModel *model() { return m_fixture->shown()->model(); }
    void ask(const QString &text)
    {
        const int rows = model()->rowCount();
        QTRY_VERIFY(!m_fixture->shown()->modelId().isEmpty());
        m_fixture->type(text);
        m_fixture->pressEnter();
        QTRY_VERIFY_WITH_TIMEOUT(model()->rowCount() == rows + 2 && m_fixture->isIdle(), 20'000);
    }
    template<typename Dialog>
    Dialog *dialog()
    {
        return m_fixture->window().findChild<Dialog *>();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ApplicationFixture>();
        m_fixture->openPractice();
    }
    void cleanup() { m_fixture.reset(); }

    void everyAnswerCanBeLookedInto();
    void askingAgainMakesASibling();
    void aMessageIsPutInFromTheMenu();
    void aMessageIsWrittenAnewInAnotherRole();
    void settingsOfTheConversationReachTheWire();
    void aLongSeedIsKeptAndSent();
    void aPictureOfTheWebIsSentAsItsAddress();
};

void TestMessageWishes::everyAnswerCanBeLookedInto()
{
    for (int i = 0; i < 3; ++i)
        ask(QStringLiteral("fast echo number %1").arg(i));
    for (int i = 0; i < 3; ++i) {
        const int row = 2 * i + 1;
        QVERIFY(model()->index(row, 0).data(InspectableRole).toBool());
        Q_EMIT transcript()->inspectRequested(model()->idAt(row));
        auto *inspector = dialog<InspectorDialog>();
        QVERIFY(inspector);
        QVERIFY(inspector->findChild<QPlainTextEdit *>(QStringLiteral("request"))->toPlainText().contains(QStringLiteral("number %1").arg(i)));
        QVERIFY(!inspector->findChild<QPlainTextEdit *>(QStringLiteral("request"))->toPlainText().contains(QStringLiteral("number %1").arg(i + 1)));
        delete inspector;
    }
    // What was said in another run cannot be looked into.
    const ConversationId id = m_fixture->shown()->id();
    m_fixture->close();
    m_fixture->openPractice();
    m_fixture->session().conversations().show(id);
    QTRY_COMPARE(m_fixture->shown()->id(), id);
    QVERIFY(!model()->index(1, 0).data(InspectableRole).toBool());
}

void TestMessageWishes::askingAgainMakesASibling()
{
    ask(QStringLiteral("fast echo one"));
    ask(QStringLiteral("fast echo two"));
    Q_EMIT transcript()->inspectRequested(model()->idAt(1));
    QVERIFY(dialog<InspectorDialog>());
    dialog<InspectorDialog>()->findChild<QPushButton *>(QStringLiteral("replay"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(model()->rowCount() == 2 && m_fixture->isIdle(), 20'000);
    QCOMPARE(model()->index(1, 0).data(SiblingCountRole).toInt(), 2);
}

void TestMessageWishes::aMessageIsPutInFromTheMenu()
{
    ask(QStringLiteral("fast echo one"));
    Q_EMIT transcript()->insertRequested(model()->idAt(0), true);
    auto *written = dialog<MessageDialog>();
    QVERIFY(written);
    auto *role = written->findChild<QComboBox *>(QStringLiteral("role"));
    role->setCurrentIndex(role->findData(int(Role::System)));
    written->findChild<QPlainTextEdit *>(QStringLiteral("messageText"))->setPlainText(QStringLiteral("Be brief."));
    written->accept();
    QTRY_COMPARE(model()->rowCount(), 3);
    QCOMPARE(m_fixture->messageText(0), QStringLiteral("Be brief."));
    QCOMPARE(model()->index(0, 0).data(RoleRole).toInt(), int(Role::System));
}

void TestMessageWishes::aMessageIsWrittenAnewInAnotherRole()
{
    ask(QStringLiteral("fast echo one"));
    Q_EMIT transcript()->editAsRequested(model()->idAt(1));
    auto *written = dialog<MessageDialog>();
    QVERIFY(written);
    QCOMPARE(written->role(), Role::Assistant);
    QVERIFY(written->text().contains(QStringLiteral("one")));
    written->findChild<QPlainTextEdit *>(QStringLiteral("messageText"))->setPlainText(QStringLiteral("Something else"));
    written->accept();
    QTRY_COMPARE(m_fixture->messageText(1), QStringLiteral("Something else"));
    QCOMPARE(model()->index(1, 0).data(SiblingCountRole).toInt(), 2);
}

void TestMessageWishes::settingsOfTheConversationReachTheWire()
{
    m_fixture->window().actions().action(QStringLiteral("conversationOptions"))->trigger();
    auto *options = dialog<ConversationOptionsDialog>();
    QVERIFY(options);
    options->findChild<QPlainTextEdit *>(QStringLiteral("systemPrompt"))->setPlainText(QStringLiteral("Speak like a bird."));
    options->findChild<QCheckBox *>(QStringLiteral("temperatureIsSet"))->click();
    options->accept();
    ask(QStringLiteral("fast echo one"));
    const QByteArray sent = m_fixture->shown()->exchangesOf(model()->idAt(1)).first().requestBody;
    QVERIFY(sent.contains("Speak like a bird."));
    QVERIFY(sent.contains("\"temperature\":1"));
    QVERIFY(!sent.contains("top_p"));
}

void TestMessageWishes::aLongSeedIsKeptAndSent()
{
    const QByteArray seed("9007199254740993");   // a double would lose its last digit
    const auto openOptions = [this] {
        m_fixture->window().actions().action(QStringLiteral("conversationOptions"))->trigger();
        return dialog<ConversationOptionsDialog>();
    };
    auto *options = openOptions();
    options->findChild<QCheckBox *>(QStringLiteral("seedIsSet"))->click();
    auto *field = options->findChild<QLineEdit *>(QStringLiteral("seed"));
    field->clear();
    QTest::keyClicks(field, QString::fromLatin1(seed));
    options->accept();
    ask(QStringLiteral("fast echo one"));
    m_fixture->close();

    m_fixture->openPractice();
    QTRY_COMPARE(model()->rowCount(), 2);
    QPointer<ConversationOptionsDialog> again = openOptions();
    QCOMPARE(again->findChild<QLineEdit *>(QStringLiteral("seed"))->text().toLatin1(), seed);
    again->accept();
    QTRY_VERIFY(!again);
    ask(QStringLiteral("fast echo two"));

    QVERIFY(m_fixture->shown()->exchangesOf(model()->idAt(3)).first().requestBody.contains("\"seed\":" + seed));
}

void TestMessageWishes::aPictureOfTheWebIsSentAsItsAddress()
{
    m_fixture->window().actions().action(QStringLiteral("attachAddress"))->trigger();
    auto *asked = dialog<PictureAddressDialog>();
    QVERIFY(asked);
    auto *field = asked->findChild<QLineEdit *>(QStringLiteral("pictureAddress"));
    auto *add = asked->findChild<QPushButton *>(QStringLiteral("addPicture"));
    for (const char *refused : { "", "e.org/a.png", "file:///etc/passwd", "https://a@e.org/b.png", "mailto:a@e.org", "javascript:alert(1)" }) {
        field->setText(QLatin1String(refused));
        QVERIFY2(!add->isEnabled(), refused);
    }
    field->setText(QStringLiteral("https://e.org/moon.png?size=2"));
    QVERIFY(add->isEnabled());
    add->click();
    ask(QStringLiteral("fast what is this"));

    QVERIFY2(m_fixture->messageText(1).contains(QStringLiteral("a picture on the Internet, which practice does not fetch: `https://e.org/moon.png?size=2`")),
             qPrintable(m_fixture->messageText(1)));
    QVERIFY(m_fixture->shown()->exchangesOf(model()->idAt(1)).first().requestBody.contains("\"url\":\"https://e.org/moon.png?size=2\""));
    const auto images = model()->index(0, 0).data(ImagesRole).value<QList<ImagePart>>();
    QCOMPARE(images.size(), 1);
    QCOMPARE(images.first().name, QStringLiteral("moon.png"));
}

QTEST_MAIN(TestMessageWishes)
#include "tst_messagewishes.moc"
