package org.spikeledger.tools.cli.paper;

/**
 * A row: a claim and what we find.
 *
 * @param claim in words
 * @param claimed the figure, as published
 * @param source where the claim stands
 * @param ours our figure in words, or that there is none
 * @param how whether it was measured
 * @param network whose figure it is: one of ours, or one of the paper's architectures
 * @param formula by which the figure follows
 * @param accounting what was charged or counted
 * @param verdict whether both agree
 * @param why the verdict
 */
record Finding(
    String claim,
    String claimed,
    String source,
    String ours,
    How how,
    String network,
    String formula,
    String accounting,
    Verdict verdict,
    String why) {

  static final String POSTER = "poster, ECCV 2022";
  static final String ABSTRACT = "abstract, ECCV 2022";

  /** Where a figure of ours comes from. */
  enum How {
    MEASURED("measured"),
    COMPUTED("computed"),
    NONE("none");

    private final String text;

    How(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** What comes of it. */
  enum Verdict {
    AGREES("agrees"),
    DIFFERS("differs"),
    CANNOT_BE_CHECKED("cannot be checked");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** A claim that nothing of ours speaks to. */
  static Finding unchecked(String claim, String claimed, String source, String why) {
    return new Finding(
        claim, claimed, source, "-", How.NONE, "-", "-", "-", Verdict.CANNOT_BE_CHECKED, why);
  }
}
