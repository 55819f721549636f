package org.spikeledger.training.rl;

import java.nio.file.Path;
import org.spikeledger.training.config.StrictJson;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentConfigurations;

/** A small training on CartPole: ANN, SNN at T = 2, then T = 1 with carried membranes. */
public final class TinyAgent {
  /** Its configuration. */
  public static final String JSON =
      """
      {
        "name": "tiny", "seed": 5, "environment": "cartpole",
        "network": {"bias": true, "layers": [
          {"kind": "linear", "units": 12}, {"kind": "linear", "units": 10},
          {"kind": "linear", "units": 2}]},
        "surrogateScale": 0.5, "threads": 1,
        "conversion": {"percentile": 95.0, "thresholdScale": 1.0, "observations": 100},
        "replay": {"capacity": 300, "learningStarts": 100, "trainEvery": 5, "batchSize": 16,
                   "sequence": 4, "burnIn": 3},
        "learning": {"gamma": 0.99, "targetEvery": 50, "doubleDqn": true},
        "evaluation": {"everySteps": 200, "episodes": 3},
        "stages": [
          {"name": "ann", "timesteps": 0, "steps": 600, "learningRate": 0.001,
           "exploration": {"from": 1.0, "to": 0.1, "fraction": 0.5}, "export": false},
          {"name": "t2", "timesteps": 2, "steps": 400, "learningRate": 0.001,
           "exploration": {"from": 0.2, "to": 0.1, "fraction": 1.0}, "export": true},
          {"name": "carried", "timesteps": 1, "membranes": "CARRIED", "steps": 600,
           "learningRate": 0.001, "spikePenalty": 0.01,
           "exploration": {"from": 0.2, "to": 0.1, "fraction": 1.0}, "export": true}
        ],
        "output": "nowhere"
      }
      """;

  private TinyAgent() {}

  /** The training in a folder. */
  public static AgentConfiguration in(Path folder) {
    return parse(JSON).with(5, folder.toString());
  }

  /** The training that a text describes. */
  public static AgentConfiguration parse(String json) {
    return AgentConfigurations.of(StrictJson.parse(json, "here"), "here");
  }
}
