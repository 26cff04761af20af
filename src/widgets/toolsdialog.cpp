// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "toolsdialog.h"

#include "firstrunpage.h"
#include "functionschema.h"
#include "plaintext.h"
#include "ui_toolsdialog.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QPushButton>

namespace {

constexpr int TextRole = Qt::UserRole + 1;
enum FormatIndex { AnyText, AnyJson, BySchema };

QString indented(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject functionTool(const QJsonObject &function)
{
    return { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), function } };
}

bool offers(const QJsonArray &tools, const QString &type)
{
    return tools.contains(QJsonObject { { QStringLiteral("type"), type } });
}

}

ToolsDialog::ToolsDialog(const QJsonArray &functions, const CompletionOptions &options, QWidget *parent)
    : QDialog(parent), m_options(options), m_ui(std::make_unique<Ui::ToolsDialog>())
{
    m_ui->setupUi(this);
    resize(720, 520);
    m_ui->definition->setPlaceholderText(tr("Add a function and describe it here, in JSON"));
    for (QLabel *label : { m_ui->functionsNote, m_ui->searchNote, m_ui->problem })
        makeSecondary(label);
    m_ui->problem->hide();
    for (QPlainTextEdit *text : { m_ui->definition, m_ui->schema })
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    for (const QJsonValue &function : functions)
        addFunction(function.toObject(), options.tools.contains(functionTool(function.toObject())));
    m_ui->webSearch->setChecked(offers(options.tools, QStringLiteral("web_search")));
    m_ui->xSearch->setChecked(offers(options.tools, QStringLiteral("x_search")));
    const QString form = options.responseFormat.value(QLatin1String("type")).toString();
    m_ui->format->setCurrentIndex(form == QLatin1String("json_schema") ? BySchema : form == QLatin1String("json_object") ? AnyJson : AnyText);
    m_ui->schema->setPlainText(indented(options.responseFormat.value(QLatin1String("json_schema"))[QLatin1String("schema")].toObject()));

    connect(m_ui->functions, &QListWidget::currentRowChanged, this, &ToolsDialog::showFunction);
    connect(m_ui->definition, &QPlainTextEdit::textChanged, this, &ToolsDialog::keepFunction);
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ToolsDialog::showFormat);
    connect(m_ui->addFunction, &QPushButton::clicked, this, [this] {
        const QJsonObject parameters { { QStringLiteral("type"), QStringLiteral("object") }, { QStringLiteral("properties"), QJsonObject() } };
        addFunction({ { QStringLiteral("name"), QStringLiteral("my_function") }, { QStringLiteral("description"), QString() },
                      { QStringLiteral("parameters"), parameters } }, true);
        m_ui->functions->setCurrentRow(m_ui->functions->count() - 1);
        m_ui->definition->setFocus();
    });
    connect(m_ui->removeFunction, &QPushButton::clicked, this, [this] { delete m_ui->functions->takeItem(m_ui->functions->currentRow()); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ToolsDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->functions->setCurrentRow(0);
    showFunction();
    showFormat();
}

ToolsDialog::~ToolsDialog() = default;

void ToolsDialog::addFunction(const QJsonObject &function, bool isOffered)
{
    auto *item = new QListWidgetItem(function.value(QLatin1String("name")).toString(), m_ui->functions);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(isOffered ? Qt::Checked : Qt::Unchecked);
    item->setData(TextRole, indented(function));
}

void ToolsDialog::showFunction()
{
    const QListWidgetItem *item = m_ui->functions->currentItem();
    m_isShowing = true;
    m_ui->definition->setPlainText(item ? item->data(TextRole).toString() : QString());
    m_isShowing = false;
    m_ui->definition->setEnabled(item);
    m_ui->removeFunction->setEnabled(item);
}

void ToolsDialog::keepFunction()
{
    QListWidgetItem *item = m_ui->functions->currentItem();
    if (!item || m_isShowing)
        return;
    const QString text = m_ui->definition->toPlainText();
    item->setData(TextRole, text);
    const QString name = parsed(text).value(QLatin1String("name")).toString();
    if (!name.isEmpty())
        item->setText(name);
    const QString wrong = problem();
    showResult(m_ui->problem, wrong, Mood::Bad);
    m_ui->problem->setVisible(!wrong.isEmpty());
}

void ToolsDialog::showFormat()
{
    m_ui->schema->setEnabled(m_ui->format->currentIndex() == BySchema);
}

QString ToolsDialog::problem() const
{
    for (int row = 0; row < m_ui->functions->count(); ++row) {
        const QListWidgetItem *item = m_ui->functions->item(row);
        const QJsonDocument json = QJsonDocument::fromJson(item->data(TextRole).toString().toUtf8());
        const QString wrong = json.isObject() ? functionProblem(json.object()) : tr("This is no JSON object.");
        if (!wrong.isEmpty())
            return QStringLiteral("%1: %2").arg(item->text(), wrong);
    }
    if (m_ui->format->currentIndex() != BySchema)
        return {};
    const QJsonDocument schema = QJsonDocument::fromJson(m_ui->schema->toPlainText().toUtf8());
    return schema.isObject() ? schemaProblem(schema.object()) : tr("The schema of the answer is no JSON object.");
}

QJsonArray ToolsDialog::functions() const
{
    QJsonArray all;
    for (int row = 0; row < m_ui->functions->count(); ++row)
        all.append(parsed(m_ui->functions->item(row)->data(TextRole).toString()));
    return all;
}

CompletionOptions ToolsDialog::options() const
{
    CompletionOptions chosen = m_options;
    chosen.tools = {};
    for (int row = 0; row < m_ui->functions->count(); ++row) {
        const QListWidgetItem *item = m_ui->functions->item(row);
        if (item->checkState() == Qt::Checked)
            chosen.tools.append(functionTool(parsed(item->data(TextRole).toString())));
    }
    if (m_ui->webSearch->isChecked())
        chosen.tools.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("web_search") } });
    if (m_ui->xSearch->isChecked())
        chosen.tools.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("x_search") } });
    chosen.responseFormat = {};
    if (m_ui->format->currentIndex() == AnyJson)
        chosen.responseFormat = { { QStringLiteral("type"), QStringLiteral("json_object") } };
    if (m_ui->format->currentIndex() == BySchema) {
        const QJsonObject named { { QStringLiteral("name"), QStringLiteral("answer") }, { QStringLiteral("schema"), parsed(m_ui->schema->toPlainText()) } };
        chosen.responseFormat = { { QStringLiteral("type"), QStringLiteral("json_schema") }, { QStringLiteral("json_schema"), named } };
    }
    return chosen;
}

void ToolsDialog::accept()
{
    const QString wrong = problem();
    showResult(m_ui->problem, wrong, Mood::Bad);
    m_ui->problem->setVisible(!wrong.isEmpty());
    if (wrong.isEmpty())
        QDialog::accept();
}
