package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell of the table that auditors take along is a text to every spreadsheet. */
class JournalCellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an.nv | \"an.nv\"",
                "a \"b\", c | \"a \"\"b\"\", c\"",
                "=HYPERLINK(1) | \"'=HYPERLINK(1)\"",
                "@x | \"'@x\"",
                "-1 | \"'-1\"",
                "`` | \"\""
            })
    void itIsQuotedAndNeverAFormula(String text, String cell) {
        assertThat(JournalPages.cell(text)).isEqualTo(cell);
    }
}
