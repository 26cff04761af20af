// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "documents.h"

#include "conversationdocument.h"
#include "foreignimport.h"
#include "imageencoder.h"
#include "library.h"
#include "prompt.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <optional>

namespace {

constexpr qint64 MaxDocumentBytes = 512ll * 1024 * 1024;

// Below that a file is read before anybody sees that it is.
constexpr qint64 QuicklyRead = 8ll * 1024 * 1024;

Error unreadable(const QString &path)
{
    Error error;
    error.kind = ErrorKind::Unreadable;
    error.message = Documents::tr("The file %1 cannot be read. Check that it exists and that you may read it.").arg(QFileInfo(path).fileName());
    return error;
}

}

// What comes of a file; made in a thread of its own.
struct Documents::Reading
{
    bool isTold = false;
    std::optional<Error> problem;
    std::optional<DecodedDocument> document;
    ForeignImport import;
};

Documents::Documents(Library &library, Prompt &prompt, QObject *parent) : QObject(parent), m_library(library), m_prompt(prompt) {}

Documents::~Documents() = default;

void Documents::readInto(Reading &reading, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        reading.problem = unreadable(path);
        return;
    }
    const QByteArray bytes = file.readAll();
    if (path.endsWith(QLatin1String(".grackle"), Qt::CaseInsensitive)) {
        Result<DecodedDocument> decoded = decodeConversationDocument(bytes);
        if (decoded)
            reading.document = std::move(decoded).value();
        else
            reading.problem = decoded.error();
        return;
    }
    Result<ForeignImport> import = decodeForeignFile(bytes, convertedPicture);
    if (import)
        reading.import = std::move(import).value();
    else
        reading.problem = import.error();
}

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
    const QFileInfo facts(path);
    if (!facts.isFile() || facts.size() > MaxDocumentBytes || !facts.isReadable()) {
        Q_EMIT failed(unreadable(path));
        return;
    }
    // Years of conversations take seconds to read: not in the window's thread.
    const auto reading = std::make_shared<Reading>();
    m_readings.append(reading);
    QThread *thread = QThread::create([reading, path] { readInto(*reading, path); });
    connect(thread, &QThread::finished, this, [this, reading, path] {
        // One that was given up is no longer among them.
        if (m_readings.removeAll(reading) == 0)
            return;
        if (reading->isTold)
            Q_EMIT readingEnded();
        take(*reading, path);
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    reading->isTold = facts.size() > QuicklyRead;
    if (reading->isTold)
        Q_EMIT readingStarted(facts.fileName());
    thread->start();
}

void Documents::cancelReading()
{
    m_readings.clear();
    Q_EMIT readingEnded();
}

void Documents::take(Reading &reading, const QString &path)
{
    if (reading.problem)
        Q_EMIT failed(*reading.problem);
    else if (reading.document)
        storeDocument(path, *reading.document);
    else
        countKnown(std::make_shared<ForeignImport>(std::move(reading.import)));
}

void Documents::storeDocument(const QString &path, const DecodedDocument &document)
{
    const ConversationId id = document.document.conversation.id;
    m_library.importDocument(document, this, [this, id, path](const Result<Done> &stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        Q_EMIT opened(id);
        Q_EMIT documentOpened(path);
    });
}

// What is here already is known by its id, and told before anything is done.
void Documents::countKnown(const std::shared_ptr<ForeignImport> &import)
{
    m_library.listConversations(this, [this, import](const Result<QList<ConversationSummary>> &list) {
        QSet<ConversationId> known;
        for (const ConversationSummary &conversation : list ? list.value() : QList<ConversationSummary>())
            known.insert(conversation.id);
        const auto isKnown = [&known](const DecodedDocument &document) { return known.contains(document.document.conversation.id); };
        offerForeign(import, int(std::count_if(import->conversations.begin(), import->conversations.end(), isKnown)));
    });
}

void Documents::offerForeign(const std::shared_ptr<ForeignImport> &import, int known)
{
    const int count = int(import->conversations.size());
    QStringList contents { tr("%n conversation(s)", nullptr, count), tr("%n message(s)", nullptr, int(import->messages)) };
    if (import->pictures > 0)
        contents << tr("%n picture(s)", nullptr, int(import->pictures));
    QStringList sentences { contents.join(QLatin1String(", ")) + u'.' };
    if (known > 0)
        sentences << tr("%n of these conversations are here already: they stay as they are and get what they lack.", nullptr, known);
    if (import->leftOut > 0)
        sentences << tr("%n part(s) without a text or a readable picture will be left out.", nullptr, int(import->leftOut));
    m_prompt.confirm({ tr("Import from %1?").arg(importOriginName(import->origin)), sentences.join(u' '), tr("Import"), true }, this, [this, import, count](bool isWanted) {
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
