// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/convolution.h"

#include "gpu/kernels/conv_choice.h"
#include "gpu/kernels/conv_passes.h"
#include "gpu/kernels/loops/choice.h"
#include "gpu/torch_compat.h"

#include <ATen/ops/conv2d.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/custom_function.h>

namespace regnet {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

const Loops& bestLoops()
{
    return *usableLoops().front();
}

ConvSizes sizesOf(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride, std::int64_t groups)
{
    ConvSizes sizes;
    sizes.images = x.size(0);
    sizes.inputs = x.size(1);
    sizes.height = x.size(2);
    sizes.width = x.size(3);
    sizes.outputs = weight.size(0);
    sizes.kernel = weight.size(2);
    sizes.stride = stride;
    sizes.groups = groups;
    return sizes;
}

at::Tensor plainConvolution(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride,
                            std::int64_t groups)
{
    const std::int64_t padding = (weight.size(2) - 1) / 2;
    return at::conv2d(x, weight, {}, {stride, stride}, {padding, padding}, {1, 1}, groups);
}

/// A convolution whose passes are ours or LibTorch's, each the faster one.
class MixedConvolution : public torch::autograd::Function<MixedConvolution>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                              std::int64_t stride, std::int64_t groups)
    {
        context->save_for_backward({x, weight});
        context->saved_data["stride"] = stride;
        context->saved_data["groups"] = groups;
        const ConvSizes sizes = sizesOf(x, weight, stride, groups);
        if (!measuredChoice(sizes).forward) return plainConvolution(x, weight, stride, groups);
        const at::Tensor dense = weight.contiguous(channelsLast);
        at::Tensor y = at::empty({sizes.images, sizes.outputs, sizes.outputHeight(), sizes.outputWidth()},
                                 x.options(), channelsLast);
        convForward(bestLoops(), sizes, x.data_ptr<float>(), dense.data_ptr<float>(), y.data_ptr<float>());
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor &x = saved[0], &weight = saved[1];
        const ConvSizes sizes =
            sizesOf(x, weight, context->saved_data["stride"].toInt(), context->saved_data["groups"].toInt());
        const ConvChoice own = measuredChoice(sizes);
        const at::Tensor gradient = gradients[0].contiguous(channelsLast);
        const bool isInputWanted = context->needs_input_grad(0),
                   isWeightWanted = context->needs_input_grad(1);
        auto [dx, dw] = plainGradients(sizes, gradient, x, weight, isInputWanted && !own.inputGradient,
                                       isWeightWanted && !own.weightGradient);
        if (isInputWanted && own.inputGradient) dx = inputGradient(sizes, gradient, x, weight);
        if (isWeightWanted && own.weightGradient) {
            dw = at::empty_like(weight, weight.options(), channelsLast);
            convWeightGradient(bestLoops(), sizes, x.data_ptr<float>(), gradient.data_ptr<float>(),
                               dw.data_ptr<float>());
        }
        return {dx, dw, {}, {}};
    }

private:
    static std::pair<at::Tensor, at::Tensor> plainGradients(const ConvSizes& sizes,
                                                            const at::Tensor& gradient, const at::Tensor& x,
                                                            const at::Tensor& weight, bool isInputWanted,
                                                            bool isWeightWanted)
    {
        if (!isInputWanted && !isWeightWanted) return {};
        const std::int64_t padding = sizes.kernel / 2;
        const auto [dx, dw, none] = at::convolution_backward(
            gradient, x, weight, c10::nullopt, {sizes.stride, sizes.stride}, {padding, padding}, {1, 1},
            /*transposed=*/false, {0, 0}, sizes.groups, {isInputWanted, isWeightWanted, false});
        return {dx, dw};
    }

    static at::Tensor inputGradient(const ConvSizes& sizes, const at::Tensor& gradient, const at::Tensor& x,
                                    const at::Tensor& weight)
    {
        // With stride 2 a kernel of 1 leaves pixels out.
        const bool isSparse = sizes.stride > 1 && sizes.kernel == 1;
        at::Tensor dx = isSparse ? at::zeros_like(x, x.options(), channelsLast)
                                 : at::empty_like(x, x.options(), channelsLast);
        const at::Tensor dense = weight.contiguous(channelsLast);
        convInputGradient(bestLoops(), sizes, gradient.data_ptr<float>(), dense.data_ptr<float>(),
                          dx.data_ptr<float>());
        return dx;
    }
};

} // namespace

bool hasOwnConvolution(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride,
                       std::int64_t groups)
{
    const bool isPlain = x.is_cpu() && x.scalar_type() == at::kFloat && weight.scalar_type() == at::kFloat &&
                         x.dim() == 4 && x.numel() > 0 && x.is_contiguous(channelsLast) && !isCpuAutocast();
    return isPlain && measuredChoice(sizesOf(x, weight, stride, groups)).isAny();
}

at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride,
                       std::int64_t groups)
{
    if (!hasOwnConvolution(x, weight, stride, groups)) return plainConvolution(x, weight, stride, groups);
    return MixedConvolution::apply(x, weight, stride, groups);
}

} // namespace regnet
