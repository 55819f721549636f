/**
 * {@code paper}: every claim of Chowdhury, Rathi and Roy (ECCV 2022, arXiv 2110.05929) beside what
 * our engine measures on our networks, or what follows from the paper's architectures.
 */
package org.spikeledger.tools.cli.paper;
