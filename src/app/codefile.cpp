// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

Result<QString> writeCodeFile(const QString &path, const QString &code)
{
    QByteArray bytes = code.toUtf8();
    // Compilers and shells want the last line ended.
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    QSaveFile file(path);
    const QString name = QFileInfo(path).fileName();
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen && file.write(bytes) == bytes.size() && file.commit())
        return name;
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = QCoreApplication::translate("CodeFile", "The file %1 could not be written. Choose another place.").arg(name);
    error.detail = file.errorString();
    return error;
}
