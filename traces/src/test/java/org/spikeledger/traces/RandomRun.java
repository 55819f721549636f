package org.spikeledger.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.InferenceDigest;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;

/** A run that no network gave: header and inferences drawn from a seed, of every kind there is. */
final class RandomRun {

  private final Random random;
  private final TraceHeader header;
  private final int inferences;
  private final long seed;

  RandomRun(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.header = header();
    this.inferences = random.nextInt(8);
  }

  /** The first that has as many inferences as any. */
  static RandomRun withSeveralInferences() {
    RandomRun run = new RandomRun(4);
    for (long seed = 5; run.inferences() < 7; seed++) {
      run = new RandomRun(seed);
    }
    return run;
  }

  TraceHeader header() {
    if (header != null) {
      return header;
    }
    List<TraceLayer> layers = new ArrayList<>();
    int spiking = random.nextInt(4);
    for (int i = 0; i <= spiking; i++) {
      layers.add(layer(i, i == spiking));
    }
    ValueKind kind = ValueKind.values()[random.nextInt(3)];
    return new TraceHeader(
        "network " + seed,
        "données",
        "%064x".formatted(seed),
        1 + random.nextInt(5),
        "float32",
        shape(),
        kind,
        false,
        random.nextInt(5) > 0,
        layers,
        probes(layers),
        "0.1",
        1);
  }

  private List<ProbedLayer> probes(List<TraceLayer> layers) {
    List<ProbedLayer> probes = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<Integer> neurons = new ArrayList<>();
      for (int n = random.nextInt(9);
          n < layers.get(layer).neurons();
          n += 1 + random.nextInt(99)) {
        neurons.add(n);
      }
      if (!neurons.isEmpty() && random.nextInt(3) == 0) {
        probes.add(new ProbedLayer(layer, neurons));
      }
    }
    return probes;
  }

  int inferences() {
    return inferences;
  }

  /** The same inferences at every call. */
  void deliverTo(InferenceListener listener) {
    InferenceRecord record =
        new InferenceRecord(
                header.layers().size(), header.timesteps(), header.outputLayer().shape())
            .keeping(new PotentialLog(header.probes(), header.timesteps()));
    for (int i = 0; i < inferences; i++) {
      Random own = new Random(31 * seed + i);
      fill(record, i, own);
      listener.onInference(record, own.nextInt(12) - 1);
    }
  }

  private void fill(InferenceRecord record, int sample, Random own) {
    record.begin(sample, input(own));
    for (int t = 0; t < header.timesteps(); t++) {
      for (int layer = 0; layer < header.layers().size(); layer++) {
        long spikes = appendSpikes(record.spikes(), header.layers().get(layer), own);
        for (Primitive primitive : Primitive.ALL) {
          record.counters().set(layer, t, primitive, own.nextLong() >>> (1 + own.nextInt(63)));
        }
        record.counters().set(layer, t, Primitive.SPIKES, spikes);
      }
    }
    for (int i = 0; i < record.output().length; i++) {
      record.output()[i] = (float) own.nextGaussian();
    }
    fill(record.potentials(), own);
    record.complete(new InferenceDigest().of(record, null));
  }

  private void fill(PotentialLog log, Random own) {
    for (int t = 0; t < header.timesteps(); t++) {
      for (int probe = 0; probe < log.probes().size(); probe++) {
        for (int i = 0; i < log.probes().get(probe).neurons().size(); i++) {
          log.set(t, probe, i, (float) own.nextGaussian());
        }
      }
    }
  }

  private static long appendSpikes(SpikeLog log, TraceLayer layer, Random own) {
    double rate = layer.isOutput() ? 0 : new double[] {0, 0.001, 0.05, 0.3, 1}[own.nextInt(5)];
    boolean graded = own.nextInt(3) == 0;
    int[] firing = new int[layer.neurons()];
    int[] spikes = new int[layer.neurons()];
    int count = 0;
    long total = 0;
    for (int neuron = 0; neuron < layer.neurons(); neuron++) {
      if (own.nextDouble() < rate) {
        firing[count] = neuron;
        spikes[count] = graded ? 1 + own.nextInt(1 + own.nextInt(300)) : 1;
        total += spikes[count++];
      }
    }
    log.append(firing, graded ? spikes : null, count);
    return total;
  }

  private EncodedInput input(Random own) {
    Shape shape = header.inputShape();
    return header.inputKind() == ValueKind.ANALOG
        ? directInput(shape, own)
        : eventInput(shape, header.inputKind() == ValueKind.GRADED, own);
  }

  private static DirectInput directInput(Shape shape, Random own) {
    int colours = own.nextInt(3) * 200;
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      float any = Float.intBitsToFloat(own.nextInt());
      values[i] = colours == 0 ? (Float.isFinite(any) ? any : -0f) : own.nextInt(colours) / 7f;
    }
    return new DirectInput(shape, values);
  }

  private static EventInput eventInput(Shape shape, boolean graded, Random own) {
    int[] starts = new int[1 + own.nextInt(6)];
    List<Integer> indices = new ArrayList<>();
    for (int t = 1; t < starts.length; t++) {
      for (int i = 0; i < shape.size(); i++) {
        if (own.nextInt(5) == 0) {
          indices.add(i);
        }
      }
      starts[t] = indices.size();
    }
    float[] values = graded ? new float[indices.size()] : null;
    for (int i = 0; graded && i < values.length; i++) {
      values[i] = 0.25f * (1 + own.nextInt(9));
    }
    return new EventInput(
        shape, starts, indices.stream().mapToInt(Integer::intValue).toArray(), values);
  }

  private TraceLayer layer(int index, boolean isOutput) {
    Shape shape = shape();
    Layer layer =
        new Layer(index, "layer" + index, shape.size(), isOutput, List.of("connection" + index));
    LayerFacts facts =
        new LayerFacts(
            layer,
            "Conv2d + LIF",
            random.nextInt(1000),
            random.nextInt(1000),
            random.nextInt(1000),
            random.nextInt(10),
            random.nextInt(1000),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            index == 0 ? List.of() : List.of("layer" + (index - 1)));
    return new TraceLayer(facts, shape);
  }

  private Shape shape() {
    return random.nextBoolean()
        ? Shape.of(1 + random.nextInt(600))
        : Shape.of(1 + random.nextInt(8), 1 + random.nextInt(12), 1 + random.nextInt(12));
  }
}
