// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modelchooser.h"

#include "icons.h"
#include "linkpolicy.h"
#include "modelbadges.h"
#include "modeldelegate.h"
#include "palette.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFrame>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QToolTip>

#include <algorithm>

namespace {

// What a list says to those who cannot see it, and to the pointer.
class DescribedDelegate : public ModelDelegate
{
public:
    using ModelDelegate::ModelDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip || !index.isValid())
            return false;
        const auto model = index.data(ModelInfoRole).value<ModelInfo>();
        QToolTip::showText(event->globalPos(), model.id.isEmpty() ? QString() : plainToolTip(modelDescription(model)), view);
        return true;
    }
};

}

// By what a person may know of a model: its id, another name of it, what it can do.
class ModelFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words)
    {
        m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::AccessibleDescriptionRole)
            return QSortFilterProxyModel::data(index, role);
        const auto model = index.data(ModelInfoRole).value<ModelInfo>();
        return (modelBadges(model) + QStringList { modelPriceText(model) }).join(QStringLiteral(", "));
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const auto model = index.data(ModelInfoRole).value<ModelInfo>();
        const QString all = (QStringList { index.data().toString() } + model.aliases + modelBadges(model)).join(QLatin1Char('\n'));
        return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

ModelChooser::ModelChooser(QWidget *parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("modelChooser"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &ModelChooser::openList);
    setModelId(QString());
}

void ModelChooser::setModels(QAbstractItemModel *models)
{
    m_models = models;
    if (m_filtered)
        m_filtered->setSourceModel(models);
}

QString ModelChooser::shownText() const
{
    return m_modelId.isEmpty() ? tr("Choose a model") : m_modelId;
}

void ModelChooser::setModelId(const QString &modelId)
{
    m_modelId = modelId.simplified();
    setText(shownText());
    setAccessibleName(tr("Model: %1").arg(shownText()));
    setToolTip(plainToolTip(tr("Model: %1 (Ctrl+M)").arg(shownText())));
    updateGeometry();
    update();
}

QSize ModelChooser::sizeHint() const
{
    const QFontMetrics metrics(scaledFont(0.93));
    return { qMin(metrics.horizontalAdvance(shownText()) + 44, 320), qMax(27, metrics.height() + 10) };
}

QSize ModelChooser::minimumSizeHint() const
{
    return { 76, sizeHint().height() };
}

void ModelChooser::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isDown() || underMouse() ? colors.message : colors.page);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.hairline, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    const QRect inner = rect().adjusted(13, 0, -9, 0);
    const QRect arrow = QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, { 14, 14 }, inner);
    const QRect words = layoutDirection() == Qt::RightToLeft ? inner.adjusted(18, 0, 0, 0) : inner.adjusted(0, 0, -18, 0);
    const QFont font = scaledFont(0.93);
    painter.setFont(font);
    painter.setPen(colors.secondary);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, QFontMetrics(font).elidedText(shownText(), Qt::ElideRight, words.width()));
    ::icon(QStringLiteral("chevron-down"), colors.secondary).paint(&painter, arrow);
}

void ModelChooser::ensurePopup()
{
    if (m_popup)
        return;
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("modelPopup"));
    m_popup->setFrameShape(QFrame::Box);
    m_popup->setForegroundRole(QPalette::Mid);
    m_field = new QLineEdit(m_popup);
    m_field->setObjectName(QStringLiteral("modelField"));
    m_field->setPlaceholderText(tr("Filter, or type any model id"));
    m_field->setAccessibleName(tr("Model id"));
    m_field->installEventFilter(this);
    m_filtered = new ModelFilter(m_popup);
    m_filtered->setSourceModel(m_models);
    m_list = new QListView(m_popup);
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new DescribedDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_useTyped = new QPushButton(m_popup);
    m_useTyped->setObjectName(QStringLiteral("useTypedModel"));
    m_useTyped->setToolTip(tr("Take the id as typed (Ctrl+Enter)"));
    connect(m_useTyped, &QPushButton::clicked, this, [this] { choose(m_field->text().trimmed()); });
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_useTyped);
    connect(m_field, &QLineEdit::textChanged, this, &ModelChooser::filter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.data().toString()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { choose(index.data().toString()); });
}

void ModelChooser::openList()
{
    ensurePopup();
    m_field->clear();
    filter(QString());
    m_popup->resize(qMin(460, screen()->availableGeometry().width() - 16), 420);
    const QPoint corner = mapToGlobal(QPoint(width() - m_popup->width(), height() + 4));
    const QRect available = screen()->availableGeometry();
    m_popup->move(qBound(available.left(), corner.x(), qMax(available.left(), available.right() - m_popup->width())),
                  qMin(corner.y(), qMax(available.top(), available.bottom() - m_popup->height())));
    m_popup->show();
    m_field->setFocus();
    const QModelIndexList now = m_filtered->match(m_filtered->index(0, 0), Qt::DisplayRole, m_modelId, 1, Qt::MatchExactly);
    m_list->setCurrentIndex(now.isEmpty() ? QModelIndex() : now.first());
    Q_EMIT listOpened();
}

void ModelChooser::filter(const QString &text)
{
    const QString typed = text.trimmed();
    m_filtered->setWords(typed);
    if (!typed.isEmpty())
        m_list->setCurrentIndex(m_filtered->index(0, 0));
    const bool isListed = !m_filtered->match(m_filtered->index(0, 0), Qt::DisplayRole, typed, 1, Qt::MatchExactly).isEmpty();
    m_useTyped->setVisible(!typed.isEmpty() && !isListed);
    m_useTyped->setText(tr("Use “%1”").arg(QString(typed).replace(u'&', QStringLiteral("&&"))));
}

void ModelChooser::takeChoice()
{
    const QString typed = m_field->text().trimmed();
    const QModelIndex marked = m_list->currentIndex();
    choose(marked.isValid() ? marked.data().toString() : typed);
}

void ModelChooser::choose(const QString &modelId)
{
    m_popup->hide();
    if (!modelId.isEmpty())
        Q_EMIT modelIdChosen(modelId);
}

bool ModelChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QToolButton::eventFilter(watched, event);
    switch (const auto *key = static_cast<QKeyEvent *>(event); key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ControlModifier)
            choose(m_field->text().trimmed());
        else
            takeChoice();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filtered->index(0, 0));
        else
            QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}
