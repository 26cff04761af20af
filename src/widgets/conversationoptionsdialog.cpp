// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationoptionsdialog.h"

#include "plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QValidator>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr int MostStops = 4;
const QStringList AllEfforts { QStringLiteral("none"), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high"), QStringLiteral("xhigh") };

QLabel *note(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setWordWrap(true);
    makeSecondary(label);
    return label;
}

// A page with a form, and a word about it below.
QWidget *page(QFormLayout *form, const QString &words)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    column->addWidget(note(words, widget));
    column->addStretch(1);
    return widget;
}

void choose(QComboBox &box, const QVariant &value)
{
    int index = box.findData(value);
    // What was set elsewhere stays.
    if (index < 0) {
        box.addItem(value.toString(), value);
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

template<typename T, typename Row>
std::optional<T> valueOf(const Row &row)
{
    return row.isSet->isChecked() ? std::optional(T(row.value->value())) : std::nullopt;
}

// Numbers that were set elsewhere may have more digits than the field shows.
std::optional<double> valueOf(const QCheckBox &isSet, const QDoubleSpinBox &field, std::optional<double> before)
{
    if (!isSet.isChecked())
        return std::nullopt;
    constexpr double HalfStep = 0.005;
    return before && std::abs(*before - field.value()) <= HalfStep ? before : std::optional(field.value());
}

class SeedValidator final : public QValidator
{
public:
    using QValidator::QValidator;
    State validate(QString &text, int &) const override
    {
        bool isNumber = false;
        std::ignore = text.toLongLong(&isNumber);
        if (isNumber)
            return Acceptable;
        return text.isEmpty() || text == QLatin1String("-") ? Intermediate : Invalid;
    }
};

std::optional<qint64> seedOf(const QCheckBox &isSet, const QLineEdit &field)
{
    bool isNumber = false;
    const qint64 seed = field.text().toLongLong(&isNumber);
    return isSet.isChecked() && isNumber ? std::optional(seed) : std::nullopt;
}

QVariant boolData(const std::optional<bool> &value)
{
    return value ? QVariant(*value) : QVariant(QString());
}

}

ConversationOptionsDialog::ConversationOptionsDialog(const Start &start, QWidget *parent) : QDialog(parent), m_before(start.options)
{
    setWindowTitle(tr("Conversation settings"));
    setMinimumWidth(560);
    resize(560, 480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *pages = new QTabWidget(this);
    pages->setObjectName(QStringLiteral("pages"));
    pages->addTab(makeInstructions(start), tr("&Instructions"));
    pages->addTab(makeSampling(start.options), tr("&Answer"));
    pages->addTab(makeRequest(start), tr("&Request"));
    column->addWidget(pages);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("saveOptions"));
    for (QAbstractButton *button : buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    m_systemPrompt->setFocus();
}

QWidget *ConversationOptionsDialog::makeInstructions(const Start &start)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    m_systemPrompt = new QPlainTextEdit(start.systemPrompt, widget);
    m_systemPrompt->setObjectName(QStringLiteral("systemPrompt"));
    m_systemPrompt->setAccessibleName(tr("Instructions"));
    m_systemPrompt->setPlaceholderText(tr("How the model should behave in this conversation"));
    m_systemPrompt->setTabChangesFocus(true);
    column->addWidget(m_systemPrompt, 1);
    column->addWidget(note(tr("Sent in front of each question, as the system message."), widget));
    return widget;
}

QWidget *ConversationOptionsDialog::makeSampling(const CompletionOptions &options)
{
    auto *form = new QFormLayout;
    m_temperature = addReal(*form, tr("&Temperature"), "temperature", 0, 2, 1, options.temperature);
    m_topP = addReal(*form, tr("To&p P"), "topP", 0.01, 1, 1, options.topP);
    m_limit = addWhole(*form, tr("&Length limit, in tokens"), "limit", 1, std::numeric_limits<int>::max(), 4096, options.maxCompletionTokens);
    m_presence = addReal(*form, tr("Pre&sence penalty"), "presence", -2, 2, 0, options.presencePenalty);
    m_frequency = addReal(*form, tr("&Frequency penalty"), "frequency", -2, 2, 0, options.frequencyPenalty);
    m_seed = addSeed(*form, options.seed);
    m_logprobs = new QCheckBox(tr("Ask for the probabilities of the tokens"));
    m_logprobs->setObjectName(QStringLiteral("logprobs"));
    m_logprobs->setChecked(options.logprobs.value_or(false));
    form->addRow(new QWidget, m_logprobs);
    m_topLogprobs = addWhole(*form, tr("Name so &many others"), "topLogprobs", 0, 8, 2, options.topLogprobs);
    m_stop = new QPlainTextEdit(options.stop.join(QLatin1Char('\n')));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setAccessibleName(tr("Stop at these texts"));
    m_stop->setTabChangesFocus(true);
    m_stop->setMinimumHeight(m_stop->fontMetrics().lineSpacing() * 3);
    m_stop->setMaximumHeight(m_stop->fontMetrics().lineSpacing() * (MostStops + 1));
    QLabel *label = plainLabel(tr("Stop at these te&xts, one a line"), this);
    label->setBuddy(m_stop);
    form->addRow(label, m_stop);
    return page(form, tr("What is not ticked is not sent: the server decides. Models that reason refuse penalties and stop texts; a field that is refused is left out and said."));
}

QWidget *ConversationOptionsDialog::makeRequest(const Start &start)
{
    const CompletionOptions &options = start.options;
    auto *form = new QFormLayout;
    m_effort = addChoice(*form, tr("T&hinking"), "effort");
    fillEfforts(start);
    m_tier = addChoice(*form, tr("Ser&vice tier"), "tier");
    m_tier->addItem(tr("Not set"), QString());
    m_tier->addItem(tr("Default"), QStringLiteral("default"));
    m_tier->addItem(tr("Priority (twice the price)"), QStringLiteral("priority"));
    choose(*m_tier, options.serviceTier);
    m_toolChoice = addChoice(*form, tr("&Use of tools"), "toolChoice");
    fillToolChoice(options);
    m_parallel = addChoice(*form, tr("Several &calls at once"), "parallel");
    m_parallel->addItem(tr("Not set"), QString());
    m_parallel->addItem(tr("Yes"), true);
    m_parallel->addItem(tr("No"), false);
    choose(*m_parallel, boolData(options.parallelToolCalls));
    m_stream = addChoice(*form, tr("Ans&wers arrive"), "stream");
    m_stream->addItem(tr("Piece by piece"), true);
    m_stream->addItem(tr("Whole, when they are done"), false);
    choose(*m_stream, options.stream);
    m_user = addLine(*form, tr("User i&d"), "user", options.user, tr("For the provider's watch over misuse"));
    return page(form, tr("Tools and the form of the answer have a dialog of their own."));
}

ConversationOptionsDialog::Real ConversationOptionsDialog::addReal(QFormLayout &form, const QString &label, const char *name, double lowest,
                                                                   double highest, double suggested, std::optional<double> now)
{
    Real row { new QCheckBox(label), new QDoubleSpinBox };
    row.isSet->setObjectName(QLatin1String(name) + QStringLiteral("IsSet"));
    row.value->setObjectName(QLatin1String(name));
    row.value->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    row.value->setRange(lowest, highest);
    row.value->setDecimals(2);
    row.value->setSingleStep(0.05);
    row.value->setValue(now.value_or(suggested));
    row.value->setEnabled(now.has_value());
    row.isSet->setChecked(now.has_value());
    // On one line with what it stands for.
    row.isSet->setMinimumHeight(row.value->sizeHint().height());
    connect(row.isSet, &QCheckBox::toggled, row.value, &QWidget::setEnabled);
    form.addRow(row.isSet, row.value);
    return row;
}

ConversationOptionsDialog::Whole ConversationOptionsDialog::addWhole(QFormLayout &form, const QString &label, const char *name, int lowest,
                                                                     int highest, int suggested, std::optional<int> now)
{
    Whole row { new QCheckBox(label), new QSpinBox };
    row.isSet->setObjectName(QLatin1String(name) + QStringLiteral("IsSet"));
    row.value->setObjectName(QLatin1String(name));
    row.value->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    row.value->setRange(lowest, highest);
    row.value->setValue(now.value_or(suggested));
    row.value->setEnabled(now.has_value());
    row.isSet->setChecked(now.has_value());
    // On one line with what it stands for.
    row.isSet->setMinimumHeight(row.value->sizeHint().height());
    connect(row.isSet, &QCheckBox::toggled, row.value, &QWidget::setEnabled);
    form.addRow(row.isSet, row.value);
    return row;
}

// A spin box ends at 32 bits, seeds do not.
ConversationOptionsDialog::Seed ConversationOptionsDialog::addSeed(QFormLayout &form, std::optional<qint64> now)
{
    const QString label = tr("Se&ed");
    Seed row { new QCheckBox(label), new QLineEdit };
    row.isSet->setObjectName(QStringLiteral("seedIsSet"));
    row.value->setObjectName(QStringLiteral("seed"));
    row.value->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    row.value->setValidator(new SeedValidator(row.value));
    row.value->setText(QString::number(now.value_or(1)));
    row.value->setEnabled(now.has_value());
    row.isSet->setChecked(now.has_value());
    // On one line with what it stands for.
    row.isSet->setMinimumHeight(row.value->sizeHint().height());
    connect(row.isSet, &QCheckBox::toggled, row.value, &QWidget::setEnabled);
    form.addRow(row.isSet, row.value);
    return row;
}

QComboBox *ConversationOptionsDialog::addChoice(QFormLayout &form, const QString &label, const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    QLabel *words = plainLabel(label, this);
    words->setBuddy(box);
    form.addRow(words, box);
    return box;
}

QLineEdit *ConversationOptionsDialog::addLine(QFormLayout &form, const QString &label, const char *name, const QString &now, const QString &example)
{
    auto *line = new QLineEdit(now);
    line->setObjectName(QLatin1String(name));
    line->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    line->setPlaceholderText(example);
    QLabel *words = plainLabel(label, this);
    words->setBuddy(line);
    form.addRow(words, line);
    return line;
}

// Only the levels that the model takes; all of them where the server does not say.
void ConversationOptionsDialog::fillEfforts(const Start &start)
{
    const QStringList known = start.model ? start.model->reasoningEfforts : QStringList();
    const bool takesNone = start.model && known.isEmpty() && start.model->reasons == false;
    m_effort->addItem(takesNone ? tr("%1 has no levels").arg(start.modelId) : tr("Not set: as the model does"), QString());
    for (const QString &effort : known.isEmpty() && !takesNone ? AllEfforts : known)
        m_effort->addItem(effort, effort);
    choose(*m_effort, start.options.reasoningEffort);
    m_effort->setEnabled(m_effort->count() > 1);
}

void ConversationOptionsDialog::fillToolChoice(const CompletionOptions &options)
{
    m_toolChoice->addItem(tr("Not set: as the model does"), QString());
    m_toolChoice->addItem(tr("As it likes"), QStringLiteral("auto"));
    m_toolChoice->addItem(tr("Never"), QStringLiteral("none"));
    m_toolChoice->addItem(tr("At least one call"), QStringLiteral("required"));
    for (const QJsonValue &tool : options.tools) {
        const QString function = tool[QLatin1String("function")][QLatin1String("name")].toString();
        if (!function.isEmpty())
            m_toolChoice->addItem(tr("Call %1").arg(function), QJsonObject { { QStringLiteral("type"), QStringLiteral("function") },
                                                                            { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), function } } } });
    }
    const QJsonValue now = options.toolChoice;
    if (now.isUndefined() || now.isNull())
        return;
    for (int i = 0; i < m_toolChoice->count(); ++i) {
        if (QJsonValue::fromVariant(m_toolChoice->itemData(i)) == now) {
            m_toolChoice->setCurrentIndex(i);
            return;
        }
    }
    // What was set elsewhere stays.
    const QString name = now[QLatin1String("function")][QLatin1String("name")].toString(now.toString());
    m_toolChoice->addItem(tr("Call %1").arg(name), now.toVariant());
    m_toolChoice->setCurrentIndex(m_toolChoice->count() - 1);
}

QString ConversationOptionsDialog::systemPrompt() const
{
    return m_systemPrompt->toPlainText();
}

CompletionOptions ConversationOptionsDialog::options() const
{
    CompletionOptions options = m_before;
    options.temperature = valueOf(*m_temperature.isSet, *m_temperature.value, m_before.temperature);
    options.topP = valueOf(*m_topP.isSet, *m_topP.value, m_before.topP);
    options.maxCompletionTokens = valueOf<int>(m_limit);
    options.presencePenalty = valueOf(*m_presence.isSet, *m_presence.value, m_before.presencePenalty);
    options.frequencyPenalty = valueOf(*m_frequency.isSet, *m_frequency.value, m_before.frequencyPenalty);
    options.seed = seedOf(*m_seed.isSet, *m_seed.value);
    options.logprobs = m_logprobs->isChecked() ? std::optional(true) : std::nullopt;
    options.topLogprobs = m_logprobs->isChecked() ? valueOf<int>(m_topLogprobs) : std::nullopt;
    options.stop = m_stop->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(0, MostStops);
    options.reasoningEffort = m_effort->currentData().toString();
    options.serviceTier = m_tier->currentData().toString();
    options.toolChoice = m_toolChoice->currentIndex() > 0 ? QJsonValue::fromVariant(m_toolChoice->currentData()) : QJsonValue(QJsonValue::Undefined);
    const QVariant parallel = m_parallel->currentData();
    options.parallelToolCalls = parallel.typeId() == QMetaType::Bool ? std::optional(parallel.toBool()) : std::nullopt;
    options.stream = m_stream->currentData().toBool();
    options.user = m_user->text().trimmed();
    return options;
}
