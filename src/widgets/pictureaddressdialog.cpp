// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "pictureaddressdialog.h"

#include "linkpolicy.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

PictureAddressDialog::PictureAddressDialog(QWidget *parent) : QDialog(parent), m_address(new QLineEdit(this))
{
    setWindowTitle(tr("Add a picture from the web"));
    setMinimumWidth(480);
    m_address->setObjectName(QStringLiteral("pictureAddress"));
    m_address->setAccessibleName(tr("Address of the picture"));
    m_address->setPlaceholderText(QStringLiteral("https://example.org/picture.png"));
    QLabel *note = plainLabel(tr("The model's server fetches the picture, with each question anew. Grackle does not, and shows its address alone."), this);
    note->setWordWrap(true);
    makeSecondary(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("addPicture"));
    m_accept->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_address);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_accept->setEnabled(address().has_value()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::optional<QUrl> PictureAddressDialog::address() const
{
    const std::optional<QUrl> url = allowedLink(m_address->text().trimmed());
    return url && url->scheme() != QLatin1String("mailto") ? url : std::nullopt;
}
