// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jsontreedialog.h"

#include <QDialogButtonBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {

constexpr int ValueRole = Qt::UserRole + 1;
constexpr int MostEntries = 20'000;

// Models like to put a fence around what was to be JSON alone.
QByteArray withoutFence(const QString &text)
{
    QString inside = text.trimmed();
    if (inside.startsWith(QLatin1String("```")) && inside.endsWith(QLatin1String("```"))) {
        const qsizetype firstLine = inside.indexOf(QLatin1Char('\n'));
        inside = firstLine < 0 ? QString() : inside.sliced(firstLine + 1).chopped(3);
    }
    return inside.toUtf8();
}

QString textOf(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Indented)).trimmed();
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString shortText(const QJsonValue &value)
{
    if (value.isObject())
        return QStringLiteral("{ %1 }").arg(value.toObject().size());
    if (value.isArray())
        return QStringLiteral("[ %1 ]").arg(value.toArray().size());
    return textOf(value).simplified().left(500);
}

void fill(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value, int &left)
{
    if (--left < 0)
        return;
    auto *item = new QTreeWidgetItem(parent, { name, shortText(value) });
    item->setData(0, ValueRole, textOf(value));
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        fill(item, member.key(), member.value(), left);
    const QJsonArray list = value.toArray();
    for (int i = 0; i < list.size(); ++i)
        fill(item, QString::number(i), list.at(i), left);
}

}

bool isJsonAnswer(const QString &text)
{
    const QByteArray inside = withoutFence(text).trimmed();
    return (inside.startsWith('{') || inside.startsWith('[')) && !QJsonDocument::fromJson(inside).isNull();
}

JsonTreeDialog::JsonTreeDialog(const QString &json, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Answer as a tree"));
    resize(560, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Answer as a tree"));
    tree->setHeaderLabels({ tr("Name"), tr("Value") });
    tree->setUniformRowHeights(true);
    const QJsonDocument document = QJsonDocument::fromJson(withoutFence(json));
    int left = MostEntries;
    fill(tree->invisibleRootItem(), tr("Answer"), document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), left);
    tree->expandToDepth(1);
    tree->resizeColumnToContents(0);
    tree->setCurrentItem(tree->topLevelItem(0));
    column->addWidget(tree);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copy the selected branch"));
    connect(copy, &QPushButton::clicked, this, [this, tree] {
        if (const QTreeWidgetItem *item = tree->currentItem())
            Q_EMIT copyRequested(item->data(0, ValueRole).toString());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}
