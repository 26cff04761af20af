// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Fills a library for the benchmarks: make_library FOLDER CONVERSATIONS MESSAGES_EACH CORPUS
// Texts are cut from CORPUS (Markdown, about 1.1 kB a message); each gets some words out of 50,000 that are as common as words are
// in a language (the second half as common as the first, and so on), so that a search meets common and rare ones. One transaction for
// each conversation. Always the same library. Prints the id of each conversation.

#include "conversationdocument.h"
#include "library.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cmath>
#include <cstdio>
#include <random>

namespace {

constexpr int Vocabulary = 50'000;
constexpr int WordsEach = 12;
// Conversations that wait to be written, lest a million messages are in memory at once.
constexpr int MostWaiting = 20;

class FixedClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override { return m_now += std::chrono::minutes(1); }
    std::chrono::milliseconds monotonic() const override { return m_now; }

private:
    mutable std::chrono::milliseconds m_now { 1'700'000'000'000 };
};

// "word" number 0 is the commonest; Zipf's law.
QString commonOrRareWord(std::minstd_rand &random)
{
    const double share = double(random()) / double(std::minstd_rand::max());
    const int number = int(std::pow(double(Vocabulary), share)) - 1;
    return QStringLiteral("zw%1").arg(number);
}

Message makeMessage(const Clock &clock, const MessageId &parent, int number, const QStringList &texts, std::minstd_rand &random)
{
    Message message;
    message.id = MessageId::create(clock.sinceEpoch());
    message.parentId = parent;
    message.role = number % 2 == 0 ? Role::User : Role::Assistant;
    message.createdAtMs = clock.sinceEpoch().count();
    QString text = texts.at(number % texts.size());
    if (message.role == Role::User)
        text.truncate(120);
    text += QStringLiteral("\n\n");
    for (int i = 0; i < WordsEach; ++i)
        text += commonOrRareWord(random) + u' ';
    message.parts = { TextPart { text } };
    if (message.role == Role::Assistant)
        message.answer.emplace().modelId = number % 3 == 0 ? QStringLiteral("grok-4") : QStringLiteral("grok-3-mini");
    return message;
}

DecodedDocument makeConversation(const Clock &clock, int number, int messages, const QStringList &texts, std::minstd_rand &random)
{
    DecodedDocument made;
    Conversation &conversation = made.document.conversation;
    conversation.id = ConversationId::create(clock.sinceEpoch());
    conversation.title = QStringLiteral("Conversation %1").arg(number + 1);
    conversation.createdAtMs = conversation.updatedAtMs = clock.sinceEpoch().count();
    MessageId parent;
    for (int m = 0; m < messages; ++m) {
        made.document.messages.push_back(makeMessage(clock, parent, m, texts, random));
        parent = made.document.messages.back().id;
    }
    conversation.head = parent;
    return made;
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    QFile corpus(arguments.value(4));
    if (arguments.size() != 5 || !corpus.open(QIODevice::ReadOnly)) {
        std::fputs("usage: make_library FOLDER CONVERSATIONS MESSAGES_EACH CORPUS\n", stderr);
        return 2;
    }
    const QStringList texts = QString::fromUtf8(corpus.readAll()).split(QStringLiteral("\n<!-- next -->\n"), Qt::SkipEmptyParts);
    const FixedClock clock;
    Result<std::unique_ptr<Library>> opened = Library::open(arguments.at(1), Library::Access::Owner, clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    const std::unique_ptr<Library> library = std::move(opened).value();
    const int conversations = arguments.at(2).toInt();
    std::minstd_rand random(11);
    int asked = 0;
    int waiting = 0;
    std::function<void()> askForMore = [&] {
        for (; asked < conversations && waiting < MostWaiting; ++asked, ++waiting) {
            const DecodedDocument made = makeConversation(clock, asked, arguments.at(3).toInt(), texts, random);
            std::printf("%s\n", qPrintable(made.document.conversation.id.toString()));
            library->importDocument(made, &application, [&](const Result<Done> &result) {
                if (!result)
                    std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
                --waiting;
                askForMore();
            });
        }
        if (waiting == 0)
            application.quit();
    };
    QMetaObject::invokeMethod(&application, askForMore, Qt::QueuedConnection);
    return application.exec();
}
