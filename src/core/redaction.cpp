// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include <QStringList>

#include <array>

namespace {

constexpr qsizetype MinimumKeyTail = 8;   // shorter words after a prefix are words, not keys

bool isKeyCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_' || u == u'.'
            || u == u'*' || u == u'+' || u == u'/' || u == u'=';
}

void maskAfter(QString &text, QStringView prefix)
{
    qsizetype at = 0;
    while ((at = text.indexOf(prefix, at, Qt::CaseInsensitive)) >= 0) {
        qsizetype end = at + prefix.size();
        while (end < text.size() && isKeyCharacter(text.at(end)))
            ++end;
        const bool startsWord = at == 0 || !text.at(at - 1).isLetterOrNumber();
        if (startsWord && end - at - prefix.size() >= MinimumKeyTail)
            text.replace(at, end - at, prefix.toString() + QStringLiteral("…"));
        at += prefix.size();
    }
}

}

QString redacted(const QString &text, const ApiKey &key, qsizetype limit)
{
    // More than is kept, so that a key across the cut is still seen whole; less than a hostile body of megabytes.
    QString result = text.left(limit * 4 + 4096);
    if (!key.isEmpty()) {
        const QByteArray &bytes = key.bytes();
        result.replace(QString::fromLatin1(bytes), QStringLiteral("…"));
        result.replace(QString::fromLatin1(bytes.toBase64()), QStringLiteral("…"));
    }
    static constexpr std::array<QStringView, 5> Prefixes { u"xai-", u"sk-", u"gsk_", u"Bearer ", u"api_key=" };
    for (const QStringView prefix : Prefixes)
        maskAfter(result, prefix);
    if (result.size() > limit) {
        result.truncate(limit);
        if (!result.isEmpty() && result.back().isHighSurrogate())
            result.chop(1);
        result += QStringLiteral("…");
    }
    return result;
}
