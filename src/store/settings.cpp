// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "settings.h"

#include "libraryfolder_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace {

int valueOfDigit(char digit)
{
    return digit >= '0' && digit <= '9' ? digit - '0' : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : 16;
}

// As QSettings reads a value: any letter may be written by its number, hexadecimal or octal.
QByteArray withoutEscapes(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        ++i;
        const int base = text[i] == 'x' ? 16 : valueOfDigit(text[i]) < 8 ? 8 : 0;
        if (base == 0) {
            plain += text[i];
            continue;
        }
        uint number = 0;
        qsizetype end = base == 16 ? i + 1 : i;
        for (; end < text.size() && valueOfDigit(text[end]) < base; ++end)
            number = number * uint(base) + uint(valueOfDigit(text[end]));
        plain += char(number);
        i = end - 1;
    }
    return plain;
}

// Values of any type stand in the file as a stream of Qt's, with lengths that are taken on trust: a damaged one ends the program at every
// start. None of ours is of such a type, so that lines with one are left out.
void dropStreamedValues(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray content = file.readAll();
    file.close();
    const auto isStreamed = [](const QByteArray &text) {
        const QByteArray plain = withoutEscapes(text);
        return plain.contains("Variant(") || plain.contains("DateTime(");
    };
    QByteArray joined = content;
    joined.replace("\\\r\n", "").replace("\\\n", "");
    if (!isStreamed(joined))
        return;
    QByteArray kept;
    for (const QByteArray &line : joined.split('\n'))
        kept += isStreamed(line) ? QByteArray() : line + '\n';
    // In place: the file keeps its mode.
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(kept);
}

}

Settings::Settings(const QString &filePath)
{
    QDir().mkpath(QFileInfo(filePath).absolutePath());
    // QSettings would make a file that others can read; it keeps the mode of one that is there.
    if (!QFileInfo::exists(filePath))
        std::ignore = createPrivateFile(filePath);
    QFile::setPermissions(filePath, QFile::ReadOwner | QFile::WriteOwner);
    dropStreamedValues(filePath);
    m_settings = std::make_unique<QSettings>(filePath, QSettings::IniFormat);
}

Settings::~Settings() = default;

bool Settings::sync()
{
    m_settings->sync();
    // A line that somebody broke by hand is left out when the file is read, and does not keep the rest from being written.
    return m_settings->status() != QSettings::AccessError;
}

QVariant Settings::value(const char *name) const
{
    return m_settings->value(QString::fromLatin1(name));
}

void Settings::setValue(const char *name, const QVariant &newValue)
{
    m_settings->setValue(QString::fromLatin1(name), newValue);
}
