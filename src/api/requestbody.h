// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <vector>

// The body of a POST: JSON text with pictures that are read and base64-encoded while they go out, so that a message
// with pictures never stands in memory as a whole. Sequential, with a known length, and never to be read twice: a
// device that could go back would let Qt send the same paid request again by itself (R1).
class RequestBody : public QIODevice
{
    Q_OBJECT
public:
    explicit RequestBody(QObject *parent = nullptr) : QIODevice(parent) {}

    // Built first, in order; then open()ed for reading.
    void appendText(const QByteArray &text);
    void appendBase64(std::unique_ptr<QIODevice> blob);

    // The beginning of what is sent, with pictures named by their size. Before reading.
    QByteArray preview(qsizetype limit) const;

    qint64 size() const override { return m_size; }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    qint64 bytesAvailable() const override;
    // A blob gave fewer bytes than it promised: the request must not be used.
    bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Segment
    {
        QByteArray text;                    // or, where there is a blob, empty
        std::unique_ptr<QIODevice> blob;
    };
    bool fillBlock();

    std::vector<Segment> m_segments;
    size_t m_next = 0;          // the segment to read from
    QByteArray m_block;         // encoded, ready to go out
    qsizetype m_blockPos = 0;
    qint64 m_size = 0;
    qint64 m_given = 0;
    bool m_hasFailed = false;
};
