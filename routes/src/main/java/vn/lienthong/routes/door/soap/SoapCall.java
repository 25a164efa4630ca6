package vn.lienthong.routes.door.soap;

import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * What an operation knows of its call beside its message.
 *
 * @param packet that came attached and lies in the vault
 * @param traceHeader takes the hop of what leaves, where it goes beside
 */
record SoapCall(Caller caller, Optional<StoredBytes> packet, Consumer<String> traceHeader) {}
