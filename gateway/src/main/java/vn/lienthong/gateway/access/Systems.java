package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** The registered systems, their secrets and their mandates. */
public interface Systems {

    Optional<ReceivingSystem> find(String systemId);

    /** All that authenticating one call needs, read at once; empty for an unknown or disabled system. */
    Optional<Credentials> credentials(String systemId);

    /** The shared secret of the axis dialect's message authentication; empty for an unknown or disabled system. */
    Optional<byte[]> secret(String systemId);

    /**
     * The secret before the present one, while it still counts; empty for an unknown or disabled system and where the time for
     * it is over.
     */
    Optional<byte[]> previousSecret(String systemId, Instant at);

    /**
     * Gives the system another secret.
     *
     * @param oldUntil first instant at which the present one no longer counts
     */
    void renewSecret(String systemId, byte[] secret, Instant oldUntil);

    /** The enabled systems that are bound to this client certificate, by their ids; one where all is well. */
    List<String> boundTo(Sha256 certificate);

    /** The system that this client of another issuer of access tokens is. */
    Optional<String> ofClient(String issuer, String client);

    /** The clients that are this system, in order. */
    List<String> clientsOf(String issuer, String systemId);

    /**
     * Says which system a client is.
     *
     * @return false when it is another one already
     * @throws RuntimeException when there is no such system
     */
    boolean bindClient(String issuer, String client, String systemId);

    /** Ends that; false when it was not so. */
    boolean unbindClient(String issuer, String client, String systemId);

    /**
     * Everything the system may do, past and coming mandates included. {@link Right#SEAL} stands here alone, and never among
     * what its {@link #credentials} carry into every call: it is looked up where a seal is asked for.
     */
    List<Mandate> mandates(String systemId);

    /** Adds or replaces the system and its secret; one before it counts no longer. The secret lies encrypted under the master key. */
    void save(ReceivingSystem system, byte[] secret);

    /** As {@link AccountMandates#grant}. */
    boolean grant(String systemId, Mandate mandate);

    /** As {@link AccountMandates#end}. */
    boolean end(String systemId, Mandate ended);

    /** Limits of the system's own; the usual ones for an unknown one. */
    CallerLimits limits(String systemId);

    /**
     * Gives the system limits of its own, from its next call on, or takes them back. Saving it leaves them as they are.
     *
     * @throws RuntimeException when there is no such system
     */
    void limit(String systemId, CallerLimits limits);

    /**
     * The system that takes documents for the agency now: the holder of a COLLECT mandate, the one granted first where
     * there are several (all of them may collect).
     */
    Optional<ReceivingSystem> receiverFor(AgencyId agency, Instant at);

    /** The system that carries what lies behind the agency: the holder of a TRANSIT mandate for it. */
    Optional<ReceivingSystem> carrierFor(AgencyId superior, Instant at);

    /**
     * Whether somebody answers here for the agency: a system, let in or not, has a mandate for it now. A system that is
     * disabled for a while does not make its documents go another way.
     */
    boolean isClaimed(AgencyId agency, Instant at);

    List<ReceivingSystem> all();

    /**
     * Notes whether a pushed system could be reached. After {@code threshold} failures in a row nothing is relayed to it
     * until {@code suspendUntil}; the next success ends that.
     */
    void recordOutcome(String systemId, boolean reached, int threshold, Instant suspendUntil);
}
