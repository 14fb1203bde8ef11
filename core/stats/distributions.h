// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost's distributions, computed in double precision. In long double, its default, they start with a table
// that ends the program where a long double is no larger than a double: under valgrind, and on some
// processors. Only this header may include them: two answers to the question would be two functions of one
// name.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/kolmogorov_smirnov.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
