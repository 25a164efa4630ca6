package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.ScreenFile;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.TraySettings;

/** What a draft takes as a file, and in the reader's words why not. */
@Component
final class UploadRules {

    private final ScreenFile screening;
    private final MessageSource messages;
    private final TraySettings settings;

    UploadRules(ScreenFile screening, MessageSource messages, GatewayConfiguration configuration) {
        this.screening = screening;
        this.messages = messages;
        this.settings = configuration.tray();
    }

    /** Why so many more bytes are not taken. */
    Optional<String> full(Draft draft, long moreBytes) {
        long used =
                draft.files().stream().mapToLong(file -> file.bytes().length()).sum();
        if (draft.files().size() >= settings.maxFiles()) {
            return Optional.of(text("draft.full.files", Integer.toString(settings.maxFiles())));
        }
        return used + moreBytes > settings.maxSize().toBytes()
                ? Optional.of(
                        text("draft.full.size", Long.toString(settings.maxSize().toMegabytes())))
                : Optional.empty();
    }

    /**
     * Why the file is not taken as it is.
     *
     * @param place its place in the document, 0 for the document itself
     */
    Optional<String> unfit(DraftFile file, int place) throws IOException {
        return screening
                .object(file, place == 0)
                .map(objection -> text("draft.unfit." + objection.text(), file.name()));
    }

    /** Why the draft's own document cannot be sent, such as when the PDF before it was removed. */
    Optional<String> unfit(Draft draft) throws IOException {
        return draft.files().isEmpty() ? Optional.empty() : unfit(draft.files().getFirst(), 0);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
