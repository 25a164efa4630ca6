package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request's body, written part by part as its publisher gives it: the next part is asked for when one is sent. */
final class PublishedBody extends AbstractHttpEntity {

    private final HttpRequest.BodyPublisher publisher;

    PublishedBody(HttpRequest.BodyPublisher publisher) {
        super((String) null, null, publisher.contentLength() < 0);
        this.publisher = publisher;
    }

    /** What a publisher says. */
    private sealed interface Signal {
        record Part(ByteBuffer bytes) implements Signal {}

        record Failed(Throwable cause) implements Signal {}

        record Ended() implements Signal {}
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Signals signals = new Signals();
        publisher.subscribe(signals);
        try {
            long sent = signals.copyTo(out);
            // Too few bytes, and the neighbour would wait for the rest until its patience ends.
            if (!isChunked() && sent != getContentLength()) {
                throw new IOException("body: " + sent + " bytes (expected: " + getContentLength() + ")");
            }
        } finally {
            signals.cancel();
        }
    }

    /** Parts come one at a time, so the queue holds one at most. */
    private static final class Signals implements Flow.Subscriber<ByteBuffer> {

        private final BlockingQueue<Signal> queue = new LinkedBlockingQueue<>();
        private final BlockingQueue<Flow.Subscription> given = new LinkedBlockingQueue<>();

        long copyTo(OutputStream out) throws IOException {
            long sent = 0;
            try {
                while (true) {
                    switch (queue.take()) {
                        case Signal.Part part -> {
                            sent += write(part.bytes(), out);
                            given.element().request(1);
                        }
                        case Signal.Failed failed -> throw new IOException("body: not readable", failed.cause());
                        case Signal.Ended ended -> {
                            return sent;
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("body: interrupted").initCause(e);
            }
        }

        private static int write(ByteBuffer bytes, OutputStream out) throws IOException {
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            out.write(part);
            return part.length;
        }

        void cancel() {
            given.forEach(Flow.Subscription::cancel);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            given.add(subscription);
            subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            queue.add(new Signal.Part(bytes));
        }

        @Override
        public void onError(Throwable cause) {
            queue.add(new Signal.Failed(cause));
        }

        @Override
        public void onComplete() {
            queue.add(new Signal.Ended());
        }
    }

    /** In bytes; below zero where the publisher does not know. */
    @Override
    public long getContentLength() {
        return publisher.contentLength();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("body: it is written, not read");
    }

    @Override
    public void close() {}
}
