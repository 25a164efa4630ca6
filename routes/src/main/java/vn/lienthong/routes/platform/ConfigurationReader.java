package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
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
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return read(environment);
    }

    /**
     * All settings, checked.
     *
     * @throws StartRefused naming the path of the first setting that is unknown or out of range
     */
    public static GatewayConfiguration read(Environment environment) {
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

    private static String reason(BindException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return unknown.getUnboundProperties().iterator().next().getName() + ": tên không có (expected: một tên"
                        + " trong tài liệu cấu hình)";
            }
        }
        String text = String.valueOf(cause.getMessage());
        return text.startsWith(GatewayConfiguration.PREFIX) ? text : failure.getName() + ": " + text;
    }
}
