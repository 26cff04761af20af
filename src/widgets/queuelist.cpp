// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "queuelist.h"

#include "elidedlabel.h"
#include "icons.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace {

constexpr int MostRowsInSight = 4;

QToolButton *makeButton(const QString &objectName, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}

// One message with its four buttons.
class QueueRow : public QWidget
{
    Q_OBJECT
public:
    explicit QueueRow(QWidget *parent)
        : QWidget(parent),
          m_text(new ElidedLabel(this)),
          m_up(makeButton(QStringLiteral("queuedUp"), QStringLiteral("chevron-up"), this)),
          m_edit(makeButton(QStringLiteral("queuedEdit"), QStringLiteral("edit"), this)),
          m_send(makeButton(QStringLiteral("queuedSend"), QStringLiteral("send"), this)),
          m_remove(makeButton(QStringLiteral("queuedRemove"), QStringLiteral("close"), this))
    {
        setObjectName(QStringLiteral("queueRow"));
        m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(4, 0, 0, 0);
        line->setSpacing(0);
        line->addWidget(m_text, 1);
        for (QToolButton *button : { m_up, m_edit, m_send, m_remove }) {
            button->installEventFilter(this);
            line->addWidget(button);
        }
        connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moved(-1); });
        connect(m_edit, &QToolButton::clicked, this, &QueueRow::editRequested);
        connect(m_send, &QToolButton::clicked, this, &QueueRow::sendNowRequested);
        connect(m_remove, &QToolButton::clicked, this, &QueueRow::removeRequested);
    }

    void setLine(const QueuedLine &line, bool isFirst)
    {
        QString shown = line.text.simplified();
        if (line.pictures > 0)
            shown += (shown.isEmpty() ? QString() : QStringLiteral(" · ")) + (line.pictures == 1 ? QueueList::tr("1 picture") : QueueList::tr("%1 pictures").arg(line.pictures));
        m_text->setFullText(shown);
        m_up->setEnabled(!isFirst);
        name(m_up, QueueList::tr("Send earlier (Alt+Up)"), shown);
        name(m_edit, QueueList::tr("Edit in the message field"), shown);
        name(m_send, QueueList::tr("Send now; an answer that is being written stops"), shown);
        name(m_remove, QueueList::tr("Take out of the queue"), shown);
    }
    void takeFocus() { m_edit->setFocus(Qt::OtherFocusReason); }

Q_SIGNALS:
    void moved(int step);
    void editRequested();
    void sendNowRequested();
    void removeRequested();

protected:
    // A button takes arrow keys for itself, with Alt too.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QWidget::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (isMove)
            Q_EMIT moved(key->key() == Qt::Key_Up ? -1 : 1);
        return isMove;
    }

private:
    static void name(QToolButton *button, const QString &what, const QString &message)
    {
        button->setToolTip(what);
        button->setAccessibleName(what);
        button->setAccessibleDescription(message);
    }

    ElidedLabel *m_text;
    QToolButton *m_up;
    QToolButton *m_edit;
    QToolButton *m_send;
    QToolButton *m_remove;
};

QueueList::QueueList(QWidget *parent)
    : Card(parent), m_heading(plainLabel(QString(), this)), m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("queueList"));
    setSurface(Surface::Pane);
    setCornerRadius(12);
    m_heading->setObjectName(QStringLiteral("queueHeading"));
    m_heading->setWordWrap(true);
    makeSecondary(m_heading);
    auto *inside = new QWidget(m_area);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    // The card shines through.
    m_area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_area);
    hide();
}

void QueueList::addRow()
{
    auto *row = new QueueRow(m_area->widget());
    m_column->addWidget(row);
    m_rows.append(row);
    const auto at = [this, row] { return int(m_rows.indexOf(row)); };
    connect(row, &QueueRow::moved, this, [this, at](int step) { move(at(), at() + step); });
    connect(row, &QueueRow::editRequested, this, [this, at] { Q_EMIT editRequested(at()); });
    connect(row, &QueueRow::sendNowRequested, this, [this, at] { Q_EMIT sendNowRequested(at()); });
    connect(row, &QueueRow::removeRequested, this, [this, at] { Q_EMIT removeRequested(at()); });
}

void QueueList::setLines(const QList<QueuedLine> &lines, bool isHeld)
{
    // Later: it may be the row whose button was just pressed.
    while (m_rows.size() > lines.size()) {
        m_rows.last()->hide();
        m_column->removeWidget(m_rows.last());
        m_rows.takeLast()->deleteLater();
    }
    while (m_rows.size() < lines.size())
        addRow();
    for (int i = 0; i < lines.size(); ++i)
        m_rows.at(i)->setLine(lines.at(i), i == 0);
    m_heading->setText(isHeld ? tr("These wait until you send one: the last answer is not complete.") : tr("These will be sent when the answer is complete."));
    setVisible(!lines.isEmpty());
    if (!m_rows.isEmpty())
        m_area->setFixedHeight(int(std::min<qsizetype>(MostRowsInSight, m_rows.size())) * m_rows.first()->sizeHint().height());
    if (const int wanted = std::exchange(m_focusAfterMove, -1); wanted >= 0 && wanted < m_rows.size())
        focusRow(wanted);
}

void QueueList::move(int from, int to)
{
    if (to < 0 || to >= m_rows.size())
        return;
    // The keyboard goes along with the message.
    m_focusAfterMove = to;
    Q_EMIT moveRequested(from, to);
}

void QueueList::focusRow(int index)
{
    m_rows.at(index)->takeFocus();
    m_area->ensureWidgetVisible(m_rows.at(index));
}

#include "queuelist.moc"
