package org.spikeledger.models.nir;

import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * Writes observations as NIRData, the field's exchange form for them: {@code
 * nodes/NAME/observables/KEY} with the attribute {@code __type__} at every group. Texts in
 * attributes are of fixed length, which h5py gives as bytes.
 */
public final class NirDataWriter {

  private static final String TYPE = "__type__";
  private static final int DEFLATE_LEVEL = 4;

  private NirDataWriter() {}

  /**
   * Writes observations, replacing a file of that name. The file appears whole or not at all.
   *
   * @param observations by the node's name, in order
   * @throws BadInputException when the file cannot be written, or a node's name cannot stand in a
   *     file
   */
  public static void write(Map<String, List<NirObservable>> observations, Path file) {
    WholeHdf.write(file, hdf -> write(observations, hdf));
  }

  private static void write(Map<String, List<NirObservable>> observations, WritableHdfFile file) {
    file.putAttribute(TYPE, "NIRGraphData");
    WritableGroup nodes = file.putGroup("nodes");
    observations.forEach(
        (name, observables) -> {
          WritableGroup node = nodes.putGroup(NirWriter.checked(name));
          node.putAttribute(TYPE, "NIRNodeData");
          WritableGroup group = node.putGroup("observables");
          observables.forEach(each -> write(each, group.putGroup(each.key())));
        });
  }

  private static void write(NirObservable observable, WritableGroup group) {
    switch (observable) {
      case NirObservable.Grid grid -> {
        group.putAttribute(TYPE, "TimeGriddedData");
        group.putAttribute("dt", grid.timestep());
        put(group, "data", grid.values());
      }
      case NirObservable.Events events -> {
        boolean valued = events.values() != null;
        group.putAttribute(TYPE, valued ? "ValuedEventData" : "EventData");
        group.putAttribute("n_neurons", (long) events.neurons());
        group.putAttribute("t_max", events.end());
        put(group, "idx", events.indices());
        put(group, "time", events.times());
        if (valued) {
          put(group, "value", events.values());
        }
      }
    }
  }

  private static void put(WritableGroup group, String name, Object array) {
    group.putDataset(
        name, array, DatasetCreationOptions.builder().shuffle().deflate(DEFLATE_LEVEL).build());
  }
}
