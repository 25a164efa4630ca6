package vn.lienthong.routes.door.soap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as the engine sees it: the envelope that was looked at, and of the headers only the action. */
final class EnvelopeRequest extends HttpServletRequestWrapper {

    private static final String ACTION = "SOAPAction";

    private final Envelope envelope;

    EnvelopeRequest(HttpServletRequest request, Envelope envelope) {
        super(request);
        this.envelope = envelope;
    }

    @Override
    public String getContentType() {
        return envelope.version().mediaType() + "; charset=UTF-8";
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public int getContentLength() {
        return envelope.bytes().length;
    }

    @Override
    public long getContentLengthLong() {
        return envelope.bytes().length;
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return ACTION.equalsIgnoreCase(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return ACTION.equalsIgnoreCase(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(super.getHeader(ACTION) == null ? List.of() : List.of(ACTION));
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(envelope.bytes());
        return new ServletInputStream() {

            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return in.read(bytes, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("listener (expected: blocking reads)");
            }
        };
    }
}
