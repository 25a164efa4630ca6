package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * What a neighbour is asked, whatever dialect it speaks. Each call is made once, whether to make it again is its caller's to
 * decide. Whoever cannot be reached is an {@link IOException}; what was answered is an {@link AxisReply}.
 */
public interface NeighbourWire extends AutoCloseable {

    /**
     * An answer with the neighbour's own time.
     *
     * @param date the header {@code Date}
     */
    record Dated(AxisReply reply, Optional<String> date) {}

    /** A harmless call that shows whether we are let in: its list of agencies. */
    Dated probe(Neighbour neighbour) throws IOException, InterruptedException;

    /**
     * The agencies that the neighbour knows.
     *
     * @throws IOException when it has no list for us
     */
    List<AxisUnit> units(Neighbour neighbour) throws IOException, InterruptedException;

    /**
     * What a neighbour lists.
     *
     * @param read the days that the list was asked for by, and that are in it; none where it is not by days
     * @param tooLong days that are not in it, as there is more of each than is read
     */
    record Received(List<AxisListed> items, List<LocalDate> read, List<LocalDate> tooLong) {
        public Received {
            items = List.copyOf(items);
            read = List.copyOf(read);
            tooLong = List.copyOf(tooLong);
        }

        /** All there is. */
        static Received whole(List<AxisListed> items) {
            return new Received(items, List.of(), List.of());
        }
    }

    /** What waits for us there. */
    Received received(Neighbour neighbour, MessageKind kind) throws IOException, InterruptedException;

    /** Reports {@code done} or {@code fail}. */
    AxisReply report(Neighbour neighbour, String docId, String status) throws IOException, InterruptedException;

    /**
     * What is handed over.
     *
     * @param to recipients that narrow the packet's; empty means all of them
     * @param hop the last station, where the packet's trace does not hold it
     */
    record Handed(AgencyCode from, MessageKind kind, List<AgencyCode> to, AxisFile file, Optional<String> hop) {
        public Handed {
            to = List.copyOf(to);
        }
    }

    AxisReply send(Neighbour neighbour, Handed handed) throws IOException, InterruptedException;

    /** Reads a copy while it comes in. */
    @FunctionalInterface
    interface Copying<T> {
        T copy(InputStream content) throws IOException;
    }

    /** What became of a download. */
    sealed interface Download<T> {

        record Came<T>(T copied) implements Download<T> {}

        /** An answer came in place of the document. */
        record NotGiven<T>(AxisReply reply) implements Download<T> {}
    }

    /** Fetches a copy, on another thread than the caller's. */
    <T> Download<T> download(Neighbour neighbour, String docId, Copying<T> copying)
            throws IOException, InterruptedException;

    /** Ends all calls. */
    @Override
    void close() throws IOException;

    /** As the dialects call it. */
    static String wireName(MessageKind kind) {
        return switch (kind) {
            case EDOC -> "edoc";
            case STATUS -> "status";
        };
    }
}
