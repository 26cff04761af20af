// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarycommands_p.h"

#include "conversationdocument.h"
#include "conversationfile.h"
#include "foreignimport.h"
#include "imageencoder.h"
#include "interrupts.h"
#include "library.h"
#include "waitfor_p.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace {
constexpr int MaxHits = 200;
constexpr qint64 MaxDocumentBytes = 1024ll * 1024 * 1024;

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LibraryCommands)
};

Error errorOf(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

QString oneLine(const QString &text)
{
    return withoutControls(text).simplified();
}

// The marks around the words that were found mean nothing outside the window.
QString withoutMarks(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

QByteArray jsonLine(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

QString titleOf(const QString &title)
{
    return title.isEmpty() ? Words::tr("New conversation") : oneLine(title);
}

// Every message of the tree with its body, parents before children.
Result<std::vector<Message>> allMessages(const Library &library, const MessageTree &tree)
{
    constexpr size_t Page = 100;
    std::vector<Message> messages;
    std::vector<MessageId> ids;
    for (const MessageHead &head : tree.heads())
        ids.push_back(head.id);
    for (size_t from = 0; from < ids.size(); from += Page) {
        const size_t to = std::min(from + Page, ids.size());
        auto page = library.messages({ ids.begin() + qsizetype(from), ids.begin() + qsizetype(to) });
        if (!page)
            return page.error();
        std::move(page.value().begin(), page.value().end(), std::back_inserter(messages));
    }
    return messages;
}

std::vector<Message> branchOf(const std::vector<Message> &messages, const MessageTree &tree, const MessageId &head)
{
    std::vector<Message> branch;
    for (const MessageId &id : tree.branchTo(head)) {
        const auto found = std::find_if(messages.begin(), messages.end(), [&](const Message &message) { return message.id == id; });
        if (found != messages.end())
            branch.push_back(*found);
    }
    return branch;
}
}

Result<Done> LibraryCommands::run()
{
    switch (m_line.command) {
    case CommandName::List:
        return list();
    case CommandName::Search:
        return search();
    case CommandName::Export:
        return exportConversation();
    case CommandName::Import:
        return importDocument();
    case CommandName::Delete:
        return deleteConversation();
    case CommandName::Ask:
        break;
    }
    Q_UNREACHABLE();
}

Result<Done> LibraryCommands::list()
{
    const auto conversations = waitFor<QList<ConversationSummary>>([&](QObject *context, auto done) { m_library.listConversations(context, done); });
    if (!conversations)
        return conversations.error();
    QJsonArray array;
    for (const ConversationSummary &summary : conversations.value()) {
        const QDateTime updated = QDateTime::fromMSecsSinceEpoch(summary.updatedAtMs);
        if (m_line.asJson)
            array.append(QJsonObject { { QStringLiteral("id"), summary.id.toString() },
                                       { QStringLiteral("title"), summary.title },
                                       { QStringLiteral("updated"), updated.toUTC().toString(Qt::ISODateWithMs) },
                                       { QStringLiteral("messages"), summary.messageCount } });
        else
            m_terminal.write(QStringLiteral("%1  %2  %3\n").arg(summary.id.toString(), updated.toString(QStringLiteral("yyyy-MM-dd HH:mm")), titleOf(summary.title)));
    }
    if (m_line.asJson)
        m_terminal.writeBytes(jsonLine(array));
    return Done {};
}

Result<Done> LibraryCommands::search()
{
    const auto hits = waitFor<QList<SearchHit>>([&](QObject *context, auto done) { m_library.search(m_line.words, MaxHits, context, done); });
    if (!hits)
        return hits.error();
    // Said where it does not get into anybody's data.
    if (const Result<bool> isComplete = m_library.isSearchComplete(); isComplete && !isComplete.value())
        m_terminal.note(Words::tr("grackle: The search is still being built. Older messages are not found yet; open the window to go on with it."));
    QJsonArray array;
    for (const SearchHit &hit : hits.value()) {
        const QString snippet = withoutMarks(hit.snippet);
        if (m_line.asJson)
            array.append(QJsonObject { { QStringLiteral("conversation"), hit.conversation.toString() },
                                       { QStringLiteral("message"), hit.message.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(hit.message.toString()) },
                                       { QStringLiteral("snippet"), snippet },
                                       { QStringLiteral("title"), hit.title } });
        else
            m_terminal.write(QStringLiteral("%1  %2\n    %3\n").arg(hit.conversation.toString(), titleOf(hit.title), oneLine(snippet)));
    }
    if (m_line.asJson)
        m_terminal.writeBytes(jsonLine(array));
    return Done {};
}

Result<Done> LibraryCommands::exportConversation()
{
    const auto opened = waitFor<OpenedConversation>([&](QObject *context, auto done) { m_library.openConversation(m_line.conversation, context, done); });
    if (!opened)
        return opened.error();
    const MessageTree &tree = opened.value().tree;
    const Conversation &conversation = opened.value().conversation;
    Result<std::vector<Message>> messages = allMessages(m_library, tree);
    if (!messages)
        return messages.error();
    std::vector<Message> branch = branchOf(messages.value(), tree, conversation.head);
    ExportSource source { conversation, std::move(messages).value(), std::move(branch) };
    if (m_line.output.isEmpty() || m_line.output == QLatin1StringView("-"))
        return writeOut(std::move(source));
    const ExportFormat format = m_line.format == ExportFormat::Markdown ? ExportFormat::MarkdownPicturesBeside : m_line.format;
    return ConversationFile(m_line.output, format, std::move(source), m_library.blobs()).writeAll();
}

Result<Done> LibraryCommands::writeOut(ExportSource source)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    auto writer = ConversationWriter::make(m_line.format, std::move(source), m_library.blobs());
    for (bool hasMore = true; hasMore;) {
        const Result<bool> written = writer->writeNext(bytes);
        if (!written)
            return written.error();
        hasMore = written.value();
    }
    writer.reset();
    if (!m_terminal.writeBytes(bytes.data()))
        return errorOf(ErrorKind::Storage, Words::tr("The conversation could not be written to standard output."));
    m_terminal.endLine();
    return Done {};
}

Result<Done> LibraryCommands::importDocument()
{
    QFile file(m_line.file);
    if (!file.open(QIODevice::ReadOnly))
        return errorOf(ErrorKind::Unreadable, Words::tr("%1 cannot be read: %2.").arg(m_line.file, file.errorString()));
    if (file.size() > MaxDocumentBytes)
        return errorOf(ErrorKind::UnsupportedFile, Words::tr("%1 is larger than a conversation document can be.").arg(m_line.file));
    Result<ForeignImport> import = decodeForeignFile(file.readAll(), convertedPicture);
    if (!import) {
        // A file that is refused is a wrong argument, whatever kind of refusal it is.
        Error refusal = import.error();
        refusal.kind = ErrorKind::InvalidInput;
        return refusal;
    }
    const auto documents = std::make_shared<const std::vector<DecodedDocument>>(std::move(import.value().conversations));
    // From here on Ctrl+C gives the import up as a whole; before, it ends the program as it always does.
    const Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, &m_library, &Library::cancelImport);
    const auto imported = waitFor<Done>([&](QObject *context, auto done) {
        QObject::connect(&m_library, &Library::workProgressed, context, [this](const LibraryWork &work) {
            const bool isOver = work.done == work.total;
            m_terminal.showProgress(isOver ? QString() : Words::tr("Importing %1 of %2").arg(QLocale().toString(work.done), QLocale().toString(work.total)));
        });
        if (import.value().origin == ImportOrigin::Grackle)
            m_library.importDocument(documents->front(), context, done);
        else
            m_library.importDocuments(documents, context, done);
    });
    if (!imported)
        return imported.error();
    if (import.value().leftOut > 0)
        m_terminal.note(Words::tr("grackle: Parts without a text or a readable picture were left out: %1.").arg(QLocale().toString(import.value().leftOut)));
    for (const DecodedDocument &document : *documents)
        m_terminal.write(document.document.conversation.id.toString() + QLatin1Char('\n'));
    return Done {};
}

Result<Done> LibraryCommands::deleteConversation()
{
    // Deleting what is not there would succeed in silence.
    const auto opened = waitFor<OpenedConversation>([&](QObject *context, auto done) { m_library.openConversation(m_line.conversation, context, done); });
    if (!opened)
        return opened.error();
    return waitFor<Done>([&](QObject *context, auto done) { m_library.deleteConversation(m_line.conversation, context, done); });
}
