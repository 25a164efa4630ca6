package vn.lienthong.routes.command.sign;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.lasting.LastingLevel;

/** What came of a call, as programs read it: names and values are part of the interface and do not change. */
final class SignJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SignJson() {}

    static String write(List<SignOutcome> outcomes, LastingLevel level) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put(
                "signed",
                outcomes.stream()
                        .filter(one -> one.state() == SignOutcome.State.SIGNED)
                        .count());
        ArrayNode files = all.putArray("files");
        outcomes.forEach(one -> files.add(file(one, level)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static ObjectNode file(SignOutcome outcome, LastingLevel level) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = file.putArray("sources");
        outcome.job().sources().forEach(source -> sources.add(source.toString()));
        file.put("outcome", outcome.state().name());
        file.put("form", outcome.job().form().wire());
        outcome.why().ifPresentOrElse(why -> file.put("reason", why), () -> {
            file.put("level", level.name());
            file.put("target", outcome.job().target().toString());
        });
        return file;
    }
}
