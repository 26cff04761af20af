// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "problempage.h"

#include "errordescription.h"
#include "plaintext.h"
#include "ui_problempage.h"
#include "windowstyle.h"

ProblemPage::ProblemPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ProblemPage>())
{
    m_ui->setupUi(this);
    setPrimary(m_ui->restore);
    setFontScale(m_ui->title, 18.0 / 14, QFont::Bold);
    makeSecondary(m_ui->detail);
    connect(m_ui->restore, &QPushButton::clicked, this, &ProblemPage::restoreRequested);
    connect(m_ui->salvage, &QPushButton::clicked, this, &ProblemPage::salvageRequested);
    connect(m_ui->goOn, &QPushButton::clicked, this, [this] {
        if (m_isDamaged)
            Q_EMIT startAnewRequested();
        else
            Q_EMIT tryAgainRequested();
    });
    connect(m_ui->showFolder, &QPushButton::clicked, this, &ProblemPage::folderRequested);
    connect(m_ui->leave, &QPushButton::clicked, this, &ProblemPage::quitRequested);
}

ProblemPage::~ProblemPage() = default;

void ProblemPage::showProblem(const Error &error)
{
    const ErrorDescription description = describe(error);
    m_ui->title->setText(description.title);
    m_ui->sentence->setText(description.sentence);
    m_ui->detail->setText(error.detail);
    m_ui->detail->setVisible(!error.detail.isEmpty());
    m_isDamaged = error.kind == ErrorKind::LibraryDamaged;
    m_ui->restore->setVisible(m_isDamaged);
    m_ui->salvage->setVisible(m_isDamaged);
    setWishesEnabled(true);
    m_ui->goOn->setText(m_isDamaged ? tr("Start with an empty library") : tr("Try again"));
    m_ui->goOn->setToolTip(m_isDamaged ? tr("What is there is set aside, not deleted") : tr("Try to open the library once more"));
    m_ui->goOn->setVisible(error.kind != ErrorKind::LibraryNewer);
}

void ProblemPage::showWork(const QString &sentence)
{
    m_ui->sentence->setText(sentence);
    m_ui->detail->hide();
    setWishesEnabled(false);
}

void ProblemPage::setWishesEnabled(bool isEnabled)
{
    for (QPushButton *button : { m_ui->restore, m_ui->salvage, m_ui->goOn })
        button->setEnabled(isEnabled);
}
