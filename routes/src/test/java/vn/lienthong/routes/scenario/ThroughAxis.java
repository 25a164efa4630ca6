package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.lienthong.routes.link.AxisClient;

/** Through the axis door. */
record ThroughAxis(AxisClient client) implements Client {

    @Override
    public AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException, InterruptedException {
        return client.send(from, messageType, to, file);
    }

    @Override
    public List<Map<String, String>> received(String messageType) throws IOException, InterruptedException {
        return client.received(messageType);
    }

    @Override
    public AxisClient.Answer get(String docId) throws IOException, InterruptedException {
        return client.get(docId);
    }

    @Override
    public AxisClient.Download download(String docId) throws IOException, InterruptedException {
        return client.download(docId);
    }

    @Override
    public AxisClient.Answer report(String docId, String status) throws IOException, InterruptedException {
        return client.report(docId, status);
    }
}
