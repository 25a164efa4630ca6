package vn.lienthong.routes.command.conformance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.RunningGateway;

/** The axis dialect: parameters are JSON in a header, every answer is HTTP 200. */
final class AxisDialect implements Dialect {
    private static final String PREFIX = "XroadVnpt-";

    @Override
    public URI door(RunningGateway gateway) {
        return URI.create("http://127.0.0.1:" + gateway.part(AxisListener.class).port());
    }

    @Override
    public String path() {
        return "/XrdAdapter/adapter";
    }

    @Override
    public Operation operation(Call call) {
        String path = call.path();
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "sendEdoc" -> parameter(call, "messagetype").equals("status") ? Operation.STATUS : Operation.SEND;
            case "getReceivedEdocList" -> Operation.LIST;
            case "getEdoc", "downloadEdoc" -> Operation.FETCH;
            case "updateStatus" -> parameter(call, "status").equals("done") ? Operation.CONFIRM : Operation.OTHER;
            default -> Operation.OTHER;
        };
    }

    @Override
    public String docId(Call call) {
        return parameter(call, "docId");
    }

    @Override
    public boolean isOk(Answer answer) {
        return answer.status() == 200
                && (json(answer.body()).path("status").asString("").equals("OK") || isFile(answer));
    }

    // downloadEdoc answers with the file itself.
    private static boolean isFile(Answer answer) {
        return !answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    @Override
    public String answeredId(Answer answer) {
        return json(answer.body()).path("DocId").asString("");
    }

    @Override
    public String complaint(Answer answer) {
        JsonNode json = json(answer.body());
        return "mã lỗi " + json.path("ErrorCode").asString("") + " "
                + json.path("ErrorDesc").asString("");
    }

    @Override
    public byte[] again(byte[] list, List<String> waiting, Map<String, String> named) {
        return JsonList.again(list, "data", waiting, named);
    }

    private static String parameter(Call call, String name) {
        String signed = call.header(PREFIX + "sign-header");
        return json(signed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .path(PREFIX + name)
                .asString("");
    }

    private static JsonNode json(byte[] text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
