// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "linkdoubts.h"

#include "hiddencharacters.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace {

// Endings that make a word with a point in it an address and not a file ("main.py") or a name ("node.js").
const QSet<QString> &knownEndings()
{
    static const QSet<QString> endings = [] {
        const QString all = QStringLiteral("com org net edu gov mil int info biz io ai dev app me tv co online shop site xyz eu de at ch fr "
                                           "nl be it es pt pl cz se no fi dk uk ie us ca mx br ar au nz jp cn kr in ru ua tr za example");
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return endings;
}

QString withoutWww(const QString &host)
{
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

QString asciiHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

// The host that a word of the text names; empty: it names none.
QString hostNamedBy(const QString &word)
{
    if (word.contains(QLatin1String("://")))
        return asciiHost(QUrl(word));
    const qsizetype end = word.indexOf(u'/');
    const QString name = (end < 0 ? word : word.left(end)).toLower();
    const qsizetype point = name.lastIndexOf(u'.');
    if (point <= 0 || name.contains(u'@'))
        return {};
    const bool isAddress = name.startsWith(QLatin1String("www.")) || knownEndings().contains(name.mid(point + 1));
    return isAddress ? asciiHost(QUrl(QStringLiteral("https://") + name)) : QString();
}

bool showsOtherHost(const QUrl &url, const QString &words)
{
    const QString target = withoutWww(asciiHost(url));
    QString plain = words;
    for (QChar &c : plain) {
        if (c.isSpace() || QStringView(u"()[]<>{}\"',;").contains(c))
            c = u' ';
    }
    for (QString word : plain.split(u' ', Qt::SkipEmptyParts)) {
        while (word.endsWith(u'.') || word.endsWith(u':') || word.endsWith(u'!') || word.endsWith(u'?'))
            word.chop(1);
        const QString named = withoutWww(hostNamedBy(word));
        if (!named.isEmpty() && named != target && !target.endsWith(u'.' + named))
            return true;
    }
    return false;
}

// Japanese and Korean are written with several scripts; everything else that mixes is suspect.
bool mayStandTogether(const QSet<QChar::Script> &scripts)
{
    if (scripts.size() < 2)
        return true;
    const QSet<QChar::Script> japanese { QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana };
    const QSet<QChar::Script> korean { QChar::Script_Han, QChar::Script_Hangul };
    return japanese.contains(scripts) || korean.contains(scripts);
}

bool mixesLetters(const QString &host)
{
    for (const QString &label : host.split(u'.')) {
        QSet<QChar::Script> scripts;
        for (const char32_t c : label.toStdU32String()) {
            const QChar::Script script = QChar::script(c);
            if (script != QChar::Script_Common && script != QChar::Script_Inherited)
                scripts.insert(script);
        }
        if (!mayStandTogether(scripts))
            return true;
    }
    return false;
}

// QUrl has already written shortened, octal and hexadecimal forms out.
bool isNumbered(const QString &host)
{
    if (host.isEmpty())
        return false;
    const bool isFour = std::all_of(host.begin(), host.end(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    return isFour || host.contains(u':');
}

// The host with its own letters, also where QUrl shows only the encoded form.
QString decodedHost(const QUrl &url)
{
    return QUrl::fromAce(asciiHost(url).toLatin1(), QUrl::IgnoreIDNWhitelist);
}

bool fillsInMore(const QUrl &mail)
{
    const QList<std::pair<QString, QString>> items = QUrlQuery(mail).queryItems();
    return mail.path().contains(u',')
        || std::any_of(items.begin(), items.end(), [](const auto &item) { return item.first.toLower() != QLatin1String("subject"); });
}

}

std::vector<LinkDoubt> doubtsAbout(const QUrl &url, const QString &words)
{
    std::vector<LinkDoubt> doubts;
    if (url.scheme() == QLatin1String("mailto")) {
        if (fillsInMore(url))
            doubts.push_back(LinkDoubt::FilledInMail);
        return doubts;
    }
    if (showsOtherHost(url, words))
        doubts.push_back(LinkDoubt::OtherHostShown);
    const QString host = asciiHost(url);
    if (host.contains(QLatin1String("xn--")))
        doubts.push_back(mixesLetters(decodedHost(url)) ? LinkDoubt::MixedLetters : LinkDoubt::OtherLetters);
    if (isNumbered(host))
        doubts.push_back(LinkDoubt::NumberedHost);
    if (countHiddenInProse(words) > 0)
        doubts.push_back(LinkDoubt::HiddenSigns);
    return doubts;
}

QString doubtText(LinkDoubt doubt)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("LinkDoubts", words); };
    switch (doubt) {
    case LinkDoubt::OtherHostShown:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The text of the link names another address than the one it goes to."));
    case LinkDoubt::MixedLetters:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The name mixes letters of several scripts, which can look like another name."));
    case LinkDoubt::OtherLetters:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The name has letters that can look like others."));
    case LinkDoubt::NumberedHost:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The address is a number instead of a name."));
    case LinkDoubt::HiddenSigns:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The text of the link holds signs that cannot be seen."));
    case LinkDoubt::FilledInMail:
        return text(QT_TRANSLATE_NOOP("LinkDoubts", "The mail would be filled in with more than a recipient and a subject."));
    }
    return {};
}
