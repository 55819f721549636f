package org.spikeledger.traces.replay;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/**
 * Goes through one recorded inference step by step: timestep after timestep, and in each one layer
 * after layer in topological order. Any step can be asked for directly, in constant time. A view:
 * valid as long as the inference is.
 *
 * @param header of its trace
 * @param inference that was read
 */
public record TraceReplay(TraceHeader header, TracedInference inference)
    implements Iterable<ReplayStep> {

  /** The step of a layer at a timestep. */
  public ReplayStep at(int timestep, int layer) {
    return new ReplayStep(
        timestep,
        header.layers().get(layer),
        inference.record().spikes(),
        inference.record().potentials());
  }

  /** All steps in order. */
  @Override
  public Iterator<ReplayStep> iterator() {
    int layers = header.layers().size();
    return IntStream.range(0, header.timesteps() * layers)
        .mapToObj(step -> at(step / layers, step % layers))
        .iterator();
  }
}
