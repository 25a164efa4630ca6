package vn.lienthong.routes.door.console;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address that leads to nothing: answered with the page that says so. */
final class NotFound extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    NotFound() {
        super(HttpStatus.NOT_FOUND);
    }

    /** The id in an address; what is no id leads to nothing. */
    static <T> T id(String text, Function<UUID, T> id) {
        try {
            return id.apply(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
