package vn.lienthong.routes.strangers;

import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends each text that breaks careless programs to every operation for systems, as a system that may call it. */
record ProbeDoors(House house, Ask asking, Shown who, ActiveRules active) {

    void all(Collection<Operation> operations) {
        operations.stream()
                .filter(operation ->
                        !operation.isForPeople() && !operation.path().startsWith("?"))
                .forEach(operation -> ActiveRules.PROBES.forEach(probe -> probe(operation, probe)));
        ActiveRules.PROBES.forEach(this::signed);
    }

    private void probe(Operation operation, String probe) {
        switch (operation.door()) {
            case SOAP -> send(operation.toString(), probe, soap(operation, probe.replaceAll("[\0&<>]", "?")));
            case REST -> rest(operation, probe);
            case PROVINCIAL -> provincial(operation, probe);
            case TOKEN -> send(operation.toString(), probe, token(probe));
            // A text that is not signed is not looked at; one that is, below.
            case AXIS, CONSOLE -> {}
        }
    }

    private void send(String where, String probe, HttpRequest request) {
        active.probe(where, probe, () -> house.send(who.http(), request));
    }

    private void rest(Operation operation, String probe) {
        String text = ActiveRules.encoded(probe);
        String path = operation.path().replaceAll("\\{[^}]+}", text).replace("**", "x");
        for (String name : List.of("limit", "cursor", "since", "kind", "as-of", "q", "from", "to")) {
            HttpRequest request = HttpRequest.newBuilder(house.services(path + "?" + name + "=" + text))
                    .header("Authorization", "Bearer " + who.token().orElseThrow())
                    .method(operation.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
            send(operation + "?" + name, probe, request);
        }
    }

    private void provincial(Operation operation, String probe) {
        String text = ActiveRules.encoded(probe);
        for (String name : List.of("docId", "status", "description", "messageType", "fromDate", "toDate", "username")) {
            String path = operation.path() + (operation.writes() ? "" : "?" + name + "=" + text);
            HttpRequest.Builder request = new AskProvincial(house).call(path, operation.givesTokens(), who);
            if (operation.writes()) {
                Map<String, String> members = Map.of(name, probe, name.equals("docId") ? "status" : "docId", "x");
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(members)));
            }
            send(operation + " " + name, probe, request.build());
        }
    }

    private HttpRequest token(String probe) {
        return HttpRequest.newBuilder(house.services("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=x&client_id=" + ActiveRules.encoded(probe)))
                .build();
    }

    private HttpRequest soap(Operation operation, String text) {
        String body = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:d=\"urn:lienthong:documents:1\"><s:Body><d:" + operation.path() + "><d:docId>" + text
                + "</d:docId><d:code>" + text + "</d:code><d:messageType>" + text + "</d:messageType></d:"
                + operation.path() + "></s:Body></s:Envelope>";
        return HttpRequest.newBuilder(house.services("/services/documents"))
                .header("Authorization", "Bearer " + who.token().orElseThrow())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** In the signed parameters of the axis dialect. */
    private void signed(String probe) {
        String text = probe.replaceAll("[\0\r\n]", "?");
        for (String with : List.of("id", "done")) {
            Operation asked = Operation.parse(with.equals("id") ? "axis POST /getEdoc" : "axis POST /updateStatus");
            send(asked.toString(), probe, asking.make(asked, with, text, who));
        }
    }
}
