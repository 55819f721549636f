package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated files in a process with one GiB of memory, see {@link MutatedFiles}. */
class MutatedFilesTest {

  private static final int SEED = 20_260_101;
  private static final int FILES = Integer.getInteger("spikeledger.test.mutatedFiles", 300);
  private static final List<String> PUBLIC = List.of("lif_norse.nir", "cnn_sinabs.nir");

  @TempDir Path folder;

  @Test
  void everyMutatedFileIsANetworkOrRefusedInOneLine() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MutatedFiles.class.getName(),
                String.valueOf(SEED),
                String.valueOf(FILES),
                folder.toString()));
    originals().forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    System.out.println("mutated files: seed=" + SEED + " " + output.strip());
  }

  private List<Path> originals() throws Exception {
    Path small = folder.resolve("small.nir");
    NirWriter.write(SampleNetworks.small(), small);
    Path large = folder.resolve("everything.nir");
    NirWriter.write(SampleNetworks.everything(), large);
    Path sequence = folder.resolve("sequence.nir");
    NirWriter.write(SequenceNetwork.graph(), sequence);
    List<Path> originals =
        new ArrayList<>(List.of(HdfLayoutsTest.layouts(), small, large, sequence));
    String data = System.getProperty("spikeledger.data.nir", "");
    if (!data.isEmpty()) {
      PUBLIC.stream()
          .map(name -> Path.of(data, name))
          .filter(Files::exists)
          .forEach(originals::add);
    }
    return originals;
  }
}
