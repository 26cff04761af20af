// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "documents.h"

#include "conversationcontroller.h"
#include "conversationdocument.h"
#include "conversationmodel.h"
#include "foreignimport.h"
#include "htmlexport.h"
#include "library.h"
#include "prompt.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>
#include <QThread>

#include <optional>

namespace {

constexpr qint64 MaxDocumentBytes = 512ll * 1024 * 1024;
constexpr int MaxNameLength = 60;

// A file name out of a title: letters and digits of any script, everything else becomes a space.
QString fileNameFrom(const QString &title)
{
    QString name;
    for (const QChar c : title.left(MaxNameLength))
        name += c.isLetterOrNumber() || c.isHighSurrogate() || c.isLowSurrogate() ? c : u' ';
    name = name.simplified();
    return name.isEmpty() ? Documents::tr("Conversation") : name;
}

Error fileError(ErrorKind kind, const QString &sentence, const QString &path)
{
    Error error;
    error.kind = kind;
    error.message = sentence.arg(QFileInfo(path).fileName());
    return error;
}

// Every branch. What is shown comes from the model, which also has what the disk refused.
Result<std::vector<Message>> allMessages(const Library &library, const ConversationModel &model)
{
    QHash<MessageId, Message> shown;
    for (Message &message : model.branchMessages(model.head()))
        shown.insert(message.id, std::move(message));
    std::vector<Message> messages;
    for (const MessageHead &head : model.tree().heads()) {
        if (const auto found = shown.constFind(head.id); found != shown.cend()) {
            messages.push_back(*found);
            continue;
        }
        Result<std::vector<Message>> read = library.messages({ head.id });
        if (!read)
            return read.error();
        messages.push_back(std::move(read.value().front()));
    }
    return messages;
}

}

Documents::Documents(Library &library, Prompt &prompt, QObject *parent) : QObject(parent), m_library(library), m_prompt(prompt) {}

void Documents::saveAs(ConversationController &controller)
{
    const QString name = fileNameFrom(controller.conversation().title) + QStringLiteral(".grackle");
    const QString filter = tr("Conversation document (*.grackle)") + QStringLiteral(";;") + tr("Markdown text (*.md)") + QStringLiteral(";;") + tr("Web page (*.html)");
    m_prompt.chooseSavePath(tr("Save the conversation"), name, filter, &controller, [this, &controller](const QString &path) {
        if (!path.isEmpty())
            save(controller, path);
    });
}

QString Documents::text(const ConversationController &controller) const
{
    const ConversationModel *model = controller.model();
    return toMarkdown(controller.conversation(), model->branchMessages(model->head()));
}

void Documents::save(const ConversationController &controller, const QString &path)
{
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive)) {
        bytes = text(controller).toUtf8();
    } else if (path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive)) {
        const ConversationModel *model = controller.model();
        bytes = toHtml(controller.conversation(), model->branchMessages(model->head()), *m_library.blobs());
    } else {
        const auto messages = allMessages(m_library, *controller.model());
        if (!messages) {
            Q_EMIT failed(messages.error());
            return;
        }
        const auto encoded = encodeConversationDocument({ controller.conversation(), messages.value() }, *m_library.blobs());
        if (!encoded) {
            Q_EMIT failed(encoded.error());
            return;
        }
        bytes = encoded.value();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Q_EMIT failed(fileError(ErrorKind::Storage, tr("The file %1 could not be written. Choose another place."), path));
        return;
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Q_EMIT saved(QFileInfo(path).fileName());
}

void Documents::chooseAndOpen()
{
    m_prompt.chooseFiles(tr("Open a conversation"), tr("Conversation documents (*.grackle)") + QStringLiteral(";;") + tr("Exports of other programs (*.zip *.json *.jsonl)"), this, [this](const QList<QUrl> &files) {
        for (const QUrl &file : files)
            open(file.toLocalFile());
    });
}

void Documents::open(const QString &path)
{
    QFile file(path);
    const QFileInfo facts(path);
    if (!facts.isFile() || facts.size() > MaxDocumentBytes || !file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(fileError(ErrorKind::Unreadable, tr("The file %1 cannot be read."), path));
        return;
    }
    const QByteArray bytes = file.readAll();
    if (path.endsWith(QLatin1String(".grackle"), Qt::CaseInsensitive))
        openDocument(bytes);
    else
        readForeign(bytes);
}

void Documents::openDocument(const QByteArray &bytes)
{
    const Result<DecodedDocument> decoded = decodeConversationDocument(bytes);
    if (!decoded) {
        Q_EMIT failed(decoded.error());
        return;
    }
    const ConversationId id = decoded.value().document.conversation.id;
    m_library.importDocument(decoded.value(), this, [this, id](const Result<Done> &stored) {
        if (stored)
            Q_EMIT opened(id);
        else
            Q_EMIT failed(stored.error());
    });
}

// Years of conversations take seconds to read: not in the window's thread.
void Documents::readForeign(const QByteArray &bytes)
{
    auto result = std::make_shared<std::optional<Result<ForeignImport>>>();
    QThread *thread = QThread::create([result, bytes] { result->emplace(decodeForeignFile(bytes)); });
    connect(thread, &QThread::finished, this, [this, result] {
        if (*result && **result)
            offerForeign(std::make_shared<ForeignImport>(std::move((*result)->value())));
        else if (*result)
            Q_EMIT failed((*result)->error());
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void Documents::offerForeign(const std::shared_ptr<ForeignImport> &import)
{
    const int count = int(import->conversations.size());
    QString sentence = tr("%n conversation(s)", nullptr, count) + QStringLiteral(", ") + tr("%n message(s)", nullptr, int(import->messages));
    if (import->pictures > 0)
        sentence += QStringLiteral(", ") + tr("%n picture(s)", nullptr, int(import->pictures));
    sentence += QStringLiteral(". ") + tr("What is here already stays as it is and gets what it lacks.");
    m_prompt.confirm({ tr("Import from %1?").arg(importOriginName(import->origin)), sentence, tr("Import") }, this, [this, import, count](bool isWanted) {
        if (!isWanted)
            return;
        m_library.importDocuments(import->conversations, this, [this, import, count](const Result<Done> &stored) {
            if (!stored) {
                Q_EMIT failed(stored.error());
                return;
            }
            Q_EMIT opened(import->conversations.front().document.conversation.id);
            Q_EMIT imported(count);
        });
    });
}
