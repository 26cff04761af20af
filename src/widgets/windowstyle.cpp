// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "windowstyle.h"

#include "icons.h"
#include "palette.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace {

constexpr int CornerRadius = 6;
constexpr int ScrollBarExtent = 12;
constexpr int FieldPadding = 7;

bool isPrimary(const QStyleOption *option, const QWidget *widget)
{
    if (widget && widget->property("isPrimary").toBool())
        return true;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

void drawRounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), CornerRadius, CornerRadius);
    painter->restore();
}

void drawFocusRing(QPainter *painter, const QRect &rect, const Colors &colors)
{
    drawRounded(painter, rect, QColor(), colors.accent, 2);
}

bool hasKeyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &a, const QColor &b, qreal part)
{
    const auto mix = [part](int from, int to) { return int(from + (to - from) * part); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Colors colors = colorsOf(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && (option->state & QStyle::State_MouseOver);
    if (isPrimary(option, widget)) {
        QColor fill = isEnabled ? colors.accent : mixed(colors.accent, colors.page, 0.6);
        if (isDown || isHovered)
            fill = mixed(fill, colors.text, isDown ? 0.2 : 0.1);
        drawRounded(painter, option->rect, fill, QColor());
        if (hasKeyboardFocus(option))
            drawRounded(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), QColor(), colors.accentText, 1.5);
        return;
    }
    const QColor fill = isDown ? colors.selectedRow : isHovered ? colors.message : colors.page;
    drawRounded(painter, option->rect, fill, colors.hairline);
    if (hasKeyboardFocus(option))
        drawFocusRing(painter, option->rect, colors);
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const Colors colors = colorsOf(option->palette);
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        drawRounded(painter, option->rect, colors.selectedRow, QColor());
    else if ((option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled))
        drawRounded(painter, option->rect, colors.message, QColor());
}

// A row of a list in a dialog, as those of the library look.
void drawItemPanel(const QStyleOption *option, QPainter *painter)
{
    const Colors colors = colorsOf(option->palette);
    const QRectF row = QRectF(option->rect).adjusted(2, 1, -2, -1);
    if (option->state & QStyle::State_Selected)
        drawRounded(painter, row, colors.selectedRow, QColor());
    else if ((option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled))
        drawRounded(painter, row, colors.message, QColor());
}

// On a row a frame, between two a line.
void drawDropPlace(const QStyleOption *option, QPainter *painter)
{
    const Colors colors = colorsOf(option->palette);
    if (option->rect.height() < 4)
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.top(), option->rect.width() - 16, 2), colors.accent);
    else
        drawRounded(painter, QRectF(option->rect).adjusted(8, 0, -8, 0), QColor(), colors.accent, 2);
}

void drawStep(QPainter *painter, const QRect &rect, bool isUp, const QColor &color)
{
    const QPointF middle = QRectF(rect).center();
    const qreal tip = isUp ? -2 : 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF { middle + QPointF(-4, -tip), middle + QPointF(0, tip), middle + QPointF(4, -tip) });
    painter->restore();
}

// An edge that can be seen on either page, since an empty box is nothing else.
void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const Colors colors = colorsOf(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isOn = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = isEnabled ? colors.secondary : colors.faint;
    painter->setPen(QPen(isOn && isEnabled ? colors.accent : edge, 1));
    painter->setBrush(isOn ? (isEnabled ? colors.accent : colors.faint) : colors.page);
    painter->drawRoundedRect(box, 3, 3);
    if (isOn) {
        const auto at = [&](qreal x, qreal y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
        const bool isPartly = option->state & QStyle::State_NoChange;
        painter->setPen(QPen(isEnabled ? colors.accentText : colors.page, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(isPartly ? QPolygonF { at(0.25, 0.5), at(0.75, 0.5) } : QPolygonF { at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.3) });
    }
    painter->restore();
}

void drawSpinBox(const QStyleOptionSpinBox *box, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const Colors colors = colorsOf(box->palette);
    const bool hasFocus = box->state & QStyle::State_HasFocus;
    drawRounded(painter, box->rect, colors.page, hasFocus ? colors.accent : colors.hairline, hasFocus ? 2 : 1);
    const auto step = [&](QStyle::SubControl button, QAbstractSpinBox::StepEnabledFlag enabled) {
        const bool isActive = (box->activeSubControls & button) && (box->state & QStyle::State_MouseOver);
        const QColor color = !(box->stepEnabled & enabled) ? colors.faint : isActive ? colors.accent : colors.secondary;
        drawStep(painter, style->subControlRect(QStyle::CC_SpinBox, box, button, widget), button == QStyle::SC_SpinBoxUp, color);
    };
    step(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    step(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &slider)
{
    if (bar->minimum == bar->maximum)
        return;
    const Colors colors = colorsOf(bar->palette);
    const bool isActive = bar->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor fill = isActive ? colors.secondary : mixed(colors.faint, colors.page, 0.35);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

}

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolButton(option, painter);
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth == 0)
            return;
        const Colors colors = colorsOf(option->palette);
        const bool hasFocus = option->state & State_HasFocus;
        drawRounded(painter, option->rect, element == PE_PanelLineEdit ? colors.page : QColor(),
                    hasFocus ? colors.accent : colors.hairline, hasFocus ? 2 : 1);
        return;
    }
    case PE_Frame: {
        // Of lists and the like; the option has no say in colours.
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // Square: what is inside would cover round corners.
        if (frame && frame->lineWidth > 0) {
            painter->setPen(colorsOf(option->palette).hairline);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    }
    case PE_FrameMenu:
        painter->setPen(colorsOf(option->palette).hairline);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter);
    case PE_IndicatorItemViewItemDrop:
        return drawDropPlace(option, painter);
    case PE_PanelItemViewItem:
        return drawItemPanel(option, painter);
    case PE_FrameFocusRect:
        return drawFocusRing(painter, option->rect, colorsOf(option->palette));
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && isPrimary(option, widget)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton tinted(*button);
            for (const auto group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled })
                tinted.palette.setColor(group, QPalette::ButtonText, colorsOf(option->palette).accentText);
            QProxyStyle::drawControl(element, &tinted, painter, widget);
            return;
        }
    }
    if (element == CE_ItemViewItem) {
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            // The tint behind a selected row leaves the words as they are.
            QStyleOptionViewItem plain(*row);
            for (const auto group : { QPalette::Active, QPalette::Inactive })
                plain.palette.setColor(group, QPalette::HighlightedText, colorsOf(option->palette).text);
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    const auto *item = element == CE_MenuItem ? qstyleoption_cast<const QStyleOptionMenuItem *>(option) : nullptr;
    if (item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1), colorsOf(option->palette).hairline);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(bar, painter, proxy()->subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
        return;
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && control == CC_SpinBox) {
        drawSpinBox(box, painter, proxy(), widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        // No arrow squeezed into the corner: a button that needs one has it in its text.
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    if (control == CC_ToolButton && hasKeyboardFocus(option))
        drawFocusRing(painter, option->rect, colorsOf(option->palette));
}

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                  const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    // No arrow buttons: the groove is the whole bar.
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const QRect whole = bar->rect;
    const int length = isHorizontal ? whole.width() : whole.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int shownPart = range > 0 ? int(qint64(length) * bar->pageStep / (range + bar->pageStep)) : length;
    const int sliderLength = qBound(qMin(32, length), shownPart, length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - sliderLength, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return isHorizontal ? QRect(whole.x() + from, whole.y(), size, whole.height())
                            : QRect(whole.x(), whole.y() + from, whole.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarGroove: return whole;
    case SC_ScrollBarSlider: return part(start, sliderLength);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + sliderLength, length - start - sliderLength);
    default: return {};
    }
}

QRect WindowStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(FieldPadding, 0, -FieldPadding, 0) : rect;
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                    const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size = QSize(contents.width() + 26, qMax(contents.height() + 12, 30));
    else if (type == CT_LineEdit)
        size.setHeight(qMax(size.height(), contents.height() + 14));
    else if (type == CT_ComboBox)
        size.setHeight(qMax(size.height(), contents.height() + 14));
    else if (type == CT_ItemViewItem)
        size.rheight() += 10;
    else if (type == CT_MenuItem)
        size.rheight() += 6;
    return size;
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return ScrollBarExtent;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SplitterWidth: return 1;
    case PM_FocusFrameHMargin: return FieldPadding;      // beside the words of a row
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_SmallIconSize: return 18;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

// The icon of a search field's clear button is ours: to look for the desktop's, whole icon themes are read at each start.
QIcon WindowStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(QStringLiteral("close")) : QProxyStyle::standardIcon(which, option, widget);
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_Widget_Animation_Duration || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void setPrimary(QWidget *button)
{
    button->setProperty("isPrimary", true);
}
