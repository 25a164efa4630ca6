package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.Mark;

/** Step 103 of the schema puts right what documents of before are marked with. */
final class UncheckedMarksTest {

    private static String step() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                UncheckedMarksTest.class.getResourceAsStream("/db/migration/V103__unchecked_and_renewed_trees.sql"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf("with report as");
            return all.substring(from, all.indexOf(';', from));
        }
    }

    private static String report(String subject, String presence) {
        return "{\"subject\":\"%s\",\"presence\":\"%s\",\"verdicts\":[]}".formatted(subject, presence);
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresUnitOfWork work = new PostgresUnitOfWork(database.jdbi());

    private DossierId keep(String document, Mark mark, String... reports) {
        DossierSketch sketch = new DossierSketch(document).marked(mark);
        work.inTransaction(transaction -> transaction.dossiers().add(sketch.dossier()));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update dossier set verification = ? where id = ?",
                        "[" + String.join(",", reports) + "]",
                        sketch.id().value()));
        return sketch.id();
    }

    private Set<Mark> marks(DossierId id) {
        return work.inTransaction(
                transaction -> transaction.dossiers().find(id).orElseThrow().marks());
    }

    @Test
    void whatNobodyLookedAtWasNotUnsigned() throws Exception {
        try (TestDatabase closed = database) {
            String large = report("lon.pdf", "NOT_CHECKED");
            DossierId wrong = keep("D1", Mark.FOR_INFORMATION, large, report("envelope", "SIGNED"));
            DossierId envelope =
                    keep("D2", Mark.FOR_INFORMATION, report("a.pdf", "UNSIGNED"), report("envelope", "NOT_CHECKED"));
            DossierId signed = keep("D3", Mark.FOR_INFORMATION, large, report("b.pdf", "SIGNED"));
            closed.jdbi().useHandle(handle -> handle.execute(step()));
            assertThat(marks(wrong)).containsExactly(Mark.NOT_CHECKED);
            assertThat(marks(envelope)).containsExactly(Mark.FOR_INFORMATION);
            assertThat(marks(signed)).containsExactly(Mark.FOR_INFORMATION);
        }
    }
}
