package io.shiporskip.edge.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body refuses to be read beyond a bound. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long most;
    private @Nullable LimitedInput input;

    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        // One for the request: a count that began anew would be no bound.
        LimitedInput opened = input;
        if (opened == null) {
            opened = new LimitedInput(super.getInputStream(), most, getContentLengthLong());
            input = opened;
        }
        return opened;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String name = getCharacterEncoding();
        Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
