/** Files that appear whole or not at all, and lines of tables. */
package org.spikeledger.models.file;
