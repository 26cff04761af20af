// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "refusals.h"

#include "endpoint.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

constexpr QLatin1StringView Stream("stream");
constexpr QLatin1StringView StreamOptions("stream_options");
constexpr QLatin1StringView OldLimit("max_tokens");
constexpr QLatin1StringView NewLimit("max_completion_tokens");
constexpr QLatin1StringView Way("transport");

bool isLimit(const QString &field)
{
    return field == OldLimit || field == NewLimit;
}

// Without this the model would be asked twice in the same way.
bool setOnce(bool &value, bool wanted)
{
    return std::exchange(value, wanted) != wanted;
}

}

bool learnRefusal(WireProfile &profile, const QString &modelId, const QString &field)
{
    if (field == Stream)
        return setOnce(profile.streams, false);
    if (field == StreamOptions)
        return setOnce(profile.sendsStreamOptions, false);
    if (isLimit(field)) {
        const QString other = field == OldLimit ? NewLimit : OldLimit;
        return std::exchange(profile.outputLimitField, other) != other;
    }
    ModelProfile &model = profile.models[modelId];
    if (field == Way) {
        if (model.transport != Transport::Automatic)
            return false;
        model.transport = Transport::Responses;
        return true;
    }
    if (field.isEmpty() || model.refusedFields.contains(field))
        return false;
    model.refusedFields.append(field);
    return true;
}

void unlearnRefusal(WireProfile &profile, const QString &modelId, const QString &field)
{
    if (field == Stream) {
        profile.streams = true;
    } else if (field == StreamOptions) {
        profile.sendsStreamOptions = true;
    } else if (isLimit(field)) {
        profile.outputLimitField = field;
    } else if (field == Way) {
        profile.models[modelId].transport = Transport::Automatic;
    } else {
        profile.models[modelId].refusedFields.removeAll(field);
    }
    if (profile.models.value(modelId) == ModelProfile {})
        profile.models.remove(modelId);
}

QString refusalText(const QString &field)
{
    if (field == Stream)
        return Words::tr("This server does not stream, so its answers come whole.");
    if (field == Way)
        return Words::tr("This model answers through the Responses API only and is asked that way.");
    if (isLimit(field))
        return Words::tr("This server does not take %1; its other name is sent instead.").arg(field);
    if (field == refusedroles::System)
        return Words::tr("This model takes no system text as such; it stands in front of the question instead.");
    if (field == refusedroles::Tool)
        return Words::tr("This model takes no results of functions as such; they are told in words instead.");
    if (field == refusedroles::Order)
        return Words::tr("This model wants question and answer in turn; system texts go to the front and neighbours are joined.");
    return Words::tr("%1 is not accepted here and was left out.").arg(field);
}
