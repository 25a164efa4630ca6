package vn.lienthong.gateway.memory;

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
    protected long stored() {
        return vault.size();
    }
}
