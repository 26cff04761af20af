// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "desktopprompt.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace {

// A message box is as narrow as its title; sentences are read in lines of some length.
void giveRoom(QMessageBox &box)
{
    constexpr int CharactersInALine = 56;
    if (auto *grid = qobject_cast<QGridLayout *>(box.layout()))
        grid->addItem(new QSpacerItem(CharactersInALine * box.fontMetrics().averageCharWidth(), 0), grid->rowCount(), 0, 1, grid->columnCount());
}

}

// A window manager hands the keys to the window that a dialog stood above when the dialog closes; were that the one which a modal dialog
// blocks, nobody had them.
QWidget *DesktopPrompt::asking() const
{
    QWidget *modal = QApplication::activeModalWidget();
    for (const QWidget *above = modal; above; above = above->parentWidget())
        if (above == m_parent)
            return modal;
    return m_parent;
}

void DesktopPrompt::confirm(const Question &question, QObject *context, std::function<void(bool)> done)
{
    auto *box = new QMessageBox(asking());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QStringLiteral("Grackle"));
    box->setTextFormat(Qt::PlainText);
    box->setText(question.title);
    if (auto *title = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label"))) {
        QFont font = title->font();
        font.setBold(true);
        title->setFont(font);
    }
    box->setInformativeText(question.sentence);
    QPushButton *accept = box->addButton(question.acceptText, QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    if (question.isHarmless)
        box->setDefaultButton(accept);
    else
        box->setDefaultButton(QMessageBox::Cancel);
    giveRoom(*box);
    QObject::connect(box, &QMessageBox::finished, context,
                     [box, accept, done = std::move(done)] { done(box->clickedButton() == accept); });
    box->open();
}

static QFileDialog *openDialog(QWidget *parent, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filter.split(QStringLiteral(";;")));
    return dialog;
}

void DesktopPrompt::chooseFiles(const QString &title, const QString &filter, QObject *context,
                                std::function<void(const QList<QUrl> &)> done)
{
    QFileDialog *dialog = openDialog(asking(), title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::finished, context, [dialog, done = std::move(done)](int result) {
        done(result == QDialog::Accepted ? dialog->selectedUrls() : QList<QUrl>());
    });
    dialog->open();
}

void DesktopPrompt::chooseSavePath(const QString &title, const QString &suggestedName, const QString &filter,
                                   QObject *context, std::function<void(const QString &)> done)
{
    QFileDialog *dialog = openDialog(asking(), title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    // The name follows the kind that is chosen, and keeps what the person typed.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        const QString suffix = chosen.section(QLatin1String("(*"), 1).section(u')', 0, 0).section(u' ', 0, 0);
        const QFileInfo typed(dialog->selectedFiles().value(0));
        if (suffix.startsWith(u'.') && !typed.fileName().isEmpty() && !typed.suffix().isEmpty())
            dialog->selectFile(typed.completeBaseName() + suffix);
    });
    QObject::connect(dialog, &QFileDialog::finished, context, [dialog, done = std::move(done)](int result) {
        const QStringList chosen = dialog->selectedFiles();
        done(result == QDialog::Accepted && !chosen.isEmpty() ? chosen.first() : QString());
    });
    dialog->open();
}

void DesktopPrompt::chooseFolder(const QString &title, QObject *context, std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(asking(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::finished, context, [dialog, done = std::move(done)](int result) {
        const QStringList chosen = dialog->selectedFiles();
        done(result == QDialog::Accepted && !chosen.isEmpty() ? chosen.first() : QString());
    });
    dialog->open();
}
