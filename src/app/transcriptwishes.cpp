// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptwishes.h"

#include "appearance.h"
#include "codefile.h"
#include "codehighlighter.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "conversationpane.h"
#include "library.h"
#include "linkdoubts.h"
#include "linkpolicy.h"
#include "noticebar.h"
#include "picturemimedata.h"
#include "prompt.h"
#include "transcriptcomparison.h"
#include "transcriptview.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace {

constexpr qsizetype longestShownAddress = 200;

}

TranscriptWishes::TranscriptWishes(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    TranscriptView *transcript = m_parts.pane.transcript();
    transcript->setPictureSource([this](const ImagePart &image) { return picture(image); });
    connect(transcript, &TranscriptView::linkActivated, this, &TranscriptWishes::openLink);
    connect(transcript, &TranscriptView::linkRefused, this, &TranscriptWishes::tellRefused);
    connect(transcript, &TranscriptView::compareRequested, this, &TranscriptWishes::compare);
    connect(transcript, &TranscriptView::codeSaveRequested, this, &TranscriptWishes::saveCode);
    connect(transcript, &TranscriptView::codeOptionsChosen, &m_parts.appearance, &Appearance::setCodeOptions);
}

TranscriptWishes::~TranscriptWishes()
{
    m_parts.pane.transcript()->setPictureSource({});
}

std::unique_ptr<QMimeData> TranscriptWishes::picture(const ImagePart &image)
{
    // One that was left on the Internet is not fetched for this.
    if (image.blob.isEmpty())
        return nullptr;
    if (!m_pictures)
        m_pictures = std::make_shared<QTemporaryDir>();
    return std::make_unique<PictureMimeData>(image, m_parts.library.blobs(), m_pictures);
}

// What may not be what it looks like is opened when the person has seen where it goes.
void TranscriptWishes::openLink(const QUrl &url, const QString &words)
{
    const std::vector<LinkDoubt> doubts = doubtsAbout(url, words);
    if (doubts.empty()) {
        m_parts.pane.openLink(url);
        return;
    }
    QStringList reasons;
    for (const LinkDoubt doubt : doubts)
        reasons.append(doubtText(doubt));
    const QString address = shownLink(url);
    const QString shown = address.size() > longestShownAddress ? address.left(longestShownAddress) + u'\u2026' : address;
    const QString goesTo = url.host().isEmpty() ? tr("It goes to %1.").arg(shown)
                                                : tr("It goes to %1: %2").arg(url.host(QUrl::FullyEncoded), shown);
    m_parts.prompt.confirm({ tr("Open this address?"), reasons.join(u' ') + QStringLiteral("\n\n") + goesTo, tr("Open") }, this,
                           [this, url](bool isAccepted) {
                               if (isAccepted)
                                   m_parts.pane.openLink(url);
                           });
}

void TranscriptWishes::tellRefused(const QString &target)
{
    m_parts.pane.lowerNotice()->showNotice(NoticeBar::Level::Information,
                                           tr("This link is not opened: only addresses of the web and of mail are, and none with a user name in it."),
                                           tr("Copy address"), [target] { QGuiApplication::clipboard()->setText(target); }, tr("Close"));
}

void TranscriptWishes::compare(const MessageId &message, int siblingIndex)
{
    const std::vector<MessageId> siblings = m_parts.pane.controller()->model()->tree().siblingsOf(message);
    const auto own = std::find(siblings.begin(), siblings.end(), message);
    if (own == siblings.end() || siblingIndex < 0 || size_t(siblingIndex) >= siblings.size())
        return;
    const Result<std::vector<Message>> messages = m_parts.library.messages({ siblings[size_t(siblingIndex)], message });
    if (!messages) {
        m_parts.pane.showError(messages.error());
        return;
    }
    const auto version = [&](const MessageId &id, qsizetype index) {
        const auto found = std::find_if(messages.value().begin(), messages.value().end(), [&id](const Message &each) { return each.id == id; });
        return TranscriptComparison::Version { int(index) + 1, found == messages.value().end() ? QString() : textOf(*found) };
    };
    auto *dialog = new TranscriptComparison(version(siblings[size_t(siblingIndex)], siblingIndex), version(message, own - siblings.begin()),
                                            m_parts.pane.transcript()->theme(), m_parts.pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TranscriptWishes::saveCode(const QString &code, const QString &language)
{
    m_parts.prompt.chooseSavePath(tr("Save the code"), codeFileName(language), tr("All files (*)"), this, [this, code](const QString &path) {
        if (!path.isEmpty())
            write(path, code);
    });
}

void TranscriptWishes::write(const QString &path, const QString &code)
{
    const Result<QString> written = writeCodeFile(path, code);
    if (written)
        m_parts.pane.lowerNotice()->showNotice(NoticeBar::Level::Information, tr("Saved as %1.").arg(written.value()), QString(), {}, tr("Close"));
    else
        m_parts.pane.showError(written.error());
}
