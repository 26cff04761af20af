// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

// One line of plain text that is cut with "…" where there is no room; the whole text is the tooltip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_fullText; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    QString m_fullText;
};

// A label that shows outside text: plain, whatever it looks like.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
// Words of the second rank: a little smaller, in the secondary colour. Follows the theme.
void makeSecondary(QLabel *label);
// The application's font at this share of its size, in the weight given.
QFont scaledFont(const QWidget *widget, qreal factor, QFont::Weight weight = QFont::Normal);
// Text for a tooltip: a tooltip guesses its format, and outside text must not become markup.
QString plainToolTip(const QString &text);
