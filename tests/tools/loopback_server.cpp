// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// loopback_server, the test double of the wire, to be started by hand. Prints one line for each request; never bodies.
#include "loopbackfaults.h"
#include "loopbackserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

namespace {

void listFaults()
{
    QTextStream out(stdout);
    for (const FaultDescription &fault : loopbackFaults())
        out << fault.name << '\t' << fault.what << '\n';
}

bool writePort(const QString &fileName, quint16 port)
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "A server on 127.0.0.1 that answers like the API, well or with a named fault. A fault is chosen for all requests by --fault, "
        "for one by the path /fault/NAME/v1/..., the header X-Fault, or the model \"fault:NAME\"."));
    options.addHelpOption();
    options.addOptions({
        { QStringLiteral("port"), QStringLiteral("Listen here; 0: any free port."), QStringLiteral("number"), QStringLiteral("0") },
        { QStringLiteral("port-file"), QStringLiteral("Write the port into this file."), QStringLiteral("file") },
        { QStringLiteral("fault"), QStringLiteral("Answer every request with this fault."), QStringLiteral("name") },
        { QStringLiteral("list-faults"), QStringLiteral("Print the names of the faults and what they are.") },
    });
    options.process(application);
    if (options.isSet(QStringLiteral("list-faults"))) {
        listFaults();
        return 0;
    }

    QTextStream errors(stderr);
    const QByteArray fault = options.value(QStringLiteral("fault")).toUtf8();
    if (!fault.isEmpty() && !loopbackFault(fault, 0)) {
        errors << "no such fault: " << fault << " (see --list-faults)\n";
        return 2;
    }
    bool isPort = false;
    const ushort port = options.value(QStringLiteral("port")).toUShort(&isPort);
    LoopbackServer server;
    server.setFault(fault);
    if (!isPort || !server.listen(port)) {
        errors << "cannot listen at port " << options.value(QStringLiteral("port")) << '\n';
        return 1;
    }
    const QString portFile = options.value(QStringLiteral("port-file"));
    if (!portFile.isEmpty() && !writePort(portFile, server.port())) {
        errors << "cannot write " << portFile << '\n';
        return 1;
    }
    QTextStream out(stdout);
    out << server.baseUrl().toString() << Qt::endl;
    QObject::connect(&server, &LoopbackServer::requestReceived, &server, [&server, &out] {
        const RecordedRequest &request = server.requests().last();
        out << request.method << ' ' << request.path << ' ' << request.body.size() << Qt::endl;
    });
    return application.exec();
}
