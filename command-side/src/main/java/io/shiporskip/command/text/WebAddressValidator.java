package io.shiporskip.command.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link WebAddress}: anything else, such as {@code javascript:}, would become a trap on a page. */
public final class WebAddressValidator implements ConstraintValidator<WebAddress, String> {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private int max;
    private boolean orEmpty;

    @Override
    public void initialize(WebAddress constraint) {
        max = constraint.max();
        orEmpty = constraint.orEmpty();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        String kept = Texts.tidy(text);
        return kept.isEmpty() ? orEmpty : kept.length() <= max && isWebAddress(kept);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
