package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads the settings before anything else starts, and puts what is wrong with them into one line. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * The settings a gateway on this folder would start with, without starting one.
     *
     * @param settings as on the command line
     * @throws StartRefused as {@link #read(Environment)}
     */
    public static GatewayConfiguration read(Path folder, Map<String, String> settings) {
        Path root = folder.toAbsolutePath().normalize();
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addFirst(new SimpleCommandLinePropertySource(SettingsSources.arguments(root, settings)));
        sources.addLast(new MapPropertySource("defaultProperties", SettingsSources.defaults(root)));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException unreadable) {
            throw StartFailure.explain(unreadable);
        }
        return read(environment);
    }

    /**
     * All settings, checked.
     *
     * @throws StartRefused naming the path of the first setting that is unknown or out of range
     */
    public static GatewayConfiguration read(Environment environment) {
        refuseUnknownVariables(environment);
        refuseWhatStandsOutside(environment);
        try {
            return Binder.get(environment)
                    .bindOrCreate(
                            GatewayConfiguration.PREFIX,
                            Bindable.of(GatewayConfiguration.class),
                            new NoUnboundElementsBindHandler(
                                    org.springframework.boot.context.properties.bind.BindHandler.DEFAULT,
                                    new UnboundElementsSourceFilter()));
        } catch (BindException e) {
            throw new StartRefused("cấu hình: " + reason(e), e);
        }
    }

    // The binder looks a setting's variable up by its name, so it never sees one that is written wrongly.
    private static void refuseUnknownVariables(Environment environment) {
        if (environment instanceof ConfigurableEnvironment variables) {
            Set<String> names = variables.getSystemEnvironment().keySet();
            SettingNames.unknown(names).stream().findFirst().ifPresent(name -> {
                throw new StartRefused("cấu hình: biến môi trường " + name
                        + ": không có thiết lập này (expected: LIENTHONG_ rồi tên thiết lập viết hoa, dấu chấm thành _ và bỏ dấu"
                        + " -, như LIENTHONG_AXIS_MAXCONNECTIONS)");
            });
        }
    }

    // A file without the word at its top would be read and mean nothing.
    private static void refuseWhatStandsOutside(Environment environment) {
        if (environment instanceof ConfigurableEnvironment sources) {
            sources.getPropertySources().stream()
                    .filter(source -> source.getName().contains(SettingsSources.FILE))
                    .filter(EnumerablePropertySource.class::isInstance)
                    .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                    .filter(SettingNames::isWithoutPrefix)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new StartRefused("cấu hình: " + SettingsSources.FILE + ": " + name
                                + " (expected: nằm dưới lienthong:, tức lienthong." + name + ")");
                    });
        }
    }

    private static String reason(BindException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                String name = unknown.getUnboundProperties()
                        .iterator()
                        .next()
                        .getName()
                        .toString();
                return name + ": không có thiết lập này (expected: " + SettingNames.near(name) + ")";
            }
            if (cause instanceof ConversionFailedException unreadable) {
                return failure.getName() + ": " + unreadable.getValue() + " (expected: "
                        + Setting.form(unreadable.getTargetType().getType()) + ")";
            }
        }
        String text = String.valueOf(cause.getMessage());
        return text.startsWith(GatewayConfiguration.PREFIX) ? text : failure.getName() + ": " + text;
    }
}
