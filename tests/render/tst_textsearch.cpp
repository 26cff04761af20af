// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "textsearch.h"

#include <QTest>

class TestTextSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void caseCountsOnlyWhenAsked();
    void wholeWordsAreNotPartsOfOthers();
    void wordsAreFoundAcrossMarkup();
    void aTableIsSearchedCellByCell();
    void aPersonsMarksAreLetters();
    void anEmptySearchFindsNothing();
};

void TestTextSearch::caseCountsOnlyWhenAsked()
{
    const QString text = QStringLiteral("Grackle, grackle");

    QCOMPARE(findInMessage(Role::Assistant, MessageState::Complete, text, { { QStringLiteral("GRACKLE") } }).size(), size_t(2));
    const auto found = findInMessage(Role::Assistant, MessageState::Complete, text, { { QStringLiteral("grackle") }, true });
    QCOMPARE(found, (std::vector<FoundPlace> { { 0, { 9, 16 }, 0 } }));
}

void TestTextSearch::wholeWordsAreNotPartsOfOthers()
{
    const TextSearch whole { { QStringLiteral("bird") }, false, true };

    const auto found = findInMessage(Role::User, MessageState::Complete, QStringLiteral("birds blackbird bird bird_s (bird)"), whole);

    QCOMPARE(found, (std::vector<FoundPlace> { { 0, { 16, 20 }, 0 }, { 0, { 29, 33 }, 0 } }));
}

void TestTextSearch::wordsAreFoundAcrossMarkup()
{
    const auto found = findInMessage(Role::Assistant, MessageState::Complete, QStringLiteral("# One\n\na **bo**ld word"),
                                     { { QStringLiteral("bold") } });

    QCOMPARE(found, (std::vector<FoundPlace> { { 1, { 2, 6 }, 7 } }));
}

void TestTextSearch::aTableIsSearchedCellByCell()
{
    const auto found = findInMessage(Role::Assistant, MessageState::Complete,
                                     QStringLiteral("| a | b |\n| - | - |\n| x | ab |"), { { QStringLiteral("ab") } });

    QCOMPARE(found, (std::vector<FoundPlace> { { 0, { 6, 8 }, 0 } }));
}

void TestTextSearch::aPersonsMarksAreLetters()
{
    QCOMPARE(findInMessage(Role::User, MessageState::Complete, QStringLiteral("a **b**"), { { QStringLiteral("**") } }).size(),
             size_t(2));
}

void TestTextSearch::anEmptySearchFindsNothing()
{
    QVERIFY(findInMessage(Role::User, MessageState::Complete, QStringLiteral("words"), { { QString() } }).empty());
}

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
