package vn.lienthong.gateway.signature.cms;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * Which of the files handed in a signature is over: the one whose name the signature's file carries before its last extension, as
 * {@code letter.pdf.p7s} does, else the one that was said to be its content. A detached signature, which is over something that
 * is not in it, is also taken to be over the only file there is. Nothing else is guessed.
 */
final class FindContent {
    private FindContent() {}

    /** By its name, or because whoever asks said so. */
    static Optional<SignedFile> told(String signature, List<SignedFile> beside) {
        List<SignedFile> named = named(signature, beside);
        if (!named.isEmpty()) {
            return only(named);
        }
        return only(beside.stream().filter(SignedFile::isContent).toList());
    }

    /** The only one: a guess that holds for a detached signature alone. */
    static Optional<SignedFile> guessed(String signature, List<SignedFile> beside) {
        return named(signature, beside).isEmpty() ? only(beside) : Optional.empty();
    }

    private static List<SignedFile> named(String signature, List<SignedFile> beside) {
        String wanted = last(signature);
        int dot = wanted.lastIndexOf('.');
        String name = dot > 0 ? wanted.substring(0, dot) : wanted;
        return beside.stream().filter(one -> last(one.name()).equals(name)).toList();
    }

    private static Optional<SignedFile> only(List<SignedFile> files) {
        return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
