package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Says which of the files in a folder belong together. A listing may have been cut, so that whatever is missing is asked for by
 * its name before it counts as missing.
 */
final class SortLeft {

    private final Path out;
    private final MessageKind kind;
    private final Function<FoundFile, Optional<Description>> reading;
    private final Set<Path> claimed = new HashSet<>();

    /** @param reading what a description says; empty where it cannot be read, or not yet */
    SortLeft(Path out, MessageKind kind, Function<FoundFile, Optional<Description>> reading) {
        this.out = out;
        this.kind = kind;
        this.reading = reading;
    }

    /** In the order in which they were found; a description has the place of the first of its files. */
    List<Left> sort(List<FoundFile> found) throws IOException {
        Set<FoundFile> descriptions = new LinkedHashSet<>();
        Map<String, FoundFile> byName = new HashMap<>();
        Map<String, List<FoundFile>> byStem = new LinkedHashMap<>();
        for (FoundFile file : found) {
            if (Left.described(file).isPresent()) {
                descriptions.add(file);
            } else if (kind == MessageKind.EDOC && !file.isOurs()) {
                byName.put(file.name(), file);
                Left.inside(file).ifPresent(stem -> byStem.computeIfAbsent(stem, key -> new ArrayList<>())
                        .add(file));
            }
        }
        descriptions.addAll(outsideTheListing(byStem.keySet(), descriptions));
        List<Left> left = new ArrayList<>(forms(descriptions, byName, byStem));
        for (FoundFile file : found) {
            if (Left.described(file).isEmpty() && !claimed.contains(file.path())) {
                left.add(
                        kind == MessageKind.EDOC
                                        && Left.inside(file).isPresent()
                                        && file.attributes().isRegularFile()
                                ? new Left.Undescribed(file)
                                : new Left.PacketFile(file));
            }
        }
        left.sort(Comparator.comparing(
                        (Left one) -> one.files().getFirst().attributes().lastModifiedTime())
                .thenComparing(one -> one.files().getFirst().path()));
        return left;
    }

    private List<FoundFile> outsideTheListing(Set<String> stems, Set<FoundFile> descriptions) throws IOException {
        Set<String> known = new HashSet<>();
        descriptions.forEach(file -> Left.described(file).ifPresent(known::add));
        List<FoundFile> more = new ArrayList<>();
        for (String stem : stems) {
            if (!known.contains(stem)) {
                FoundFile.at(out.resolve(stem + Left.DESCRIPTION))
                        .filter(file -> Left.described(file).isPresent())
                        .ifPresent(more::add);
            }
        }
        return more;
    }

    /** What is listed comes first: a name alone is the weaker claim. */
    private List<Left> forms(
            Set<FoundFile> descriptions, Map<String, FoundFile> byName, Map<String, List<FoundFile>> byStem)
            throws IOException {
        List<Left> forms = new ArrayList<>();
        Map<FoundFile, Optional<Description>> unlisted = new LinkedHashMap<>();
        for (FoundFile file : descriptions) {
            Optional<Description> description = kind == MessageKind.EDOC ? reading.apply(file) : Optional.empty();
            Optional<List<String>> names = description.flatMap(Description::files);
            if (names.isPresent()) {
                forms.add(listed(file, names.get(), byName));
            } else {
                unlisted.put(file, description);
            }
        }
        List<String> unfinished =
                unlisted.isEmpty() || kind == MessageKind.STATUS ? List.of() : FoundFile.unfinished(out);
        for (Map.Entry<FoundFile, Optional<Description>> one : unlisted.entrySet()) {
            forms.add(unlisted(one.getKey(), one.getValue(), byStem, unfinished));
        }
        return forms;
    }

    private Left listed(FoundFile file, List<String> names, Map<String, FoundFile> byName) throws IOException {
        List<FoundFile> there = new ArrayList<>();
        boolean incomplete = false;
        for (String name : names) {
            if (!Description.isPartsName(name)) {
                continue; // Refused when it is taken.
            }
            FoundFile listed = byName.get(name);
            Optional<FoundFile> part = listed == null ? FoundFile.at(out.resolve(name)) : Optional.of(listed);
            boolean free = part.isPresent() && claimed.add(part.get().path());
            part.filter(ignored -> free).ifPresent(there::add);
            incomplete |= !free;
        }
        return new Left.Form(Left.described(file).orElseThrow(), file, there, true, incomplete);
    }

    private Left unlisted(
            FoundFile file,
            Optional<Description> description,
            Map<String, List<FoundFile>> byStem,
            List<String> unfinished)
            throws IOException {
        String stem = Left.described(file).orElseThrow();
        boolean needs = description.isPresent() && description.get().needsFile();
        List<FoundFile> parts = kind == MessageKind.STATUS ? List.of() : byStem.getOrDefault(stem, List.of());
        if (parts.isEmpty() && needs) {
            parts = called(stem);
        }
        List<FoundFile> free =
                parts.stream().filter(part -> claimed.add(part.path())).toList();
        boolean incomplete =
                (free.isEmpty() && needs) || unfinished.stream().anyMatch(name -> name.startsWith(stem + "."));
        return new Left.Form(stem, file, free, false, incomplete);
    }

    /** With those of its files that a cut listing has not. */
    Left.Form completed(Left.Form form) throws IOException {
        if (form.lists() || kind == MessageKind.STATUS) {
            return form;
        }
        List<FoundFile> all = new ArrayList<>(form.described());
        Set<Path> known = new HashSet<>(all.stream().map(FoundFile::path).toList());
        for (FoundFile part : called(form.name())) {
            if (known.add(part.path()) && claimed.add(part.path())) {
                all.add(part);
            }
        }
        return new Left.Form(form.name(), form.description(), all, false, form.incomplete());
    }

    private List<FoundFile> called(String stem) throws IOException {
        List<FoundFile> called = new ArrayList<>();
        for (String ending : Left.INSIDE) {
            for (String written : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
                FoundFile.at(out.resolve(stem + "." + written))
                        .filter(file -> file.name().equals(stem + "." + written))
                        .ifPresent(called::add);
            }
        }
        called.sort(Comparator.comparing(FoundFile::path));
        return called;
    }
}
