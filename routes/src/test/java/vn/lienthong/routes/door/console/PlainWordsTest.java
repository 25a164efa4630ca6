package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class PlainWordsTest {

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            vi | chữ ký: HASH_FAILURE (expected: TOTAL_PASSED)    | chữ ký: nội dung khác với lúc ký (cần: Đạt mọi kiểm tra)
            vi | SIGNATURE_FAILED 7817.pdf: hỏng                  | chữ ký không hợp lệ 7817.pdf: hỏng
            vi | TYPE_UNKNOWN_TO_US: $1 \\ (expected: a)          | TYPE_UNKNOWN_TO_US: $1 \\ (cần: a)
            en | signature: TRY_LATER (expected: TOTAL_PASSED)    | signature: revocation not known yet, will be looked at again (expected: Passed every check)
            en | SIGNATURE_FAILED 7817.pdf                        | SIGNATURE_FAILED 7817.pdf
            """)
    void saysInTheReadersWords(String language, String text, String said) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("console/messages");
        messages.setDefaultEncoding("UTF-8");
        LocaleContextHolder.setLocale(Locale.of(language));
        assertThat(new PlainWords(messages, new Times()).say(text)).isEqualTo(said);
    }
}
