package vn.lienthong.routes.command.conformance;

import java.time.Instant;

/**
 * One call and what came of it.
 *
 * @param docId of a copy that is fetched or confirmed; of a document or status, what the gateway answered, be it that the client
 *     never heard
 * @param identity of a document that is handed in, as its sender wrote it; of a status that was taken, what {@link Partner#told}
 *     makes of it; may be empty
 * @param ok whether the gateway did it, and the client was told all of it
 * @param held whether a document was taken, and waits for a person's decision
 * @param complaint what the gateway said against it
 */
record Seen(
        Operation operation,
        String docId,
        String identity,
        Fault fault,
        boolean ok,
        boolean held,
        String complaint,
        Instant at) {

    boolean is(Operation wanted) {
        return operation == wanted;
    }

    boolean isAbout(Operation wanted, String id) {
        return operation == wanted && docId.equals(id);
    }
}
