// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "peekpopup.h"

#include "plaintext.h"

#include <QBoxLayout>
#include <QScreen>

namespace {

constexpr int TextWidth = 320;
constexpr int MostLines = 8;
constexpr qsizetype MostCharacters = 600;
constexpr int Distance = 6;

}

PeekPopup::PeekPopup(QWidget *parent)
    : Card(parent), m_title(plainLabel(QString(), this)), m_words(plainLabel(QString(), this)), m_date(plainLabel(QString(), this))
{
    setObjectName(QStringLiteral("peekPopup"));
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFontScale(m_title, 1, QFont::DemiBold);
    m_title->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    makeSecondary(m_date);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_date);
}

void PeekPopup::showBeside(const QRect &row, const QString &title, const QString &words, const QString &date)
{
    const int width = TextWidth * fontMetrics().height() / 17;
    m_title->setText(title);
    QString shown = words.trimmed();
    if (shown.size() > MostCharacters)
        shown = shown.left(MostCharacters) + QChar(0x2026);
    m_words->setText(shown);
    m_words->setVisible(!shown.isEmpty());
    m_words->setMaximumHeight(m_words->fontMetrics().lineSpacing() * MostLines);
    m_date->setText(date);
    setFixedWidth(width);
    adjustSize();
    const QRect room = screen()->availableGeometry();
    const bool fitsBehind = row.right() + Distance + width <= room.right();
    const bool goesBehind = layoutDirection() == Qt::LeftToRight ? fitsBehind : row.left() - Distance - width < room.left();
    const int x = goesBehind ? row.right() + Distance : qMax(room.left(), row.left() - Distance - width);
    move(x, qBound(room.top(), row.top(), qMax(room.top(), room.bottom() - height())));
    show();
}
