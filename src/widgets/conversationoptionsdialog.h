// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "completionoptions.h"
#include "modelinfo.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

// What a person may set for one conversation: the instructions, and every field of a request that is theirs to set. What is not
// ticked is not sent.
class ConversationOptionsDialog : public QDialog
{
    Q_OBJECT
public:
    struct Start { QString systemPrompt; CompletionOptions options; QString modelId; std::optional<ModelInfo> model; };
    explicit ConversationOptionsDialog(const Start &start, QWidget *parent = nullptr);

    QString systemPrompt() const;
    // Tools and the form of the answer as they were.
    CompletionOptions options() const;

private:
    struct Real { QCheckBox *isSet; QDoubleSpinBox *value; };
    struct Whole { QCheckBox *isSet; QSpinBox *value; };
    struct Seed { QCheckBox *isSet; QLineEdit *value; };

    QWidget *makeInstructions(const Start &start);
    QWidget *makeSampling(const CompletionOptions &options);
    QWidget *makeRequest(const Start &start);
    Real addReal(QFormLayout &form, const QString &label, const char *name, double lowest, double highest, double suggested, std::optional<double> now);
    Whole addWhole(QFormLayout &form, const QString &label, const char *name, int lowest, int highest, int suggested, std::optional<int> now);
    Seed addSeed(QFormLayout &form, std::optional<qint64> now);
    QComboBox *addChoice(QFormLayout &form, const QString &label, const char *name);
    QLineEdit *addLine(QFormLayout &form, const QString &label, const char *name, const QString &now, const QString &example);
    void fillEfforts(const Start &start);
    void fillToolChoice(const CompletionOptions &options);

    CompletionOptions m_before;
    QPlainTextEdit *m_systemPrompt = nullptr;
    Real m_temperature {}, m_topP {}, m_presence {}, m_frequency {};
    Whole m_limit {}, m_topLogprobs {};
    Seed m_seed {};
    QCheckBox *m_logprobs = nullptr;
    QPlainTextEdit *m_stop = nullptr;
    QComboBox *m_effort = nullptr;
    QComboBox *m_tier = nullptr;
    QComboBox *m_toolChoice = nullptr;
    QComboBox *m_parallel = nullptr;
    QComboBox *m_stream = nullptr;
    QLineEdit *m_user = nullptr;
};
