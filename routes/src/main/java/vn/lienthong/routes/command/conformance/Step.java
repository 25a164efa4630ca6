package vn.lienthong.routes.command.conformance;

import java.util.List;
import java.util.Optional;

/** One thing that the client is to do, what is done to it, and how what it did is judged. */
interface Step {
    /** Stable, for programs. */
    String id();

    /** What the client has to do, in Vietnamese. */
    String ask();

    /** What happens before the client is watched; returns the transport ids of copies that it will find waiting. */
    List<String> prepare(Partner partner);

    /** What is done to this call, given what was seen in this step. */
    Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting);

    /** Empty as long as there is nothing to judge. */
    Optional<Verdict> judge(List<Seen> seen, List<String> waiting);

    /** When the time is over. */
    String missing();
}
