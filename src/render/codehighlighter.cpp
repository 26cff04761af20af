// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codehighlighter.h"

#include "codelexer_p.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <map>

// Resources of a static library are registered by name; the macro must stand outside any namespace.
static void ensureLanguageFiles()
{
    Q_INIT_RESOURCE(languages);
}

namespace {

QByteArray languageFile(const QString &name)
{
    QFile file(QStringLiteral(":/languages/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class LanguageLibrary
{
public:
    LanguageLibrary()
    {
        ensureLanguageFiles();
        const QJsonObject names = QJsonDocument::fromJson(languageFile(QStringLiteral("names"))).object();
        for (auto entry = names.begin(); entry != names.end(); ++entry) {
            m_files.insert(entry.key(), entry.key());
            for (const QString &alias : entry->toString().split(u' ', Qt::SkipEmptyParts))
                m_files.insert(alias, entry.key());
        }
    }

    QStringList names() const { return m_files.keys(); }

    QString fileName(const QString &name) const
    {
        const QJsonObject names = QJsonDocument::fromJson(languageFile(QStringLiteral("filenames"))).object();
        return names.value(fileOf(name.toLower())).toString(QStringLiteral("code.txt"));
    }

    const CodeLanguage *language(const QString &name)
    {
        const QString file = fileOf(name.toLower());
        if (file.isEmpty())
            return nullptr;
        const QMutexLocker locker(&m_mutex);
        const auto [entry, isNew] = m_languages.try_emplace(file);
        if (isNew) {
            const QByteArray json = languageFile(file);
            const QString base = extendedCodeLanguage(json);
            entry->second = parseCodeLanguage(json, base.isEmpty() ? QByteArray() : languageFile(base));
        }
        return entry->second.isValid() ? &entry->second : nullptr;
    }

private:
    // Models also write python:app.py, js{1,3} and {.rust}.
    QString fileOf(const QString &name) const
    {
        if (const auto found = m_files.constFind(name); found != m_files.cend())
            return *found;
        static const QString around = QStringLiteral("{}.:,=");
        const auto isAround = [](QChar c) { return around.contains(c); };
        const auto begin = std::find_if_not(name.begin(), name.end(), isAround);
        return m_files.value(QString(begin, std::find_if(begin, name.end(), isAround) - begin));
    }

    QHash<QString, QString> m_files;                  // by every name
    std::map<QString, CodeLanguage> m_languages;      // those that were asked for; a map's values stay where they are
    QMutex m_mutex;
};

LanguageLibrary &languageLibrary()
{
    static LanguageLibrary library;
    return library;
}

}

const CodeLanguage *codeLanguage(const QString &name)
{
    return languageLibrary().language(name);
}

QStringList codeLanguageNames()
{
    return languageLibrary().names();
}

QString codeFileName(const QString &language)
{
    return languageLibrary().fileName(language);
}

quint32 lexCodeLine(const CodeLanguage &language, QStringView line, quint32 state, std::vector<CodeSpan> &spans)
{
    return CodeLexer(language, line, spans).lex(state);
}
