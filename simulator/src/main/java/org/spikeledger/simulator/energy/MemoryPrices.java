package org.spikeledger.simulator.energy;

import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * Prices of memory accesses by the size of the buffer: piecewise linear between sizes of SRAM,
 * beyond the largest as named. A read and a write cost the same.
 *
 * @param source where the prices are published
 * @param accessBits the width of one SRAM access, 1..4096 bits
 * @param sram prices of one access by size, 2..64 of them, in rising size from 0 bytes
 * @param dram the price of one DRAM access
 * @param beyondSram what holds above the largest SRAM
 */
public record MemoryPrices(
    String source, int accessBits, List<Sram> sram, Dram dram, BeyondSram beyondSram) {

  /** Checks sizes and widths. */
  public MemoryPrices {
    sram = List.copyOf(sram);
    checkBits(accessBits);
    if (sram.size() < 2 || sram.size() > 64) {
      throw new BadInputException("2 to 64 sizes of SRAM have a price: sizes=" + sram.size());
    }
    if (sram.getFirst().bytes() != 0) {
      throw new BadInputException(
          "the first size of SRAM is 0 bytes: bytes=" + sram.getFirst().bytes());
    }
    for (int i = 1; i < sram.size(); i++) {
      if (sram.get(i).bytes() <= sram.get(i - 1).bytes()) {
        throw new BadInputException(
            "sizes of SRAM rise: bytes=%d after=%d"
                .formatted(sram.get(i).bytes(), sram.get(i - 1).bytes()));
      }
    }
  }

  /**
   * The price of one access to a word in a buffer that holds so many of them, in pJ: the price at
   * the buffer's size, times the word's share of the access width.
   *
   * @param words in the buffer, at least 0
   * @param wordBits of one word
   */
  public double wordPj(long words, int wordBits) {
    double bytes = Math.ceil((double) words * wordBits / 8);
    if (bytes > sram.getLast().bytes() && beyondSram == BeyondSram.DRAM) {
      return dram.accessPj() * wordBits / dram.accessBits();
    }
    return sramPj(bytes) * wordBits / accessBits;
  }

  /** The same prices with another rule above the largest SRAM. */
  public MemoryPrices beyondSram(BeyondSram beyond) {
    return new MemoryPrices(source, accessBits, sram, dram, beyond);
  }

  private double sramPj(double bytes) {
    for (int i = 1; i < sram.size(); i++) {
      Sram above = sram.get(i);
      if (bytes <= above.bytes()) {
        Sram below = sram.get(i - 1);
        double part = (bytes - below.bytes()) / (above.bytes() - below.bytes());
        return below.accessPj() + part * (above.accessPj() - below.accessPj());
      }
    }
    return sram.getLast().accessPj();
  }

  private static void checkBits(int bits) {
    if (bits < 1 || bits > 4096) {
      throw new BadInputException("an access has 1 to 4096 bits: accessBits=" + bits);
    }
  }

  /**
   * One size of SRAM.
   *
   * @param bytes its size, at least 0
   * @param accessPj one access, in pJ
   */
  public record Sram(long bytes, double accessPj) {

    /** Checks the price. */
    public Sram {
      Price.check("accessPj", accessPj);
    }
  }

  /**
   * DRAM, of any size.
   *
   * @param accessBits the width of one access, 1..4096 bits
   * @param accessPj one access, in pJ
   */
  public record Dram(int accessBits, double accessPj) {

    /** Checks width and price. */
    public Dram {
      checkBits(accessBits);
      Price.check("accessPj", accessPj);
    }
  }
}
