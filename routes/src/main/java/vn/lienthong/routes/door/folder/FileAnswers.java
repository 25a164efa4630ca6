package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformTime;

/**
 * Answers a file: moved to where it belongs, the answer beside it. The answer is written first, so that no file is moved
 * without one; whoever goes down in between meets the file again and answers the same.
 */
final class FileAnswers {

    static final String RECEIPT = ".bien-nhan.json";
    static final String REASONS = ".loi.txt";
    static final String FINDINGS = ".loi.json";

    private static final int MOST_FINDINGS = 50;
    private static final int MOST_OF_A_NAME = 10_000;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Clock clock;

    FileAnswers(Clock clock) {
        this.clock = clock;
    }

    /** @param receipt what the sender keeps of it */
    void taken(FolderPlace place, FoundFile file, Map<String, Object> receipt) throws IOException {
        place.check(place.sent());
        Path target = free(place.sent(), file.name());
        WholeFile.write(beside(target, RECEIPT), MAPPER.writeValueAsBytes(receipt));
        move(place, file, target);
    }

    void refused(FolderPlace place, FoundFile file, List<Finding> findings) throws IOException {
        place.check(place.failed());
        Path target = free(place.failed(), file.name());
        WholeFile.write(beside(target, FINDINGS), MAPPER.writeValueAsBytes(json(findings)));
        WholeFile.write(beside(target, REASONS), text(file.name(), findings).getBytes(StandardCharsets.UTF_8));
        move(place, file, target);
    }

    private static void move(FolderPlace place, FoundFile file, Path target) throws IOException {
        place.check(file.path().getParent());
        place.check(target.getParent());
        Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.sync(target.getParent());
    }

    /** The name itself, or with a number where an earlier file has it. */
    private static Path free(Path folder, String given) throws IOException {
        FileNames.Parts parts = FileNames.parts(given);
        String name = parts.stem() + parts.ending();
        for (int number = 1; number < MOST_OF_A_NAME; number++) {
            Path target = folder.resolve(number == 1 ? name : parts.stem() + "-" + number + parts.ending());
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return target;
            }
        }
        throw new IOException(folder + ": quá nhiều tệp tên " + name + " (expected: dọn bớt)");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("code", finding.code().name());
                    one.put("severity", finding.severity().name());
                    one.put("title", finding.code().vietnamese());
                    one.put("where", finding.where());
                    one.put("text", finding.text());
                    return one;
                })
                .toList();
    }

    private String text(String name, List<Finding> findings) {
        StringBuilder text = new StringBuilder("Cổng liên thông không nhận tệp này: ")
                .append(name)
                .append("\r\nLúc ")
                .append(PlatformTime.text(clock.instant()))
                .append(" (giờ Việt Nam)\r\n\r\n");
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> text.append("- ")
                .append(finding.code().vietnamese())
                .append(" [")
                .append(finding.code())
                .append("]\r\n  ")
                .append(finding.text())
                .append(finding.where().isEmpty() ? "" : "\r\n  tại " + finding.where())
                .append("\r\n"));
        return text.append("\r\nSửa lại rồi đặt tệp vào thư mục out như lần đầu.\r\n")
                .toString();
    }
}
