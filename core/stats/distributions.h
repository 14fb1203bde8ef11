// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost's distributions, computed in double precision. With its default, long double, they make a table
// before main() that overflows under valgrind, whose long double is no larger than a double, and ends the
// program. core/CMakeLists.txt says so to all of core, for whatever the policy, the functions have the same
// names; nothing else may include them.
#ifndef BOOST_MATH_PROMOTE_DOUBLE_POLICY
#error "BOOST_MATH_PROMOTE_DOUBLE_POLICY=false is missing"
#endif

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/kolmogorov_smirnov.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
