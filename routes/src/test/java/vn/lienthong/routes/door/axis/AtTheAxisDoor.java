package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Calls of agencies' systems at one door, which stays open for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheAxisDoor {

    @SuppressWarnings("NullAway.Init")
    Door door;

    @BeforeAll
    void start(@TempDir Path folder) {
        door = new Door(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        door.close();
    }

    String sent(String from, String packet) throws IOException {
        Reply reply = door.send(from, packet);
        assertThat(reply.isOk()).as(reply.body()).isTrue();
        return reply.text("DocId");
    }

    List<String> listed(String code) throws IOException {
        return door.knock(code, "getReceivedEdocList").call().each("docId");
    }

    Reply report(String code, String docId, String status) throws IOException {
        return door.knock(code, "updateStatus")
                .with("docId", docId)
                .with("status", status)
                .call();
    }

    void takeAll(String code) throws IOException {
        for (List<String> some = listed(code); !some.isEmpty(); some = listed(code)) {
            for (String docId : some) {
                assertThat(report(code, docId, "done").isOk()).isTrue();
            }
        }
    }
}
