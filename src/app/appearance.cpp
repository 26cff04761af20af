// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "appearance.h"

#include "palette.h"
#include "settings.h"
#include "windowstyle.h"

#include <QApplication>

namespace {

constexpr int TextPixels = 14;
constexpr int LeastZoom = 50;
constexpr int GreatestZoom = 300;

// What the desktop said last, so that a dark desktop does not see a light window first at the next start.
const SettingKey<bool> LastDesktopWasDark { "appearance/lastDesktopWasDark", false };

}

Appearance::Appearance(Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_desktopFont(QApplication::font()),
      m_desktopPaletteIsDark(isDark(QApplication::palette()))
{
    connect(&m_desktop, &DesktopScheme::preferenceChanged, this, [this](DesktopScheme::Preference preference) {
        m_settings.set(LastDesktopWasDark, preference == DesktopScheme::Preference::Dark);
        apply();
    });
}

bool Appearance::wantsDark() const
{
    const QString theme = m_settings.get(keys::theme);
    if (theme != QLatin1String("system"))
        return theme == QLatin1String("dark");
    switch (m_desktop.preference()) {
    case DesktopScheme::Preference::Dark: return true;
    case DesktopScheme::Preference::Light: return false;
    case DesktopScheme::Preference::None: break;
    }
    return m_desktopPaletteIsDark || m_settings.get(LastDesktopWasDark);
}

void Appearance::apply()
{
    if (!qobject_cast<WindowStyle *>(QApplication::style()))
        QApplication::setStyle(new WindowStyle);
    QApplication::setPalette(paletteFrom(wantsDark() ? darkColors() : lightColors()));
    QFont font = m_desktopFont;
    font.setPixelSize(TextPixels * zoomPercent() / 100);
    QApplication::setFont(font);
    Q_EMIT themeChanged();
}

void Appearance::followDesktop()
{
    m_desktop.start();
}

TranscriptThemePointer Appearance::transcriptTheme() const
{
    TranscriptThemeOptions options;
    options.scheme = wantsDark() ? TranscriptTheme::Scheme::Dark : TranscriptTheme::Scheme::Light;
    options.zoom = zoomPercent() / 100.0;
    options.textFamily = m_desktopFont.family();
    options.code = { m_settings.get(keys::codeLineNumbers), m_settings.get(keys::codeWrapsLines) };
    return makeTranscriptTheme(options);
}

void Appearance::setCodeOptions(const CodeOptions &options)
{
    m_settings.set(keys::codeLineNumbers, options.showsLineNumbers);
    m_settings.set(keys::codeWrapsLines, options.wrapsLines);
    Q_EMIT themeChanged();
}

int Appearance::zoomPercent() const
{
    return qBound(LeastZoom, m_settings.get(keys::zoomPercent), GreatestZoom);
}

void Appearance::setZoomPercent(int percent)
{
    m_settings.set(keys::zoomPercent, qBound(LeastZoom, percent, GreatestZoom));
    apply();
}
