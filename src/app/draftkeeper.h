// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attachmentchip.h"
#include "draft.h"
#include "imageencoder.h"
#include "ids.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class Composer;
class ConversationController;
class DraftAttachments;
class EndpointBook;
class ImageLoader;
class Library;
class QMimeData;
class Thumbnails;
struct Intake;

// Joins the composer with the draft of the conversation that is shown: text, cursor and pictures go into the draft as
// they change, and come back with the conversation. Pictures on their way stay with the conversation they were
// dropped on. While a question is edited, the conversation's own draft waits.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Composer &composer;
        Library &library;
        EndpointBook &endpoints;
        Thumbnails &thumbnails;
    };
    DraftKeeper(const Parts &parts, const ImageLimits &limits, QObject *parent = nullptr);
    ~DraftKeeper() override;

    void show(ConversationController *controller);
    void setImageLimits(const ImageLimits &limits);

    // What a drop would do, for the overlay.
    struct Offer { QString sentence; bool isAccepted = false; };
    Offer describe(const QMimeData &data) const;
    void take(const QMimeData &data);
    void takeFiles(const QList<QUrl> &files);
    void takeAddress(const QUrl &picture);  // on the web: it is sent as an address, and the server fetches it

    void send();                            // after the pictures that are still being read, and the answer that runs
    void editMessage(const MessageId &message);
    void editLast();
    void cancelEditing();                   // also at its end: the draft that waited comes back
    bool isEditing() const { return !m_edited.isNull(); }
    void undoRemove();
    void undoQueueRemove();
    // Hands over what the composer shows; by itself when the draft changes, at once before the window goes.
    void storeDraft();
    bool canUndoRemove() const { return !m_removed.empty(); }

Q_SIGNALS:
    void editingChanged(bool isEditing);
    void pictureRemoved(const QString &name);
    // A message was taken out of the queue; undoQueueRemove() puts it back.
    void queuedRemoved();
    // There was no removed picture to bring back.
    void undoRequested();

private:
    struct Removed { Attachment attachment; int index = 0; };
    struct Pending { std::unique_ptr<DraftAttachments> attachments; std::shared_ptr<ImageLoader> loader; QStringList names; };

    void connectComposer();
    void loadDraft(const Draft &draft);
    void refreshChips();
    void takeIntake(const Intake &intake, const QMimeData *data);
    Pending &pendingOf(ConversationController *controller);
    void connectPending(ConversationController *controller, DraftAttachments *attachments);
    void addAttachment(ConversationController *controller, const Attachment &attachment);
    void removeAt(int index);
    void setDetail(int index, ImageDetail detail);
    void finishSending();
    int pendingCount() const;
    void connectQueue();
    void refreshQueue();
    void editQueued(int index);
    void removeQueued(int index);

    Composer &m_composer;
    Library &m_library;
    EndpointBook &m_endpoints;
    Thumbnails &m_thumbnails;
    ImageLimits m_limits;
    std::shared_ptr<ImageLoader> m_loader;
    QPointer<ConversationController> m_controller;
    std::vector<Attachment> m_attachments;             // of what the composer shows
    std::vector<Removed> m_removed;
    QHash<ConversationController *, std::shared_ptr<Pending>> m_pending;
    QTimer m_storeDelay;                               // for long texts
    MessageId m_edited;                                // a question of the past is being edited
    Draft m_aside;                                     // the draft that waits meanwhile
    Draft m_removedFromQueue;
    int m_removedQueueIndex = 0;
    bool m_sendsWhenReady = false;
    bool m_isSendingEdit = false;
};
