// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

struct LinkTarget
{
    QString target;
    QString title;
};

struct LinkDefinition
{
    QString label;        // normalised
    LinkTarget link;
};

// Labels that lead somewhere, and the leaves that asked for one that did not yet.
class MarkdownReferences
{
public:
    // Case folded, white space collapsed; empty when it cannot be a label.
    static QString normalized(QStringView label);
    // Footnotes share the index of waiting leaves under a key no link label can have.
    static QString footnoteKey(QStringView label);

    // The first definition of a label counts.
    void define(const LinkDefinition &definition);
    void defineFootnote(QStringView label);
    const LinkTarget *find(const QString &label) const;
    bool hasFootnote(const QString &key) const;

    void addWaiting(const QString &key, qsizetype leaf);
    // Leaves to be parsed again because of what was defined since the last call.
    std::vector<qsizetype> takeAnswered();

private:
    void answer(const QString &key);

    QHash<QString, LinkTarget> m_links;
    QSet<QString> m_footnotes;
    QHash<QString, std::vector<qsizetype>> m_waiting;
    std::vector<qsizetype> m_answered;
};

// Link definitions at the beginning of a paragraph.
struct LeadingDefinitions
{
    std::vector<LinkDefinition> definitions;
    qsizetype lineCount = 0;
};
LeadingDefinitions leadingDefinitions(QStringView paragraph, qint64 &steps);
