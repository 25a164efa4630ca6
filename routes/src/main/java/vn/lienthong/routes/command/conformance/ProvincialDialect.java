package vn.lienthong.routes.command.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;

/** The dialect of provincial platforms: a status may be a packet, or a number that is said of a copy, which is received by that. */
final class ProvincialDialect implements Dialect {
    private static final Pattern IS_STATUS =
            Pattern.compile("name=\"?messageType\"?[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\nstatus\\s");
    private static final Pattern DOC_ID = Pattern.compile("[?&]docId=([^&]*)");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}");

    @Override
    public URI door(RunningGateway gateway) {
        return URI.create(
                "http://127.0.0.1:" + gateway.part(ServicesListener.class).port());
    }

    @Override
    public String path() {
        return "/v1";
    }

    @Override
    public Operation operation(Call call) {
        return switch (call.path()) {
            case "/v1/sendEdoc" ->
                IS_STATUS
                                .matcher(new String(call.body(), StandardCharsets.ISO_8859_1))
                                .find()
                        ? Operation.STATUS
                        : Operation.SEND;
            case "/v1/syncReceivedEdocList" -> Operation.LIST;
            case "/v1/getEdoc" -> Operation.FETCH;
            case "/v1/updateStatus" -> reported(call);
            default -> Operation.OTHER;
        };
    }

    private static Operation reported(Call call) {
        String status = member(call, "status");
        if (NUMBERED.matcher(status).matches()) {
            return Operation.STATUS;
        }
        return status.equals("done") ? Operation.CONFIRM : Operation.OTHER;
    }

    @Override
    public boolean alsoConfirms(Call call) {
        return call.path().equals("/v1/updateStatus") && reported(call) == Operation.STATUS;
    }

    @Override
    public String told(Call call, String answered, Partner partner) {
        String number = member(call, "status");
        return call.path().equals("/v1/updateStatus")
                ? Partner.told(member(call, "docId"), number.length() == 1 ? "0" + number : number)
                : partner.told(answered);
    }

    @Override
    public String docId(Call call) {
        Matcher asked = DOC_ID.matcher(call.target());
        return asked.find() ? URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8) : member(call, "docId");
    }

    @Override
    public boolean isOk(Answer answer) {
        return answer.status() == 200
                && JsonList.read(answer.body()).path("code").asInt(0) == 200;
    }

    @Override
    public String answeredId(Answer answer) {
        return JsonList.read(answer.body()).path("data").path("docId").asString("");
    }

    @Override
    public String complaint(Answer answer) {
        JsonNode json = JsonList.read(answer.body());
        return ("HTTP " + answer.status() + " mã lỗi " + json.path("ErrorCode").asString("") + " "
                        + json.path("ErrorDesc").asString(""))
                .strip();
    }

    @Override
    public byte[] again(byte[] list, List<String> waiting, Map<String, String> named) {
        return JsonList.again(list, "data", waiting, named);
    }

    private static String member(Call call, String name) {
        return call.path().equals("/v1/updateStatus")
                ? JsonList.read(call.body()).path(name).asString("").strip()
                : "";
    }
}
