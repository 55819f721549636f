package org.spikeledger.training.stages;

import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.spikeledger.training.config.OptimiserConfiguration;

/** Makes libtorch's optimisers. */
final class Optimisers {
  private Optimisers() {}

  static Optimizer make(OptimiserConfiguration configuration, List<Tensor> parameters) {
    TensorVector vector = new TensorVector(parameters.toArray(Tensor[]::new));
    return switch (configuration) {
      case OptimiserConfiguration.Sgd sgd -> new SGD(vector, options(sgd));
      case OptimiserConfiguration.Adam adam -> new Adam(vector, options(adam));
    };
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
