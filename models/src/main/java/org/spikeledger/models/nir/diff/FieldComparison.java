package org.spikeledger.models.nir.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spikeledger.models.nir.RawField;

/** Compares fields by name: numbers by value, whatever their width, texts by letter. */
final class FieldComparison {

  private static final String NONE = "none";
  private static final int LONGEST_TEXT = 40;

  private final double tolerance;

  FieldComparison(double tolerance) {
    this.tolerance = tolerance;
  }

  /** The fields in which two groups differ, each name behind a prefix. */
  List<FieldDifference> compare(
      String prefix, Map<String, RawField> first, Map<String, RawField> second) {
    SortedSet<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    List<FieldDifference> differences = new ArrayList<>();
    for (String name : names) {
      RawField one = first.get(name);
      RawField other = second.get(name);
      Optional<NumericDifference> numbers =
          one instanceof RawField.Numbers a
                  && other instanceof RawField.Numbers b
                  && a.size() == b.size()
              ? Optional.of(apart(a, b))
              : Optional.empty();
      boolean same =
          numbers.isPresent()
              ? numbers.get().values() == 0 && isOneShape(one, other)
              : one != null && one.equals(other);
      if (!same) {
        differences.add(
            new FieldDifference(
                prefix + name, text(one), text(other), numbers.filter(each -> each.values() > 0)));
      }
    }
    return differences;
  }

  /** A single value is the same with or without dimensions: exporters differ here. */
  private static boolean isOneShape(RawField one, RawField other) {
    return one.size() == 1 || one.dimensions().equals(other.dimensions());
  }

  private NumericDifference apart(RawField.Numbers one, RawField.Numbers other) {
    double largest = 0;
    int index = 0;
    int values = 0;
    for (int i = 0; i < one.size(); i++) {
      double difference = apart(one.get(i), other.get(i));
      if (difference > largest) {
        largest = difference;
        index = i;
      }
      values += difference > tolerance ? 1 : 0;
    }
    return new NumericDifference(largest, index, values);
  }

  /** Infinite where only one is not a number, or both are infinite of different signs. */
  private static double apart(double one, double other) {
    if (one == other || (Double.isNaN(one) && Double.isNaN(other))) {
      return 0;
    }
    double difference = Math.abs(one - other);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private static String text(RawField field) {
    return switch (field) {
      case null -> NONE;
      case RawField.Texts texts -> shortened(String.join(", ", texts.values()));
      case RawField.Numbers numbers -> text(numbers);
    };
  }

  private static String text(RawField.Numbers numbers) {
    double least = numbers.get(0);
    double most = least;
    for (int i = 1; i < numbers.size(); i++) {
      least = Math.min(least, numbers.get(i));
      most = Math.max(most, numbers.get(i));
    }
    String range = least == most ? String.valueOf(least) : least + " to " + most;
    return numbers.size() == 1
        ? range
        : numbers.dimensions().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" x ", "", ": " + range));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }
}
