// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationpane.h"

#include "composer.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "errordescription.h"
#include "findbar.h"
#include "firstrunpage.h"
#include "modelchooser.h"
#include "noticebar.h"
#include "plaintext.h"
#include "topbar.h"
#include "transcriptview.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QResizeEvent>
#include <QStackedWidget>

#include <utility>
namespace {

constexpr int ColumnMargins = 24;

// A bar as wide as the composer, in the middle; setTheme() says how wide that is.
QLayout *centred(QWidget *bar)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addStretch(1);
    row->addWidget(bar, 1000);
    row->addStretch(1);
    return row;
}

}

ConversationPane::ConversationPane(const ActionCollection &actions, QMenu *menu, EndpointBook &endpoints, QWidget *parent)
    : QWidget(parent),
      m_endpoints(endpoints),
      m_topBar(new TopBar(actions, menu, this)),
      m_upperNotice(new NoticeBar(this)),
      m_findBar(new FindBar(this)),
      m_pages(new QStackedWidget(this)),
      m_transcript(new TranscriptView(m_pages)),
      m_lowerNotice(new NoticeBar(this)),
      m_composer(new Composer(actions, this)),
      m_link(plainLabel(QString(), this))
{
    m_upperNotice->setObjectName(QStringLiteral("storageNotice"));
    m_lowerNotice->setObjectName(QStringLiteral("eventNotice"));
    m_transcript->setObjectName(QStringLiteral("transcript"));
    m_pages->addWidget(m_transcript);
    m_link->setAutoFillBackground(true);
    m_link->setBackgroundRole(QPalette::AlternateBase);
    m_link->setContentsMargins(8, 3, 8, 3);
    makeSecondary(m_link);
    m_link->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(centred(m_upperNotice));
    column->addLayout(centred(m_findBar));
    column->addWidget(m_pages, 1);
    column->addLayout(centred(m_lowerNotice));
    column->addWidget(m_composer);
    setMinimumWidth(320);
    connectTranscript();
    connectTopBar();
    connectBook();
    updateServer();
}

void ConversationPane::connectTranscript()
{
    connect(m_transcript, &TranscriptView::noticeActionRequested, this, [this](const MessageId &message, const QString &action) {
        m_controller->runNoticeAction(message, action);
    });
    connect(m_transcript, &TranscriptView::editRequested, this, &ConversationPane::editRequested);
    connect(m_transcript, &TranscriptView::regenerateRequested, this, [this](const MessageId &message) { m_controller->regenerate(message); });
    connect(m_transcript, &TranscriptView::siblingRequested, this, [this](const MessageId &message, int sibling) {
        m_controller->showSibling(message, sibling);
    });
    connect(m_transcript, &TranscriptView::quoteRequested, this, &ConversationPane::quote);
    connect(m_transcript, &TranscriptView::copied, this, &ConversationPane::tellHiddenCharacters);
    connect(m_transcript, &TranscriptView::linkHovered, this, &ConversationPane::showLink);
}

void ConversationPane::connectTopBar()
{
    connect(m_topBar, &TopBar::titleEdited, this, &ConversationPane::titleEdited);
    ModelChooser *chooser = m_topBar->modelChooser();
    chooser->setModels(m_endpoints.models());
    connect(chooser, &ModelChooser::modelIdChosen, this, [this](const QString &modelId) {
        // The model of one server is not asked of another.
        if (m_controller->endpoint().id == m_endpoints.current().id)
            m_endpoints.setCurrentModelId(modelId);
        m_controller->setModelId(modelId);
        m_composer->focusText();
    });
    connect(chooser, &ModelChooser::listOpened, &m_endpoints, &EndpointBook::refreshModels);
}

void ConversationPane::connectBook()
{
    connect(&m_endpoints, &EndpointBook::currentChanged, this, &ConversationPane::updateServer);
    connect(&m_endpoints, &EndpointBook::keyForgotten, this, &ConversationPane::updateServer);
    connect(&m_endpoints, &EndpointBook::keyKept, this, &ConversationPane::updateServer);
    connect(&m_endpoints, &EndpointBook::currentModelChanged, this, &ConversationPane::updateState);
    connect(&m_endpoints, &EndpointBook::modelsFailed, this, [this](const Error &error) {
        // A quiet word: a model can be typed, and the last list is still there.
        if (m_pages->currentWidget() == m_transcript)
            m_composer->showNote(tr("The list of models could not be fetched. %1").arg(describe(error).title));
    });
}

void ConversationPane::show(ConversationController *controller)
{
    if (controller == m_controller)
        return;
    if (m_controller) {
        leaveReadingPosition();
        disconnect(m_controller, nullptr, this, nullptr);
        m_controller->setShown(false);
    }
    m_controller = controller;
    m_controller->setShown(true);
    m_transcript->setModel(controller->model());
    const ConversationController::Place kept = controller->openedAt();
    if (const ReadingPlace place = m_places.value(controller->id(), { kept.message, kept.pixel }); !place.message.isNull())
        m_transcript->setReadingPosition({ place.message, place.pixel, false });
    m_wantsFirstRunPage = false;
    connectController();
    updateState();
    choosePage();
}

void ConversationPane::leaveReadingPosition()
{
    if (!m_controller || m_controller->model()->rowCount() == 0)
        return;
    const TranscriptView::ReadingPosition position = m_transcript->readingPosition();
    const ReadingPlace place = position.isFollowing ? ReadingPlace() : ReadingPlace { position.message, position.pixel };
    m_places.insert(m_controller->id(), place);
    if (!m_controller->isTemporary())
        Q_EMIT readingPositionLeft(m_controller->id(), place.message, place.pixel);
}

ConversationController *ConversationPane::controller() const
{
    return m_controller;
}

void ConversationPane::connectController()
{
    connect(m_controller, &ConversationController::stateChanged, this, &ConversationPane::updateState);
    connect(m_controller, &ConversationController::titleChanged, this, &ConversationPane::updateState);
    connect(m_controller, &ConversationController::temporaryChanged, this, &ConversationPane::updateServerLabel);
    connect(m_controller, &ConversationController::modelIdChanged, this, &ConversationPane::updateState);
    connect(m_controller, &ConversationController::endpointChanged, this, &ConversationPane::updateState);
    connect(m_controller, &ConversationController::sendRefused, this, &ConversationPane::showError);
    connect(m_controller, &ConversationController::settingsRequested, this, &ConversationPane::settingsRequested);
    connect(m_controller, &ConversationController::modelChoiceRequested, m_topBar->modelChooser(), &ModelChooser::openList);
    connect(m_controller, &ConversationController::saveElsewhereRequested, this, &ConversationPane::saveElsewhereRequested);
    connect(m_controller, &ConversationController::consoleRequested, this,
            [this] { openLink(QUrl(QStringLiteral("https://console.x.ai/"))); });
    connect(m_controller->model(), &QAbstractItemModel::rowsInserted, this, &ConversationPane::leaveFirstRunPage);
}

void ConversationPane::updateState()
{
    if (!m_controller)
        return;
    updateServerLabel();
    m_endpoints.showModelsOf(m_controller->conversation().endpointId);
    const QString title = m_controller->conversation().title;
    m_topBar->setTitle(title.isEmpty() ? tr("New conversation") : title);
    m_topBar->modelChooser()->setModelId(m_controller->modelId());
    const bool isRunning = m_controller->state() != ConversationController::State::Idle;
    m_composer->setMode(isRunning ? Composer::Mode::Stop : Composer::Mode::Send);
}

void ConversationPane::updateServer()
{
    updateServerLabel();
    if (m_endpoints.isConfigured())
        m_wantsFirstRunPage = false;
    updateState();
    choosePage();
}

// What must not be forgotten while writing: it stands below the field as long as it is so.
void ConversationPane::updateServerLabel()
{
    QStringList sentences;
    if (m_controller && m_controller->isTemporary())
        sentences << tr("Temporary: nothing of this conversation is kept.");
    if (m_controller ? m_controller->endpoint().isPractice : m_endpoints.current().isPractice)
        sentences << tr("Practice: prepared answers, no real model. Nothing leaves this computer.");
    m_composer->setServerLabel(sentences.join(u' '));
}

FirstRunPage *ConversationPane::ensureFirstRunPage()
{
    if (!m_firstRunPage) {
        m_firstRunPage = new FirstRunPage(m_pages);
        m_pages->addWidget(m_firstRunPage);
        connect(m_firstRunPage, &FirstRunPage::backRequested, this, &ConversationPane::leaveFirstRunPage);
        Q_EMIT firstRunPageMade(m_firstRunPage);
    }
    return m_firstRunPage;
}

void ConversationPane::showFirstRunPage()
{
    m_wantsFirstRunPage = true;
    choosePage();
    ensureFirstRunPage()->setFocus();
}

// Also when a question is asked meanwhile: its answer is what the person wants to see.
void ConversationPane::leaveFirstRunPage()
{
    const bool wasThere = std::exchange(m_wantsFirstRunPage, false);
    choosePage();
    if (wasThere)
        m_composer->focusText();
}

void ConversationPane::choosePage()
{
    // Until it is seen the server may still be chosen, and the page of servers is the most costly of all.
    if (!m_wasShown)
        return;
    const bool isEmpty = !m_controller || m_controller->model()->rowCount() == 0;
    const bool isFirstRun = isEmpty && !m_endpoints.isConfigured();
    if (m_wantsFirstRunPage || isFirstRun) {
        ensureFirstRunPage()->setLeavable(!isFirstRun);
        m_pages->setCurrentWidget(m_firstRunPage);
    } else {
        m_pages->setCurrentWidget(m_transcript);
    }
}

void ConversationPane::setTheme(const TranscriptThemePointer &theme)
{
    m_transcript->setTheme(theme);
    // What stands above and below the text is as wide as its column, whatever the zoom.
    const int width = theme->columnWidth + ColumnMargins;
    m_composer->setCardWidth(width);
    for (QWidget *bar : { static_cast<QWidget *>(m_upperNotice), static_cast<QWidget *>(m_findBar), static_cast<QWidget *>(m_lowerNotice) })
        bar->setMaximumWidth(width);
}

void ConversationPane::showError(const Error &error)
{
    const bool isStorageTrouble = error.kind == ErrorKind::Storage || error.kind == ErrorKind::StorageFull || error.kind == ErrorKind::StorageReadOnly;
    // The bar that stays while the library cannot be written says the same, and goes by itself.
    if (isStorageTrouble && !m_upperNotice->isHidden())
        return;
    const ErrorDescription description = describe(error);
    const auto act = [this, action = description.action] {
        switch (action) {
        case ErrorAction::OpenSettings: m_endpoints.isConfigured() ? settingsRequested() : showFirstRunPage(); return;
        case ErrorAction::ChooseModel: m_topBar->modelChooser()->openList(); return;
        case ErrorAction::OpenConsole: openLink(QUrl(QStringLiteral("https://console.x.ai/"))); return;
        case ErrorAction::SaveElsewhere: Q_EMIT saveElsewhereRequested(); return;
        case ErrorAction::Retry: Q_EMIT m_composer->sendRequested(); return;
        case ErrorAction::UnlockKeyring: unlockKeyring(); return;
        case ErrorAction::Continue: m_controller->continueAnswer(); return;
        case ErrorAction::None: return;
        }
    };
    m_lowerNotice->showNotice(NoticeBar::Level::Error, QString(description.title + u' ' + description.sentence).trimmed(),
                              errorActionText(description.action), act, tr("Close"));
}

void ConversationPane::unlockKeyring()
{
    m_endpoints.unlockKeyring(this, [this](const Result<Done> &unlocked) {
        if (unlocked)
            Q_EMIT m_composer->sendRequested();
        else
            showError(unlocked.error());
    });
}

void ConversationPane::openLink(const QUrl &url)
{
    // Other schemes start other programs; the view lets none of them through, and neither do we.
    static const QStringList allowed { QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto") };
    if (url.isValid() && allowed.contains(url.scheme()))
        QDesktopServices::openUrl(url);
}

// As Markdown marks it, on lines of its own at the cursor.
void ConversationPane::quote(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.trimmed().split(u'\n'))
        lines.append(line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line);
    const QString before = m_composer->text().left(m_composer->cursor());
    const QString lead = before.isEmpty() || before.endsWith(QLatin1String("\n\n")) ? QString()
        : before.endsWith(u'\n') ? QStringLiteral("\n") : QStringLiteral("\n\n");
    m_composer->insertText(lead + lines.join(u'\n') + QStringLiteral("\n\n"));
    m_composer->focusText();
}

void ConversationPane::tellHiddenCharacters(int count)
{
    if (count > 0)
        m_lowerNotice->showNotice(NoticeBar::Level::Wait, tr("What you copied holds %n character(s) that cannot be seen.", nullptr, count),
                                  QString(), {}, tr("Close"));
}

void ConversationPane::showLink(const QString &target)
{
    m_link->setVisible(!target.isEmpty());
    if (target.isEmpty())
        return;
    m_link->setText(m_link->fontMetrics().elidedText(target, Qt::ElideMiddle, width() / 2));
    m_link->adjustSize();
    m_link->move(layoutDirection() == Qt::RightToLeft ? width() - m_link->width() : 0, m_pages->geometry().bottom() - m_link->height() + 1);
    m_link->raise();
}

void ConversationPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        choosePage();
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_composer->setMaximumTextHeight(qMax(60, window()->height() / 3));
}
