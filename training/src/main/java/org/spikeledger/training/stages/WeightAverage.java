package org.spikeledger.training.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.StageConfiguration;

/**
 * The mean of what a network's parameters were after each of the last epochs of a stage (Izmailov
 * et al. 2018, Averaging Weights Leads to Wider Optima and Better Generalization, algorithm 1).
 */
final class WeightAverage {
  private final StageConfiguration stage;
  private final List<Tensor> parameters;
  private final List<Tensor> means;

  /** Of no epoch yet. */
  WeightAverage(StageConfiguration stage, List<Tensor> parameters) {
    this.stage = stage;
    this.parameters = stage.averagedEpochs() == 0 ? List.of() : parameters;
    means = this.parameters.stream().map(each -> torch.zeros_like(each.detach())).toList();
  }

  /** Adds what the parameters are after an epoch, which count from 1, if that one is averaged. */
  void add(int epoch) {
    int averaged = epoch - (stage.epochs() - stage.averagedEpochs());
    if (averaged > 0) {
      double weight = 1.0 / averaged;
      change(
          (parameter, mean) ->
              mean.mul_(new Scalar(1 - weight)).add_(parameter, new Scalar(weight)));
    }
  }

  /** Gives the parameters their means. */
  void give() {
    change(Tensor::copy_);
  }

  private void change(BiConsumer<Tensor, Tensor> work) {
    try (PointerScope _ = new PointerScope()) {
      for (int i = 0; i < means.size(); i++) {
        work.accept(parameters.get(i).detach(), means.get(i));
      }
    }
  }

  /** What a checkpoint keeps, by a name that no tensor of a network has. */
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < means.size(); i++) {
      state.put("average " + i, means.get(i));
    }
    return state;
  }
}
