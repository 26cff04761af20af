// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "gallerypages.h"

#include <QDir>
#include <QFile>
#include <QPainter>

namespace {

constexpr qsizetype languagesOnPage = 11;

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

ListTranscript::Row question(const QString &text)
{
    return { .role = Role::User, .text = text, .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} };
}

ListTranscript::Row answer(const QString &text, MessageState state = MessageState::Complete)
{
    return { .role = Role::Assistant, .text = text, .state = state, .reasoning = {}, .images = {},
             .infoLine = state == MessageState::Streaming ? QString() : QStringLiteral("grok-4.7 · 1,204 tokens · 12.4 s"), .notice = {} };
}

ListTranscript::Row withNotice(ListTranscript::Row row, TranscriptNotice notice)
{
    row.notice = std::move(notice);
    return row;
}

ListTranscript::Row withPictures(ListTranscript::Row row, int count)
{
    for (int i = 0; i < count; ++i) {
        row.images.append({ .blob = i == 2 ? BlobId("not there") : BlobId("picture"), .url = {}, .mimeType = "image/png",
                            .name = QStringLiteral("nebula-%1.png").arg(i + 1), .pixels = QSize(1200, i == 1 ? 1600 : 800), .byteCount = 1'234'567 });
    }
    return row;
}

GalleryPage documentPage(const QFileInfo &file)
{
    GalleryPage page { .name = file.baseName(), .rows = {} };
    const MessageState state = file.fileName().contains(QStringLiteral(".streaming.")) ? MessageState::Streaming : MessageState::Complete;
    for (const QString &part : textOf(file.filePath()).split(QStringLiteral("\n%%%\n")))
        page.rows.push_back(answer(part.endsWith(u'\n') && state == MessageState::Streaming ? part.chopped(1) : part, state));
    return page;
}

std::vector<GalleryPage> languagePages(const QString &folder)
{
    const QStringList samples = QDir(folder).entryList({ QStringLiteral("*.src") }, QDir::Files, QDir::Name);
    std::vector<GalleryPage> pages;
    QString text;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const QString language = samples.at(i).chopped(4);
        text += QStringLiteral("`````%1\n%2`````\n\n").arg(language, textOf(folder + u'/' + samples.at(i)));
        if ((i + 1) % languagesOnPage == 0 || i + 1 == samples.size()) {
            pages.push_back({ .name = QStringLiteral("40-languages-%1").arg(pages.size() + 1), .rows = { answer(text) } });
            text.clear();
        }
    }
    return pages;
}

std::vector<ListTranscript::Row> notices()
{
    const QString partial = QStringLiteral("The answer begins, and then");
    return {
        question(QStringLiteral("A question of one line")),
        withNotice(answer(partial, MessageState::Stopped),
                   { .level = TranscriptNotice::Level::Information, .text = QStringLiteral("Stopped."), .details = {},
                     .primary = { QStringLiteral("continue"), QStringLiteral("Continue") }, .secondary = { QStringLiteral("regenerate"), QStringLiteral("Regenerate") } }),
        question(QStringLiteral("A question that is long enough to be broken into several lines, so that the block on the trailing side shows its greatest width and its corners, "
                                "with `code` and **strong words** as they were typed.")),
        withNotice(answer(partial, MessageState::CutOff),
                   { .level = TranscriptNotice::Level::Wait, .text = QStringLiteral("The connection was lost before the answer ended. What arrived is kept."), .details = {},
                     .primary = { QStringLiteral("continue"), QStringLiteral("Continue") }, .secondary = { QStringLiteral("retry"), QStringLiteral("Try again") } }),
        question(QStringLiteral("שאלה בעברית")),
        withNotice(answer({}, MessageState::Failed),
                   { .level = TranscriptNotice::Level::Error, .text = QStringLiteral("The server refused the key. Enter its key in Settings."),
                     .details = QStringLiteral("HTTP 401, invalid_api_key"), .primary = { QStringLiteral("settings"), QStringLiteral("Open Settings") }, .secondary = {} }),
        withNotice(answer({}, MessageState::Failed),
                   { .level = TranscriptNotice::Level::Error,
                     .text = QStringLiteral("A notice whose text is long enough to be broken into more than one line, because some failures need more than a few words to be said "
                                            "plainly, with what to do about them at the end."),
                     .details = {}, .primary = { QStringLiteral("retry"), QStringLiteral("Try again") }, .secondary = { QStringLiteral("other"), QStringLiteral("Choose another model") } }),
    };
}

std::vector<ListTranscript::Row> furniture()
{
    ListTranscript::Row thought = answer(QStringLiteral("An answer after some thinking."));
    thought.reasoning = QStringLiteral("First this.\n\nThen that.");
    thought.thinkingMs = 14'000;
    ListTranscript::Row thinking = answer({}, MessageState::Streaming);
    thinking.reasoning = QStringLiteral("Still at it");
    thinking.thinkingMs = -1;
    ListTranscript::Row sibling = answer(QStringLiteral("The second of three answers."));
    sibling.siblingIndex = 1;
    sibling.siblingCount = 3;
    ListTranscript::Row asked = withPictures(question(QStringLiteral("What is in these pictures?")), 3);
    asked.siblingCount = 2;
    return { asked, thought, question(QStringLiteral("And now?")), sibling, withPictures(question({}), 1), answer(QStringLiteral("Text"), MessageState::Streaming),
             withPictures(answer(QStringLiteral("A picture that was made:")), 1), question(QStringLiteral("Again")), thinking };
}

std::vector<GalleryPage> drawnPages()
{
    std::vector<ListTranscript::Row> all = furniture();
    const std::vector<ListTranscript::Row> more = notices();
    all.insert(all.end(), more.begin(), more.end());
    return {
        { .name = QStringLiteral("50-notices"), .rows = notices() },
        { .name = QStringLiteral("51-furniture"), .rows = furniture() },
        { .name = QStringLiteral("52-mirrored"), .rows = all, .isMirrored = true },
        { .name = QStringLiteral("53-narrow"), .rows = all, .width = 420 },
    };
}

}

std::vector<GalleryPage> galleryPages(const QString &documents, const QString &languages)
{
    std::vector<GalleryPage> pages;
    for (const QFileInfo &file : QDir(documents).entryInfoList({ QStringLiteral("*.md") }, QDir::Files, QDir::Name))
        pages.push_back(documentPage(file));
    // The documents once more where there is little room, and where the window is mirrored.
    for (GalleryPage page : std::vector<GalleryPage>(pages)) {
        if (page.name.startsWith(QStringLiteral("05-")) || page.name.startsWith(QStringLiteral("02-"))) {
            page.name += QStringLiteral("-narrow");
            page.width = 420;
            pages.push_back(page);
        }
        if (page.name.startsWith(QStringLiteral("20-"))) {
            page.name += QStringLiteral("-mirrored");
            page.isMirrored = true;
            pages.push_back(page);
        }
    }
    for (const GalleryPage &page : languagePages(languages))
        pages.push_back(page);
    for (const GalleryPage &page : drawnPages())
        pages.push_back(page);
    return pages;
}

QImage galleryThumbnail(const ImagePart &part, const QSize &pixels)
{
    if (part.blob != "picture")
        return {};
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(QColor(0x1b, 0x26, 0x4a));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xf0, 0xa0, 0x50));
    painter.drawEllipse(QRectF(image.rect()).adjusted(10, 10, -10, -10));
    return image;
}
