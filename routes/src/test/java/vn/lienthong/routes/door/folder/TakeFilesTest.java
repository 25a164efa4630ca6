package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.FileVault;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.CallLimits;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Unwritten;
import vn.lienthong.routes.door.UploadLimits;

/** What becomes of files that a system leaves, with power cuts between the steps; the disk is a real one. */
class TakeFilesTest {

    private static final FolderBounds BOUNDS =
            new FolderBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 5, 5, 1_000, Duration.ofMinutes(10), 3);

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();
    private final List<Submission> received = new ArrayList<>();
    private final List<Refusals.Refusal> refused = new ArrayList<>();

    /** What reception says. */
    private Function<Submission, ReceptionAnswer> reception = submission ->
            new ReceptionAnswer.Taken(new DossierId(new UUID(0, 1)), "doc-1", DossierState.ACCEPTED, false, List.of());

    private FolderPlace place;
    private TakeFiles taking;

    @BeforeEach
    void connect() throws IOException {
        place = new FolderPlace(folder.resolve("G22"), "dau hieu");
        place.make();
        place.check();
        taking = restarted();
    }

    /** As after a power cut: nothing is remembered but the disk. */
    private TakeFiles restarted() throws IOException {
        FileVault files = new FileVault(folder.resolve("vault"), Runnable::run);
        return new TakeFiles(
                new SpoolBody(watched(files), UploadLimits.defaults()),
                submission -> {
                    received.add(submission);
                    return reception.apply(submission);
                },
                new DoorRefusals(new KeptRefusals(refused), new CallLimits(60, 60, 60, 60), new Unwritten(), clock),
                new FileAnswers(clock),
                TakeFormsTest.forms(files, folder.resolve("scratch"), clock),
                BOUNDS,
                clock);
    }

    /** What happens after a file was opened and before it is read. */
    private interface Meanwhile {
        void happen() throws IOException;
    }

    private Meanwhile whileReading = () -> {};

    private Vault watched(Vault vault) {
        return (Vault) Proxy.newProxyInstance(
                Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("open")) {
                        whileReading.happen();
                    }
                    return method.invoke(vault, arguments);
                });
    }

    private Path leave(String name, String content) throws IOException {
        return Files.writeString(place.out(MessageKind.EDOC).resolve(name), content);
    }

    private void look() throws IOException {
        taking.take(place, MessageKind.EDOC, new Caller("sys-G22", CallerKind.AGENCY, List.of()), () -> {});
    }

    private void lookTwice() throws IOException {
        look();
        clock.now = clock.now.plusSeconds(10);
        look();
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> left() throws IOException {
        return names(place.out(MessageKind.EDOC));
    }

    @Test
    void aFileIsTakenAndMovedAwayWithItsReceipt() throws IOException {
        leave("văn bản 1.edxml", "<edXML/>");
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(names(place.sent())).containsExactly("văn bản 1.edxml", "văn bản 1.edxml.bien-nhan.json");
        assertThat(Files.readString(place.sent().resolve("văn bản 1.edxml.bien-nhan.json")))
                .contains("\"docId\" : \"doc-1\"", "\"state\" : \"ACCEPTED\"", "\"length\" : 8", "\"sha256\" : \"");
        Submission submission = received.getFirst();
        assertThat(submission.channel()).isEqualTo(Channel.FILE);
        assertThat(submission.kind()).isEqualTo(MessageKind.EDOC);
        assertThat(submission.caller().systemId()).isEqualTo("sys-G22");
        assertThat(submission.transportId()).contains("văn bản 1.edxml");
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAlone() throws IOException {
        Path file = leave("b.edxml", "<ed");
        look();
        clock.now = clock.now.plusSeconds(10);
        Files.writeString(file, "<edXML");
        look();
        clock.now = clock.now.plusSeconds(9);
        look();
        assertThat(left()).containsExactly("b.edxml");
        clock.now = clock.now.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        look();
        assertThat(left()).as("its time changed, though not its size").containsExactly("b.edxml");
        clock.now = clock.now.plusSeconds(10);
        look();
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNobodysDocument() throws IOException {
        leave("a.edxml", "<edXML/>");
        whileReading = () -> {
            whileReading = () -> {};
            Path ours = place.out(MessageKind.EDOC)
                    .resolve(left().stream()
                            .filter(name -> name.startsWith(".dang-doc-"))
                            .findFirst()
                            .orElseThrow());
            Files.writeString(ours, "<edXML/>  ");
        };
        lookTwice();
        assertThat(received).isEmpty();
        assertThat(left()).as("it waits until it has settled again").hasSize(1);
        lookTwice();
        assertThat(received)
                .singleElement()
                .satisfies(taken -> assertThat(taken.bytes().length()).isEqualTo(10));
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden", "a.tmp", "a.edxml.part", "B.PARTIAL", "c.filepart", "d.lock", "e~"})
    void whatIsCalledUnfinishedIsLeftAlone(String name) throws IOException {
        leave(name, "<edXML/>");
        Files.createDirectory(place.out(MessageKind.EDOC).resolve("folder"));
        lookTwice();
        assertThat(left()).containsExactlyInAnyOrder(name, "folder");
        assertThat(received).isEmpty();
    }

    @Test
    void aRefusalIsWrittenForPeopleAndForPrograms() throws IOException {
        reception = submission -> new ReceptionAnswer.Refused(
                List.of(Finding.error(ErrorCode.PACKET_NOT_EDXML, "/x", "gốc: x (expected: edXML)")));
        leave("bad.edxml", "<x/>");
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(names(place.failed())).containsExactly("bad.edxml", "bad.edxml.loi.json", "bad.edxml.loi.txt");
        assertThat(Files.readString(place.failed().resolve("bad.edxml.loi.txt")))
                .contains("không nhận tệp này: bad.edxml", "không phải gói tin edXML [PACKET_NOT_EDXML]", "gốc: x");
        assertThat(Files.readString(place.failed().resolve("bad.edxml.loi.json")))
                .contains("\"code\" : \"PACKET_NOT_EDXML\"", "\"where\" : \"/x\"");
        assertThat(refused).as("reception has noted it itself").isEmpty();
    }

    @Test
    void theSameNameAgainCoversNothing() throws IOException {
        for (int time = 1; time <= 3; time++) {
            leave("a.edxml", "<edXML n='" + time + "'/>");
            lookTwice();
        }
        assertThat(names(place.sent()))
                .containsExactly(
                        "a-2.edxml",
                        "a-2.edxml.bien-nhan.json",
                        "a-3.edxml",
                        "a-3.edxml.bien-nhan.json",
                        "a.edxml",
                        "a.edxml.bien-nhan.json");
        assertThat(Files.readString(place.sent().resolve("a-3.edxml"))).contains("n='3'");
    }

    @Test
    void anEndlessNameHasRoomForItsAnswer() throws IOException {
        leave("ă".repeat(120) + ".edxml", "<edXML/>");
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(names(place.sent())).hasSize(2).allMatch(name -> name.contains(".edxml"));
    }

    @Test
    void aNameIsCutBetweenCharacters() throws IOException {
        leave("a" + "😀".repeat(60) + ".xml", "<edXML/>");
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(names(place.sent())).hasSize(2).allMatch(name -> name.contains("😀.xml"));
    }

    @Test
    void aFaultOverOneFileKeepsNoOtherWaiting() throws IOException {
        Files.setLastModifiedTime(leave("1.edxml", "<edXML n='1'/>"), FileTime.from(Instant.EPOCH));
        leave("2.edxml", "<edXML n='2'/>");
        Function<Submission, ReceptionAnswer> usual = reception;
        reception = submission -> {
            if (submission.transportId().filter("1.edxml"::equals).isPresent()) {
                throw new IllegalStateException("a fault of ours");
            }
            return usual.apply(submission);
        };
        assertThatThrownBy(this::lookTwice).isInstanceOf(IOException.class).hasMessageContaining("1.edxml");
        assertThat(names(place.sent())).containsExactly("2.edxml", "2.edxml.bien-nhan.json");
        assertThat(left()).hasSize(1).allMatch(name -> name.endsWith("-1.edxml"));
    }

    @Test
    void aLinkIsNotFollowedAndAHugeFileNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "of another");
        Files.createSymbolicLink(place.out(MessageKind.EDOC).resolve("link.edxml"), secret);
        Files.createSymbolicLink(place.out(MessageKind.EDOC).resolve("gone.edxml"), folder.resolve("nowhere"));
        leave("huge.edxml", "x".repeat(1_001));
        lookTwice();
        assertThat(received).isEmpty();
        assertThat(left()).isEmpty();
        assertThat(names(place.failed()))
                .contains("link.edxml", "gone.edxml", "huge.edxml", "huge.edxml.loi.txt", "link.edxml.loi.json");
        assertThat(secret).exists();
        assertThat(refused).hasSize(3).allMatch(line -> line.channel() == Channel.FILE);
        assertThat(Files.readString(place.failed().resolve("huge.edxml.loi.txt")))
                .contains("[TOO_LARGE]", "1001 byte (expected: không quá 1000)");
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws IOException {
        Path file = leave("locked.edxml", "<edXML/>");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(file)) {
            // Who may read everything cannot be kept out.
            return;
        }
        lookTwice();
        assertThat(names(place.failed())).contains("locked.edxml", "locked.edxml.loi.txt");
    }

    @Test
    void aLookTakesTheOldestAndNotMoreThanAllowed() throws IOException {
        for (int number = 1; number <= 8; number++) {
            Path file = leave("f" + number + ".edxml", "<edXML/>");
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(-number)));
        }
        lookTwice();
        assertThat(left()).containsExactly("f1.edxml", "f2.edxml", "f3.edxml");
        look();
        assertThat(left()).isEmpty();
    }

    @Test
    void aPowerCutBetweenTakingAndMovingGivesTheSameDocument() throws IOException {
        leave("a.edxml", "<edXML/>");
        Function<Submission, ReceptionAnswer> usual = reception;
        reception = submission -> {
            throw new IllegalStateException("the power fails behind the commit");
        };
        assertThatThrownBy(this::lookTwice)
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(left()).hasSize(1).allMatch(name -> name.startsWith(".dang-doc-") && name.endsWith("-a.edxml"));
        reception = usual;
        taking = restarted();
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(received).hasSize(2);
        assertThat(received.getLast().bytes()).isEqualTo(received.getFirst().bytes());
    }

    @Test
    void whatComesUnderTheNameMeanwhileIsAnotherDocument() throws IOException {
        leave("a.edxml", "<edXML n='1'/>");
        Function<Submission, ReceptionAnswer> usual = reception;
        reception = submission -> {
            try {
                Path next = Files.writeString(folder.resolve("next"), "<edXML n='22'/>");
                Files.move(next, place.out(MessageKind.EDOC).resolve("a.edxml"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return usual.apply(submission);
        };
        lookTwice();
        assertThat(Files.readString(place.sent().resolve("a.edxml"))).contains("n='1'");
        assertThat(left()).containsExactly("a.edxml");
        reception = usual;
        lookTwice();
        assertThat(received).hasSize(2);
        assertThat(Files.readString(place.sent().resolve("a-2.edxml"))).contains("n='22'");
    }

    @Test
    void aPowerCutBetweenReceiptAndMoveLeavesOneReceipt() throws IOException {
        leave("a.edxml", "<edXML/>");
        Files.writeString(place.sent().resolve("a.edxml.bien-nhan.json"), "{}");
        Path left = Files.writeString(place.sent().resolve(WholeFile.UNFINISHED + "0123"), "{ha");
        Files.setLastModifiedTime(left, FileTime.from(clock.now.minus(Duration.ofHours(2))));
        lookTwice();
        assertThat(names(place.sent())).containsExactly("a.edxml", "a.edxml.bien-nhan.json");
        assertThat(Files.readString(place.sent().resolve("a.edxml.bien-nhan.json")))
                .contains("doc-1");
    }

    @Test
    void oneThatCannotBeMovedKeepsNoOtherWaiting() throws IOException {
        Path first = leave("1.edxml", "<edXML n='1'/>");
        Files.setLastModifiedTime(first, FileTime.from(Instant.EPOCH));
        leave("2.edxml", "<edXML n='2'/>");
        look();
        clock.now = clock.now.plusSeconds(10);
        // In the place of the receipt there is a folder: it cannot be written.
        Files.createDirectories(place.sent().resolve("1.edxml.bien-nhan.json").resolve("x"));
        assertThatThrownBy(this::look).isInstanceOf(IOException.class);
        assertThat(left()).as("nothing is lost").hasSize(1).allMatch(name -> name.endsWith("-1.edxml"));
    }

    @Test
    void anotherFolderInThePlaceIsNotTakenForIt() throws IOException {
        Path root = folder.resolve("G22");
        assertThatThrownBy(() -> new FolderPlace(root, "khac").check())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("không phải thư mục đã nối");
        Files.move(place.in(MessageKind.EDOC), folder.resolve("moved"));
        Files.createSymbolicLink(place.in(MessageKind.EDOC), folder.resolve("moved"));
        assertThatThrownBy(place::check).hasMessageContaining("không phải thư mục thường");
        Files.delete(place.in(MessageKind.EDOC));
        assertThatThrownBy(place::check).isInstanceOf(IOException.class);
        place.make();
        place.check();
    }

    @Test
    void aSystemsRefusedFilesLeaveRoomForThoseOfOthers() {
        DoorRefusals few =
                new DoorRefusals(new KeptRefusals(refused), new CallLimits(60, 2, 3, 60), new Unwritten(), clock);
        List<Finding> findings = List.of(Finding.error(ErrorCode.TOO_LARGE, "file", "tệp: 9"));
        for (String system : List.of("A", "A", "A", "B", "C")) {
            few.note(Channel.FILE, system, "", findings);
        }
        assertThat(refused).extracting(Refusals.Refusal::systemId).containsExactly("A", "A", "B");
    }

    @Test
    void aPartThatBecameALinkLeadsNowhere() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("of-another.edxml"), "<edXML/>");
        Files.delete(place.out(MessageKind.EDOC));
        Files.createSymbolicLink(place.out(MessageKind.EDOC), others);
        assertThatThrownBy(this::look).hasMessageContaining("không phải thư mục thường");
        Path status = place.out(MessageKind.STATUS).getParent();
        Files.move(status, folder.resolve("status"));
        Files.createSymbolicLink(status, folder.resolve("status"));
        assertThatThrownBy(() -> place.check(place.in(MessageKind.STATUS)))
                .as("by the folder above it")
                .hasMessageContaining("không phải thư mục thường");
        assertThat(names(others)).containsExactly("of-another.edxml");
    }

    @Test
    void aWholeFileReplacesAndLeavesNothingBehindWhenItFails() throws IOException {
        Path file = folder.resolve("f");
        WholeFile.write(file, "1".getBytes(StandardCharsets.UTF_8));
        WholeFile.write(file, "2".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("2");
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(new byte[100]), new Failing());
        assertThatThrownBy(() -> WholeFile.write(file, endless)).hasMessage("No space left on device");
        assertThat(file).hasContent("2");
        assertThat(names(folder)).noneMatch(name -> name.startsWith(WholeFile.UNFINISHED));
        Path left = Files.writeString(folder.resolve(WholeFile.UNFINISHED + "g"), "half");
        Files.setLastModifiedTime(left, FileTime.from(clock.now.minus(Duration.ofMinutes(59))));
        WholeFile.clear(folder, clock.now);
        assertThat(left).as("another node may be writing it").exists();
        WholeFile.clear(folder, clock.now.plusSeconds(61));
        assertThat(left).doesNotExist();
    }

    @Test
    void twoWhoWriteTheSameFileAtOnceEachWriteItWhole() throws IOException {
        Path file = folder.resolve("d-1.edxml");
        byte[] content = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, new FilterInputStream(new ByteArrayInputStream(content)) {
            private boolean met;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (!met) {
                    met = true;
                    WholeFile.clear(folder, clock.now);
                    WholeFile.write(file, content);
                }
                return super.read(bytes, offset, length);
            }
        });
        assertThat(file).hasBinaryContent(content);
        assertThat(names(folder)).noneMatch(name -> name.startsWith(WholeFile.UNFINISHED));
    }

    @Test
    void whoReadsALongFileSaysThatItGoesOn() throws IOException {
        int[] told = {0};
        try (InputStream kept = new KeptUp(new ByteArrayInputStream(new byte[10]), () -> told[0]++, clock)) {
            while (kept.read() >= 0) {
                clock.now = clock.now.plusSeconds(7);
            }
        }
        assertThat(told[0]).isEqualTo(3);
    }

    private static final class Failing extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
