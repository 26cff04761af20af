// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QUrl>

#include <optional>

class QLineEdit;
class QPushButton;

// Asks for the address of a picture on the Internet. It is passed on as it is: the model's server fetches it, this program never does.
class PictureAddressDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PictureAddressDialog(QWidget *parent = nullptr);

    // Unset: what is typed is no address of the web.
    std::optional<QUrl> address() const;

private:
    QLineEdit *m_address = nullptr;
    QPushButton *m_accept = nullptr;
};
