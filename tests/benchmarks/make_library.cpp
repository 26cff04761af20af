// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Fills a library for the benchmarks: make_library FOLDER CONVERSATIONS MESSAGES_EACH CORPUS
// Texts are cut from CORPUS (Markdown, about 1.1 kB a message). Prints the id of each conversation.

#include "library.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>

namespace {

class FixedClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override { return m_now++; }
    std::chrono::milliseconds monotonic() const override { return m_now; }

private:
    mutable std::chrono::milliseconds m_now { 1'790'000'000'000 };
};

Message makeMessage(const Clock &clock, const MessageId &parent, int number, const QStringList &texts)
{
    Message message;
    message.id = MessageId::create(clock.sinceEpoch());
    message.parentId = parent;
    message.role = number % 2 == 0 ? Role::User : Role::Assistant;
    message.createdAtMs = clock.sinceEpoch().count();
    const QString &text = texts.at(number % texts.size());
    message.parts = { TextPart { message.role == Role::User ? text.left(120) : text } };
    if (message.role == Role::Assistant)
        message.answer.emplace();
    return message;
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
    std::unique_ptr<Library> library = std::move(opened).value();
    int waiting = 0;
    const auto done = [&](const Result<Done> &result) {
        if (!result)
            std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        if (--waiting == 0)
            application.quit();
    };
    for (int c = 0; c < arguments.at(2).toInt(); ++c) {
        Conversation conversation;
        conversation.id = ConversationId::create(clock.sinceEpoch());
        conversation.title = QStringLiteral("Conversation %1").arg(c + 1);
        conversation.createdAtMs = conversation.updatedAtMs = clock.sinceEpoch().count();
        ++waiting;
        library->createConversation(conversation, &application, done);
        MessageId parent;
        for (int m = 0; m < arguments.at(3).toInt(); ++m) {
            const Message message = makeMessage(clock, parent, m, texts);
            parent = message.id;
            ++waiting;
            library->appendMessage(conversation.id, message, &application, done);
        }
        std::printf("%s\n", qPrintable(conversation.id.toString()));
    }
    return waiting == 0 ? 0 : application.exec();
}
