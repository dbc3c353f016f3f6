package io.shiporskip.edge.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A form leads back to a page of this site and nowhere else. */
class BackTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "/tools/a,              absent,                     /tools/a?atLeast=7",
                "/tools/a#votes,        absent,                     /tools/a?atLeast=7#votes",
                "/?by=panel&atLeast=3,  absent,                     /?by=panel&atLeast=7",
                "/?problem=busy,        absent,                     /?atLeast=7",
                "/a%20b?q=%C3%A4,       absent,                     /a%20b?q=%C3%A4&atLeast=7",
                "//evil.example/x,      absent,                     /?atLeast=7",
                "/\\evil.example,       absent,                     /?atLeast=7",
                "https://evil.example/, absent,                     /?atLeast=7",
                "javascript:alert(1),   absent,                     /?atLeast=7",
                "/a\u2028b,             absent,                     /?atLeast=7",
                "/%zz,                  absent,                     /?atLeast=7",
                "absent,                http://host:80/compare/a?x, /compare/a?x&atLeast=7",
                "absent,                http://evil.example/a,      /?atLeast=7",
                "absent,                absent,                     /?atLeast=7"
            })
    void leads(@Nullable String field, @Nullable String referer, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/tools/a/vote");
        request.addHeader("Host", "host:80");
        if (field != null) {
            request.setParameter(Back.FIELD, field);
        }
        if (referer != null) {
            request.addHeader("Referer", referer);
        }
        assertThat(Back.of(request).with("atLeast", 7)).hasToString(expected);
    }
}
