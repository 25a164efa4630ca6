package vn.lienthong.routes.command.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.routes.platform.RunningGateway;

/** How one door says what every door does. */
interface Dialect {
    Pattern DOCUMENT_ID = Pattern.compile("<(?:\\w+:)?DocumentId>([^<]*)<");
    Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]*)\"");

    /** Where the gateway's own door of it is. */
    URI door(RunningGateway gateway);

    /** What the client is told to call, below the address of the check. */
    String path();

    Operation operation(Call call);

    /** The transport id that a fetching or confirming call names; empty where it names none. */
    String docId(Call call);

    /** Whether the gateway did what it was asked. */
    boolean isOk(Answer answer);

    /** The transport id in the answer to a document or status; empty where there is none. */
    String answeredId(Answer answer);

    /** What the gateway says against it, in one line. */
    String complaint(Answer answer);

    /** Whether the call says of a copy, beside what {@link #operation} makes of it, that it was received. */
    default boolean alsoConfirms(Call call) {
        return false;
    }

    /**
     * What a status that was taken says, and of which letter, see {@link Partner#told(String, String)}.
     *
     * @param answered the transport id in the answer
     */
    default String told(Call call, String answered, Partner partner) {
        return partner.told(answered);
    }

    /**
     * A list that names once more what it named before.
     *
     * @param waiting transport ids of what is meant
     * @param named the items that lists named so far, by transport id, as they stood there; added to
     */
    byte[] again(byte[] list, List<String> waiting, Map<String, String> named);

    /** What names the document that is handed in, as the client wrote it; empty where that is not plain to see. */
    default String identity(Call call) {
        String body = new String(call.body(), StandardCharsets.ISO_8859_1);
        Matcher inPacket = DOCUMENT_ID.matcher(body);
        Matcher inForm = NUMBER.matcher(body);
        return inPacket.find() ? inPacket.group(1) : inForm.find() ? inForm.group(1) : "";
    }
}
