package org.spikeledger.tools.bench.agenda;

/**
 * Ours beside a rival, measured in the same run; the ratio is our speed over the rival's.
 *
 * @param suite its suite's name
 * @param what is compared
 * @param ours our side
 * @param rival the other side
 * @param goal the least ratio that we want; NaN where there is none
 */
public record Comparison(String suite, String what, Contender ours, Contender rival, double goal) {}
