package vn.lienthong.gateway.delivery;

/** How an attempt ended. */
public sealed interface PushOutcome {

    /** One line for the trace. */
    String detail();

    /** The system has the copy. */
    record Taken(String detail) implements PushOutcome {}

    /** The system could not be reached or asked to be tried again. */
    record TryAgain(String detail) implements PushOutcome {}

    /** The copy may not go yet, whatever the system does: it is looked at again later, and no attempt is counted. */
    record Waits(String detail) implements PushOutcome {}

    /** The system answered that it will never take this copy: trying again is of no use until a person looks. */
    record Declined(String detail) implements PushOutcome {}
}
