package vn.lienthong.routes.door.soap;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** What can be called, by the names of the WSDL. */
enum Operation {
    SUBMIT_DOCUMENT("submitDocument", true, false),
    SUBMIT_STATUS("submitStatus", true, false),
    LIST_RECEIVED("listReceived", false, false),
    GET_DOCUMENT("getDocument", false, true),
    REPORT_RECEIPT("reportReceipt", false, false),
    LIST_SENT("listSent", false, false),
    GET_SENT_STATE("getSentState", false, false),
    RESOLVE_AGENCY("resolveAgency", false, false),
    GET_RECEIPT("getReceipt", false, true);

    static final String NAMESPACE = "urn:lienthong:documents:1";

    private final String wire;
    private final boolean takesPacket;
    private final boolean answersFile;

    Operation(String wire, boolean takesPacket, boolean answersFile) {
        this.wire = wire;
        this.takesPacket = takesPacket;
        this.answersFile = answersFile;
    }

    /** Whether an attachment may come with it. */
    boolean takesPacket() {
        return takesPacket;
    }

    /** Whether its answer has a file, which then goes by MTOM. */
    boolean answersFile() {
        return answersFile;
    }

    static Optional<Operation> of(QName element) {
        return Arrays.stream(values())
                .filter(operation -> element.equals(new QName(NAMESPACE, operation.wire)))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(operation -> operation.wire).collect(Collectors.joining(", "));
    }
}
