// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "errordescription.h"

#include <QCoreApplication>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorDescription)
};

// Shorter waits are a countdown, or over before one has read of them.
constexpr std::chrono::seconds ToldAsMoment(60);

QString waitSentence(std::chrono::milliseconds wait)
{
    constexpr qint64 Minute = 60'000;
    const qint64 minutes = (wait.count() + Minute - 1) / Minute;
    return minutes < 120 ? Words::tr("It asks for a wait of %n minute(s).", nullptr, int(minutes))
                         : Words::tr("It asks for a wait of %n hour(s).", nullptr, int((minutes + 59) / 60));
}

ErrorDescription description(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return { Words::tr("This cannot be used as it is."), Words::tr("Change it and try again."), ErrorAction::None };
    case ErrorKind::NoKey:
        return { Words::tr("No key for this server."), Words::tr("Add one in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::Unauthorized:
        return { Words::tr("The server refused the key."), Words::tr("Enter its key in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::NoCredit:
        return { Words::tr("The credits are used up or the spending limit is reached."), Words::tr("Add credits in the provider's console, then try again."),
                 ErrorAction::OpenConsole };
    case ErrorKind::RateLimited:
        return { Words::tr("The server asks to wait: too many requests."), Words::tr("Try again in a moment."), ErrorAction::Retry };
    case ErrorKind::Forbidden:
        return { Words::tr("This key may not use this model or server."), Words::tr("Choose another model or another key."), ErrorAction::ChooseModel };
    case ErrorKind::ContentRefused:
        return { Words::tr("The provider's usage rules refuse this request."), Words::tr("Change the message and send it again."), ErrorAction::None };
    case ErrorKind::ModelNotFound:
        return { Words::tr("The server does not have this model."), Words::tr("Choose another one."), ErrorAction::ChooseModel };
    case ErrorKind::AddressNotFound:
        return { Words::tr("There is no chat service at this address."), Words::tr("Check the address in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::ContextTooLong:
        return { Words::tr("The conversation is too long for this model."), Words::tr("Choose a model with more room, or start a new conversation."),
                 ErrorAction::ChooseModel };
    case ErrorKind::TooLarge:
        return { Words::tr("The message is too large for the server."), Words::tr("Remove or shrink a picture and send it again."), ErrorAction::None };
    case ErrorKind::Rejected:
        return { Words::tr("The server did not accept the request."), Words::tr("The details say what it objects to."), ErrorAction::Retry };
    case ErrorKind::Offline:
        return { Words::tr("The server cannot be reached."), Words::tr("Check the connection and try again."), ErrorAction::Retry };
    case ErrorKind::Tls:
        return { Words::tr("No secure connection to the server."), Words::tr("Its certificate could not be verified; nothing was sent. A server of your own may need its CA file in Settings."),
                 ErrorAction::OpenSettings };
    case ErrorKind::Proxy:
        return { Words::tr("The proxy does not let the request through."), Words::tr("Check it in the server's settings, then try again."), ErrorAction::OpenSettings };
    case ErrorKind::TimedOut:
        return { Words::tr("The server did not answer in time."), Words::tr("It may still be working; trying again asks and bills anew."), ErrorAction::Retry };
    case ErrorKind::ConnectionLost:
        return { Words::tr("The connection was lost."), Words::tr("What arrived is kept. The request may have been billed."), ErrorAction::Retry };
    case ErrorKind::Server:
        return { Words::tr("The server has a problem."), Words::tr("Try again in a moment."), ErrorAction::Retry };
    case ErrorKind::Protocol:
        return { Words::tr("The server's answer makes no sense."), Words::tr("Check that the address is a chat service, or try again."), ErrorAction::Retry };
    case ErrorKind::Redirected:
        return { Words::tr("The server points to another address."), Words::tr("If you trust it, enter that address in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::Storage:
        return { Words::tr("The library cannot be read or written."), Words::tr("Save the text elsewhere and check the disk."), ErrorAction::SaveElsewhere };
    case ErrorKind::StorageFull:
        return { Words::tr("The disk is full."), Words::tr("Make room; saving goes on by itself."), ErrorAction::SaveElsewhere };
    case ErrorKind::StorageReadOnly:
        return { Words::tr("The library may not be written."), Words::tr("Check the rights of its folder; saving goes on by itself."), ErrorAction::SaveElsewhere };
    case ErrorKind::LibraryNewer:
        return { Words::tr("This library was written by a newer Grackle."), Words::tr("Update Grackle to open it. Nothing was changed."), ErrorAction::None };
    case ErrorKind::LibraryDamaged:
        return { Words::tr("The library is damaged."), Words::tr("Nothing of it is deleted."), ErrorAction::None };
    case ErrorKind::LibraryInUse:
        return { Words::tr("Another Grackle is using this library."), Words::tr("Close it or use its window."), ErrorAction::None };
    case ErrorKind::NotFound:
        return { Words::tr("It is not in the library."), Words::tr("It may have been deleted."), ErrorAction::None };
    case ErrorKind::KeyringLocked:
        return { Words::tr("The keyring is locked."), Words::tr("Unlock it to use the key."), ErrorAction::UnlockKeyring };
    case ErrorKind::KeyringUnavailable:
        return { Words::tr("There is no usable keyring."), Words::tr("The key is kept for this run only."), ErrorAction::None };
    case ErrorKind::UnsupportedFile:
        return { Words::tr("This kind of file cannot be sent."), Words::tr("Use a JPEG or PNG picture."), ErrorAction::None };
    case ErrorKind::Unreadable:
        return { Words::tr("The file cannot be read."), Words::tr("Check that it exists and that you may read it."), ErrorAction::None };
    case ErrorKind::Cancelled:
        return { Words::tr("Cancelled."), Words::tr("Nothing was changed."), ErrorAction::None };
    }
    Q_UNREACHABLE();
}

}

ErrorDescription describe(const Error &error)
{
    ErrorDescription result = description(error.kind);
    // Nothing was worked on: the server was not reached, or says that it did not get all.
    if (error.kind == ErrorKind::TimedOut && error.retryable)
        result.sentence = description(ErrorKind::Offline).sentence;
    if (error.retryAfter && *error.retryAfter > ToldAsMoment)
        result.sentence = waitSentence(*error.retryAfter);
    // These two say by themselves what to do, and their messages say it too, for a terminal.
    const bool isSaidAlready = error.kind == ErrorKind::StorageFull || error.kind == ErrorKind::StorageReadOnly;
    if (error.message.isEmpty() || isSaidAlready)
        return result;
    result.title = error.message;
    // Of a file or the disk our own message says all: what fits a picture does not fit an import.
    const bool isOfFile = error.kind == ErrorKind::Storage || error.kind == ErrorKind::UnsupportedFile || error.kind == ErrorKind::Unreadable || error.kind == ErrorKind::TooLarge;
    if (isOfFile && error.httpStatus == 0)
        result.sentence.clear();
    return result;
}

QString errorActionText(ErrorAction action)
{
    switch (action) {
    case ErrorAction::None:
        return {};
    case ErrorAction::Retry:
        return Words::tr("Try again");
    case ErrorAction::Continue:
        return Words::tr("Continue");
    case ErrorAction::OpenSettings:
        return Words::tr("Open settings");
    case ErrorAction::ChooseModel:
        return Words::tr("Choose a model");
    case ErrorAction::OpenConsole:
        return Words::tr("Open the console");
    case ErrorAction::SaveElsewhere:
        return Words::tr("Save elsewhere…");
    case ErrorAction::UnlockKeyring:
        return Words::tr("Unlock the keyring");
    }
    Q_UNREACHABLE();
}
