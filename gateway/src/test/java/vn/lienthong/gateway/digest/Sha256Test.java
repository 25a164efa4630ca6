package vn.lienthong.gateway.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** FIPS 180-4, example of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isTheStandardsDigest() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(ABC);
        assertThat(new Sha256(ABC).bytes()).hasSize(32).startsWith(0xba, 0x78);
        assertThat(Sha256.ofDigest(new Sha256(ABC).bytes())).isEqualTo(new Sha256(ABC));
    }

    @Test
    void hasOneSpellingOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(ABC.toUpperCase(java.util.Locale.ROOT)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(ABC.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256("g" + ABC.substring(1)));
    }

    @Test
    void streamsDigestWhatPasses() throws IOException {
        byte[] content = "abc".getBytes(StandardCharsets.US_ASCII);
        DigestingInputStream in = new DigestingInputStream(new ByteArrayInputStream(content));
        assertThat(in.read()).isEqualTo('a');
        assertThat(in.skip(1)).isEqualTo(1);
        assertThat(in.readAllBytes()).containsExactly('c');
        assertThat(in.count()).isEqualTo(3);
        assertThat(in.digest().hex()).isEqualTo(ABC);

        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        DigestingOutputStream out = new DigestingOutputStream(kept);
        out.write('a');
        out.write(content, 1, 2);
        assertThat(out.count()).isEqualTo(3);
        assertThat(out.digest().hex()).isEqualTo(ABC);
        assertThat(kept.toByteArray()).isEqualTo(content);
        out.close();
    }
}
