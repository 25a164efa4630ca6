package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.Finding;

/** Whoever writes a form wrongly is told what was read, what is expected, and the name that was probably meant. */
class FormJsonTest {

    private static Finding wrong(String json) {
        FormJson.Unreadable unreadable = catchThrowableOfType(
                FormJson.Unreadable.class,
                () -> FormJson.read(json.getBytes(StandardCharsets.UTF_8), DocumentForm.class));
        assertThat(unreadable).as(json).isNotNull();
        return unreadable.finding("document");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"date\":\"26/11/2026\"}|document.date|date: 26/11/2026 (expected: ngày có thật, viết yyyy-MM-dd hoặc yyyy/MM/dd",
                "{\"date\":\"2026-02-30\"}|document.date|date: 2026-02-30 (expected: ngày có thật",
                "{\"date\":\"2026-11-26T23:00:00Z\"}|document.date|date: 2026-11-26T23:00:00Z (expected: ngày có thật",
                "{\"date\":20261126}|document.date|date: một số (expected: ngày có thật",
                "{\"subjct\":\"x\"}|document.subjct|subjct: không có trường này (expected: có phải subject? một trong: action,",
                "{\"signer\":{\"fulname\":\"A\"}}|document.signer.fulname|có phải fullName? một trong: competence, fullName, position)",
                "{\"signer\":\"A\"}|document.signer|signer: chữ trong dấu ngoặc kép (expected: đối tượng {…} với các trường competence",
                "{\"to\":\"H53\"}|document.to|to: chữ trong dấu ngoặc kép (expected: một danh sách […])",
                "{\"to\":[{}]}|document.to[0]|to[0]: một đối tượng {…} (expected: chữ trong dấu ngoặc kép)",
                "{\"urgency\":\"cao\"}|document.urgency|urgency: cao (expected: một số nguyên",
                "{\"action\":\"burn\"}|document.action|action: burn (expected: một trong: new, recall, update, replace)",
                "{\"from\":\"A\",\"from\":\"B\"}|document.1:|: trường có hai lần (expected: mỗi trường một lần)",
                "{\"from\":|document.|không phải JSON, ở dòng:cột 1:",
                "null|document|document: null (expected: một đối tượng JSON {…})",
                "[]|document|document: một danh sách […] (expected: đối tượng {…} với các trường from",
            })
    void aWrongFormIsToldWhatWasReadAndWhatIsExpected(String json, String where, String text) {
        Finding finding = wrong(json);
        assertThat(finding.where()).startsWith(where);
        assertThat(finding.text()).contains(text).doesNotContain("Exception", "vn.lienthong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2026/11/26", " 2026-11-26 "})
    void aDayIsReadAsTheLawWritesItToo(String day) throws Exception {
        byte[] json = ("{\"date\":\"" + day + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(FormJson.read(json, DocumentForm.class).date()).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void aValueOfAnyLengthIsToldShort() {
        assertThat(wrong("{\"date\":\"" + "x\\u0007".repeat(9_000) + "\"}").text())
                .hasSizeLessThan(300);
        assertThat(wrong("{\"" + "x".repeat(9_000) + "\":1}").text()).doesNotContain("có phải");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',''",
        "'{\"action\":\"update\"}',target",
        "'{\"action\":\"recall\",\"target\":\" \"}',target",
        "'{\"action\":\"replace\",\"target\":\"x\"}',replaces target",
        "'{\"action\":\"new\",\"addedRecipients\":[\"H53\"]}','addedRecipients, removedRecipients'",
        "'{\"urgency\":9,\"type\":\"CV\"}',urgency type",
        "'{\"number\":\"601\",\"notation\":\"601/VPCP-KSTT\"}',notation",
        "'{\"number\":\"20\",\"notation\":\"2020/QĐ-TTg\"}',''",
    })
    void aDocumentSaysNothingInVain(String json, String names) throws Exception {
        DocumentForm form = FormJson.read(json.getBytes(StandardCharsets.UTF_8), DocumentForm.class);
        assertThat(String.join(
                        " ",
                        CheckDocumentForm.of(form).stream().map(Finding::where).toList()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',from to documentId code",
        "'{\"from\":\"H01\",\"documentId\":\"d\",\"code\":\"01\"}',to",
        "'{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"d\",\"code\":1}',code",
        "'{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"d\",\"code\":\"99\"}',code",
        "'{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"d\",\"code\":\"02\"}',description",
        "'{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"d\",\"code\":\"03\"}',''",
    })
    void aStatusSaysWhatItMust(String json, String names) throws Exception {
        StatusForm form = FormJson.read(json.getBytes(StandardCharsets.UTF_8), StatusForm.class);
        assertThat(CheckStatusForm.of(form))
                .extracting(Finding::where)
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }
}
