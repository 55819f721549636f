package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** Networks that are loaded from files, with seeded weights and thresholds of 1. */
public enum LargeNetwork {
  /** VGG16 on 224x224 with its two layers of 4096 and 1000 classes: 138 million weights. */
  VGG16_224("vgg16-224"),
  /** The ResNet20 of Chowdhury, Rathi and Roy on 32x32: 11 million weights. */
  RESNET20("resnet20");

  private final String key;

  LargeNetwork(String key) {
    this.key = key;
  }

  /** The name in tables and JSON. */
  public String key() {
    return key;
  }

  /** Draws its weights; takes seconds and as much memory as they do. */
  public Graph graph() {
    return switch (this) {
      case VGG16_224 -> spiking(Networks.vgg16(Shape.of(3, 224, 224), 1000));
      case RESNET20 -> new ResidualNetwork(Shape.of(3, 32, 32), 10).build();
    };
  }

  private static Graph spiking(Chain chain) {
    List<Neuron> neurons = new ArrayList<>();
    for (int i = 1; i < chain.blocks().size(); i++) {
      neurons.add(neuron());
    }
    return chain.graph(neurons);
  }

  static Neuron neuron() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }
}
