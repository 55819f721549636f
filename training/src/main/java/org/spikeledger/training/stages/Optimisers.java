package org.spikeledger.training.stages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.spikeledger.training.config.OptimiserConfiguration;

/** Makes libtorch's optimisers. */
final class Optimisers {
  private Optimisers() {}

  static Optimizer make(OptimiserConfiguration configuration, List<Tensor> parameters) {
    return switch (configuration) {
      case OptimiserConfiguration.Sgd sgd -> new SGD(vector(parameters), options(sgd));
      case OptimiserConfiguration.Adam adam -> new Adam(vector(parameters), options(adam));
      case OptimiserConfiguration.AdamW adamW -> adamW(parameters, adamW);
    };
  }

  private static TensorVector vector(List<Tensor> parameters) {
    return new TensorVector(parameters.toArray(Tensor[]::new));
  }

  /** Weights are what has several dimensions; all else is in a group of its own. */
  private static Optimizer adamW(
      List<Tensor> parameters, OptimiserConfiguration.AdamW configuration) {
    Map<Boolean, List<Tensor>> byWeight =
        parameters.stream().collect(Collectors.partitioningBy(each -> each.dim() > 1));
    Optimizer optimiser =
        new AdamW(vector(byWeight.get(true)), options(configuration, configuration.weightDecay()));
    optimiser.add_param_group(
        new OptimizerParamGroup(vector(byWeight.get(false)), options(configuration, 0)));
    return optimiser;
  }

  private static AdamWOptions options(OptimiserConfiguration.AdamW adamW, double weightDecay) {
    AdamWOptions options = new AdamWOptions(adamW.learningRate());
    options.amsgrad().put(true);
    options.weight_decay().put(weightDecay);
    return options;
  }

  private static SGDOptions options(OptimiserConfiguration.Sgd sgd) {
    SGDOptions options = new SGDOptions(sgd.learningRate());
    options.momentum().put(sgd.momentum());
    options.weight_decay().put(sgd.weightDecay());
    options.nesterov().put(true);
    return options;
  }

  private static AdamOptions options(OptimiserConfiguration.Adam adam) {
    AdamOptions options = new AdamOptions(adam.learningRate());
    options.amsgrad().put(true);
    return options;
  }

  static void setLearningRate(Optimizer optimiser, double learningRate) {
    for (long i = 0; i < optimiser.param_groups().size(); i++) {
      optimiser.param_groups().get(i).options().set_lr(learningRate);
    }
  }
}
