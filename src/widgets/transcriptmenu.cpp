// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "formulahit.h"
#include "leafexport.h"
#include "linkpolicy.h"
#include "tableexport.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>

namespace {

constexpr qsizetype longestSearch = 100;
constexpr int mostComparedVersions = 9;

QAction *named(QAction *action, const char *name)
{
    action->setObjectName(QLatin1String(name));
    return action;
}

}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        makeContextMenu(subjectAt(event->pos()))->popup(event->globalPos());
    else
        openMenuAtFocus();
}

// Beneath what has the focus, or in the middle of the message where that is in view.
void TranscriptView::openMenuAtFocus()
{
    const std::optional<Touched> focused = focusedSpot();
    if (focused) {
        openMenuAt(*focused);
        return;
    }
    if (!currentIndex().isValid())
        return;
    const QRect message = visualRect(currentIndex()).intersected(viewport()->rect());
    MenuSubject subject;
    subject.row = currentIndex().row();
    makeContextMenu(subject)->popup(viewport()->mapToGlobal(message.isEmpty() ? viewport()->rect().center() : message.center()));
}

void TranscriptView::openMenuAt(const Touched &touched)
{
    MenuSubject subject;
    subject.row = touched.row;
    subject.spot = touched.spot;
    const bool isInText = touched.spot.kind <= Hotspot::Kind::Formula;
    if (isInText && touched.spot.leaf < m_layout.ensureRow(touched.row).body().leafCount()) {
        subject.leaf = touched.spot.leaf;
        const Leaf &leaf = m_layout.ensureRow(touched.row).body().leaf(subject.leaf);
        subject.formula = leaf.kind == LeafKind::MathBlock ? leaf.text : QString();
    }
    const QRect place = touched.spot.rect.translated(0, topOf(touched.row)).toAlignedRect().intersected(viewport()->rect());
    makeContextMenu(subject)->popup(viewport()->mapToGlobal(place.bottomLeft()));
}

TranscriptView::MenuSubject TranscriptView::subjectAt(const QPoint &point)
{
    MenuSubject subject;
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return subject;
    subject.row = index.row();
    if (const std::optional<Touched> touched = touchedAt(point))
        subject.spot = touched->spot;
    const RowLayout &row = m_layout.ensureRow(subject.row);
    const QPointF inBody = QPointF(point) - QPointF(0, topOf(subject.row)) - row.bodyOrigin();
    subject.leaf = row.body().leafAt(inBody);
    subject.formula = formulaAt(row.body(), inBody);
    return subject;
}

QMenu *TranscriptView::makeContextMenu(const MenuSubject &subject)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (subject.spot && subject.spot->isAddress())
        addLinkActions(*menu, *subject.spot);
    if (hasSelection())
        addSelectionActions(*menu);
    if (const Leaf *leaf = subject.row >= 0 ? leafOf({ m_layout.messageId(subject.row), subject.leaf }) : nullptr) {
        const LeafPlace place { m_layout.messageId(subject.row), subject.leaf };
        if (leaf->kind == LeafKind::Code)
            addCodeActions(*menu, place);
        else if (leaf->kind == LeafKind::Table)
            addTableActions(*menu, place);
    }
    if (!subject.formula.isEmpty()) {
        named(menu->addAction(tr("Copy TeX"), this, [this, tex = subject.formula] { copyText(tex, CopiedText::Code); }), "copyTex");
        menu->addSeparator();
    }
    if (subject.spot && subject.spot->kind == Hotspot::Kind::Attachment)
        addPictureActions(*menu, m_layout.messageId(subject.row), subject.spot->leaf);
    if (subject.row >= 0)
        addMessageActions(*menu, subject.row);
    named(menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &TranscriptView::selectAll), "selectAll");
    return menu;
}

void TranscriptView::addLinkActions(QMenu &menu, const Hotspot &spot)
{
    QAction *open = named(menu.addAction(spot.kind == Hotspot::Kind::Picture ? tr("Open picture in the browser") : tr("Open link"),
                                         this, [this, spot] { activateLink(spot); }), "openLink");
    open->setEnabled(allowedLink(spot.value).has_value());
    named(menu.addAction(tr("Copy address"), this, [this, target = spot.value] { copyText(target, CopiedText::Code); }), "copyAddress");
    menu.addSeparator();
}

void TranscriptView::addSelectionActions(QMenu &menu)
{
    named(menu.addAction(tr("Copy"), QKeySequence::Copy, this, &TranscriptView::copySelection), "copy");
    named(menu.addAction(tr("Copy as Markdown"), this, [this] { copyText(selectedMarkdown(), CopiedText::Prose); }), "copyMarkdown");
    named(menu.addAction(tr("Quote in the message"), this, [this] { Q_EMIT quoteRequested(selectedMarkdown()); }), "quote");
    named(menu.addAction(tr("Search everything for it"), this, [this] {
        Q_EMIT searchRequested(selectedMarkdown().simplified().left(longestSearch));
    }), "searchEverything");
    menu.addSeparator();
}

void TranscriptView::addCodeActions(QMenu &menu, const LeafPlace &place)
{
    named(menu.addAction(tr("Copy code"), this, [this, place] {
        if (leafOf(place))
            copyCode(m_layout.rowOf(place.message), place.leaf);
    }), "copyCode");
    named(menu.addAction(tr("Save code as file…"), this, [this, place] {
        if (const Leaf *code = leafOf(place))
            Q_EMIT codeSaveRequested(code->text, code->language);
    }), "saveCode");
    const auto addOption = [&](const QString &text, const char *name, bool CodeOptions::*option) {
        QAction *action = named(menu.addAction(text), name);
        action->setCheckable(true);
        action->setChecked(theme()->codeOptions.*option);
        connect(action, &QAction::toggled, this, [this, option](bool isOn) {
            CodeOptions options = theme()->codeOptions;
            options.*option = isOn;
            Q_EMIT codeOptionsChosen(options);
        });
    };
    addOption(tr("Line numbers"), "lineNumbers", &CodeOptions::showsLineNumbers);
    addOption(tr("Wrap lines"), "wrapLines", &CodeOptions::wrapsLines);
    menu.addSeparator();
}

// The texts are made when they are wanted: a table may be large.
void TranscriptView::addTableActions(QMenu &menu, const LeafPlace &place)
{
    QMenu *formats = menu.addMenu(tr("Copy table as"));
    const auto add = [&](const QString &text, const char *name, QString (*textOf)(const Leaf &)) {
        named(formats->addAction(text, this, [this, place, textOf] {
            if (const Leaf *table = leafOf(place))
                copyText(textOf(*table), CopiedText::Prose);
        }), name);
    };
    add(tr("TSV, for a spreadsheet"), "copyTsv", tableAsTsv);
    add(tr("CSV"), "copyCsv", tableAsCsv);
    named(formats->addAction(tr("Markdown"), this, [this, place] {
        if (const Leaf *table = leafOf(place))
            copyText(markdownOf(m_layout.ensureRow(m_layout.rowOf(place.message)).body(), table->source), CopiedText::Prose);
    }), "copyTableMarkdown");
    named(formats->addAction(tr("HTML"), this, [this, place] {
        const Leaf *table = leafOf(place);
        if (!table)
            return;
        auto *html = new QMimeData;
        html->setData(QStringLiteral("text/html"), htmlOf({ *table }).toUtf8());
        html->setText(htmlOf({ *table }));
        QApplication::clipboard()->setMimeData(html);
        Q_EMIT copied(0);
    }), "copyHtml");
    menu.addSeparator();
}

void TranscriptView::addPictureActions(QMenu &menu, const MessageId &message, int image)
{
    if (isSignalConnected(QMetaMethod::fromSignal(&TranscriptView::imageActivated)))
        named(menu.addAction(tr("Open picture"), this, [this, message, image] { Q_EMIT imageActivated(message, image); }), "openPicture");
    if (m_pictures) {
        named(menu.addAction(tr("Copy picture"), this, [this, message, image] {
            const int row = m_layout.rowOf(message);
            std::unique_ptr<QMimeData> picture = row >= 0 ? m_pictures(m_layout.ensureRow(row).content().images.value(image)) : nullptr;
            if (picture)
                QApplication::clipboard()->setMimeData(picture.release());
        }), "copyPicture");
    }
    menu.addSeparator();
}

void TranscriptView::addMessageActions(QMenu &menu, int row)
{
    const RowLayout &layout = m_layout.ensureRow(row);
    const MessageId id = m_layout.messageId(row);
    named(menu.addAction(tr("Copy message"), this, [this, id] { copyMessage(m_layout.rowOf(id)); }), "copyMessage");
    if (!hasSelection() && !layout.source().isEmpty()) {
        named(menu.addAction(tr("Quote in the message"), this, [this, id] {
            if (const int now = m_layout.rowOf(id); now >= 0)
                Q_EMIT quoteRequested(m_layout.ensureRow(now).source());
        }), "quote");
    }
    if (layout.content().state != MessageState::Streaming)
        addVersionActions(menu, id, layout);
    if (!layout.content().reasoning.isEmpty()) {
        const bool isShown = layout.isReasoningShown();
        named(menu.addAction(isShown ? tr("Hide the thoughts") : tr("Show the thoughts"), this, [this, id] {
            if (const int now = m_layout.rowOf(id); now >= 0)
                toggleReasoning(now);
        }), "toggleThoughts");
    }
    if (layout.content().state != MessageState::Streaming)
        addWritingActions(menu, id, layout);
    menu.addSeparator();
}

void TranscriptView::addWritingActions(QMenu &menu, const MessageId &id, const RowLayout &layout)
{
    menu.addSeparator();
    named(menu.addAction(tr("Insert message before…"), this, [this, id] { Q_EMIT insertRequested(id, true); }), "insertBefore");
    named(menu.addAction(tr("Insert message after…"), this, [this, id] { Q_EMIT insertRequested(id, false); }), "insertAfter");
    named(menu.addAction(tr("Edit as…"), this, [this, id] { Q_EMIT editAsRequested(id); }), "editAs");
    if (layout.content().role == Role::Assistant && layout.content().isInspectable)
        named(menu.addAction(tr("Inspect…"), this, [this, id] { Q_EMIT inspectRequested(id); }), "inspectAnswer");
}

void TranscriptView::addVersionActions(QMenu &menu, const MessageId &id, const RowLayout &layout)
{
    if (layout.isPerson())
        named(menu.addAction(tr("Ask from here"), this, [this, id] { Q_EMIT regenerateRequested(id); }), "askFromHere");
    if (layout.content().role == Role::User)
        named(menu.addAction(tr("Edit and ask again"), this, [this, id] { Q_EMIT editRequested(id); }), "edit");
    else if (layout.content().role == Role::Assistant)
        named(menu.addAction(tr("Answer again"), this, [this, id] { Q_EMIT regenerateRequested(id); }), "regenerate");
    const int index = layout.content().siblingIndex;
    const int count = layout.content().siblingCount;
    if (count < 2)
        return;
    menu.addSeparator();
    QAction *previous = named(menu.addAction(tr("Previous version"), this, [this, id, index] { Q_EMIT siblingRequested(id, index - 1); }),
                              "previousVersion");
    previous->setEnabled(index > 0);
    QAction *next = named(menu.addAction(tr("Next version"), this, [this, id, index] { Q_EMIT siblingRequested(id, index + 1); }),
                          "nextVersion");
    next->setEnabled(index + 1 < count);
    if (count == 2) {
        named(menu.addAction(tr("Compare with the other version"), this, [this, id, index] { Q_EMIT compareRequested(id, 1 - index); }),
              "compare");
        return;
    }
    QMenu *others = menu.addMenu(tr("Compare with version"));
    const int first = qBound(0, index - mostComparedVersions / 2, qMax(0, count - mostComparedVersions));
    for (int other = first; other < qMin(count, first + mostComparedVersions); ++other) {
        if (other != index)
            named(others->addAction(QLocale().toString(other + 1), this, [this, id, other] { Q_EMIT compareRequested(id, other); }),
                  "compare");
    }
}

// nullptr when the conversation changed while the menu was open, so that the leaf is not there any more.
const Leaf *TranscriptView::leafOf(const LeafPlace &place)
{
    const int row = place.leaf >= 0 ? m_layout.rowOf(place.message) : -1;
    if (row < 0 || place.leaf >= m_layout.ensureRow(row).body().leafCount())
        return nullptr;
    return &m_layout.ensureRow(row).body().leaf(place.leaf);
}
