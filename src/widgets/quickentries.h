// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <QList>
#include <QStringList>
#include <QVariant>

#include <vector>

// One thing to go to or to do.
struct QuickEntry
{
    QString title;           // plain text, from anywhere
    QString detail;          // a shortcut
    QIcon icon;              // may be null
    QVariant target;         // the maker's own
    qint64 atMs = 0;         // ms since 1970 UTC, shown as a date where there is no detail; 0: none
};

// Entries, and those of them that fit what was typed: each word, wherever it stands, without regard to case and accents. Words at the
// start of the title come first, then at the start of a word, then inside one; among equals the order stays. Ten thousand entries
// are looked through in some milliseconds.
class QuickEntries : public QAbstractListModel
{
    Q_OBJECT
public:
    enum QuickRole { DetailRole = Qt::UserRole + 1 /* QString */, TargetRole /* QVariant */ };
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<QuickEntry> &entries);
    void setWords(const QString &words);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void choose();

    QList<QuickEntry> m_entries;
    QStringList m_folded;         // their titles, for comparing
    QStringList m_words;
    std::vector<int> m_shown;     // numbers of entries
};
