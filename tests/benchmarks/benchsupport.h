// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "keystore.h"
#include "library.h"
#include "settings.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

class FixedClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override { return std::chrono::milliseconds(1'790'000'000'000); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
};

class NoKeys final : public KeyStore
{
public:
    void probe(QObject *, std::function<void(KeyringState)> done) override { done(KeyringState::NoBus); }
    void read(const QString &, QObject *, Reply<ApiKey> done) override { done(ApiKey()); }
    void write(const QString &, const ApiKey &, QObject *, Reply<Done> done) override { done(Done()); }
    void remove(const QString &, QObject *, Reply<Done> done) override { done(Done()); }
};

// The `share`-th of the sorted values: 0.5 is the median.
inline double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values.at(std::min(values.size() - 1, size_t(double(values.size()) * share)));
}

// A library as the window has it, without the window.
class BenchLibrary
{
public:
    explicit BenchLibrary(const QString &folder) : m_library(openOrExit(folder, m_clock)) {}

    // From the question to the library to the controller. The event loop runs meanwhile; `isOpen` is called at once then.
    std::unique_ptr<ConversationController> open(const QString &id, const std::function<void(ConversationController &)> &isOpen = {})
    {
        std::unique_ptr<ConversationController> controller;
        m_library->openConversation(ConversationId::fromString(id), QCoreApplication::instance(), [&](Result<OpenedConversation> result) {
            if (!result)
                std::exit(1);
            controller = std::make_unique<ConversationController>(
                ConversationController::Dependencies { m_client, *m_library, m_book, m_clock }, std::move(result).value());
            if (isOpen)
                isOpen(*controller);
            QCoreApplication::exit();     // quit() would close the windows
        });
        QCoreApplication::exec();
        return controller;
    }

private:
    static std::unique_ptr<Library> openOrExit(const QString &folder, const Clock &clock)
    {
        Result<std::unique_ptr<Library>> opened = Library::open(folder, Library::Access::Owner, clock);
        if (!opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
            std::exit(1);
        }
        return std::move(opened).value();
    }

    QTemporaryDir m_scratch;
    FixedClock m_clock;
    NoKeys m_keys;
    std::unique_ptr<Library> m_library;
    ChatClient m_client { m_library->blobs() };
    Settings m_settings { m_scratch.filePath(QStringLiteral("settings.ini")) };
    EndpointBook m_book { m_client, m_keys, m_settings, ApiKey() };
};
