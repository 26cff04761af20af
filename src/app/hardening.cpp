// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

void hardenProcess()
{
#ifdef Q_OS_UNIX
    umask(077);
#ifdef NDEBUG
    const rlimit noCore { 0, 0 };
    setrlimit(RLIMIT_CORE, &noCore);
#endif
#endif
    // A debugger of the same user stays out too, hence not in builds for developers.
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

ApiKey takeEnvironmentKey()
{
    constexpr char Name[] = "XAI_API_KEY";
    if (!qEnvironmentVariableIsSet(Name))
        return {};
    QByteArray value = qgetenv(Name);
    qunsetenv(Name);
    return ApiKey::fromUserInput(std::move(value));
}
