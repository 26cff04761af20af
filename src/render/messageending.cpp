// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messageending.h"

#include <QCoreApplication>

namespace {

// The context under which the translator's tools find the texts.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperPages)
};

}

QString endingNote(MessageState state)
{
    switch (state) {
    case MessageState::Stopped:
        return Words::tr("Stopped");
    case MessageState::CutOff:
        return Words::tr("Cut off");
    case MessageState::Failed:
        return Words::tr("Failed");
    case MessageState::Complete:
    case MessageState::Streaming:
        break;
    }
    return {};
}
