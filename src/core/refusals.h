// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

struct WireProfile;

// A server said that it does not take a member of the request (Error::refusedField). What is changed in the profile so
// that the next request goes without it:
//   stream           answers come whole from now on, for the whole server
//   stream_options   likewise
//   max_tokens, max_completion_tokens   the other name is used
//   transport        the model is asked the other way
//   refusedroles     the messages are written another way for this model
//   anything else    is left out for this model
// False: nothing can be done about it, or it has been done already.
bool learnRefusal(WireProfile &profile, const QString &modelId, const QString &field);
// Takes it back.
void unlearnRefusal(WireProfile &profile, const QString &modelId, const QString &field);
// What was learned, as one sentence without the model's name.
QString refusalText(const QString &field);
