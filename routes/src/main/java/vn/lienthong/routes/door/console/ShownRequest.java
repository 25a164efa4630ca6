package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.approval.SigningRequest;

/**
 * A document as it was shown to the officer who confirms: one whose file is another by now is not what was confirmed. One field
 * each, since a form may have a bounded number of them.
 */
record ShownRequest(String id, String file) {

    static ShownRequest of(SigningRequest request) {
        return new ShownRequest(request.id().toString(), request.asked().hex());
    }

    /** As the form writes them: {@code id:digest}. */
    static List<ShownRequest> all(@Nullable List<String> fields) {
        return Optional.ofNullable(fields).orElse(List.of()).stream()
                .map(ShownRequest::read)
                .toList();
    }

    private static ShownRequest read(String field) {
        int colon = field.indexOf(':');
        return colon < 0
                ? new ShownRequest(field, "")
                : new ShownRequest(field.substring(0, colon), field.substring(colon + 1));
    }
}
