package vn.lienthong.gateway.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTest {
    private static final Path DOCUMENT = Path.of("docs", "errors.md");

    @Test
    void everyErrorSaysWhatLeadsToItAndTheWayOut() {
        List<String> bare = ErrorCatalogue.all().stream()
                .filter(one -> one.cause().isBlank() || one.remedy().isBlank())
                .map(one -> one.code().name())
                .toList();
        assertThat(bare)
                .as("codes without .cause and .remedy in errors.properties")
                .isEmpty();
    }

    /** Write it anew with {@code -Dlienthong.write-documents=true}. */
    @Test
    void theDocumentSaysWhatTheProgramSays() throws IOException {
        String text = document();
        if (Boolean.getBoolean("lienthong.write-documents")) {
            Files.writeString(DOCUMENT, text, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private static String document() {
        return """
            # Errors

            Made from `ErrorCode` and `errors.properties`; a test keeps it so (`-Dlienthong.write-documents=true` writes it anew). The same at
            `/api/v1/errors`, as a page to a browser and as JSON to programs, and on the console under *Danh mục lỗi*.

            | mã | nghĩa | nguyên nhân | cách xử lý | căn cứ |
            |---|---|---|---|---|
            """
                + ErrorCatalogue.all().stream().map(ErrorCatalogueTest::line).collect(Collectors.joining());
    }

    private static String line(ErrorCatalogue.Explained one) {
        return "| `" + one.code() + "` | " + one.code().vietnamese() + " | " + one.cause() + " | " + one.remedy()
                + " | " + one.code().clause().replace("|", "\\|") + " |\n";
    }
}
