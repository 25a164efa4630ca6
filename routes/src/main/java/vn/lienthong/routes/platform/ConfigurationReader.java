package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads the settings before anything else starts, and puts what is wrong with them into one line. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

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

    /**
     * As above, for a command that runs without a gateway: from the same file, environment and settings.
     *
     * @param root of the data folder
     * @throws StartRefused naming the path of the first setting that is unknown or out of range
     */
    static GatewayConfiguration read(Path root, Map<String, String> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> line = new LinkedHashMap<>();
        settings.forEach((name, value) -> line.put(GatewayConfiguration.PREFIX + "." + name, value));
        line.put(GatewayConfiguration.PREFIX + ".data", root.toString());
        environment.getPropertySources().addFirst(new MapPropertySource("commandLine", line));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "places", Map.of("spring.config.location", "optional:file:" + root + "/lienthong.yaml")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return read(environment);
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
