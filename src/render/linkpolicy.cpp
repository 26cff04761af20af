// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "linkpolicy.h"

#include <algorithm>

namespace {

constexpr qsizetype longestTarget = 4096;

bool isHidden(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSpace();
}

}

std::optional<QUrl> allowedLink(const QString &target)
{
    if (target.size() > longestTarget || std::any_of(target.cbegin(), target.cend(), isHidden))
        return std::nullopt;
    QUrl url(target, QUrl::StrictMode);
    // Characters outside ASCII are common in targets and not strict: they are encoded, nothing else is mended.
    if (!url.isValid())
        url = QUrl::fromEncoded(QUrl::toPercentEncoding(target, "%:/?#[]@!$&'()*+,;=-._~"), QUrl::StrictMode);
    if (!url.isValid())
        return std::nullopt;
    const QString scheme = url.scheme();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    // The zone of an address, "[fe80::1%eth0]", names a plug of some other computer, and any signs can hide in it.
    const bool hasZone = url.host().contains(u'%');
    if (isWeb && !url.host().isEmpty() && !hasZone && url.userInfo().isEmpty())
        return url;
    if (scheme == QLatin1String("mailto") && url.path().contains(u'@'))
        return url;
    return std::nullopt;
}

QString shownLink(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

// A PDF writes it between round brackets, and Qt puts it there as it is.
QString paperAddress(const QUrl &url)
{
    constexpr qsizetype longestAddress = 2000;
    QByteArray address;
    for (const char c : url.toEncoded(QUrl::FullyEncoded)) {
        const bool endsString = c == '(' || c == ')' || c == '\\' || c <= ' ' || c == 0x7f;
        address += endsString ? '%' + QByteArray(1, c).toHex().toUpper() : QByteArray(1, c);
    }
    return address.size() > longestAddress ? QString() : QString::fromLatin1(address);
}

QString plainToolTip(const QString &text)
{
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}
