package io.shiporskip.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for the HTTP edge, under {@code ship-or-skip}.
 *
 * @param data folder of {@code secrets.json} and {@code tokens.json}; both sides must be given the same one
 * @param newVisitors how many new visitors one network address may become in an hour; 0 for no limit
 * @param publicOrigin the origin that browsers see, such as {@code https://votes.example.org}, where a proxy hides it;
 *     without it a request's own {@code Host} stands for it
 */
@ConfigurationProperties("ship-or-skip")
public record EdgeSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("300") int newVisitors,
        @Nullable String publicOrigin) {

    /** @throws InvalidSettingException when the limit is negative or the origin is not one */
    public EdgeSettings {
        if (newVisitors < 0) {
            throw new InvalidSettingException(
                    "ship-or-skip.new-visitors is " + newVisitors + ": give 0 (no limit) or a number above it");
        }
        if (publicOrigin != null && publicOrigin.isBlank()) {
            publicOrigin = null;
        }
        if (publicOrigin != null && !publicOrigin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+")) {
            throw new InvalidSettingException("ship-or-skip.public-origin is '" + publicOrigin
                    + "': give a scheme and a host, such as https://votes.example.org, and no path");
        }
    }
}
