<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>QCheckBox</name>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>띄우기</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>확인(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The paper&apos;s spaces on two CPU cores</source>
        <translation>CPU 코어 두 개에서 본 논문의 디자인 공간</translation>
    </message>
    <message>
        <source>Does the order of the spaces hold elsewhere?</source>
        <translation>디자인 공간의 순서가 다른 조건에서도 유지되는가?</translation>
    </message>
    <message>
        <source>Trends across regimes</source>
        <translation>연산량 영역에 따른 추세</translation>
    </message>
    <message>
        <source>Activations, parameters and run time</source>
        <translation>활성값, 파라미터, 실행 시간</translation>
    </message>
    <message>
        <source>RegNetX constrained</source>
        <translation>제약을 둔 RegNetX</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>대안</translation>
    </message>
    <message>
        <source>Top RegNetX models</source>
        <translation>최상위 RegNetX 모델</translation>
    </message>
    <message>
        <source>Top RegNetY models</source>
        <translation>최상위 RegNetY 모델</translation>
    </message>
    <message>
        <source>ResNe(X)t and RegNetX</source>
        <translation>ResNe(X)t와 RegNetX</translation>
    </message>
    <message>
        <source>EfficientNet, RegNetX and RegNetY</source>
        <translation>EfficientNet, RegNetX, RegNetY</translation>
    </message>
    <message>
        <source>Fixed depth, three stages, inverted bottleneck</source>
        <translation>고정 깊이, 세 스테이지, 역병목</translation>
    </message>
    <message>
        <source>A design space and what its population tells</source>
        <translation>디자인 공간과 그 모집단이 알려 주는 것</translation>
    </message>
    <message>
        <source>Swish and ReLU</source>
        <translation>Swish와 ReLU</translation>
    </message>
    <message>
        <source>Learning rate and weight decay of RegNetX</source>
        <translation>RegNetX의 학습률과 가중치 감쇠</translation>
    </message>
    <message>
        <source>Learning rate and weight decay of EfficientNet</source>
        <translation>EfficientNet의 학습률과 가중치 감쇠</translation>
    </message>
    <message>
        <source>Block types</source>
        <translation>블록 종류</translation>
    </message>
    <message>
        <source>Shared bottleneck ratio and shared group width</source>
        <translation>공유 병목 비율과 공유 그룹 너비</translation>
    </message>
    <message>
        <source>Good and bad networks of AnyNetX_C</source>
        <translation>AnyNetX_C의 좋은 네트워크와 나쁜 네트워크</translation>
    </message>
    <message>
        <source>Constraints on widths and depths</source>
        <translation>너비와 깊이에 대한 제약</translation>
    </message>
    <message>
        <source>Linear fits</source>
        <translation>선형 적합</translation>
    </message>
    <message>
        <source>RegNetX against AnyNetX</source>
        <translation>RegNetX와 AnyNetX의 비교</translation>
    </message>
    <message>
        <source>Sizes of the design spaces</source>
        <translation>디자인 공간의 크기</translation>
    </message>
    <message>
        <source>Mobile regime</source>
        <translation>모바일 영역</translation>
    </message>
    <message>
        <source>EfficientNet and RegNetY</source>
        <translation>EfficientNet과 RegNetY</translation>
    </message>
    <message>
        <source>Does the order of the paper, RegNetX before AnyNetX_E before AnyNetX_A, come out on small images after six short epochs? What is shown as published is what this very program trained.</source>
        <translation>RegNetX, AnyNetX_E, AnyNetX_A 순으로 좋다는 논문의 결과가 작은 이미지와 짧은 여섯 에포크에서도 나옵니까? 발표된 값으로 표시되는 것은 바로 이 프로그램이 학습한 결과입니다.</translation>
    </message>
    <message>
        <source>RegNet above AnyNet_E above AnyNet_A: also with more FLOPs, more epochs, five stages and other blocks?</source>
        <translation>RegNet이 AnyNet_E보다, AnyNet_E가 AnyNet_A보다 좋다는 순서가 더 많은 FLOPs, 더 많은 에포크, 다섯 스테이지, 다른 블록에서도 유지됩니까?</translation>
    </message>
    <message>
        <source>Where do the best RegNetX lie along each parameter, and does that move with FLOPs?</source>
        <translation>가장 좋은 RegNetX는 각 파라미터의 어디에 있으며, 그 위치는 FLOPs에 따라 움직입니까?</translation>
    </message>
    <message>
        <source>What predicts run time, and how do the best networks grow with FLOPs? Run times are those of the machine at hand: property time in ms.</source>
        <translation>무엇이 실행 시간을 예측하며, 가장 좋은 네트워크는 FLOPs에 따라 어떻게 커집니까? 실행 시간은 이 컴퓨터에서 잰 값입니다: ms 단위의 속성 time.</translation>
    </message>
    <message>
        <source>Is the space with b = 1, d &lt;= 40, w_m &gt;= 2 and bounded parameters and activations better, and smaller?</source>
        <translation>b = 1, d &lt;= 40, w_m &gt;= 2이고 파라미터와 활성값이 제한된 공간이 더 좋고 더 작습니까?</translation>
    </message>
    <message>
        <source>Inverted bottleneck, depthwise convolution, varied resolution, squeeze-and-excitation: what helps at 400 MF?</source>
        <translation>역병목, 깊이별 합성곱, 가변 해상도, squeeze-and-excitation: 400 MF에서 무엇이 도움이 됩니까?</translation>
    </message>
    <message>
        <source>The twelve models of the paper: the best of 25 random networks a regime, trained five times for 100 epochs.</source>
        <translation>논문의 열두 모델: 연산량 영역마다 무작위 네트워크 25개 중 가장 좋은 것을 100에포크씩 다섯 번 학습했습니다.</translation>
    </message>
    <message>
        <source>Error of single models against FLOPs, parameters and activations.</source>
        <translation>FLOPs, 파라미터, 활성값에 대한 개별 모델의 오차.</translation>
    </message>
    <message>
        <source>Is d = 20 for all regimes as good, are three stages, is b = 1/2? The paper&apos;s x axis of the left panel is off by one octave: the points belong at 0.4 to 12.8 GF.</source>
        <translation>모든 연산량 영역에서 d = 20이어도 똑같이 좋습니까, 세 스테이지는, b = 1/2은 어떻습니까? 논문의 왼쪽 패널은 x축이 한 옥타브 어긋나 있습니다: 점들은 0.4~12.8 GF에 있어야 합니다.</translation>
    </message>
    <message>
        <source>How good are networks drawn from AnyNetX_A, and where along depth and width do the best ones lie?</source>
        <translation>AnyNetX_A에서 뽑은 네트워크는 얼마나 좋으며, 가장 좋은 것들은 깊이와 너비의 어디에 있습니까?</translation>
    </message>
    <message>
        <source>Does Swish help, and where? The paper does not say the epochs; 25 are inferred.</source>
        <translation>Swish는 도움이 됩니까, 그렇다면 어디에서 도움이 됩니까? 논문은 에포크 수를 밝히지 않았으며, 25는 추정한 값입니다.</translation>
    </message>
    <message>
        <source>Which learning rates and weight decays are best, and do they move with FLOPs or epochs? Each network has a rate and a decay of its own.</source>
        <translation>어떤 학습률과 가중치 감쇠가 가장 좋으며, FLOPs나 에포크 수에 따라 움직입니까? 네트워크마다 학습률과 감쇠가 다릅니다.</translation>
    </message>
    <message>
        <source>The same for EfficientNet B0 to B5.</source>
        <translation>EfficientNet B0~B5에 대한 같은 실험.</translation>
    </message>
    <message>
        <source>Which block is best in a RegNet: X, R, V or VR?</source>
        <translation>RegNet에서 어느 블록이 가장 좋습니까: X, R, V, VR?</translation>
    </message>
    <message>
        <source>Does one bottleneck ratio, and one group width, for all stages cost anything?</source>
        <translation>모든 스테이지에 병목 비율 하나, 그룹 너비 하나를 쓰면 손해가 있습니까?</translation>
    </message>
    <message>
        <source>What do the widths of the best and of the worst networks look like?</source>
        <translation>가장 좋은 네트워크와 가장 나쁜 네트워크의 너비는 어떤 모양입니까?</translation>
    </message>
    <message>
        <source>Do widths and depths that do not decrease from stage to stage make a space better, and how much worse are the opposites?</source>
        <translation>스테이지가 지날수록 줄지 않는 너비와 깊이가 공간을 더 좋게 만듭니까, 반대 제약은 얼마나 더 나쁩니까?</translation>
    </message>
    <message>
        <source>Are the widths of good networks on a quantised line?</source>
        <translation>좋은 네트워크의 너비는 양자화된 직선 위에 있습니까?</translation>
    </message>
    <message>
        <source>Is RegNetX better than AnyNetX, do further simplifications help, and how many random networks are enough?</source>
        <translation>RegNetX가 AnyNetX보다 좋습니까, 더 단순하게 하면 도움이 됩니까, 무작위 네트워크는 몇 개면 충분합니까?</translation>
    </message>
    <message>
        <source>How many networks does each space have?</source>
        <translation>각 공간에는 네트워크가 몇 개 있습니까?</translation>
    </message>
    <message>
        <source>Printed numbers of single models.</source>
        <translation>개별 모델의 논문 수록 수치.</translation>
    </message>
    <message>
        <source>Random search</source>
        <translation>무작위 탐색</translation>
    </message>
    <message>
        <source>Depth against error</source>
        <translation>깊이와 오차</translation>
    </message>
    <message>
        <source>The best five of RegNetX</source>
        <translation>RegNetX의 상위 다섯</translation>
    </message>
    <message>
        <source>The worst five of AnyNetX_A</source>
        <translation>AnyNetX_A의 하위 다섯</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1에포크</translation>
    </message>
    <message>
        <source>Five stages</source>
        <translation>다섯 스테이지</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>블록 %1</translation>
    </message>
    <message>
        <source>Run time against FLOPs</source>
        <translation>실행 시간과 FLOPs</translation>
    </message>
    <message>
        <source>Run time against activations</source>
        <translation>실행 시간과 활성값</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Unconstrained and constrained</source>
        <translation>제약 없음과 제약 있음</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>평균 오차</translation>
    </message>
    <message>
        <source>Mean parameters</source>
        <translation>평균 파라미터</translation>
    </message>
    <message>
        <source>Inverted bottleneck and depthwise</source>
        <translation>역병목과 깊이별 합성곱</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation</source>
        <translation>Squeeze-and-excitation</translation>
    </message>
    <message>
        <source>Three or four stages at 6.4 GF</source>
        <translation>6.4 GF에서 세 스테이지 또는 네 스테이지</translation>
    </message>
    <message>
        <source>Inverted bottleneck at 6.4 GF</source>
        <translation>6.4 GF에서 역병목</translation>
    </message>
    <message>
        <source>Error EDF</source>
        <translation>오차 EDF</translation>
    </message>
    <message>
        <source>Width of the fourth stage against error</source>
        <translation>네 번째 스테이지의 너비와 오차</translation>
    </message>
    <message>
        <source>RegNetY at 400 MF and 6.4 GF</source>
        <translation>400 MF와 6.4 GF의 RegNetY</translation>
    </message>
    <message>
        <source>log10 of the learning rate</source>
        <translation>학습률의 log10</translation>
    </message>
    <message>
        <source>log10 of the weight decay</source>
        <translation>가중치 감쇠의 log10</translation>
    </message>
    <message>
        <source>log10 of their product</source>
        <translation>둘의 곱의 log10</translation>
    </message>
    <message>
        <source>RegNet with four blocks</source>
        <translation>네 가지 블록의 RegNet</translation>
    </message>
    <message>
        <source>Bottleneck ratio against error</source>
        <translation>병목 비율과 오차</translation>
    </message>
    <message>
        <source>Good network %1</source>
        <translation>좋은 네트워크 %1</translation>
    </message>
    <message>
        <source>Bad network %1</source>
        <translation>나쁜 네트워크 %1</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Depths</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>The best 20 of AnyNetX_E</source>
        <translation>AnyNetX_E의 상위 20개</translation>
    </message>
    <message>
        <source>The best network and its line</source>
        <translation>가장 좋은 네트워크와 그 직선</translation>
    </message>
    <message>
        <source>The fifth network and its line</source>
        <translation>다섯 번째 네트워크와 그 직선</translation>
    </message>
    <message>
        <source>e_fit against error, %1</source>
        <translation>e_fit과 오차, %1</translation>
    </message>
    <message>
        <source>Simplifications</source>
        <translation>단순화</translation>
    </message>
    <message>
        <source>Error EDF of AnyNetX</source>
        <translation>AnyNetX의 오차 EDF</translation>
    </message>
    <message>
        <source>Depth versus error, AnyNetX</source>
        <translation>깊이와 오차, AnyNetX</translation>
    </message>
    <message>
        <source>Width of the fourth stage versus error, AnyNetX</source>
        <translation>네 번째 스테이지의 너비와 오차, AnyNetX</translation>
    </message>
    <message>
        <source>Shared bottleneck ratio: AnyNetX_A and AnyNetX_B</source>
        <translation>공유 병목 비율: AnyNetX_A와 AnyNetX_B</translation>
    </message>
    <message>
        <source>Shared group width: AnyNetX_B and AnyNetX_C</source>
        <translation>공유 그룹 너비: AnyNetX_B와 AnyNetX_C</translation>
    </message>
    <message>
        <source>Bottleneck ratio versus error, AnyNetX_B</source>
        <translation>병목 비율과 오차, AnyNetX_B</translation>
    </message>
    <message>
        <source>Example of a good AnyNetX_C network</source>
        <translation>좋은 AnyNetX_C 네트워크의 예</translation>
    </message>
    <message>
        <source>Example of a bad AnyNetX_C network</source>
        <translation>나쁜 AnyNetX_C 네트워크의 예</translation>
    </message>
    <message>
        <source>Constraints on the stage widths of AnyNetX_C</source>
        <translation>AnyNetX_C의 스테이지 너비에 대한 제약</translation>
    </message>
    <message>
        <source>Constraints on the stage depths of AnyNetX_D</source>
        <translation>AnyNetX_D의 스테이지 깊이에 대한 제약</translation>
    </message>
    <message>
        <source>The best 20 AnyNetX_E networks, width per block</source>
        <translation>AnyNetX_E 상위 20개 네트워크의 블록별 너비</translation>
    </message>
    <message>
        <source>A top AnyNetX_E network and its quantised linear fit</source>
        <translation>최상위 AnyNetX_E 네트워크와 양자화된 선형 적합</translation>
    </message>
    <message>
        <source>Fitting error versus error, %1</source>
        <translation>적합 오차와 오차, %1</translation>
    </message>
    <message>
        <source>Two further simplifications of RegNetX</source>
        <translation>RegNetX의 두 가지 추가 단순화</translation>
    </message>
    <message>
        <source>Random search efficiency</source>
        <translation>무작위 탐색의 효율</translation>
    </message>
    <message>
        <source>Generalisation of RegNetX: flops = %1</source>
        <translation>RegNetX의 일반화: FLOPs = %1</translation>
    </message>
    <message>
        <source>Generalisation of RegNetX: %1 epochs</source>
        <translation>RegNetX의 일반화: %1에포크</translation>
    </message>
    <message>
        <source>Generalisation of RegNetX: %1 stages</source>
        <translation>RegNetX의 일반화: %1스테이지</translation>
    </message>
    <message>
        <source>Generalisation of RegNetX: %1 block</source>
        <translation>RegNetX의 일반화: %1 블록</translation>
    </message>
    <message>
        <source>Trend of %1 for RegNetX across flop regimes</source>
        <translation>연산량 영역에 따른 RegNetX의 %1 추세</translation>
    </message>
    <message>
        <source>Inference time versus flops</source>
        <translation>추론 시간과 FLOPs</translation>
    </message>
    <message>
        <source>Inference time versus activations</source>
        <translation>추론 시간과 활성값</translation>
    </message>
    <message>
        <source>%1 versus flops, RegNetX</source>
        <translation>FLOPs에 대한 %1, RegNetX</translation>
    </message>
    <message>
        <source>RegNetX unconstrained (U) and constrained (C)</source>
        <translation>제약 없는 RegNetX(U)와 제약 있는 RegNetX(C)</translation>
    </message>
    <message>
        <source>Mean error, RegNetX unconstrained and constrained</source>
        <translation>평균 오차, 제약 없는 RegNetX와 제약 있는 RegNetX</translation>
    </message>
    <message>
        <source>Mean parameters, RegNetX unconstrained and constrained</source>
        <translation>평균 파라미터, 제약 없는 RegNetX와 제약 있는 RegNetX</translation>
    </message>
    <message>
        <source>Inverted bottleneck and depthwise convolution, RegNetX at 400MF</source>
        <translation>역병목과 깊이별 합성곱, 400MF의 RegNetX</translation>
    </message>
    <message>
        <source>Input resolution, RegNetX</source>
        <translation>입력 해상도, RegNetX</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation: RegNetX and RegNetY at 400MF</source>
        <translation>Squeeze-and-excitation: 400MF의 RegNetX와 RegNetY</translation>
    </message>
    <message>
        <source>%1: error versus flops (B)</source>
        <translation>%1: 오차와 FLOPs(B)</translation>
    </message>
    <message>
        <source>%1: error versus params (M)</source>
        <translation>%1: 오차와 파라미터(M)</translation>
    </message>
    <message>
        <source>%1: error versus activations (M)</source>
        <translation>%1: 오차와 활성값(M)</translation>
    </message>
    <message>
        <source>Fixed depth</source>
        <translation>고정 깊이</translation>
    </message>
    <message>
        <source>Three or four stages at 6.4GF</source>
        <translation>6.4GF에서 세 스테이지 또는 네 스테이지</translation>
    </message>
    <message>
        <source>Inverted bottleneck at 6.4GF</source>
        <translation>6.4GF에서 역병목</translation>
    </message>
    <message>
        <source>Swish and ReLU, RegNetY</source>
        <translation>Swish와 ReLU, RegNetY</translation>
    </message>
    <message>
        <source>Swish and ReLU across regimes, g &gt;= 1, RegNetY</source>
        <translation>연산량 영역에 따른 Swish와 ReLU, g &gt;= 1, RegNetY</translation>
    </message>
    <message>
        <source>Swish and ReLU across regimes, g = 1, RegNetY</source>
        <translation>연산량 영역에 따른 Swish와 ReLU, g = 1, RegNetY</translation>
    </message>
    <message>
        <source>%1 versus error, RegNetX at 400MF, 10 epochs</source>
        <translation>%1와 오차, 400MF의 RegNetX, 10에포크</translation>
    </message>
    <message>
        <source>Trend of %1 across flop regimes, RegNetX, 10 epochs</source>
        <translation>연산량 영역에 따른 %1 추세, RegNetX, 10에포크</translation>
    </message>
    <message>
        <source>Trend of %1 across schedule lengths, RegNetX at 400MF</source>
        <translation>학습 길이에 따른 %1 추세, 400MF의 RegNetX</translation>
    </message>
    <message>
        <source>Trend of %1 across EfficientNet models, 25 epochs</source>
        <translation>EfficientNet 모델에 따른 %1 추세, 25에포크</translation>
    </message>
    <message>
        <source>RegNet with the four block types, 400MF, 10 epochs</source>
        <translation>네 가지 블록 종류의 RegNet, 400MF, 10에포크</translation>
    </message>
    <message>
        <source>The paper&apos;s spaces, trained on two CPU cores</source>
        <translation>CPU 코어 두 개에서 학습한 논문의 공간</translation>
    </message>
    <message>
        <source>small images on a CPU; 400 MF of the paper become 2.5 to 3 M multiply-adds, other regimes in proportion; without the limits of params and activations, which are fits at 224 px</source>
        <translation>CPU에서 작은 이미지로. 논문의 400 MF는 곱셈-덧셈 2.5~3 M이 되고 다른 영역도 같은 비율로 줄어듭니다. 224 px에서 적합한 파라미터와 활성값의 제한은 두지 않습니다</translation>
    </message>
    <message>
        <source>the same images, four times as many networks, trained longer</source>
        <translation>같은 이미지, 네 배 많은 네트워크, 더 긴 학습</translation>
    </message>
    <message>
        <source>as in the paper: its regimes, numbers of networks, epochs and rates, on ImageNet</source>
        <translation>논문과 같게: 논문의 연산량 영역, 네트워크 수, 에포크와 학습률, ImageNet에서</translation>
    </message>
    <message>
        <source>flops (B)</source>
        <translation>FLOPs(B)</translation>
    </message>
    <message>
        <source>params (M)</source>
        <translation>파라미터(M)</translation>
    </message>
    <message>
        <source>activations (M)</source>
        <translation>활성값(M)</translation>
    </message>
    <message>
        <source>inference time (ms)</source>
        <translation>추론 시간(ms)</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>cumulative prob.</source>
        <translation>누적 확률</translation>
    </message>
    <message>
        <source>sample size</source>
        <translation>표본 크기</translation>
    </message>
    <message>
        <source>block index</source>
        <translation>블록 번호</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최상</translation>
    </message>
    <message>
        <source>good (95 %)</source>
        <translation>좋음(95 %)</translation>
    </message>
    <message>
        <source>good (95 % of the winners)</source>
        <translation>좋음(최상 네트워크의 95 %)</translation>
    </message>
    <message>
        <source>best range, 95 %</source>
        <translation>최상 범위, 95 %</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>first block of each stage</source>
        <translation>각 스테이지의 첫 블록</translation>
    </message>
    <message>
        <source>least-squares line</source>
        <translation>최소제곱 직선</translation>
    </message>
    <message>
        <source>%1 (paper)</source>
        <translation>%1(논문)</translation>
    </message>
    <message>
        <source>%1 [n %2, all failed or not trained]</source>
        <translation>%1 [n %2, 모두 실패했거나 학습되지 않음]</translation>
    </message>
    <message>
        <source>%1 [n %2, min %3, mean %4]</source>
        <translation>%1 [n %2, 최소 %3, 평균 %4]</translation>
    </message>
    <message>
        <source>%1, ±1 sd</source>
        <translation>%1, ±1 표준편차</translation>
    </message>
    <message>
        <source>%1, ±2 sd</source>
        <translation>%1, ±2 표준편차</translation>
    </message>
    <message>
        <source>%1, +-1 sd</source>
        <translation>%1, ±1 표준편차</translation>
    </message>
    <message>
        <source>%1, +-2 sd</source>
        <translation>%1, ±2 표준편차</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1, 평균</translation>
    </message>
    <message>
        <source>%1, expected best of k (closed form)</source>
        <translation>%1, k개 중 최상의 기댓값(닫힌 형식)</translation>
    </message>
    <message>
        <source>%1: best of a quarter, 95 % (bootstrap, closed form)</source>
        <translation>%1: 4분의 1 표본의 최상, 95 %(부트스트랩, 닫힌 형식)</translation>
    </message>
    <message>
        <source>fit %1</source>
        <translation>적합 %1</translation>
    </message>
    <message>
        <source>network of rank %1</source>
        <translation>순위 %1의 네트워크</translation>
    </message>
    <message>
        <source>good network, error %1</source>
        <translation>좋은 네트워크, 오차 %1</translation>
    </message>
    <message>
        <source>bad network, error %1</source>
        <translation>나쁜 네트워크, 오차 %1</translation>
    </message>
    <message>
        <source>%1, rank %2: %3 %</source>
        <translation>%1, 순위 %2: %3 %</translation>
    </message>
    <message>
        <source>%1, rank from the worst %2: %3 %</source>
        <translation>%1, 아래에서 순위 %2: %3 %</translation>
    </message>
    <message>
        <source>observed width, %1 %</source>
        <translation>관측된 너비, %1 %</translation>
    </message>
    <message>
        <source>quantised fit, e_fit %1, w_m %2</source>
        <translation>양자화 적합, e_fit %1, w_m %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 failed and count as infinite; the curve ends at %4.</source>
        <translation>%1: %3개 중 %2개가 실패하여 무한대로 세며, 곡선은 %4에서 끝납니다.</translation>
    </message>
    <message>
        <source>No population has finished networks with the property %1.</source>
        <translation>속성 %1이(가) 있는 완료된 네트워크를 가진 모집단이 없습니다.</translation>
    </message>
    <message>
        <source>A fit of %1 needs more regimes than the %2 that are there.</source>
        <translation>%1의 적합에는 지금 있는 %2개보다 많은 연산량 영역이 필요합니다.</translation>
    </message>
    <message>
        <source>Means are over finished networks.</source>
        <translation>평균은 완료된 네트워크에 대한 값입니다.</translation>
    </message>
    <message>
        <source>No finished network of that rank has known stages.</source>
        <translation>그 순위의 완료된 네트워크 중 스테이지를 아는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Too few of these networks have a measured run time: regnet study measure.</source>
        <translation>실행 시간을 잰 네트워크가 너무 적습니다: regnet study measure.</translation>
    </message>
    <message>
        <source>Counts are exact at 224 px; times (V100) and errors (mean of five) as the paper prints them.</source>
        <translation>개수는 224 px에서 정확한 값이며, 시간(V100)과 오차(다섯 번의 평균)는 논문에 실린 값입니다.</translation>
    </message>
    <message>
        <source>The x axis that the paper prints is off by one octave; here it is corrected.</source>
        <translation>논문에 인쇄된 x축은 한 옥타브 어긋나 있으며, 여기서는 바로잡았습니다.</translation>
    </message>
    <message>
        <source>The paper prints r = %1.</source>
        <translation>논문에 실린 r = %1.</translation>
    </message>
    <message>
        <source>Published data: %1</source>
        <translation>발표된 데이터: %1</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>ms for 64</source>
        <translation>64개당 ms</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>settings, exact</source>
        <translation>설정 수, 정확한 값</translation>
    </message>
    <message>
        <source>as the paper prints it</source>
        <translation>논문에 실린 값</translation>
    </message>
    <message>
        <source>by</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>%1 is better than %2</source>
        <translation>%1이(가) %2보다 좋음</translation>
    </message>
    <message>
        <source>%1 is as good as %2</source>
        <translation>%1이(가) %2만큼 좋음</translation>
    </message>
    <message>
        <source>b = 1 is best in %1</source>
        <translation>%1에서는 b = 1이 가장 좋음</translation>
    </message>
    <message>
        <source>w_m of the best is about 2.5</source>
        <translation>가장 좋은 네트워크의 w_m은 약 2.5</translation>
    </message>
    <message>
        <source>about 32 random networks of RegNetX are enough</source>
        <translation>RegNetX의 무작위 네트워크는 약 32개면 충분함</translation>
    </message>
    <message>
        <source>the best networks of %1 have a low e_fit</source>
        <translation>%1의 가장 좋은 네트워크는 e_fit이 낮음</translation>
    </message>
    <message>
        <source>the depth of the best is stable across regimes</source>
        <translation>가장 좋은 네트워크의 깊이는 연산량 영역에 걸쳐 일정함</translation>
    </message>
    <message>
        <source>%1 of the best grows with FLOPs</source>
        <translation>가장 좋은 네트워크의 %1은(는) FLOPs에 따라 커짐</translation>
    </message>
    <message>
        <source>activations predict run time better than FLOPs</source>
        <translation>활성값이 FLOPs보다 실행 시간을 더 잘 예측함</translation>
    </message>
    <message>
        <source>One of the two has no network that is trained.</source>
        <translation>둘 중 하나에는 학습된 네트워크가 없습니다.</translation>
    </message>
    <message>
        <source>With so few networks no difference whatever is significant.</source>
        <translation>네트워크가 이렇게 적으면 어떤 차이도 유의하지 않습니다.</translation>
    </message>
    <message>
        <source>With this n a P(better) of %1 is found in 80 % of cases.</source>
        <translation>이 n에서는 P(better) %1이(가) 80 %의 경우에 검출됩니다.</translation>
    </message>
    <message>
        <source>The 95 % interval of P(better) is %1 to %2; within 0.40 to 0.60 counts as alike.</source>
        <translation>P(better)의 95 % 구간은 %1~%2이며, 0.40~0.60 안에 있으면 같다고 봅니다.</translation>
    </message>
    <message>
        <source>p = %1 after Holm over %2 tests. %3</source>
        <translation>검정 %2개에 Holm 보정을 한 p = %1. %3</translation>
    </message>
    <message>
        <source>p = %1 after Holm over %2 tests. </source>
        <translation>검정 %2개에 Holm 보정을 한 p = %1. </translation>
    </message>
    <message>
        <source>Holds where the 95 % range of the winner lies within 1.8 to 3 and has 2.5 in it.</source>
        <translation>최상 네트워크의 95 % 범위가 1.8~3 안에 있고 2.5를 포함하면 성립합니다.</translation>
    </message>
    <message>
        <source>Holds where the expected best of 32 (closed form) is at most a fifth of the way from the best to the mean.</source>
        <translation>32개 중 최상의 기댓값(닫힌 형식)이 최상에서 평균까지 거리의 5분의 1 이하이면 성립합니다.</translation>
    </message>
    <message>
        <source>Holds where the interval of rho is above 0.</source>
        <translation>rho의 구간이 0보다 위에 있으면 성립합니다.</translation>
    </message>
    <message>
        <source>Holds where one depth lies in the 95 % ranges of all regimes.</source>
        <translation>하나의 깊이가 모든 영역의 95 % 범위에 들면 성립합니다.</translation>
    </message>
    <message>
        <source>Holds where the 95 % ranges of the smallest and the largest regime are apart.</source>
        <translation>가장 작은 영역과 가장 큰 영역의 95 % 범위가 겹치지 않으면 성립합니다.</translation>
    </message>
    <message>
        <source>Holds where the interval of the difference is above 0.</source>
        <translation>차이의 구간이 0보다 위에 있으면 성립합니다.</translation>
    </message>
    <message>
        <source>Needs RegNetX in %1 regimes or more, with %2 finished networks or more in each.</source>
        <translation>%1개 이상의 영역에서, 영역마다 완료된 네트워크가 %2개 이상인 RegNetX가 필요합니다.</translation>
    </message>
    <message>
        <source>The best of %1 says too little of the best of the space; at least %2 are needed.</source>
        <translation>%1개 중 최상은 공간의 최상에 대해 알려 주는 것이 너무 적습니다. 적어도 %2개가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 in the mean, KS %2, P(better) = %3, p = %4 (Mann-Whitney), n = %5 and %6</source>
        <translation>평균 %1, KS %2, P(better) = %3, p = %4(Mann-Whitney), n = %5와 %6</translation>
    </message>
    <message>
        <source>P(better) = %1, p = %2 (Mann-Whitney), n = %3 and %4</source>
        <translation>P(better) = %1, p = %2(Mann-Whitney), n = %3와 %4</translation>
    </message>
    <message>
        <source>%1 in the mean (%2)</source>
        <translation>평균 %1(%2)</translation>
    </message>
    <message>
        <source>%1, KS %2 (400 MF, 10 epochs)</source>
        <translation>%1, KS %2(400 MF, 10에포크)</translation>
    </message>
    <message>
        <source>means differ by -0.3 to +0.1 in six regimes (100 epochs)</source>
        <translation>여섯 영역에서 평균 차이 -0.3~+0.1(100에포크)</translation>
    </message>
    <message>
        <source>best range %1 to %2, best %3, n = %4</source>
        <translation>최상 범위 %1~%2, 최상 %3, n = %4</translation>
    </message>
    <message>
        <source>16 parameters: depth, width, bottleneck ratio and group width of each stage</source>
        <translation>파라미터 16개: 스테이지마다 깊이, 너비, 병목 비율, 그룹 너비</translation>
    </message>
    <message>
        <source>one bottleneck ratio for all stages</source>
        <translation>모든 스테이지에 병목 비율 하나</translation>
    </message>
    <message>
        <source>one group width for all stages</source>
        <translation>모든 스테이지에 그룹 너비 하나</translation>
    </message>
    <message>
        <source>widths do not decrease from stage to stage</source>
        <translation>너비가 스테이지가 지나도 줄지 않음</translation>
    </message>
    <message>
        <source>depths do not decrease from stage to stage</source>
        <translation>깊이가 스테이지가 지나도 줄지 않음</translation>
    </message>
    <message>
        <source>block widths on a quantised line</source>
        <translation>양자화된 직선 위의 블록 너비</translation>
    </message>
    <message>
        <source>RegNetX with squeeze-and-excitation</source>
        <translation>squeeze-and-excitation을 쓰는 RegNetX</translation>
    </message>
    <message>
        <source>RegNetX whose levels double</source>
        <translation>준위가 두 배씩 커지는 RegNetX</translation>
    </message>
    <message>
        <source>RegNetX whose line starts at its slope</source>
        <translation>직선이 기울기에서 시작하는 RegNetX</translation>
    </message>
    <message>
        <source>%1 with the block %2</source>
        <translation>블록 %2을(를) 쓰는 %1</translation>
    </message>
    <message>
        <source>all widths equal, for comparison</source>
        <translation>모든 너비가 같음, 비교용</translation>
    </message>
    <message>
        <source>widths do not increase, for comparison</source>
        <translation>너비가 늘지 않음, 비교용</translation>
    </message>
    <message>
        <source>all depths equal, for comparison</source>
        <translation>모든 깊이가 같음, 비교용</translation>
    </message>
    <message>
        <source>depths do not increase, for comparison</source>
        <translation>깊이가 늘지 않음, 비교용</translation>
    </message>
    <message>
        <source>%1 with five stages</source>
        <translation>다섯 스테이지의 %1</translation>
    </message>
    <message>
        <source>%1 with three stages</source>
        <translation>세 스테이지의 %1</translation>
    </message>
    <message>
        <source>b = 1, d &lt;= 40, wm &gt;= 2, params and activations under the paper&apos;s curves</source>
        <translation>b = 1, d &lt;= 40, wm &gt;= 2, 파라미터와 활성값이 논문의 곡선 아래</translation>
    </message>
    <message>
        <source>RegNetX_constrained with 12 &lt;= d &lt;= 28</source>
        <translation>12 &lt;= d &lt;= 28인 RegNetX_constrained</translation>
    </message>
    <message>
        <source>RegNetX_constrained with 20 blocks</source>
        <translation>블록이 20개인 RegNetX_constrained</translation>
    </message>
    <message>
        <source>RegNetX with b = 1</source>
        <translation>b = 1인 RegNetX</translation>
    </message>
    <message>
        <source>inverted bottleneck: b = 1/8, 1/4, 1/2 or 1</source>
        <translation>역병목: b = 1/8, 1/4, 1/2 또는 1</translation>
    </message>
    <message>
        <source>inverted bottleneck with b = 1/2</source>
        <translation>b = 1/2인 역병목</translation>
    </message>
    <message>
        <source>inverted bottleneck with g = 1</source>
        <translation>g = 1인 역병목</translation>
    </message>
    <message>
        <source>resolutions of 64 to 448 px in steps of 32 (the paper says r &lt;= 448 only)</source>
        <translation>64~448 px의 해상도, 32 간격(논문에는 r &lt;= 448이라고만 되어 있음)</translation>
    </message>
    <message>
        <source>%1 with Swish (SiLU)</source>
        <translation>Swish(SiLU)를 쓰는 %1</translation>
    </message>
    <message>
        <source>RegNetY with g = 1</source>
        <translation>g = 1인 RegNetY</translation>
    </message>
    <message>
        <source>RegNetY with Swish and g = 1</source>
        <translation>Swish를 쓰고 g = 1인 RegNetY</translation>
    </message>
    <message>
        <source>pycls&apos;s linear bottleneck with b = 1/4, SE and SiLU in RegNetX&apos;s ranges (its paper names single networks only)</source>
        <translation>pycls의 선형 병목에 b = 1/4, SE, SiLU, 범위는 RegNetX와 같음(해당 논문은 개별 네트워크만 제시)</translation>
    </message>
    <message>
        <source>pycls&apos;s RegNet sampler with its defaults: good up to 16 GF</source>
        <translation>pycls의 RegNet 샘플러 기본값: 16 GF까지 적합</translation>
    </message>
    <message>
        <source>pycls&apos;s sweep for CIFAR-10: two stages, 120 to 130 MF</source>
        <translation>CIFAR-10용 pycls 스윕: 두 스테이지, 120~130 MF</translation>
    </message>
    <message>
        <source>two 3x3 convs a block; values evenly spaced in the logarithm by us</source>
        <translation>블록마다 3x3 합성곱 두 개. 값은 이 프로그램이 로그 간격으로 고르게 정함</translation>
    </message>
    <message>
        <source>the residual block; values evenly spaced in the logarithm by us</source>
        <translation>잔차 블록. 값은 이 프로그램이 로그 간격으로 고르게 정함</translation>
    </message>
    <message>
        <source>group_width counts groups: 1, 2 or 4</source>
        <translation>group_width는 그룹 수: 1, 2 또는 4</translation>
    </message>
    <message>
        <source>wider, with 1 to 16 groups</source>
        <translation>더 넓고 그룹은 1~16개</translation>
    </message>
    <message>
        <source>32 px, 10 classes, 2.5 to 3 M multiply-adds: for two CPU cores</source>
        <translation>32 px, 클래스 10개, 곱셈-덧셈 2.5~3 M: CPU 코어 두 개용</translation>
    </message>
    <message>
        <source>32 px, 10 classes, 9 to 10 M multiply-adds</source>
        <translation>32 px, 클래스 10개, 곱셈-덧셈 9~10 M</translation>
    </message>
    <message>
        <source>32 px, 10 classes, 36 to 40 M multiply-adds</source>
        <translation>32 px, 클래스 10개, 곱셈-덧셈 36~40 M</translation>
    </message>
    <message>
        <source>224 px, 360 to 400 M multiply-adds</source>
        <translation>224 px, 곱셈-덧셈 360~400 M</translation>
    </message>
    <message>
        <source>224 px, within 1 % of the number</source>
        <translation>224 px, 수치의 1 % 이내</translation>
    </message>
    <message>
        <source>no block rounds to level k = %1: the line is too steep for wm</source>
        <translation>준위 k = %1로 반올림되는 블록이 없습니다: wm에 비해 직선이 너무 가파릅니다</translation>
    </message>
    <message>
        <source>two levels round to the same multiple of 8: wm is too small for w0</source>
        <translation>두 준위가 같은 8의 배수로 반올림됩니다: w0에 비해 wm이 너무 작습니다</translation>
    </message>
    <message>
        <source>d = %1 is outside the paper&apos;s d &lt; 64</source>
        <translation>d = %1은(는) 논문의 범위 d &lt; 64를 벗어납니다</translation>
    </message>
    <message>
        <source>w0 = %1 is outside the paper&apos;s 8 to 256</source>
        <translation>w0 = %1은(는) 논문의 범위 8~256을 벗어납니다</translation>
    </message>
    <message>
        <source>wa = %1 is outside the paper&apos;s 0 to 256</source>
        <translation>wa = %1은(는) 논문의 범위 0~256을 벗어납니다</translation>
    </message>
    <message>
        <source>wm = %1 is outside the paper&apos;s 1.5 to 3</source>
        <translation>wm = %1은(는) 논문의 범위 1.5~3을 벗어납니다</translation>
    </message>
    <message>
        <source>b = %1 is not one of the paper&apos;s 1, 2, 4</source>
        <translation>b = %1은(는) 논문의 값 1, 2, 4가 아닙니다</translation>
    </message>
    <message>
        <source>g = %1 is above the 32 of the paper&apos;s small regimes; its large models go up to 232</source>
        <translation>g = %1은(는) 논문의 작은 영역에서 쓰는 32보다 큽니다. 큰 모델은 232까지 씁니다</translation>
    </message>
    <message>
        <source>stage %1: %2</source>
        <translation>스테이지 %1: %2</translation>
    </message>
    <message>
        <source>1 stage, not the %1 wanted</source>
        <translation>스테이지가 1개로, 원하는 %1개가 아닙니다</translation>
    </message>
    <message>
        <source>%1 stages, not the %2 wanted</source>
        <translation>스테이지가 %1개로, 원하는 %2개가 아닙니다</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>값이 %1입니다</translation>
    </message>
    <message>
        <source>are %1</source>
        <translation>값이 %1입니다</translation>
    </message>
    <message>
        <source>is %1 in stage %2</source>
        <translation>스테이지 %2에서 값이 %1입니다</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>없습니다</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>has no stage</source>
        <translation>스테이지가 없습니다</translation>
    </message>
    <message>
        <source>have more than 1024 blocks together</source>
        <translation>블록이 모두 1024개를 넘습니다</translation>
    </message>
    <message>
        <source>stands beside stages</source>
        <translation>stages와 함께 있습니다</translation>
    </message>
    <message>
        <source>has counts beyond 64 bits (9.2e18)</source>
        <translation>개수가 64비트(9.2e18)를 넘습니다</translation>
    </message>
    <message>
        <source>a smaller width, depth or resolution</source>
        <translation>더 작은 너비, 깊이 또는 해상도</translation>
    </message>
    <message>
        <source>a multiple of 8 above 0</source>
        <translation>0보다 큰 8의 배수</translation>
    </message>
    <message>
        <source>a multiple of 8 up to 2^53</source>
        <translation>2^53 이하인 8의 배수</translation>
    </message>
    <message>
        <source>a number of at least 0</source>
        <translation>0 이상의 수</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>0보다 큰 수</translation>
    </message>
    <message>
        <source>a number above 1</source>
        <translation>1보다 큰 수</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>1 to 1024 blocks</source>
        <translation>블록 1~1024개</translation>
    </message>
    <message>
        <source>1 to 1024 stages</source>
        <translation>스테이지 1~1024개</translation>
    </message>
    <message>
        <source>channels, a whole number from %1 to 2^53</source>
        <translation>채널 수, %1부터 2^53까지의 정수</translation>
    </message>
    <message>
        <source>pixels, a whole number from %1 to 2^53</source>
        <translation>픽셀 수, %1부터 2^53까지의 정수</translation>
    </message>
    <message>
        <source>classes, a whole number from %1 to 2^53</source>
        <translation>클래스 수, %1부터 2^53까지의 정수</translation>
    </message>
    <message>
        <source>a number of at least 1, or 1 divided by a whole number</source>
        <translation>1 이상의 수, 또는 1을 정수로 나눈 값</translation>
    </message>
    <message>
        <source>width %1 with bottleneck ratio %2 and group width %3 cannot be made compatible with its groups</source>
        <translation>너비 %1, 병목 비율 %2, 그룹 너비 %3은(는) 그룹과 호환되게 만들 수 없습니다</translation>
    </message>
    <message>
        <source>a bottleneck ratio that is a power of two or 1 divided by a whole number</source>
        <translation>2의 거듭제곱 또는 1을 정수로 나눈 병목 비율</translation>
    </message>
    <message>
        <source>has a width of %1 and a bottleneck of %2 channels</source>
        <translation>너비가 %1채널, 병목이 %2채널입니다</translation>
    </message>
    <message>
        <source>less than 2^53 channels</source>
        <translation>2^53채널 미만</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 중 하나</translation>
    </message>
    <message>
        <source>one of the %1 values from %2 to %3</source>
        <translation>%2부터 %3까지의 값 %1개 중 하나</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>at most %1, the paper&apos;s curve</source>
        <translation>논문의 곡선인 %1 이하</translation>
    </message>
    <message>
        <source>decrease from stage to stage</source>
        <translation>스테이지가 지날수록 줄어듭니다</translation>
    </message>
    <message>
        <source>increase from stage to stage</source>
        <translation>스테이지가 지날수록 늘어납니다</translation>
    </message>
    <message>
        <source>differ from stage to stage</source>
        <translation>스테이지마다 다릅니다</translation>
    </message>
    <message>
        <source>depths that do not decrease</source>
        <translation>줄지 않는 깊이</translation>
    </message>
    <message>
        <source>depths that do not increase</source>
        <translation>늘지 않는 깊이</translation>
    </message>
    <message>
        <source>equal depths</source>
        <translation>같은 깊이</translation>
    </message>
    <message>
        <source>widths that do not decrease</source>
        <translation>줄지 않는 너비</translation>
    </message>
    <message>
        <source>widths that do not increase</source>
        <translation>늘지 않는 너비</translation>
    </message>
    <message>
        <source>equal widths</source>
        <translation>같은 너비</translation>
    </message>
    <message>
        <source>is broken: b differs from stage to stage</source>
        <translation>지켜지지 않습니다: b가 스테이지마다 다릅니다</translation>
    </message>
    <message>
        <source>one b for all stages</source>
        <translation>모든 스테이지에 b 하나</translation>
    </message>
    <message>
        <source>is broken: no one group width gives all stages</source>
        <translation>지켜지지 않습니다: 그룹 너비 하나로는 모든 스테이지가 나오지 않습니다</translation>
    </message>
    <message>
        <source>is no line of this space</source>
        <translation>이 공간의 직선이 아닙니다</translation>
    </message>
    <message>
        <source>stages that a quantised line with the space&apos;s w0, wa and wm gives</source>
        <translation>공간의 w0, wa, wm을 갖는 양자화된 직선이 만드는 스테이지</translation>
    </message>
    <message>
        <source>skips a level</source>
        <translation>준위를 건너뜁니다</translation>
    </message>
    <message>
        <source>a line with a stage for every level</source>
        <translation>준위마다 스테이지가 있는 직선</translation>
    </message>
    <message>
        <source>is built in and cannot be changed</source>
        <translation>내장된 것이라 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>a child derived from it</source>
        <translation>여기서 파생한 자식 공간</translation>
    </message>
    <message>
        <source>a name of its own</source>
        <translation>고유한 이름</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which another space has</source>
        <translation>&quot;%1&quot;은(는) 다른 공간의 이름입니다</translation>
    </message>
    <message>
        <source>a name without @, which stands before a regime</source>
        <translation>@가 없는 이름(@ 뒤에는 영역이 옵니다)</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>a folder that you can write to</source>
        <translation>쓰기 권한이 있는 폴더</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>없습니다</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, 실패 %2</translation>
    </message>
    <message>
        <source>%1, %2 running</source>
        <translation>%1, 실행 중 %2</translation>
    </message>
    <message>
        <source>%1, %2 paused</source>
        <translation>%1, 일시 정지 %2</translation>
    </message>
    <message>
        <source>%1, %2 cancelled</source>
        <translation>%1, 취소 %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, 남은 시간 %2</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2개 중 %1개 완료</translation>
    </message>
    <message>
        <source>Recovered 1 job: %1</source>
        <translation>작업 1개를 복구했습니다: %1</translation>
    </message>
    <message>
        <source>Recovered %1 jobs: %2</source>
        <translation>작업 %1개를 복구했습니다: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 finished meanwhile</source>
        <translation>%1개는 그동안 완료됨</translation>
    </message>
    <message>
        <source>%1 queued again from the last checkpoint</source>
        <translation>%1개는 마지막 체크포인트에서 다시 대기 중</translation>
    </message>
    <message>
        <source>%1 failed or cancelled meanwhile</source>
        <translation>%1개는 그동안 실패했거나 취소됨</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1(%3의 프로세스 %2)</translation>
    </message>
    <message>
        <source>%1 was done before anybody asked for weights: theirs are not there any more</source>
        <translation>%1개는 가중치를 요청하기 전에 완료되어 가중치가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>%1 were done before anybody asked for weights: theirs are not there any more</source>
        <translation>%1개는 가중치를 요청하기 전에 완료되어 가중치가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>attempt %1: no end is recorded</source>
        <translation>시도 %1: 끝난 기록이 없습니다</translation>
    </message>
    <message>
        <source>attempt %1: %2</source>
        <translation>시도 %1: %2</translation>
    </message>
    <message>
        <source>%1 (signal %2)</source>
        <translation>%1(시그널 %2)</translation>
    </message>
    <message>
        <source>%1 (exit code %2)</source>
        <translation>%1(종료 코드 %2)</translation>
    </message>
    <message>
        <source>task %1: %2</source>
        <translation>태스크 %1: %2</translation>
    </message>
    <message>
        <source>tasks %1 to %2: one or more %3</source>
        <translation>태스크 %1~%2: 하나 이상이 %3</translation>
    </message>
    <message>
        <source>preempted</source>
        <translation>선점됨</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>node failure</source>
        <translation>노드 장애</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>유실됨</translation>
    </message>
    <message>
        <source>requeued</source>
        <translation>다시 대기 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>submitting</source>
        <translation>제출하는 중</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>제출됨</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>생성됨</translation>
    </message>
    <message>
        <source>%1: never asked, files only; %2</source>
        <translation>%1: 묻지 않고 파일만 봅니다. %2</translation>
    </message>
    <message>
        <source>%1: not asked yet; %2</source>
        <translation>%1: 아직 묻지 않았습니다. %2</translation>
    </message>
    <message>
        <source>%1: asked %2 ago, next in %3 at the earliest; %4</source>
        <translation>%1: %2 전에 물었고, 다음은 빨라야 %3 뒤입니다. %4</translation>
    </message>
    <message>
        <source>%1: asked %2 ago, the next question when there is one; %3</source>
        <translation>%1: %2 전에 물었고, 다음은 필요할 때 묻습니다. %3</translation>
    </message>
    <message>
        <source>1 request in the last hour, %1 altogether</source>
        <translation>지난 한 시간에 요청 1회, 모두 %1회</translation>
    </message>
    <message>
        <source>%1 requests in the last hour, %2 altogether</source>
        <translation>지난 한 시간에 요청 %1회, 모두 %2회</translation>
    </message>
    <message>
        <source>%1; nothing is submitted: %2</source>
        <translation>%1. 제출하지 않습니다: %2</translation>
    </message>
    <message>
        <source>%1; one round of time limits allows %2 GPU-hours.</source>
        <translation>%1. 시간 제한 한 번에 %2 GPU 시간까지 허용됩니다.</translation>
    </message>
    <message>
        <source>%1; one round of time limits allows %2 core-hours.</source>
        <translation>%1. 시간 제한 한 번에 %2 코어 시간까지 허용됩니다.</translation>
    </message>
    <message>
        <source>%1 training in %2 task on &quot;%3&quot;: %4</source>
        <translation>&quot;%3&quot;에서 학습 %1개, 태스크 %2개: %4</translation>
    </message>
    <message>
        <source>%1 training in %2 tasks on &quot;%3&quot;: %4</source>
        <translation>&quot;%3&quot;에서 학습 %1개, 태스크 %2개: %4</translation>
    </message>
    <message>
        <source>%1 trainings in %2 task on &quot;%3&quot;: %4</source>
        <translation>&quot;%3&quot;에서 학습 %1개, 태스크 %2개: %4</translation>
    </message>
    <message>
        <source>%1 trainings in %2 tasks on &quot;%3&quot;: %4</source>
        <translation>&quot;%3&quot;에서 학습 %1개, 태스크 %2개: %4</translation>
    </message>
    <message>
        <source>about %1 GPU-hours (%2)</source>
        <translation>약 %1 GPU 시간(%2)</translation>
    </message>
    <message>
        <source>about %1 core-hours (%2)</source>
        <translation>약 %1 코어 시간(%2)</translation>
    </message>
    <message>
        <source>about %1 GPU-hours if it is as fast there as here (%2)</source>
        <translation>그곳이 여기만큼 빠르면 약 %1 GPU 시간(%2)</translation>
    </message>
    <message>
        <source>about %1 core-hours if it is as fast there as here (%2)</source>
        <translation>그곳이 여기만큼 빠르면 약 %1 코어 시간(%2)</translation>
    </message>
    <message>
        <source>how long is not known before the first trainings were timed</source>
        <translation>첫 학습들의 시간을 재기 전에는 얼마나 걸릴지 알 수 없습니다</translation>
    </message>
    <message>
        <source>g %1 → %2: a group cannot be wider than the bottleneck of %3</source>
        <translation>g %1 → %2: 그룹은 병목 %3보다 넓을 수 없습니다</translation>
    </message>
    <message>
        <source>width %1 → %2: %3 is no multiple of g = %4</source>
        <translation>너비 %1 → %2: %3은(는) g = %4의 배수가 아닙니다</translation>
    </message>
    <message>
        <source>width %1 → %2: %3 is no multiple of g = %4 and of 1/b = %5</source>
        <translation>너비 %1 → %2: %3은(는) g = %4와 1/b = %5의 배수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 (g %2 → %3, the width of the bottleneck)</source>
        <translation>%1(g %2 → %3, 병목의 너비)</translation>
    </message>
    <message>
        <source>the bottleneck of %1</source>
        <translation>병목 %1</translation>
    </message>
    <message>
        <source>makes block %1 %2 channels wide</source>
        <translation>블록 %1의 너비가 %2채널이 됩니다</translation>
    </message>
    <message>
        <source>a line that stays below 2^53 channels</source>
        <translation>2^53채널 미만에 머무는 직선</translation>
    </message>
    <message>
        <source>puts block %1 on level %2</source>
        <translation>블록 %1의 준위가 %2이(가) 됩니다</translation>
    </message>
    <message>
        <source>a larger wm, with levels below 2^53</source>
        <translation>준위가 2^53 미만이 되는 더 큰 wm</translation>
    </message>
    <message>
        <source>no line of the grid (w0 8 to 256, wa 0 to 256, wm 1.5 to 3) has %1 stages in these blocks</source>
        <translation>격자(w0 8~256, wa 0~256, wm 1.5~3)의 어떤 직선도 이 블록들에서 스테이지 %1개가 되지 않습니다</translation>
    </message>
    <message>
        <source>fewer stages, or a fit that may skip levels</source>
        <translation>더 적은 스테이지, 또는 준위를 건너뛸 수 있는 적합</translation>
    </message>
    <message>
        <source>a skipped level</source>
        <translation>건너뛴 준위</translation>
    </message>
    <message>
        <source>another number of stages</source>
        <translation>다른 스테이지 수</translation>
    </message>
    <message>
        <source>widths and groups that do not fit, or too many blocks</source>
        <translation>맞지 않는 너비와 그룹, 또는 너무 많은 블록</translation>
    </message>
    <message>
        <source>fewer FLOPs than asked</source>
        <translation>요청보다 적은 FLOPs</translation>
    </message>
    <message>
        <source>more FLOPs than asked</source>
        <translation>요청보다 많은 FLOPs</translation>
    </message>
    <message>
        <source>fewer params than asked</source>
        <translation>요청보다 적은 파라미터</translation>
    </message>
    <message>
        <source>more params than asked</source>
        <translation>요청보다 많은 파라미터</translation>
    </message>
    <message>
        <source>fewer activations than asked</source>
        <translation>요청보다 적은 활성값</translation>
    </message>
    <message>
        <source>more activations than asked</source>
        <translation>요청보다 많은 활성값</translation>
    </message>
    <message>
        <source>the stages of an earlier network</source>
        <translation>앞선 네트워크와 같은 스테이지</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;</source>
        <translation>값이 &quot;%1&quot;입니다</translation>
    </message>
    <message>
        <source>a number such as 400M, or nothing</source>
        <translation>400M 같은 수, 또는 빈칸</translation>
    </message>
    <message>
        <source>needs measurements to predict it from</source>
        <translation>예측에 쓸 측정값이 필요합니다</translation>
    </message>
    <message>
        <source>a choice beside it: the paper&apos;s, or a file of this machine</source>
        <translation>옆에서 고르십시오: 논문의 값 또는 이 컴퓨터의 파일</translation>
    </message>
    <message>
        <source>is %1 to %2</source>
        <translation>값이 %1~%2입니다</translation>
    </message>
    <message>
        <source>a range within the parent&apos;s, %1 to %2</source>
        <translation>부모의 범위 %1~%2 안의 범위</translation>
    </message>
    <message>
        <source>has no value from %1 to %2</source>
        <translation>%1~%2에 값이 없습니다</translation>
    </message>
    <message>
        <source>a range with one of the parent&apos;s values</source>
        <translation>부모의 값이 들어 있는 범위</translation>
    </message>
    <message>
        <source>has no limit</source>
        <translation>제한이 없습니다</translation>
    </message>
    <message>
        <source>a lower or an upper end, such as 400M</source>
        <translation>400M 같은 아래쪽 또는 위쪽 끝</translation>
    </message>
    <message>
        <source>begins at %1</source>
        <translation>%1에서 시작합니다</translation>
    </message>
    <message>
        <source>at least the parent&apos;s limit</source>
        <translation>부모의 제한 이상</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>%1에서 끝납니다</translation>
    </message>
    <message>
        <source>at most the parent&apos;s limit</source>
        <translation>부모의 제한 이하</translation>
    </message>
    <message>
        <source>a depth that the parent has</source>
        <translation>부모에 있는 깊이</translation>
    </message>
    <message>
        <source>is known by its error and single properties only</source>
        <translation>오차와 몇 가지 속성만 알려져 있습니다</translation>
    </message>
    <message>
        <source>a network of a store, or one with depth, w0, wa and wm</source>
        <translation>저장소의 네트워크, 또는 depth, w0, wa, wm이 있는 네트워크</translation>
    </message>
    <message>
        <source>has the name %1, which another space has</source>
        <translation>이름 %1은(는) 다른 공간의 이름입니다</translation>
    </message>
    <message>
        <source>at most 300 million pixels in all</source>
        <translation>모두 3억 픽셀 이하</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>signal %1 (%2)</source>
        <translation>시그널 %1(%2)</translation>
    </message>
    <message>
        <source>no word of its end</source>
        <translation>끝난 이유를 알 수 없습니다</translation>
    </message>
    <message>
        <source>exit code 0 but no result</source>
        <translation>종료 코드 0이지만 결과가 없습니다</translation>
    </message>
    <message>
        <source>preempted on the cluster</source>
        <translation>클러스터에서 선점되었습니다</translation>
    </message>
    <message>
        <source>its node failed</source>
        <translation>노드에 장애가 났습니다</translation>
    </message>
    <message>
        <source>taken back from the cluster</source>
        <translation>클러스터에서 되돌려 받았습니다</translation>
    </message>
    <message>
        <source>cancelled on the cluster</source>
        <translation>클러스터에서 취소되었습니다</translation>
    </message>
    <message>
        <source>the worker refused the job</source>
        <translation>워커가 작업을 거부했습니다</translation>
    </message>
    <message>
        <source>the data set is missing</source>
        <translation>데이터셋이 없습니다</translation>
    </message>
    <message>
        <source>the loss is no number any more</source>
        <translation>손실이 더 이상 수가 아닙니다</translation>
    </message>
    <message>
        <source>stopped at a checkpoint</source>
        <translation>체크포인트에서 멈췄습니다</translation>
    </message>
    <message>
        <source>counted on the running network: %1, as computed</source>
        <translation>실행 중인 네트워크에서 센 값: %1, 계산한 값과 같습니다</translation>
    </message>
    <message>
        <source>counted on the running network: %1; computed: %2</source>
        <translation>실행 중인 네트워크에서 센 값: %1. 계산한 값: %2</translation>
    </message>
    <message>
        <source>Fit of %1 with 95 % intervals: %2.</source>
        <translation>%1의 적합과 95 % 구간: %2.</translation>
    </message>
    <message>
        <source>%1, %2 waiting to start</source>
        <translation>%1, 시작 대기 %2</translation>
    </message>
    <message>
        <source>%1 still under way</source>
        <translation>%1개 진행 중</translation>
    </message>
    <message>
        <source>population &quot;%1&quot;</source>
        <translation>모집단 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>has 1 job that runs or waits</source>
        <translation>실행 중이거나 대기 중인 작업이 1개 있습니다</translation>
    </message>
    <message>
        <source>has %1 jobs that run or wait</source>
        <translation>실행 중이거나 대기 중인 작업이 %1개 있습니다</translation>
    </message>
    <message>
        <source>them to end, or to be cancelled, first</source>
        <translation>먼저 작업이 끝나거나 취소된 상태</translation>
    </message>
    <message>
        <source>the new name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>the name of the population</source>
        <translation>모집단의 이름</translation>
    </message>
    <message>
        <source>is not UTF-8</source>
        <translation>UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>holds characters that cannot be shown</source>
        <translation>표시할 수 없는 문자가 들어 있습니다</translation>
    </message>
    <message>
        <source>one line without control characters</source>
        <translation>제어 문자가 없는 한 줄</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which another population of the store has</source>
        <translation>&quot;%1&quot;은(는) 저장소의 다른 모집단이 쓰는 이름입니다</translation>
    </message>
    <message>
        <source>a name that is not taken</source>
        <translation>쓰이지 않는 이름</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: Slurm on %2 does not answer (%3); running tasks go on and their records are read, and it is asked again</source>
        <translation>프로필 &quot;%1&quot;: %2의 Slurm이 응답하지 않습니다 (%3). 실행 중인 작업은 계속되고 그 기록을 읽으며, 다시 묻습니다</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: Slurm does not answer (%2); it is tried again</source>
        <translation>프로필 &quot;%1&quot;: Slurm이 응답하지 않습니다 (%2). 다시 시도합니다</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>%1; the answer is tried again</source>
        <translation>%1; 답을 다시 쓰려고 시도합니다</translation>
    </message>
    <message>
        <source>%1; how it ended is kept in the store</source>
        <translation>%1; 어떻게 끝났는지는 저장소에 남습니다</translation>
    </message>
    <message>
        <source>%1; it is tried again</source>
        <translation>%1; 다시 시도합니다</translation>
    </message>
    <message>
        <source>%1; it is tried again, and until then a store made anew would not know what is paused or comes first</source>
        <translation>%1; 다시 시도하며, 그때까지 새로 만든 저장소는 무엇이 일시 중지되었는지, 무엇이 먼저인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>belongs to the store %1</source>
        <translation>저장소 %1에 속합니다</translation>
    </message>
    <message>
        <source>that store, or another spool for %1 (--spool FOLDER)</source>
        <translation>그 저장소를 쓰거나, %1에 다른 스풀을 지정하십시오(--spool FOLDER)</translation>
    </message>
    <message>
        <source>belongs to another store than %1, one that was %2</source>
        <translation>%1이(가) 아닌 다른 저장소(이전 위치 %2)에 속합니다</translation>
    </message>
    <message>
        <source>that store, another spool (--spool FOLDER), or &quot;regnet store rebuild&quot;, which makes the store of this spool anew and keeps the one that is there</source>
        <translation>그 저장소나 다른 스풀(--spool FOLDER)을 쓰거나, 지금 있는 저장소를 남겨 둔 채 이 스풀의 저장소를 새로 만드는 &quot;regnet store rebuild&quot;를 실행하십시오</translation>
    </message>
    <message>
        <source>is a link to %1, and nothing is written through one</source>
        <translation>%1을(를) 가리키는 링크이며, 링크를 통해서는 쓰지 않습니다</translation>
    </message>
    <message>
        <source>no link there: remove it</source>
        <translation>링크가 없는 자리(링크를 지우십시오)</translation>
    </message>
    <message>
        <source>is no ordinary file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>is no store (not an ordinary file)</source>
        <translation>저장소가 아닙니다(일반 파일이 아님)</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>the file of a store</source>
        <translation>저장소 파일</translation>
    </message>
    <message>
        <source>cannot be opened; where the folder may only be read, copy the store to one that you can write to</source>
        <translation>열 수 없습니다. 폴더가 읽기 전용이면 쓸 수 있는 폴더로 저장소를 복사하십시오</translation>
    </message>
    <message>
        <source>may only be read</source>
        <translation>읽기 전용입니다</translation>
    </message>
    <message>
        <source>was left in the middle of a change, or came with a journal of another program (%1), which is not played back; &quot;regnet store repair&quot; makes it anew from the spool</source>
        <translation>변경 도중에 남겨졌거나 다른 프로그램의 저널(%1)과 함께 왔습니다. 이 저널은 적용하지 않습니다. &quot;regnet store repair&quot;가 스풀에서 새로 만듭니다</translation>
    </message>
    <message>
        <source>is damaged (%1); &quot;regnet store repair&quot; makes it anew from the spool</source>
        <translation>손상되었습니다(%1). &quot;regnet store repair&quot;로 스풀에서 새로 만들 수 있습니다</translation>
    </message>
    <message>
        <source>its %1 is none of this program&apos;s</source>
        <translation>이 프로그램의 것이 아닌 항목: %1</translation>
    </message>
    <message>
        <source>its %1 is not that of schema %2</source>
        <translation>%1이(가) 스키마 %2의 것과 다름</translation>
    </message>
    <message>
        <source>its %1 is missing</source>
        <translation>%1이(가) 없음</translation>
    </message>
    <message>
        <source>table &quot;%1&quot;</source>
        <translation>테이블 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>index &quot;%1&quot;</source>
        <translation>인덱스 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>trigger &quot;%1&quot;</source>
        <translation>트리거 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>view &quot;%1&quot;</source>
        <translation>뷰 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>its header says that it has a format that SQLite does not know</source>
        <translation>머리글에 SQLite가 모르는 형식이 적혀 있음</translation>
    </message>
    <message>
        <source>a text in it is to be JSON and is none</source>
        <translation>JSON이어야 할 텍스트가 JSON이 아님</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>너무 큰 수가 있음</translation>
    </message>
    <message>
        <source>a text in it lacks a field, or has one of another kind</source>
        <translation>텍스트에 항목이 빠졌거나 종류가 다른 항목이 있음</translation>
    </message>
    <message>
        <source>is a pipe</source>
        <translation>파이프입니다</translation>
    </message>
    <message>
        <source>is a socket</source>
        <translation>소켓입니다</translation>
    </message>
    <message>
        <source>is a device</source>
        <translation>장치입니다</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>존재하지 않습니다</translation>
    </message>
    <message>
        <source>holds the number %1</source>
        <translation>수 %1이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>one that is not beyond 1.8e308</source>
        <translation>1.8e308을 넘지 않는 수</translation>
    </message>
    <message>
        <source>character %1</source>
        <translation>%1번째 글자</translation>
    </message>
    <message>
        <source>is not a known field</source>
        <translation>알려진 필드가 아닙니다</translation>
    </message>
    <message>
        <source>no field</source>
        <translation>필드 없음</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>수의 목록</translation>
    </message>
    <message>
        <source>a number, or an object with a distribution</source>
        <translation>수, 또는 분포를 담은 객체</translation>
    </message>
    <message>
        <source>the name of a recipe, or an object with its fields</source>
        <translation>레시피 이름, 또는 레시피 필드를 담은 객체</translation>
    </message>
    <message>
        <source>an object with milliseconds</source>
        <translation>milliseconds가 있는 객체</translation>
    </message>
    <message>
        <source>an object of networks</source>
        <translation>네트워크를 담은 객체</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no panel and no table of the paper</source>
        <translation>&quot;%1&quot;은(는) 논문의 패널도 표도 아닙니다</translation>
    </message>
    <message>
        <source>[LOW, HIGH] with LOW at most HIGH</source>
        <translation>LOW가 HIGH 이하인 [LOW, HIGH]</translation>
    </message>
    <message>
        <source>%1 (of the bottleneck ratio, 1 / BOT_MUL)</source>
        <translation>%1 (병목 비율 1 / BOT_MUL 기준)</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>파일이 아닙니다</translation>
    </message>
    <message>
        <source>is empty; where it was a store, &quot;regnet store rebuild&quot; makes it anew from the spool</source>
        <translation>비어 있습니다. 저장소였다면 &quot;regnet store rebuild&quot;로 스풀에서 새로 만들 수 있습니다</translation>
    </message>
    <message>
        <source>is a database, but not a store of this program</source>
        <translation>데이터베이스이지만 이 프로그램의 저장소가 아닙니다</translation>
    </message>
    <message>
        <source>is no store</source>
        <translation>저장소가 아닙니다</translation>
    </message>
    <message>
        <source>is no store (not an SQLite file); where it was one, &quot;regnet store repair&quot; makes it anew from the spool</source>
        <translation>저장소가 아닙니다(SQLite 파일이 아님). 저장소였다면 &quot;regnet store repair&quot;로 스풀에서 새로 만들 수 있습니다</translation>
    </message>
    <message>
        <source>ends in the middle</source>
        <translation>중간에서 끊겼습니다</translation>
    </message>
    <message>
        <source>is not JSON here</source>
        <translation>여기는 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>is not JSON: %1</source>
        <translation>JSON이 아닙니다: %1</translation>
    </message>
    <message>
        <source>is not JSON: there is a zero byte</source>
        <translation>JSON이 아닙니다: 0인 바이트가 있습니다</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>최대 %1단계</translation>
    </message>
    <message>
        <source>stands twice in one object</source>
        <translation>한 객체에 두 번 있습니다</translation>
    </message>
    <message>
        <source>each field once</source>
        <translation>필드마다 한 번</translation>
    </message>
    <message>
        <source>is JSON of an unknown kind</source>
        <translation>알 수 없는 종류의 JSON입니다</translation>
    </message>
    <message>
        <source>the list of job records of a pycls sweep.json, or records of NDS</source>
        <translation>pycls sweep.json의 작업 기록 목록 또는 NDS의 기록</translation>
    </message>
    <message>
        <source>a pycls sweep.json, records of NDS, or a network JSON</source>
        <translation>pycls의 sweep.json, NDS의 기록 또는 네트워크 JSON</translation>
    </message>
    <message>
        <source>is neither text nor a store</source>
        <translation>텍스트도 저장소도 아닙니다</translation>
    </message>
    <message>
        <source>a pycls sweep.json, a CSV, or a store</source>
        <translation>pycls의 sweep.json, CSV 또는 저장소</translation>
    </message>
    <message>
        <source>is neither text nor weights</source>
        <translation>텍스트도 가중치도 아닙니다</translation>
    </message>
    <message>
        <source>a pycls sweep, log or configuration, a JSON of NDS, a CSV, or a file of torch.save</source>
        <translation>pycls의 스윕, 로그나 설정, NDS의 JSON, CSV 또는 torch.save의 파일</translation>
    </message>
    <message>
        <source>is no folder of a pycls sweep</source>
        <translation>pycls 스윕의 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>sweep.json, or logs/*/stdout.log</source>
        <translation>sweep.json 또는 logs/*/stdout.log</translation>
    </message>
    <message>
        <source>holds no population</source>
        <translation>모집단이 없습니다</translation>
    </message>
    <message>
        <source>has %1 bytes</source>
        <translation>%1바이트입니다</translation>
    </message>
    <message>
        <source>at most 1 GiB</source>
        <translation>최대 1 GiB</translation>
    </message>
    <message>
        <source>how it ended cannot be read</source>
        <translation>어떻게 끝났는지 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: %2 failed (%3); it is tried again</source>
        <translation>프로필 &quot;%1&quot;: %2 명령이 실패했습니다 (%3). 다시 시도합니다</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: %2 failed (%3); the tasks&apos; own records are read on</source>
        <translation>프로필 &quot;%1&quot;: %2 명령이 실패했습니다 (%3). 작업이 스스로 남기는 기록은 계속 읽습니다</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: sbatch answers &quot;%2&quot;, which is no number of a job; it is tried again</source>
        <translation>프로필 &quot;%1&quot;: sbatch의 응답 &quot;%2&quot;은(는) 작업 번호가 아닙니다. 다시 시도합니다</translation>
    </message>
    <message>
        <source>profile &quot;%1&quot;: sbatch answers &quot;%2&quot;, which is no number of a job; whether the array was taken is found out</source>
        <translation>프로필 &quot;%1&quot;: sbatch의 응답 &quot;%2&quot;은(는) 작업 번호가 아닙니다. 배열이 접수되었는지 알아봅니다</translation>
    </message>
    <message>
        <source>it said too much and was ended</source>
        <translation>출력이 너무 많아 종료되었습니다</translation>
    </message>
    <message>
        <source>the disk is full: %1; it is tried again in a minute</source>
        <translation>디스크가 가득 찼습니다: %1; 1분 뒤에 다시 시도합니다</translation>
    </message>
    <message>
        <source>only %1 MB are left on the disk of %2; it goes on by itself when there are %3</source>
        <translation>%2의 디스크에 %1 MB만 남았습니다; %3 MB가 되면 저절로 계속합니다</translation>
    </message>
    <message>
        <source>has %1 names (hard links): what is written under one of them would be lost under another</source>
        <translation>이름이 %1개입니다(하드 링크). 한 이름으로 쓴 것이 다른 이름에서는 사라질 수 있습니다</translation>
    </message>
    <message>
        <source>one name: remove the others, or work in a copy (&quot;regnet store backup&quot;)</source>
        <translation>이름 하나. 다른 이름을 지우거나 사본에서 작업하십시오(&quot;regnet store backup&quot;)</translation>
    </message>
    <message>
        <source>is not there, but its log is (%1)</source>
        <translation>없는데 그 로그는 남아 있습니다(%1)</translation>
    </message>
    <message>
        <source>the store back in its place, or &quot;regnet store rebuild&quot;, which makes it anew from the spool</source>
        <translation>저장소를 제자리로 되돌리거나, 스풀에서 새로 만드는 &quot;regnet store rebuild&quot;</translation>
    </message>
</context>
<context>
    <name>regnet</name>
    <message>
        <source>%1: best</source>
        <translation>%1: 최상</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>오차(%)</translation>
    </message>
    <message>
        <source>%1–%2, best %3</source>
        <translation>%1–%2, 최상 %3</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>그림 %1</translation>
    </message>
    <message>
        <source>%1 (paper)</source>
        <translation>%1(논문)</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>지금까지 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Recipe: %1</source>
        <translation>레시피: %1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>오차: %1</translation>
    </message>
    <message>
        <source>the paper&apos;s networks and the others were trained differently; compare shapes, not errors.</source>
        <translation>논문의 네트워크와 나머지는 다르게 학습되었습니다. 오차가 아니라 모양을 비교하십시오.</translation>
    </message>
    <message>
        <source>recipes or data sets differ, so the errors cannot be compared.</source>
        <translation>레시피나 데이터셋이 달라서 오차를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>different kinds of error are shown together: %1.</source>
        <translation>서로 다른 종류의 오차가 함께 표시되어 있습니다: %1.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>(paper): %1, %2.</source>
        <translation>(논문): %1, %2.</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>선</translation>
    </message>
    <message>
        <source>block %1: u = %2</source>
        <translation>블록 %1: u = %2</translation>
    </message>
    <message>
        <source>block %1: width %2</source>
        <translation>블록 %1: 너비 %2</translation>
    </message>
    <message>
        <source>Width per block, on one logarithmic scale from %1 to %2; dashed: u = w₀ + wₐ j. </source>
        <translation>블록별 너비, %1부터 %2까지 하나의 로그 눈금. 점선: u = w₀ + wₐ j. </translation>
    </message>
    <message>
        <source>The provenance in %1 is not that in the file.</source>
        <translation>%1의 출처 기록이 파일 안의 것과 다릅니다.</translation>
    </message>
    <message>
        <source>The file was changed after it was exported: its SHA-256 is not the one in %1.</source>
        <translation>내보낸 뒤에 파일이 바뀌었습니다: SHA-256이 %1에 적힌 것과 다릅니다.</translation>
    </message>
    <message>
        <source>It was made of %1 populations, and the sources have %2 now.</source>
        <translation>모집단 %1개로 만들었으나 지금 원본에는 %2개가 있습니다.</translation>
    </message>
    <message>
        <source>The run times of population %1 are others now: they were measured anew.</source>
        <translation>모집단 %1의 실행 시간이 달라졌습니다: 다시 쟀습니다.</translation>
    </message>
    <message>
        <source>%1 finished, %2 failed, %3 pending</source>
        <translation>완료 %1, 실패 %2, 남음 %3</translation>
    </message>
    <message>
        <source>Population %1 is another one now: %2 then, %3 now.</source>
        <translation>모집단 %1이(가) 달라졌습니다: 당시 %2, 지금 %3.</translation>
    </message>
    <message>
        <source>What is recorded of it (%1) is not what its command gives: the record was edited, or made by another version (then %2, now %3).</source>
        <translation>기록된 내용(%1)이 그 명령이 내는 것과 다릅니다: 기록이 고쳐졌거나 다른 버전이 만들었습니다 (당시 %2, 지금 %3).</translation>
    </message>
    <message>
        <source>The data are not those that were drawn then.</source>
        <translation>데이터가 그때 그린 것과 다릅니다.</translation>
    </message>
    <message>
        <source>The drawing is not the one that this program makes of these data: it was edited, or drawn by another version or with other fonts (then %1, now %2).</source>
        <translation>이 프로그램이 이 데이터로 만드는 그림과 다릅니다: 편집되었거나, 다른 버전 또는 다른 글꼴로 그려졌습니다(당시 %1, 지금 %2).</translation>
    </message>
    <message>
        <source>The drawing differs.</source>
        <translation>그림이 다릅니다.</translation>
    </message>
    <message>
        <source>%1 is the same: %2 populations, data and drawing.</source>
        <translation>%1은(는) 같습니다: 모집단 %2개, 데이터와 그림.</translation>
    </message>
    <message>
        <source>%1 is not the same:</source>
        <translation>%1은(는) 같지 않습니다:</translation>
    </message>
    <message>
        <source>averaged weights, test images</source>
        <translation>평균 가중치, 테스트 이미지</translation>
    </message>
    <message>
        <source>held-out images</source>
        <translation>검증 이미지</translation>
    </message>
    <message>
        <source>averaged weights, held-out images</source>
        <translation>평균 가중치, 검증 이미지</translation>
    </message>
    <message>
        <source>training curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>학습 이미지</translation>
    </message>
    <message>
        <source>%1, training images</source>
        <translation>%1, 학습 이미지</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>테스트 이미지</translation>
    </message>
    <message>
        <source>Solid: test images. Dotted: training images.</source>
        <translation>실선: 테스트 이미지. 점선: 학습 이미지.</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected jobs. %3</source>
        <translation>선택한 작업 %2개 중 처음 %1개. %3</translation>
    </message>
    <message>
        <source>Error over epochs of %1 jobs.</source>
        <translation>작업 %1개의 에포크별 오차.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1에서 실행 예정</translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation>곱셈-덧셈 %1</translation>
    </message>
    <message>
        <source>
Checked when its training started: FLOPs, params and activations counted on the running network are the computed ones</source>
        <translation>
학습을 시작할 때 확인함: 실행 중인 네트워크에서 센 FLOPs, 파라미터, 활성값이 계산한 값과 같습니다</translation>
    </message>
    <message>
        <source>
Wrong: what was counted on the running network is not what was computed; its details tell more</source>
        <translation>
잘못됨: 실행 중인 네트워크에서 센 값이 계산한 값과 다릅니다. 세부 정보에 더 자세히 나옵니다</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>일시 정지하는 중</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>취소하는 중</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>%1(으)로 보냄</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>w0</source>
        <translation>w0</translation>
    </message>
    <message>
        <source>wa</source>
        <translation>wa</translation>
    </message>
    <message>
        <source>wm</source>
        <translation>wm</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>%1 %2 from stage to stage</source>
        <translation>스테이지가 지나도 %1이(가) %2</translation>
    </message>
    <message>
        <source>One bottleneck ratio b for all stages</source>
        <translation>모든 스테이지에 병목 비율 b 하나</translation>
    </message>
    <message>
        <source>b shared</source>
        <translation>b shared</translation>
    </message>
    <message>
        <source>One group width g for all stages</source>
        <translation>모든 스테이지에 그룹 너비 g 하나</translation>
    </message>
    <message>
        <source>g shared</source>
        <translation>g shared</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Depths</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Block widths on a quantised line (RegNet)</source>
        <translation>양자화된 직선 위의 블록 너비(RegNet)</translation>
    </message>
    <message>
        <source>line</source>
        <translation>line</translation>
    </message>
    <message>
        <source>wm = 2: levels double</source>
        <translation>wm = 2: 준위가 두 배씩 커짐</translation>
    </message>
    <message>
        <source>wm=2</source>
        <translation>wm=2</translation>
    </message>
    <message>
        <source>w0 = wa: the line starts at its slope</source>
        <translation>w0 = wa: 직선이 기울기에서 시작함</translation>
    </message>
    <message>
        <source>w0=wa</source>
        <translation>w0=wa</translation>
    </message>
    <message>
        <source>Fixed depth d</source>
        <translation>고정 깊이 d</translation>
    </message>
    <message>
        <source>d=%1</source>
        <translation>d=%1</translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation>%1 ≤ %2</translation>
    </message>
    <message>
        <source>%1 ≥ %2</source>
        <translation>%1 ≥ %2</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>Narrow the range of %1</source>
        <translation>%1의 범위 좁히기</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>%1 제한</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>Below the paper&apos;s curves of params and activations</source>
        <translation>논문의 파라미터와 활성값 곡선 아래</translation>
    </message>
    <message>
        <source>below curves</source>
        <translation>below curves</translation>
    </message>
    <message>
        <source>A regime: FLOPs as in the paper, or small for a CPU</source>
        <translation>연산량 영역: 논문과 같은 FLOPs 또는 CPU용으로 작게</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation with ratio 0.25 (Y)</source>
        <translation>비율 0.25의 squeeze-and-excitation(Y)</translation>
    </message>
    <message>
        <source>SE</source>
        <translation>SE</translation>
    </message>
    <message>
        <source>Nothing is rejected.</source>
        <translation>거부된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Rejected candidates had:</source>
        <translation>거부된 후보의 이유:</translation>
    </message>
    <message>
        <source>None of %1 candidates is accepted (below %2 with 95 % confidence)</source>
        <translation>후보 %1개 중 받아들여진 것이 없습니다(95 % 신뢰도로 %2 미만)</translation>
    </message>
    <message>
        <source>All of %1 candidates are accepted</source>
        <translation>후보 %1개가 모두 받아들여졌습니다</translation>
    </message>
    <message>
        <source>%1 of %2 candidates accepted (95 %: %3 to %4)</source>
        <translation>후보 %2개 중 %1이(가) 받아들여졌습니다(95 %: %3~%4)</translation>
    </message>
    <message>
        <source>%1 settings of %2 free parameters</source>
        <translation>자유 파라미터 %2개의 설정 %1가지</translation>
    </message>
    <message>
        <source>; Table 1 of the paper: %1 = %2</source>
        <translation>; 논문의 표 1: %1 = %2</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message>
        <source>; all of them are in the space.</source>
        <translation>; 모두 이 공간에 속합니다.</translation>
    </message>
    <message>
        <source>; about %1 of them meet rules and limits (95 %: %2 to %3).</source>
        <translation>; 그중 약 %1이(가) 규칙과 제한을 만족합니다(95 %: %2~%3).</translation>
    </message>
    <message>
        <source>depth d</source>
        <translation>깊이 d</translation>
    </message>
    <message>
        <source>bottleneck ratio b</source>
        <translation>병목 비율 b</translation>
    </message>
    <message>
        <source>group width g</source>
        <translation>그룹 너비 g</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>resolution (px)</source>
        <translation>해상도(px)</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>받아들여짐</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>스테이지 %1</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>뽑은 값</translation>
    </message>
    <message>
        <source>Distribution of %1</source>
        <translation>%1의 분포</translation>
    </message>
    <message>
        <source>Share of the accepted networks by %1</source>
        <translation>%1에 따른 받아들여진 네트워크의 비율</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <translation>후보 %1</translation>
    </message>
    <message>
        <source>candidate %1, rejected</source>
        <translation>후보 %1, 거부됨</translation>
    </message>
    <message>
        <source>RegNetY</source>
        <translation>RegNetY</translation>
    </message>
    <message>
        <source>RegNetX</source>
        <translation>RegNetX</translation>
    </message>
    <message>
        <source>6.5·√f M (paper)</source>
        <translation>6.5·√f M(논문)</translation>
    </message>
    <message>
        <source>3 + 5.5·f M (paper)</source>
        <translation>3 + 5.5·f M(논문)</translation>
    </message>
    <message>
        <source>FLOPs against activations</source>
        <translation>FLOPs와 활성값</translation>
    </message>
    <message>
        <source>FLOPs against parameters</source>
        <translation>FLOPs와 파라미터</translation>
    </message>
    <message>
        <source>Sampled candidates and the published models</source>
        <translation>표본 후보와 발표된 모델</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Lines for a terminal that do the same; the figure&apos;s is in Export…</source>
        <translation>같은 일을 하는 터미널 명령입니다. 그림의 명령은 내보내기…에 있습니다</translation>
    </message>
    <message>
        <source>Queue and train</source>
        <translation>대기열에 넣고 학습</translation>
    </message>
    <message>
        <source>Measure run times</source>
        <translation>실행 시간 측정</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>검증 결과</translation>
    </message>
    <message>
        <source>No job that this applies to is selected in the queue</source>
        <translation>대기열에서 이것을 적용할 수 있는 작업을 선택하지 않았습니다</translation>
    </message>
    <message>
        <source>The chosen space comes with the program; derive one of your own first</source>
        <translation>선택한 공간은 프로그램에 내장된 것입니다. 먼저 자신의 공간을 파생하십시오</translation>
    </message>
    <message>
        <source>Nothing of it is running</source>
        <translation>실행 중인 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>아직 바뀐 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>실행 취소한 것이 없습니다</translation>
    </message>
    <message>
        <source>All places for pins are taken, or there is no network</source>
        <translation>고정할 자리가 없거나 네트워크가 없습니다</translation>
    </message>
    <message>
        <source>No job is selected in the queue</source>
        <translation>대기열에서 선택한 작업이 없습니다</translation>
    </message>
    <message>
        <source>The queue is at work already, or has nothing to do</source>
        <translation>대기열이 이미 일하고 있거나 할 일이 없습니다</translation>
    </message>
    <message>
        <source>The queue is not at work here</source>
        <translation>여기에서는 대기열이 일하고 있지 않습니다</translation>
    </message>
    <message>
        <source>The queue has no open job</source>
        <translation>대기열에 남은 작업이 없습니다</translation>
    </message>
    <message>
        <source>Sample a population first</source>
        <translation>먼저 모집단을 뽑으십시오</translation>
    </message>
    <message>
        <source>A space, not a network</source>
        <translation>네트워크가 아니라 공간</translation>
    </message>
    <message>
        <source>Looking for one good network leaves you with one network. The paper designs the set from which networks are drawn. This is its first set, AnyNetX_A: four stages, each with its own depth, width, bottleneck ratio and group width. Sixteen choices, about 1.8·10¹⁸ networks.</source>
        <translation>좋은 네트워크 하나를 찾으면 네트워크 하나만 남습니다. 논문은 네트워크를 뽑는 집합을 설계합니다. 이것이 그 첫 집합인 AnyNetX_A입니다. 네 스테이지가 저마다 깊이, 너비, 병목 비율, 그룹 너비를 갖습니다. 선택지 열여섯, 네트워크 약 1.8·10¹⁸개입니다.</translation>
    </message>
    <message>
        <source>A space is judged by its distribution</source>
        <translation>공간은 분포로 평가합니다</translation>
    </message>
    <message>
        <source>497 networks were drawn from it and trained for ten epochs each. The curve tells which share stays below an error: the further to the left, the better the space. The best one has 39.0 %, but the mean is 49.0 %. A lucky draw says little; the whole curve says a lot.</source>
        <translation>여기서 네트워크 497개를 뽑아 각각 10에포크씩 학습했습니다. 곡선은 오차가 어떤 값보다 낮은 네트워크의 비율을 알려 줍니다. 왼쪽에 있을수록 좋은 공간입니다. 가장 좋은 것은 39.0 %이지만 평균은 49.0 %입니다. 운 좋게 뽑힌 하나는 말해 주는 것이 적고, 곡선 전체는 많은 것을 말해 줍니다.</translation>
    </message>
    <message>
        <source>B: one bottleneck ratio for all stages</source>
        <translation>B: 모든 스테이지에 병목 비율 하나</translation>
    </message>
    <message>
        <source>The first simplification lets the four stages share their bottleneck ratio. The two curves lie on each other, so nothing was lost, and three dimensions are gone. A constraint that costs nothing is worth having: the space is easier to understand.</source>
        <translation>첫 번째 단순화는 네 스테이지가 병목 비율을 공유하게 합니다. 두 곡선이 겹치므로 잃은 것은 없고 차원 셋이 사라졌습니다. 손해가 없는 제약은 둘 가치가 있습니다. 공간을 이해하기 쉬워지기 때문입니다.</translation>
    </message>
    <message>
        <source>C: one group width for all stages</source>
        <translation>C: 모든 스테이지에 그룹 너비 하나</translation>
    </message>
    <message>
        <source>The same question for the group width, and the same answer. From A to C the space has become thousands of times smaller, and as good as before. Looking at the networks that do well now tells what to try next.</source>
        <translation>그룹 너비에 대해서도 같은 질문을 하면 답도 같습니다. A에서 C까지 공간은 수천 배 작아졌지만 전과 똑같이 좋습니다. 이제 잘하는 네트워크를 살펴보면 다음에 무엇을 시도할지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>D: widths that grow</source>
        <translation>D: 커지는 너비</translation>
    </message>
    <message>
        <source>Good networks of C get wider from stage to stage. Made a rule, this helps much: the mean falls from 49.4 % to 43.2 %. The test the other way round is here too: equal widths and falling widths are clearly worse. So it is the growth that counts, not the smaller space.</source>
        <translation>C의 좋은 네트워크는 스테이지마다 넓어집니다. 이것을 규칙으로 삼으면 큰 도움이 됩니다. 평균이 49.4 %에서 43.2 %로 내려갑니다. 반대 방향의 검증도 여기 있습니다. 너비가 같거나 줄어드는 공간은 뚜렷이 나쁩니다. 그러므로 중요한 것은 공간이 작아진 것이 아니라 너비가 커지는 것입니다.</translation>
    </message>
    <message>
        <source>E: depths that do not fall</source>
        <translation>E: 줄지 않는 깊이</translation>
    </message>
    <message>
        <source>The same for the number of blocks in a stage: another small step to a mean of 42.7 %. What is left are about 10¹¹ to 10¹² networks of ten free numbers. Their best ones have something in common, which the next step makes a rule.</source>
        <translation>스테이지의 블록 수에도 같은 규칙을 적용하면 평균이 42.7 %로 조금 더 내려갑니다. 남은 것은 자유로운 수 열 개로 된 네트워크 약 10¹¹~10¹²개입니다. 그중 가장 좋은 것들에는 공통점이 있으며, 다음 단계에서 그것을 규칙으로 삼습니다.</translation>
    </message>
    <message>
        <source>A line instead of a list</source>
        <translation>목록 대신 직선</translation>
    </message>
    <message>
        <source>Drawn block by block, the widths of good networks follow a straight line. So take a line, w₀ + wₐ·j, and snap it to steps that grow by the factor wₘ: that gives widths and depths of all stages at once. Here it is for a published RegNetX. Move a slider and watch the stages follow.</source>
        <translation>블록별로 그려 보면 좋은 네트워크의 너비는 직선을 따릅니다. 그래서 직선 w₀ + wₐ·j를 택해 배율 wₘ로 커지는 계단에 맞춥니다. 그러면 모든 스테이지의 너비와 깊이가 한꺼번에 나옵니다. 여기에 발표된 RegNetX 하나가 있습니다. 슬라이더를 움직여 스테이지가 따라 움직이는 것을 보십시오.</translation>
    </message>
    <message>
        <source>RegNetX, and the proof</source>
        <translation>RegNetX와 그 증거</translation>
    </message>
    <message>
        <source>Six numbers describe a network now, some 3·10⁸ networks in all, and the mean error is 41.0 %. About 32 random draws find a good one. The paper then tests the space where it was not designed: more FLOPs, longer training, five stages, other blocks. The order stays (Paper ▸ Figure 10). What you have just followed you can do yourself: derive a child in Spaces, train it, compare.</source>
        <translation>이제 여섯 수가 네트워크 하나를 나타내며, 모두 약 3·10⁸개이고 평균 오차는 41.0 %입니다. 무작위로 32개쯤 뽑으면 좋은 것을 찾습니다. 이어서 논문은 설계하지 않은 조건에서 공간을 시험합니다. 더 많은 FLOPs, 더 긴 학습, 다섯 스테이지, 다른 블록입니다. 순서는 그대로입니다(논문 ▸ 그림 10). 지금 따라온 과정은 직접 해 볼 수 있습니다. 공간에서 자식을 파생하고, 학습하고, 비교하십시오.</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>horizontal line</source>
        <translation>가로선</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>세로선</translation>
    </message>
    <message>
        <source>band</source>
        <translation>밴드</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>막대</translation>
    </message>
    <message>
        <source>networks as lines over the columns</source>
        <translation>열을 지나는 선으로 나타낸 네트워크</translation>
    </message>
    <message>
        <source>step curve</source>
        <translation>계단 곡선</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, %1 values</source>
        <translation>, 값 %1개</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>경고: %1</translation>
    </message>
    <message>
        <source>Across: %1</source>
        <translation>가로축: %1</translation>
    </message>
    <message>
        <source>Upwards: %1</source>
        <translation>세로축: %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>There is nothing in it yet</source>
        <translation>아직 아무것도 없습니다</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>모든 곳</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>next, previous control; never caught in a table or a text</source>
        <translation>다음, 이전 컨트롤. 표나 텍스트에 갇히지 않음</translation>
    </message>
    <message>
        <source>Alt and an underlined letter</source>
        <translation>Alt와 밑줄 친 글자</translation>
    </message>
    <message>
        <source>that menu or that control</source>
        <translation>그 메뉴 또는 그 컨트롤</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>press a button, tick a box</source>
        <translation>단추 누르기, 상자 체크</translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation>메뉴 키, Shift+F10</translation>
    </message>
    <message>
        <source>the context menu: copy, export, show data as a table</source>
        <translation>컨텍스트 메뉴: 복사, 내보내기, 데이터를 표로 보기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close a dialog, let go of a zoom</source>
        <translation>대화 상자 닫기, 확대 해제</translation>
    </message>
    <message>
        <source>Sliders and boxes</source>
        <translation>슬라이더와 입력란</translation>
    </message>
    <message>
        <source>← → ↑ ↓</source>
        <translation>← → ↑ ↓</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Page up, Page down</translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation>열 단계</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>least, most</source>
        <translation>최솟값, 최댓값</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>next point, with its values; Ctrl: ten points; Home, End: the ends</source>
        <translation>다음 점과 그 값. Ctrl: 점 열 개씩, Home, End: 양 끝</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>next series, near the same place</source>
        <translation>같은 위치 근처의 다음 계열</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>on a point: what a double click does, such as loading that network</source>
        <translation>점 위에서: 두 번 클릭과 같은 동작, 예를 들어 그 네트워크 불러오기</translation>
    </message>
    <message>
        <source>+ −</source>
        <translation>+ −</translation>
    </message>
    <message>
        <source>zoom, where the plot can be zoomed; Esc shows all again</source>
        <translation>확대할 수 있는 그래프에서 확대, Esc로 다시 전체 보기</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Tables and trees</source>
        <translation>표와 트리</translation>
    </message>
    <message>
        <source>from cell to cell; → unfolds a row, ← folds it</source>
        <translation>칸에서 칸으로. →는 행을 펼치고 ←는 접음</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>jump to the row that begins with them</source>
        <translation>그 글자로 시작하는 행으로 이동</translation>
    </message>
    <message>
        <source>copy the rows as text</source>
        <translation>행을 텍스트로 복사</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>find a row by words in any column; Return: the next one, Shift+Return: the one before</source>
        <translation>아무 열에 있는 낱말로 행 찾기. Return: 다음 행, Shift+Return: 이전 행</translation>
    </message>
    <message>
        <source>No population is chosen in the queue</source>
        <translation>대기열에서 모집단을 선택하지 않았습니다</translation>
    </message>
    <message>
        <source>%1 (paper, %2)</source>
        <translation>%1(논문, %2)</translation>
    </message>
    <message>
        <source>cum. prob.</source>
        <translation>누적 확률</translation>
    </message>
</context>
<context>
    <name>regnet::AboutDialog</name>
    <message>
        <source>Everything else works without it. To get training, install LibTorch and build again: ./run.sh does both; or give cmake -DTorch_DIR=… of a LibTorch that you have.</source>
        <translation>그 밖의 기능은 모두 학습 없이도 동작합니다. 학습하려면 LibTorch를 설치하고 다시 빌드하십시오. ./run.sh가 둘 다 해 주며, 가지고 있는 LibTorch를 cmake -DTorch_DIR=…로 지정할 수도 있습니다.</translation>
    </message>
    <message>
        <source>About RegNet Explorer</source>
        <translation>RegNet Explorer 정보</translation>
    </message>
    <message>
        <source>&lt;h2&gt;RegNet Explorer %1&lt;/h2&gt;&lt;p&gt;Revision %2. Qt %3.&lt;/p&gt;&lt;p&gt;Explores and compares network design spaces, after&lt;br&gt;I. Radosavovic, R. P. Kosaraju, R. Girshick, K. He, P. Dollár:&lt;br&gt;&lt;i&gt;Designing Network Design Spaces&lt;/i&gt;, CVPR 2020, &lt;a href=&apos;https://arxiv.org/abs/2003.13678&apos;&gt;arXiv 2003.13678&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;Published models, populations and timings are measurements by these authors, read from the paper and from &lt;a href=&apos;https://github.com/facebookresearch/pycls&apos;&gt;pycls&lt;/a&gt;; please cite the paper where you show them.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;RegNet Explorer %1&lt;/h2&gt;&lt;p&gt;리비전 %2. Qt %3.&lt;/p&gt;&lt;p&gt;네트워크 디자인 공간을 탐색하고 비교합니다. 바탕이 된 논문:&lt;br&gt;I. Radosavovic, R. P. Kosaraju, R. Girshick, K. He, P. Dollár:&lt;br&gt;&lt;i&gt;Designing Network Design Spaces&lt;/i&gt;, CVPR 2020, &lt;a href=&apos;https://arxiv.org/abs/2003.13678&apos;&gt;arXiv 2003.13678&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;발표된 모델, 모집단, 시간 측정값은 이 저자들이 잰 것으로, 논문과 &lt;a href=&apos;https://github.com/facebookresearch/pycls&apos;&gt;pycls&lt;/a&gt;에서 읽었습니다. 이 값을 보일 때에는 논문을 인용해 주십시오.&lt;/p&gt;&lt;p&gt;GNU 일반 공중 사용 허가서(GPL) 버전 3 이상을 따르는 자유 소프트웨어입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Training: asking regnet-worker…</source>
        <translation>학습: regnet-worker에 묻는 중…</translation>
    </message>
    <message>
        <source>Training: %1, on %2.</source>
        <translation>학습: %2에서 %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Training: %1, on %2. %3</source>
        <translation>학습: %2에서 %1. %3</translation>
    </message>
    <message>
        <source>Training: not possible here. %1 </source>
        <translation>학습: 여기에서는 할 수 없습니다. %1 </translation>
    </message>
</context>
<context>
    <name>regnet::ArrayModel</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Each task by colour and height: waiting low, running half, interrupted three quarters, done full; failed and cancelled hang from the top</source>
        <translation>태스크마다 색과 높이로 표시합니다: 대기 중은 낮게, 실행 중은 절반, 중단됨은 4분의 3, 완료는 가득. 실패와 취소는 위에서 매달립니다</translation>
    </message>
    <message>
        <source>Trainings that ended, of all</source>
        <translation>전체 중 끝난 학습</translation>
    </message>
    <message>
        <source>Job array</source>
        <translation>작업 배열</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
</context>
<context>
    <name>regnet::ArraysPanel</name>
    <message>
        <source>How often the clusters&apos; controllers are asked</source>
        <translation>클러스터의 컨트롤러에 얼마나 자주 묻는지</translation>
    </message>
    <message>
        <source>Job arrays on clusters</source>
        <translation>클러스터의 작업 배열</translation>
    </message>
    <message>
        <source>Bring its jobs back to this machine</source>
        <translation>작업을 이 컴퓨터로 가져오기</translation>
    </message>
    <message>
        <source>Cancel its jobs…</source>
        <translation>작업 취소…</translation>
    </message>
    <message>
        <source>Copy cancelling as a command</source>
        <translation>취소를 명령으로 복사</translation>
    </message>
</context>
<context>
    <name>regnet::ClusterDialog</name>
    <message>
        <source>Send to a cluster</source>
        <translation>클러스터로 보내기</translation>
    </message>
    <message>
        <source>Ways to use clusters, kept in %1</source>
        <translation>클러스터 사용 방법, %1에 저장됨</translation>
    </message>
    <message>
        <source>Sa&amp;ve profile</source>
        <translation>프로필 저장(&amp;V)</translation>
    </message>
    <message>
        <source>Site pro&amp;file</source>
        <translation>사이트 프로필(&amp;F)</translation>
    </message>
    <message>
        <source>Generate only: I submit &amp;by hand, from</source>
        <translation>생성만: 직접 제출(&amp;B), 폴더</translation>
    </message>
    <message>
        <source>Nothing is submitted. Scripts and files are written into a folder; when it comes back from the cluster, its results are brought in.</source>
        <translation>아무것도 제출하지 않습니다. 스크립트와 파일을 폴더에 쓰고, 폴더가 클러스터에서 돌아오면 결과를 가져옵니다.</translation>
    </message>
    <message>
        <source>Folder for scripts and files</source>
        <translation>스크립트와 파일을 둘 폴더</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>A new profile</source>
        <translation>새 프로필</translation>
    </message>
    <message>
        <source>Scripts and files for the cluster</source>
        <translation>클러스터용 스크립트와 파일</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>파일 쓰기</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>The profile is saved first</source>
        <translation>프로필을 먼저 저장합니다</translation>
    </message>
    <message>
        <source>No folder is named; expected one for scripts and files.</source>
        <translation>폴더를 지정하지 않았습니다. 스크립트와 파일을 둘 폴더가 필요합니다.</translation>
    </message>
    <message>
        <source>None of these jobs can go there: they are done, or the cluster has them.</source>
        <translation>이 작업들은 그곳으로 갈 수 없습니다: 완료되었거나 이미 클러스터에 있습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::Collector</name>
    <message>
        <source>%1 ▸ %2</source>
        <translation>%1 ▸ %2</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1(으)로 이동</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>도크</translation>
    </message>
    <message>
        <source>%1 dock</source>
        <translation>%1 도크</translation>
    </message>
    <message>
        <source>%1 (on)</source>
        <translation>%1(켬)</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1(끔)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 표시</translation>
    </message>
</context>
<context>
    <name>regnet::CommandModel</name>
    <message>
        <source>Not available now</source>
        <translation>지금은 사용할 수 없음</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>지금은 사용할 수 없음: %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>%1 — not available</source>
        <translation>%1 — 사용할 수 없음</translation>
    </message>
</context>
<context>
    <name>regnet::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>하려는 일의 글자를 몇 개 입력하십시오</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>찾을 명령</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>맞는 명령</translation>
    </message>
    <message>
        <source>No command fits. Fewer letters find more.</source>
        <translation>맞는 명령이 없습니다. 글자를 줄이면 더 많이 찾습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::CompareView</name>
    <message>
        <source>Figure %1</source>
        <translation>그림 %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Open published populations: every EDF figure of the paper, and what this program trained itself</source>
        <translation>발표된 모집단 열기: 논문의 모든 EDF 그림과 이 프로그램이 직접 학습한 결과</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a pycls sweep.json, a CSV or a store; or drop files on this view</source>
        <translation>pycls의 sweep.json, CSV 또는 저장소를 엽니다. 이 보기에 파일을 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>PDF, SVG, PNG, TeX or CSV of what is shown</source>
        <translation>지금 보이는 것을 PDF, SVG, PNG, TeX 또는 CSV로</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message>
        <source>This program: %1</source>
        <translation>이 프로그램: %1</translation>
    </message>
    <message>
        <source>Compare populations of trained networks by their error distributions.</source>
        <translation>학습된 네트워크의 모집단을 오차 분포로 비교합니다.</translation>
    </message>
    <message>
        <source>Open the paper&apos;s populations</source>
        <translation>논문의 모집단 열기</translation>
    </message>
    <message>
        <source>EDF</source>
        <translation>EDF</translation>
    </message>
    <message>
        <source>Error distributions over one another</source>
        <translation>오차 분포를 겹쳐 보기</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>How far curves lie above the first</source>
        <translation>곡선이 첫 번째보다 얼마나 위에 있는지</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>산점도</translation>
    </message>
    <message>
        <source>Any property against any other</source>
        <translation>임의의 두 속성 비교</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>평행 좌표</translation>
    </message>
    <message>
        <source>Parallel coordinates of all properties</source>
        <translation>모든 속성의 평행 좌표</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>추세</translation>
    </message>
    <message>
        <source>Trends across regimes, fits to complexity, best of k, widths per block</source>
        <translation>연산량 영역에 따른 추세, 복잡도에 대한 적합, k개 중 최상, 블록별 너비</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Test error over the epochs</source>
        <translation>에포크에 따른 테스트 오차</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>검증 결과</translation>
    </message>
    <message>
        <source>Which of the paper&apos;s claims hold for these populations</source>
        <translation>논문의 주장 중 어느 것이 이 모집단에서 성립하는지</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>All networks as a table</source>
        <translation>모든 네트워크의 표</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>filter: depth=12:28</source>
        <translation>필터: depth=12:28</translation>
    </message>
    <message>
        <source>Only networks in these ranges take part, in figures and statistics alike: PROPERTY=LOW:HIGH with blanks between</source>
        <translation>이 범위의 네트워크만 그림과 통계에 들어갑니다: 속성=최소:최대를 공백으로 구분</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>나누기 기준</translation>
    </message>
    <message>
        <source>One curve a value of this property</source>
        <translation>이 속성의 값마다 곡선 하나</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>나누지 않음</translation>
    </message>
    <message>
        <source>Populations</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Copied as a command.</source>
        <translation>명령으로 복사했습니다.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>색 %1</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 읽는 중…</translation>
    </message>
    <message>
        <source>Hidden, because they were trained differently: %1. Tick them to overlay all the same.</source>
        <translation>다르게 학습되어 숨김: %1. 그래도 겹쳐 보려면 체크하십시오.</translation>
    </message>
    <message>
        <source>As many are shown as there are colours; tick the others in the table (%1).</source>
        <translation>색의 개수만큼만 표시합니다. 나머지는 표에서 체크하십시오(%1).</translation>
    </message>
    <message>
        <source>Open populations</source>
        <translation>모집단 열기</translation>
    </message>
    <message>
        <source>Populations (*.json *.csv *.db *.sqlite);;All files (*)</source>
        <translation>모집단 (*.json *.csv *.db *.sqlite);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Copy best ranges as command</source>
        <translation>최상 범위를 명령으로 복사</translation>
    </message>
    <message>
        <source>A command cannot find this population.</source>
        <translation>명령으로는 이 모집단을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>split</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Rename the population…</source>
        <translation>모집단 이름 바꾸기…</translation>
    </message>
    <message>
        <source>Delete the population…</source>
        <translation>모집단 삭제…</translation>
    </message>
</context>
<context>
    <name>regnet::ComplexityView</name>
    <message>
        <source>FLOPs against activations</source>
        <translation>FLOPs와 활성값</translation>
    </message>
    <message>
        <source>FLOPs against parameters</source>
        <translation>FLOPs와 파라미터</translation>
    </message>
    <message>
        <source>published: ● RegNetX  ◇ RegNetY  ┄ fit of good models</source>
        <translation>발표됨: ● RegNetX  ◇ RegNetY  ┄ 좋은 모델의 적합</translation>
    </message>
    <message>
        <source>The dashed curves are 6.5·√f and 3 + 5.5·f (in M, f in GFLOPs), Figure 12 of the paper.</source>
        <translation>점선은 논문 그림 12의 6.5·√f와 3 + 5.5·f입니다(M 단위, f는 GFLOPs).</translation>
    </message>
</context>
<context>
    <name>regnet::CrashDialog</name>
    <message>
        <source>Crash reports</source>
        <translation>비정상 종료 보고서</translation>
    </message>
    <message>
        <source>When the program dies, it leaves a report in %1. It stays there until you delete it; nothing is sent anywhere. Copy it into a bug report if you like: it has the version and the places in the program, none of your data.</source>
        <translation>프로그램이 비정상 종료되면 %1에 보고서를 남깁니다. 삭제할 때까지 그곳에 있으며 어디에도 보내지 않습니다. 원하면 버그 보고에 복사해 넣으십시오. 버전과 프로그램 안의 위치만 있고 사용자의 데이터는 없습니다.</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>보고서 선택</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete this report</source>
        <translation>이 보고서 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>There is none. Good.</source>
        <translation>없습니다. 다행입니다.</translation>
    </message>
</context>
<context>
    <name>regnet::CurvesFigure</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>test error (%)</source>
        <translation>테스트 오차(%)</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>Thin: networks. Thick: their median.</source>
        <translation>가는 선: 네트워크. 굵은 선: 중앙값.</translation>
    </message>
    <message>
        <source>Test error over epochs of %1 populations.</source>
        <translation>모집단 %1개의 에포크별 테스트 오차.</translation>
    </message>
    <message>
        <source>networks of %1</source>
        <translation>%1의 네트워크</translation>
    </message>
</context>
<context>
    <name>regnet::CurvesTab</name>
    <message>
        <source>Populations that were trained here have training curves; published ones have none.</source>
        <translation>여기에서 학습한 모집단에는 학습 곡선이 있고, 발표된 모집단에는 없습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::DataPicture</name>
    <message>
        <source>Arrow keys go through the points. The context menu has the data as a table.</source>
        <translation>화살표 키로 점을 지나갑니다. 컨텍스트 메뉴에서 데이터를 표로 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::DataTableDialog</name>
    <message>
        <source>Data: %1</source>
        <translation>데이터: %1</translation>
    </message>
    <message>
        <source>Search in all columns</source>
        <translation>모든 열에서 검색</translation>
    </message>
    <message>
        <source>Search in the table</source>
        <translation>표에서 검색</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>The selected rows, or all that are shown, as tab-separated text</source>
        <translation>선택한 행 또는 표시된 모든 행을 탭으로 구분한 텍스트로</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2행 중 %1행</translation>
    </message>
    <message>
        <source>Show data as &amp;table…</source>
        <translation>데이터를 표로 보기(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>regnet::Derivations</name>
    <message>
        <source>never decrease</source>
        <translation>줄지 않음</translation>
    </message>
    <message>
        <source>are all equal</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>never increase</source>
        <translation>늘지 않음</translation>
    </message>
</context>
<context>
    <name>regnet::DeriveDialog</name>
    <message>
        <source>Derive a child of %1</source>
        <translation>%1의 자식 공간 파생</translation>
    </message>
    <message>
        <source>&amp;One constraint more than the parent:</source>
        <translation>부모보다 하나 더 많은 제약(&amp;O):</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>제약</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>시작(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>끝(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Regime</source>
        <translation>연산량 영역(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>메모(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Derive</source>
        <translation>파생(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>값(&amp;V)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>The child needs a name.</source>
        <translation>자식 공간에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Another space is called %1.</source>
        <translation>다른 공간의 이름이 %1입니다.</translation>
    </message>
</context>
<context>
    <name>regnet::DesignPanel</name>
    <message>
        <source>Target FLOPs</source>
        <translation>목표 FLOPs</translation>
    </message>
    <message>
        <source>any</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Tolerance in %</source>
        <translation>허용 오차(%)</translation>
    </message>
    <message>
        <source>Parameters at most</source>
        <translation>파라미터 최대</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Activations at most</source>
        <translation>활성값 최대</translation>
    </message>
    <message>
        <source>Depth at least</source>
        <translation>깊이 최소</translation>
    </message>
    <message>
        <source>Depth at most</source>
        <translation>깊이 최대</translation>
    </message>
    <message>
        <source>fewest activations</source>
        <translation>가장 적은 활성값</translation>
    </message>
    <message>
        <source>fewest parameters</source>
        <translation>가장 적은 파라미터</translation>
    </message>
    <message>
        <source>nearest FLOPs</source>
        <translation>가장 가까운 FLOPs</translation>
    </message>
    <message>
        <source>Run time at most, in milliseconds</source>
        <translation>실행 시간 최대(밀리초)</translation>
    </message>
    <message>
        <source>From which run time is predicted: a sum of so much a FLOP, an activation and a parameter, fitted to measured networks; a file is a CSV, or what regnet measure --json prints</source>
        <translation>실행 시간을 예측하는 근거: FLOP, 활성값, 파라미터 하나당 얼마씩의 합을 측정된 네트워크에 적합합니다. 파일은 CSV 또는 regnet measure --json의 출력입니다</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정하지 않음</translation>
    </message>
    <message>
        <source>paper, V100</source>
        <translation>논문, V100</translation>
    </message>
    <message>
        <source>The published models on one V100, 64 images at a time</source>
        <translation>V100 한 개에서 이미지 64장씩 처리한 발표된 모델</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>± %</source>
        <translation>± %</translation>
    </message>
    <message>
        <source>Params ≤</source>
        <translation>파라미터 ≤</translation>
    </message>
    <message>
        <source>Activations ≤</source>
        <translation>활성값 ≤</translation>
    </message>
    <message>
        <source>Depth from</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>Run time ≤</source>
        <translation>실행 시간 ≤</translation>
    </message>
    <message>
        <source>ms, as</source>
        <translation>ms, 기준</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Looks at four million candidates of the space</source>
        <translation>공간의 후보 400만 개를 살펴봅니다</translation>
    </message>
    <message>
        <source>Fewer activations</source>
        <translation>더 적은 활성값</translation>
    </message>
    <message>
        <source>Same FLOPs as the network on the sliders, with fewer activations</source>
        <translation>슬라이더의 네트워크와 FLOPs가 같고 활성값이 더 적은 네트워크</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Keeps what was found until now</source>
        <translation>지금까지 찾은 것을 남깁니다</translation>
    </message>
    <message>
        <source>Networks that meet the targets</source>
        <translation>목표를 만족하는 네트워크</translation>
    </message>
    <message>
        <source>Say what a network may cost and press Find: the best stand first, ★ marks those that no other beats in activations and parameters (and run time, where it is known).</source>
        <translation>네트워크의 비용 한도를 정하고 찾기를 누르십시오. 가장 좋은 것이 먼저 나오며, ★은 활성값과 파라미터에서(실행 시간을 알면 실행 시간에서도) 더 나은 것이 없는 네트워크입니다.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>The line for a terminal that finds the same networks</source>
        <translation>같은 네트워크를 찾는 터미널 명령</translation>
    </message>
    <message>
        <source>Measured run times</source>
        <translation>측정된 실행 시간</translation>
    </message>
    <message>
        <source>Measurements (*.csv *.json);;All files (*)</source>
        <translation>측정값 (*.csv *.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Run time is predicted from %1 measurements, typically within %2 %.</source>
        <translation>측정값 %1개로 실행 시간을 예측하며, 오차는 대개 %2 % 이내입니다.</translation>
    </message>
    <message>
        <source>shortest run time</source>
        <translation>가장 짧은 실행 시간</translation>
    </message>
    <message>
        <source>Looking at %1 candidates of %2…</source>
        <translation>%2의 후보 %1개를 살펴보는 중…</translation>
    </message>
    <message>
        <source>None of %1 candidates meets all of this: widen the tolerance or a limit.</source>
        <translation>후보 %1개 중 모두 만족하는 것이 없습니다: 허용 오차나 제한을 넓히십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 candidates meet this; the best %3, and %4 that no other beats (★).</source>
        <translation>후보 %2개 중 %1개가 만족합니다. 상위 %3개, 그리고 더 나은 것이 없는 %4개(★)입니다.</translation>
    </message>
    <message>
        <source>Inverse design is over</source>
        <translation>역설계가 끝났습니다</translation>
    </message>
</context>
<context>
    <name>regnet::DifferenceFigure</name>
    <message>
        <source>error (%)</source>
        <translation>오차(%)</translation>
    </message>
    <message>
        <source>difference in F</source>
        <translation>F의 차이</translation>
    </message>
    <message>
        <source>%1: D</source>
        <translation>%1: D</translation>
    </message>
    <message>
        <source>%1 %2 at %3 %</source>
        <translation>%3 %에서 %1 %2</translation>
    </message>
    <message>
        <source>%1: DKW bounds of both</source>
        <translation>%1: 두 곡선의 DKW 한계</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>Differences of error distributions to %1</source>
        <translation>%1와(과)의 오차 분포 차이</translation>
    </message>
    <message>
        <source>Above 0: more networks with at most this error than %1. Marked: the largest distance, D: %2. Dotted: bounds of no difference, the 97.5 % DKW bands of both curves together (at least 95 % for one pair; conservative). Failures count as infinite error.</source>
        <translation>0보다 위: 오차가 이 값 이하인 네트워크가 %1보다 많음. 표시: 가장 큰 거리 D: %2. 점선: 차이가 없을 때의 한계로, 두 곡선의 97.5 % DKW 밴드를 합한 것입니다(한 쌍에 대해 95 % 이상, 보수적). 실패는 무한대 오차로 셉니다.</translation>
    </message>
    <message>
        <source>error %1 %, difference %2</source>
        <translation>오차 %1 %, 차이 %2</translation>
    </message>
</context>
<context>
    <name>regnet::DifferenceTab</name>
    <message>
        <source>Tick at least two populations to see how their curves differ.</source>
        <translation>곡선의 차이를 보려면 모집단을 두 개 이상 체크하십시오.</translation>
    </message>
</context>
<context>
    <name>regnet::DispatcherWorker</name>
    <message numerus="yes">
        <source>%1: %n training(s) queued</source>
        <translation>
            <numerusform>%1: 학습 %n개를 대기열에 넣음</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 there already</source>
        <translation>, %1개는 이미 있음</translation>
    </message>
    <message>
        <source>%1: reading its data set…</source>
        <translation>%1: 데이터셋을 읽는 중…</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1을(를) 가져왔습니다</translation>
    </message>
    <message>
        <source>%1 was imported before</source>
        <translation>%1은(는) 이미 가져왔습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n imported result(s) taken away again</source>
        <translation>
            <numerusform>가져온 결과 %n개를 다시 제거했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue stopped</source>
        <translation>대기열이 멈췄습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) sent to %1</source>
        <translation>
            <numerusform>작업 %n개를 %1(으)로 보냈습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it is queued: no file was written</source>
        <translation>대기열에 해당하는 작업이 없어 파일을 쓰지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n array(s) written to %1: on the cluster, &quot;sbatch batch.sh&quot; in each of its folders slurm/…</source>
        <translation>
            <numerusform>배열 %n개를 %1에 썼습니다. 클러스터에서 각 slurm/… 폴더마다 &quot;sbatch batch.sh&quot;를 실행하십시오</numerusform>
        </translation>
    </message>
    <message>
        <source>The cluster hears of it when the queue is started</source>
        <translation>대기열을 시작하면 클러스터에 전달됩니다</translation>
    </message>
    <message>
        <source>%1 files of %2 arrays brought in</source>
        <translation>배열 %2개의 파일 %1개를 가져왔습니다</translation>
    </message>
    <message>
        <source>%1 is called %2 now</source>
        <translation>%1의 이름은 이제 %2입니다</translation>
    </message>
    <message>
        <source>%1 was deleted. The store as it was: %2. Its files: %3</source>
        <translation>%1을(를) 삭제했습니다. 이전 저장소: %2. 파일: %3</translation>
    </message>
</context>
<context>
    <name>regnet::DistributionField</name>
    <message>
        <source>uniform</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>log-uniform</source>
        <translation>로그 균등</translation>
    </message>
    <message>
        <source>powers of 2</source>
        <translation>2의 거듭제곱</translation>
    </message>
    <message>
        <source>powers of 2, then log-uniform</source>
        <translation>2의 거듭제곱 후 로그 균등</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>정규</translation>
    </message>
    <message>
        <source>log-normal</source>
        <translation>로그 정규</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>step</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>%1: distribution</source>
        <translation>%1: 분포</translation>
    </message>
    <message>
        <source>%1: lowest</source>
        <translation>%1: 최솟값</translation>
    </message>
    <message>
        <source>%1: highest</source>
        <translation>%1: 최댓값</translation>
    </message>
    <message>
        <source>%1: step (quantum)</source>
        <translation>%1: 간격(양자)</translation>
    </message>
    <message>
        <source>%1: values</source>
        <translation>%1: 값</translation>
    </message>
    <message>
        <source>1, 2, 4</source>
        <translation>1, 2, 4</translation>
    </message>
</context>
<context>
    <name>regnet::DragGrip</name>
    <message>
        <source>Drag the plot out as a file</source>
        <translation>그래프를 파일로 끌어내기</translation>
    </message>
    <message>
        <source>Drag me into a folder, a mail or a document: the plot as a PDF</source>
        <translation>폴더, 메일, 문서로 끌어가십시오: 그래프가 PDF로 들어갑니다</translation>
    </message>
</context>
<context>
    <name>regnet::EdfFigure</name>
    <message>
        <source>Error distributions of %1</source>
        <translation>%1의 오차 분포</translation>
    </message>
    <message>
        <source>Error distributions: %1. Each curve gives the share of networks with at most the error on the x axis.</source>
        <translation>오차 분포: %1. 곡선은 오차가 x축 값 이하인 네트워크의 비율입니다.</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>오차(%)</translation>
    </message>
    <message>
        <source>cumulative probability</source>
        <translation>누적 확률</translation>
    </message>
    <message>
        <source>Dvoretzky–Kiefer–Wolfowitz</source>
        <translation>Dvoretzky–Kiefer–Wolfowitz</translation>
    </message>
    <message>
        <source>%1: %2 % band</source>
        <translation>%1: %2 % 밴드</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 실패</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%2개 중 %1개 실패</translation>
    </message>
    <message>
        <source>[n, min | mean] of finished networks.</source>
        <translation>완료된 네트워크의 [n, 최소 | 평균].</translation>
    </message>
    <message>
        <source>Bands: %1, %2 %.</source>
        <translation>밴드: %1, %2 %.</translation>
    </message>
    <message>
        <source>Failures count as infinite error.</source>
        <translation>실패는 무한대 오차로 셉니다.</translation>
    </message>
    <message>
        <source>Provisional: some networks still run.</source>
        <translation>잠정: 아직 실행 중인 네트워크가 있습니다.</translation>
    </message>
    <message>
        <source>Error: %1.</source>
        <translation>오차: %1.</translation>
    </message>
    <message>
        <source>Normalised by %1: the populations have no range in common.</source>
        <translation>%1(으)로 정규화: 모집단들의 공통 범위가 없습니다.</translation>
    </message>
    <message>
        <source>Normalised by %1: %2 bins of equal width, %3 of them merged into neighbours because some population has nothing there. Coverage: %4. Networks: %5.</source>
        <translation>%1(으)로 정규화: 같은 너비의 구간 %2개, 그중 %3개는 네트워크가 없는 모집단이 있어 이웃과 합쳤습니다. 포함 비율: %4. 네트워크: %5.</translation>
    </message>
    <message>
        <source>Failed networks: the curve stays at F = %1</source>
        <translation>실패한 네트워크: 곡선이 F = %1에 머무릅니다</translation>
    </message>
    <message>
        <source>error %1 %, F = %2</source>
        <translation>오차 %1 %, F = %2</translation>
    </message>
    <message>
        <source>d, depth (blocks)</source>
        <translation>d, 깊이(블록)</translation>
    </message>
    <message>
        <source>w₀, initial width (channels)</source>
        <translation>w₀, 초기 너비(채널)</translation>
    </message>
    <message>
        <source>wₐ, slope (channels a block)</source>
        <translation>wₐ, 기울기(블록당 채널)</translation>
    </message>
    <message>
        <source>wₘ, width multiplier</source>
        <translation>wₘ, 너비 배율</translation>
    </message>
    <message>
        <source>b, bottleneck ratio</source>
        <translation>b, 병목 비율</translation>
    </message>
    <message>
        <source>g, group width (channels)</source>
        <translation>g, 그룹 너비(채널)</translation>
    </message>
    <message>
        <source>FLOPs (multiply-adds)</source>
        <translation>FLOPs(곱셈-덧셈)</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>스테이지</translation>
    </message>
    <message>
        <source>r, resolution (pixels)</source>
        <translation>r, 해상도(픽셀)</translation>
    </message>
    <message>
        <source>SE ratio</source>
        <translation>SE 비율</translation>
    </message>
    <message>
        <source>e_fit, mean squared log₂ ratio</source>
        <translation>e_fit, 평균 제곱 log₂ 비</translation>
    </message>
    <message>
        <source>inference time (ms)</source>
        <translation>추론 시간(ms)</translation>
    </message>
    <message>
        <source>cum. prob.</source>
        <translation>누적 확률</translation>
    </message>
</context>
<context>
    <name>regnet::EdfTab</name>
    <message>
        <source>Bands</source>
        <translation>밴드</translation>
    </message>
    <message>
        <source>95 % bands. DKW: Dvoretzky–Kiefer–Wolfowitz, half-width √(ln(2/0.05)/2n), holds everywhere at once for every n. Bootstrap: over networks</source>
        <translation>95 % 밴드. DKW: Dvoretzky–Kiefer–Wolfowitz, 반너비 √(ln(2/0.05)/2n), 모든 n에서 전 구간에 동시에 성립합니다. 부트스트랩: 네트워크에 대해</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>DKW</source>
        <translation>DKW</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>부트스트랩</translation>
    </message>
    <message>
        <source>bootstrap, pointwise</source>
        <translation>부트스트랩, 점별</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>밴드(&amp;B)</translation>
    </message>
    <message>
        <source>Normalise by</source>
        <translation>정규화 기준</translation>
    </message>
    <message>
        <source>Lets each equal width of a complexity count the same in every curve, so that spaces of different complexity compare (NDS paper)</source>
        <translation>복잡도의 같은 너비가 모든 곡선에서 같은 비중을 갖게 하여 복잡도가 다른 공간을 비교할 수 있게 합니다(NDS 논문)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>&amp;Normalise by</source>
        <translation>정규화 기준(&amp;N)</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Bins of equal width; those in which some population has no network are merged into a neighbour</source>
        <translation>같은 너비의 구간. 네트워크가 없는 모집단이 있는 구간은 이웃과 합칩니다</translation>
    </message>
    <message>
        <source> bins</source>
        <translation> 구간</translation>
    </message>
</context>
<context>
    <name>regnet::Ends</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1부터 %2까지</translation>
    </message>
</context>
<context>
    <name>regnet::ExplorerModel</name>
    <message>
        <source>d %1, w0 %2, wa %3, wm %4</source>
        <translation>d %1, w0 %2, wa %3, wm %4</translation>
    </message>
    <message>
        <source>AnyNet %1</source>
        <translation>AnyNet %1</translation>
    </message>
    <message>
        <source>number of stages wanted</source>
        <translation>원하는 스테이지 수</translation>
    </message>
    <message>
        <source>pin %1</source>
        <translation>고정: %1</translation>
    </message>
    <message>
        <source>remove pin</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>remove all pins</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 보기</translation>
    </message>
    <message>
        <source>nearest valid setting</source>
        <translation>가장 가까운 유효 설정</translation>
    </message>
</context>
<context>
    <name>regnet::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>명령으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>The line for a terminal that writes the same file</source>
        <translation>같은 파일을 쓰는 터미널 명령</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>PDF: vectors, for papers</source>
        <translation>PDF: 벡터, 논문용</translation>
    </message>
    <message>
        <source>SVG: vectors, to edit</source>
        <translation>SVG: 벡터, 편집용</translation>
    </message>
    <message>
        <source>PNG: pixels, for slides</source>
        <translation>PNG: 픽셀, 슬라이드용</translation>
    </message>
    <message>
        <source>TeX: PGFPlots, in the paper&apos;s own fonts</source>
        <translation>TeX: PGFPlots, 논문의 글꼴로</translation>
    </message>
    <message>
        <source>CSV: the data shown</source>
        <translation>CSV: 표시된 데이터</translation>
    </message>
    <message>
        <source>Provenance as a &amp;JSON file beside it</source>
        <translation>출처 기록을 JSON 파일로 함께 저장(&amp;J)</translation>
    </message>
    <message>
        <source>PDF, SVG, PNG and TeX carry it inside as well: &quot;regnet figure --verify&quot; reads it</source>
        <translation>PDF, SVG, PNG, TeX는 파일 안에도 출처를 담습니다: &quot;regnet figure --verify&quot;로 읽습니다</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>형식(&amp;O)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Keep size, fonts and colours under a name</source>
        <translation>크기, 글꼴, 색을 이름을 붙여 보관합니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>프리셋(&amp;P)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Show it &amp;without colour</source>
        <translation>색 없이 보기(&amp;W)</translation>
    </message>
    <message>
        <source>What looks alike without colour</source>
        <translation>색이 없으면 비슷해 보이는 것</translation>
    </message>
    <message>
        <source>Figures (*.pdf *.svg *.png *.tex *.csv)</source>
        <translation>그림 (*.pdf *.svg *.png *.tex *.csv)</translation>
    </message>
    <message>
        <source>none saved yet</source>
        <translation>저장된 것 없음</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>선택하십시오</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>프리셋 저장</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>프리셋 이름:</translation>
    </message>
    <message>
        <source>This file is there and will be replaced.</source>
        <translation>이 파일이 이미 있으며 덮어씁니다.</translation>
    </message>
    <message>
        <source>The figure is done</source>
        <translation>그림이 완성되었습니다</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::FigureTab</name>
    <message>
        <source>Computing…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>select networks</source>
        <translation>네트워크 선택</translation>
    </message>
    <message>
        <source>select nothing</source>
        <translation>선택 해제</translation>
    </message>
</context>
<context>
    <name>regnet::FindBar</name>
    <message>
        <source>Find a row by its words</source>
        <translation>낱말로 행 찾기</translation>
    </message>
    <message>
        <source>Words to find in the table</source>
        <translation>표에서 찾을 낱말</translation>
    </message>
    <message>
        <source>No row fits</source>
        <translation>맞는 행이 없습니다</translation>
    </message>
</context>
<context>
    <name>regnet::FindingsModel</name>
    <message>
        <source>✓ holds</source>
        <translation>✓ 성립</translation>
    </message>
    <message>
        <source>✗ does not hold</source>
        <translation>✗ 성립하지 않음</translation>
    </message>
    <message>
        <source>? cannot be judged</source>
        <translation>? 판단할 수 없음</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>the paper&apos;s claim</source>
        <translation>논문의 주장</translation>
    </message>
    <message>
        <source>where</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>the paper</source>
        <translation>논문</translation>
    </message>
</context>
<context>
    <name>regnet::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>검증 결과</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>선택한 검증 결과</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>None of the paper&apos;s claims is about these populations, or nothing of them is trained yet.</source>
        <translation>이 모집단에 관한 논문의 주장이 없거나, 아직 학습된 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 hold, %2 do not hold, %3 cannot be judged with these networks. Tests together at 5 % (Holm).</source>
        <translation>성립 %1, 성립하지 않음 %2, 이 네트워크로 판단할 수 없음 %3. 검정 전체 5 %(Holm).</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>&lt;p&gt;Here: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;여기: %1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The paper: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;논문: %1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;p after Holm&apos;s correction: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Holm 보정 후 p: %1&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>regnet::FindingsTab</name>
    <message>
        <source>Open a figure under Paper above, or train a study in the Studies dock and open it here with its button Compare.</source>
        <translation>위의 논문에서 그림을 열거나, 연구 도크에서 연구를 학습한 뒤 그 비교 버튼으로 여기에서 여십시오.</translation>
    </message>
</context>
<context>
    <name>regnet::GuideText</name>
    <message>
        <source>Page of the guide</source>
        <translation>안내서의 쪽</translation>
    </message>
</context>
<context>
    <name>regnet::GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>사용 안내서</translation>
    </message>
    <message>
        <source>Opens %1 in your browser</source>
        <translation>브라우저에서 %1을(를) 엽니다</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>안내서의 쪽 목록</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>앞으로(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find in all pages:</source>
        <translation>모든 쪽에서 찾기(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>다음(&amp;N)</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>찾지 못함: %1</translation>
    </message>
</context>
<context>
    <name>regnet::ImportDialog</name>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>결과 없음</translation>
    </message>
    <message>
        <source>a property</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>the error, %</source>
        <translation>오차, %</translation>
    </message>
    <message>
        <source>the accuracy, %</source>
        <translation>정확도, %</translation>
    </message>
    <message>
        <source>the name of the network</source>
        <translation>네트워크의 이름</translation>
    </message>
    <message>
        <source>its state</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>its population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>&amp;Stem</source>
        <translation>스템(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pixels</source>
        <translation>픽셀(&amp;P)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>is</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Error, %</source>
        <translation>오차, %</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 가져오기</translation>
    </message>
    <message>
        <source>named after the file</source>
        <translation>파일 이름을 따름</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>What each &amp;column is:</source>
        <translation>각 열의 의미(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Population</source>
        <translation>모집단(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Networks, the first %1:</source>
        <translation>네트워크, 처음 %1개(&amp;N):</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>같은 일을 하는 명령</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>명령으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>가져오기(&amp;I)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>%1의 의미</translation>
    </message>
    <message>
        <source>The file is read</source>
        <translation>파일을 다 읽었습니다</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>regnet::JobDetailsPanel</name>
    <message>
        <source>%1
epoch %2: %3 %</source>
        <translation>%1
에포크 %2: %3 %</translation>
    </message>
    <message>
        <source>What the selected job is</source>
        <translation>선택한 작업의 내용</translation>
    </message>
    <message>
        <source>The end of the selected job&apos;s log</source>
        <translation>선택한 작업의 로그 끝부분</translation>
    </message>
    <message>
        <source>C&amp;urves</source>
        <translation>곡선(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>세부 정보(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>로그(&amp;L)</translation>
    </message>
    <message>
        <source>Select jobs to see their training curves.</source>
        <translation>학습 곡선을 보려면 작업을 선택하십시오.</translation>
    </message>
    <message>
        <source>No epoch is done yet.</source>
        <translation>아직 끝난 에포크가 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> – %1</source>
        <translation> – %1</translation>
    </message>
    <message>
        <source>Select a single job to see what it is.</source>
        <translation>내용을 보려면 작업을 하나만 선택하십시오.</translation>
    </message>
    <message>
        <source>Select a job to see what it is.</source>
        <translation>내용을 보려면 작업을 선택하십시오.</translation>
    </message>
    <message>
        <source>Its worker has written nothing.</source>
        <translation>워커가 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Select a single job to see the end of its log.</source>
        <translation>로그의 끝을 보려면 작업을 하나만 선택하십시오.</translation>
    </message>
    <message>
        <source>counted = computed</source>
        <translation>센 값 = 계산값</translation>
    </message>
    <message>
        <source>counted ≠ computed</source>
        <translation>센 값 ≠ 계산값</translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation>작업: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>이유: %1</translation>
    </message>
    <message>
        <source>Stages (blocks × width): %1</source>
        <translation>스테이지(블록 수 × 너비): %1</translation>
    </message>
    <message>
        <source>FLOPs: %1</source>
        <translation>FLOPs: %1</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>확인: %1</translation>
    </message>
    <message>
        <source>Populations: %1</source>
        <translation>모집단: %1</translation>
    </message>
    <message>
        <source>Recipe: %1, data set: %2, seed: %3</source>
        <translation>레시피: %1, 데이터셋: %2, 시드: %3</translation>
    </message>
    <message>
        <source>Test error: %1 % (best epoch), %2 % (last epoch)</source>
        <translation>테스트 오차: %1 %(최상 에포크), %2 %(마지막 에포크)</translation>
    </message>
    <message>
        <source>Ran with: %1</source>
        <translation>실행 환경: %1</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>가중치: %1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>로그: %1</translation>
    </message>
</context>
<context>
    <name>regnet::Language</name>
    <message>
        <source>English</source>
        <comment>the language&apos;s own name</comment>
        <translation>한국어</translation>
    </message>
    <message>
        <source>The language in %1 is left out: the file is damaged. lrelease makes it anew.</source>
        <translation>%1의 언어를 제외했습니다. 파일이 손상되었습니다. lrelease로 다시 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>The language in %1 is left out: the file does not say the language&apos;s own name, so it is of another program or empty.</source>
        <translation>%1의 언어를 제외했습니다. 파일에 그 언어 자신의 이름이 없으므로 다른 프로그램의 파일이거나 비어 있습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::LivePanel</name>
    <message>
        <source>Samples: FLOPs against activations</source>
        <translation>표본: FLOPs와 활성값</translation>
    </message>
    <message>
        <source>Samples: FLOPs against parameters</source>
        <translation>표본: FLOPs와 파라미터</translation>
    </message>
    <message>
        <source>Samples of the space</source>
        <translation>공간의 표본</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
</context>
<context>
    <name>regnet::LookFields</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>왼쪽 위</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>오른쪽 위</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>왼쪽 아래</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>오른쪽 아래</translation>
    </message>
    <message>
        <source>beside the plot</source>
        <translation>그래프 옆</translation>
    </message>
    <message>
        <source>below the plot</source>
        <translation>그래프 아래</translation>
    </message>
    <message>
        <source>the corner that is free</source>
        <translation>비어 있는 모서리</translation>
    </message>
    <message>
        <source>bright (Tol; colour-blind-safe)</source>
        <translation>밝게(Tol, 색각 이상 고려)</translation>
    </message>
    <message>
        <source>greys, told apart by dashes</source>
        <translation>회색, 선 모양으로 구별</translation>
    </message>
    <message>
        <source>colour-blind-safe (Okabe and Ito)</source>
        <translation>색각 이상 고려(Okabe와 Ito)</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>%1, one column</source>
        <translation>%1, 한 단</translation>
    </message>
    <message>
        <source>%1, both columns</source>
        <translation>%1, 두 단</translation>
    </message>
    <message>
        <source>%1, text width</source>
        <translation>%1, 본문 너비</translation>
    </message>
    <message>
        <source>Fit &amp;into</source>
        <translation>맞출 곳(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>너비(&amp;W)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>높이(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>해상도(&amp;R)</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>DejaVu Sans (the program&apos;s own)</source>
        <translation>DejaVu Sans(프로그램 기본)</translation>
    </message>
    <message>
        <source>Fo&amp;nt</source>
        <translation>글꼴(&amp;N)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>글자 크기(&amp;X)</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Curve wi&amp;dth</source>
        <translation>곡선 굵기(&amp;D)</translation>
    </message>
    <message>
        <source>follows the text</source>
        <translation>글자에 맞춤</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>색(&amp;L)</translation>
    </message>
    <message>
        <source>as in the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>Le&amp;gend</source>
        <translation>범례(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>Title above the plot</source>
        <translation>그래프 위의 제목</translation>
    </message>
    <message>
        <source>none; captions of papers say it below</source>
        <translation>없음. 논문에서는 아래 캡션에 씁니다</translation>
    </message>
    <message>
        <source>Dar&amp;k page, for slides</source>
        <translation>어두운 배경, 슬라이드용(&amp;K)</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
<context>
    <name>regnet::MainWindow</name>
    <message>
        <source>RegNet Explorer</source>
        <translation>RegNet Explorer</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>대기열 보기</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>양자화</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>복잡도</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>스테이지</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Training waits for room on the disk: %1.</source>
        <translation>디스크 공간을 기다리느라 학습이 멈췄습니다: %1.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a network: JSON or pycls YAML</source>
        <translation>네트워크 열기: JSON 또는 pycls YAML</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save network as…</source>
        <translation>네트워크를 다른 이름으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the network as JSON, pycls YAML, Python code or a diagram</source>
        <translation>네트워크를 JSON, pycls YAML, Python 코드 또는 다이어그램으로 저장</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>그림 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>보고서(&amp;R)…</translation>
    </message>
    <message>
        <source>One page about the populations of the Compare view: curves, tests, networks, failures, costs</source>
        <translation>비교 보기의 모집단에 관한 한 페이지: 곡선, 검정, 네트워크, 실패, 비용</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy network as</source>
        <translation>네트워크 복사 형식(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>pycls &amp;YAML</source>
        <translation>pycls YAML(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;command line</source>
        <translation>명령줄(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste network</source>
        <translation>네트워크 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Show the network that the clipboard holds as JSON, pycls YAML or command line</source>
        <translation>클립보드에 JSON, pycls YAML 또는 명령줄로 들어 있는 네트워크를 표시</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>네트워크(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>프리셋(&amp;P)</translation>
    </message>
    <message>
        <source>RegNet&amp;X</source>
        <translation>RegNetX(&amp;X)</translation>
    </message>
    <message>
        <source>RegNet&amp;Y (with squeeze-and-excitation)</source>
        <translation>RegNetY(squeeze-and-excitation 포함)(&amp;Y)</translation>
    </message>
    <message>
        <source>FLOPs, parameters and top-1 error of the published model</source>
        <translation>발표된 모델의 FLOPs, 파라미터, top-1 오차</translation>
    </message>
    <message>
        <source>&amp;Pin this network</source>
        <translation>이 네트워크 고정(&amp;P)</translation>
    </message>
    <message>
        <source>Keep this network beside the next ones, in plots and table</source>
        <translation>이 네트워크를 다음 네트워크와 나란히 그래프와 표에 둡니다</translation>
    </message>
    <message>
        <source>&amp;Remove all pins</source>
        <translation>모든 고정 해제(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Train a population…</source>
        <translation>모집단 학습(&amp;T)…</translation>
    </message>
    <message>
        <source>Sample networks of a space, train them here, and see their errors as they come</source>
        <translation>공간에서 네트워크를 뽑아 여기에서 학습하고, 나오는 대로 오차를 봅니다</translation>
    </message>
    <message>
        <source>Use the &amp;nearest valid setting</source>
        <translation>가장 가까운 유효 설정 사용(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Fit a line to the stages</source>
        <translation>스테이지에 직선 적합(&amp;F)</translation>
    </message>
    <message>
        <source>The RegNet whose widths are nearest to this network&apos;s</source>
        <translation>이 네트워크와 너비가 가장 가까운 RegNet</translation>
    </message>
    <message>
        <source>Training is not possible here: %1. </source>
        <translation>여기에서는 학습할 수 없습니다: %1. </translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Restore default layout</source>
        <translation>기본 배치로 되돌리기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;System colours</source>
        <translation>시스템 색(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>키와 마우스(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About RegNet Explorer</source>
        <translation>RegNet Explorer 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>The 24 published RegNets</source>
        <translation>발표된 RegNet 24개</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>복사 형식</translation>
    </message>
    <message>
        <source>The network as text for the clipboard</source>
        <translation>네트워크를 클립보드에 텍스트로 복사</translation>
    </message>
    <message>
        <source>%1 (missing: remove from the list)</source>
        <translation>%1(없음: 목록에서 제거)</translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation>아직 연 파일이 없습니다</translation>
    </message>
    <message>
        <source>Open a network or a population</source>
        <translation>네트워크 또는 모집단 열기</translation>
    </message>
    <message>
        <source>Networks and populations (*.json *.yaml *.yml *.txt *.sh *.csv *.db);;All files (*)</source>
        <translation>네트워크와 모집단 (*.json *.yaml *.yml *.txt *.sh *.csv *.db);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1을(를) 열었습니다</translation>
    </message>
    <message>
        <source>Copied the network as %1</source>
        <translation>네트워크를 %1(으)로 복사했습니다</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Fitting a line to the stages…</source>
        <translation>스테이지에 직선을 적합하는 중…</translation>
    </message>
    <message>
        <source>fit a line</source>
        <translation>직선 적합</translation>
    </message>
    <message>
        <source>Fitted: e_fit = %1</source>
        <translation>적합 완료: e_fit = %1</translation>
    </message>
    <message>
        <source>load a network</source>
        <translation>네트워크 불러오기</translation>
    </message>
    <message>
        <source>Loaded a network</source>
        <translation>네트워크를 불러왔습니다</translation>
    </message>
    <message>
        <source>Loaded %1</source>
        <translation>%1을(를) 불러왔습니다</translation>
    </message>
    <message>
        <source>Network as JSON (*.json)</source>
        <translation>JSON 네트워크 (*.json)</translation>
    </message>
    <message>
        <source>pycls configuration (*.yaml *.yml)</source>
        <translation>pycls 설정 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>timm code (*.py)</source>
        <translation>timm 코드 (*.py)</translation>
    </message>
    <message>
        <source>torchvision code (*.py)</source>
        <translation>torchvision 코드 (*.py)</translation>
    </message>
    <message>
        <source>plain PyTorch code (*.py)</source>
        <translation>순수 PyTorch 코드 (*.py)</translation>
    </message>
    <message>
        <source>Diagram (*.svg)</source>
        <translation>다이어그램 (*.svg)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Results, networks and weights of pycls, NDS, torchvision, timm, or a CSV</source>
        <translation>pycls, NDS, torchvision, timm 또는 CSV의 결과, 네트워크, 가중치</translation>
    </message>
    <message>
        <source>&amp;Undo an import</source>
        <translation>가져오기 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Import results, networks or weights</source>
        <translation>결과, 네트워크 또는 가중치 가져오기</translation>
    </message>
    <message>
        <source>Results and weights (*.json *.csv *.log *.yaml *.yml *.pth *.pyth *.pt);;All files (*)</source>
        <translation>결과와 가중치 (*.json *.csv *.log *.yaml *.yml *.pth *.pyth *.pt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>제거(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>명령으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>명령으로 복사했습니다</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>아직 가져온 것이 없습니다</translation>
    </message>
    <message>
        <source>&amp;timm code</source>
        <translation>timm 코드(&amp;T)</translation>
    </message>
    <message>
        <source>t&amp;orchvision code</source>
        <translation>torchvision 코드(&amp;O)</translation>
    </message>
    <message>
        <source>plain &amp;PyTorch code</source>
        <translation>순수 PyTorch 코드(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;diagram (SVG)</source>
        <translation>다이어그램(SVG)(&amp;D)</translation>
    </message>
    <message>
        <source>command that &amp;saves it</source>
        <translation>저장하는 명령(&amp;S)</translation>
    </message>
    <message>
        <source>command that &amp;fits a line</source>
        <translation>직선을 적합하는 명령(&amp;F)</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>네트워크 저장</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1을(를) 저장했습니다</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>시스템 언어(&amp;S)</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>The explorer shows %1</source>
        <translation>탐색기에 %1을(를) 표시합니다</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>설정(&amp;T)…</translation>
    </message>
    <message>
        <source>All settings in one list, with search</source>
        <translation>모든 설정을 검색할 수 있는 한 목록으로</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>명령 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Everything the window can do, found by a few letters</source>
        <translation>창에서 할 수 있는 모든 것을 글자 몇 개로 찾습니다</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>고대비(&amp;C)</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>움직임 줄이기(&amp;M)</translation>
    </message>
    <message>
        <source>Data of the plot as a &amp;table…</source>
        <translation>그래프의 데이터를 표로(&amp;T)…</translation>
    </message>
    <message>
        <source>The numbers behind the plot that has the focus, to read, search and copy</source>
        <translation>포커스가 있는 그래프의 수치를 읽고 검색하고 복사합니다</translation>
    </message>
    <message>
        <source>Go to a plot with Tab first; then this shows its numbers.</source>
        <translation>먼저 Tab으로 그래프로 이동하십시오. 그러면 그 수치를 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>시작 페이지(&amp;S)</translation>
    </message>
    <message>
        <source>What one can begin with</source>
        <translation>시작할 수 있는 것</translation>
    </message>
    <message>
        <source>&amp;Tour of the method</source>
        <translation>방법 둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>From AnyNetX_A to RegNetX in eight steps, with the paper&apos;s populations</source>
        <translation>논문의 모집단으로 AnyNetX_A에서 RegNetX까지 여덟 단계</translation>
    </message>
    <message>
        <source>&amp;Crash reports…</source>
        <translation>비정상 종료 보고서(&amp;C)…</translation>
    </message>
    <message>
        <source>What was kept when the program died; nothing is sent</source>
        <translation>프로그램이 비정상 종료될 때 남긴 것. 어디에도 보내지 않습니다</translation>
    </message>
    <message>
        <source>Drag a slider, or go to it with Tab and use the arrow keys</source>
        <translation>슬라이더를 끌거나, Tab으로 이동해 화살표 키를 쓰십시오</translation>
    </message>
    <message>
        <source>Training is over</source>
        <translation>학습이 끝났습니다</translation>
    </message>
    <message>
        <source>%1 jobs are still open.</source>
        <translation>작업 %1개가 아직 남았습니다.</translation>
    </message>
    <message>
        <source>All %1 jobs of the queue are over.</source>
        <translation>대기열의 작업 %1개가 모두 끝났습니다.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>What the export dialog offers first; it remembers what was chosen last.</source>
        <translation>내보내기 대화 상자가 먼저 제시하는 것. 마지막 선택을 기억합니다.</translation>
    </message>
    <message>
        <source>export pdf svg png tex csv default</source>
        <translation>내보내기 pdf svg png tex csv 기본값</translation>
    </message>
    <message>
        <source>&amp;Provenance beside</source>
        <translation>출처 기록 파일(&amp;P)</translation>
    </message>
    <message>
        <source>Writes a small file beside each figure that says how it was made. In the export dialog, too.</source>
        <translation>그림마다 만든 방법을 적은 작은 파일을 함께 씁니다. 내보내기 대화 상자에도 있습니다.</translation>
    </message>
    <message>
        <source>export sidecar json</source>
        <translation>내보내기 sidecar json</translation>
    </message>
    <message>
        <source>write it</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Start p&amp;age</source>
        <translation>시작 페이지(&amp;A)</translation>
    </message>
    <message>
        <source>Shows the start page when the program starts without files. Help ▸ Start page shows it any time.</source>
        <translation>파일 없이 프로그램을 시작하면 시작 페이지를 보여 줍니다. 도움말 ▸ 시작 페이지로 언제든지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>welcome first</source>
        <translation>환영 처음</translation>
    </message>
    <message>
        <source>show it</source>
        <translation>보이기</translation>
    </message>
    <message>
        <source>&amp;Desktop notes</source>
        <translation>데스크톱 알림(&amp;D)</translation>
    </message>
    <message>
        <source>notification tray alert</source>
        <translation>알림 트레이 경고</translation>
    </message>
    <message>
        <source>tell</source>
        <translation>알리기</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>As the system, light or dark. In the View menu, too.</source>
        <translation>시스템과 같게, 밝게 또는 어둡게. 보기 메뉴에도 있습니다.</translation>
    </message>
    <message>
        <source>theme dark light appearance</source>
        <translation>테마 어둡게 밝게 모양</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>고대비(&amp;H)</translation>
    </message>
    <message>
        <source>Black and white, and stronger colours of curves. In the View menu, too.</source>
        <translation>흑백과 더 진한 곡선 색. 보기 메뉴에도 있습니다.</translation>
    </message>
    <message>
        <source>accessibility theme</source>
        <translation>접근성 테마</translation>
    </message>
    <message>
        <source>Nothing slides or fades; also when the desktop turned effects off. In the View menu, too.</source>
        <translation>미끄러지거나 흐려지는 효과를 쓰지 않습니다. 데스크톱에서 효과를 껐을 때에도 같습니다. 보기 메뉴에도 있습니다.</translation>
    </message>
    <message>
        <source>accessibility animation</source>
        <translation>접근성 애니메이션</translation>
    </message>
    <message>
        <source>Of the window; files stay English. In the View menu, too.</source>
        <translation>창의 언어입니다. 파일은 영어로 남습니다. 보기 메뉴에도 있습니다.</translation>
    </message>
    <message>
        <source>translation english korean</source>
        <translation>번역 영어 한국어 언어</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>배치(&amp;L)</translation>
    </message>
    <message>
        <source>Brings every dock back to its place. In the View menu, too.</source>
        <translation>모든 도크를 제자리로 되돌립니다. 보기 메뉴에도 있습니다.</translation>
    </message>
    <message>
        <source>docks reset</source>
        <translation>도크 초기화</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>워커(&amp;W)</translation>
    </message>
    <message>
        <source>Trainings at the same time, as the Train dialog offers them and Start means them.</source>
        <translation>동시에 실행할 학습 수. 학습 대화 상자의 기본값이며 시작 단추가 쓰는 값입니다.</translation>
    </message>
    <message>
        <source>cpu cores parallel number</source>
        <translation>cpu 코어 병렬 개수</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>코어마다 하나</translation>
    </message>
    <message>
        <source>As&amp;k before cancelling</source>
        <translation>취소하기 전에 묻기(&amp;K)</translation>
    </message>
    <message>
        <source>A cancelled training gives no result. Cancelling a job array of a cluster always asks.</source>
        <translation>취소한 학습은 결과를 내지 않습니다. 클러스터의 작업 배열을 취소할 때에는 항상 묻습니다.</translation>
    </message>
    <message>
        <source>confirm confirmation question</source>
        <translation>확인 질문</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>묻기</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>사용 안내서(&amp;U)</translation>
    </message>
    <message>
        <source>All pages of the guide, with search</source>
        <translation>안내서의 모든 쪽, 검색 포함</translation>
    </message>
    <message>
        <source>Sampling is over</source>
        <translation>표본 뽑기가 끝났습니다</translation>
    </message>
    <message>
        <source>%1 is in the queue.</source>
        <translation>%1이(가) 대기열에 있습니다.</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>가져오기가 끝났습니다</translation>
    </message>
    <message>
        <source>%1 is in the store.</source>
        <translation>%1이(가) 저장소에 있습니다.</translation>
    </message>
    <message>
        <source>Tells the end of work that took longer than ten seconds, when the window is not in front.</source>
        <translation>창이 앞에 있지 않을 때, 10초보다 오래 걸린 일이 끝나면 알립니다.</translation>
    </message>
    <message>
        <source>%1 is not in the store of this window.</source>
        <translation>%1은(는) 이 창의 저장소에 없습니다.</translation>
    </message>
    <message>
        <source>The plot with the focus, or the one in front, as PDF, SVG, PNG, TeX or CSV</source>
        <translation>포커스가 있거나 맨 앞에 있는 그래프를 PDF, SVG, PNG, TeX 또는 CSV로</translation>
    </message>
</context>
<context>
    <name>regnet::NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation>네트워크 다이어그램</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>3 ch</source>
        <translation>3채널</translation>
    </message>
    <message>
        <source>Input: %1 × %1 pixels, 3 channels</source>
        <translation>입력: %1 × %1픽셀, 3채널</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>스템</translation>
    </message>
    <message>
        <source>Stem: %1 channels, output %2 × %2</source>
        <translation>스템: %1채널, 출력 %2 × %2</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>스테이지 %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Stage %1: %2 blocks of %3 channels, output %4 × %4</source>
        <translation>스테이지 %1: %3채널 블록 %2개, 출력 %4 × %4</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>그룹 1개</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>그룹 %1개</translation>
    </message>
    <message>
        <source>, b = %1, %2 groups of %3</source>
        <translation>, b = %1, 채널 %3개짜리 그룹 %2개</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>fc %1</source>
        <translation>fc %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>Head: 1×1 convolution to %1, </source>
        <translation>헤드: %1채널로 가는 1×1 합성곱, </translation>
    </message>
    <message>
        <source>Head: </source>
        <translation>헤드: </translation>
    </message>
    <message>
        <source>average pooling, %1 classes</source>
        <translation>평균 풀링, 클래스 %1개</translation>
    </message>
    <message>
        <source>No network: the line above says why.</source>
        <translation>네트워크가 없습니다: 이유는 위 줄에 있습니다.</translation>
    </message>
    <message>
        <source>s%1</source>
        <translation>s%1</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>네트워크 없음</translation>
    </message>
    <message>
        <source>part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>output side (pixels)</source>
        <translation>출력의 한 변(픽셀)</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>regnet::NetworkModel</name>
    <message>
        <source>selected</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>선택되지 않음</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
</context>
<context>
    <name>regnet::NetworkTable</name>
    <message>
        <source>Filter of the table</source>
        <translation>표의 필터</translation>
    </message>
    <message>
        <source>Filter: flops&lt;400M depth&gt;=12 b=1 …</source>
        <translation>필터: flops&lt;400M depth&gt;=12 b=1 …</translation>
    </message>
    <message>
        <source>Conditions that must all hold: flops, params, activations, ms, depth, w0, wa, wm, b, g with &lt;, &lt;=, =, &gt;=, &gt;; other words are looked for in widths and depths</source>
        <translation>모두 만족해야 하는 조건: flops, params, activations, ms, depth, w0, wa, wm, b, g에 &lt;, &lt;=, =, &gt;=, &gt;를 씁니다. 다른 단어는 너비와 깊이에서 찾습니다</translation>
    </message>
    <message>
        <source>Double-click or Enter shows a network in the explorer</source>
        <translation>두 번 클릭하거나 Enter를 누르면 탐색기에 네트워크를 표시합니다</translation>
    </message>
    <message>
        <source>%1 networks</source>
        <translation>네트워크 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 networks</source>
        <translation>네트워크 %2개 중 %1개</translation>
    </message>
</context>
<context>
    <name>regnet::NetworkTableModel</name>
    <message>
        <source>There is no column %1; there are flops, params, activations, ms, depth, w0, wa, wm, b, g and pareto.</source>
        <translation>%1 열은 없습니다. 있는 열은 flops, params, activations, ms, depth, w0, wa, wm, b, g, pareto입니다.</translation>
    </message>
    <message>
        <source>%1 is compared with &quot;%2&quot;, which is no number.</source>
        <translation>%1을(를) 수가 아닌 &quot;%2&quot;와(과) 비교했습니다.</translation>
    </message>
    <message>
        <source>No other network found has both fewer activations and fewer parameters</source>
        <translation>찾은 다른 네트워크 중 활성값과 파라미터가 모두 더 적은 것이 없습니다</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>파레토</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>w0</source>
        <translation>w0</translation>
    </message>
    <message>
        <source>wa</source>
        <translation>wa</translation>
    </message>
    <message>
        <source>wm</source>
        <translation>wm</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>widths</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>depths</source>
        <translation>깊이</translation>
    </message>
</context>
<context>
    <name>regnet::NetworksTab</name>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>select networks</source>
        <translation>네트워크 선택</translation>
    </message>
</context>
<context>
    <name>regnet::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>regnet::NumberField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, 슬라이더</translation>
    </message>
    <message>
        <source>No value is allowed by the space</source>
        <translation>공간이 허용하는 값이 없습니다</translation>
    </message>
    <message>
        <source>Allowed by the space: %1</source>
        <translation>공간이 허용하는 값: %1</translation>
    </message>
</context>
<context>
    <name>regnet::Palette</name>
    <message>
        <source>Without colour, &quot;%1&quot; and &quot;%2&quot; look alike (lightness %3 and %4).</source>
        <translation>색이 없으면 &quot;%1&quot;와(과) &quot;%2&quot;이(가) 비슷해 보입니다(밝기 %3와 %4).</translation>
    </message>
</context>
<context>
    <name>regnet::PanelFigure</name>
    <message>
        <source>%1 against %2</source>
        <translation>%2에 대한 %1</translation>
    </message>
</context>
<context>
    <name>regnet::PanelTab</name>
    <message>
        <source>What to draw</source>
        <translation>무엇을 그릴지</translation>
    </message>
    <message>
        <source>What the populations say together</source>
        <translation>모집단들이 함께 알려 주는 것</translation>
    </message>
    <message>
        <source>trend across regimes</source>
        <translation>영역에 따른 추세</translation>
    </message>
    <message>
        <source>fit to complexity</source>
        <translation>복잡도에 대한 적합</translation>
    </message>
    <message>
        <source>mean across regimes</source>
        <translation>영역에 따른 평균</translation>
    </message>
    <message>
        <source>expected best of k</source>
        <translation>k개 중 최상의 기댓값</translation>
    </message>
    <message>
        <source>widths per block</source>
        <translation>블록별 너비</translation>
    </message>
    <message>
        <source>nearest line</source>
        <translation>가장 가까운 직선</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>그리기(&amp;D)</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Property whose best values are drawn</source>
        <translation>가장 좋은 값을 그릴 속성</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>속성(&amp;O)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Form of the fit, f in 10⁹ multiply-adds (paper, Figure 12)</source>
        <translation>적합의 형식, f는 곱셈-덧셈 10⁹ 단위(논문, 그림 12)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Which network: 1 is the best, −1 the worst</source>
        <translation>어느 네트워크인지: 1은 가장 좋은 것, −1은 가장 나쁜 것</translation>
    </message>
    <message>
        <source>rank </source>
        <translation>순위 </translation>
    </message>
    <message>
        <source>Show populations to see how good the best of k random networks is expected to be.</source>
        <translation>무작위 네트워크 k개 중 최상의 것이 얼마나 좋을지 기댓값을 보려면 모집단을 표시하십시오.</translation>
    </message>
    <message>
        <source>Show populations that were trained here or imported to see the widths of their networks: those of the paper are known by their errors only.</source>
        <translation>네트워크의 너비를 보려면 여기에서 학습했거나 가져온 모집단을 표시하십시오. 논문의 모집단은 오차만 알려져 있습니다.</translation>
    </message>
    <message>
        <source>Show populations of several regimes that were trained here or imported to see how their best values grow: those of the paper are known by their errors only.</source>
        <translation>가장 좋은 값이 어떻게 커지는지 보려면 여기에서 학습했거나 가져온, 여러 연산량 영역의 모집단을 표시하십시오. 논문의 모집단은 오차만 알려져 있습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::ParallelFigure</name>
    <message>
        <source>least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Parallel coordinates of %1</source>
        <translation>%1의 평행 좌표</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>ends of the columns</source>
        <translation>열의 끝값</translation>
    </message>
</context>
<context>
    <name>regnet::ParallelTab</name>
    <message>
        <source>These networks have no two known properties that differ. Trained populations have.</source>
        <translation>이 네트워크들에는 값이 서로 다른 알려진 속성이 둘 이상 없습니다. 학습된 모집단에는 있습니다.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Which properties have a column</source>
        <translation>열로 표시할 속성</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>열(&amp;C)</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>처음 상태로</translation>
    </message>
</context>
<context>
    <name>regnet::ParameterPanel</name>
    <message>
        <source>Widths: u = w0 + wa·j</source>
        <translation>너비: u = w0 + wa·j</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Stem, head and input</source>
        <translation>스템, 헤드, 입력</translation>
    </message>
    <message>
        <source>This network is given by its stages, not by a line.</source>
        <translation>이 네트워크는 직선이 아니라 스테이지로 주어졌습니다.</translation>
    </message>
    <message>
        <source>Fit a line to it</source>
        <translation>직선 적합</translation>
    </message>
    <message>
        <source>The RegNet whose widths are nearest to these stages (smallest e_fit, paper section 3.3)</source>
        <translation>너비가 이 스테이지와 가장 가까운 RegNet(가장 작은 e_fit, 논문 3.3절)</translation>
    </message>
    <message>
        <source>Depth d</source>
        <translation>깊이 d</translation>
    </message>
    <message>
        <source>Blocks in all stages together: j runs from 0 to d − 1. The last block is about w0 + wa·d wide. Paper section 3.3; the best models have about 20 at any size (section 4).</source>
        <translation>모든 스테이지의 블록 수: j는 0부터 d − 1까지입니다. 마지막 블록의 너비는 약 w0 + wa·d입니다. 논문 3.3절. 가장 좋은 모델은 크기와 상관없이 약 20입니다(4절).</translation>
    </message>
    <message>
        <source>Limits: 1 to 1024 blocks, the most that the plots draw. The paper samples d below 64.</source>
        <translation>한계: 블록 1~1024개로, 그래프에 그릴 수 있는 최대입니다. 논문은 64 미만의 d를 뽑습니다.</translation>
    </message>
    <message>
        <source>Initial width w0</source>
        <translation>초기 너비 w0</translation>
    </message>
    <message>
        <source>Channels of block 0, where the line u = w0 + wa·j begins. Paper equation 2.</source>
        <translation>직선 u = w0 + wa·j가 시작하는 블록 0의 채널 수. 논문 식 2.</translation>
    </message>
    <message>
        <source>Limits: a multiple of 8 above 0, because widths are quantised from it in steps of 8. The paper samples 8 to 256.</source>
        <translation>한계: 0보다 큰 8의 배수. 너비를 여기서부터 8 단위로 양자화하기 때문입니다. 논문은 8~256을 뽑습니다.</translation>
    </message>
    <message>
        <source>Slope wa</source>
        <translation>기울기 wa</translation>
    </message>
    <message>
        <source>Channels that each block is wider than the one before, u = w0 + wa·j. 0 gives one stage. Paper equation 2.</source>
        <translation>블록이 앞 블록보다 넓어지는 채널 수, u = w0 + wa·j. 0이면 스테이지가 하나입니다. 논문 식 2.</translation>
    </message>
    <message>
        <source>Limits: 0 or more, because widths must not shrink. The paper samples up to 256.</source>
        <translation>한계: 0 이상. 너비가 줄어서는 안 되기 때문입니다. 논문은 256까지 뽑습니다.</translation>
    </message>
    <message>
        <source>Width multiplier wm</source>
        <translation>너비 배율 wm</translation>
    </message>
    <message>
        <source>Factor between the widths of two stages: levels lie at w0·wm^k, and each block takes the nearest. A larger wm gives fewer stages. Paper equations 3 and 4.</source>
        <translation>두 스테이지 너비의 비율: 준위는 w0·wm^k에 있고, 블록은 가장 가까운 준위를 택합니다. wm이 클수록 스테이지가 적어집니다. 논문 식 3과 4.</translation>
    </message>
    <message>
        <source>Limits: above 1, because equal levels would have no order. The paper samples 1.5 to 3; the best models have about 2.5.</source>
        <translation>한계: 1보다 큼. 준위가 같으면 순서가 없기 때문입니다. 논문은 1.5~3을 뽑으며, 가장 좋은 모델은 약 2.5입니다.</translation>
    </message>
    <message>
        <source>Stages wanted</source>
        <translation>원하는 스테이지 수</translation>
    </message>
    <message>
        <source>How many stages the network should have. Other counts are described, but marked. The paper uses 4.</source>
        <translation>네트워크가 가져야 할 스테이지 수. 다른 개수도 설명하지만 표시가 붙습니다. 논문은 4를 씁니다.</translation>
    </message>
    <message>
        <source>Limits: 1 to 8. Beyond 8 the resolution of 224 pixels is used up.</source>
        <translation>한계: 1~8. 8을 넘으면 224픽셀의 해상도를 다 써 버립니다.</translation>
    </message>
    <message>
        <source>Bottleneck ratio b</source>
        <translation>병목 비율 b</translation>
    </message>
    <message>
        <source>The 3×3 convolution of a block is width / b channels wide; b below 1 widens it (inverted bottleneck). Means nothing for blocks without a bottleneck. Paper section 3.2; b = 1 is best.</source>
        <translation>블록의 3×3 합성곱은 너비 / b 채널입니다. b가 1보다 작으면 넓어집니다(역병목). 병목이 없는 블록에는 의미가 없습니다. 논문 3.2절. b = 1이 가장 좋습니다.</translation>
    </message>
    <message>
        <source>Limits: an integer, or one divided by an integer; others can rarely be divided into groups.</source>
        <translation>한계: 정수 또는 1을 정수로 나눈 값. 다른 값은 그룹으로 나누어지는 경우가 드뭅니다.</translation>
    </message>
    <message>
        <source>Group width g</source>
        <translation>그룹 너비 g</translation>
    </message>
    <message>
        <source>Channels in one group of the 3×3 convolution: groups = width / b / g. 1 is a depthwise convolution. Widths that g does not divide are changed, as the stage table says. Paper section 3.2.</source>
        <translation>3×3 합성곱의 그룹 하나의 채널 수: 그룹 수 = 너비 / b / g. 1이면 깊이별 합성곱입니다. g로 나누어지지 않는 너비는 스테이지 표에 나오는 대로 바뀝니다. 논문 3.2절.</translation>
    </message>
    <message>
        <source>Limits: 1 to 4096 channels; a group wider than the bottleneck is cut to it.</source>
        <translation>한계: 1~4096채널. 병목보다 넓은 그룹은 병목에 맞춰 줄입니다.</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation ratio</source>
        <translation>Squeeze-and-excitation 비율</translation>
    </message>
    <message>
        <source>Width of the squeeze as a share of the block&apos;s input width; 0 is none. RegNetY is RegNetX with 0.25. Paper section 4, RegNetY.</source>
        <translation>블록 입력 너비에 대한 squeeze 너비의 비율. 0이면 없습니다. RegNetY는 RegNetX에 0.25를 쓴 것입니다. 논문 4절, RegNetY.</translation>
    </message>
    <message>
        <source>Limits: 0 to 4. Above 1 the squeeze is wider than what it squeezes.</source>
        <translation>한계: 0~4. 1을 넘으면 squeeze가 그 입력보다 넓습니다.</translation>
    </message>
    <message>
        <source>Block type</source>
        <translation>블록 종류</translation>
    </message>
    <message>
        <source>X: with groups</source>
        <translation>X: 그룹 사용</translation>
    </message>
    <message>
        <source>R: one group</source>
        <translation>R: 그룹 하나</translation>
    </message>
    <message>
        <source>V: one 3×3</source>
        <translation>V: 3×3 하나</translation>
    </message>
    <message>
        <source>VR: 3×3, residual</source>
        <translation>VR: 3×3, 잔차</translation>
    </message>
    <message>
        <source>vanilla</source>
        <translation>vanilla</translation>
    </message>
    <message>
        <source>res_basic</source>
        <translation>res_basic</translation>
    </message>
    <message>
        <source>res_bottleneck_linear</source>
        <translation>res_bottleneck_linear</translation>
    </message>
    <message>
        <source>What a block is made of: X of the paper (Figure 4; with squeeze-and-excitation it is Y), its variants R, V (one 3×3) and VR (with a residual) of Figure 23, and others of the reference implementation: vanilla and res_basic have two 3×3.</source>
        <translation>블록의 구성: 논문의 X(그림 4, squeeze-and-excitation을 쓰면 Y), 그림 23의 변형 R, V(3×3 하나), VR(잔차 포함), 그리고 참조 구현의 나머지입니다. vanilla와 res_basic에는 3×3이 두 개 있습니다.</translation>
    </message>
    <message>
        <source>block type</source>
        <translation>블록 종류</translation>
    </message>
    <message>
        <source>Stem type</source>
        <translation>스템 종류</translation>
    </message>
    <message>
        <source>simple: 3×3</source>
        <translation>simple: 3×3</translation>
    </message>
    <message>
        <source>res: 7×7, pool</source>
        <translation>res: 7×7, 풀링</translation>
    </message>
    <message>
        <source>cifar: 3×3</source>
        <translation>cifar: 3×3</translation>
    </message>
    <message>
        <source>The first layer: 3×3 with stride 2 (paper section 3.2), 7×7 with max-pool as in ResNet, or 3×3 with stride 1 for small images.</source>
        <translation>첫 번째 층: 스트라이드 2의 3×3(논문 3.2절), ResNet처럼 최대 풀링이 있는 7×7, 또는 작은 이미지를 위한 스트라이드 1의 3×3.</translation>
    </message>
    <message>
        <source>stem type</source>
        <translation>스템 종류</translation>
    </message>
    <message>
        <source>Stem width</source>
        <translation>스템 너비</translation>
    </message>
    <message>
        <source>Channels of the stem. 32 in the paper (section 3.2).</source>
        <translation>스템의 채널 수. 논문에서는 32(3.2절).</translation>
    </message>
    <message>
        <source>Limits: 1 to 65536 channels.</source>
        <translation>한계: 1~65536채널.</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>헤드 너비</translation>
    </message>
    <message>
        <source>Channels of an extra 1×1 convolution before the pooling; 0 is none, as in the paper.</source>
        <translation>풀링 앞에 더하는 1×1 합성곱의 채널 수. 논문처럼 0이면 없습니다.</translation>
    </message>
    <message>
        <source>Limits: 0 to 65536 channels.</source>
        <translation>한계: 0~65536채널.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Outputs of the last layer: 1000 for ImageNet, 10 for CIFAR-10.</source>
        <translation>마지막 층의 출력 수: ImageNet은 1000, CIFAR-10은 10.</translation>
    </message>
    <message>
        <source>Limits: 1 to 1,000,000 classes.</source>
        <translation>한계: 클래스 1~1,000,000개.</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Side of the square input in pixels. FLOPs and activations grow with its square.</source>
        <translation>정사각형 입력의 한 변(픽셀). FLOPs와 활성값은 그 제곱으로 커집니다.</translation>
    </message>
    <message>
        <source>Limits: 1 to 8192 pixels. The paper uses 224.</source>
        <translation>한계: 1~8192픽셀. 논문은 224를 씁니다.</translation>
    </message>
</context>
<context>
    <name>regnet::PinBar</name>
    <message>
        <source>Show %1: %2 FLOPs, %3 parameters</source>
        <translation>%1 표시: FLOPs %2, 파라미터 %3</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Remove pin %1</source>
        <translation>고정 %1 해제</translation>
    </message>
</context>
<context>
    <name>regnet::PlotWidget</name>
    <message>
        <source>6.5·√f M (paper)</source>
        <translation>6.5·√f M(논문)</translation>
    </message>
    <message>
        <source>3 + 5.5·f M (paper)</source>
        <translation>3 + 5.5·f M(논문)</translation>
    </message>
    <message>
        <source>f is FLOPs in G. Fitted to good models in Figure 12 of the paper.</source>
        <translation>f는 G 단위의 FLOPs입니다. 논문 그림 12에서 좋은 모델에 적합한 것입니다.</translation>
    </message>
    <message>
        <source>RegNetY</source>
        <translation>RegNetY</translation>
    </message>
    <message>
        <source>RegNetX</source>
        <translation>RegNetX</translation>
    </message>
    <message>
        <source>Published models, paper section 5</source>
        <translation>발표된 모델, 논문 5절</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>FLOPs against activations, with the published RegNets</source>
        <translation>FLOPs와 활성값, 발표된 RegNet과 함께</translation>
    </message>
    <message>
        <source>FLOPs against parameters, with the published RegNets</source>
        <translation>FLOPs와 파라미터, 발표된 RegNet과 함께</translation>
    </message>
    <message>
        <source>level w0·wm^k</source>
        <translation>준위 w0·wm^k</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>stage start</source>
        <translation>스테이지 시작</translation>
    </message>
    <message>
        <source>s%1</source>
        <translation>s%1</translation>
    </message>
    <message>
        <source>u = w0 + wa·j</source>
        <translation>u = w0 + wa·j</translation>
    </message>
    <message>
        <source>Width of each block, the line that it comes from, and the levels it snaps to</source>
        <translation>각 블록의 너비, 그것이 나온 직선, 그리고 맞춰지는 준위</translation>
    </message>
    <message>
        <source>block j</source>
        <translation>블록 j</translation>
    </message>
    <message>
        <source>width (channels)</source>
        <translation>너비(채널)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Block %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;블록 %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source> of stage %1</source>
        <translation>, 스테이지 %1</translation>
    </message>
    <message>
        <source>line</source>
        <translation>line</translation>
    </message>
    <message>
        <source>level</source>
        <translation>준위</translation>
    </message>
    <message>
        <source>rounded</source>
        <translation>반올림</translation>
    </message>
    <message>
        <source>snapped</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>multiple of 8</source>
        <translation>8의 배수</translation>
    </message>
    <message>
        <source>after group fix</source>
        <translation>그룹 보정 후</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>경고: %1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>데이터 복사</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
</context>
<context>
    <name>regnet::PopulationModel</name>
    <message>
        <source>%1 (paper)</source>
        <translation>%1(논문)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>p = %1, %2; after Holm&apos;s correction for all rows %3</source>
        <translation>p = %1, %2; 모든 행에 대한 Holm 보정 후 %3</translation>
    </message>
    <message>
        <source>Mann-Whitney: p = %1, %2</source>
        <translation>Mann-Whitney: p = %1, %2</translation>
    </message>
    <message>
        <source>population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>Tick what the figure shows; drag a row to change the order</source>
        <translation>그림에 표시할 것을 체크하십시오. 행을 끌어 순서를 바꿉니다</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>networks, finished and failed</source>
        <translation>완료되거나 실패한 네트워크</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>diverged, out of memory, crashed: they count as infinite error</source>
        <translation>발산, 메모리 부족, 비정상 종료: 무한대 오차로 셉니다</translation>
    </message>
    <message>
        <source>min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>lowest error, %, of finished networks</source>
        <translation>완료된 네트워크의 가장 낮은 오차, %</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>mean error, %, of finished networks</source>
        <translation>완료된 네트워크의 평균 오차, %</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5 %</translation>
    </message>
    <message>
        <source>error that 5 % of the networks reach; ∞ on the plateau of failures</source>
        <translation>네트워크의 5 %가 도달하는 오차. 실패 구간에서는 ∞</translation>
    </message>
    <message>
        <source>50 %</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>error that half of the networks reach; ∞ on the plateau of failures</source>
        <translation>네트워크의 절반이 도달하는 오차. 실패 구간에서는 ∞</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Kolmogorov-Smirnov: largest distance to the first ticked population&apos;s curve</source>
        <translation>Kolmogorov-Smirnov: 첫 번째로 체크한 모집단의 곡선과 가장 먼 거리</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>chance of such a distance between two samples of one population (two-sided), corrected for all rows (Holm)</source>
        <translation>같은 모집단의 두 표본 사이에 이런 거리가 나올 확률(양측), 모든 행에 대해 보정(Holm)</translation>
    </message>
    <message>
        <source>better</source>
        <translation>우세</translation>
    </message>
    <message>
        <source>P(better): chance that a network of this population has a lower error than one of the first ticked one (Mann-Whitney); ties count half</source>
        <translation>P(better): 이 모집단의 네트워크가 첫 번째로 체크한 모집단의 네트워크보다 오차가 낮을 확률(Mann-Whitney). 동점은 절반으로 셉니다</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 보이기</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>%1 숨기기</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 옮기기</translation>
    </message>
</context>
<context>
    <name>regnet::PopulationPanel</name>
    <message>
        <source>as it is</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>How many different networks are drawn</source>
        <translation>서로 다른 네트워크를 몇 개 뽑을지</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same space, number and seed give the same networks</source>
        <translation>공간, 개수, 시드가 같으면 같은 네트워크가 나옵니다</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>연산량 영역</translation>
    </message>
    <message>
        <source>FLOPs as in the paper, or small for a CPU</source>
        <translation>논문과 같은 FLOPs 또는 CPU용으로 작게</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Under which the population is kept in the store</source>
        <translation>저장소에 모집단을 보관할 이름</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>뽑기</translation>
    </message>
    <message>
        <source>Draws the networks and keeps them in the store</source>
        <translation>네트워크를 뽑아 저장소에 보관합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stops drawing; nothing is kept</source>
        <translation>뽑기를 멈추며, 보관하지 않습니다</translation>
    </message>
    <message>
        <source>Train this population…</source>
        <translation>이 모집단 학습…</translation>
    </message>
    <message>
        <source>Opens the Train dialog with these networks</source>
        <translation>이 네트워크들로 학습 대화 상자를 엽니다</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>The line for a terminal that draws and keeps the same networks</source>
        <translation>같은 네트워크를 뽑아 보관하는 터미널 명령</translation>
    </message>
    <message>
        <source>Networks of the population</source>
        <translation>모집단의 네트워크</translation>
    </message>
    <message>
        <source>No population was sampled yet.</source>
        <translation>아직 뽑은 모집단이 없습니다.</translation>
    </message>
    <message>
        <source>Stopped: nothing was kept.</source>
        <translation>중지했습니다. 보관한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The population needs a name.</source>
        <translation>모집단에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Drawing %1 networks…</source>
        <translation>네트워크 %1개를 뽑는 중…</translation>
    </message>
    <message>
        <source>On average %1 FLOPs and %2 parameters, at most %3 FLOPs.</source>
        <translation>평균 FLOPs %1, 파라미터 %2, 최대 FLOPs %3.</translation>
    </message>
    <message>
        <source>The built-in images do not fit them (%1); choose another data set to train them.</source>
        <translation>내장 이미지가 이 네트워크들에 맞지 않습니다(%1). 학습하려면 다른 데이터셋을 고르십시오.</translation>
    </message>
    <message>
        <source>How long training them with %1 takes is not known before the first of such trainings has run on this machine.</source>
        <translation>%1(으)로 학습하는 데 걸리는 시간은 이 컴퓨터에서 그런 학습을 처음 실행하기 전에는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Training them with %1 takes about %2 on the %3 cores of this machine, from measured speed, and %4 on disk.</source>
        <translation>%1(으)로 학습하면 이 컴퓨터의 코어 %3개에서 측정된 속도로 약 %2, 디스크 %4이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>%1 networks from %2 candidates (%3 % accepted). </source>
        <translation>후보 %2개에서 네트워크 %1개(%3 % 받아들여짐). </translation>
    </message>
    <message>
        <source>Kept in the store as &quot;%1&quot;.</source>
        <translation>저장소에 &quot;%1&quot;(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>Not kept: %1</source>
        <translation>보관하지 않음: %1</translation>
    </message>
    <message>
        <source>Not kept: there is no store.</source>
        <translation>보관하지 않음: 저장소가 없습니다.</translation>
    </message>
    <message>
        <source>Sampling is over</source>
        <translation>표본 뽑기가 끝났습니다</translation>
    </message>
</context>
<context>
    <name>regnet::PopulationsModel</name>
    <message>
        <source>%1
Networks: %2, space: %3, seed %4
%5</source>
        <translation>%1
네트워크: %2, 공간: %3, 시드 %4
%5</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>학습되지 않음</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>모든 작업</translation>
    </message>
    <message>
        <source>Trainings that ended, of all</source>
        <translation>전체 중 끝난 학습</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남은 시간</translation>
    </message>
</context>
<context>
    <name>regnet::ProfileForm</name>
    <message>
        <source>The cluster, and files there</source>
        <translation>클러스터와 그곳의 파일</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>lab</source>
        <translation>lab</translation>
    </message>
    <message>
        <source>Of this profile: letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;. The place of a job in the queue.</source>
        <translation>이 프로필의 이름: 영문자, 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos;. 대기열에서 작업의 위치로 쓰입니다.</translation>
    </message>
    <message>
        <source>&amp;Login node</source>
        <translation>로그인 노드(&amp;L)</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>For ssh, with your own configuration and keys: &quot;ssh HOST true&quot; must work by itself. Empty: sbatch runs on this machine.</source>
        <translation>사용자의 설정과 키로 ssh에 씁니다: &quot;ssh HOST true&quot;가 그대로 동작해야 합니다. 비우면 sbatch를 이 컴퓨터에서 실행합니다.</translation>
    </message>
    <message>
        <source>in a folder that both sides see</source>
        <translation>양쪽에서 보이는 폴더에</translation>
    </message>
    <message>
        <source>copied there and back by rsync</source>
        <translation>rsync로 보내고 받아 오기</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>파일(&amp;I)</translation>
    </message>
    <message>
        <source>Job folders, logs and checkpoints: on a shared file system, or copied</source>
        <translation>작업 폴더, 로그, 체크포인트: 공유 파일 시스템에 두거나 복사</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>폴더(&amp;D)</translation>
    </message>
    <message>
        <source>the same path as here</source>
        <translation>여기와 같은 경로</translation>
    </message>
    <message>
        <source>The spool as the cluster sees it</source>
        <translation>클러스터에서 본 스풀 폴더</translation>
    </message>
    <message>
        <source>&amp;Worker</source>
        <translation>워커(&amp;W)</translation>
    </message>
    <message>
        <source>/home/me/regnet-worker</source>
        <translation>/home/me/regnet-worker</translation>
    </message>
    <message>
        <source>regnet-worker as the compute nodes see it; with an image, its path inside it</source>
        <translation>계산 노드에서 본 regnet-worker의 경로. 이미지를 쓰면 이미지 안의 경로</translation>
    </message>
    <message>
        <source>&amp;Modules</source>
        <translation>모듈(&amp;M)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Environment modules that are loaded first, with blanks between them: cuda/12 gcc</source>
        <translation>먼저 불러올 환경 모듈, 공백으로 구분: cuda/12 gcc</translation>
    </message>
    <message>
        <source>Ap&amp;ptainer image</source>
        <translation>Apptainer 이미지(&amp;P)</translation>
    </message>
    <message>
        <source>The worker is started inside this image</source>
        <translation>워커를 이 이미지 안에서 시작합니다</translation>
    </message>
    <message>
        <source>What each task asks of Slurm</source>
        <translation>태스크마다 Slurm에 요청하는 것</translation>
    </message>
    <message>
        <source>Slurm&apos;s own choice</source>
        <translation>Slurm이 정함</translation>
    </message>
    <message>
        <source>Pa&amp;rtition</source>
        <translation>파티션(&amp;R)</translation>
    </message>
    <message>
        <source>&quot;sinfo&quot; lists them</source>
        <translation>&quot;sinfo&quot;로 볼 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>계정(&amp;A)</translation>
    </message>
    <message>
        <source>Who pays for it</source>
        <translation>비용을 부담하는 계정</translation>
    </message>
    <message>
        <source>&amp;QOS</source>
        <translation>QOS(&amp;Q)</translation>
    </message>
    <message>
        <source>&quot;sacctmgr show qos&quot; lists them</source>
        <translation>&quot;sacctmgr show qos&quot;로 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Cons&amp;traint</source>
        <translation>제약(&amp;T)</translation>
    </message>
    <message>
        <source>Features that a node must have: a100&amp;ib</source>
        <translation>노드에 있어야 하는 특성: a100&amp;ib</translation>
    </message>
    <message>
        <source>&amp;GPUs</source>
        <translation>GPU(&amp;G)</translation>
    </message>
    <message>
        <source>A task; without one it trains on cores</source>
        <translation>태스크당. 없으면 코어에서 학습합니다</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>코어(&amp;C)</translation>
    </message>
    <message>
        <source>A task</source>
        <translation>태스크당</translation>
    </message>
    <message>
        <source>Memor&amp;y</source>
        <translation>메모리(&amp;Y)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Tim&amp;e limit</source>
        <translation>시간 제한(&amp;E)</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 분</translation>
    </message>
    <message>
        <source>Of a task. Before its end the worker writes a checkpoint, and the task is queued again by itself.</source>
        <translation>태스크당. 끝나기 전에 워커가 체크포인트를 쓰고, 태스크는 자동으로 다시 대기열에 들어갑니다.</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>옵션(&amp;O)</translation>
    </message>
    <message>
        <source>More of sbatch&apos;s options, with blanks between them: --exclusive --nice=100</source>
        <translation>sbatch의 추가 옵션, 공백으로 구분: --exclusive --nice=100</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Ta&amp;sks at once</source>
        <translation>동시 태스크(&amp;S)</translation>
    </message>
    <message>
        <source>Of an array, at the same time</source>
        <translation>배열 하나에서 동시에 실행하는 수</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>&amp;Jobs a task</source>
        <translation>태스크당 작업(&amp;J)</translation>
    </message>
    <message>
        <source>A task works through so many short jobs, while its time lasts</source>
        <translation>태스크 하나가 시간이 허락하는 동안 이만큼의 짧은 작업을 이어서 처리합니다</translation>
    </message>
    <message>
        <source>As&amp;k every</source>
        <translation>묻는 간격(&amp;K)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>Least time between two questions to the controller; without any, files alone tell</source>
        <translation>컨트롤러에 묻는 최소 간격. 없으면 파일로만 알 수 있습니다</translation>
    </message>
    <message>
        <source>never</source>
        <translation>묻지 않음</translation>
    </message>
</context>
<context>
    <name>regnet::QuantisationPlot</name>
    <message>
        <source>Quantisation plot</source>
        <translation>양자화 그래프</translation>
    </message>
    <message>
        <source>These settings describe no network. The line above says why.</source>
        <translation>이 설정으로는 네트워크가 되지 않습니다. 이유는 위 줄에 있습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::QueueModel</name>
    <message>
        <source>Job %1, network %2…</source>
        <translation>작업 %1, 네트워크 %2…</translation>
    </message>
    <message>
        <source>The best epoch on the test images</source>
        <translation>테스트 이미지에서 가장 좋은 에포크</translation>
    </message>
    <message>
        <source>The newest epoch on the test images</source>
        <translation>테스트 이미지에서 가장 최근 에포크</translation>
    </message>
    <message>
        <source>Recipe %1</source>
        <translation>레시피 %1</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Beginning of its name</source>
        <translation>이름의 앞부분</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>The first population that asked for it</source>
        <translation>이 작업을 처음 요청한 모집단</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Epochs that are done, of the recipe&apos;s</source>
        <translation>레시피의 에포크 중 끝난 것</translation>
    </message>
    <message>
        <source>s / epoch</source>
        <translation>초/에포크</translation>
    </message>
    <message>
        <source>Time an epoch takes, on average</source>
        <translation>에포크 하나에 걸리는 평균 시간</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time until it is done, at its own speed</source>
        <translation>자기 속도로 완료될 때까지의 시간</translation>
    </message>
    <message>
        <source>Error %</source>
        <translation>오차 %</translation>
    </message>
    <message>
        <source>On test images: of the best epoch when done, of the newest before</source>
        <translation>테스트 이미지에서: 완료되면 가장 좋은 에포크, 그 전에는 가장 최근 에포크</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Multiply-adds an image</source>
        <translation>이미지 하나당 곱셈-덧셈</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>Time spent in its epochs</source>
        <translation>에포크에 쓴 시간</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>How often a worker was started for it</source>
        <translation>이 작업을 위해 워커를 시작한 횟수</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Higher goes first; 0 is usual</source>
        <translation>높을수록 먼저 실행하며, 보통은 0입니다</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>The reason of its state</source>
        <translation>그 상태가 된 이유</translation>
    </message>
</context>
<context>
    <name>regnet::QueuePanel</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Jobs whose name, network, population, space, recipe, device or reason has this in it</source>
        <translation>이름, 네트워크, 모집단, 공간, 레시피, 장치 또는 이유에 이 말이 들어 있는 작업</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>작업 검색</translation>
    </message>
    <message>
        <source>Which jobs are shown</source>
        <translation>표시할 작업</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>Populations</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Train a population</source>
        <translation>모집단 학습</translation>
    </message>
    <message>
        <source>No job is like that.</source>
        <translation>해당하는 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>모든 작업 보기</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1 works this queue off; this window follows</source>
        <translation>%1이(가) 이 대기열을 처리하고 있으며, 이 창은 따라 보여 줍니다</translation>
    </message>
    <message>
        <source>waiting for checkpoints</source>
        <translation>체크포인트를 기다리는 중</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>대기열이 일시 정지됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Training waits for room on the disk: %1. It goes on by itself when there is room.</source>
        <translation>디스크 공간을 기다리느라 학습이 멈췄습니다: %1. 공간이 생기면 자동으로 계속합니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>우선순위 %1</translation>
    </message>
    <message>
        <source>Go first</source>
        <translation>맨 먼저</translation>
    </message>
    <message>
        <source>Go last</source>
        <translation>맨 나중</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>%1(으)로 보내기</translation>
    </message>
    <message>
        <source>Take back the import</source>
        <translation>가져오기 취소</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>학습…</translation>
    </message>
    <message>
        <source>Sample a population and train it</source>
        <translation>모집단을 뽑아 학습</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Work off all that is queued</source>
        <translation>대기 중인 모든 작업을 처리합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Write checkpoints and stop; Start goes on from there</source>
        <translation>체크포인트를 쓰고 멈춥니다. 시작을 누르면 거기서부터 계속합니다</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>대기열 일시 정지</translation>
    </message>
    <message>
        <source>The selected jobs stop at a checkpoint and wait</source>
        <translation>선택한 작업을 체크포인트에서 멈추고 기다립니다</translation>
    </message>
    <message>
        <source>The selected jobs may go on</source>
        <translation>선택한 작업을 계속합니다</translation>
    </message>
    <message>
        <source>The selected failed or cancelled jobs are queued again</source>
        <translation>선택한 실패하거나 취소된 작업을 다시 대기열에 넣습니다</translation>
    </message>
    <message>
        <source>The selected jobs are given up; what is done stays</source>
        <translation>선택한 작업을 포기합니다. 완료된 것은 남습니다</translation>
    </message>
    <message>
        <source>First</source>
        <translation>맨 앞</translation>
    </message>
    <message>
        <source>The selected jobs go before all others</source>
        <translation>선택한 작업을 다른 모든 작업보다 먼저 실행합니다</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Raise the priority of the selected jobs by one</source>
        <translation>선택한 작업의 우선순위를 하나 높입니다</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Lower the priority of the selected jobs by one</source>
        <translation>선택한 작업의 우선순위를 하나 낮춥니다</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>맨 뒤</translation>
    </message>
    <message>
        <source>The selected jobs go behind all others</source>
        <translation>선택한 작업을 다른 모든 작업 뒤에 실행합니다</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>대기열 계속</translation>
    </message>
    <message>
        <source>Jobs are started again, here and by the command line</source>
        <translation>여기에서도 명령줄에서도 작업을 다시 시작합니다</translation>
    </message>
    <message>
        <source>All running jobs stop at a checkpoint, and nothing is started, here or by the command line, until the queue is resumed</source>
        <translation>실행 중인 모든 작업이 체크포인트에서 멈추고, 대기열을 계속할 때까지 여기에서도 명령줄에서도 아무것도 시작하지 않습니다</translation>
    </message>
    <message>
        <source>Cancel all jobs that are not done?</source>
        <translation>완료되지 않은 모든 작업을 취소하시겠습니까?</translation>
    </message>
    <message>
        <source>Cancel all jobs of %1 that are not done?</source>
        <translation>완료되지 않은 %1의 모든 작업을 취소하시겠습니까?</translation>
    </message>
    <message>
        <source>Cancel this job?</source>
        <translation>이 작업을 취소하시겠습니까?</translation>
    </message>
    <message>
        <source>Cancel %1 jobs?</source>
        <translation>작업 %1개를 취소하시겠습니까?</translation>
    </message>
    <message>
        <source>Cancel jobs</source>
        <translation>작업 취소</translation>
    </message>
    <message>
        <source>They have been training for %1 together, and give no result. Results of finished jobs stay.</source>
        <translation>모두 합쳐 %1 동안 학습했으며 결과를 내지 않습니다. 완료된 작업의 결과는 남습니다.</translation>
    </message>
    <message>
        <source>Results of finished jobs stay.</source>
        <translation>완료된 작업의 결과는 남습니다.</translation>
    </message>
    <message>
        <source>Cancel the jobs</source>
        <translation>작업 취소</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>대기열 일시 정지</translation>
    </message>
    <message>
        <source>Pause its jobs</source>
        <translation>이 작업들 일시 정지</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>대기열 계속</translation>
    </message>
    <message>
        <source>Resume its jobs</source>
        <translation>이 작업들 계속</translation>
    </message>
    <message>
        <source>Retry all failed and cancelled jobs</source>
        <translation>실패하거나 취소된 모든 작업 재시도</translation>
    </message>
    <message>
        <source>Retry its failed and cancelled jobs</source>
        <translation>실패하거나 취소된 이 작업들 재시도</translation>
    </message>
    <message>
        <source>Cancel all jobs…</source>
        <translation>모든 작업 취소…</translation>
    </message>
    <message>
        <source>Cancel its jobs…</source>
        <translation>작업 취소…</translation>
    </message>
    <message>
        <source>Send to cluster…</source>
        <translation>클러스터로 보내기…</translation>
    </message>
    <message>
        <source>The selected jobs that are not done are trained by a cluster that Slurm runs</source>
        <translation>선택한 미완료 작업을 Slurm이 관리하는 클러스터에서 학습합니다</translation>
    </message>
    <message>
        <source>The selected jobs are trained on this machine; what runs on a cluster writes a checkpoint first, and goes on from it here</source>
        <translation>선택한 작업을 이 컴퓨터에서 학습합니다. 클러스터에서 실행 중인 것은 먼저 체크포인트를 쓰고 여기에서 이어서 계속합니다</translation>
    </message>
    <message>
        <source>Bring in results…</source>
        <translation>결과 가져오기…</translation>
    </message>
    <message>
        <source>Of a folder with job arrays that was submitted by hand and came back</source>
        <translation>직접 제출했다가 돌아온 작업 배열 폴더의 결과</translation>
    </message>
    <message numerus="yes">
        <source>%n selected job(s)</source>
        <translation>
            <numerusform>선택한 작업 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs of the queue that are not done</source>
        <translation>대기열의 완료되지 않은 모든 작업</translation>
    </message>
    <message>
        <source>All jobs of %1 that are not done</source>
        <translation>%1의 완료되지 않은 모든 작업</translation>
    </message>
    <message>
        <source>Cancel a job array</source>
        <translation>작업 배열 취소</translation>
    </message>
    <message>
        <source>Cancel all jobs of this array?</source>
        <translation>이 배열의 모든 작업을 취소하시겠습니까?</translation>
    </message>
    <message>
        <source>Those that are running give no result. Results of finished jobs stay.</source>
        <translation>실행 중인 것은 결과를 내지 않습니다. 완료된 작업의 결과는 남습니다.</translation>
    </message>
    <message>
        <source>The folder that came back</source>
        <translation>돌아온 폴더</translation>
    </message>
    <message>
        <source>Send all jobs to a cluster…</source>
        <translation>모든 작업을 클러스터로 보내기…</translation>
    </message>
    <message>
        <source>Send its jobs to a cluster…</source>
        <translation>이 작업들을 클러스터로 보내기…</translation>
    </message>
    <message>
        <source>Bring all jobs back to this machine</source>
        <translation>모든 작업을 이 컴퓨터로 가져오기</translation>
    </message>
    <message>
        <source>Bring its jobs back to this machine</source>
        <translation>작업을 이 컴퓨터로 가져오기</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>작업 찾기</translation>
    </message>
    <message>
        <source>Nothing is waiting. A population is a sample of a space: its networks are trained here in the background, and their errors come to the Compare dock.</source>
        <translation>대기 중인 것이 없습니다. 모집단은 공간에서 뽑은 표본입니다. 그 네트워크들이 여기에서 백그라운드로 학습되고, 오차는 비교 도크에 나타납니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation>%1 이름 바꾸기</translation>
    </message>
    <message>
        <source>Rename the population…</source>
        <translation>모집단 이름 바꾸기…</translation>
    </message>
    <message>
        <source>The chosen population gets another name; undo gives it back</source>
        <translation>선택한 모집단의 이름을 바꿉니다. 실행 취소로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Delete the population…</source>
        <translation>모집단 삭제…</translation>
    </message>
    <message>
        <source>The chosen population goes, with its results; a copy of the store is kept</source>
        <translation>선택한 모집단을 결과와 함께 지웁니다. 저장소의 사본은 남습니다</translation>
    </message>
    <message>
        <source>Delete a population</source>
        <translation>모집단 삭제</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Finished results that go with it: %1.</source>
        <translation>함께 사라지는 완료된 결과: %1개.</translation>
    </message>
    <message>
        <source>Results that stay, because other populations have them too: %1.</source>
        <translation>다른 모집단에도 있어 남는 결과: %1개.</translation>
    </message>
    <message>
        <source>A copy of the store as it is now is kept beside it, and the files of its trainings in the folder “deleted” of the spool.</source>
        <translation>지금 저장소의 사본은 그 옆에, 학습 파일은 스풀의 폴더 “deleted”에 남습니다.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>그대로 두기</translation>
    </message>
</context>
<context>
    <name>regnet::RenameDialog</name>
    <message>
        <source>Rename a population</source>
        <translation>모집단 이름 바꾸기</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>%1의 새 이름</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Type another name first</source>
        <translation>먼저 다른 이름을 입력하십시오</translation>
    </message>
</context>
<context>
    <name>regnet::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>names the populations</source>
        <translation>모집단 이름을 씁니다</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>&amp;Open it in the browser</source>
        <translation>브라우저에서 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Populations</source>
        <translation>모집단(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>명령으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>One HTML page with the spaces, curves, tests, best networks, failures and costs; it needs no network and no program but a browser.</source>
        <translation>공간, 곡선, 검정, 가장 좋은 네트워크, 실패, 비용을 담은 HTML 한 페이지. 네트워크 연결도 브라우저 외의 프로그램도 필요 없습니다.</translation>
    </message>
    <message>
        <source>There is no population yet: open or train some, then come back.</source>
        <translation>아직 모집단이 없습니다. 몇 개를 열거나 학습한 뒤에 다시 오십시오.</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>웹 페이지 (*.html)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>쓰는 중…</translation>
    </message>
    <message>
        <source>Populations of the report</source>
        <translation>보고서의 모집단</translation>
    </message>
    <message>
        <source>The report is done</source>
        <translation>보고서가 완성되었습니다</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>regnet::ScatterFigure</name>
    <message>
        <source>%1, %2 networks</source>
        <translation>%1, 네트워크 %2개</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%2에 대한 %1</translation>
    </message>
    <message>
        <source>Scatter of %1: %2. %3</source>
        <translation>%1의 산점도: %2. %3</translation>
    </message>
    <message>
        <source>%1: best range</source>
        <translation>%1: 최상 범위</translation>
    </message>
    <message>
        <source>%1: best</source>
        <translation>%1: 최상</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 실패</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>실패: %1</translation>
    </message>
    <message>
        <source>Shaded: where the best network of a quarter of the sample lies, %1 % (empirical bootstrap, exact); a range of the winner, not a confidence interval: %2.</source>
        <translation>음영: 표본의 4분의 1에서 가장 좋은 네트워크가 있는 곳, %1 %(경험적 부트스트랩, 정확). 최상 네트워크의 범위이며 신뢰 구간이 아닙니다: %2.</translation>
    </message>
    <message>
        <source>Spearman ρ: %1.</source>
        <translation>Spearman ρ: %1.</translation>
    </message>
    <message>
        <source>error %1 %</source>
        <translation>오차 %1 %</translation>
    </message>
</context>
<context>
    <name>regnet::ScatterTab</name>
    <message>
        <source>No network here has both properties. Trained populations have all of theirs; of the paper&apos;s, the scatter panels have one (Paper ▸ Figure 2 middle).</source>
        <translation>여기에는 두 속성을 모두 가진 네트워크가 없습니다. 학습된 모집단은 모든 속성을 가지며, 논문의 모집단 중에는 산점도 패널이 하나를 가집니다(논문 ▸ 그림 2 가운데).</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Property along the horizontal axis</source>
        <translation>가로축의 속성</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Property along the vertical axis</source>
        <translation>세로축의 속성</translation>
    </message>
    <message>
        <source>Best ran&amp;ge</source>
        <translation>최상 범위(&amp;G)</translation>
    </message>
    <message>
        <source>Best range</source>
        <translation>최상 범위</translation>
    </message>
    <message>
        <source>Where the best network of a quarter of the sample lies, 95 % (empirical bootstrap of the paper, in closed form)</source>
        <translation>표본의 4분의 1에서 가장 좋은 네트워크가 있는 곳, 95 %(논문의 경험적 부트스트랩, 닫힌 형식)</translation>
    </message>
    <message>
        <source>&amp;x</source>
        <translation>&amp;x</translation>
    </message>
    <message>
        <source>&amp;y</source>
        <translation>&amp;y</translation>
    </message>
</context>
<context>
    <name>regnet::SelectionBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Select networks by ranges</source>
        <translation>범위로 네트워크 선택</translation>
    </message>
    <message>
        <source>select: depth=12:28 error=:40</source>
        <translation>선택: depth=12:28 error=:40</translation>
    </message>
    <message>
        <source>Ranges PROPERTY=LOW:HIGH with blanks between; an end may be left out. Or drag over a view; Shift adds, Ctrl pans</source>
        <translation>범위를 속성=최소:최대로 쓰고 공백으로 구분하며, 한쪽 끝은 생략할 수 있습니다. 또는 보기 위에서 끄십시오. Shift는 추가, Ctrl은 이동</translation>
    </message>
    <message>
        <source>Na&amp;rrow</source>
        <translation>좁히기(&amp;R)</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>좁히기</translation>
    </message>
    <message>
        <source>Makes a range a constraint of a child space</source>
        <translation>범위를 자식 공간의 제약으로 만듭니다</translation>
    </message>
    <message>
        <source>E&amp;xplorer</source>
        <translation>탐색기(&amp;X)</translation>
    </message>
    <message>
        <source>Follow in the explorer</source>
        <translation>탐색기에서 따라 보기</translation>
    </message>
    <message>
        <source>While pressed, the explorer shows the best of the selected networks</source>
        <translation>누른 동안 탐색기가 선택한 네트워크 중 가장 좋은 것을 표시합니다</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>지우기(&amp;L)</translation>
    </message>
    <message>
        <source>Selects nothing</source>
        <translation>선택을 해제합니다</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%2개 중 %1개 선택됨</translation>
    </message>
    <message>
        <source>Select networks, or show a scatter with a best range, first</source>
        <translation>먼저 네트워크를 선택하거나 최상 범위가 있는 산점도를 표시하십시오</translation>
    </message>
    <message>
        <source>select nothing</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>select networks</source>
        <translation>네트워크 선택</translation>
    </message>
</context>
<context>
    <name>regnet::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>설정 검색</translation>
    </message>
    <message>
        <source>No setting has all of these words.</source>
        <translation>이 단어가 모두 들어 있는 설정이 없습니다.</translation>
    </message>
    <message>
        <source>All of it is kept in %1</source>
        <translation>모두 %1에 저장됩니다</translation>
    </message>
</context>
<context>
    <name>regnet::ShareBars</name>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>스템</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>스테이지 %1</translation>
    </message>
    <message>
        <source>s%1</source>
        <translation>s%1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Shares of stem, stages and head</source>
        <translation>스템, 스테이지, 헤드의 비율</translation>
    </message>
    <message>
        <source>How FLOPs, parameters and activations are shared among the parts</source>
        <translation>FLOPs, 파라미터, 활성값이 각 부분에 어떻게 나뉘는지</translation>
    </message>
    <message>
        <source>share, from below (%)</source>
        <translation>비율, 아래부터(%)</translation>
    </message>
    <message>
        <source>Shares of FLOPs, parameters and activations</source>
        <translation>FLOPs, 파라미터, 활성값의 비율</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>%1 of %2: %3 (%4)</source>
        <translation>%2의 %1: %3(%4)</translation>
    </message>
    <message>
        <source>%1: %2 of FLOPs, %3 of parameters, %4 of activations</source>
        <translation>%1: FLOPs의 %2, 파라미터의 %3, 활성값의 %4</translation>
    </message>
</context>
<context>
    <name>regnet::ShortcutsDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>키와 마우스</translation>
    </message>
</context>
<context>
    <name>regnet::ShownText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; expected %2</source>
        <translation>%1. 올바른 값: %2</translation>
    </message>
</context>
<context>
    <name>regnet::SpaceEditor</name>
    <message>
        <source>Definition of the space</source>
        <translation>공간의 정의</translation>
    </message>
    <message>
        <source>It has no parent.</source>
        <translation>부모가 없습니다.</translation>
    </message>
    <message>
        <source>Derived from %1</source>
        <translation>%1에서 파생됨</translation>
    </message>
    <message>
        <source>This space is built in and cannot be changed: derive a child from it, or duplicate it.</source>
        <translation>이 공간은 내장된 것이라 바꿀 수 없습니다. 자식을 파생하거나 복제하십시오.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>공간의 이름</translation>
    </message>
    <message>
        <source>Under which the space stands in the tree and in populations</source>
        <translation>트리와 모집단에 표시되는 공간의 이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>What the space narrows, and why</source>
        <translation>공간이 좁히는 것과 그 이유</translation>
    </message>
    <message>
        <source>Stages of their own (AnyNet)</source>
        <translation>독립된 스테이지(AnyNet)</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>스테이지</translation>
    </message>
    <message>
        <source>Number of stages</source>
        <translation>스테이지 수</translation>
    </message>
    <message>
        <source>Depth of a stage</source>
        <translation>스테이지의 깊이</translation>
    </message>
    <message>
        <source>Blocks, paper section 3.2</source>
        <translation>블록 수, 논문 3.2절</translation>
    </message>
    <message>
        <source>Width of a stage</source>
        <translation>스테이지의 너비</translation>
    </message>
    <message>
        <source>Channels, paper section 3.2</source>
        <translation>채널 수, 논문 3.2절</translation>
    </message>
    <message>
        <source>Bottleneck ratio b</source>
        <translation>병목 비율 b</translation>
    </message>
    <message>
        <source>The 3×3 convolution is width / b wide</source>
        <translation>3×3 합성곱의 너비는 너비 / b입니다</translation>
    </message>
    <message>
        <source>Group width g</source>
        <translation>그룹 너비 g</translation>
    </message>
    <message>
        <source>Channels in a group of the 3×3 convolution</source>
        <translation>3×3 합성곱의 그룹 하나의 채널 수</translation>
    </message>
    <message>
        <source>any order</source>
        <translation>순서 제한 없음</translation>
    </message>
    <message>
        <source>never decrease (↑)</source>
        <translation>줄지 않음(↑)</translation>
    </message>
    <message>
        <source>all equal (=)</source>
        <translation>모두 같음(=)</translation>
    </message>
    <message>
        <source>never increase (↓)</source>
        <translation>늘지 않음(↓)</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Order of the stages&apos; widths</source>
        <translation>스테이지 너비의 순서</translation>
    </message>
    <message>
        <source>depths</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Order of the stages&apos; depths</source>
        <translation>스테이지 깊이의 순서</translation>
    </message>
    <message>
        <source>one b for all</source>
        <translation>b 하나로 공유</translation>
    </message>
    <message>
        <source>AnyNetX_B: a bottleneck ratio for all stages</source>
        <translation>AnyNetX_B: 모든 스테이지에 병목 비율 하나</translation>
    </message>
    <message>
        <source>one g for all</source>
        <translation>g 하나로 공유</translation>
    </message>
    <message>
        <source>AnyNetX_C: a group width for all stages</source>
        <translation>AnyNetX_C: 모든 스테이지에 그룹 너비 하나</translation>
    </message>
    <message>
        <source>g counts groups</source>
        <translation>g는 그룹 수</translation>
    </message>
    <message>
        <source>As in ResNeXt: g is the number of groups, not their width</source>
        <translation>ResNeXt처럼 g는 그룹 너비가 아니라 그룹 수입니다</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Stride of each stage</source>
        <translation>각 스테이지의 스트라이드</translation>
    </message>
    <message>
        <source>One for each stage, such as 1, 2, 2; empty: the same for all</source>
        <translation>스테이지마다 하나씩, 예: 1, 2, 2. 비우면 모두 같음</translation>
    </message>
    <message>
        <source>the same for all</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>Widths on a line (RegNet)</source>
        <translation>직선 위의 너비(RegNet)</translation>
    </message>
    <message>
        <source>Depth d</source>
        <translation>깊이 d</translation>
    </message>
    <message>
        <source>Blocks of the whole network</source>
        <translation>전체 네트워크의 블록 수</translation>
    </message>
    <message>
        <source>Initial width w0</source>
        <translation>초기 너비 w0</translation>
    </message>
    <message>
        <source>Where the line u = w0 + wa·j begins: multiples of 8</source>
        <translation>직선 u = w0 + wa·j가 시작하는 곳: 8의 배수</translation>
    </message>
    <message>
        <source>Slope wa</source>
        <translation>기울기 wa</translation>
    </message>
    <message>
        <source>Channels that each block is wider</source>
        <translation>블록마다 넓어지는 채널 수</translation>
    </message>
    <message>
        <source>w0 = wa</source>
        <translation>w0 = wa</translation>
    </message>
    <message>
        <source>The line starts at its slope: u = wa·(j + 1)</source>
        <translation>직선이 기울기에서 시작합니다: u = wa·(j + 1)</translation>
    </message>
    <message>
        <source>Width multiplier wm</source>
        <translation>너비 배율 wm</translation>
    </message>
    <message>
        <source>Factor between the widths of two stages, above 1</source>
        <translation>두 스테이지 너비의 비율, 1보다 큼</translation>
    </message>
    <message>
        <source>Fewest stages</source>
        <translation>스테이지 최소</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>Most stages</source>
        <translation>스테이지 최대</translation>
    </message>
    <message>
        <source>Such as 400M or 1.6G; empty: no limit</source>
        <translation>예: 400M 또는 1.6G. 비우면 제한 없음</translation>
    </message>
    <message>
        <source>%1: at least</source>
        <translation>%1: 최소</translation>
    </message>
    <message>
        <source>%1: at most</source>
        <translation>%1: 최대</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>params ≤ 3 + 5.5·f M</source>
        <translation>파라미터 ≤ 3 + 5.5·f M</translation>
    </message>
    <message>
        <source>The paper&apos;s curve of Figure 12; f is FLOPs in G</source>
        <translation>논문 그림 12의 곡선. f는 G 단위의 FLOPs</translation>
    </message>
    <message>
        <source>activations ≤ 6.5·√f M</source>
        <translation>활성값 ≤ 6.5·√f M</translation>
    </message>
    <message>
        <source>f of the curves</source>
        <translation>곡선의 f</translation>
    </message>
    <message>
        <source>FLOPs that the curves are taken at</source>
        <translation>곡선을 적용할 FLOPs</translation>
    </message>
    <message>
        <source>Such as 400M; empty: each network&apos;s own</source>
        <translation>예: 400M. 비우면 각 네트워크의 값</translation>
    </message>
    <message>
        <source>each network&apos;s own</source>
        <translation>각 네트워크의 값</translation>
    </message>
    <message>
        <source>Blocks, stem, head and input</source>
        <translation>블록, 스템, 헤드, 입력</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Block family</source>
        <translation>블록 계열</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성 함수</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>활성 함수</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>SiLU (Swish)</source>
        <translation>SiLU (Swish)</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation</source>
        <translation>Squeeze-and-excitation</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation ratio</source>
        <translation>Squeeze-and-excitation 비율</translation>
    </message>
    <message>
        <source>0 is none; RegNetY is RegNetX with 0.25</source>
        <translation>0이면 없음. RegNetY는 RegNetX에 0.25를 쓴 것</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>스템</translation>
    </message>
    <message>
        <source>Stem type</source>
        <translation>스템 종류</translation>
    </message>
    <message>
        <source>Channels of the stem</source>
        <translation>스템의 채널 수</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>head width</source>
        <translation>헤드 너비</translation>
    </message>
    <message>
        <source>Channels of an extra 1×1 convolution; 0 is none</source>
        <translation>추가 1×1 합성곱의 채널 수. 0이면 없음</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Side of the square input, pixels</source>
        <translation>정사각형 입력의 한 변, 픽셀</translation>
    </message>
</context>
<context>
    <name>regnet::SpaceGuide</name>
    <message>
        <source>In %1.</source>
        <translation>%1에 속합니다.</translation>
    </message>
    <message>
        <source>Not in %1.</source>
        <translation>%1에 속하지 않습니다.</translation>
    </message>
    <message>
        <source>Not in %1: %2</source>
        <translation>%1에 속하지 않습니다: %2</translation>
    </message>
</context>
<context>
    <name>regnet::SpaceTreeModel</name>
    <message>
        <source> (your own)</source>
        <translation>(사용자)</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>regnet::SpacesView</name>
    <message>
        <source>&amp;Derive child…</source>
        <translation>자식 파생(&amp;D)…</translation>
    </message>
    <message>
        <source>A space with one constraint more than the selected one</source>
        <translation>선택한 공간보다 제약이 하나 더 많은 공간</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Duplicate, rename, delete, import, export</source>
        <translation>복제, 이름 바꾸기, 삭제, 가져오기, 내보내기</translation>
    </message>
    <message>
        <source>On the sliders</source>
        <translation>슬라이더에 표시</translation>
    </message>
    <message>
        <source>Shades the explorer&apos;s sliders where this space allows values, and says whether the network on them is in it</source>
        <translation>이 공간이 허용하는 값을 탐색기 슬라이더에 음영으로 표시하고, 지금 네트워크가 공간에 속하는지 알려 줍니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stops drawing samples; the next edit starts again</source>
        <translation>표본 뽑기를 멈춥니다. 다음 편집에서 다시 시작합니다</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>제외됨: %1</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>정의</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>Inverse design</source>
        <translation>역설계</translation>
    </message>
    <message>
        <source>candidate %1 of %2</source>
        <translation>%2의 후보 %1</translation>
    </message>
    <message>
        <source>network %1 of %2</source>
        <translation>%2의 네트워크 %1</translation>
    </message>
    <message>
        <source>Not yet a space: %1</source>
        <translation>아직 공간이 아닙니다: %1</translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation>%1 편집</translation>
    </message>
    <message>
        <source>With one constraint more</source>
        <translation>제약을 하나 더함</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>복제(&amp;U)</translation>
    </message>
    <message>
        <source>A copy of your own, beside it</source>
        <translation>나란히 두는 사용자 복사본</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>이름 바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>Or F2 in the tree</source>
        <translation>또는 트리에서 F2</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>삭제(&amp;L)</translation>
    </message>
    <message>
        <source>Undo brings it back</source>
        <translation>실행 취소로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>A space JSON or a sweep of pycls; or drop the file here</source>
        <translation>공간 JSON 또는 pycls의 스윕. 여기에 파일을 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>As JSON, for the command line and for others</source>
        <translation>명령줄과 다른 사람을 위한 JSON으로</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>명령으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>The line that makes this space of its parent, or shows it</source>
        <translation>부모에서 이 공간을 만들거나 보여 주는 명령</translation>
    </message>
    <message>
        <source>derive a child</source>
        <translation>자식 파생</translation>
    </message>
    <message>
        <source>narrow %1</source>
        <translation>%1 좁히기</translation>
    </message>
    <message>
        <source>%1 can be sampled and trained now</source>
        <translation>이제 %1을(를) 뽑고 학습할 수 있습니다</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Deleted %1; undo brings it back.</source>
        <translation>%1을(를) 삭제했습니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Import spaces</source>
        <translation>공간 가져오기</translation>
    </message>
    <message>
        <source>Spaces and sweeps of pycls (*.json *.yaml *.yml);;All files (*)</source>
        <translation>공간과 pycls 스윕 (*.json *.yaml *.yml);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>%1 가져오기</translation>
    </message>
    <message>
        <source>Export the space</source>
        <translation>공간 내보내기</translation>
    </message>
    <message>
        <source>Space as JSON (*.json)</source>
        <translation>JSON 공간 (*.json)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1을(를) 썼습니다</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>명령으로 복사했습니다</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>정의(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation>조사(&amp;S)</translation>
    </message>
    <message>
        <source>The line that draws candidates, and says how many are accepted and why not</source>
        <translation>후보를 뽑아 몇 개가 받아들여지고 나머지는 왜 아닌지 알려 주는 명령</translation>
    </message>
    <message>
        <source>&amp;Membership</source>
        <translation>포함 여부(&amp;M)</translation>
    </message>
    <message>
        <source>The line that says whether the network on the sliders is in this space, or what excludes it</source>
        <translation>슬라이더의 네트워크가 이 공간에 속하는지, 아니면 무엇 때문에 빠지는지 알려 주는 명령</translation>
    </message>
</context>
<context>
    <name>regnet::StageModel</name>
    <message>
        <source>stem</source>
        <translation>스템</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>스테이지 %1</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>블록 %1</translation>
    </message>
    <message>
        <source>stride %1, from %2 channels</source>
        <translation>스트라이드 %1, 입력 %2채널</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>average pooling, %1 classes</source>
        <translation>평균 풀링, 클래스 %1개</translation>
    </message>
    <message>
        <source>total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 multiply-adds (the paper&apos;s FLOPs)</source>
        <translation>곱셈-덧셈 %1(논문의 FLOPs)</translation>
    </message>
    <message>
        <source>%1 parameters, batch norm included</source>
        <translation>파라미터 %1, 배치 정규화 포함</translation>
    </message>
    <message>
        <source>%1 elements of conv, pool and linear outputs</source>
        <translation>합성곱, 풀링, 선형 출력의 원소 %1</translation>
    </message>
    <message>
        <source>%1 % of the network&apos;s FLOPs</source>
        <translation>네트워크 FLOPs의 %1 %</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Unfold a stage for its blocks</source>
        <translation>스테이지를 펼치면 블록이 보입니다</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Channels; an arrow shows what group compatibility made of the quantised width</source>
        <translation>채널 수. 화살표는 양자화된 너비가 그룹 호환으로 어떻게 바뀌었는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>Bottleneck ratio: the 3×3 convolution is width / b wide</source>
        <translation>병목 비율: 3×3 합성곱의 너비는 너비 / b</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>Group width: channels in one group</source>
        <translation>그룹 너비: 그룹 하나의 채널 수</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>Width / b / g</source>
        <translation>너비 / b / g</translation>
    </message>
    <message>
        <source>Res.</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Resolution: side of the output, pixels</source>
        <translation>해상도: 출력의 한 변, 픽셀</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Multiply-adds, as in the paper</source>
        <translation>곱셈-덧셈, 논문과 같음</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Parameters, batch norm included</source>
        <translation>파라미터, 배치 정규화 포함</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>Activations: elements of the outputs of all conv, pool and linear layers</source>
        <translation>활성값: 모든 합성곱, 풀링, 선형 층 출력의 원소 수</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Share of the network&apos;s FLOPs</source>
        <translation>네트워크 FLOPs에 대한 비율</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What group compatibility changed, and why</source>
        <translation>그룹 호환으로 바뀐 것과 그 이유</translation>
    </message>
</context>
<context>
    <name>regnet::StageTable</name>
    <message>
        <source>Stage table</source>
        <translation>스테이지 표</translation>
    </message>
</context>
<context>
    <name>regnet::StandingsModel</name>
    <message>
        <source>not queued</source>
        <translation>대기열에 없음</translation>
    </message>
    <message>
        <source>population</source>
        <translation>모집단</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>open</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>레시피</translation>
    </message>
</context>
<context>
    <name>regnet::StartPage</name>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Design spaces of networks, from a slider to a figure</source>
        <translation>슬라이더에서 그림까지, 네트워크의 디자인 공간</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>시작할 때 이 페이지 보이기(&amp;S)</translation>
    </message>
    <message>
        <source>Take the &amp;tour: the paper&apos;s method in eight steps</source>
        <translation>둘러보기(&amp;T): 논문의 방법을 여덟 단계로</translation>
    </message>
    <message>
        <source>Open the paper&apos;s populations</source>
        <translation>논문의 모집단 열기</translation>
    </message>
    <message>
        <source>Thousands of trained networks as the paper published them: which space is better, and by how much. Needs no GPU.</source>
        <translation>논문이 발표한 학습된 네트워크 수천 개: 어느 공간이 얼마나 더 좋은지 봅니다. GPU가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Try the sliders</source>
        <translation>슬라이더 써 보기</translation>
    </message>
    <message>
        <source>Six numbers make a network. See its stages, its costs and why each width is what it is, while you drag.</source>
        <translation>여섯 수로 네트워크 하나가 됩니다. 끄는 동안 스테이지와 비용, 그리고 각 너비가 그 값인 이유를 보십시오.</translation>
    </message>
    <message>
        <source>Train a first population</source>
        <translation>첫 모집단 학습</translation>
    </message>
    <message>
        <source>A few small networks, drawn from a space and trained on this machine in the background, with built-in images.</source>
        <translation>공간에서 작은 네트워크를 몇 개 뽑아, 내장 이미지로 이 컴퓨터의 백그라운드에서 학습합니다.</translation>
    </message>
    <message>
        <source>Import a pycls sweep</source>
        <translation>pycls 스윕 가져오기</translation>
    </message>
    <message>
        <source>Your own results: a sweep.json of pycls, its logs, or any CSV with an error in it.</source>
        <translation>자신의 결과: pycls의 sweep.json이나 로그, 또는 오차가 들어 있는 CSV.</translation>
    </message>
    <message>
        <source>This window has no store to keep results in</source>
        <translation>이 창에는 결과를 보관할 저장소가 없습니다</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>최근에 연 것</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1이(가) 더 이상 없습니다</translation>
    </message>
</context>
<context>
    <name>regnet::StudiesView</name>
    <message>
        <source>%1 networks have a run time now.</source>
        <translation>이제 네트워크 %1개의 실행 시간이 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>%1 of %2 networks measured</source>
        <translation>네트워크 %2개 중 %1개 측정됨</translation>
    </message>
    <message>
        <source>This panel has no populations with errors to compare.</source>
        <translation>이 패널에는 오차를 비교할 모집단이 없습니다.</translation>
    </message>
    <message>
        <source>published</source>
        <translation>발표됨</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>여기서 학습</translation>
    </message>
    <message>
        <source>both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>표시(&amp;S)</translation>
    </message>
    <message>
        <source>The published data, what is trained here, or both over each other</source>
        <translation>발표된 데이터, 여기서 학습한 것, 또는 둘을 겹쳐서</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>규모(&amp;C)</translation>
    </message>
    <message>
        <source>How large the study is run, and which results are shown</source>
        <translation>연구를 얼마나 크게 실행하고 어느 결과를 표시할지</translation>
    </message>
    <message>
        <source>as the scale says</source>
        <translation>규모에 따름</translation>
    </message>
    <message>
        <source>&amp;Networks</source>
        <translation>네트워크(&amp;N)</translation>
    </message>
    <message>
        <source>Of each population</source>
        <translation>모집단마다</translation>
    </message>
    <message>
        <source>the scale&apos;s</source>
        <translation>규모에 따름</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>레시피(&amp;R)</translation>
    </message>
    <message>
        <source>Everything else that decides the result</source>
        <translation>결과를 정하는 나머지 모든 것</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>검증 결과</translation>
    </message>
    <message>
        <source>The panel before</source>
        <translation>이전 패널</translation>
    </message>
    <message>
        <source>The next panel</source>
        <translation>다음 패널</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Opens these populations in the Compare dock</source>
        <translation>이 모집단들을 비교 도크에서 엽니다</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>PDF, SVG, PNG or CSV of what is shown</source>
        <translation>지금 보이는 것을 PDF, SVG, PNG 또는 CSV로</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>Show the published data, train this study under Run, or choose another study.</source>
        <translation>발표된 데이터를 표시하거나, 실행 탭에서 이 연구를 학습하거나, 다른 연구를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>regnet::StudyLibrary</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Not trained: %1.</source>
        <translation>학습되지 않음: %1.</translation>
    </message>
    <message>
        <source>study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>what it shows</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>to train</source>
        <translation>학습할 것</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>A figure or table of the paper, or a study of your own</source>
        <translation>논문의 그림이나 표, 또는 사용자의 연구</translation>
    </message>
    <message>
        <source>Networks of all populations at the chosen scale; – where nothing is trained</source>
        <translation>선택한 규모에서 모든 모집단의 네트워크 수. 학습할 것이 없으면 –</translation>
    </message>
    <message>
        <source>Trainings that are not done yet</source>
        <translation>아직 끝나지 않은 학습</translation>
    </message>
    <message>
        <source>What they will take on this machine, from measured speed; ? while nothing was trained here</source>
        <translation>측정된 속도로 이 컴퓨터에서 걸릴 시간. 여기서 학습한 것이 없으면 ?</translation>
    </message>
</context>
<context>
    <name>regnet::StudyList</name>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>A study file of your own; or drop it here</source>
        <translation>사용자의 연구 파일. 여기에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>복사본 저장…</translation>
    </message>
    <message>
        <source>Writes this study as a file to change and to open again</source>
        <translation>이 연구를 고쳐서 다시 열 수 있는 파일로 씁니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Takes a study of your own off the list; its file stays</source>
        <translation>사용자의 연구를 목록에서 뺍니다. 파일은 남습니다</translation>
    </message>
    <message>
        <source>Open studies</source>
        <translation>연구 열기</translation>
    </message>
    <message>
        <source>Studies (*.json);;All files (*)</source>
        <translation>연구 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Save a copy of the study</source>
        <translation>연구의 복사본 저장</translation>
    </message>
    <message>
        <source>Studies (*.json)</source>
        <translation>연구 (*.json)</translation>
    </message>
</context>
<context>
    <name>regnet::StudyRunPanel</name>
    <message>
        <source>Populations of the study</source>
        <translation>연구의 모집단</translation>
    </message>
    <message>
        <source>Trainings at the same time, each on one core</source>
        <translation>동시에 실행할 학습 수, 각각 코어 하나</translation>
    </message>
    <message>
        <source>cpu, cuda for every GPU, cuda:0 and so on, or a GPU&apos;s UUID</source>
        <translation>cpu, 모든 GPU는 cuda, 또는 cuda:0 등, 또는 GPU의 UUID</translation>
    </message>
    <message>
        <source>&amp;Queue and train</source>
        <translation>대기열에 넣고 학습(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>워커(&amp;W)</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>장치(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Measure run times</source>
        <translation>실행 시간 측정(&amp;M)</translation>
    </message>
    <message>
        <source>Forward passes of batches of 64 of all networks that are in the store, on this machine (Figure 12)</source>
        <translation>저장소에 있는 모든 네트워크를 이 컴퓨터에서 64장씩 순전파합니다(그림 12)</translation>
    </message>
    <message>
        <source>This study is not trained here: %1.</source>
        <translation>이 연구는 여기에서 학습하지 않습니다: %1.</translation>
    </message>
    <message>
        <source>All %1 networks are trained.</source>
        <translation>네트워크 %1개가 모두 학습되었습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 trainings are left: %3 epochs, %4 multiply-adds. </source>
        <translation>학습 %2개 중 %1개가 남았습니다: 에포크 %3, 곱셈-덧셈 %4. </translation>
    </message>
    <message>
        <source>About %1 on this machine, from measured speed.</source>
        <translation>측정된 속도로 이 컴퓨터에서 약 %1.</translation>
    </message>
    <message>
        <source>How long that takes is not known: nothing was trained on this device yet.</source>
        <translation>얼마나 걸릴지 알 수 없습니다: 이 장치에서 학습한 것이 아직 없습니다.</translation>
    </message>
    <message>
        <source>Left out at this scale: %1.</source>
        <translation>이 규모에서 제외됨: %1.</translation>
    </message>
    <message>
        <source>Samples what is ticked, queues it and starts to train</source>
        <translation>체크한 것을 뽑아 대기열에 넣고 학습을 시작합니다</translation>
    </message>
    <message>
        <source>This window has no queue</source>
        <translation>이 창에는 대기열이 없습니다</translation>
    </message>
</context>
<context>
    <name>regnet::SummaryBar</name>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>스테이지</translation>
    </message>
    <message>
        <source>There is no network; the line below says why.</source>
        <translation>네트워크가 없습니다. 이유는 아래 줄에 있습니다.</translation>
    </message>
    <message>
        <source>%1 multiply-adds (the paper&apos;s FLOPs; twice as many operations)</source>
        <translation>곱셈-덧셈 %1(논문의 FLOPs, 연산 수로는 두 배)</translation>
    </message>
    <message>
        <source>%1 parameters, batch norm included</source>
        <translation>파라미터 %1, 배치 정규화 포함</translation>
    </message>
    <message>
        <source>%1 elements of the outputs of all conv, pool and linear layers</source>
        <translation>모든 합성곱, 풀링, 선형 층 출력의 원소 %1</translation>
    </message>
    <message>
        <source>Blocks of all stages</source>
        <translation>모든 스테이지의 블록</translation>
    </message>
    <message>
        <source>Stages: runs of blocks of one width</source>
        <translation>스테이지: 너비가 같은 블록의 연속</translation>
    </message>
</context>
<context>
    <name>regnet::ThreadsFigure</name>
    <message>
        <source>error %1 %</source>
        <translation>오차 %1 %</translation>
    </message>
</context>
<context>
    <name>regnet::TourPanel</name>
    <message>
        <source>Tour</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>둘러보기 끝내기</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1/%2: %3</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>regnet::TrainDialog</name>
    <message>
        <source>Train a population</source>
        <translation>모집단 학습</translation>
    </message>
    <message>
        <source>&amp;Keep the weights</source>
        <translation>가중치 보관(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Space</source>
        <translation>공간(&amp;S)</translation>
    </message>
    <message>
        <source>The design space that networks are drawn from; &quot;@cpu&quot; fits it to 32×32 images and a processor. A file with a space&apos;s JSON works as well.</source>
        <translation>네트워크를 뽑을 디자인 공간. &quot;@cpu&quot;는 32×32 이미지와 CPU에 맞춥니다. 공간의 JSON 파일도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Networks</source>
        <translation>네트워크(&amp;N)</translation>
    </message>
    <message>
        <source>How many different networks are drawn</source>
        <translation>서로 다른 네트워크를 몇 개 뽑을지</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>시드(&amp;E)</translation>
    </message>
    <message>
        <source>The same space, number and seed give the same networks</source>
        <translation>공간, 개수, 시드가 같으면 같은 네트워크가 나옵니다</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>이름(&amp;M)</translation>
    </message>
    <message>
        <source>Under which the population is kept</source>
        <translation>모집단을 보관할 이름</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>레시피(&amp;R)</translation>
    </message>
    <message>
        <source>Everything else that decides the result: epochs, learning rate, images. A file with a recipe&apos;s JSON works as well.</source>
        <translation>결과를 정하는 나머지 모든 것: 에포크, 학습률, 이미지. 레시피의 JSON 파일도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Training seeds</source>
        <translation>학습 시드(&amp;T)</translation>
    </message>
    <message>
        <source>Seeds of weights and batches, with commas between them. Each one trains every network once more: replicates show what chance does.</source>
        <translation>가중치와 배치의 시드, 쉼표로 구분. 시드마다 모든 네트워크를 한 번씩 더 학습하며, 반복은 우연의 영향을 보여 줍니다.</translation>
    </message>
    <message>
        <source>D&amp;ata set</source>
        <translation>데이터셋(&amp;A)</translation>
    </message>
    <message>
        <source>What the networks see: built-in images, CIFAR (&quot;regnet dataset fetch cifar10&quot; brings it here; a folder with its files may follow after a colon), or folder:PATH with a folder of JPEG and PNG files for each class</source>
        <translation>네트워크가 보는 것: 내장 이미지, CIFAR(&quot;regnet dataset fetch cifar10&quot;으로 받아 오며, 콜론 뒤에 파일이 있는 폴더를 쓸 수 있습니다), 또는 folder:경로로 클래스마다 JPEG와 PNG 파일의 폴더가 있는 폴더</translation>
    </message>
    <message>
        <source>&amp;Data seed</source>
        <translation>데이터 시드(&amp;D)</translation>
    </message>
    <message>
        <source>Seed of the built-in images, and of the split of a folder without one; only equal ones compare</source>
        <translation>내장 이미지의 시드이며, 분할이 없는 폴더의 분할 시드입니다. 시드가 같아야 비교할 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>워커(&amp;W)</translation>
    </message>
    <message>
        <source>Trainings at the same time, each on one core</source>
        <translation>동시에 실행할 학습 수, 각각 코어 하나</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>장치(&amp;V)</translation>
    </message>
    <message>
        <source>cpu, cuda for every GPU, cuda:0 and so on, or a GPU&apos;s UUID</source>
        <translation>cpu, 모든 GPU는 cuda, 또는 cuda:0 등, 또는 GPU의 UUID</translation>
    </message>
    <message>
        <source>The checkpoints of the last and of the best epoch stay when a training is done. Without it they are removed, and only the curves and errors stay.</source>
        <translation>학습이 끝나도 마지막 에포크와 가장 좋은 에포크의 체크포인트를 남깁니다. 선택하지 않으면 지우고 곡선과 오차만 남깁니다.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>What it takes, and what it can show</source>
        <translation>필요한 것과 알 수 있는 것</translation>
    </message>
    <message>
        <source>Trainings:</source>
        <translation>학습:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>시간:</translation>
    </message>
    <message>
        <source>Disk:</source>
        <translation>디스크:</translation>
    </message>
    <message>
        <source>Memory:</source>
        <translation>메모리:</translation>
    </message>
    <message>
        <source>Comparison:</source>
        <translation>비교:</translation>
    </message>
    <message>
        <source>Whole numbers, each another one, with commas between them: 1, 2, 3. The same training is not done twice.</source>
        <translation>서로 다른 정수를 쉼표로 구분합니다: 1, 2, 3. 같은 학습을 두 번 하지 않습니다.</translation>
    </message>
    <message>
        <source>The population needs a name.</source>
        <translation>모집단에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>There is a population of that name, with other networks (%1 of %2, seed %3).</source>
        <translation>같은 이름의 모집단이 다른 네트워크로 이미 있습니다(%2의 %1개, 시드 %3).</translation>
    </message>
    <message>
        <source>At most %1 a worker</source>
        <translation>워커당 최대 %1</translation>
    </message>
    <message>
        <source>%1 trainings, %2 epochs; %3 multiply-adds a network on average</source>
        <translation>학습 %1개, 에포크 %2. 네트워크당 평균 곱셈-덧셈 %3</translation>
    </message>
    <message>
        <source>; %1 are known already</source>
        <translation>; %1개는 이미 알고 있습니다</translation>
    </message>
    <message>
        <source> (estimated from the first %1 networks)</source>
        <translation>(처음 %1개 네트워크에서 추정)</translation>
    </message>
    <message>
        <source>None: all of it is known</source>
        <translation>없음: 모두 이미 알고 있습니다</translation>
    </message>
    <message>
        <source>The images are decoded first, once. </source>
        <translation>먼저 이미지를 한 번 디코딩합니다. </translation>
    </message>
    <message>
        <source>Not known: nothing was trained on this device yet. The first trainings will tell.</source>
        <translation>알 수 없음: 이 장치에서 학습한 것이 아직 없습니다. 첫 학습이 알려 줍니다.</translation>
    </message>
    <message>
        <source>About %1 with %2 workers, from the measured speed of %3 on this device (typically within %4 %)</source>
        <translation>이 장치에서 %3의 측정된 속도로 워커 %2개일 때 약 %1(대개 %4 % 이내)</translation>
    </message>
    <message>
        <source>one training</source>
        <translation>학습 1개</translation>
    </message>
    <message>
        <source>%1 trainings</source>
        <translation>학습 %1개</translation>
    </message>
    <message>
        <source>At most %1 while it runs, of which %2 stay</source>
        <translation>실행 중 최대 %1, 그중 %2이(가) 남습니다</translation>
    </message>
    <message>
        <source>; %1 are free</source>
        <translation>; 빈 공간 %1</translation>
    </message>
    <message>
        <source>. That is more than there is: the queue will pause before the disk is full</source>
        <translation>. 빈 공간보다 큽니다: 디스크가 차기 전에 대기열이 일시 정지됩니다</translation>
    </message>
    <message>
        <source>Too few networks to find any difference from another population of %1 (KS test, 5 %)</source>
        <translation>네트워크가 너무 적어 %1개의 다른 모집단과 어떤 차이도 찾을 수 없습니다(KS 검정, 5 %)</translation>
    </message>
    <message>
        <source>A gap of %1 between the EDFs of two populations of %2 is found (KS test, 5 %, power 80 %); the 95 % band of one is ±%3</source>
        <translation>%2개인 두 모집단의 EDF 간격이 %1이면 찾아냅니다(KS 검정, 5 %, 검정력 80 %). 하나의 95 % 밴드는 ±%3입니다</translation>
    </message>
    <message>
        <source>. A gap of 0.1 needs %1 networks each</source>
        <translation>. 간격 0.1에는 네트워크가 각각 %1개 필요합니다</translation>
    </message>
</context>
<context>
    <name>regnet::ValidityBar</name>
    <message>
        <source>The nearest setting that skips no level, has the wanted number of stages, lies in the paper&apos;s ranges and has compatible groups</source>
        <translation>준위를 건너뛰지 않고, 원하는 스테이지 수를 가지며, 논문의 범위에 들고, 그룹이 호환되는 가장 가까운 설정</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>유효성</translation>
    </message>
    <message>
        <source>No network: %1</source>
        <translation>네트워크가 없습니다: %1</translation>
    </message>
    <message>
        <source>Not a valid RegNet: %1.</source>
        <translation>유효한 RegNet이 아닙니다: %1.</translation>
    </message>
    <message>
        <source>1 stage</source>
        <translation>스테이지 1개</translation>
    </message>
    <message>
        <source>%1 stages</source>
        <translation>스테이지 %1개</translation>
    </message>
    <message>
        <source>Valid: no level skipped, %1, within the paper&apos;s ranges.</source>
        <translation>유효: 건너뛴 준위 없음, %1, 논문의 범위 안.</translation>
    </message>
    <message>
        <source>Valid: %1.</source>
        <translation>유효: %1.</translation>
    </message>
    <message>
        <source> Note: %1.</source>
        <translation> Note: %1.</translation>
    </message>
    <message>
        <source> Groups changed one stage: see the table.</source>
        <translation> 그룹 때문에 스테이지 하나가 바뀌었습니다: 표를 보십시오.</translation>
    </message>
    <message>
        <source> Groups changed %1 stages: see the table.</source>
        <translation> 그룹 때문에 스테이지 %1개가 바뀌었습니다: 표를 보십시오.</translation>
    </message>
    <message>
        <source>Use nearest valid: %1</source>
        <translation>가장 가까운 유효 설정 사용: %1</translation>
    </message>
</context>
</TS>
