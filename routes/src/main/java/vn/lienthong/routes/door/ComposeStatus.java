package vn.lienthong.routes.door;

import static vn.lienthong.routes.door.ComposePacket.date;
import static vn.lienthong.routes.door.ComposePacket.text;

import java.time.Instant;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;

/** Makes the status message of a form. */
public final class ComposeStatus {

    private final AgencyBlocks blocks;

    public ComposeStatus(AgencyBlocks blocks) {
        this.blocks = blocks;
    }

    public StatusMessage compose(StatusForm form, Instant begun) {
        return StatusMessage.at(
                begun,
                blocks.of(text(form.from()), begun),
                new ResponseFor(
                        text(form.to()),
                        text(form.symbol()),
                        date(form.date()),
                        new DocumentId(text(form.documentId()))),
                ComposePacket.staff(form.staff()),
                new StatusCode(text(form.code())),
                text(form.description()));
    }
}
