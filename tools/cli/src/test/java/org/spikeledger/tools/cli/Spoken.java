package org.spikeledger.tools.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said and how it ended. */
record Spoken(int exitCode, String out, String err) {

  static Spoken by(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Spoken(exitCode, out.toString(), err.toString());
  }

  /** Standard output as one JSON object with nothing behind it. */
  JsonNode json() {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readTree(out);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("not one JSON object: " + out + err, malformed);
    }
  }
}
