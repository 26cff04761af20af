// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

template<typename T>
struct SettingKey
{
    const char *name;
    T fallback;
};

// Every setting there is, and what the window remembers. Plain INI, mode 0600, no secret and no text of conversations but the names that
// documents were given.
namespace keys {
inline const SettingKey<bool> tellsOfAnswers { "desktop/tellsOfAnswers", true };           // when one is ready and the window is not looked at
inline const SettingKey<bool> titlesByModel { "titles/byModel", false };                   // one more small request for a conversation
inline const SettingKey<QString> titleModel { "titles/model", QString() };                 // empty: the conversation's own
inline const SettingKey<bool> sendOnEnter { "composer/sendOnEnter", true };
inline const SettingKey<int> maxImageEdge { "attachments/maxImageEdge", 2048 };
inline const SettingKey<QString> theme { "appearance/theme", QStringLiteral("system") };   // system, light, dark
inline const SettingKey<int> zoomPercent { "appearance/zoomPercent", 100 };                // 50 to 300
inline const SettingKey<bool> codeLineNumbers { "appearance/codeLineNumbers", false };
inline const SettingKey<bool> codeWrapsLines { "appearance/codeWrapsLines", false };
inline const SettingKey<QString> language { "appearance/language", QString() };            // empty: the desktop's
inline const SettingKey<QByteArray> endpoints { "endpoints/list", QByteArray() };          // JSON array, see chat/endpointbook
inline const SettingKey<QString> currentEndpoint { "endpoints/current", QString() };
inline const SettingKey<bool> usesPractice { "endpoints/practice", false };
inline const SettingKey<QString> currentModel { "endpoints/currentModel", QString() };
inline const SettingKey<qint64> softCostLimit { "cost/softLimit", 0 };                     // ticks a month; 0: none
inline const SettingKey<qint64> hardCostLimit { "cost/hardLimit", 0 };
inline const SettingKey<QByteArray> costBesides { "cost/besides", QByteArray() };           // JSON: what requests without a message used, see chat/ledger
inline const SettingKey<QByteArray> functions { "tools/functions", QByteArray() };          // JSON array of definitions
inline const SettingKey<QByteArray> windowGeometry { "window/geometry", QByteArray() };
inline const SettingKey<QByteArray> splitterState { "window/splitter", QByteArray() };
inline const SettingKey<QString> openConversation { "window/conversation", QString() };
inline const SettingKey<QStringList> recentDocuments { "window/recentDocuments", QStringList() };       // paths, the last one first
inline const SettingKey<QStringList> seenConversations { "window/seen", QStringList() };                // ids, the last one first
inline const SettingKey<QStringList> unreadConversations { "window/unread", QStringList() };            // ids
}

// Preferences on disk. Passed to those who need it; lower layers get the value, not this.
class Settings
{
public:
    explicit Settings(const QString &filePath);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    template<typename T> T get(const SettingKey<T> &key) const
    {
        const QVariant found = value(key.name);
        return found.isValid() && found.canConvert<T>() ? found.value<T>() : key.fallback;
    }
    template<typename T> void set(const SettingKey<T> &key, const T &newValue) { setValue(key.name, QVariant::fromValue(newValue)); }

    // False when something could not be written.
    bool sync();

private:
    QVariant value(const char *name) const;
    void setValue(const char *name, const QVariant &newValue);
    std::unique_ptr<QSettings> m_settings;
};
