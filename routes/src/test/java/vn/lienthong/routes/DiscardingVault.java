package vn.lienthong.routes;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/** Counts what is written to it, and keeps nothing: for what is only read in a test. */
public final class DiscardingVault implements Vault {

    private static final Sha256 NOTHING = Sha256.of(new byte[0]);

    @Override
    public Spool open() {
        return new Spool() {

            private long length;

            @Override
            public void write(int b) {
                length++;
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                length += count;
            }

            @Override
            public Sha256 digest() {
                return NOTHING;
            }

            @Override
            public StoredBytes keep() {
                return new StoredBytes(NOTHING, length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public InputStream read(Sha256 digest) {
        return InputStream.nullInputStream();
    }

    @Override
    public boolean holds(Sha256 digest) {
        return false;
    }

    @Override
    public void sync(StoredBytes bytes) {}

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public Page olderThan(Duration age, Optional<Sha256> after, int limit) {
        return new Page(List.of(), Optional.empty());
    }

    @Override
    public boolean discard(Sha256 digest, Duration age) {
        return false;
    }

    @Override
    public int discardHalfWritten(Duration age) {
        return 0;
    }
}
