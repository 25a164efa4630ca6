package vn.lienthong.gateway.dossier.opinion;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * Files beside a signature, and which of them our verifier read: those are what the signature is over. The other engine is shown
 * no more, since it takes the first it is handed for the content where a signature does not name one.
 */
final class FilesRead {
    private final List<SignedFile> all;
    private final boolean[] read;

    FilesRead(List<SignedFile> all) {
        this.all = List.copyOf(all);
        this.read = new boolean[all.size()];
    }

    /** The same files, watched. */
    List<SignedFile> watched() {
        List<SignedFile> watched = new ArrayList<>(all.size());
        for (int at = 0; at < all.size(); at++) {
            SignedFile file = all.get(at);
            int place = at;
            watched.add(SignedFile.of(file.name(), file.length(), () -> {
                read[place] = true;
                return file.open();
            }));
        }
        return watched;
    }

    /** Those that were opened since. */
    List<SignedFile> read() {
        List<SignedFile> opened = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (read[at]) {
                opened.add(all.get(at));
            }
        }
        return opened;
    }
}
