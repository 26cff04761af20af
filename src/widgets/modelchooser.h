// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QPointer>
#include <QToolButton>

class ModelFilter;
class QFrame;
class QLineEdit;
class QListView;
class QPushButton;

// The chip with the model's name. Opens a list of the server's models with a field that filters it; any other id may
// be typed there.
class ModelChooser : public QToolButton
{
    Q_OBJECT
public:
    explicit ModelChooser(QWidget *parent = nullptr);

    void setModels(QAbstractItemModel *models);       // DisplayRole is the id, ModelInfoRole what is known of it
    void setModelId(const QString &modelId);
    QString modelId() const { return m_modelId; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void openList();

Q_SIGNALS:
    void modelIdChosen(const QString &modelId);
    // The list is being opened: a good moment to ask the server for it, when that has not been done.
    void listOpened();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ensurePopup();
    void filter(const QString &text);
    void choose(const QString &modelId);
    void takeChoice();
    QString shownText() const;

    QPointer<QAbstractItemModel> m_models;
    QString m_modelId;
    QFrame *m_popup = nullptr;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_useTyped = nullptr;
    ModelFilter *m_filtered = nullptr;
};
