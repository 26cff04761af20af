// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "progressline.h"

#include "elidedlabel.h"
#include "palette.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace {

constexpr int Steps = 1000;

// A line of the accent's colour on one of the hairline's; the style's own bar is as high as a button.
class ThinBar final : public QProgressBar
{
public:
    explicit ThinBar(QWidget *parent) : QProgressBar(parent)
    {
        setTextVisible(false);
        setFixedHeight(3);
        setRange(0, Steps);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors colors = colorsOf(palette());
        const qreal radius = height() / 2.0;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.hairline);
        painter.drawRoundedRect(rect(), radius, radius);
        const int filled = width() * value() / Steps;
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(QRect(isRightToLeft() ? width() - filled : 0, 0, filled, height()), radius, radius);
    }
};

}

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent), m_sentence(new ElidedLabel(this)), m_bar(new ThinBar(this)), m_action(new QToolButton(this))
{
    makeSecondary(m_sentence);
    m_action->setObjectName(QStringLiteral("progressAction"));
    m_action->setAutoRaise(true);
    m_action->setFocusPolicy(Qt::TabFocus);
    connect(m_action, &QToolButton::clicked, this, &ProgressLine::actionChosen);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sentence, 1);
    line->addWidget(m_action);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 4, 12, 4);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_bar);
    hide();
}

void ProgressLine::showProgress(const QString &sentence, qint64 done, qint64 total, const QString &action)
{
    m_sentence->setFullText(sentence);
    m_bar->setAccessibleName(sentence);
    m_bar->setValue(total > 0 ? int(Steps * done / total) : 0);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(true);
}
