// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "draftkeeper.h"

#include "attachmentintake.h"
#include "composer.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "draftattachments.h"
#include "endpointbook.h"
#include "errordescription.h"
#include "library.h"
#include "queuelist.h"
#include "thumbnails.h"

#include <QMimeData>

#include <utility>

using namespace std::chrono_literals;

namespace {

// Copying a text of this length with each key would be felt.
constexpr int LongText = 20'000;
constexpr int LongestQueuedLine = 300;

QStringList namesOf(const Intake &intake)
{
    QStringList names;
    for (const QUrl &file : intake.imageFiles)
        names << file.fileName();
    if (intake.hasImageData && intake.imageFiles.isEmpty())
        names << DraftKeeper::tr("Picture");
    return names;
}

ChipContent chipOf(const Attachment &attachment, const QImage &thumbnail)
{
    return {
        .name = attachment.image.name,
        .byteCount = attachment.image.byteCount,
        .pixels = attachment.image.pixels,
        .detail = attachment.image.detail,
        .notes = attachment.notes,
        .thumbnail = thumbnail,
    };
}

}

DraftKeeper::DraftKeeper(const Parts &parts, const ImageLimits &limits, QObject *parent)
    : QObject(parent), m_composer(parts.composer), m_library(parts.library), m_endpoints(parts.endpoints),
      m_thumbnails(parts.thumbnails), m_limits(limits), m_loader(std::make_shared<ImageLoader>(limits))
{
    connect(&m_thumbnails, &Thumbnails::ready, this, &DraftKeeper::refreshChips);
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(400ms);
    connect(&m_storeDelay, &QTimer::timeout, this, &DraftKeeper::storeDraft);
    connectComposer();
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::connectComposer()
{
    connect(&m_composer, &Composer::textEdited, this, [this] {
        if (m_composer.textLength() < LongText)
            storeDraft();
        else
            m_storeDelay.start();
    });
    connect(&m_composer, &Composer::sendRequested, this, &DraftKeeper::send);
    connect(&m_composer, &Composer::editLastRequested, this, &DraftKeeper::editLast);
    connect(&m_composer, &Composer::removeRequested, this, &DraftKeeper::removeAt);
    connect(&m_composer, &Composer::detailChosen, this, &DraftKeeper::setDetail);
    connect(&m_composer, &Composer::undoRemoveRequested, this, &DraftKeeper::undoRemove);
    connect(&m_composer, &Composer::contentPasted, this, [this](const QMimeData *data) { take(*data); });
    connectQueue();
}

void DraftKeeper::show(ConversationController *controller)
{
    if (controller == m_controller)
        return;
    if (isEditing())
        cancelEditing();
    storeDraft();
    if (m_controller)
        disconnect(m_controller, nullptr, this, nullptr);
    m_controller = controller;
    m_removed.clear();
    m_sendsWhenReady = false;
    m_removedFromQueue = {};
    connect(controller, &ConversationController::queueChanged, this, &DraftKeeper::refreshQueue);
    connect(controller, &ConversationController::draftAccepted, this, [this] {
        m_removed.clear();
        loadDraft({});
        storeDraft();
    });
    // An edited question leaves the draft alone, so its acceptance shows in the state.
    connect(controller, &ConversationController::stateChanged, this, [this](ConversationController::State state) {
        const bool isAccepted = state == ConversationController::State::Waiting || state == ConversationController::State::Answering;
        if (m_isSendingEdit && isAccepted)
            cancelEditing();
    });
    connect(controller, &ConversationController::sendRefused, this, [this] { m_isSendingEdit = false; });
    loadDraft(controller->draft());
    refreshQueue();
}

void DraftKeeper::setImageLimits(const ImageLimits &limits)
{
    m_limits = limits;
    m_loader = std::make_shared<ImageLoader>(limits);
}

void DraftKeeper::storeDraft()
{
    m_storeDelay.stop();
    if (!m_controller || isEditing())
        return;
    const Draft draft { .text = m_composer.text(), .cursor = m_composer.cursor(), .attachments = m_attachments };
    if (draft != m_controller->draft())
        m_controller->setDraft(draft);
}

void DraftKeeper::loadDraft(const Draft &draft)
{
    m_attachments = draft.attachments;
    m_composer.setText(draft.text, draft.cursor);
    refreshChips();
}

void DraftKeeper::refreshChips()
{
    QList<ChipContent> chips;
    for (const Attachment &attachment : m_attachments) {
        chips << chipOf(attachment, m_thumbnails.find(attachment.image.blob));
    }
    if (const auto pending = m_pending.value(m_controller)) {
        for (const QString &name : std::as_const(pending->names))
            chips << ChipContent { .name = name, .isReady = false };
    }
    m_composer.setChips(chips);
}

DraftKeeper::Offer DraftKeeper::describe(const QMimeData &data) const
{
    const Intake intake = examine(data, m_limits);
    const bool hasPictures = !intake.imageFiles.isEmpty() || intake.hasImageData;
    const QString modelId = m_controller ? m_controller->modelId() : QString();
    const auto model = m_controller ? m_endpoints.modelInfo(m_controller->endpoint().id, modelId) : std::nullopt;
    if (hasPictures && model && model->seesImages.has_value() && !*model->seesImages)
        return { tr("%1 cannot see pictures. Choose another model first.").arg(modelId), false };
    return { describeIntake(intake), !intake.isEmpty() };
}

void DraftKeeper::take(const QMimeData &data)
{
    takeIntake(examine(data, m_limits), &data);
}

void DraftKeeper::takeFiles(const QList<QUrl> &files)
{
    takeIntake(examine(files, m_limits), nullptr);
}

void DraftKeeper::takeAddress(const QUrl &picture)
{
    if (!m_controller)
        return;
    Attachment attachment;
    attachment.image.url = picture;
    attachment.image.name = picture.fileName().isEmpty() ? picture.host() : picture.fileName();
    attachment.notes = QStringList { tr("the server fetches it") };
    addAttachment(m_controller, attachment);
    m_composer.focusText();
}

void DraftKeeper::takeIntake(const Intake &intake, const QMimeData *data)
{
    if (!m_controller)
        return;
    if (!intake.text.isEmpty() && intake.imageFiles.isEmpty() && !intake.hasImageData)
        m_composer.insertText(intake.text);
    if (!intake.refusals.isEmpty())
        m_composer.showNote(describeIntake(intake));
    const QStringList names = namesOf(intake);
    if (!names.isEmpty()) {
        Pending &pending = pendingOf(m_controller);
        pending.names += names;
        if (intake.imageFiles.isEmpty() && data)
            pending.attachments->addImage(qvariant_cast<QImage>(data->imageData()));
        else
            pending.attachments->add(intake);
        refreshChips();
    }
    m_composer.focusText();
}

DraftKeeper::Pending &DraftKeeper::pendingOf(ConversationController *controller)
{
    std::shared_ptr<Pending> &pending = m_pending[controller];
    const bool isStale = pending && pending->loader != m_loader && pending->attachments->pending() == 0;
    if (!pending || isStale) {
        pending = std::make_shared<Pending>();
        pending->loader = m_loader;
        pending->attachments = std::make_unique<DraftAttachments>(
            *m_loader, m_library, controller->isTemporary() ? DraftAttachments::Keep::InMemory : DraftAttachments::Keep::OnDisk);
        connectPending(controller, pending->attachments.get());
    }
    return *pending;
}

void DraftKeeper::connectPending(ConversationController *controller, DraftAttachments *attachments)
{
    connect(controller, &QObject::destroyed, this, [this, controller] { m_pending.remove(controller); });
    connect(attachments, &DraftAttachments::ready, this, [this, controller](const Attachment &attachment) {
        // They come in the order they went in; a converted picture may have another name than its file.
        if (QStringList &names = m_pending[controller]->names; !names.isEmpty())
            names.removeFirst();
        addAttachment(controller, attachment);
    });
    connect(attachments, &DraftAttachments::refused, this, [this, controller](const QString &name, const Error &error) {
        m_pending[controller]->names.removeOne(name);
        if (controller != m_controller)
            return;
        refreshChips();
        m_sendsWhenReady = false;
        const ErrorDescription description = ::describe(error);
        m_composer.showNote(QStringLiteral("%1: %2 %3").arg(name, description.title, description.sentence).trimmed());
    });
}

void DraftKeeper::addAttachment(ConversationController *controller, const Attachment &attachment)
{
    if (controller != m_controller) {
        Draft draft = controller->draft();
        draft.attachments.push_back(attachment);
        controller->setDraft(draft);
        return;
    }
    m_attachments.push_back(attachment);
    storeDraft();
    refreshChips();
    if (m_sendsWhenReady && pendingCount() == 0)
        finishSending();
}

int DraftKeeper::pendingCount() const
{
    const auto pending = m_pending.value(m_controller);
    return pending ? pending->attachments->pending() : 0;
}

void DraftKeeper::removeAt(int index)
{
    if (index < 0 || index >= int(m_attachments.size())) {
        // A chip of a picture that is still being read.
        if (const auto pending = m_pending.value(m_controller)) {
            pending->attachments->cancelAll();
            pending->names.clear();
        }
        refreshChips();
        return;
    }
    const auto place = m_attachments.begin() + index;
    const QString name = place->image.name;
    m_removed.push_back({ *place, index });
    m_attachments.erase(place);
    storeDraft();
    refreshChips();
    Q_EMIT pictureRemoved(name);
}

void DraftKeeper::undoRemove()
{
    if (m_removed.empty()) {
        Q_EMIT undoRequested();
        return;
    }
    const Removed last = m_removed.back();
    m_removed.pop_back();
    const int index = qMin(last.index, int(m_attachments.size()));
    m_attachments.insert(m_attachments.begin() + index, last.attachment);
    storeDraft();
    refreshChips();
}

void DraftKeeper::setDetail(int index, ImageDetail detail)
{
    if (index < 0 || index >= int(m_attachments.size()))
        return;
    m_attachments[size_t(index)].image.detail = detail;
    storeDraft();
    refreshChips();
}

void DraftKeeper::send()
{
    if (!m_controller)
        return;
    // An edited question is a branch of its own: it does not go behind the others.
    if (isEditing() && m_controller->state() != ConversationController::State::Idle) {
        m_composer.showNote(tr("An edited question can be sent when the answer is complete."));
        return;
    }
    if (pendingCount() > 0) {
        m_sendsWhenReady = true;
        m_composer.showNote(tr("This will be sent as soon as the pictures are read."));
        return;
    }
    finishSending();
}

void DraftKeeper::finishSending()
{
    m_sendsWhenReady = false;
    const Draft draft { .text = m_composer.text(), .cursor = m_composer.cursor(), .attachments = m_attachments };
    if (draft.isEmpty())
        return;
    if (!isEditing() && m_controller->state() != ConversationController::State::Idle) {
        m_controller->enqueue(draft);
        m_removed.clear();
        loadDraft({});
        storeDraft();
        return;
    }
    if (!isEditing())
        return m_controller->send(draft);
    m_isSendingEdit = true;
    m_controller->editMessage(m_edited, draft);
}

void DraftKeeper::editLast()
{
    if (!m_controller)
        return;
    const ConversationModel *model = m_controller->model();
    for (int row = model->rowCount() - 1; row >= 0; --row) {
        if (model->index(row).data(RoleRole).toInt() == int(Role::User))
            return editMessage(model->idAt(row));
    }
}

void DraftKeeper::editMessage(const MessageId &message)
{
    const int row = m_controller ? m_controller->model()->rowOf(message) : -1;
    if (row < 0)
        return;
    if (!isEditing())
        m_aside = { .text = m_composer.text(), .cursor = m_composer.cursor(), .attachments = m_attachments };
    const Message question = m_controller->model()->messageAt(row);
    Draft draft;
    draft.text = textOf(question);
    draft.cursor = int(draft.text.size());
    for (const ImagePart &image : imagesOf(question))
        draft.attachments.push_back({ .image = image, .notes = {} });
    m_edited = message;
    loadDraft(draft);
    m_composer.focusText();
    Q_EMIT editingChanged(true);
}

void DraftKeeper::cancelEditing()
{
    if (!isEditing())
        return;
    m_edited = {};
    m_isSendingEdit = false;
    loadDraft(m_aside);
    Q_EMIT editingChanged(false);
}

void DraftKeeper::connectQueue()
{
    QueueList *list = m_composer.queueList();
    connect(list, &QueueList::editRequested, this, &DraftKeeper::editQueued);
    connect(list, &QueueList::removeRequested, this, &DraftKeeper::removeQueued);
    connect(list, &QueueList::sendNowRequested, this, [this](int index) { m_controller->sendQueuedNow(index); });
    connect(list, &QueueList::moveRequested, this, [this](int from, int to) { m_controller->moveQueued(from, to); });
}

void DraftKeeper::refreshQueue()
{
    QList<QueuedLine> lines;
    for (const QueuedMessage &message : m_controller->queue())
        lines.append({ message.text.left(LongestQueuedLine), int(message.attachments.size()) });
    m_composer.queueList()->setLines(lines, m_controller->isQueueHeld());
}

// What stands in the field takes its place, so that nothing is lost.
void DraftKeeper::editQueued(int index)
{
    if (isEditing())
        cancelEditing();
    const Draft written { .text = m_composer.text(), .cursor = m_composer.cursor(), .attachments = m_attachments };
    const Draft wanted = m_controller->takeQueued(index);
    m_controller->enqueue(written, index);
    loadDraft(wanted);
    storeDraft();
    m_composer.focusText();
}

void DraftKeeper::removeQueued(int index)
{
    m_removedFromQueue = m_controller->takeQueued(index);
    m_removedQueueIndex = index;
    Q_EMIT queuedRemoved();
}

void DraftKeeper::undoQueueRemove()
{
    m_controller->enqueue(std::exchange(m_removedFromQueue, {}), m_removedQueueIndex);
}
