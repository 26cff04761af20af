// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"
#include "findmark.h"
#include "ids.h"
#include "message.h"
#include "scrollanchor.h"
#include "transcriptlayout.h"
#include "transcriptselection.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <set>

class FindMarks;
class QMenu;
class QMimeData;
class NewTextPill;
class TranscriptAnnouncer;

// Shows a model with the roles of transcriptroles.h. It only translates: events into calls of layout, anchor and selection, and those
// into pixels. What a person wishes comes out as signals; nothing is fetched, opened or changed here.
class TranscriptView : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setTheme(TranscriptThemePointer theme);
    const TranscriptThemePointer &theme() const { return m_layout.theme(); }
    // For the running clock of "Thinking…". Without one the line shows no time. Outlives the view.
    void setClock(const Clock *clock) { m_clock = clock; }
    // Asked while painting; a null picture means: later. thumbnailReady() paints anew.
    void setThumbnailSource(ThumbnailLookup source);
    void thumbnailReady();
    // A whole picture for another program, when it is copied or dragged out; nullptr: it cannot be had.
    using PictureSource = std::function<std::unique_ptr<QMimeData>(const ImagePart &image)>;
    void setPictureSource(PictureSource source) { m_pictures = std::move(source); }

    // Following the end: left by any movement upwards, entered by reaching the end or followEnd().
    bool isFollowing() const { return m_anchor.isFollowing(); }
    void followEnd();
    bool isNewTextPillShown() const;

    struct ReadingPosition
    {
        MessageId message;         // at the top of the viewport
        int pixel = 0;             // of it that are above
        bool isFollowing = true;
        bool operator==(const ReadingPosition &) const = default;
    };
    ReadingPosition readingPosition() const;
    void setReadingPosition(const ReadingPosition &position);

    // Words to be marked wherever they stand.
    void setSearch(const TextSearch &search);
    void setSearchMarks(const QStringList &words) { setSearch({ words }); }
    // Marks one find among the others and brings it into view. The message is on the branch that is shown, else nothing happens.
    void showFind(const MessageId &message, const FoundPlace &place);
    // On the scroll bar, top to bottom.
    void setFindMarks(std::vector<FindMark> marks);
    void clearFind();
    void scrollToMessage(const MessageId &id);

    bool hasSelection() const { return !m_selection.isEmpty(); }
    QString selectedMarkdown() const;
    void copySelection();
    void copyMessage(int row);

    // Takes over at once what would wait for the next frame.
    void flushChanges();
    bool hasWaitingChanges() const { return !m_changedRows.empty(); }
    // Presses something of a row, as a click would: for assistive technology.
    void pressSpot(int row, const Hotspot &spot) { activate({ row, spot }); }
    // For assistive technology: selects a part of a message's source (an empty range: nothing is selected any more), brings a place
    // of a row into view, and says what in the current message has the focus.
    void selectSource(int row, const SourceRange &range);
    void showInRow(int row, const QRectF &place);
    bool isInsideMessage() const { return m_focusedSpot >= 0; }
    bool isSpotFocused(int row, const Hotspot &spot);
    // Timers that would wake the program, for tests.
    int runningTimers() const;
    // What is on screen of a row, for tests and tools: text, links that can be followed, code blocks.
    QString shownText(int row);
    QStringList activeLinks(int row);
    QStringList codeBlocks(int row);
    TranscriptLayout &transcriptLayout() { return m_layout; }
    const TranscriptSelection &selection() const { return m_selection; }

    // QAbstractItemView
    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void selectAll() override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url, const QString &label);   // allowed ones only; under these words
    void linkRefused(const QString &target);             // pressed, and never opened
    void linkHovered(const QString &target);             // empty: none any more
    void noticeActionRequested(const MessageId &message, const QString &actionId);
    void editRequested(const MessageId &message);
    void regenerateRequested(const MessageId &message);
    void insertRequested(const MessageId &message, bool isBefore);   // another message beside it, in any role
    void editAsRequested(const MessageId &message);                  // in another role, or an answer
    void inspectRequested(const MessageId &message);                 // what went over the wire for it
    void siblingRequested(const MessageId &message, int siblingIndex);
    void imageActivated(const MessageId &message, int imageIndex);
    void compareRequested(const MessageId &message, int siblingIndex);
    void quoteRequested(const QString &markdown);
    void searchRequested(const QString &words);          // in all conversations
    void codeSaveRequested(const QString &code, const QString &language);
    void codeOptionsChosen(const CodeOptions &options);
    void copied(int hiddenCharacters);                   // how many signs of it cannot be seen
    void followingChanged(bool isFollowing);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override { return int(m_anchor.top()); }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    // The base class would ask the display server where the pointer is, and wait for it, with each line that is added.
    void verticalScrollbarValueChanged(int) override {}
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Place { int row = -1; int top = 0; };   // of the row, in the viewport
    struct CurrentFind { MessageId message; FoundPlace place; };
    struct Touched { int row = -1; Hotspot spot; };
    struct TextPlace { int row = -1; LeafPosition at; };
    struct SourcePlace { int row = -1; qsizetype offset = 0; qreal inLine = 0; };
    struct HeldBar { int row = -1; int leaf = -1; qreal grip = 0; };     // where in the thumb it was taken
    // What a context menu is about.
    struct MenuSubject { int row = -1; int leaf = -1; std::optional<Hotspot> spot; QString formula; };
    struct LeafPlace { MessageId message; int leaf = -1; };
    enum class CopiedText { Prose, Code };

    // transcriptview.cpp
    void connectLayout();
    void forgetPointer();
    void relayout();
    void showScrollBar();
    void placePill();
    void notePositionChanged();
    void updateThinkingTimer();
    void updateRow(int row);
    Place placeAt(int y) const;
    int topOf(int row) const;
    void keepReadingPosition(int width);
    std::optional<SourcePlace> sourceAtTop();
    void goToSource(const SourcePlace &place);
    int stickyHeightAtTop();
    void scrollByPixels(int pixels);
    std::optional<qint64> nowMs() const;

    // transcriptgrowing.cpp
    void refreshSoon(int first, int last);
    void refreshChangedRows();
    void showWaitingText();
    void warmFonts();
    void noteNewText(int row);

    // transcriptpainting.cpp
    void paintRow(QPainter &painter, int row, int top, const QRect &dirty);

    // transcriptfinding.cpp
    void revealSideways(RowLayout &row, const LeafPosition &position);

    // transcriptmouse.cpp
    QPointF inBody(int row, const QPoint &point);
    TranscriptPosition positionAt(const QPoint &point);
    std::optional<TextPlace> textPlaceAt(const QPoint &point);
    void selectInLeaf(const TextPlace &place, qsizetype begin, qsizetype end);
    std::optional<Touched> touchedAt(const QPoint &point);
    void hover(const QPoint &point);
    void hoverBar(int row, const QPoint &point);
    Qt::CursorShape cursorAt(int row, const QPoint &point, const std::optional<Touched> &touched);
    static QString targetOf(const Hotspot &spot);
    void toggleReasoning(int row);
    void activate(const Touched &touched);
    void activateLink(const Hotspot &spot);
    void selectWordAt(const QPoint &point);
    void selectLeafAt(const QPoint &point);
    void dragTo(const QPoint &point);
    void scrollWhileDragging();
    void showToolTip(const QPoint &point, const QPoint &globalPoint);
    void changeSelection(const TranscriptSelection &selection);

    // transcriptdragging.cpp
    bool takeBar(const QPoint &point);
    void moveBar(const QPoint &point);
    bool isOnSelection(const QPoint &point);
    bool mayBeDraggedOut(const QPoint &point);
    void dragOut();

    // transcriptmenu.cpp
    void openMenuAtFocus();
    void openMenuAt(const Touched &touched);
    MenuSubject subjectAt(const QPoint &point);
    QMenu *makeContextMenu(const MenuSubject &subject);
    void addLinkActions(QMenu &menu, const Hotspot &spot);
    void addSelectionActions(QMenu &menu);
    void addCodeActions(QMenu &menu, const LeafPlace &place);
    void addTableActions(QMenu &menu, const LeafPlace &place);
    void addPictureActions(QMenu &menu, const MessageId &message, int image);
    void addMessageActions(QMenu &menu, int row);
    void addWritingActions(QMenu &menu, const MessageId &id, const RowLayout &layout);
    void addVersionActions(QMenu &menu, const MessageId &id, const RowLayout &layout);
    const Leaf *leafOf(const LeafPlace &place);

    // transcriptclipboard.cpp
    void copyCode(int row, int leaf);
    void copyText(const QString &text, CopiedText kind);
    void setClipboard(const TranscriptSelection &selection);
    void putOnClipboard(const QStringList &sources);

    // transcriptkeyboard.cpp
    bool handleNavigationKey(QKeyEvent *event);
    bool handleInsideKey(QKeyEvent *event);
    bool scrollFocusedSideways(int direction);
    bool extendSelection(QKeyEvent *event);
    void walkMessages(int step);
    void focusSpot(int index);
    std::optional<Touched> focusedSpot();

    TranscriptLayout m_layout;
    ScrollAnchor m_anchor;
    TranscriptSelection m_selection;
    const Clock *m_clock = nullptr;
    ThumbnailLookup m_thumbnails;
    PictureSource m_pictures;
    TextSearch m_search;
    std::optional<CurrentFind> m_currentFind;
    FindMarks *m_findMarks = nullptr;
    NewTextPill *m_pill = nullptr;
    std::unique_ptr<TranscriptAnnouncer> m_announcer;

    std::set<int> m_changedRows;
    QTimer m_frameTimer;            // runs only while something waits to be shown
    QElapsedTimer m_sinceRefresh;
    QTimer m_thinkingTimer;         // runs only while a visible row is thinking
    QTimer m_copiedTimer;
    QTimer m_warmTimer;             // runs only while fonts wait to be made ready
    QTimer m_dragTimer;             // runs only while a selection is dragged beyond the edge

    bool m_isSettingBar = false;
    bool m_wasFollowing = true;
    bool m_hasStoredPosition = false;

    std::optional<Touched> m_hovered;
    int m_hoveredRow = -1;
    int m_barRow = -1;              // the block under the pointer that is wider than the column
    int m_barLeaf = -1;
    std::optional<HeldBar> m_heldBar;
    int m_focusedSpot = -1;         // in the current message; -1: the message itself
    int m_copiedRow = -1;
    int m_copiedLeaf = -1;          // -1: the whole message
    bool m_isPressed = false;
    bool m_hasDragged = false;
    bool m_mayDragOut = false;      // pressed on what can be dragged into another window
    QPoint m_pressPoint, m_lastPoint;
    std::optional<Touched> m_pressed;
    qint64 m_lastDoubleClick = 0;
    QPoint m_doubleClickPoint;
    qreal m_keyboardX = -1;         // where vertical movement wants to be
    bool m_isWalking = false;       // the keyboard is in use: the current message is marked
};
