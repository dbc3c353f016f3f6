package io.shiporskip.acceptance.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns the addresses of the compose network into addresses of this machine, and leaves all else as the file has it. What
 * stands first wins, and nothing is replaced twice.
 */
final class Rehoming {

    private final Map<String, String> replacements = new LinkedHashMap<>();

    Rehoming with(String there, Object here) {
        replacements.put(there, here.toString());
        return this;
    }

    String text(String original) {
        Pattern any = Pattern.compile(
                replacements.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(original)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(replacements.get(found.group()))));
    }

    List<String> all(List<String> originals) {
        return originals.stream().map(this::text).toList();
    }

    Map<String, String> all(Map<String, String> originals) {
        Map<String, String> moved = new LinkedHashMap<>();
        originals.forEach((name, value) -> moved.put(name, text(value)));
        return moved;
    }
}
