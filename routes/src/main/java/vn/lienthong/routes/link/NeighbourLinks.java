package vn.lienthong.routes.link;

import java.io.IOException;
import java.util.List;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.dossier.MessageKind;

/** Speaks with each neighbour as it speaks. */
public final class NeighbourLinks implements NeighbourWire {

    private final AxisLink axis;
    private final ProvincialLink provincial;

    /** Both are closed with this. */
    public NeighbourLinks(AxisLink axis, ProvincialLink provincial) {
        this.axis = axis;
        this.provincial = provincial;
    }

    private NeighbourWire of(Neighbour neighbour) {
        return switch (neighbour.dialect()) {
            case Dialect.Axis spoken -> axis;
            case Dialect.Provincial spoken -> provincial;
        };
    }

    @Override
    public Dated probe(Neighbour neighbour) throws IOException, InterruptedException {
        return of(neighbour).probe(neighbour);
    }

    @Override
    public List<AxisUnit> units(Neighbour neighbour) throws IOException, InterruptedException {
        return of(neighbour).units(neighbour);
    }

    @Override
    public Received received(Neighbour neighbour, MessageKind kind) throws IOException, InterruptedException {
        return of(neighbour).received(neighbour, kind);
    }

    @Override
    public AxisReply report(Neighbour neighbour, String docId, String status) throws IOException, InterruptedException {
        return of(neighbour).report(neighbour, docId, status);
    }

    @Override
    public AxisReply send(Neighbour neighbour, Handed handed) throws IOException, InterruptedException {
        return of(neighbour).send(neighbour, handed);
    }

    @Override
    public <T> Download<T> download(Neighbour neighbour, String docId, Copying<T> copying)
            throws IOException, InterruptedException {
        return of(neighbour).download(neighbour, docId, copying);
    }

    @Override
    public void close() throws IOException {
        axis.close();
        provincial.close();
    }
}
