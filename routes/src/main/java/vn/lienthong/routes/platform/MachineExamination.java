package vn.lienthong.routes.platform;

import java.util.List;

/** Java and the machine under it. */
final class MachineExamination {
    private static final int OLDEST_JAVA = 21;
    private static final long LEAST_HEAP_BYTES = 384L * 1024 * 1024;

    private MachineExamination() {}

    static List<Diagnosis> examine() {
        return List.of(java(Runtime.version()), memory(Runtime.getRuntime().maxMemory()));
    }

    static Diagnosis java(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? Diagnosis.good("Java", version.toString())
                : Diagnosis.wrong("Java", version + " (expected: từ " + OLDEST_JAVA + ")", "cài JDK 25 (LTS)");
    }

    static Diagnosis memory(long heapBytes) {
        String found = heapBytes / (1024 * 1024) + " MB cho Java";
        return heapBytes >= LEAST_HEAP_BYTES
                ? Diagnosis.good("bộ nhớ", found)
                : Diagnosis.doubtful("bộ nhớ", found + " (expected: từ 384 MB)", "chạy java -Xmx1g -jar …");
    }
}
