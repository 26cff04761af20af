// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestbody.h"

#include <QBuffer>
#include <QTest>

namespace {

QByteArray picture(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 131 + i / 7) & 0xff);
    return bytes;
}

// A blob that counts how much of it was asked for at once, and may be shorter than it says.
class CountingBlob final : public QBuffer
{
public:
    CountingBlob(const QByteArray &bytes, qint64 promised) : m_promised(promised)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_promised; }
    bool atEnd() const override { return pos() >= m_promised; }
    static inline qint64 largestRead = 0;

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        largestRead = qMax(largestRead, maxSize);
        return QBuffer::readData(data, maxSize);
    }

private:
    qint64 m_promised;
};

std::unique_ptr<QIODevice> blob(const QByteArray &bytes)
{
    return std::make_unique<CountingBlob>(bytes, bytes.size());
}

} // namespace

class RequestBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTextAndBase64InOrder_data();
    void givesTextAndBase64InOrder();
    void isSequentialAndCannotGoBack();
    void neverReadsAWholePicture();
    void aBlobThatIsTooShortFails();
    void anEmptyBodyIsAtItsEnd();
};

void RequestBodyTest::givesTextAndBase64InOrder_data()
{
    QTest::addColumn<qsizetype>("pictureSize");
    QTest::addColumn<qint64>("pieceSize");
    for (const qsizetype size : { 1, 2, 3, 4, 49151, 49152, 49153, 98304, 200'000 }) {
        for (const qint64 piece : { qint64(7), qint64(16384), qint64(65536), qint64(10'000'000) })
            QTest::addRow("%lld bytes in pieces of %lld", qint64(size), piece) << size << piece;
    }
}

void RequestBodyTest::givesTextAndBase64InOrder()
{
    QFETCH(qsizetype, pictureSize);
    QFETCH(qint64, pieceSize);
    const QByteArray bytes = picture(pictureSize);
    RequestBody body;
    body.appendText("{\"a\":\"");
    body.appendBase64(blob(bytes));
    body.appendText("\",");
    body.appendText("\"b\":\"");
    body.appendBase64(blob(bytes));
    body.appendText("\"}");
    const QByteArray expected = "{\"a\":\"" + bytes.toBase64() + "\",\"b\":\"" + bytes.toBase64() + "\"}";
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QCOMPARE(body.size(), expected.size());

    QByteArray read;
    while (!body.atEnd()) {
        QCOMPARE(body.bytesAvailable(), expected.size() - read.size());
        const QByteArray piece = body.read(pieceSize);
        QVERIFY(!piece.isEmpty());
        read += piece;
    }

    QVERIFY(read == expected);
    QVERIFY(!body.hasFailed());
    QCOMPARE(body.read(1), QByteArray());
}

void RequestBodyTest::isSequentialAndCannotGoBack()
{
    RequestBody body;
    body.appendText("abc");
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QCOMPARE(body.read(1), "a");

    QVERIFY(body.isSequential());
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), "bc");
}

void RequestBodyTest::neverReadsAWholePicture()
{
    CountingBlob::largestRead = 0;
    RequestBody body;
    body.appendBase64(blob(picture(1'000'000)));
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));

    QCOMPARE(body.readAll().size(), 1'333'336);

    QCOMPARE(CountingBlob::largestRead, qint64(48 * 1024));
}

void RequestBodyTest::aBlobThatIsTooShortFails()
{
    RequestBody body;
    body.appendText("x");
    body.appendBase64(std::make_unique<CountingBlob>(picture(100), 300));
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));

    QCOMPARE(body.readAll(), "x");

    QVERIFY(body.hasFailed());
    QVERIFY(body.atEnd());
}

void RequestBodyTest::anEmptyBodyIsAtItsEnd()
{
    RequestBody body;
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));

    QCOMPARE(body.size(), qint64(0));
    QVERIFY(body.atEnd());
}

QTEST_GUILESS_MAIN(RequestBodyTest)
#include "tst_requestbody.moc"
