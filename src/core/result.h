// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

struct Error;

// Either a value or the reason why there is none. Asking for the side that is not there is a programming error.
template<typename T, typename E = Error>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    const T &value() const & { Q_ASSERT(*this); return std::get<0>(m_state); }
    T &value() & { Q_ASSERT(*this); return std::get<0>(m_state); }
    T &&value() && { Q_ASSERT(*this); return std::get<0>(std::move(m_state)); }
    const E &error() const & { Q_ASSERT(!*this); return std::get<1>(m_state); }
    E &&error() && { Q_ASSERT(!*this); return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, E> m_state;
};

// What a step without a value gives back: Result<Done>.
using Done = std::monostate;
