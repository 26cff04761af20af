// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "problempage.h"

#include "elidedlabel.h"
#include "errordescription.h"
#include "ui_problempage.h"
#include "windowstyle.h"

ProblemPage::ProblemPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ProblemPage>())
{
    m_ui->setupUi(this);
    setPrimary(m_ui->goOn);
    m_ui->title->setFont(scaledFont(this, 18.0 / 14, QFont::Bold));
    makeSecondary(m_ui->detail);
    connect(m_ui->goOn, &QPushButton::clicked, this, &ProblemPage::tryAgainRequested);
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
    // What is damaged was set aside under another name: going on starts a library beside it.
    m_ui->goOn->setText(error.kind == ErrorKind::LibraryDamaged ? tr("Start with an empty library") : tr("Try again"));
    m_ui->goOn->setVisible(error.kind != ErrorKind::LibraryNewer);
}
