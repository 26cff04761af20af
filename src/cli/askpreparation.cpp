// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What has to be there before a question can be asked.
#include "askcommand_p.h"

#include "attachmentintake.h"
#include "chatclient.h"
#include "conversationmodel.h"
#include "draftattachments.h"
#include "endpointbook.h"
#include "keystore.h"
#include "ledger.h"
#include "library.h"
#include "practiceserver.h"
#include "settings.h"
#include "waitfor_p.h"

#include <QAbstractListModel>
#include <QFileInfo>

namespace {
Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = message;
    return error;
}

bool isAddress(const QString &image)
{
    return image.startsWith(QLatin1StringView("https://")) || image.startsWith(QLatin1StringView("http://"));
}
}

Result<Done> AskCommand::readText()
{
    const bool fromInputAlone = m_line.text.isEmpty() || m_line.text == QLatin1StringView("-");
    QString piped;
    if (m_line.text == QLatin1StringView("-") || Terminal::inputIsPiped()) {
        const Result<QString> input = Terminal::readInput();
        if (!input)
            return input.error();
        piped = input.value();
    }
    // From here on Ctrl+C stops the answer; before, it ends the program as it always does.
    m_interrupts = std::make_unique<Interrupts>();
    connect(m_interrupts.get(), &Interrupts::interrupted, this, &AskCommand::interrupt);
    while (piped.endsWith(QLatin1Char('\n')))
        piped.chop(1);
    if (fromInputAlone)
        m_draft.text = piped;
    else
        m_draft.text = piped.trimmed().isEmpty() ? m_line.text : m_line.text + QStringLiteral("\n\n") + piped;
    if (m_draft.text.trimmed().isEmpty() && m_line.images.isEmpty())
        return invalid(tr("Ask what? Give a text, or pipe one in."));
    return Done {};
}

Result<Done> AskCommand::openLibrary()
{
    QString folder = m_setup.libraryFolder;
    if (!m_line.saves) {
        // Nothing is ever written into this one, and it goes with the program.
        m_temporaryFolder = std::make_unique<QTemporaryDir>();
        folder = m_temporaryFolder->path();
    }
    auto opened = Library::open(folder, Library::Access::Guest, m_setup.clock);
    if (!opened)
        return opened.error();
    m_library = std::move(opened).value();
    m_settings = std::make_unique<Settings>(m_setup.settingsFile);
    m_client = std::make_unique<ChatClient>(m_library->blobs());
    m_keyStore = m_setup.makeKeyStore();
    m_endpoints = std::make_unique<EndpointBook>(*m_client, *m_keyStore, *m_settings, m_setup.environmentKey);
    m_endpoints->setCacheFolder(m_setup.cacheFolder);
    return Done {};
}

Result<Done> AskCommand::chooseServer()
{
    Endpoint endpoint = m_endpoints->current();
    if (m_line.endpoint)
        endpoint = endpointAt(*m_line.endpoint);
    if (m_line.practice) {
        const Result<Endpoint> practice = practiceEndpoint();
        if (!practice)
            return practice.error();
        endpoint = practice.value();
        m_terminal.note(tr("grackle: This is the practice server. Its answers are prepared; no model is asked."));
    }
    if (m_line.timeout) {
        endpoint.timeLimits.connect = std::min(endpoint.timeLimits.connect, *m_line.timeout);
        endpoint.timeLimits.upload = *m_line.timeout;
        endpoint.timeLimits.silence = *m_line.timeout;
        endpoint.timeLimits.reasoningSilence = *m_line.timeout;
    }
    if (m_line.endpoint || m_line.practice || m_line.timeout)
        m_endpoints->useForThisRun(endpoint);
    return Done {};
}

Endpoint AskCommand::endpointAt(const QUrl &baseUrl) const
{
    Endpoint endpoint;
    endpoint.name = baseUrl.host();
    endpoint.baseUrl = baseUrl;
    endpoint.needsKey = !isLoopback(baseUrl);
    // An address that is known keeps what is known of it.
    for (const Endpoint &known : m_endpoints->endpoints()) {
        if (known.baseUrl == baseUrl)
            endpoint = known;
    }
    endpoint.id = QStringLiteral("command-line");
    return endpoint;
}

Result<Endpoint> AskCommand::practiceEndpoint()
{
    auto started = PracticeServer::start();
    if (!started)
        return started.error();
    m_practice = std::move(started).value();
    Endpoint endpoint;
    endpoint.id = QStringLiteral("practice");
    endpoint.name = tr("Practice server");
    endpoint.baseUrl = m_practice->baseUrl();
    endpoint.needsKey = false;
    endpoint.isPractice = true;
    return endpoint;
}

Result<Done> AskCommand::openConversation()
{
    m_ledger = std::make_unique<Ledger>(*m_library, *m_settings, m_setup.clock);
    m_ledger->passSoftLimit();
    const ConversationController::Dependencies dependencies {
        .client = *m_client, .library = *m_library, .endpoints = *m_endpoints, .clock = m_setup.clock, .ledger = m_ledger.get() };
    if (m_line.continues) {
        ConversationId id = m_line.continued;
        if (id.isNull()) {
            const auto list = waitFor<QList<ConversationSummary>>([&](QObject *context, auto done) { m_library->listConversations(context, done); });
            if (!list)
                return list.error();
            if (list.value().isEmpty())
                return invalid(tr("There is no conversation to continue yet."));
            id = list.value().first().id;
        }
        auto opened = waitFor<OpenedConversation>([&](QObject *context, auto done) { m_library->openConversation(id, context, done); });
        if (!opened)
            return opened.error();
        m_controller = std::make_unique<ConversationController>(dependencies, std::move(opened).value());
    } else {
        m_controller = std::make_unique<ConversationController>(dependencies);
        m_controller->setTemporary(!m_line.saves);
    }
    if (!m_line.system.isEmpty())
        m_controller->setSystemPrompt(m_line.system);
    if (m_line.options != CompletionOptions {})
        m_controller->setOptions(m_line.options);
    return Done {};
}

Result<Done> AskCommand::takePictures()
{
    ImageLimits limits;
    limits.maxEdgePixels = m_settings->get(keys::maxImageEdge);
    ImageLoader loader(limits);
    for (const QString &image : m_line.images) {
        if (isAddress(image)) {
            Attachment attachment;
            attachment.image.url = QUrl(image, QUrl::StrictMode);
            attachment.image.name = attachment.image.url.fileName();
            attachment.image.detail = m_line.detail;
            m_draft.attachments.push_back(attachment);
            continue;
        }
        const Intake intake = examine(QList<QUrl> { QUrl::fromLocalFile(QFileInfo(image).absoluteFilePath()) }, limits);
        if (intake.imageFiles.isEmpty())
            return invalid(intake.refusals.isEmpty() ? tr("%1 is no picture that can be sent.").arg(image)
                                                     : image + QStringLiteral(": ") + intake.refusals.first().reason);
        DraftAttachments attachments(loader, *m_library, m_line.saves ? DraftAttachments::Keep::OnDisk : DraftAttachments::Keep::InMemory);
        attachments.setDetail(m_line.detail);
        const Result<Attachment> attachment = waitFor<Attachment>([&](QObject *context, auto done) {
            connect(&attachments, &DraftAttachments::ready, context, [done](const Attachment &ready) { done(ready); });
            connect(&attachments, &DraftAttachments::refused, context, [done](const QString &, const Error &error) { done(error); });
            attachments.addFile(intake.imageFiles.first());
        });
        if (!attachment)
            return attachment.error();
        for (const QString &note : attachment.value().notes)
            m_notes += attachment.value().image.name + QStringLiteral(": ") + note;
        m_draft.attachments.push_back(attachment.value());
    }
    return Done {};
}

Result<Done> AskCommand::chooseModel()
{
    if (!m_line.modelId.isEmpty()) {
        useModel(m_line.modelId);
        return Done {};
    }
    // A conversation begun elsewhere names a model that this server need not have.
    if (!isForThisRun() && !m_controller->modelId().isEmpty())
        return Done {};
    const Result<Done> refreshed = waitFor<Done>([&](QObject *context, auto done) {
        connect(m_endpoints.get(), &EndpointBook::modelsRefreshed, context, [done] { done(Done {}); });
        connect(m_endpoints.get(), &EndpointBook::modelsFailed, context, [done](const Error &error) { done(error); });
        connect(m_interrupts.get(), &Interrupts::interrupted, context, [done] { done(Done {}); });
        m_endpoints->refreshModels();
    });
    if (!refreshed)
        return refreshed.error();
    const QString own = m_controller->conversation().modelId;
    if (own.isEmpty() || !m_endpoints->modelInfo(own))
        useModel(modelFor(m_draft.attachments));
    if (m_controller->modelId().isEmpty() && !m_wasInterrupted)
        return invalid(tr("The server lists no model. Name one with --model."));
    return Done {};
}

// A server of this run alone leaves no model behind in a conversation that another one will go on with.
void AskCommand::useModel(const QString &modelId)
{
    if (isForThisRun() && m_controller->conversation().modelId.isEmpty())
        m_endpoints->setCurrentModelId(modelId);
    else
        m_controller->setModelId(modelId);
}

QString AskCommand::modelFor(const std::vector<Attachment> &attachments) const
{
    const QAbstractListModel *models = m_endpoints->models();
    for (int row = 0; row < models->rowCount() && !attachments.empty(); ++row) {
        const QString id = models->index(row).data().toString();
        if (m_endpoints->modelInfo(id)->seesImages.value_or(false))
            return id;
    }
    return m_endpoints->currentModelId();
}
