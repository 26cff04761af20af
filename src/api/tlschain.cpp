// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tlschain_p.h"

#include "errorfromreply.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServerError)
};

constexpr qsizetype LongestName = 80;
constexpr int MostCertificates = 6;

QString nameOf(const QStringList &commonName, const QStringList &organisation)
{
    const QStringList names = commonName.isEmpty() ? organisation : commonName;
    return names.value(0).simplified().left(LongestName);
}

QString lineOf(const QSslCertificate &certificate)
{
    return Texts::tr("%1, issued by %2, valid until %3")
        .arg(nameOf(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization)),
             nameOf(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization)),
             certificate.expiryDate().date().toString(Qt::ISODate));
}

QList<QSslCertificate> authoritiesIn(const QString &file)
{
    return QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
}

} // namespace

QStringList tlsProblem(const QList<QSslError> &errors, const QList<QSslCertificate> &chain)
{
    QStringList lines;
    for (const QSslError &error : errors) {
        if (!lines.contains(error.errorString()))
            lines.append(error.errorString());
    }
    if (!chain.isEmpty())
        lines.append(Texts::tr("Certificates that the server showed:"));
    for (const QSslCertificate &certificate : chain.first(qMin<qsizetype>(chain.size(), MostCertificates)))
        lines.append(lineOf(certificate));
    return lines;
}

QSslConfiguration tlsConfiguration(const Endpoint &endpoint)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(authoritiesIn(endpoint.caFile));
    return configuration;
}

std::optional<Error> authoritiesProblem(const Endpoint &endpoint)
{
    if (endpoint.caFile.isEmpty() || !authoritiesIn(endpoint.caFile).isEmpty())
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::Tls;
    error.message = Texts::tr("The file with the server's authorities holds no certificate, so nothing was sent");
    error.detail = endpoint.caFile;
    return error;
}
