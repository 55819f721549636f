package org.spikeledger.simulator.energy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.spikeledger.models.BadInputException;

/**
 * What things cost, and by which formula: the content of a cost model file (JSON, one member a
 * component, all of them needed, and {@code kind}, which names the formula).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OperationCosts.class, name = "operations"),
  @JsonSubTypes.Type(value = LemaireCosts.class, name = "lemaire"),
  @JsonSubTypes.Type(value = SynapticOperationCosts.class, name = "synapticOperation"),
  @JsonSubTypes.Type(value = ChipCosts.class, name = "chip"),
  @JsonSubTypes.Type(value = BitCosts.class, name = "bits")
})
public sealed interface CostModel permits OperationCosts, BilledCosts {

  /** The kinds that a file can name. */
  String KINDS = "operations, lemaire, synapticOperation, chip, bits";

  /** As commands and reports name it. */
  String name();

  /** Where the prices are published. */
  String source();

  /** Process and supply voltage, or the chip. */
  String technology();

  /** Of weights and sums, in words. */
  String precision();

  /**
   * The rule that every text of a model keeps.
   *
   * @throws BadInputException where one of them is blank
   */
  static void checkTexts(String name, String source, String technology, String precision) {
    checkText("name", name);
    checkText("source", source);
    checkText("technology", technology);
    checkText("precision", precision);
  }

  private static void checkText(String field, String text) {
    if (text.isBlank()) {
      throw new BadInputException("a text must not be blank: field=" + field);
    }
  }
}
