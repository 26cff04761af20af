// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "endpoint.h"
#include "endpointbook.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FirstRunPage;
}
class QLabel;
class QLineEdit;
class QPushButton;

// The page that stands in the conversation's place while there is no server to ask: paste a key, name another server,
// or practise. Emits what the person wants and shows how it went; a key leaves its field as soon as it is taken.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);
    ~FirstRunPage() override;

    // Whether there is something to go back to; then a button and Escape do.
    void setLeavable(bool isLeavable);
    // How an offer ended.
    void showKeyKept(const Endpoint &endpoint, const KeyPlace &place, bool isVerified);
    void showRefused(const Endpoint &endpoint, const Error &error);

Q_SIGNALS:
    // Test this key and keep it. The key may be empty for a server that is not xAI.
    void endpointOffered(const Endpoint &endpoint, const ApiKey &key);
    void practiceRequested();
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offerXai();
    void offerServer();
    void checkAddress();
    void setBusy(bool isBusy);
    QLabel *resultLabelOf(const Endpoint &endpoint) const;

    std::unique_ptr<Ui::FirstRunPage> m_ui;
    QPushButton *m_back = nullptr;
};

// Takes what was typed out of a field, field history included.
ApiKey takeKey(QLineEdit *field);
// One sentence: where the key is kept, and why not in the keyring.
QString keyPlaceSentence(const KeyPlace &place);
enum class Mood { Neutral, Good, Bad };
// A result under a field, in the colour of its mood.
void showResult(QLabel *label, const QString &text, Mood mood);
