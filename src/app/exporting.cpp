// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exporting.h"

#include "conversationcontroller.h"
#include "conversationdocument.h"
#include "conversationmodel.h"
#include "library.h"
#include "librarylist.h"
#include "librarypane.h"
#include "mainwindow.h"
#include "noticebar.h"
#include "openconversations.h"
#include "printpreview.h"
#include "prompt.h"
#include "rowmimedata.h"
#include "slices.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHash>
#include <QMenu>

#include <algorithm>
#include <iterator>
#include <utility>

namespace {

constexpr size_t MessagesAtOnce = 100;      // read in a millisecond or two

}

Exporting::Exporting(Library &library, Prompt &prompt, NoticeBar &notice, QObject *parent)
    : QObject(parent), m_library(library), m_prompt(prompt), m_notice(notice)
{
}

Exporting::~Exporting() = default;

void Exporting::serve(MainWindow &window, OpenConversations &conversations)
{
    const auto on = [&, this](const char *name, auto act) { connect(window.actions().action(QString::fromLatin1(name)), &QAction::triggered, this, act); };
    on("saveDocument", [this, &conversations] { saveAs(*conversations.shown()); });
    on("copyConversation", [&conversations] { QGuiApplication::clipboard()->setText(text(*conversations.shown())); });
    on("print", [this, &window, &conversations] { print(*conversations.shown(), &window); });
    QStringList names;
    QMenu *menu = window.actions().action(QStringLiteral("exportAll"))->menu();
    menu->clear();
    for (const Kind &kind : kinds()) {
        names << kind.text;
        menu->addAction(kind.text, this, [this, format = kind.format] { exportAll(format); });
    }
    window.libraryPane()->setExportKinds(names);
    window.libraryPane()->list()->setPacker([this, pane = window.libraryPane()](const QMimeData &rows) { return packRows(rows, pane->selection()); });
    connect(window.libraryPane(), &LibraryPane::exportRequested, this, [this](const QList<ConversationId> &ids, int kind) {
        exportConversations(ids, kinds().at(kind).format);
    });
}

QList<Exporting::Kind> Exporting::kinds()
{
    return { { tr("Markdown, pictures beside it"), ExportFormat::MarkdownPicturesBeside }, { tr("Markdown, pictures inside"), ExportFormat::MarkdownPicturesInside },
             { tr("Web page"), ExportFormat::Html }, { tr("PDF"), ExportFormat::Pdf }, { tr("Conversation document (JSON)"), ExportFormat::Document } };
}

QString Exporting::text(const ConversationController &controller)
{
    const ConversationModel *model = controller.model();
    return toMarkdown(controller.conversation(), model->branchMessages(model->head()));
}

// What goes out is whole, or does not go out.
static Error notWhole()
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = Exporting::tr("Not all of this conversation can be read, so nothing was written. Check the disk the library is on.");
    return error;
}

// Every branch, some messages between two events. They come from the model, which also has what the disk refused.
void Exporting::readAll(const ConversationController &controller, std::function<void(ExportSource)> done)
{
    struct Reading { ExportSource source; std::vector<MessageId> ids; std::vector<MessageId> branch; size_t next = 0; };
    auto reading = std::make_shared<Reading>();
    const ConversationModel &model = *controller.model();
    reading->source.conversation = controller.conversation();
    reading->branch = model.tree().branchTo(model.head());
    for (const MessageHead &head : model.tree().heads())
        reading->ids.push_back(head.id);
    delete m_reading;
    m_reading = new Slices([this, reading, model = QPointer<const ConversationModel>(&model)] {
        const size_t first = std::exchange(reading->next, std::min(reading->next + MessagesAtOnce, reading->ids.size()));
        const std::vector<MessageId> wanted(reading->ids.begin() + qsizetype(first), reading->ids.begin() + qsizetype(reading->next));
        std::vector<Message> read = model ? model->messages(wanted) : std::vector<Message>();
        if (read.size() != wanted.size()) {
            m_reading->stop();
            Q_EMIT failed(notWhole());
            return true;
        }
        std::move(read.begin(), read.end(), std::back_inserter(reading->source.messages));
        return reading->next < reading->ids.size();
    }, this);
    connect(m_reading, &Slices::finished, this, [this, reading, done = std::move(done)] {
        m_reading->deleteLater();
        QHash<MessageId, const Message *> all;
        for (const Message &message : reading->source.messages)
            all.insert(message.id, &message);
        for (const MessageId &id : reading->branch)
            reading->source.branch.push_back(*all.value(id));
        done(std::move(reading->source));
    });
    m_reading->start();
}

void Exporting::saveAs(ConversationController &controller)
{
    const QString name = exportName(controller.conversation().title) + exportSuffix(ExportFormat::Document);
    const QStringList filters { tr("Conversation document (*.grackle)"), tr("Markdown text (*.md)"), tr("Web page (*.html)"), tr("PDF (*.pdf)") };
    m_prompt.chooseSavePath(tr("Save the conversation"), name, filters.join(QStringLiteral(";;")), &controller, [this, &controller](const QString &path) {
        if (path.isEmpty())
            return;
        readAll(controller, [this, path, id = controller.id()](ExportSource source) {
            const ExportFormat format = exportFormatOf(path).value_or(ExportFormat::Document);
            auto *work = new LibraryExport(m_library, format, { { id, path, std::make_shared<ExportSource>(std::move(source)) } }, {}, this);
            run(work, [this, path] {
                m_notice.showNotice(NoticeBar::Level::Information, tr("Saved as %1.").arg(QFileInfo(path).fileName()), {}, {}, tr("Close"));
                Q_EMIT saved(path);
            });
        });
    });
}

void Exporting::exportConversations(const QList<ConversationId> &ids, ExportFormat format)
{
    std::vector<LibraryExport::Item> items;
    for (const ConversationId &id : ids)
        items.push_back({ id });
    if (!items.empty())
        chooseFolder(std::move(items), format);
}

void Exporting::exportAll(ExportFormat format)
{
    m_library.listConversations(this, [this, format](const Result<QList<ConversationSummary>> &all) {
        if (!all) {
            Q_EMIT failed(all.error());
            return;
        }
        QList<ConversationId> ids;
        for (const ConversationSummary &summary : all.value())
            ids.append(summary.id);
        exportConversations(ids, format);
    });
}

void Exporting::chooseFolder(std::vector<LibraryExport::Item> items, ExportFormat format)
{
    m_prompt.chooseFolder(tr("Export to a folder"), this, [this, items = std::move(items), format](const QString &folder) {
        if (folder.isEmpty())
            return;
        const int count = int(items.size());
        auto *work = new LibraryExport(m_library, format, items, folder, this);
        run(work, [this, count, folder] {
            const QString name = QFileInfo(folder).fileName();
            const QString sentence = count == 1 ? tr("1 conversation was exported to %1.").arg(name) : tr("%1 conversations were exported to %2.").arg(count).arg(name);
            m_notice.showNotice(NoticeBar::Level::Information, sentence, {}, {}, tr("Close"));
        });
    });
}

void Exporting::run(LibraryExport *work, const std::function<void()> &succeeded)
{
    // One at a time: the notice tells of one.
    if (m_running)
        m_running->cancel();
    m_running = work;
    connect(work, &LibraryExport::advanced, this, &Exporting::showProgress);
    connect(work, &LibraryExport::ended, this, [this, work, succeeded](const Result<Done> &result) {
        work->deleteLater();
        if (m_running == work)
            m_running = nullptr;
        if (result)
            succeeded();
        else if (result.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(result.error());
        else
            m_notice.showNotice(NoticeBar::Level::Information, tr("The export was called off. Finished: %1 of %2.").arg(work->finishedFiles()).arg(work->count()), {}, {}, tr("Close"));
    });
    if (work->count() > 1)
        showProgress(0, work->count());
    work->start();
}

void Exporting::showProgress(int finished, int count)
{
    if (finished >= count)
        return;
    m_notice.showNotice(NoticeBar::Level::Information, tr("Exporting conversation %1 of %2…").arg(finished + 1).arg(count), {}, {}, tr("Cancel"), [this] {
        if (m_running)
            m_running->cancel();
    });
}

std::unique_ptr<QMimeData> Exporting::packRows(const QMimeData &rows, const QList<ConversationId> &ids)
{
    if (!m_dragged)
        m_dragged = std::make_shared<QTemporaryDir>();
    return std::make_unique<RowMimeData>(m_library, ids, rows, m_dragged);
}

// A conversation that is closed meanwhile cannot be read on.
void Exporting::print(const ConversationController &controller, QWidget *parent)
{
    const auto reader = [model = QPointer<const ConversationModel>(controller.model()), ids = controller.model()->tree().branchTo(controller.model()->head()),
                         next = size_t(0)]() mutable -> Result<std::vector<Message>> {
        const size_t first = std::exchange(next, std::min(next + MessagesAtOnce, ids.size()));
        const std::vector<MessageId> wanted(ids.begin() + qsizetype(first), ids.begin() + qsizetype(next));
        std::vector<Message> read = model ? model->messages(wanted) : std::vector<Message>();
        return read.size() == wanted.size() ? Result<std::vector<Message>>(std::move(read)) : Result<std::vector<Message>>(notWhole());
    };
    auto *preview = new PrintPreview(controller.conversation(), reader, m_library.blobs(), m_prompt, parent);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->open();
}
