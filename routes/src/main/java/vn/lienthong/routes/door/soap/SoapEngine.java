package vn.lienthong.routes.door.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.delivery.OutgoingBytes;

/**
 * Carries calls out by CXF, which is made with the first of them: a gateway that nobody calls by SOAP starts without it.
 */
final class SoapEngine implements AutoCloseable {

    static final String TRACE_HEADER = OutgoingBytes.Copy.TRACE_HEADER;

    private final SoapOperations operations;
    private @Nullable SoapEndpoints endpoints;

    SoapEngine(SoapOperations operations) {
        this.operations = operations;
    }

    /**
     * Carries out one call and writes its answer; what it is refused for is thrown, and nothing is written then.
     *
     * @throws SoapRefusal as an operation says it, or for a message that is not as the WSDL has it
     * @throws IOException when the answer does not reach the caller
     */
    void call(Envelope envelope, SoapCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        EnvelopeRequest shown = new EnvelopeRequest(request, envelope);
        shown.setAttribute(SoapEndpoints.CALL, call);
        shown.setAttribute(SoapEndpoints.ENVELOPE, envelope);
        // The engine holds a monitor while it reads, works and writes. Before Java 24 a virtual thread that waits
        // inside one
        // keeps its carrier, and a few slow readers would stand still for everybody: a thread of its own does not.
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
            endpoints().invoke(envelope.version(), shown, response);
            return null;
        });
        Thread.ofPlatform().daemon().name("soap").start(task);
        await(task);
        Object fault = request.getAttribute(SoapEndpoints.FAULT);
        if (fault instanceof Exception thrown) {
            throw EngineFault.refusal(thrown, request.getAttribute(SoapEndpoints.REACHED) != null);
        }
    }

    /** The thread uses this request until it ends: it is waited for, whatever happens. */
    private static void await(FutureTask<@Nullable Void> task) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException ours -> throw ours;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized SoapEndpoints endpoints() {
        if (endpoints == null) {
            endpoints = new SoapEndpoints(operations);
        }
        return endpoints;
    }

    @Override
    public synchronized void close() {
        if (endpoints != null) {
            endpoints.close();
        }
    }
}
