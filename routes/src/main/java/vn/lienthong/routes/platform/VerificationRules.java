package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.VerificationLimits;

/**
 * What files are judged by outside a gateway: the settings {@code lienthong.verification} and {@code lienthong.signature-limits}
 * of a file such as a gateway's own {@code lienthong.yaml}; its other sections mean nothing here.
 *
 * @param source the file's name; empty for the standard
 */
public record VerificationRules(String source, ValidationPolicy policy, VerificationLimits limits) {
    private static final String RULES = "lienthong.verification";
    private static final String LIMITS = "lienthong.signature-limits";
    private static final ConfigurationPropertyName ALL = ConfigurationPropertyName.of("lienthong");
    private static final ConfigurationPropertyName CONFIG = ConfigurationPropertyName.of("spring.config");

    /** What a gateway's own file may hold besides. */
    private static final Set<String> SECTIONS = Stream.of(GatewayConfiguration.class.getRecordComponents())
            .map(component -> component.getName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** What holds unless somebody says otherwise. */
    public static VerificationRules standard() {
        return new VerificationRules("", ValidationPolicy.standard(), VerificationLimits.standard());
    }

    /**
     * Those of a file.
     *
     * @throws IOException when it cannot be read, saying which line is no setting; when it says nothing about verification, or hangs on a profile
     */
    public static VerificationRules read(Path file) throws IOException {
        try {
            List<PropertySource<?>> documents =
                    new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            // Of several documents in a file the last one wins, as in a gateway; a binder takes the first.
            Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.from(documents.reversed());
            require(sources);
            Binder binder = new Binder(sources, null, ApplicationConversionService.getSharedInstance());
            return new VerificationRules(
                    String.valueOf(file.getFileName()),
                    bound(binder, RULES, VerificationSettings.class).policy(),
                    bound(binder, LIMITS, SignatureLimitSettings.class).limits());
        } catch (BindException wrong) {
            Throwable cause = wrong;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IOException(String.valueOf(cause.getMessage()), wrong);
        } catch (YAMLException | IllegalStateException unreadable) {
            throw new IOException("YAML: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whoever names a file means something by it: what would have no effect here is refused. */
    private static void require(Iterable<ConfigurationPropertySource> sources) throws IOException {
        List<ConfigurationPropertyName> names = StreamSupport.stream(sources.spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream())
                .toList();
        for (ConfigurationPropertyName name : names) {
            if (CONFIG.isAncestorOf(name)) {
                throw new IOException(name + ": (expected: none; the file is read as it lies, for every profile)");
            }
            if (ALL.isAncestorOf(name) && !SECTIONS.contains(name.getElement(1, Form.UNIFORM))) {
                throw new IOException(name + ": unknown (expected: " + RULES + ", " + LIMITS + ")");
            }
        }
        if (names.stream().noneMatch(VerificationRules::isRule)) {
            throw new IOException("settings: none of verification (expected: " + RULES + " or " + LIMITS + ")");
        }
    }

    private static boolean isRule(ConfigurationPropertyName name) {
        return Stream.of(RULES, LIMITS)
                .map(ConfigurationPropertyName::of)
                .anyMatch(section -> section.equals(name) || section.isAncestorOf(name));
    }

    private static <T> T bound(Binder binder, String name, Class<T> type) {
        return binder.bindOrCreate(
                name, Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true));
    }

    /** The levels that differ from the standard, as settings write them. */
    public Map<String, Level> levels() {
        Map<String, Level> levels = new TreeMap<>();
        policy.rules().levels().forEach((place, level) -> levels.put(place.toString(), level));
        return levels;
    }

    /** Until when algorithms are good: the first instant at which they no longer are. */
    public Map<String, String> ends() {
        Map<String, String> ends = new TreeMap<>();
        Rules rules = policy.rules();
        rules.ends().forEach(end -> ends.put(end.toString(), end.end().toString()));
        return ends;
    }

    /** In one line; empty for the standard. */
    public String text() {
        return Stream.concat(levels().entrySet().stream(), ends().entrySet().stream())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
