// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "errordescription.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ErrorDescription", text);
}

ErrorDescription description(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return { tr("This cannot be used as it is."), tr("Change it and try again."), ErrorAction::None };
    case ErrorKind::NoKey:
        return { tr("No key for this server."), tr("Add one in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::Unauthorized:
        return { tr("The server refused the key."), tr("Check it in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::NoCredit:
        return { tr("The credits are used up or the spending limit is reached."), tr("Add credits in the provider's console, then try again."),
                 ErrorAction::OpenConsole };
    case ErrorKind::RateLimited:
        return { tr("The server asks to wait: too many requests."), tr("Try again in a moment."), ErrorAction::Retry };
    case ErrorKind::Forbidden:
        return { tr("This key may not use this model or server."), tr("Choose another model or another key."), ErrorAction::ChooseModel };
    case ErrorKind::ContentRefused:
        return { tr("The provider's usage rules refuse this request."), tr("Change the message and send it again."), ErrorAction::None };
    case ErrorKind::ModelNotFound:
        return { tr("The server does not have this model."), tr("Choose another one."), ErrorAction::ChooseModel };
    case ErrorKind::AddressNotFound:
        return { tr("There is no chat service at this address."), tr("Check the address in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::ContextTooLong:
        return { tr("The conversation is too long for this model."), tr("Choose a model with more room, or start a new conversation."),
                 ErrorAction::ChooseModel };
    case ErrorKind::TooLarge:
        return { tr("The message is too large for the server."), tr("Remove or shrink a picture and send it again."), ErrorAction::None };
    case ErrorKind::Rejected:
        return { tr("The server did not accept the request."), tr("The details say what it objects to."), ErrorAction::Retry };
    case ErrorKind::Offline:
        return { tr("The server cannot be reached."), tr("Check the connection and try again."), ErrorAction::Retry };
    case ErrorKind::Tls:
        return { tr("No secure connection to the server."), tr("Its certificate could not be verified; nothing was sent."), ErrorAction::Retry };
    case ErrorKind::Proxy:
        return { tr("The proxy does not let the request through."), tr("Check the proxy and try again."), ErrorAction::Retry };
    case ErrorKind::TimedOut:
        return { tr("The server did not answer in time."), tr("It may still be working; trying again asks and bills anew."), ErrorAction::Retry };
    case ErrorKind::ConnectionLost:
        return { tr("The connection was lost."), tr("What arrived is kept. The request may have been billed."), ErrorAction::Retry };
    case ErrorKind::Server:
        return { tr("The server has a problem."), tr("Try again in a moment."), ErrorAction::Retry };
    case ErrorKind::Protocol:
        return { tr("The server's answer makes no sense."), tr("Check that the address is a chat service, or try again."), ErrorAction::Retry };
    case ErrorKind::Redirected:
        return { tr("The server points to another address."), tr("If you trust it, enter that address in Settings."), ErrorAction::OpenSettings };
    case ErrorKind::Storage:
        return { tr("The library cannot be read or written."), tr("Save the text elsewhere and check the disk."), ErrorAction::SaveElsewhere };
    case ErrorKind::StorageFull:
        return { tr("The disk is full."), tr("Make room; saving goes on by itself."), ErrorAction::SaveElsewhere };
    case ErrorKind::StorageReadOnly:
        return { tr("The library may not be written."), tr("Check the rights of its folder; saving goes on by itself."), ErrorAction::SaveElsewhere };
    case ErrorKind::LibraryNewer:
        return { tr("This library was written by a newer Grackle."), tr("Update Grackle to open it. Nothing was changed."), ErrorAction::None };
    case ErrorKind::LibraryDamaged:
        return { tr("The library is damaged."), tr("It was set aside, not deleted. The newest good backup can take its place."), ErrorAction::None };
    case ErrorKind::LibraryInUse:
        return { tr("Another Grackle is using this library."), tr("Close it or use its window."), ErrorAction::None };
    case ErrorKind::NotFound:
        return { tr("It is not in the library."), tr("It may have been deleted."), ErrorAction::None };
    case ErrorKind::KeyringLocked:
        return { tr("The keyring is locked."), tr("Unlock it to use the key."), ErrorAction::UnlockKeyring };
    case ErrorKind::KeyringUnavailable:
        return { tr("There is no usable keyring."), tr("The key is kept for this run only."), ErrorAction::None };
    case ErrorKind::UnsupportedFile:
        return { tr("This kind of file cannot be sent."), tr("Use a JPEG or PNG picture."), ErrorAction::None };
    case ErrorKind::Unreadable:
        return { tr("The file cannot be read."), tr("Check that it exists and that you may read it."), ErrorAction::None };
    case ErrorKind::Cancelled:
        return { tr("Cancelled."), tr("Nothing was changed."), ErrorAction::None };
    }
    Q_UNREACHABLE();
}

}

ErrorDescription describe(const Error &error)
{
    ErrorDescription result = description(error.kind);
    if (!error.message.isEmpty())
        result.title = error.message;
    return result;
}

QString errorActionText(ErrorAction action)
{
    switch (action) {
    case ErrorAction::None:
        return {};
    case ErrorAction::Retry:
        return tr("Try again");
    case ErrorAction::Continue:
        return tr("Continue");
    case ErrorAction::OpenSettings:
        return tr("Open settings");
    case ErrorAction::ChooseModel:
        return tr("Choose a model");
    case ErrorAction::OpenConsole:
        return tr("Open the console");
    case ErrorAction::SaveElsewhere:
        return tr("Save elsewhere…");
    case ErrorAction::UnlockKeyring:
        return tr("Unlock the keyring");
    }
    Q_UNREACHABLE();
}
