// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QApplication>
#include <QEvent>

namespace {

constexpr qreal SecondaryScale = 0.89;

class FontFollower final : public QObject
{
public:
    FontFollower(QWidget *widget, qreal factor, QFont::Weight weight) : QObject(widget), m_factor(factor), m_weight(weight)
    {
        widget->installEventFilter(this);
        widget->setFont(scaledFont(factor, weight));
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            static_cast<QWidget *>(watched)->setFont(scaledFont(m_factor, m_weight));
        return false;
    }

private:
    qreal m_factor;
    QFont::Weight m_weight;
};

}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

void makeSecondary(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
    setFontScale(label, SecondaryScale);
}

QFont scaledFont(qreal factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pixelSize() > 0)
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

void setFontScale(QWidget *widget, qreal factor, QFont::Weight weight)
{
    new FontFollower(widget, factor, weight);
}
