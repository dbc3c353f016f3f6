package io.shiporskip.query.asking;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tags what is answered as of a moment by its bytes: they stay the same for ever under one program, and a program that
 * would say it in other bytes thereby gives another tag.
 */
final class PastTags extends ShallowEtagHeaderFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getParameter(AsOfResolver.PARAMETER) == null;
    }
}
