// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>

namespace {

constexpr qreal SecondaryScale = 0.89;

// A new font of the application is told to windows alone, and those pass it on to widgets without a font of their own.
class FontFollower final : public QObject
{
public:
    FontFollower(QWidget *widget, qreal factor, QFont::Weight weight) : QObject(widget), m_widget(widget), m_factor(factor), m_weight(weight)
    {
        widget->installEventFilter(this);
        takeFont();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool mayHaveMoved = watched == m_widget && (event->type() == QEvent::Show || event->type() == QEvent::ParentChange);
        if (mayHaveMoved)
            watchWindow();
        if (mayHaveMoved || event->type() == QEvent::ApplicationFontChange)
            takeFont();
        return false;
    }

private:
    void takeFont()
    {
        const QFont font = scaledFont(m_factor, m_weight);
        if (m_widget->font() != font)
            m_widget->setFont(font);
    }

    void watchWindow()
    {
        QWidget *window = m_widget->window();
        if (window == m_window)
            return;
        if (m_window && m_window != m_widget)
            m_window->removeEventFilter(this);
        m_window = window;
        if (window != m_widget)
            window->installEventFilter(this);
    }

    QWidget *m_widget;
    QPointer<QWidget> m_window;
    qreal m_factor;
    QFont::Weight m_weight;
};

}

QString inItsOwnDirection(const QString &text, Qt::LayoutDirection around)
{
    constexpr QChar FirstStrongIsolate(0x2068);
    constexpr QChar PopDirectionalIsolate(0x2069);
    return text.isRightToLeft() == (around == Qt::RightToLeft) ? text : FirstStrongIsolate + text + PopDirectionalIsolate;
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
