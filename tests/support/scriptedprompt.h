// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "prompt.h"

#include <QStringList>
#include <QTest>

// Answers questions from a list, at once. Fails the test when it is asked something that has no answer; the test checks
// remaining() for answers nobody asked for.
class ScriptedPrompt final : public Prompt
{
public:
    void willConfirm(bool accepted) { m_confirmations << accepted; }
    void willChoose(const QList<QUrl> &files) { m_files << files; }
    void willChooseFolder(const QString &path) { m_folders << path; }
    void willSaveTo(const QString &path) { m_paths << path; }
    qsizetype remaining() const { return m_confirmations.size() + m_files.size() + m_paths.size() + m_folders.size(); }
    const QStringList &suggestedNames() const { return m_suggestedNames; }
    const QString &lastSentence() const { return m_lastSentence; }

    void confirm(const Question &question, QObject *, std::function<void(bool)> done) override
    {
        m_lastSentence = question.sentence;
        if (m_confirmations.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("nobody answers: ") + question.title), __FILE__, __LINE__);
        else
            done(m_confirmations.takeFirst());
    }
    void chooseFiles(const QString &title, const QString &, QObject *, std::function<void(const QList<QUrl> &)> done) override
    {
        if (m_files.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("nobody chooses for: ") + title), __FILE__, __LINE__);
        else
            done(m_files.takeFirst());
    }
    void chooseSavePath(const QString &title, const QString &suggestedName, const QString &, QObject *,
                        std::function<void(const QString &)> done) override
    {
        m_suggestedNames << suggestedName;
        if (m_paths.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("nobody saves for: ") + title), __FILE__, __LINE__);
        else
            done(m_paths.takeFirst());
    }
    void chooseFolder(const QString &title, QObject *, std::function<void(const QString &)> done) override
    {
        if (m_folders.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("nobody chooses a folder for: ") + title), __FILE__, __LINE__);
        else
            done(m_folders.takeFirst());
    }

private:
    QStringList m_folders;
    QList<bool> m_confirmations;
    QList<QList<QUrl>> m_files;
    QStringList m_paths;
    QStringList m_suggestedNames;
    QString m_lastSentence;
};
