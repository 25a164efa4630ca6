package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.gateway.dossier.MessageKind;

/** The copies that were put into exchange folders, by their transport ids, until they are gone from there. */
public interface FolderCopies {

    Set<String> lying(String systemId, MessageKind kind);

    /** The copy lies in the folder whole; repeatable. */
    void put(String systemId, MessageKind kind, String docId, Instant at);

    /** The copy lies there no more; repeatable. */
    void gone(String systemId, String docId);
}
