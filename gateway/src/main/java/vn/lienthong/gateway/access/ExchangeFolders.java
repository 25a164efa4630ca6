package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;

/** The exchange folders, one a system at most. */
public interface ExchangeFolders {

    Optional<ExchangeFolder> find(String systemId);

    /** In the order of their systems' ids; those of disabled systems too. */
    List<ExchangeFolder> all();

    /**
     * Adds or replaces the system's folder. Copies that lay in the one before count as not put: they are put anew.
     *
     * @throws RuntimeException when no system has this id, or another one has this folder
     */
    void save(ExchangeFolder folder);

    /**
     * Forgets the folder; nothing in it is touched.
     *
     * @return false when the system had none
     */
    boolean remove(String systemId);
}
