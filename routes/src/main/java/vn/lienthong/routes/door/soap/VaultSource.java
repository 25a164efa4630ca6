package vn.lienthong.routes.door.soap;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file of an answer, read as it is sent. */
final class VaultSource implements DataSource {

    private final Opening opening;

    VaultSource(Opening opening) {
        this.opening = opening;
    }

    interface Opening {
        InputStream open() throws IOException;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return opening.open();
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("answer: it is read, not written");
    }

    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public String getName() {
        return "";
    }
}
