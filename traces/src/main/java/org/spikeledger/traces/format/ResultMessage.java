package org.spikeledger.traces.format;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.sbe.MessageHeaderDecoder;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;
import org.spikeledger.traces.format.sbe.ResultDecoder;
import org.spikeledger.traces.format.sbe.ResultEncoder;

/** A {@link StoredResult} to and from the Result message, as a run store keeps it. */
public final class ResultMessage {

  private ResultMessage() {}

  /**
   * Encodes what an inference gave.
   *
   * @param record complete, but for its spikes, which are not looked at
   * @param trace the file that it stands in, or empty
   * @param inference its number there, or -1
   */
  public static byte[] write(InferenceRecord record, String trace, long inference) {
    SectionWriter counters = new SectionWriter();
    CounterSection.write(record.counters(), counters);
    SectionWriter output = new SectionWriter();
    for (float potential : record.output()) {
      output.putFloat(potential);
    }
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    ResultEncoder encoder =
        new ResultEncoder()
            .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
            .layers(record.counters().layers())
            .timesteps(record.counters().timesteps())
            .inference(inference)
            .putDigest(record.digest(), 0, TraceFormat.DIGEST_LENGTH)
            .putCounters(counters.bytes(), 0, counters.size())
            .putOutput(output.bytes(), 0, output.size())
            .trace(trace);
    byte[] bytes = new byte[encoder.limit()];
    buffer.getBytes(0, bytes);
    return bytes;
  }

  /**
   * Decodes a result.
   *
   * @throws BadInputException where the message breaks a rule
   */
  public static StoredResult read(byte[] bytes) {
    try {
      ResultDecoder decoder =
          new ResultDecoder()
              .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
      return read(decoder);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw new BadInputException("a stored result is a whole Result message:", e);
    }
  }

  private static StoredResult read(ResultDecoder decoder) {
    int layers = decoder.layers();
    long timesteps = decoder.timesteps();
    long inference = decoder.inference();
    byte[] digest = new byte[TraceFormat.DIGEST_LENGTH];
    decoder.getDigest(digest, 0, digest.length);
    byte[] counterBytes = new byte[Math.clamp(decoder.countersLength(), 0, TraceFormat.MAX_BODY)];
    decoder.getCounters(counterBytes, 0, counterBytes.length);
    if (layers * timesteps * Primitive.ALL.size() > counterBytes.length) {
      throw new BadInputException(
          "a stored result holds its counters: layers=%d timesteps=%d bytes=%d"
              .formatted(layers, timesteps, counterBytes.length));
    }
    Counters counters = new Counters(layers, (int) timesteps);
    CounterSection.read(section("counters", counterBytes), counters);
    byte[] outputBytes = new byte[Math.clamp(decoder.outputLength(), 0, TraceFormat.MAX_BODY)];
    decoder.getOutput(outputBytes, 0, outputBytes.length);
    float[] output = new float[outputBytes.length / Float.BYTES];
    SectionReader reader = section("output", outputBytes);
    for (int i = 0; i < output.length; i++) {
      output[i] = reader.readFloat();
    }
    return new StoredResult(digest, counters, output, decoder.trace(), inference);
  }

  private static SectionReader section(String name, byte[] bytes) {
    return new SectionReader(name, bytes, 0, bytes.length);
  }
}
