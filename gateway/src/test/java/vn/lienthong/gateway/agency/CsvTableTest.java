package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvTableTest {

    @Test
    void quotesCommasAndLineEndsInsideQuotesAreText() throws CsvTable.NotATableException {
        CsvTable table = read("a,b\n\"1, \"\"x\"\"\",\"two\nlines\"\n\n,last");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.lines())
                .containsExactly(
                        new CsvTable.Line(2, List.of("1, \"x\"", "two\nlines")),
                        new CsvTable.Line(5, List.of("", "last")));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreTaken() throws CsvTable.NotATableException {
        CsvTable table = read("\uFEFFa,b\r\n1,\r\n");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.lines()).containsExactly(new CsvTable.Line(2, List.of("1", "")));
        assertThat(read("a,b\n1,").lines()).containsExactly(new CsvTable.Line(2, List.of("1", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b%n1|2|số ô: 1 (expected: 2)",
                "a,b%n1,2,3|2|số ô: 3 (expected: 2)",
                "a,b%n1,x\"y|2|dấu ngoặc kép: nằm giữa ô",
                "a,b%n1,\"x\"y|2|sau một ô: 'y'",
                "a,b%n3,4%n1,\"x%n%n|3|dấu ngoặc kép: không đóng",
                "a,a%n1,2|1|tiêu đề: [a, a]",
                "a,b%n1,2%rx|2|sau một ô",
            })
    void whatIsNoTableIsNamedByItsLine(String text, int line, String message) {
        assertThatThrownBy(() -> read(text.replace("%n", "\n").replace("%r", "\r")))
                .isInstanceOfSatisfying(CsvTable.NotATableException.class, broken -> assertThat(broken.line())
                        .isEqualTo(line))
                .hasMessageContaining(message);
    }

    @Test
    void onlyUtf8IsRead() {
        assertThatThrownBy(() -> CsvTable.read("a\nHà Nội".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("không phải UTF-8");
        assertThatThrownBy(() -> read("")).hasMessageContaining("bảng: trống");
    }

    private static CsvTable read(String text) throws CsvTable.NotATableException {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
