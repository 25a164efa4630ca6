package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** What is to be made of the files and folders of a call: each result once, none over a file that is signed. */
final class PlanJobs {
    private final Path out;
    private final Optional<SignatureForm> form;

    /** @param form for all files; empty where each is signed in what is usual for its kind */
    PlanJobs(Path out, Optional<SignatureForm> form) {
        this.out = out;
        this.form = form;
    }

    /**
     * One result for each file; of a folder its files in the order of their names, not those of folders in it.
     *
     * @throws SignRefused where something cannot be read, or two results would have one name
     */
    List<SignJob> each(List<Path> named) throws SignRefused, IOException {
        List<Path> files = files(named);
        List<SignJob> jobs = new ArrayList<>(files.size());
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            SignatureForm chosen = form.isPresent()
                    ? form.get()
                    : SignatureForm.usualFor(FileKind.of(SignedFile.of(name, file)), false);
            jobs.add(new SignJob(List.of(file), out.resolve(chosen.resultName(name)), chosen));
        }
        requireApart(files, jobs);
        return jobs;
    }

    /** One container of all files. */
    List<SignJob> together(List<Path> named, String container) throws SignRefused, IOException {
        List<Path> files = files(named);
        if (container.isBlank() || container.matches("[.]{1,2}") || container.matches(".*[/\\\\\\x00].*")) {
            throw new SignRefused("--together: " + container + " (cần: tên tệp, không có đường dẫn)");
        }
        List<SignJob> jobs = List.of(new SignJob(files, out.resolve(container), SignatureForm.ASIC_E));
        requireApart(files, jobs);
        return jobs;
    }

    private static List<Path> files(List<Path> named) throws SignRefused, IOException {
        List<Path> files = new ArrayList<>();
        for (Path one : named) {
            if (Files.isDirectory(one)) {
                files.addAll(inside(one));
            } else {
                files.add(one);
            }
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new SignRefused(file + ": không đọc được (cần: một tệp)");
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) throws SignRefused, IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new SignRefused(folder + ": không có tệp nào (cần: thư mục có tệp cần ký)");
            }
            return files;
        }
    }

    private static void requireApart(List<Path> files, List<SignJob> jobs) throws SignRefused, IOException {
        Set<Path> taken = new HashSet<>();
        for (Path file : files) {
            taken.add(file.toRealPath());
        }
        for (SignJob job : jobs) {
            if (!taken.add(real(job.target()))) {
                throw new SignRefused("--out: " + job.target()
                        + " (cần: thư mục khác; tệp này là tệp được ký, hoặc trùng tên với một tệp khác)");
            }
        }
    }

    /** Where it lies, or will lie, whatever links lead there: a folder by another name is the same folder. */
    private static Path real(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        for (Path there = whole; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                return there.toRealPath().resolve(there.relativize(whole)).normalize();
            }
        }
        return whole;
    }
}
