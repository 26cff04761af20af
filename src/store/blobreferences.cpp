// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "blobreferences_p.h"

#include "libraryfiles_p.h"
#include "messagejson_p.h"

#include <QDateTime>
#include <QDir>
#include <QSet>

namespace {

constexpr QByteArrayView Scheme("blob:");
constexpr qsizetype IdSize = 64;
constexpr qint64 SetAsideCountsMs = 90LL * 24 * 60 * 60 * 1000;

// A name that stands in somebody's text counts too: keeping a picture too long does no harm.
void strike(QSet<BlobId> &unused, const QByteArray &json)
{
    for (qsizetype at = json.indexOf(Scheme); at >= 0; at = json.indexOf(Scheme, at + 1))
        unused.remove(json.mid(at + Scheme.size(), IdSize));
}

// False: it could not be read to its end. The same in every schema.
bool strikeNamedIn(Database &database, QSet<BlobId> &unused)
{
    for (const char *sql : { "SELECT parts FROM bodies WHERE parts IS NOT NULL", "SELECT attachments FROM drafts" }) {
        Statement row(database, sql);
        while (!unused.isEmpty() && row.next())
            strike(unused, row.bytes(0));
        if (!row.outcome())
            return false;
    }
    return true;
}

// A name without a date counts for ever.
bool hasSetAside(const LibraryFolder &folder, qint64 nowMs)
{
    const QString since = timeStamp(nowMs - SetAsideCountsMs);
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        for (const QLatin1String prefix : { QLatin1String("library.db.damaged-"), QLatin1String("library.db.replaced-") }) {
            const QString stamp = name.mid(prefix.size(), since.size());
            const bool hasDate = QDateTime::fromString(stamp, QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).isValid();
            if (name.startsWith(prefix) && (!hasDate || stamp >= since))
                return true;
        }
        return false;
    });
}

}

QList<BlobId> unreferencedBlobs(Database &reader, const LibraryFolder &folder, const QList<BlobId> &candidates, qint64 nowMs)
{
    QSet<BlobId> unused(candidates.begin(), candidates.end());
    if (unused.isEmpty() || hasSetAside(folder, nowMs) || isBackupOwed(folder) || !strikeNamedIn(reader, unused))
        return {};
    const QStringList backups = backupNames(folder);
    for (const QString &name : backups) {
        if (unused.isEmpty())
            break;
        const Result<std::unique_ptr<Database>> backup = Database::open(folder.backups() + QLatin1Char('/') + name, Database::Mode::Read);
        if (!backup || !strikeNamedIn(*backup.value(), unused))
            return {};
    }
    return unused.values();
}

QList<BlobId> blobsIn(const Draft &draft)
{
    QList<BlobId> ids;
    const auto collect = [&](const std::vector<Attachment> &attachments) {
        for (const Attachment &attachment : attachments) {
            if (!attachment.image.blob.isEmpty())
                ids.append(attachment.image.blob);
        }
    };
    collect(draft.attachments);
    for (const QueuedMessage &waiting : draft.queue)
        collect(waiting.attachments);
    return ids;
}
