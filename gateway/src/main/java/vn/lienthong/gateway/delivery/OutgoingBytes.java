package vn.lienthong.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.packet.TraceSplice;

/**
 * What leaves the gateway for a recipient: the bytes as they were received with the gateway's own hop in their trace, or,
 * where the trace is signed or has no place for it, as they were received, the hop beside them.
 */
public final class OutgoingBytes {

    private final Vault vault;
    private final UnitOfWork work;

    public OutgoingBytes(Vault vault, UnitOfWork work) {
        this.vault = vault;
        this.work = work;
    }

    /** The copy of a delivery; the same in every attempt. A status has no trace and leaves as it came. */
    public Copy of(Delivery delivery) {
        return delivery.kind() == MessageKind.STATUS
                ? asReceived(delivery.bytes())
                : work.reading(transaction -> transaction
                                .dossiers()
                                .outgoing(delivery.dossier(), delivery.bytes().digest()))
                        .map(this::copy)
                        .orElseGet(() -> asReceived(delivery.bytes()));
    }

    private Copy copy(Outgoing outgoing) {
        Optional<TraceHop> beside = outgoing.splice().isEmpty() ? Optional.of(outgoing.hop()) : Optional.empty();
        return new Copy(outgoing.received(), outgoing.splice(), outgoing.digest(), outgoing.length(), beside);
    }

    private Copy asReceived(StoredBytes bytes) {
        return new Copy(bytes, Optional.empty(), bytes.digest(), bytes.length(), Optional.empty());
    }

    /** One copy, ready to be read. */
    public final class Copy {

        /** The link header that the hop travels in when it is not in the packet. */
        public static final String TRACE_HEADER = "LienThong-Trace";

        private final StoredBytes received;
        private final Optional<TraceSplice> splice;
        private final Sha256 digest;
        private final long length;
        private final Optional<TraceHop> beside;

        private Copy(
                StoredBytes received,
                Optional<TraceSplice> splice,
                Sha256 digest,
                long length,
                Optional<TraceHop> beside) {
            this.received = received;
            this.splice = splice;
            this.digest = digest;
            this.length = length;
            this.beside = beside;
        }

        /** SHA-256 of what {@link #open()} gives. */
        public Sha256 digest() {
            return digest;
        }

        /** Bytes that {@link #open()} gives. */
        public long length() {
            return length;
        }

        /** The value of {@link #TRACE_HEADER}: a string and its parameter {@code time} (RFC 8941 §3.3), where the hop is not inside. */
        public Optional<String> traceHeader() {
            return beside.map(hop -> "\"" + hop.organId() + "\";time=\"" + hop.timeText() + "\"");
        }

        /** Reads from the vault, in memory that does not grow with the copy. */
        public InputStream open() throws IOException {
            InputStream in = vault.read(received.digest());
            return splice.map(one -> one.insertInto(in)).orElse(in);
        }
    }
}
