// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One vector of floats, as wide as the instruction set of this compilation. The sources that include this are
// compiled once for each set, in a namespace REGNET_SIMD of its own. They must not use inline functions of
// headers outside of it (not even std::min): the linker keeps one copy of those for the whole program, and it
// could be the one with instructions that this machine lacks.

#include "gpu/kernels/loops/loops.h"

#if defined(__AVX512F__) || defined(__AVX2__)
#include <immintrin.h>
#endif

#ifndef REGNET_SIMD
#define REGNET_SIMD plain
#endif

namespace regnet::REGNET_SIMD {

using Index = std::int64_t;

#if defined(__AVX512F__)

constexpr Index lanes = 16;
constexpr Index rowBlock = 8; ///< rows times three vectors of sums fit into the registers
using Vec = __m512;
using Mask = __mmask16;
using Order = __m512i;

inline Mask firstLanes(Index n)
{
    return n >= lanes ? Mask{0xFFFF} : static_cast<Mask>((1U << n) - 1U);
}
inline Vec load(const float* from)
{
    return _mm512_loadu_ps(from);
}
inline Vec load(const float* from, Mask mask)
{
    return _mm512_maskz_loadu_ps(mask, from);
}
inline void store(float* to, Vec v)
{
    _mm512_storeu_ps(to, v);
}
inline void store(float* to, Vec v, Mask mask)
{
    _mm512_mask_storeu_ps(to, mask, v);
}
inline Vec broadcast(float value)
{
    return _mm512_set1_ps(value);
}
inline Order orderOf(const std::int32_t* from)
{
    return _mm512_loadu_si512(from);
}
inline Vec permuted(Vec v, Order order)
{
    return _mm512_permutexvar_ps(order, v);
}
inline Vec notBelowZero(Vec v) // a NaN stays one
{
    return _mm512_max_ps(_mm512_setzero_ps(), v);
}
/// v where `where` is above 0, 0 elsewhere.
inline Vec whereAboveZero(Vec v, Vec where)
{
    return _mm512_maskz_mov_ps(_mm512_cmp_ps_mask(where, _mm512_setzero_ps(), _CMP_GT_OQ), v);
}

#elif defined(__AVX2__)

constexpr Index lanes = 8;
constexpr Index rowBlock = 4;
using Vec = __m256;
using Order = __m256i;
struct Mask
{
    __m256i bits;
};

inline Mask firstLanes(Index n)
{
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return {_mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n < lanes ? n : lanes)), lane)};
}
inline Vec load(const float* from)
{
    return _mm256_loadu_ps(from);
}
inline Vec load(const float* from, Mask mask)
{
    return _mm256_maskload_ps(from, mask.bits);
}
inline void store(float* to, Vec v)
{
    _mm256_storeu_ps(to, v);
}
inline void store(float* to, Vec v, Mask mask)
{
    _mm256_maskstore_ps(to, mask.bits, v);
}
inline Vec broadcast(float value)
{
    return _mm256_set1_ps(value);
}
inline Order orderOf(const std::int32_t* from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
inline Vec permuted(Vec v, Order order)
{
    return _mm256_permutevar8x32_ps(v, order);
}
inline Vec notBelowZero(Vec v)
{
    return _mm256_max_ps(_mm256_setzero_ps(), v);
}
inline Vec whereAboveZero(Vec v, Vec where)
{
    return _mm256_and_ps(v, _mm256_cmp_ps(where, _mm256_setzero_ps(), _CMP_GT_OQ));
}

#else

constexpr Index lanes = 4;
constexpr Index rowBlock = 4;
typedef float Vec __attribute__((vector_size(16)));
struct Mask
{
    Index count;
};
struct Order
{
    std::int32_t lane[lanes];
};

inline Mask firstLanes(Index n)
{
    return {n < lanes ? n : lanes};
}
inline Vec load(const float* from)
{
    Vec v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
}
inline Vec load(const float* from, Mask mask)
{
    if (mask.count == lanes) return load(from);
    Vec v{};
    for (Index i = 0; i < mask.count; ++i)
        v[i] = from[i];
    return v;
}
inline void store(float* to, Vec v)
{
    __builtin_memcpy(to, &v, sizeof v);
}
inline void store(float* to, Vec v, Mask mask)
{
    if (mask.count == lanes) return store(to, v);
    for (Index i = 0; i < mask.count; ++i)
        to[i] = v[i];
}
inline Vec broadcast(float value)
{
    return Vec{value, value, value, value};
}
inline Order orderOf(const std::int32_t* from)
{
    return {{from[0], from[1], from[2], from[3]}};
}
inline Vec permuted(Vec v, const Order& order)
{
    return Vec{v[order.lane[0]], v[order.lane[1]], v[order.lane[2]], v[order.lane[3]]};
}
inline Vec notBelowZero(Vec v)
{
    for (Index i = 0; i < lanes; ++i)
        v[i] = v[i] < 0 ? 0 : v[i];
    return v;
}
inline Vec whereAboveZero(Vec v, Vec where)
{
    for (Index i = 0; i < lanes; ++i)
        v[i] = where[i] > 0 ? v[i] : 0;
    return v;
}

#endif

inline Vec zeros()
{
    return broadcast(0);
}
inline Index smaller(Index a, Index b)
{
    return a < b ? a : b;
}
inline Index vectorsOf(Index channels)
{
    return (channels + lanes - 1) / lanes;
}

} // namespace regnet::REGNET_SIMD
