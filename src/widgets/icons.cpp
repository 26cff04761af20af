// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// A resource inside a static library is not registered until somebody asks for it by name.
static void registerResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap rendered(const QString &path, const QSize &size, const QColor &tint)
{
    const QString key = QStringLiteral("%1 %2 %3 %4").arg(path).arg(size.width()).arg(size.height()).arg(tint.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(path).render(&painter);
    if (tint.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), tint);
    }
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(const QString &path, const QColor &color) : m_path(path), m_color(color) {}

    QIconEngine *clone() const override { return new TintedEngine(*this); }
    QString key() const override { return QStringLiteral("grackle"); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_path, size, colorFor(mode));
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(QSizeF(QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        if (m_color.isValid() && mode != QIcon::Disabled)
            return m_color;
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
    }

    QString m_path;
    QColor m_color;
};

}

QIcon icon(const QString &name)
{
    return icon(name, QColor());
}

QIcon icon(const QString &name, const QColor &color)
{
    registerResources();
    const QString path = pathOf(name);
    Q_ASSERT(QFile::exists(path));
    return QIcon(new TintedEngine(path, color));
}

QIcon programIcon()
{
    registerResources();
    QIcon picture;
    for (const int edge : { 32, 64, 128 })
        picture.addPixmap(rendered(pathOf(QStringLiteral("grackle")), QSize(edge, edge), QColor()));
    return picture;
}
