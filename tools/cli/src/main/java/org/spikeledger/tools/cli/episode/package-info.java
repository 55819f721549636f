/** {@code episode}: a network acts in an environment. */
package org.spikeledger.tools.cli.episode;
