// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "clock.h"
#include "conversation.h"
#include "draft.h"
#include "error.h"
#include "librarysearch.h"
#include "message.h"
#include "messagetree.h"
#include "usagereport.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

// A conversation as it is opened: its shape whole, the bodies of its last messages; more through messages().
struct OpenedConversation
{
    Conversation conversation;
    MessageTree tree;
    std::vector<Message> tail;     // the last messages of the active branch, in order, with bodies
    Draft draft;
    MessageId readingMessage;      // where the reader was; null: at the end
    int readingPixel = 0;
};

struct ReadingPosition
{
    MessageId message;             // null: follows the end
    int pixel = 0;
};

struct DecodedDocument;

// What goes on behind everybody's back, as far as it has come. `total` is in bytes, rows or pages; when `done` reaches it, it is over.
struct LibraryWork
{
    enum class Kind {
        BackingUp,     // the library as it was before a migration
        Indexing,      // until it is over, a search finds what is in the index, the newest first
        Compacting,    // what was deleted gives its room back to the disk
        Importing,
    };
    Kind kind = Kind::Indexing;
    qint64 done = 0;
    qint64 total = 0;
    bool isPaused = false;
};

struct ConversationMeasure
{
    qint64 textLength = 0;
    qint64 costTicks = 0;
    bool operator==(const ConversationMeasure &) const = default;
};

// Text of an answer that is being written, as far as it came.
struct AnswerProgress
{
    MessageId id;
    QString text;
    QString reasoning;
};

// All conversations on disk (R11 to R14). One folder, mode 0700, files 0600:
//   library.db   SQLite: the message trees, drafts, FTS5 over all text; see resources/schema/
//   blobs/       attachments by SHA-256, immutable, written and synced before the row that names them
//   backups/     three generations of the database
//   lock         one writer
// Lives in the caller's thread; SQL that writes runs in a thread of its own, in the order of the calls. Every call
// ends in exactly one call of `done`, in this object's thread, unless `context` is gone. What `done` says is stored has
// reached the disk. Where another process holds the lock, reading goes on and each write is handed to that
// process (see libraryhandover_p.h), so `grackle ask` works while the window is open.
class Library : public QObject
{
    Q_OBJECT
public:
    template<typename T> using Reply = std::function<void(Result<T>)>;
    enum class Access {
        Owner,     // the window: takes the lock for its whole life, else fails with LibraryInUse
        Guest,     // a terminal command: takes the lock for each write, or hands the write over
    };

    // Opens or creates the library in `folder`. Errors: LibraryInUse, LibraryNewer (untouched), LibraryDamaged (set
    // aside with its date, see the message), Storage, StorageFull, StorageReadOnly. `clock` must outlive the library.
    static Result<std::unique_ptr<Library>> open(const QString &folder, Access access, const Clock &clock);
    ~Library() override;           // finishes every write that was asked for

    // After LibraryInUse: has the window that holds the library come forward and open `files`. False: nobody answered.
    static bool activateOwner(const QString &folder, const QStringList &files);
    // After LibraryDamaged: puts the newest backup that passes its check in place; what is there is set aside.
    static Result<Done> restoreNewestBackup(const QString &folder, const Clock &clock);
    // After LibraryDamaged, on the person's word only: an empty library; what is there is set aside.
    static Result<Done> startAnew(const QString &folder, const Clock &clock);

    std::shared_ptr<const BlobSource> blobs() const;
    // Checks the file and backs it up where a day has passed, in a thread of its own; the owner's library does so by
    // itself some seconds after opening. Damage is told by LibraryDamaged and storageTroubled(); a damaged library is
    // never backed up, and the next start sets it aside.
    void runMaintenance(QObject *context, Reply<Done> done);

    // Indexing and Compacting: not on, until continueWork() or the next start. What is done stays done.
    void pauseWork();
    void continueWork();
    // Whether a search looks at everything; false while Indexing is not over. At once.
    Result<bool> isSearchComplete() const;

    // Reading.
    // Newest first. Archived ones are on their own shelf, deleted ones in the trash.
    void listConversations(QObject *context, Reply<QList<ConversationSummary>> done);        // all but the trash
    void listShelf(Shelf shelf, QObject *context, Reply<QList<ConversationSummary>> done);
    // These, wherever they are, as far as they are there.
    void summarize(const QList<ConversationId> &ids, QObject *context, Reply<QList<ConversationSummary>> done);
    // Conversations that the three above have read so far, in this process.
    static qint64 summariesRead();
    // UTF-16 units of all texts, and what all answers cost in ticks as far as servers said it. In the thread of searches.
    void measureConversations(QObject *context, Reply<QHash<ConversationId, ConversationMeasure>> done);
    void measureConversations(const QList<ConversationId> &ids, QObject *context, Reply<QHash<ConversationId, ConversationMeasure>> done);   // these alone
    void listFolders(QObject *context, Reply<QList<Folder>> done);                            // by name
    void listTags(QObject *context, Reply<QList<Tag>> done);                                  // by name
    void openConversation(const ConversationId &id, QObject *context, Reply<OpenedConversation> done);
    // Newest first, at most `limit`; what words mean: see SearchQuestion. Searches run in a thread of their own.
    void search(const QString &words, int limit, QObject *context, Reply<QList<SearchHit>> done);
    // One entry for each conversation, with its best hit; at most `limit`, from the newest thousand hits.
    void searchConversations(const SearchQuestion &question, int limit, QObject *context, Reply<QList<FoundConversation>> done);
    // Ends the searches that wait or run: they are answered with Cancelled.
    void cancelSearches();
    // Every model that has answered here, by name.
    void listModels(QObject *context, Reply<QStringList> done);
    // Whole messages, at once, on a reading connection of this thread: a page of 100 takes under a millisecond.
    Result<std::vector<Message>> messages(const std::vector<MessageId> &ids) const;

    // Whether a person gave the title. At once.
    Result<bool> hasManualTitle(const ConversationId &id) const;
    // What the answers since `fromMs` used, by day and model, oldest first; deleted conversations count too. At once.
    Result<QList<UsageDay>> usage(qint64 fromMs) const;
    // The same by conversation, the dearest first, at most so many. At once.
    Result<QList<ConversationUsage>> usageByConversation(qint64 fromMs, int most) const;

    // Writing: conversations.
    void createConversation(const Conversation &conversation, QObject *context, Reply<Done> done);
    // A title that is not manual leaves a manual one as it is.
    void renameConversation(const ConversationId &id, const QString &title, bool isManual, QObject *context, Reply<Done> done);
    // The title and whether a person gave it, as they were (see hasManualTitle()).
    void undoRename(const ConversationId &id, const QString &title, bool wasManual, QObject *context, Reply<Done> done);
    // Title and settings of the conversation, but not its head, dates or arrangement.
    void saveConversation(const Conversation &conversation, QObject *context, Reply<Done> done);
    // Into the trash; restoreConversation() takes it out.
    void deleteConversation(const ConversationId &id, QObject *context, Reply<Done> done);
    void restoreConversation(const ConversationId &id, QObject *context, Reply<Done> done);
    // Each of them, or none. An id that is not there is passed over.
    void arrangeConversations(const QList<Arrangement> &arrangements, QObject *context, Reply<Done> done);
    // One new conversation that holds all trees of `sources`, one after the other: the first message of each follows the head of the
    // one before. One source: a duplicate. The sources stay as they are.
    void copyConversations(const QList<ConversationId> &sources, const ConversationId &copy, const QString &title, QObject *context, Reply<Done> done);
    // Deletes for good what has been in the trash since before then. The owner does so by itself after 30 days.
    void emptyTrash(qint64 deletedBeforeMs, QObject *context, Reply<Done> done);
    void saveFolder(const Folder &folder, QObject *context, Reply<Done> done);                // new or changed
    void deleteFolder(const FolderId &id, QObject *context, Reply<Done> done);                // what is in it is in none
    void saveTag(const Tag &tag, QObject *context, Reply<Done> done);                         // new or changed
    void setHead(const ConversationId &id, const MessageId &head, QObject *context, Reply<Done> done);

    // Writing: messages. appendMessage() also moves the head; synchronous=FULL. Blobs must be there.
    void appendMessage(const ConversationId &id, const Message &message, QObject *context, Reply<Done> done);
    // The running answer's text so far; cheap (only what is new is written: the text may only grow;
    // a shorter one begins anew).
    void saveProgress(const AnswerProgress &progress, QObject *context, Reply<Done> done);
    // The answer at its end: replaces what saveProgress() kept; synchronous=FULL. After it the message never changes.
    void finishMessage(const Message &message, QObject *context, Reply<Done> done);

    // Writing: the rest.
    void putBlob(const QByteArray &bytes, QObject *context, Reply<BlobId> done);
    // In memory alone, until this library closes: for conversations that are never written. At once.
    BlobId holdBlob(const QByteArray &bytes);
    void saveDraft(const ConversationId &id, const Draft &draft, QObject *context, Reply<Done> done);
    void saveReadingPosition(const ConversationId &id, const ReadingPosition &position, QObject *context, Reply<Done> done);
    // The whole document or nothing of it. A conversation that is here already gets the messages it lacks.
    void importDocument(const DecodedDocument &document, QObject *context, Reply<Done> done);
    // All of them or none. Unlike a document that is opened, they keep their dates. Told by workProgressed(); reading goes on
    // meanwhile, writing waits.
    void importDocuments(const std::shared_ptr<const std::vector<DecodedDocument>> &documents, QObject *context, Reply<Done> done);
    // The import that runs ends with Cancelled, and nothing of it is kept, unless it was through already.
    void cancelImport();

Q_SIGNALS:
    // Something of this conversation changed on disk: by this object, or by a guest process.
    void conversationChanged(const ConversationId &id);
    // A write failed for want of room or rights; comes again with each failure. Ends with storageRecovered().
    void storageTroubled(const Error &error);
    void storageRecovered();
    // Some times a second while there is work in the background.
    void workProgressed(const LibraryWork &work);
    // The daily check and backup are over, whatever came of them; they went through more memory than anything else does.
    void maintained();
    // Another process asks the window to come forward (see activateOwner()).
    void activationRequested(const QStringList &files);

private:
    class Private;
    explicit Library(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};
