// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modellist_p.h"

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModelInfo &info = m_models.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return info.id;
    case ModelInfoRole:
        return QVariant::fromValue(info);
    default:
        return {};
    }
}

void ModelList::setModels(const QList<ModelInfo> &models)
{
    if (models == m_models)
        return;
    beginResetModel();
    m_models = models;
    endResetModel();
}
