// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestencoder.h"

#include "bodywriter_p.h"
#include "history.h"
#include "optionsencoder.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RequestEncoder)
};

bool isTurn(const Message &message)
{
    return message.role != Role::System && message.role != Role::Developer;
}

} // namespace

Result<std::unique_ptr<RequestBody>> encodeRequest(const CompletionRequest &request, const BlobSource &blobs,
                                                   const RequestLimits &limits)
{
    if (request.modelId.isEmpty())
        return refusedRequest(ErrorKind::InvalidInput, Texts::tr("No model is chosen. Choose one"));
    if (const QString problem = firstBadOption(request.options); !problem.isEmpty())
        return refusedRequest(ErrorKind::InvalidInput, problem);
    const std::vector<Message> history = historyToSend(request.messages, profileFor(request.endpoint, request.modelId));
    if (!std::any_of(history.begin(), history.end(), isTurn))
        return refusedRequest(ErrorKind::InvalidInput, Texts::tr("There is nothing to send. Write something"));

    BodyWriter writer(blobs, limits);
    const bool isResponses = transportFor(request) == Transport::Responses;
    writer.write(compact(requestFields(request)).chopped(1) + (isResponses ? ",\"input\":[" : ",\"messages\":["));
    if (isResponses)
        writeInputItems(writer, history, request);
    else
        writeChatMessages(writer, history, request.endpoint.profile);
    writer.write("]}");
    return writer.finished();
}
