package vn.lienthong.gateway.dossier.opinion;

/**
 * Both opinions of one signature, as they lie in the record: names of enums as text, so that records of all ages can be read.
 *
 * @param file the attachment's name
 * @param field the signature's field
 * @param ours our indication
 * @param ourReason our sub-indication; empty where we passed it
 * @param theirs the other engine's indication; empty where it did not find the signature
 * @param theirReason its word for the reason
 * @param clause what settles the difference; empty where there is none, or nothing settles it
 */
public record ComparedSignature(
        String file,
        String field,
        String ours,
        String ourReason,
        String theirs,
        String theirReason,
        Standing standing,
        String clause) {

    /** How the two stand to each other. */
    public enum Standing {
        SAME,
        /** We object, they do not, or less: what holds is ours. No disagreement, but on record. */
        OURS_STRICTER,
        /** We passed it by what the administrator set, and would not have without: the other one's word is held against nobody. */
        OURS_LOOSER,
        /** They object where a clause lets us pass. */
        SETTLED,
        /** They object to what we passed, and no clause says who is right. */
        DISAGREES
    }
}
