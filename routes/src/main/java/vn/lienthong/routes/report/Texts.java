package vn.lienthong.routes.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of one language, the same that the console's pages use. */
public final class Texts {
    private static final String BUNDLE = "console.messages";
    private static final Map<String, Texts> KNOWN = new ConcurrentHashMap<>();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(String language) {
        this.locale = Locale.of(language);
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /** Of English where that is asked for; else Vietnamese. */
    public static Texts of(Locale wanted) {
        return KNOWN.computeIfAbsent(wanted.getLanguage().equals("en") ? "en" : "vi", Texts::new);
    }

    /** The language of these texts, as BCP 47 names it. */
    public String language() {
        return locale.getLanguage();
    }

    /** The text under a key, with its places filled. What a stranger wrote is made fit for a screen. */
    String say(String key, String... values) {
        Object[] clean = Arrays.stream(values).map(Clean::text).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(clean);
    }

    /** The text of a word of the domain. */
    String word(String prefix, Enum<?> word, String... values) {
        return say(prefix + "." + word.name(), values);
    }

    /** The text of a name that may be one of ours, else the name as it is. */
    String perhaps(String prefix, String name) {
        String key = prefix + "." + name;
        return bundle.containsKey(key) ? say(key) : name;
    }

    /** Vietnamese time, day first, as people here write it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Items of a list as one sentence has them. */
    static <T> String list(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }
}
