package vn.lienthong.routes.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.platform.DataFolder;

/**
 * On the class path of tests only: ends the process as a power cut would, right after the step whose id stands in
 * {@code <data>/halt-after}. The file goes with it, so that the next start lives.
 */
@Component
class HaltAfterStep implements InterceptStrategy {

    private static final int KILLED = 137;

    private final Path order;

    HaltAfterStep(DataFolder data) {
        this.order = data.root().resolve("halt-after");
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return super.process(exchange, doneSync -> {
                    haltIfOrdered(definition.getId());
                    callback.done(doneSync);
                });
            }
        };
    }

    private void haltIfOrdered(String step) {
        try {
            if (Files.exists(order) && Files.readString(order).strip().equals(step)) {
                Files.delete(order);
                Runtime.getRuntime().halt(KILLED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
