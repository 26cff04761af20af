// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "draft.h"
#include "error.h"

#include <QObject>
#include <QUrl>

#include <memory>

class ImageLoader;
class Library;
class QImage;
struct Intake;

// Makes attachments of pictures: encodes them off this thread, stores their bytes in the library, then gives them out
// in the order they came, whichever was ready first. Each picture ends in exactly one ready() or refused(), unless it
// was cancelled. Pictures of a temporary conversation are kept in memory alone.
class DraftAttachments : public QObject
{
    Q_OBJECT
public:
    enum class Keep { OnDisk, InMemory };
    DraftAttachments(ImageLoader &loader, Library &library, Keep keep, QObject *parent = nullptr);
    ~DraftAttachments() override;

    // The pictures of a drop, a paste or a choice; what the intake refused is told by refused() too.
    void add(const Intake &intake);
    void addFile(const QUrl &file);
    // A picture from the clipboard itself.
    void addImage(const QImage &image);
    void setDetail(ImageDetail detail);      // of pictures that are added from now on
    void cancelAll();                        // none of those under way comes out any more
    int pending() const;

Q_SIGNALS:
    void ready(const Attachment &attachment);
    void refused(const QString &name, const Error &error);
    // For a note while big pictures are worked on; (0, 0) when nothing is under way.
    void progressChanged(int done, int total);

private:
    class Private;
    std::unique_ptr<Private> d;
};
