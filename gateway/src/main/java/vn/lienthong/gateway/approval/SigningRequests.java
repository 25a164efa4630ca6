package vn.lienthong.gateway.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.DraftId;

/**
 * Where signing requests are kept. A draft that is before an officer is neither changed, handed in nor discarded by anybody;
 * each request is decided once.
 */
public interface SigningRequests {

    /**
     * Puts a draft before an officer: from here on it stays as it is. The draft's revision grows to the request's.
     *
     * @return false, and nothing is changed, where the draft is not of the revision before that one any more, or was sent
     */
    boolean add(SigningRequest request);

    Optional<SigningRequest> find(RequestId id);

    /** Those of these that there are, in whatever order. */
    List<SigningRequest> all(Set<RequestId> ids);

    /**
     * What waits for the officer: the nearest deadline first, then the most urgent, then the oldest.
     *
     * @param text in what is shown of it or in the clerk's note, upper or lower case; empty narrows nothing
     */
    List<SigningRequest> waiting(String officer, String text, int limit);

    /**
     * What the officer signed or refused, or what was taken back: the newest first.
     *
     * @param text in what is shown of it or in the clerk's note, upper or lower case; empty narrows nothing
     */
    List<SigningRequest> decided(String officer, String text, int limit);

    /** What waits for officers, whoever they are: the oldest first. */
    List<SigningRequest> open(int limit);

    /** Those of a draft, the newest first. */
    List<SigningRequest> of(DraftId draft);

    /** The latest one of each of these drafts. */
    List<SigningRequest> latest(Set<DraftId> drafts);

    /**
     * Decides one that was not signed: refused, or taken back. The draft may be changed again.
     *
     * @return false where it is decided already
     */
    boolean decide(SigningRequest request, RequestState as, Decision decision);

    /**
     * Decides one that was signed: the draft's file becomes the signed one, in the same transaction.
     *
     * @param signed in the vault, durable
     * @return false, and nothing is changed, where the request is decided already, or its draft or file is another one
     */
    boolean sign(SigningRequest request, StoredBytes signed, Decision decision);
}
