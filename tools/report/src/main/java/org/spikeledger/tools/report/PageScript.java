package org.spikeledger.tools.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one script that a page may run.
 *
 * @param source without {@code ]]>} and closing tags
 */
record PageScript(String source) {

  /** The script that lies beside the page's classes. */
  static PageScript named(String resource) {
    return new PageScript(PageFrame.resource(resource).strip());
  }

  /** Its hash, as a content security policy names it. */
  String policy() {
    try {
      byte[] text = Markup.scriptText(source).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
