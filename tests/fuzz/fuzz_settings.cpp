// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// The settings as somebody may have edited them: the file itself, and what stands in it as JSON. What is read must come back as it was read.
#include "completionoptions.h"
#include "endpointjson_p.h"
#include "functionschema.h"
#include "fuzzing.h"
#include "settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

namespace {

void checkEndpoints(const QByteArray &json)
{
    const QList<EndpointRecord> records = endpointRecordsFromJson(json);
    for (const EndpointRecord &record : records) {
        mustHold(!record.endpoint.id.isEmpty() && mayCarryKey(record.endpoint.baseUrl), "a server that is read can be asked");
        mustHold(record.endpoint.timeLimits.connect.count() > 0 && record.endpoint.timeLimits.silence.count() > 0, "clocks run");
    }
    mustHold(endpointRecordsFromJson(toJson(records)) == records, "servers come back");
    const QList<ModelInfo> models = modelInfosFromJson(json);
    mustHold(modelInfosFromJson(toJson(models)) == models, "models come back");
}

void checkOptions(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const CompletionOptions options = completionOptionsFromJson(document.object());
    mustHold(completionOptionsFromJson(toJson(options)) == options, "options come back");
    std::ignore = functionProblem(document.object());
    std::ignore = schemaProblem(document.object());
}

// What is read is never more than a value of its kind; what is set is read again by the next start.
void checkFile(const QByteArray &content)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    mustHold(file.open(QIODevice::WriteOnly | QIODevice::Truncate), "the file can be written");
    file.write(content);
    file.close();
    Settings settings(path);
    const QByteArray endpoints = settings.get(keys::endpoints);
    std::ignore = endpointRecordsFromJson(endpoints);
    std::ignore = settings.get(keys::sendOnEnter);
    std::ignore = settings.get(keys::maxImageEdge);
    std::ignore = settings.get(keys::softCostLimit);
    std::ignore = settings.get(keys::windowGeometry);
    std::ignore = settings.get(keys::theme);
    settings.set(keys::functions, endpoints);
    mustHold(settings.sync(), "a file that can be written is written");
    Settings next(path);
    mustHold(next.get(keys::functions) == endpoints, "what was set is there");
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray content = asBytes(bytes, size);
    checkEndpoints(content);
    checkOptions(content);
    checkFile(content);
    return 0;
}
