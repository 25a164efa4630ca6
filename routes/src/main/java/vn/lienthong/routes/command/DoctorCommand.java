package vn.lienthong.routes.command;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = Doctor.examine(options.data, options.settings);
        diagnoses.forEach(diagnosis -> print(diagnosis, System.out));
        boolean wrong = diagnoses.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.WRONG);
        System.out.println(wrong ? "Chưa chạy được: xem các dòng SAI ở trên." : "Không thấy lỗi.");
        return wrong ? 1 : 0;
    }

    private static void print(Diagnosis diagnosis, PrintStream screen) {
        screen.println("[" + diagnosis.state().word() + "] " + diagnosis.what() + ": " + diagnosis.found());
        if (!diagnosis.todo().isEmpty()) {
            screen.println("      → " + diagnosis.todo());
        }
    }
}
