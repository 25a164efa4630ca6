package vn.lienthong.routes.door.console;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Findings in the reader's words: they are kept as {@code what: value (expected: …)}, with the names that standards give to
 * reasons, which a clerk need not know. What has no words stays as it is.
 */
@Component("plain")
final class PlainWords {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]{5,}\\b");

    private static final Pattern INSTANT = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z");
    private static final String OF_WHAT = ": ";

    private final MessageSource messages;
    private final Times times;

    PlainWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** As {@link #say(String)}; what has a text of its own for people says that, about the thing that the finding names. */
    public String say(Finding finding) {
        int about = finding.text().indexOf(OF_WHAT);
        Object[] thing = {about < 0 ? "" : finding.text().substring(0, about)};
        String own =
                messages.getMessage("finding." + finding.code().name(), thing, null, LocaleContextHolder.getLocale());
        return own == null ? say(finding.text()) : own;
    }

    public String say(String text) {
        Locale locale = LocaleContextHolder.getLocale();
        String expected = messages.getMessage("finding.expected", new Object[0], locale);
        String local = INSTANT.matcher(text).replaceAll(at -> Matcher.quoteReplacement(times.text(at.group())));
        return NAME.matcher(local)
                .replaceAll(name -> Matcher.quoteReplacement(words(name, locale).orElseGet(name::group)))
                .replace("(expected: ", "(" + expected + " ");
    }

    private Optional<String> words(MatchResult name, Locale locale) {
        return Optional.ofNullable(messages.getMessage("sub." + name.group(), null, null, locale))
                .or(() -> Optional.ofNullable(messages.getMessage("indication." + name.group(), null, null, locale)))
                .or(() -> locale.getLanguage().equals("vi") ? error(name.group()) : Optional.empty());
    }

    private static Optional<String> error(String name) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(name)) {
                return Optional.of(code.vietnamese());
            }
        }
        return Optional.empty();
    }
}
