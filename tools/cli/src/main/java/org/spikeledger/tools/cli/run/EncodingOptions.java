package org.spikeledger.tools.cli.run;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.EncodedImages;
import org.spikeledger.simulator.encode.Encoding;
import picocli.CommandLine.Option;

/** How samples become what an inference receives. */
public final class EncodingOptions {

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Of images: direct (a current at every timestep), rate (spikes with the brightness as"
              + " probability) or latency (one spike, the brighter the earlier). Arrays and event"
              + " lists are events. Default: direct for images.")
  private String encoding;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of rate encoding. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** For picocli, which fills the options. */
  public EncodingOptions() {}

  /** Whether the image's normalisation decides what the network receives. */
  boolean normalises() {
    return imageEncoding() == Encoding.DIRECT;
  }

  EncodedImages images(
      String name, Dataset dataset, Normalisation normalisation, Shape input, int timesteps) {
    return new EncodedImages(
        name, dataset, imageEncoding().ofImages(input, normalisation, timesteps, seed), input);
  }

  /** Refuses encodings of images for data that holds events. */
  void requireEvents(String dataset) {
    if (encoding != null && Encoding.of(encoding) != Encoding.EVENTS) {
      throw new BadInputException(
          "arrays and event lists are events already: encoding=%s dataset=%s"
              .formatted(encoding, dataset));
    }
  }

  private Encoding imageEncoding() {
    return encoding == null ? Encoding.DIRECT : Encoding.of(encoding);
  }
}
