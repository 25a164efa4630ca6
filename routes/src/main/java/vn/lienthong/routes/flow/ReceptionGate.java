package vn.lienthong.routes.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.Examination;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.routes.door.Receiver;

/** The seam between doors and the reception route: decoded attachments live as long as one call. */
public final class ReceptionGate implements Receiver {

    private final ProducerTemplate producer;
    private final Path scratch;
    private final int memoryBytes;

    /**
     * A gate before one Camel context.
     *
     * @param scratch folder for decoded attachments that do not fit into memory
     * @param memoryBytes how much of one packet's attachments is kept in memory
     */
    public ReceptionGate(ProducerTemplate producer, Path scratch, int memoryBytes) {
        this.producer = producer;
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    @Override
    public ReceptionAnswer receive(Submission submission) {
        try (SpooledAttachments attachments = new SpooledAttachments(scratch, memoryBytes)) {
            return producer.requestBody(
                    Reception.ENTRANCE, Examination.of(submission, attachments), ReceptionAnswer.class);
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
