package org.spikeledger.training.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class SpikingNeuronsTest {
  private static final float TOLERANCE = 1e-5f;

  @Test
  void theGradientOfASpikeIsTheTriangle() {
    float threshold = 2f;
    float[] potentials = {-0.5f, 0f, 1f, 1.5f, 2f, 2.5f, 3f, 4f, 5f};
    float[] expected = {0f, 0f, .15f, .225f, .3f, .225f, .15f, 0f, 0f};
    Tensor currents = FloatTensors.parameter(FloatTensors.of(potentials, 1, potentials.length));
    SpikingNeurons neurons = SpikingNeurons.of(threshold, 1f, 0.3);
    Firing firing = neurons.fire(currents, 1, 1);
    firing.spikes().set_requires_grad(true);
    firing.spikes().sum().backward();
    firing.backward(0);
    float[] byZ = FloatTensors.values(currents.grad());
    for (int i = 0; i < byZ.length; i++) {
      assertEquals(expected[i], byZ[i] * threshold, TOLERANCE, "potential=" + potentials[i]);
    }
  }

  @Test
  void aSpikeNeedsMoreThanTheThreshold() {
    Tensor currents =
        FloatTensors.of(new float[] {1f, Math.nextUp(1f), -1f, Float.MIN_VALUE}, 1, 4);
    Firing firing = SpikingNeurons.of(1f, 1f, 0.3).fire(currents, 1, 1);
    assertArrayEquals(new float[] {0, 1, 0, 0}, FloatTensors.values(firing.spikes()));
  }

  @Test
  void thePassThroughTimeIsWhatAutomaticDifferentiationGives() {
    long seed = 20_261;
    SplittableRandom random = new SplittableRandom(seed);
    int timesteps = 4;
    int batch = 3;
    int neurons = 1500;
    float[] currents = draw(random, timesteps * batch * neurons, 1.2);
    float[] weights = draw(random, timesteps * batch * neurons, 1);
    for (int repeats : new int[] {1, 2, 4}) {
      compare(
          currents,
          weights,
          timesteps,
          batch,
          neurons,
          repeats,
          "seed=" + seed + " repeats=" + repeats);
    }
  }

  private static void compare(
      float[] values,
      float[] weights,
      int timesteps,
      int batch,
      int size,
      int repeats,
      String message) {
    int copies = timesteps / repeats;
    float[] some = Arrays.copyOf(values, copies * batch * size);
    Tensor weight = FloatTensors.of(weights, (long) timesteps * batch, size);
    Tensor currents = FloatTensors.parameter(FloatTensors.of(some, (long) copies * batch, size));
    SpikingNeurons neurons = SpikingNeurons.of(0.8f, 0.9f, 0.3);
    Firing firing = neurons.fire(currents, timesteps, repeats);
    firing.spikes().set_requires_grad(true);
    firing.spikes().mul(weight).sum().backward();
    firing.backward(0);

    Tensor oracleCurrents =
        FloatTensors.parameter(FloatTensors.of(some, (long) copies * batch, size));
    SpikingNeurons oracle = SpikingNeurons.of(0.8f, 0.9f, 0.3);
    Tensor loss = FloatTensors.scalar(0);
    Tensor membrane = torch.zeros(batch, size);
    for (int t = 0; t < timesteps; t++) {
      Tensor current = oracleCurrents.narrow(0, t / repeats * (long) batch, batch);
      Tensor potential = membrane.mul(oracle.leak()).add(current);
      Tensor spike = SurrogateOracle.spike(potential, oracle.threshold());
      assertArrayEquals(
          FloatTensors.values(firing.spikes().narrow(0, t * (long) batch, batch)),
          FloatTensors.values(spike),
          message);
      loss = loss.add(spike.mul(weight.narrow(0, t * (long) batch, batch)).sum());
      membrane = potential.sub(spike.detach().mul(oracle.threshold()));
    }
    loss.backward();
    assertArrayEquals(
        FloatTensors.values(oracleCurrents.grad()),
        FloatTensors.values(currents.grad()),
        TOLERANCE,
        message);
    assertClose(oracle.threshold(), neurons.threshold(), message);
    assertClose(oracle.leak(), neurons.leak(), message);
  }

  private static void assertClose(Tensor expected, Tensor actual, String message) {
    float value = expected.grad().item_float();
    assertEquals(value, actual.grad().item_float(), Math.abs(value) * 1e-3f, message);
  }

  private static float[] draw(SplittableRandom random, int size, double scale) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextGaussian() * scale);
    }
    return values;
  }
}
