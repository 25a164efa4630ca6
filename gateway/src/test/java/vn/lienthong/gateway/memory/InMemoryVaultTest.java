package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.VaultContract;

final class InMemoryVaultTest extends VaultContract {

    private final InMemoryVault vault = new InMemoryVault();

    @Override
    protected Vault vault() {
        return vault;
    }

    @Override
    protected Vault reopened() {
        return vault;
    }

    @Override
    protected void makeOld(Sha256 digest) {
        vault.makeOld(digest, AGE);
    }

    @Override
    protected void makeHalfWrittenOld() {
        vault.makeHalfWrittenOld(AGE);
    }

    @Override
    protected int rounds() {
        return 500;
    }

    @Override
    protected long stored() {
        return vault.size();
    }
}
