// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "result.h"

#include <QObject>
#include <QUrl>

#include <memory>

// A real HTTP/1.1 server on 127.0.0.1 that speaks the wire with prepared answers: GET /v1/models, /v1/language-models,
// /v1/api-key, POST /v1/chat/completions streamed and plain. Pictures are described by what is really in their bytes.
// A word in the question chooses the behaviour; GET / lists them. Works without a key. Runs in its own thread.
class PracticeServer : public QObject
{
    Q_OBJECT
public:
    // Listens at a port of the system's choice.
    static Result<std::unique_ptr<PracticeServer>> start(QObject *parent = nullptr);
    ~PracticeServer() override;
    QUrl baseUrl() const;        // http://127.0.0.1:PORT/v1

private:
    class Private;
    explicit PracticeServer(std::unique_ptr<Private> priv, QObject *parent);
    std::unique_ptr<Private> d;
};
