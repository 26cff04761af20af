// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QMargins>

// A rounded surface with a hairline around it: the composer, the cards of the first page, a notice.
class Card : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(int cornerRadius READ cornerRadius WRITE setCornerRadius)
public:
    enum class Surface { Page, Pane, Wait, Error };
    Q_ENUM(Surface)
    explicit Card(QWidget *parent = nullptr);

    int cornerRadius() const { return m_cornerRadius; }
    void setCornerRadius(int radius);
    void setSurface(Surface surface);
    // Empty room around the surface, inside the widget.
    void setOuterMargins(const QMargins &margins);
    // Draws the border in the accent, for a card whose field has the keyboard.
    void setHighlighted(bool isHighlighted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_cornerRadius = 8;
    Surface m_surface = Surface::Page;
    QMargins m_outerMargins;
    bool m_isHighlighted = false;
};
