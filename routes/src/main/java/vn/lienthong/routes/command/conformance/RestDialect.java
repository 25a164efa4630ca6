package vn.lienthong.routes.command.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;

/** REST at {@code /api/v1}. */
final class RestDialect implements Dialect {
    private static final Pattern DELIVERY = Pattern.compile("/api/v1/deliveries/([^/]+)/(content|confirm)");

    @Override
    public URI door(RunningGateway gateway) {
        return URI.create(
                "http://127.0.0.1:" + gateway.part(ServicesListener.class).port());
    }

    @Override
    public String path() {
        return "/api/v1";
    }

    @Override
    public Operation operation(Call call) {
        Matcher delivery = DELIVERY.matcher(call.path());
        if (delivery.matches()) {
            return delivery.group(2).equals("content") ? Operation.FETCH : Operation.CONFIRM;
        }
        return switch (call.method() + " " + call.path()) {
            case "POST /api/v1/documents" -> Operation.SEND;
            case "POST /api/v1/statuses" -> Operation.STATUS;
            case "GET /api/v1/deliveries" -> Operation.LIST;
            default -> Operation.OTHER;
        };
    }

    @Override
    public String docId(Call call) {
        Matcher delivery = DELIVERY.matcher(call.path());
        return delivery.matches() ? delivery.group(1) : "";
    }

    @Override
    public boolean isOk(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    @Override
    public String answeredId(Answer answer) {
        return json(answer.body()).path("docId").asString("");
    }

    @Override
    public String complaint(Answer answer) {
        return "HTTP " + answer.status() + " "
                + json(answer.body()).path("detail").asString("");
    }

    @Override
    public byte[] again(byte[] list, List<String> waiting, Map<String, String> named) {
        return JsonList.again(list, "items", waiting, named);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JsonMapper.shared().readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
