/** What was measured, as JSON and as Markdown. The JSON's names stay; additions are free. */
package org.spikeledger.tools.bench.result;
