package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.digest.Sha256;

/** Writing of second factors, within whatever transaction is under way. */
final class FactorRows {

    private FactorRows() {}

    /** False where there is one already, which is left as it is. */
    static boolean insert(Handle handle, SecretBox box, String username, Factors.Fresh factor, Instant at) {
        boolean fresh = handle.createUpdate(
                                """
                        insert into account_factor (username, secret, last_step, set_up_at)
                        values (:username, :secret, :step, :at) on conflict (username) do nothing
                        """)
                        .bind("username", username)
                        .bind("secret", box.seal(factor.secret()))
                        .bind("step", factor.step())
                        .bind("at", at)
                        .execute()
                == 1;
        if (fresh) {
            codes(handle, username, factor.recoveryCodes());
        }
        return fresh;
    }

    /** Its recovery codes go with it. */
    static void remove(Handle handle, String username) {
        handle.createUpdate("delete from account_factor where username = :username")
                .bind("username", username)
                .execute();
    }

    static void codes(Handle handle, String username, Set<Sha256> codes) {
        handle.createUpdate("delete from account_recovery_code where username = :username")
                .bind("username", username)
                .execute();
        if (codes.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into account_recovery_code (username, code_hash) values (:username, :hash)");
        codes.forEach(code ->
                batch.bind("username", username).bind("hash", code.hex()).add());
        batch.execute();
    }
}
