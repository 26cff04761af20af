// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktopscheme.h"
#include "transcripttheme.h"

#include <QFont>
#include <QObject>

class Settings;

// The look of the whole application: palette, font and the transcript's theme, from the settings and the desktop.
// Switches live.
class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(Settings &settings, QObject *parent = nullptr);

    // Sets style, palette and font before the first window.
    void apply();
    // Asks the desktop; after the first window is on screen.
    void followDesktop();
    TranscriptThemePointer transcriptTheme() const;
    int zoomPercent() const;
    void setZoomPercent(int percent);       // kept between 50 and 300
    void setCodeOptions(const CodeOptions &options);

Q_SIGNALS:
    void themeChanged();

private:
    bool wantsDark() const;

    Settings &m_settings;
    DesktopScheme m_desktop;
    QFont m_desktopFont;
    bool m_desktopPaletteIsDark;
};
