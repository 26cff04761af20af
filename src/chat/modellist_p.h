// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modelinfo.h"

#include <QAbstractListModel>

// The language models of one endpoint; DisplayRole is the id, ModelInfoRole the rest.
class ModelList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<ModelInfo> &models() const { return m_models; }
    void setModels(const QList<ModelInfo> &models);

private:
    QList<ModelInfo> m_models;
};
