package org.spikeledger.simulator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.encode.InputSource;

/**
 * The inputs of a golden case, in canonical order: values where the kind is ANALOG; else events by
 * timestep, as indices where it is BINARY, as pairs of index and value where it is GRADED.
 */
record GoldenInputs(Shape shape, JsonNode described) implements InputSource {

  @Override
  public String name() {
    return "golden";
  }

  @Override
  public String encoder() {
    return described.get("encoder").asText();
  }

  @Override
  public int size() {
    return described.get("samples").size();
  }

  @Override
  public ValueKind kind() {
    return ValueKind.valueOf(described.get("kind").asText());
  }

  @Override
  public int label(int index) {
    return -1;
  }

  @Override
  public EncodedInput input(int index) {
    JsonNode sample = described.get("samples").get(index);
    return kind() == ValueKind.ANALOG ? direct(sample) : events(sample);
  }

  private DirectInput direct(JsonNode sample) {
    float[] values = new float[sample.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) sample.get(i).asDouble();
    }
    return new DirectInput(shape, values);
  }

  private EventInput events(JsonNode sample) {
    int[] starts = new int[sample.size() + 1];
    for (int t = 0; t < sample.size(); t++) {
      starts[t + 1] = starts[t] + sample.get(t).size();
    }
    boolean graded = kind() == ValueKind.GRADED;
    int[] indices = new int[starts[sample.size()]];
    float[] values = graded ? new float[indices.length] : null;
    int next = 0;
    for (JsonNode timestep : sample) {
      for (JsonNode event : timestep) {
        indices[next] = (graded ? event.get(0) : event).asInt();
        if (graded) {
          values[next] = (float) event.get(1).asDouble();
        }
        next++;
      }
    }
    return new EventInput(shape, starts, indices, values);
  }
}
