package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.DiscardingVault;

/** What waits for a key holds places of its own: documents go on coming in. */
class UploadLimitsTest {

    private static final UploadLimits ALL = UploadLimits.defaults();

    private static InputStream body() {
        return new ByteArrayInputStream(new byte[] {1});
    }

    @Test
    void oneCallerHasHalfOfThem() {
        assertThat(ALL.withPlaces(8))
                .isEqualTo(new UploadLimits(
                        ALL.maxBodyBytes(), ALL.minBytesPerSecond(), ALL.grace(), ALL.longest(), 8, 4));
        assertThat(ALL.withPlaces(1).mostOfOne()).isEqualTo(1);
    }

    @Test
    void whereTheyAreTakenDocumentsComeInAllTheSame() throws IOException {
        SpoolBody documents = new SpoolBody(new DiscardingVault(), ALL.withPlaces(1));
        SpoolBody sealing = new SpoolBody(new DiscardingVault(), ALL.withPlaces(1));
        Optional<Finding> first = sealing.reading(body(), whileSealing -> {
            assertThat(sealing.reading(body(), another -> Optional.empty()))
                    .as("a second file to seal")
                    .isPresent();
            assertThat(documents.whole(body(), Optional.empty()))
                    .as("a document")
                    .isInstanceOf(Upload.Stored.class);
            return Optional.empty();
        });
        assertThat(first).isEmpty();
    }
}
