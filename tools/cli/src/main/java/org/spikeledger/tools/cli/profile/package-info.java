/** {@code profile}: what a run looked like, as text, JSON, CSV and a page. */
package org.spikeledger.tools.cli.profile;
