package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FolderCopies;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** Two agencies that have nothing but folders, and a gateway that runs. */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FolderDoorTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static ServicesFixture services;
    private static FolderPlace sender;
    private static FolderPlace recipient;

    @BeforeAll
    static void start() throws IOException {
        services = new ServicesFixture(
                folder.resolve("data"),
                Map.of("folder.look-every", "200ms", "folder.settle", "300ms", "folder.fail-alert", "1"));
        sender = connect("G22");
        recipient = connect("H53");
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static FolderPlace connect(String code) throws IOException {
        ExchangeFolder added =
                new ExchangeFolder("sys-" + code, folder.resolve(code).toString(), "dau hieu " + code);
        FolderPlace.of(added).make();
        services.part(ExchangeFolders.class).save(added);
        return FolderPlace.of(added);
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** As a program does it: under another name first. */
    private static void leave(Path out, String name, byte[] content) throws IOException {
        Path part = Files.write(out.resolve(name + ".part"), content);
        Files.move(part, out.resolve(name));
    }

    private static Path awaitOne(Path in, Set<String> before) {
        return await().atMost(SOON)
                .until(
                        () -> names(in).stream()
                                .filter(name -> !before.contains(name))
                                .filter(name -> !name.startsWith("."))
                                .map(in::resolve)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static long waiting(String code, MessageKind kind) {
        return services.part(CollectDocuments.class).count(caller(code), kind);
    }

    private static Caller caller(String code) {
        return services.part(Systems.class)
                .credentials("sys-" + code)
                .orElseThrow()
                .caller();
    }

    @Test
    @Order(1)
    void aLetterAndItsStatusGoThroughFoldersAlone() throws Exception {
        byte[] letter = PlainLetter.of("G22", "H53", "201");
        leave(sender.out(MessageKind.EDOC), "201.edxml", letter);
        Path arrived = awaitOne(recipient.in(MessageKind.EDOC), Set.of());
        assertThat(Files.readString(arrived)).contains("<CodeNumber>201<");
        await().atMost(SOON).untilAsserted(() -> assertThat(names(sender.sent()))
                .containsExactly("201.edxml", "201.edxml.bien-nhan.json"));
        assertThat(names(sender.out(MessageKind.EDOC))).isEmpty();
        assertThat(sender.sent().resolve("201.edxml")).hasBinaryContent(letter);
        assertThat(waiting("H53", MessageKind.EDOC))
                .as("lies there, not received")
                .isEqualTo(1);

        Files.move(arrived, folder.resolve("da-nhan.edxml"));
        await().atMost(SOON).until(() -> waiting("H53", MessageKind.EDOC) == 0);

        StatusMessage status = StatusMessage.at(
                Instant.now(),
                AgencyBlock.of("H53", "Cơ quan nhận"),
                new ResponseFor(
                        "G22", "201/TT-VP", new DateText("2026/11/02"), new DocumentId("G22,2026/11/02,201/TT-VP")),
                new StaffInfo("Văn thư", "", "Người nhận", "", "", ""),
                StatusCode.ACCEPTED,
                "");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new PacketWriter().write(status, written);
        leave(recipient.out(MessageKind.STATUS), "tt.edxml", written.toByteArray());
        Path heard = awaitOne(sender.in(MessageKind.STATUS), Set.of());
        assertThat(Files.readString(heard)).contains("StatusCode>03<");
        Files.delete(heard);
        await().atMost(SOON).until(() -> waiting("G22", MessageKind.STATUS) == 0);
    }

    @Test
    @Order(2)
    void whatIsNotTakenIsToldBesideTheFile() throws Exception {
        leave(sender.out(MessageKind.EDOC), "stranger.edxml", PlainLetter.of("H01", "H53", "202"));
        leave(sender.out(MessageKind.EDOC), "note.txt", "xin chào".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON).untilAsserted(() -> assertThat(names(sender.failed()))
                .containsExactly(
                        "note.txt",
                        "note.txt.loi.json",
                        "note.txt.loi.txt",
                        "stranger.edxml",
                        "stranger.edxml.loi.json",
                        "stranger.edxml.loi.txt"));
        assertThat(Files.readString(sender.failed().resolve("stranger.edxml.loi.txt")))
                .contains("SENDER_NOT_CALLER");
        assertThat(services.newestRefusal().channel()).isEqualTo(Channel.FILE);
        assertThat(services.newestRefusal().systemId()).isEqualTo("sys-G22");
    }

    /** The disk is unmounted: what lies there is not gone, and nothing is reported received. */
    @Test
    @Order(3)
    void aFolderThatIsNotThereReportsNothing() throws Exception {
        leave(sender.out(MessageKind.EDOC), "203.edxml", PlainLetter.of("G22", "H53", "203"));
        awaitOne(recipient.in(MessageKind.EDOC), Set.of());
        Path mount = folder.resolve("H53");
        Path away = Files.move(mount, folder.resolve("thao-ra"));
        Files.createDirectories(mount.resolve("in"));
        await().atMost(SOON).until(() -> failures("sys-H53") > 0);
        assertThat(waiting("H53", MessageKind.EDOC)).isEqualTo(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(openAlerts())
                .anyMatch(text -> text.startsWith("Thư mục trao đổi của sys-H53: không dùng được")));

        Files.delete(mount.resolve("in"));
        Files.delete(mount);
        Files.move(away, mount);
        await().atMost(SOON).until(() -> failures("sys-H53") == 0);
        assertThat(waiting("H53", MessageKind.EDOC)).isEqualTo(1);
        await().atMost(SOON).until(() -> openAlerts().isEmpty());
        Files.delete(awaitOne(recipient.in(MessageKind.EDOC), Set.of()));
        await().atMost(SOON).until(() -> waiting("H53", MessageKind.EDOC) == 0);
    }

    private static int failures(String systemId) {
        return services.part(FolderLooks.class).find(systemId).orElseThrow().failures();
    }

    private static List<String> openAlerts() {
        return services
                .part(UnitOfWork.class)
                .reading(transaction -> transaction.alerts().open(10))
                .stream()
                .map(Alerts.Alert::text)
                .toList();
    }

    @Test
    @Order(4)
    void aDisabledSystemsFolderIsLeftAlone() throws Exception {
        services.save("sys-G22", "secret of G22", false);
        leave(sender.out(MessageKind.EDOC), "204.edxml", PlainLetter.of("G22", "H53", "204"));
        Thread.sleep(2_000);
        assertThat(names(sender.out(MessageKind.EDOC))).containsExactly("204.edxml");
        services.save("sys-G22", "secret of G22", true);
        await().atMost(SOON).until(() -> names(sender.out(MessageKind.EDOC)).isEmpty());
        Files.delete(awaitOne(recipient.in(MessageKind.EDOC), Set.of()));
        await().atMost(SOON).until(() -> waiting("H53", MessageKind.EDOC) == 0);
    }

    /** Cuts between the steps of putting, by hand: H41's folder is looked into by nobody else. */
    @Test
    @Order(5)
    void aPowerCutBetweenFileAndRecordPutsTheSameFileAgain() throws Exception {
        FolderPlace place = new FolderPlace(folder.resolve("H41"), "x");
        place.make();
        send("H41", "205");
        Cut cut = new Cut();
        PutCopies putting = putting(cut, 5);
        cut.armed = true;
        assertThatThrownBy(() -> putting.put(place, MessageKind.EDOC, caller("H41"), () -> {}))
                .isInstanceOf(IllegalStateException.class);
        List<String> put = names(place.in(MessageKind.EDOC));
        assertThat(put).hasSize(1);
        Path left = Files.writeString(place.in(MessageKind.EDOC).resolve(WholeFile.UNFINISHED + "y"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        putting.put(place, MessageKind.EDOC, caller("H41"), () -> {});
        assertThat(names(place.in(MessageKind.EDOC))).isEqualTo(put);
        assertThat(cut.lying).hasSize(1);

        Files.delete(place.in(MessageKind.EDOC).resolve(put.getFirst()));
        cut.armed = true;
        assertThatThrownBy(() -> putting.put(place, MessageKind.EDOC, caller("H41"), () -> {}))
                .as("between done and the record of it")
                .isInstanceOf(IllegalStateException.class);
        putting.put(place, MessageKind.EDOC, caller("H41"), () -> {});
        assertThat(cut.lying).isEmpty();
        assertThat(waiting("H41", MessageKind.EDOC)).isZero();
        assertThat(names(place.in(MessageKind.EDOC))).isEmpty();
    }

    @Test
    @Order(6)
    void noMoreLiesInAFolderThanAllowedAndAllOfItComesInTheEnd() throws Exception {
        FolderPlace place = new FolderPlace(folder.resolve("H41"), "x");
        for (int number = 301; number <= 305; number++) {
            send("H41", Integer.toString(number));
        }
        Cut copies = new Cut();
        PutCopies putting = putting(copies, 2);
        Set<String> seen = new HashSet<>();
        for (int look = 0; look < 10; look++) {
            putting.put(place, MessageKind.EDOC, caller("H41"), () -> {});
            List<String> lying = names(place.in(MessageKind.EDOC));
            assertThat(lying).hasSizeLessThanOrEqualTo(2);
            seen.addAll(lying);
            if (!lying.isEmpty()) {
                Files.delete(place.in(MessageKind.EDOC).resolve(lying.getFirst()));
            }
        }
        assertThat(seen).hasSize(5);
        assertThat(waiting("H41", MessageKind.EDOC)).isZero();
    }

    @Test
    @Order(7)
    void nobodyGetsAnothersCopies() throws Exception {
        FolderPlace place = new FolderPlace(folder.resolve("la"), "x");
        place.make();
        services.save("sys-stranger", "s", true);
        services.grant("sys-stranger", "H41", Right.STATUS, Optional.empty());
        send("H41", "206");
        putting(new Cut(), 5).put(place, MessageKind.EDOC, caller("stranger"), () -> {});
        assertThat(names(place.in(MessageKind.EDOC))).isEmpty();
    }

    @Test
    @Order(8)
    void whoHasNoPacketDescribesItsFiles() throws Exception {
        Path out = sender.out(MessageKind.EDOC);
        Set<String> before = Set.copyOf(names(recipient.in(MessageKind.EDOC)));
        leave(out, "cv-208.phu-luc.txt", "Phụ lục".getBytes(StandardCharsets.UTF_8));
        leave(out, "cv-208.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        leave(
                out,
                "cv-208.json",
                """
                {"from":"G22","to":["H53"],"files":["cv-208.pdf","cv-208.phu-luc.txt"],"number":"208","notation":"TT-VP","date":"2026-11-02","place":"Hà Nội",
                "typeName":"Công văn","subject":"Về việc thử","signer":{"position":"Chánh Văn phòng",
                "fullName":"Nguyễn Văn Thử"}}"""
                        .getBytes(StandardCharsets.UTF_8));
        Path arrived = awaitOne(recipient.in(MessageKind.EDOC), before);
        assertThat(Files.readString(arrived)).contains("CodeNumber>208<", "cv-208.pdf", "cv-208.phu-luc.txt");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(sender.sent())).contains("cv-208", "cv-208.bien-nhan.json"));
        assertThat(names(out)).isEmpty();
        leave(out, "cv-209.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        leave(out, "cv-209.json", "{\"from\":\"H01\",\"to\":[\"H53\"]}".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON).untilAsserted(() -> assertThat(names(sender.failed()))
                .contains("cv-209", "cv-209.loi.json", "cv-209.loi.txt"));
        assertThat(Files.readString(sender.failed().resolve("cv-209.loi.txt"))).contains("SENDER_NOT_CALLER");
    }

    private static PutCopies putting(FolderCopies copies, int mostLying) {
        FolderBounds bounds = new FolderBounds(
                Duration.ofSeconds(1), Duration.ofSeconds(1), 100, mostLying, 1_000, Duration.ofMinutes(10), 3);
        return new PutCopies(
                services.part(CollectDocuments.class),
                services.part(OutgoingBytes.class),
                copies,
                bounds,
                services.part(Clock.class));
    }

    private static void send(String to, String number) throws Exception {
        assertThat(services.send(services.call("G22", "/api/v1/documents")
                                .header("Content-Type", "application/xml")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(PlainLetter.of("G22", to, number)))
                                .build())
                        .statusCode())
                .isEqualTo(201);
    }

    /** What lies in a folder, and a power cut before the next note of it. */
    private static final class Cut implements FolderCopies {

        private final Set<String> lying = new HashSet<>();
        private boolean armed;

        private void fail() {
            if (armed) {
                armed = false;
                throw new IllegalStateException("the power fails");
            }
        }

        @Override
        public Set<String> lying(String systemId, MessageKind kind) {
            return Set.copyOf(lying);
        }

        @Override
        public void put(String systemId, MessageKind kind, String docId, Instant at) {
            fail();
            lying.add(docId);
        }

        @Override
        public void gone(String systemId, String docId) {
            fail();
            lying.remove(docId);
        }
    }
}
