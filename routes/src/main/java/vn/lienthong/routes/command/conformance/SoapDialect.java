package vn.lienthong.routes.command.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;

/** SOAP at {@code /services/documents}: what a call asks is the first of our elements in it, in whatever envelope. */
final class SoapDialect implements Dialect {
    private static final Pattern OPERATION = Pattern.compile(
            "<(?:[\\w.-]+:)?(submitDocument|submitStatus|listReceived|getDocument|reportReceipt)(?=[\\s/>])");
    private static final Pattern DOC_ID = element("docId");
    private static final Pattern STATUS = element("status");
    private static final Pattern PACKET = element("packet");
    private static final Pattern ITEM = Pattern.compile("<((?:[\\w.-]+:)?)item(?=[\\s>]).*?</\\1item>", Pattern.DOTALL);
    private static final Pattern LIST_END = Pattern.compile("</(?:[\\w.-]+:)?listReceivedResponse>");
    private static final Pattern FAULT = Pattern.compile("<(?:[\\w.-]+:)?Fault(?=[\\s>])");
    private static final Pattern FAULT_CODE = element("code");
    private static final Pattern FAULT_TEXT = element("text");

    private static Pattern element(String name) {
        return Pattern.compile("<(?:[\\w.-]+:)?" + name + "(?:\\s[^>]*)?>([^<]*)<");
    }

    @Override
    public URI door(RunningGateway gateway) {
        return URI.create(
                "http://127.0.0.1:" + gateway.part(ServicesListener.class).port());
    }

    @Override
    public String path() {
        return "/services/documents";
    }

    @Override
    public Operation operation(Call call) {
        Matcher named = OPERATION.matcher(text(call.body()));
        if (!call.method().equals("POST") || !named.find()) {
            return Operation.OTHER;
        }
        return switch (named.group(1)) {
            case "submitDocument" -> Operation.SEND;
            case "submitStatus" -> Operation.STATUS;
            case "listReceived" -> Operation.LIST;
            case "getDocument" -> Operation.FETCH;
            default -> first(STATUS, call.body()).equals("done") ? Operation.CONFIRM : Operation.OTHER;
        };
    }

    @Override
    public String docId(Call call) {
        return first(DOC_ID, call.body());
    }

    @Override
    public boolean isOk(Answer answer) {
        return answer.status() == 200 && !FAULT.matcher(text(answer.body())).find();
    }

    @Override
    public String answeredId(Answer answer) {
        return first(DOC_ID, answer.body());
    }

    @Override
    public String complaint(Answer answer) {
        return ("HTTP " + answer.status() + " " + first(FAULT_CODE, answer.body()) + " "
                        + first(FAULT_TEXT, answer.body()))
                .strip();
    }

    /** By MTOM the packet stands in the body as it is, else in base64. */
    @Override
    public String identity(Call call) {
        String plain = Dialect.super.identity(call);
        return plain.isEmpty() ? inBase64(first(PACKET, call.body())).orElse("") : plain;
    }

    private static Optional<String> inBase64(String packet) {
        try {
            Matcher id = DOCUMENT_ID.matcher(text(Base64.getMimeDecoder().decode(packet)));
            return id.find() ? Optional.of(id.group(1)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] again(byte[] list, List<String> waiting, Map<String, String> named) {
        String answer = new String(list, StandardCharsets.UTF_8);
        ITEM.matcher(answer)
                .results()
                .map(MatchResult::group)
                .filter(item -> waiting.contains(first(DOC_ID, item)))
                .forEach(item -> named.put(first(DOC_ID, item), item));
        Matcher end = LIST_END.matcher(answer);
        return end.find()
                ? (answer.substring(0, end.start()) + String.join("", named.values()) + answer.substring(end.start()))
                        .getBytes(StandardCharsets.UTF_8)
                : list;
    }

    private static String first(Pattern pattern, byte[] body) {
        return first(pattern, text(body));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).strip() : "";
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
