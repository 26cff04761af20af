// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <vector>

// Markdown to try things on: tests/data/markdown and, where they are installed, the CommonMark examples.
namespace MarkdownSamples {

// From the Debian package golang-github-yuin-goldmark-dev; the text is CC-BY-SA 4.0 and only read.
inline QJsonArray specificationExamples()
{
    QFile file(QStringLiteral("/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

struct Sample
{
    QString name;
    QString text;
};

inline std::vector<Sample> documents()
{
    std::vector<Sample> samples;
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/markdown"));
    const QStringList names = folder.entryList({ QStringLiteral("*.md") }, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            samples.push_back({ name, QString::fromUtf8(file.readAll()) });
    }
    return samples;
}

inline std::vector<Sample> examples()
{
    std::vector<Sample> samples;
    const QJsonArray all = specificationExamples();
    for (const QJsonValue &value : all)
        samples.push_back({ QStringLiteral("example %1").arg(value[QStringLiteral("example")].toInt()), value[QStringLiteral("markdown")].toString() });
    return samples;
}

inline std::vector<Sample> all()
{
    std::vector<Sample> samples = documents();
    std::vector<Sample> more = examples();
    samples.insert(samples.end(), more.begin(), more.end());
    return samples;
}

}
