// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"
#include "transcriptroles.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

// A transcript's model held in a list that a test changes by hand. It announces exactly what changed.
class ListTranscript : public QAbstractListModel
{
public:
    struct Row
    {
        Role role = Role::Assistant;
        QString text;
        MessageState state = MessageState::Complete;
        QString reasoning;
        qint64 thinkingMs = 0;
        QList<ImagePart> images;
        QString infoLine;
        QList<Source> sources = {};
        bool isInspectable = false;
        std::optional<TranscriptNotice> notice;
        int siblingIndex = 0;
        int siblingCount = 1;
        MessageId id = MessageId::create(std::chrono::milliseconds(1'790'000'000'000));
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Row &row = m_rows[size_t(index.row())];
        switch (role) {
        case MessageIdRole: return QVariant::fromValue(row.id);
        case RoleRole: return int(row.role);
        case StateRole: return int(row.state);
        case TextRole: ++m_bodiesRead; return row.text;
        case TextLengthRole: return int(row.text.size());
        case ReasoningRole: return row.reasoning;
        case ThinkingMsRole: return row.thinkingMs;
        case ImagesRole: return QVariant::fromValue(row.images);
        case InfoLineRole: return row.infoLine;
        case SourcesRole: return QVariant::fromValue(row.sources);
        case InspectableRole: return row.isInspectable;
        case NoticeRole: return row.notice ? QVariant::fromValue(*row.notice) : QVariant();
        case SiblingIndexRole: return row.siblingIndex;
        case SiblingCountRole: return row.siblingCount;
        default: return {};
        }
    }

    const Row &at(int row) const { return m_rows[size_t(row)]; }
    int bodiesRead() const { return m_bodiesRead; }

    void insert(int at, std::vector<Row> rows)
    {
        beginInsertRows({}, at, at + int(rows.size()) - 1);
        m_rows.insert(m_rows.begin() + at, rows.begin(), rows.end());
        endInsertRows();
    }
    void append(Row row) { insert(int(m_rows.size()), { std::move(row) }); }
    void remove(int first, int count)
    {
        beginRemoveRows({}, first, first + count - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
        endRemoveRows();
    }
    void replaceAll(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void appendText(int row, const QString &piece)
    {
        m_rows[size_t(row)].text += piece;
        announce(row, { TextRole, TextLengthRole });
    }
    void change(int row, const std::function<void(Row &)> &edit, const QList<int> &roles = {})
    {
        edit(m_rows[size_t(row)]);
        announce(row, roles);
    }

private:
    void announce(int row, const QList<int> &roles) { Q_EMIT dataChanged(index(row), index(row), roles); }

    std::vector<Row> m_rows;
    mutable int m_bodiesRead = 0;
};
