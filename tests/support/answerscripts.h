// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "loopbackserver.h"

// An answer that says these texts and then waits for ever.
inline ServerScript unfinishedAnswer(const QList<QByteArray> &texts)
{
    ServerScript script;
    script.send(streamHead());
    for (const QByteArray &text : texts)
        script.send(chunk(textEvent(text)));
    return script.hang();
}

inline ServerScript wholeAnswer(const QList<QByteArray> &texts, const QByteArray &reason = "stop")
{
    ServerScript script;
    script.send(streamHead());
    for (const QByteArray &text : texts)
        script.send(chunk(textEvent(text)));
    return script.send(chunk(finishEvent(reason))).send(chunk(usageEvent())).send(chunk(doneEvent())).send(lastChunk());
}
