package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void makesNothingWhereThereIsNothing() {
        Path data = folder.resolve("data");
        Doctor.examine(data, Map.of("console.port", "0", "axis.port", "0", "services.port", "0"));
        assertThat(data).doesNotExist();
    }

    @Test
    void opensTheJournalThatIsThereAndMakesNoDatabase() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            EmbeddedBroker.start(data, BrokerProbe.SETTINGS).close();
        }
        List<Diagnosis> diagnoses =
                Doctor.examine(folder, Map.of("console.port", "0", "axis.port", "0", "services.port", "0"));
        assertThat(diagnoses)
                .filteredOn(diagnosis -> diagnosis.what().equals("hàng đợi"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.GOOD));
        assertThat(Files.exists(folder.resolve("postgres"))).isFalse();
    }

    @Test
    void saysWhatToDoAboutAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Diagnosis> diagnoses = Doctor.examine(
                    folder, Map.of("console.port", "0", "axis.port", "" + taken.getLocalPort(), "services.port", "0"));
            assertThat(diagnoses)
                    .filteredOn(diagnosis -> diagnosis.what().equals("cổng axis"))
                    .singleElement()
                    .satisfies(diagnosis -> {
                        assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.WRONG);
                        assertThat(diagnosis.todo()).contains("lienthong.axis.port");
                    });
        }
    }

    @Test
    void leavesARunningGatewayAlone() {
        try (DataFolder running = DataFolder.open(folder)) {
            assertThat(Doctor.examine(running.root(), Map.of()))
                    .filteredOn(diagnosis -> diagnosis.what().equals("tiến trình"))
                    .singleElement()
                    .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.DOUBTFUL));
        }
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Doctor.examine(file, Map.of("console.port", "0", "axis.port", "0", "services.port", "0")))
                .filteredOn(diagnosis -> diagnosis.what().equals("thư mục dữ liệu"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.WRONG));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--data");
    }

    @Test
    void refusesAnOldJava() {
        assertThat(MachineExamination.java(Runtime.Version.parse("17.0.15")).state())
                .isEqualTo(Diagnosis.State.WRONG);
        assertThat(MachineExamination.java(Runtime.Version.parse("25")).state()).isEqualTo(Diagnosis.State.GOOD);
    }
}
