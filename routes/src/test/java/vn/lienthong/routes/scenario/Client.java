package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.lienthong.routes.link.AxisClient;

/** What an agency's system does at whichever door, in the words of the oldest one. */
interface Client {

    AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException, InterruptedException;

    List<Map<String, String>> received(String messageType) throws IOException, InterruptedException;

    AxisClient.Answer get(String docId) throws IOException, InterruptedException;

    AxisClient.Download download(String docId) throws IOException, InterruptedException;

    AxisClient.Answer report(String docId, String status) throws IOException, InterruptedException;
}
