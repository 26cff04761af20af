// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentchip.h"

#include "elidedlabel.h"
#include "icons.h"
#include "linkpolicy.h"
#include "palette.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace {

constexpr int ThumbnailEdge = 34;
constexpr int MaxChipWidth = 360;
constexpr ImageDetail Details[] = { ImageDetail::Auto, ImageDetail::Low, ImageDetail::High };

// The middle of the picture as a square with rounded corners, at the screen's own resolution.
QPixmap squareThumbnail(const QImage &image, qreal ratio)
{
    QPixmap square(QSize(ThumbnailEdge, ThumbnailEdge) * ratio);
    square.setDevicePixelRatio(ratio);
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF target(0, 0, ThumbnailEdge, ThumbnailEdge);
    QPainterPath corners;
    corners.addRoundedRect(target, 5, 5);
    painter.setClipPath(corners);
    const int edge = qMin(image.width(), image.height());
    painter.drawImage(target, image, QRectF((image.width() - edge) / 2.0, (image.height() - edge) / 2.0, edge, edge));
    return square;
}

}

QString imageDetailText(ImageDetail detail)
{
    switch (detail) {
    case ImageDetail::Auto: return AttachmentChip::tr("Auto detail");
    case ImageDetail::Low: return AttachmentChip::tr("Low detail");
    case ImageDetail::High: return AttachmentChip::tr("High detail");
    }
    return {};
}

AttachmentChip::AttachmentChip(QWidget *parent)
    : Card(parent),
      m_picture(plainLabel(QString(), this)),
      m_name(new ElidedLabel(this)),
      m_facts(new ElidedLabel(this)),
      m_detail(new QToolButton(this)),
      m_remove(new QToolButton(this))
{
    setObjectName(QStringLiteral("attachmentChip"));
    setFocusPolicy(Qt::StrongFocus);
    setMaximumWidth(MaxChipWidth);
    m_picture->setFixedSize(ThumbnailEdge, ThumbnailEdge);
    m_facts->setForegroundRole(QPalette::PlaceholderText);

    m_detail->setObjectName(QStringLiteral("detailButton"));
    m_detail->setAutoRaise(true);
    m_detail->setPopupMode(QToolButton::InstantPopup);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setToolTip(tr("How closely the model looks at this picture"));
    auto *menu = new QMenu(m_detail);
    for (const ImageDetail detail : Details)
        connect(menu->addAction(imageDetailText(detail)), &QAction::triggered, this, [this, detail] { Q_EMIT detailChosen(detail); });
    m_detail->setMenu(menu);

    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setAutoRaise(true);
    m_remove->setIcon(icon(QStringLiteral("close")));
    m_remove->setIconSize({ 14, 14 });
    connect(m_remove, &QToolButton::clicked, this, &AttachmentChip::removeRequested);

    auto *facts = new QHBoxLayout;
    facts->setSpacing(2);
    facts->addWidget(m_facts);
    facts->addWidget(m_detail);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addLayout(facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 5, 5, 5);
    row->setSpacing(8);
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    setFontScale(m_name, 0.89);
    setFontScale(m_facts, 0.86);
    setFontScale(m_detail, 0.86);
}

void AttachmentChip::setContent(const ChipContent &content)
{
    m_content = content;
    if (!content.thumbnail.isNull())
        m_picture->setPixmap(squareThumbnail(content.thumbnail, devicePixelRatioF()));
    else
        m_picture->setPixmap(icon(content.problem.isEmpty() ? QStringLiteral("image") : QStringLiteral("warning"))
                                 .pixmap(QSize(20, 20), devicePixelRatioF()));
    m_picture->setAlignment(Qt::AlignCenter);
    setSurface(content.problem.isEmpty() ? Surface::Page : Surface::Error);
    updateTexts();
}

void AttachmentChip::updateTexts()
{
    QStringList facts;
    if (!m_content.problem.isEmpty()) {
        facts << m_content.problem;
    } else if (!m_content.isReady) {
        facts << tr("Reading…");
    } else {
        if (m_content.byteCount > 0)
            facts << locale().formattedDataSize(m_content.byteCount, 1, QLocale::DataSizeSIFormat);
        if (!m_content.pixels.isEmpty())
            facts << QStringLiteral("%1×%2").arg(m_content.pixels.width()).arg(m_content.pixels.height());
        facts << m_content.notes;
    }
    m_name->setFullText(m_content.name);
    m_facts->setFullText(facts.join(QStringLiteral(" · ")));
    m_detail->setVisible(m_content.isReady && m_content.problem.isEmpty());
    m_detail->setText(imageDetailText(m_content.detail) + QStringLiteral(" ▾"));
    m_detail->setAccessibleName(tr("Detail of %1").arg(m_content.name));
    m_remove->setAccessibleName(tr("Remove %1").arg(m_content.name));
    m_remove->setToolTip(tr("Remove this picture (Delete)"));
    setAccessibleName(tr("Picture %1").arg(m_content.name));
    setAccessibleDescription(m_facts->fullText());
    setToolTip(plainToolTip(QStringList({ m_content.name, m_facts->fullText() }).join(u'\n')));
}

void AttachmentChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT removeRequested(); return;
    case Qt::Key_Left: Q_EMIT moveFocusRequested(layoutDirection() == Qt::RightToLeft ? 1 : -1); return;
    case Qt::Key_Right: Q_EMIT moveFocusRequested(layoutDirection() == Qt::RightToLeft ? -1 : 1); return;
    case Qt::Key_Space:
    case Qt::Key_Return: m_detail->showMenu(); return;
    default: Card::keyPressEvent(event);
    }
}

void AttachmentChip::focusInEvent(QFocusEvent *event)
{
    setHighlighted(true);
    Card::focusInEvent(event);
}

void AttachmentChip::focusOutEvent(QFocusEvent *event)
{
    setHighlighted(false);
    Card::focusOutEvent(event);
}

void AttachmentChip::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_content.thumbnail.isNull())
        setContent(m_content);
}
