// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static const QString TranslationFolder = QStringLiteral(":/i18n");

static void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

void installTranslations(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    // The texts are English; only their plural forms are in a file.
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
        install(application, QLocale(QLocale::English), QStringLiteral("grackle"), TranslationFolder);
        return;
    }
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, QStringLiteral("grackle"), TranslationFolder);
}

QStringList translatedLanguages()
{
    QStringList codes;
    for (const QString &file : QDir(TranslationFolder).entryList({ QStringLiteral("grackle_*.qm") }))
        codes << file.section(u'_', 1).section(u'.', 0, 0);
    codes.removeAll(QStringLiteral("en"));
    return codes;
}
