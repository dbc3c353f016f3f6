/**
 * What has happened: the events of tools, the panel, the community and comparisons, the values they are made of, and the
 * catalogue that names them. No Spring, no MongoDB and no Axon may enter: these records outlive every framework.
 */
@NullMarked
package io.shiporskip.events;

import org.jspecify.annotations.NullMarked;
