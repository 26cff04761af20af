// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "documents.h"

#include "conversationdocument.h"
#include "foreignimport.h"
#include "library.h"
#include "prompt.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QThread>

#include <optional>

namespace {

constexpr qint64 MaxDocumentBytes = 512ll * 1024 * 1024;

Error fileError(ErrorKind kind, const QString &sentence, const QString &path)
{
    Error error;
    error.kind = kind;
    error.message = sentence.arg(QFileInfo(path).fileName());
    return error;
}

}

Documents::Documents(Library &library, Prompt &prompt, QObject *parent) : QObject(parent), m_library(library), m_prompt(prompt) {}

bool Documents::isConversationFile(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == QLatin1String("grackle") || suffix == QLatin1String("json") || suffix == QLatin1String("jsonl") || suffix == QLatin1String("zip");
}

QStringList Documents::filesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.hasUrls() ? data.urls() : QList<QUrl>()) {
        if (!url.isLocalFile() || !isConversationFile(url.toLocalFile()))
            return {};
        files << url.toLocalFile();
    }
    return files;
}

QString Documents::offerFor(int files)
{
    return files == 1 ? tr("1 conversation file will be opened") : tr("%1 conversation files will be opened").arg(files);
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
        openDocument(path, bytes);
    else
        readForeign(bytes);
}

void Documents::openDocument(const QString &path, const QByteArray &bytes)
{
    const Result<DecodedDocument> decoded = decodeConversationDocument(bytes);
    if (!decoded) {
        Q_EMIT failed(decoded.error());
        return;
    }
    const ConversationId id = decoded.value().document.conversation.id;
    m_library.importDocument(decoded.value(), this, [this, id, path](const Result<Done> &stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        Q_EMIT opened(id);
        Q_EMIT documentOpened(path);
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
    m_prompt.confirm({ tr("Import from %1?").arg(importOriginName(import->origin)), sentence, tr("Import"), true }, this, [this, import, count](bool isWanted) {
        if (!isWanted)
            return;
        const std::shared_ptr<const std::vector<DecodedDocument>> conversations(import, &import->conversations);
        m_library.importDocuments(conversations, this, [this, import, count](const Result<Done> &stored) {
            if (!stored) {
                Q_EMIT failed(stored.error());
                return;
            }
            Q_EMIT opened(import->conversations.front().document.conversation.id);
            Q_EMIT imported(count);
        });
    });
}
