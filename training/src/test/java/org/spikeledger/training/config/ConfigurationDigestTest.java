package org.spikeledger.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs that were started earlier go on only while these digests stay what they are. */
class ConfigurationDigestTest {

  @Test
  void theDigestsOfAConfigurationStayWhatTheyWere() {
    TrainingConfiguration tiny = TinyConfiguration.in(Path.of("anywhere"));
    assertEquals(
        "2b97771e1c6fd20a354ee3b13b97dd893a6f62a28437e7466fa44ad41597438d",
        ConfigurationDigest.upTo(tiny, 0));
    assertEquals(
        "e22a944e7f80ef7f919dfc2b5f7ddd0ba07d9b7c14cd0f6a51620aff4e7096c7",
        ConfigurationDigest.upTo(tiny, 1));
    assertEquals(
        "0c21780afa1b61f72261e9eb2a6ebd8ccebdef9f5e6263a1e03ba7dec41692d8",
        ConfigurationDigest.upTo(tiny, 2));
  }

  @Test
  void whatComesAfterAStageAndWhereItIsWrittenDoNotCount() {
    TrainingConfiguration tiny = TinyConfiguration.in(Path.of("anywhere"));
    TrainingConfiguration elsewhere = TinyConfiguration.in(Path.of("elsewhere"));
    TrainingConfiguration later =
        TinyConfiguration.changed(Path.of("x"), "\"timesteps\": 1", "\"timesteps\": 3");
    assertEquals(ConfigurationDigest.upTo(tiny, 2), ConfigurationDigest.upTo(elsewhere, 2));
    assertEquals(ConfigurationDigest.upTo(tiny, 1), ConfigurationDigest.upTo(later, 1));
    assertNotEquals(ConfigurationDigest.upTo(tiny, 2), ConfigurationDigest.upTo(later, 2));
  }

  @Test
  void theConversionCountsFromTheFirstSpikingStageOn() {
    TrainingConfiguration tiny = TinyConfiguration.in(Path.of("x"));
    TrainingConfiguration other =
        TinyConfiguration.changed(Path.of("x"), "\"percentile\": 90.0", "\"percentile\": 95.0");
    assertEquals(ConfigurationDigest.upTo(tiny, 0), ConfigurationDigest.upTo(other, 0));
    assertNotEquals(ConfigurationDigest.upTo(tiny, 1), ConfigurationDigest.upTo(other, 1));
  }
}
