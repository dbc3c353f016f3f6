package io.shiporskip.query.asking;

import io.shiporskip.query.projecting.asof.AsOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The moment that a page shows, and addresses that lead from it: templates call it {@code moment}.
 *
 * @param past null for the present
 * @param path of the page
 * @param query of the page without what belongs to one moment or one visit
 */
public record PageMoment(AsOf.@Nullable Position past, String path, Map<String, List<String>> query) {

    private static final List<String> OF_ONE_MOMENT = List.of(AsOfResolver.PARAMETER, "atLeast", "problem", "cursor");

    static PageMoment of(AsOf asOf, String path, Map<String, String[]> parameters) {
        var kept = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (!OF_ONE_MOMENT.contains(name)) {
                kept.put(name, List.of(values));
            }
        });
        return new PageMoment(asOf.past(), path, kept);
    }

    /** This page at the present. */
    public String now() {
        return page().encode().toUriString();
    }

    /** This page as of a position. */
    public String at(long position) {
        return page().queryParam(AsOfResolver.PARAMETER, position).encode().toUriString();
    }

    /** Another page of the site, at the moment of this one. */
    public String to(String address) {
        return past == null ? address : withMoment(address, past.position());
    }

    private static String withMoment(String address, long position) {
        return address + (address.contains("?") ? "&" : "?") + AsOfResolver.PARAMETER + "=" + position;
    }

    private UriComponentsBuilder page() {
        var page = UriComponentsBuilder.fromPath(path);
        query.forEach((name, values) -> page.queryParam(name, values.toArray()));
        return page;
    }
}
