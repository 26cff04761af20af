// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// gallery FOLDER [--only NAME]
// Shows every page of the gallery in the real view and writes it to FOLDER as NAME-light-1x.png, NAME-dark-2x.png and so on. Prints one line a picture:
// name, width and height in pixels.
#include "gallerypages.h"
#include "palette.h"
#include "transcriptview.h"
#include "windowstyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QImage>

#include <cstdio>

namespace {

// What painters and viewers of pictures still take.
constexpr qint64 highestPage = 14'000;

void showWhole(TranscriptView &view, const GalleryPage &page)
{
    view.resize(page.width, 700);
    view.show();
    QCoreApplication::processEvents();
    // Heights are estimates until rows are laid out, and a row is laid out when it is seen.
    for (int i = 0; i < 4; ++i) {
        view.resize(page.width, int(qBound<qint64>(100, view.transcriptLayout().totalHeight() + 24, highestPage)));
        view.flushChanges();
        QCoreApplication::processEvents();
    }
}

QImage picture(TranscriptView &view, const QColor &background, int scale)
{
    QImage image(view.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(background);
    view.render(&image);
    return image;
}

bool writePage(const GalleryPage &page, TranscriptTheme::Scheme scheme, const QDir &folder)
{
    QApplication::setPalette(paletteFrom(scheme == TranscriptTheme::Scheme::Dark ? darkColors() : lightColors()));
    TranscriptView view;
    const TranscriptThemePointer theme = makeTranscriptTheme({ .scheme = scheme, .zoom = 1.0, .textFamily = {}, .codeFamily = {}, .accent = {} });
    view.setTheme(theme);
    view.setLayoutDirection(page.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    view.setThumbnailSource(galleryThumbnail);
    ListTranscript model;
    model.insert(0, page.rows);
    view.setModel(&model);
    showWhole(view, page);
    for (const int scale : { 1, 2 }) {
        const QString name = QStringLiteral("%1-%2-%3x.png").arg(page.name, scheme == TranscriptTheme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")).arg(scale);
        const QImage image = picture(view, theme->colors.page, scale);
        if (!image.save(folder.filePath(name))) {
            std::fprintf(stderr, "gallery: %s could not be written.\n", qPrintable(folder.filePath(name)));
            return false;
        }
        std::printf("%s %d %d\n", qPrintable(name), image.width(), image.height());
    }
    return true;
}

}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(new WindowStyle);
    QCommandLineParser parser;
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Pages whose name holds this."), QStringLiteral("name"));
    parser.addOption(only);
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    parser.process(application);
    const QDir folder(parser.positionalArguments().value(0));
    if (parser.positionalArguments().size() != 1 || !folder.mkpath(QStringLiteral("."))) {
        std::fputs("usage: gallery FOLDER [--only NAME]\n", stderr);
        return 2;
    }
    for (const GalleryPage &page : galleryPages(QStringLiteral(GALLERY_DOCUMENTS), QStringLiteral(GALLERY_LANGUAGES))) {
        if (!page.name.contains(parser.value(only)))
            continue;
        for (const TranscriptTheme::Scheme scheme : { TranscriptTheme::Scheme::Light, TranscriptTheme::Scheme::Dark }) {
            if (!writePage(page, scheme, folder))
                return 1;
        }
    }
    return 0;
}
