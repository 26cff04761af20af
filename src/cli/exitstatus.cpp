// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exitstatus_p.h"

ExitStatus exitStatusFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::UnsupportedFile:
    case ErrorKind::Unreadable:
        return ExitStatus::WrongArguments;
    case ErrorKind::NoKey:
    case ErrorKind::KeyringLocked:
    case ErrorKind::KeyringUnavailable:
        return ExitStatus::NoKey;
    case ErrorKind::NoCredit:
    case ErrorKind::RateLimited:
        return ExitStatus::Quota;
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::ContentRefused:
    case ErrorKind::ModelNotFound:
    case ErrorKind::AddressNotFound:
    case ErrorKind::ContextTooLong:
    case ErrorKind::TooLarge:
    case ErrorKind::Rejected:
        return ExitStatus::Refused;
    case ErrorKind::Offline:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
    case ErrorKind::Redirected:
        return ExitStatus::Unreachable;
    case ErrorKind::Storage:
    case ErrorKind::StorageFull:
    case ErrorKind::StorageReadOnly:
    case ErrorKind::LibraryNewer:
    case ErrorKind::LibraryDamaged:
    case ErrorKind::LibraryInUse:
        return ExitStatus::Storage;
    case ErrorKind::NotFound:
        // An id or a file that names nothing.
        return ExitStatus::WrongArguments;
    case ErrorKind::Cancelled:
        return ExitStatus::Interrupted;
    }
    Q_UNREACHABLE();
}

ExitStatus exitStatusFor(const Message &answer)
{
    switch (answer.state) {
    case MessageState::Complete: {
        // A refusal in place of an answer is no answer to a script.
        const bool isRefusal = answer.answer && !answer.answer->refusal.isEmpty() && textOf(answer).isEmpty();
        return isRefusal ? ExitStatus::Refused : ExitStatus::Complete;
    }
    case MessageState::Stopped:
        return ExitStatus::Interrupted;
    case MessageState::Streaming:
    case MessageState::CutOff:
        return ExitStatus::CutOff;
    case MessageState::Failed:
        return answer.answer && answer.answer->error ? exitStatusFor(*answer.answer->error) : ExitStatus::Unreachable;
    }
    Q_UNREACHABLE();
}
