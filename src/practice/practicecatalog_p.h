// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

// A model of the practice server. Prices are in ticks per token, as the wire has them; nobody pays them.
struct PracticeModel
{
    QString id;
    bool seesImages = false;
    bool reasons = false;
    qint64 promptPrice = 20'000;
    qint64 cachedPrice = 5'000;
    qint64 completionPrice = 60'000;
};

const QList<PracticeModel> &practiceModels();
std::optional<PracticeModel> practiceModel(const QString &id);

// GET /v1/models and /v1/models/ID.
QJsonObject modelEntry(const PracticeModel &model);
QJsonObject modelList();
// GET /v1/language-models and /v1/language-models/ID.
QJsonObject languageModelEntry(const PracticeModel &model);
QJsonObject languageModelList();
// GET /v1/api-key: every key is good here.
QJsonObject apiKeyInfo();
