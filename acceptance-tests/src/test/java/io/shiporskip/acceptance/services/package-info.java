/** The two services as docker-compose.yml describes them, as processes behind Caddy. */
@NullMarked
package io.shiporskip.acceptance.services;

import org.jspecify.annotations.NullMarked;
