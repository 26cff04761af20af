// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptselection.h"

#include <QTest>

class TestTranscriptSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSelectionCoversWhatStandsBetweenItsEnds()
    {
        TranscriptSelection selection;
        selection.select({ 4, 7 }, { 2, 3 });

        QVERIFY(!selection.touches(1));
        QCOMPARE(selection.rangeIn(1, 50), (SourceRange { 0, 0 }));
        QCOMPARE(selection.rangeIn(2, 50), (SourceRange { 3, 50 }));
        QCOMPARE(selection.rangeIn(3, 50), (SourceRange { 0, 50 }));
        QCOMPARE(selection.rangeIn(4, 50), (SourceRange { 0, 7 }));
        QCOMPARE(selection.rangeIn(4, 5), (SourceRange { 0, 5 }));
    }

    void aPlaceAloneSelectsNothing()
    {
        TranscriptSelection selection;
        selection.start({ 1, 5 });

        QVERIFY(selection.isEmpty());
        QVERIFY(selection.hasStart());
        QVERIFY(!selection.touches(1));
    }

    void rowsPutInFrontMoveIt()
    {
        TranscriptSelection selection;
        selection.select({ 1, 5 }, { 3, 1 });

        selection.insertRows(0, 10);
        QCOMPARE(selection.first(), (TranscriptPosition { 11, 5 }));
        QCOMPARE(selection.last(), (TranscriptPosition { 13, 1 }));

        selection.insertRows(12, 2);
        QCOMPARE(selection.last(), (TranscriptPosition { 15, 1 }));

        selection.removeRows(0, 4);
        QCOMPARE(selection.first(), (TranscriptPosition { 7, 5 }));
        QCOMPARE(selection.last(), (TranscriptPosition { 11, 1 }));
    }

    void losingAnEndDropsIt()
    {
        TranscriptSelection selection;
        selection.select({ 1, 5 }, { 3, 1 });

        selection.removeRows(3, 1);

        QVERIFY(selection.isEmpty());
        QVERIFY(!selection.hasStart());
    }
};

QTEST_GUILESS_MAIN(TestTranscriptSelection)
#include "tst_transcriptselection.moc"
