package org.spikeledger.training.zoo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.evaluate.Agreement;

/**
 * What stands beside a trained network.
 *
 * @param name of the network, that of its file without the ending
 * @param file in the same folder
 * @param sha256 of the file, 64 hexadecimal digits
 * @param dataset its measure, as named on the command line; DIR where the user says the folder
 * @param timesteps T it was trained for
 * @param accuracy of the stored file in the simulator, all test images, in 0..1
 * @param annAccuracy of the ANN it was made from, float32 in libtorch, same images; null where
 *     there was none
 * @param samples test images
 * @param fingerprint of the run that measured it
 * @param digest of that run
 * @param measured how
 * @param spikesPerNeuronPerInference over all hidden neurons and test images, in the simulator
 * @param weightedSpikesPerNeuronPerInference the same as a mean over the hidden layers weighted by
 *     the dense multiply-accumulates that each feeds: the rate of the paper's estimate
 * @param energy against the ANN, one a rule for pooled inputs
 * @param agreement with libtorch on the first test images
 * @param layers in order
 * @param seed of the training
 * @param startedFrom the file with which the first of the stages started; null where there was none
 * @param trainingSeconds of the stages that led to this network, from the metrics log
 * @param dataSource where the data comes from
 * @param dataLicence its licence
 * @param configuration all that decided the training, without folders
 */
@JsonPropertyOrder({"name", "file", "sha256", "dataset", "timesteps", "accuracy"})
public record NetworkCard(
    String name,
    String file,
    String sha256,
    String dataset,
    int timesteps,
    double accuracy,
    Double annAccuracy,
    long samples,
    String fingerprint,
    String digest,
    String measured,
    double spikesPerNeuronPerInference,
    double weightedSpikesPerNeuronPerInference,
    List<EnergyCard> energy,
    Agreement agreement,
    List<LayerCard> layers,
    long seed,
    @JsonInclude(JsonInclude.Include.NON_NULL) Origin startedFrom,
    double trainingSeconds,
    String dataSource,
    String dataLicence,
    TrainingConfiguration configuration) {

  /** Copies the lists. */
  public NetworkCard {
    energy = List.copyOf(energy);
    layers = List.copyOf(layers);
  }
}
