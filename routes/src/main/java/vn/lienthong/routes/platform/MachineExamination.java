package vn.lienthong.routes.platform;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Java and the machine under it. */
final class MachineExamination {
    private static final int OLDEST_JAVA = 21;
    private static final long LEAST_FILES = 4096;
    private static final long LEAST_HEAP_BYTES = 384L * 1024 * 1024;

    private MachineExamination() {}

    static List<Diagnosis> examine() {
        return List.of(
                java(Runtime.version()),
                memory(Runtime.getRuntime().maxMemory()),
                names(System.getProperty("sun.jnu.encoding", "")),
                files());
    }

    static Diagnosis java(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? Diagnosis.good("Java", version.toString())
                : Diagnosis.wrong("Java", version + " (expected: từ " + OLDEST_JAVA + ")", "cài JDK 25 (LTS)");
    }

    /** What file names are read and written in; content is UTF-8 whatever the locale is. */
    static Diagnosis names(String encoding) {
        return encoding.equalsIgnoreCase("UTF-8")
                ? Diagnosis.good("bảng mã tên tệp", encoding)
                : Diagnosis.doubtful(
                        "bảng mã tên tệp",
                        encoding + " (expected: UTF-8): tên tệp tiếng Việt ghi ra đĩa sẽ hỏng",
                        "chạy với LC_ALL=C.UTF-8");
    }

    private static Diagnosis files() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return Diagnosis.good("số tệp mở", "không giới hạn được biết");
        }
        long most = unix.getMaxFileDescriptorCount();
        return most < LEAST_FILES
                ? Diagnosis.doubtful(
                        "số tệp mở",
                        most + " (expected: từ " + LEAST_FILES + ")",
                        "ulimit -n 65536, hoặc LimitNOFILE của systemd")
                : Diagnosis.good("số tệp mở", "tới " + most);
    }

    static Diagnosis memory(long heapBytes) {
        String found = heapBytes / (1024 * 1024) + " MB cho Java";
        return heapBytes >= LEAST_HEAP_BYTES
                ? Diagnosis.good("bộ nhớ", found)
                : Diagnosis.doubtful("bộ nhớ", found + " (expected: từ 384 MB)", "chạy java -Xmx1g -jar …");
    }
}
