package vn.lienthong.routes.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.platform.Diagnosis;
import vn.lienthong.routes.platform.Doctor;

/** {@code doctor}: looks at machine, data folder and settings, and says what to do about what is wrong. */
@Command(
        name = "doctor",
        description = "Kiểm tra máy, thư mục dữ liệu và cấu hình (check the installation). Thoát 0 khi chạy được.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--json",
            description = "in kết quả dạng JSON: result và checks, mỗi dòng có state OK, WARN hoặc FAIL")
    private boolean json;

    @Override
    public Integer call() {
        LoggingSystem.get(DoctorCommand.class.getClassLoader()).beforeInitialize();
        List<Diagnosis> diagnoses = Doctor.examine(options.data, options.settings);
        boolean wrong = diagnoses.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.WRONG);
        if (json) {
            System.out.println(json(diagnoses));
        } else {
            diagnoses.forEach(diagnosis -> print(diagnosis, System.out));
            System.out.println(wrong ? "Chưa chạy được: xem các dòng SAI ở trên." : "Không thấy lỗi.");
        }
        return wrong ? 1 : 0;
    }

    private static void print(Diagnosis diagnosis, PrintStream screen) {
        screen.println("[" + diagnosis.state().word() + "] " + diagnosis.what() + ": " + diagnosis.found());
        if (!diagnosis.todo().isEmpty()) {
            screen.println("      → " + diagnosis.todo());
        }
    }

    /** Stable words, for programs that watch: the worst state is the result. */
    static String json(List<Diagnosis> diagnoses) {
        String worst = diagnoses.stream()
                .map(Diagnosis::state)
                .max(Comparator.naturalOrder())
                .map(Diagnosis.State::code)
                .orElse("OK");
        List<Check> checks = diagnoses.stream()
                .map(one -> new Check(one.state().code(), one.what(), one.found(), one.todo()))
                .toList();
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(new Result(worst, checks));
    }

    /** The whole of {@code --json}. */
    record Result(String result, List<Check> checks) {}

    /** One line of it. */
    record Check(String state, String what, String found, String todo) {}
}
