// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptcomparison.h"

#include "plaintext.h"
#include "worddifference.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

namespace {

// Beyond this a person reads the versions one after the other, and the text box lays out for too long.
constexpr qsizetype longestText = 300'000;
constexpr qsizetype longestRun = 1000;

// A text box takes very long over a line without a space.
QString withBrokenRuns(const QString &text)
{
    QString broken;
    broken.reserve(text.size());
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestRun && !c.isLowSurrogate()) {
            broken += u'\n';
            run = 1;
        }
        broken += c;
    }
    return broken;
}

QTextCharFormat formatOf(DifferencePart::Kind kind, const TranscriptTheme &theme)
{
    QTextCharFormat format;
    format.setForeground(theme.colors.text);
    if (kind == DifferencePart::Kind::Added) {
        format.setForeground(theme.colors.codeAdded);
        format.setFontUnderline(true);
    } else if (kind == DifferencePart::Kind::Removed) {
        format.setForeground(theme.colors.codeRemoved);
        format.setFontStrikeOut(true);
    }
    return format;
}

}

TranscriptComparison::TranscriptComparison(const Version &before, const Version &after, const TranscriptThemePointer &theme, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this))
{
    const QLocale locale;
    setWindowTitle(tr("Compare versions"));
    setObjectName(QStringLiteral("comparison"));
    QLabel *legend = plainLabel(tr("Underlined: only in version %1, which is shown. Struck out: only in version %2.")
                                    .arg(locale.toString(after.number), locale.toString(before.number)), this);
    legend->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("The difference between the versions"));
    m_text->setFont(theme->text);
    m_text->document()->setDocumentMargin(theme->steps(2));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(legend);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(720, 560);
    write(before.text, after.text, *theme);
    m_text->setFocus();
}

void TranscriptComparison::write(const QString &before, const QString &after, const TranscriptTheme &theme)
{
    if (before == after) {
        m_text->setPlainText(tr("Both versions say the same."));
        return;
    }
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    for (const DifferencePart &part : wordDifference(before.left(longestText), after.left(longestText))) {
        const QString text = withBrokenRuns(part.text);
        cursor.insertText(text, formatOf(part.kind, theme));
    }
    if (qMax(before.size(), after.size()) > longestText)
        cursor.insertText(u'\n' + tr("The rest of these versions is too long to be compared."), formatOf(DifferencePart::Kind::Same, theme));
    cursor.endEditBlock();
    m_text->moveCursor(QTextCursor::Start);
}
