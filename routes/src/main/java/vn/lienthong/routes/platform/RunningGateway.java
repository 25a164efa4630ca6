package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A gateway at work in this process: its doors are open when {@link #start} returns. */
public final class RunningGateway implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final DataFolder data;
    private final CountDownLatch closed = new CountDownLatch(1);

    private RunningGateway(ConfigurableApplicationContext context, DataFolder data) {
        this.context = context;
        this.data = data;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
    }

    /**
     * Takes the data folder, starts database and broker, brings the schema up to date and opens the doors.
     *
     * @param settings names below {@code lienthong}, such as {@code axis.port}; they outweigh file and environment
     * @throws StartRefused when it must not, or cannot, run; nothing is left running then
     */
    public static RunningGateway start(Mode mode, Path folder, Map<String, String> settings, Progress progress) {
        DataFolder data = DataFolder.open(folder);
        progress.say("thư mục dữ liệu " + data.root());
        SpringApplication application = new SpringApplication(Gateway.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(SettingsSources.defaults(data.root()));
        application.addInitializers(context -> prepare(context, mode, data, progress));
        try {
            RunningGateway gateway =
                    new RunningGateway(application.run(SettingsSources.arguments(data.root(), settings)), data);
            MakeClassArchive.begin()
                    .ifPresent(making -> SpringApplication.getShutdownHandlers().add(making::close));
            return gateway;
        } catch (RuntimeException e) {
            data.close();
            throw StartFailure.explain(e);
        }
    }

    public GatewayConfiguration configuration() {
        return context.getBean(GatewayConfiguration.class);
    }

    /** A part of the running gateway, for commands that run in the same process. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns when the gateway has been told to stop. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Stops taking, finishes what is in hand, stops broker and database. */
    @Override
    public void close() {
        context.close();
        data.close();
    }

    private static void prepare(ConfigurableApplicationContext context, Mode mode, DataFolder data, Progress progress) {
        GatewayConfiguration configuration = ConfigurationReader.read(context.getEnvironment());
        Stores stores = Stores.start(data, configuration, progress);
        // A start that is interrupted before the beans are made has no bean to close.
        SpringApplication.getShutdownHandlers().add(stores::close);
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("gatewayConfiguration", configuration);
        beans.registerSingleton("mode", mode);
        beans.registerSingleton("dataFolder", data);
        beans.registerSingleton("progress", progress);
        beans.registerSingleton("stores", stores);
        beans.registerDisposableBean("stores", stores::close);
    }
}
