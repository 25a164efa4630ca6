package vn.lienthong.routes.door.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Reads the signed file, as a form's one file or as the whole body; never more than what was handed out and a signature. */
@Component
final class ReadReturned {

    /** What a form writes around its file, and the few texts beside it. */
    private static final long FORM_BYTES = 64L * 1024;

    private final SpoolBody spooling;
    private final long maxAdded;

    ReadReturned(@Qualifier("returnedFromDesks") SpoolBody spooling, GatewayConfiguration configuration) {
        this.spooling = spooling;
        this.maxAdded = configuration.seal().desk().maxAdded().toBytes();
    }

    Upload read(HandOff handOff, HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType());
        SpoolBody own = spooling.of(request.getRemoteAddr(), handOff.pdf().length() + maxAdded + FORM_BYTES);
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? own.file(request.getInputStream(), type)
                : own.whole(request.getInputStream(), Optional.empty());
    }
}
